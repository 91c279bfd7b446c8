"""The report on paper, read back from the PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import PdfPage, PdfTextPage, raw

from app.errors import Refused
from app.office import Office
from app.rules import periods
from app.summary import paper
from app.summary.compose import compose
from app.summary.document import Document
from app.summary.writing import write
from tests.app.summary.world import report

MM = 72 / 25.4
NOW = datetime(2011, 12, 31, 9, 5)
LONG = "坚持把服务企业、依法维护职工合法权益作为主要内容，办好事，办实事。" * 60


@contextmanager
def pages(document: Document, folder: Path) -> Iterator[Any]:
    target = folder / "总结.pdf"
    paper.write(document, target, printed_at=NOW)
    opened = pypdfium2.PdfDocument(target)
    try:
        yield opened
    finally:
        opened.close()


def plain(*lines: str) -> Document:
    return compose("\n".join(("总结", *lines)), periods.year(2011))


def words(page: PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded().replace("\r\n", "\n"))


def box(page: PdfPage, text: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the first place where a text stands."""
    found = page.get_textpage()
    first, count = found.search(text).get_next()
    boxes = [found.get_charbox(first + at, loose=True) for at in range(count)]
    return (
        min(one[0] for one in boxes),
        min(one[1] for one in boxes),
        max(one[2] for one in boxes),
        max(one[3] for one in boxes),
    )


def font_of(text: PdfTextPage, at: int) -> str:
    name = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text.raw, at, name, 200, ctypes.c_int())
    return name.value.decode()


def lines_of(page: object) -> list[str]:
    """The lines of running text, without the number of the page."""
    return [line for line in words(page).split("\n") if line.strip() and not line.startswith("—")]


def test_the_report_says_what_the_window_says(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        told = words(opened[0]).replace("\n", "")
    assert "泰祥社区工会2011年工作总结" in told
    assert "1、共受理4起劳动争议案件，比上年增长100%，涉及3人。" in told
    assert "第一季度办结率＿＿。" in told


def test_a_page_is_a_portrait_and_the_annex_a_landscape(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        sizes = [tuple(round(side / MM) for side in page.get_size()) for page in opened]
    assert sizes == [(210, 297), (297, 210)]


def test_a_full_page_has_22_lines_of_28_characters(office: Office, tmp_path: Path) -> None:
    with pages(plain("甲" * 28 * 60 + "。"), tmp_path) as opened:
        lines = lines_of(opened[1])
    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}


def test_the_block_keeps_its_margins(office: Office, tmp_path: Path) -> None:
    with pages(plain(LONG), tmp_path) as opened:
        page = opened[1]
        found = page.get_textpage()
        boxes = [found.get_charbox(at) for at in range(found.count_chars())]
        inked = [one for one in boxes if one[2] > one[0] and one[1] > 35 * MM]
    assert min(one[0] for one in inked) >= 28 * MM - 1
    assert max(one[2] for one in inked) <= (28 + 156) * MM + 1
    assert max(one[3] for one in inked) <= (297 - 37) * MM + 1


def test_lines_stand_28_points_apart(office: Office, tmp_path: Path) -> None:
    with pages(plain("第一行完成。", "第二行完成。"), tmp_path) as opened:
        first, second = (box(opened[0], text)[1] for text in ("第一行", "第二行"))
    assert first - second == pytest.approx(28, abs=0.1)


def test_no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens(
    office: Office, tmp_path: Path
) -> None:
    tricky = "".join(f"{'甲' * count}，《乙》；（丙）：“丁”！(戊)" for count in range(1, 60))
    with pages(plain(tricky), tmp_path) as opened:
        lines = [line for page in opened for line in lines_of(page)]
    assert len(lines) > 60
    assert not [line for line in lines if line[0] in "。，；：！？”》）、)"]
    assert not [line for line in lines if line.rstrip()[-1] in "“《（("]


def test_every_line_but_the_last_of_a_paragraph_fills_the_width(office: Office, tmp_path: Path) -> None:
    with pages(plain("甲" * 25 + "，共计100000件；" + "乙" * 30 + "。"), tmp_path) as opened:
        right = box(opened[0], "甲，")[2]
        end = box(opened[0], "乙。")[2]
    assert right == pytest.approx((28 + 156) * MM, abs=3)
    assert end < (28 + 156) * MM - 100


def test_the_title_is_in_the_middle(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        left, _, right, _ = box(opened[0], "泰祥社区工会2011年工作总结")
    assert (left + right) / 2 == pytest.approx((28 + 156 / 2) * MM, abs=1)


def test_running_text_begins_two_characters_in(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        left = box(opened[0], "2011年，各方面")[0]
    assert left == pytest.approx(28 * MM + 2 * 15.75, abs=1)


def test_the_date_ends_four_characters_from_the_right(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        right = box(opened[0], "2011年12月31日")[2]
    assert right == pytest.approx((28 + 156) * MM - 4 * 15.75, abs=1)


def test_pages_are_numbered_between_dashes(office: Office, tmp_path: Path) -> None:
    with pages(plain(LONG), tmp_path) as opened:
        numbers = [words(page).strip().split("\n")[-1] for page in opened]
    assert numbers == [f"— {number} —" for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 2


def test_an_odd_page_bears_its_number_on_the_right_an_even_one_on_the_left(
    office: Office, tmp_path: Path
) -> None:
    """One character of 14 points in from the edge of the block (GB/T 9704-2012, 7.5)."""
    with pages(plain(LONG), tmp_path) as opened:
        right, left = box(opened[0], "— 1 —")[2], box(opened[1], "— 2 —")[0]
    assert right == pytest.approx((28 + 156) * MM - 14, abs=1)
    assert left == pytest.approx(28 * MM + 14, abs=1)


def test_the_first_headings_are_hei_and_the_second_bold_song(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        page = opened[0].get_textpage()
        names = {}
        for text in ("一、维权", "（一）", "1、共"):
            at, _ = page.search(text).get_next()
            names[text] = font_of(page, at)
    assert "Sans" in names["一、维权"]
    assert "Serif" in names["（一）"]
    assert "Bold" in names["（一）"]
    assert "Bold" not in names["1、共"]


def test_a_heading_is_never_the_last_line_of_a_page(office: Office, tmp_path: Path) -> None:
    for filling in range(17, 21):
        lines = [f"第{number}行已经完成。" for number in range(filling)]
        with pages(plain(*lines, "一、打算", "继续努力。"), tmp_path) as opened:
            assert lines_of(opened[0])[-1].strip() != "一、打算"


def test_the_annex_tells_each_figure(office: Office, tmp_path: Path) -> None:
    with pages(report(), tmp_path) as opened:
        told = words(opened[1]).replace("\n", "")
    assert "附件：数据出处" in told
    for text in ("受理争议", "4起", "2起", "人工修改", "思源宋体"):
        assert text in told


def test_a_report_without_figures_has_no_annex(office: Office, tmp_path: Path) -> None:
    with pages(plain("工作完成。"), tmp_path) as opened:
        assert len(opened) == 1


def test_characters_that_no_font_has_are_told(office: Office, tmp_path: Path) -> None:
    result = paper.write(plain("会员\U0003134a完成。"), tmp_path / "总结.pdf", printed_at=NOW)
    assert [lacking for _, lacking in result.missing] == ["\U0003134a"]


def test_the_name_of_the_file_asks_for_its_format(office: Office, tmp_path: Path) -> None:
    document = report()
    for name, begin in (("甲.pdf", b"%PDF"), ("甲.docx", b"PK")):
        write(document, tmp_path / name, printed_at=NOW)
        assert (tmp_path / name).read_bytes().startswith(begin)
    with pytest.raises(Refused, match=r"\.docx 或 \.pdf"):
        write(document, tmp_path / "甲.txt", printed_at=NOW)

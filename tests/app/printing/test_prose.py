from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pypdfium2 import PdfTextPage

from app.printing.letter import LetterSheet, Passage, body, heading, or_blank, to, written
from app.printing.page import MM

PrintTexts = Callable[..., list[str]]
PrintPages = Callable[..., list[Any]]
STORY = "".join(f"第{number}次协商没有结果。" for number in range(100, 400))


def letter(*passages: Passage, **given: Any) -> LetterSheet:  # noqa: ANN401  # as what they are handed to takes them
    return LetterSheet("调解通知书", passages, **given)


def bottom_of(page: PdfTextPage, text: str) -> float:
    """Return the ordinate at which a text stands, in points."""
    return float(page.get_charbox(page.search(text).get_next()[0], loose=True)[1])


def left_of(page: PdfTextPage, text: str) -> float:
    """Return the abscissa at which a text begins, in points."""
    return float(page.get_charbox(page.search(text).get_next()[0], loose=True)[0])


def test_a_letter_prints_number_addressee_text_signatures_and_seal_in_this_order(
    print_texts: PrintTexts,
) -> None:
    (page,) = print_texts(
        letter(
            to("陆建国"),
            heading("事由"),
            body("请准时参加。"),
            number="（2011）泰劳调字第1号",
            signatures=(("申请人：", "被申请人："),),
            seal=("泰祥社区调解委员会", "2011年4月15日"),
            notes=("送达回执",),
        )
    )
    order = ["调解通知书", "第1号", "陆建国：", "事由", "请准时参加。", "申请人：", "泰祥社区调解委员会"]
    order += ["2011年4月15日", "送达回执", "第 1 页　共 1 页"]
    positions = [page.index(text) for text in order]
    assert positions == sorted(positions)


def test_each_paragraph_begins_two_characters_in(print_pages: PrintPages) -> None:
    (page,) = print_pages(letter(to("陆建国"), body("甲方陈述。\n乙方陈述。")))
    edge = left_of(page, "陆建国")
    assert [left_of(page, text) - edge for text in ("甲方", "乙方")] == pytest.approx([28, 28], abs=1)


def test_a_long_text_goes_on_without_loss_and_its_title_stands_once(print_texts: PrintTexts) -> None:
    pages = print_texts(letter(body(STORY)))
    assert len(pages) > 2
    text = "".join(line for page in pages for line in page.splitlines() if not line.startswith("第 "))
    assert STORY in text.replace("\u3000", "")
    assert [page.count("调解通知书") for page in pages] == [1] + [0] * (len(pages) - 1)


def test_signatures_and_seal_stand_below_text_and_above_the_margin(print_pages: PrintPages) -> None:
    for count in range(14, 30):
        last = print_pages(
            letter(
                *(body(f"第{number}条。") for number in range(count)),
                signatures=(("申请人：",),),
                seal=("泰祥社区调解委员会", "2011年4月15日"),
            )
        )[-1]
        text, signed, dated = (
            bottom_of(last, words) for words in (f"第{count - 1}条。", "申请人：", "2011年4月15日")
        )
        assert text > signed > 20 * MM, f"{count} lines"
        assert dated > 20 * MM, f"{count} lines"


def test_a_heading_stays_with_what_it_heads(print_texts: PrintTexts) -> None:
    for count in range(20, 32):
        pages = print_texts(
            letter(*(body("甲。") for _ in range(count)), heading("权利"), body("可以拒绝。"))
        )
        assert "可以拒绝。" in next(page for page in pages if "权利" in page), f"{count} lines"


def test_the_last_line_of_a_paragraph_does_not_stand_alone_on_a_page(print_texts: PrintTexts) -> None:
    for count in range(20, 32):
        pages = print_texts(letter(*(body("甲。") for _ in range(count)), body("子" * 35 + "丑")))
        assert "子丑" in next(page for page in pages if "丑" in page), f"{count} lines"
        assert len([page for page in pages if "子" in page]) == 1, f"{count} lines"


def test_the_seal_has_its_room(print_pages: PrintPages) -> None:
    (page,) = print_pages(letter(body("甲。"), seal=("泰祥社区调解委员会", "2011年4月15日"), notes=("回执",)))
    assert bottom_of(page, "甲。") - bottom_of(page, "回执") > 45 * MM


def test_a_long_name_under_the_seal_stays_on_the_paper(print_pages: PrintPages) -> None:
    unit = "上海市泰祥街道泰祥社区劳动争议人民调解委员会东区国际商务楼宇联合工作室"
    (page,) = print_pages(letter(body("甲。"), seal=(unit, "2011年4月15日")))
    assert left_of(page, "上海市泰祥街道") >= 27 * MM - 1
    assert unit in page.get_text_bounded().replace("\r\n", "")


def test_where_the_text_lacks_lines_are_ruled_for_it(print_pages: PrintPages) -> None:
    plain, ruled = (
        bottom_of(print_pages(letter(body("", lines), body("以上属实。")))[0], "以上属实。")
        for lines in (0, 5)
    )
    assert plain - ruled == pytest.approx(5 * 8.6 * MM, abs=1)


def test_a_text_takes_the_place_of_the_ruled_lines(print_pages: PrintPages) -> None:
    bottoms = [
        bottom_of(print_pages(letter(body("甲方陈述。", lines), body("以上属实。")))[0], "以上属实。")
        for lines in (0, 5)
    ]
    assert bottoms[0] == bottoms[1]


def test_a_value_that_lacks_is_a_blank_to_fill_in() -> None:
    assert or_blank(None, 4) == "＿＿＿＿"
    assert or_blank("陆建国", 4) == "陆建国"
    assert written(None) == "＿＿＿＿年＿＿月＿＿日"

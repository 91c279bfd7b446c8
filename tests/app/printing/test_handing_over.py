from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.errors import Refused
from app.printing.handing_over import Wanted, arrange, can_hand_over, copies_said, hand_over, media_of
from app.printing.page import A3, MM
from app.printing.pdf import write
from app.printing.sheet import Column, Sheet

AT = datetime(2011, 1, 18, 9, 5)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Two pages upright, two across the sheet."""
    columns = (Column("姓名", 40), Column("备注", 90))
    rows = [(f"职工{number:02d}", "困难") for number in range(40)]
    upright = Sheet("花名册", columns, rows, landscape=False)
    sheets = [upright, replace(upright, rows=rows[:30], landscape=True)]
    assert write(sheets, tmp_path / "print.pdf", printed_at=AT).pages == 4
    return tmp_path / "print.pdf"


def ink(path: Path) -> list[tuple[float, float, float, float]]:
    """Return the free margins of each page in mm: left, bottom, right, top."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        boxes = [one.get_bounds() for one in page.get_objects()]
        width, height = page.get_size()
        edges = (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            width - max(box[2] for box in boxes),
            height - max(box[3] for box in boxes),
        )
        found.append(tuple(edge / MM for edge in edges))
    document.close()
    return found


def test_the_wanted_pages_are_left_each_as_it_is_turned(mixed: Path, tmp_path: Path) -> None:
    for wanted, sizes in (
        (Wanted(), [(595, 842)] * 2 + [(842, 595)] * 2),
        (Wanted(first=2, last=3), [(595, 842), (842, 595)]),
        (Wanted(which="odd"), [(595, 842), (842, 595)]),
        (Wanted(which="even", last=2), [(595, 842)]),
    ):
        assert arrange(mixed, tmp_path / "arranged.pdf", wanted) == len(sizes)
        document = pypdfium2.PdfDocument(tmp_path / "arranged.pdf")
        assert [tuple(round(side) for side in page.get_size()) for page in document] == sizes
        document.close()


def test_what_is_filed_has_25_mm_where_it_is_bound(mixed: Path, tmp_path: Path) -> None:
    """An upright page is bound on the left, a page across the sheet at its top."""
    arrange(mixed, tmp_path / "bound.pdf", Wanted(bound=True))
    margins = ink(tmp_path / "bound.pdf")
    assert [margins[0][0], margins[1][0], margins[2][3], margins[3][3]] == [pytest.approx(25, abs=6)] * 4
    assert min(margins[0][0], margins[2][3]) >= 24.5
    assert all(min(page) > 5 for page in margins)


def test_the_back_of_a_sheet_is_bound_at_the_other_edge(mixed: Path, tmp_path: Path) -> None:
    arrange(mixed, tmp_path / "bound.pdf", Wanted(bound=True, duplex=True))
    margins = ink(tmp_path / "bound.pdf")
    assert margins[0][0] >= 24.5
    assert margins[1][2] >= 24.5
    assert margins[2][3] >= 24.5
    assert margins[3][1] >= 15


@pytest.mark.parametrize(("text", "copies"), [("本表一式三份。", 3), ("一式两份，各执一份", 2), ("备注", 1)])
def test_a_form_says_in_how_many_copies_it_is_made(text: str, copies: int) -> None:
    assert copies_said(text) == copies


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command that takes a print as CUPS does, and notes what it was told."""
    (folder := tmp_path / "bin").mkdir()
    (folder / "lp").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/told"\n')
    (folder / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "told"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no CUPS")
def test_a_queue_is_told_paper_size_and_sides(queue: Path, mixed: Path) -> None:
    hand_over(mixed, "办公室", "困难职工花名册", Wanted(copies=3, duplex=True))
    told = queue.read_text(encoding="utf-8").splitlines()
    assert can_hand_over()
    assert {"media=A4", "print-scaling=none", "sides=two-sided-long-edge"} <= {*told}
    assert told[told.index("-n") + 1] == "3"
    assert told[told.index("-d") + 1] == "办公室"
    assert told[-1] == str(mixed)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no CUPS")
def test_a_printer_that_takes_nothing_is_told_with_a_remedy(queue: Path, mixed: Path, tmp_path: Path) -> None:
    (tmp_path / "bin" / "lp").write_text("#!/bin/sh\necho no such queue >&2\nexit 1\n")
    with pytest.raises(Refused, match=r"没有接受（no such queue）.*另存为 PDF"):
        hand_over(mixed, "办公室", "花名册", Wanted())


def test_a_page_larger_than_a4_asks_for_its_own_paper(tmp_path: Path, mixed: Path) -> None:
    large = tmp_path / "large.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(A3.width, A3.height))
        pdf.save(large)
    assert (media_of(mixed), media_of(large)) == ("A4", "A3")

"""What archives, printers and other programs make of our files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf.pdfa
import pypdfium2
import pytest

from app.printing.archive import archive
from app.printing.form import Cell, FormSheet
from app.printing.letter import LetterSheet, body
from app.printing.pdf import AnySheet, write
from app.printing.report import Passage, ReportSheet
from app.printing.sheet import Column, Sheet

AT = datetime(2011, 1, 18, 9, 5)
WIDE = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 400))
"""More different characters than one table of a font may tell in a block."""
SHEETS: dict[str, AnySheet] = {
    "list": Sheet("花名册", (Column("姓名", 40), Column("备注", 90)), [("陆建国", WIDE), ("徐㼆", "〇")]),
    "form": FormSheet("档案表", ((Cell("姓名", 2, label=True), Cell(WIDE, 22)),)),
    "letter": LetterSheet("通知书", (body(WIDE),), seal=("泰祥社区工会", "2011年4月15日")),
    "report": ReportSheet("总结", (Passage("总结", "title"), Passage(WIDE))),
}


ANNEX = Sheet(f"附件{WIDE}", (Column("名称", 40),), [("徐㼆",)], totals=frozenset({0}))
"""Brings the other fonts into a file."""


def printed(folder: Path, *sheets: AnySheet) -> Path:
    write(sheets, folder / "print.pdf", printed_at=AT)
    return folder / "print.pdf"


def text(path: Path | BytesIO) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("kind", SHEETS)
def test_each_kind_of_print_is_one_an_archive_accepts(kind: str, tmp_path: Path) -> None:
    archive(printed(tmp_path, SHEETS[kind]), tmp_path / "archive.pdf")
    with pikepdf.open(tmp_path / "archive.pdf") as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"
        assert pikepdf.pdfa.check(pdf, "2b").passed
    assert text(tmp_path / "archive.pdf") == text(tmp_path / "print.pdf")


def test_a_long_list_is_accepted_with_its_structure(tmp_path: Path) -> None:
    """What is told of its cells goes on in further streams of objects."""
    rows = [(f"职工{number}", "困难") for number in range(300)]
    sheet = Sheet("花名册", (Column("姓名", 40), Column("备注", 90)), rows)
    archive(printed(tmp_path, sheet), tmp_path / "archive.pdf")
    with pikepdf.open(tmp_path / "archive.pdf") as pdf:
        assert pikepdf.pdfa.check(pdf, "2b").passed
        tables = [one for one in pdf.Root.StructTreeRoot.K.K if one.S == "/Table"]
        assert len(tables) == len(pdf.pages)
        assert sum(len(table.K) for table in tables) == 300 + len(pdf.pages)  # each with its headings


def test_each_mark_on_a_page_leads_to_its_place_in_the_structure(tmp_path: Path) -> None:
    archive(printed(tmp_path, SHEETS["list"], SHEETS["form"]), tmp_path / "archive.pdf")
    with pikepdf.open(tmp_path / "archive.pdf") as pdf:
        owners = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for page in pdf.pages:
            elements = owners[int(page.obj.StructParents)]
            assert [int(element.K) for element in elements] == [*range(len(elements))]
            assert {element.Pg.objgen for element in elements} == {page.obj.objgen}


def test_rare_characters_do_not_make_an_archive_refuse_a_file(tmp_path: Path) -> None:
    """The widths of fonts for rare characters agree with those in the file."""
    rare = "㼆䶮\U00020bb7\U0002123d\U00029f83\U0002a69a"
    sheet = Sheet("花名册", (Column("姓名", 40),), [(rare,)], watermark="内部资料")
    archive(printed(tmp_path, sheet), tmp_path / "archive.pdf")
    assert rare in text(tmp_path / "archive.pdf")


@pytest.mark.skipif(shutil.which("gs") is None, reason="no Ghostscript on this machine")
@pytest.mark.parametrize("kind", SHEETS)
def test_what_ghostscript_makes_of_a_print_has_all_of_its_text(kind: str, tmp_path: Path) -> None:
    """Virtual printers and some archives pass a file through it."""
    source, target = printed(tmp_path, SHEETS[kind], ANNEX), tmp_path / "made.pdf"
    subprocess.run(
        ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={target}", source],
        check=True,
    )
    assert sorted(text(target)) == sorted(text(source))
    assert set(WIDE) <= set(text(target))


def structure(element: pikepdf.Object) -> list[object]:
    """Return an element's kind with those in it: ["Table", ["TR", ["TH"], ["TD"]]]."""
    inside: Iterable[pikepdf.Object] = element.K if isinstance(element.K, pikepdf.Array) else []
    return [str(element.S)[1:], *(structure(one) for one in inside)]


def test_headings_and_tables_are_told_to_those_who_cannot_see_them(tmp_path: Path) -> None:
    sheet = Sheet("花名册", (Column("姓名", 40),), [("陆建国",), ("王芳",)], notes=("说明",))
    archive(printed(tmp_path, sheet), tmp_path / "archive.pdf")
    with pikepdf.open(tmp_path / "archive.pdf") as pdf:
        found = structure(pdf.Root.StructTreeRoot.K)
        assert pdf.Root.MarkInfo.Marked
    cells = ["TR", ["TD"], ["TD"]]
    assert found == ["Document", ["H1"], ["Table", ["TR", ["TH"], ["TH"]], cells, cells], ["P"]]


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="no poppler on this machine")
def test_the_rules_and_the_page_number_are_no_part_of_the_text(tmp_path: Path) -> None:
    archive(printed(tmp_path, SHEETS["form"]), tmp_path / "archive.pdf")
    told = subprocess.run(
        ["pdfinfo", "-struct-text", tmp_path / "archive.pdf"], check=True, capture_output=True, text=True
    ).stdout
    assert "姓名" in told
    assert "第 1 页" not in told

"""Rows that are hidden or filtered out: they come in, and their numbers are told."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.exchange.importing import import_book
from app.exchange.reading import read_sheet
from app.office import Office
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_ods
from tests.app.exchange.test_joining import Rows, listed

ROWS = [["姓名"], ["张三"], ["李四"], ["王五"]]


def write(path: Path, rows: Rows = ROWS) -> Path:
    book = Workbook(str(path))
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    sheet.autofilter(0, 0, len(rows) - 1, 0)
    for number in (1, 3):
        sheet.set_row(number, options={"hidden": True})
    book.close()
    return path


def test_they_are_told_in_an_xlsx(tmp_path: Path) -> None:
    assert read_sheet(write(tmp_path / "a.xlsx")).hidden_rows == {1, 3}


def test_they_are_told_in_an_xls(tmp_path: Path) -> None:
    """Written by LibreOffice, which keeps hidden rows hidden in the old format."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not there")
    write(tmp_path / "a.xlsx")
    convert = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/lo"]
    said = subprocess.run(
        [*convert, "--convert-to", "xls", "--outdir", tmp_path, tmp_path / "a.xlsx"],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    ).stderr
    if "source file could not be loaded" in said:
        pytest.skip("LibreOffice is there without Calc")
    sheet = read_sheet(tmp_path / "a.xls")
    assert (sheet.rows, set(sheet.hidden_rows)) == (ROWS, {1, 3})


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_they_are_told_in_an_ods(tmp_path: Path, how: str) -> None:
    book = write_ods(tmp_path / "a.ods", ROWS)
    plain, rows = "<table:table-row>", f'table:visibility="{how}"'
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    first, *rest = parts["content.xml"].split(plain)
    hidden = [f"<table:table-row {rows}>" if number in (1, 3) else plain for number in range(len(rest))]
    parts["content.xml"] = first + "".join(tag + row for tag, row in zip(hidden, rest, strict=True))
    with zipfile.ZipFile(book, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    sheet = read_sheet(book)
    assert (sheet.rows, set(sheet.hidden_rows)) == (ROWS, {1, 3})


def test_a_hidden_column_that_is_left_out_is_told(tmp_path: Path, office: Office) -> None:
    book = Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    for number, row in enumerate(listed("张三")):
        sheet.write_row(number, 0, [*row, "备注" if number == 0 else "临时工"])
    sheet.set_column(6, 6, options={"hidden": True})
    book.close()
    assert import_book(MEMBERS, tmp_path / "a.xlsx").asides == ["隐藏的列没有导入：备注"]


def test_they_come_in_and_are_named(tmp_path: Path, office: Office) -> None:
    report = import_book(MEMBERS, write(tmp_path / "a.xlsx", listed("张三", "李四", "王五")))
    assert (report.new, report.asides) == (3, ["隐藏或筛选掉的行也在内：第 2、4 行"])

"""What an xlsx workbook shows beside its values: formats, failed formulas, results that are missing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.exchange.reading import read_sheet
from app.exchange.sheet import NOT_CALCULATED, Sheet

FIRST = 40603  # 1 March 2011

Changed = Callable[..., Sheet]


@pytest.fixture
def column(tmp_path: Path) -> Callable[..., Path]:
    """Write cells below each other, each a value, with a format, or a formula with its stored result."""

    def write(*cells: object, from_1904: bool = False) -> Path:
        book = Workbook(str(tmp_path / "a.xlsx"), {"date_1904": from_1904})
        sheet = book.add_worksheet()
        sheet.write(0, 0, "标题")
        for number, cell in enumerate(cells, start=1):
            if isinstance(cell, tuple):
                value, code = cell
                sheet.write(number, 0, value, book.add_format({"num_format": code}))
            else:
                sheet.write(number, 0, cell)
        book.close()
        return tmp_path / "a.xlsx"

    return write


def changed(path: Path, part: str, pattern: str, replacement: str) -> Path:
    """Change a part of a workbook, as another program would have written it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    assert re.search(pattern, text)
    parts[part] = re.sub(pattern, replacement, text).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def below(sheet: Sheet) -> list[str]:
    return [row[0] for row in sheet.rows[1:]]


def test_cells_hold_what_their_formats_show(column: Callable[..., Path]) -> None:
    book = column((2001.1, "0.00"), (12, "000000"), (0.15, "0%"), (FIRST, "yyyy.mm"), ("0012", '"泰祥-"@'))
    assert below(read_sheet(book)) == ["2001.10", "000012", "15%", "2011-03", "泰祥-0012"]


def test_cells_that_do_not_say_where_they_stand_stand_in_their_order(column: Callable[..., Path]) -> None:
    book = changed(column((2001.1, "0.00"), (12, "000000")), SHEET, r' r="[A-Z]*[0-9]+"', "")
    assert below(read_sheet(book)) == ["2001.10", "000012"]


def test_the_marks_of_cells_may_stand_in_single_quotes(column: Callable[..., Path]) -> None:
    book = changed(column((2001.1, "0.00")), SHEET, r'<c r="A2" s="1">', "<c r='A2' s='1'>")
    assert below(read_sheet(book)) == ["2001.10"]


def test_the_day_that_a_format_leaves_out_is_kept_aside(column: Callable[..., Path]) -> None:
    sheet = read_sheet(column((FIRST + 13, 'yyyy"年"m"月"'), (FIRST, 'yyyy"年"m"月"')))
    assert (below(sheet), sheet.days) == (["2011-03", "2011-03"], {(1, 0): "2011-03-14"})


def test_a_workbook_may_count_days_from_1904(column: Callable[..., Path]) -> None:
    sheet = read_sheet(column((FIRST - 1462, "yyyy/m"), (FIRST - 1462, "yyyy/m/d"), from_1904=True))
    assert (below(sheet), sheet.from_1904) == (["2011-03", "2011-03-01"], True)


@pytest.mark.parametrize(
    "code",
    ["#N/A", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BUSY!", "#PYTHON!"],
)
def test_a_failed_formula_is_told_in_its_cell_and_spoils_no_other(
    code: str, column: Callable[..., Path]
) -> None:
    book = changed(column("=1/0", "张三"), SHEET, r"<f>1/0</f><v>0</v>", f"<f>1/0</f><v>{code}</v>")
    sheet = read_sheet(changed(book, SHEET, r'<c r="A2">', '<c r="A2" t="e">'))
    assert below(sheet) == [code, "张三"]
    assert sheet.errors == {(1, 0): f"公式出错（{code}），请改为正确的内容"}


@pytest.mark.parametrize("left", ["", "<v></v>", "<v/>"])
def test_a_formula_without_its_result_is_told(left: str, column: Callable[..., Path]) -> None:
    book = changed(column("=1000+200"), SHEET, "<v>0</v>", left)
    sheet = read_sheet(changed(book, "xl/workbook.xml", ' fullCalcOnLoad="1"', ""))
    assert (below(sheet), sheet.errors) == (["=1000+200"], {(1, 0): NOT_CALCULATED})


def test_the_nought_of_a_workbook_that_was_never_computed_is_told(column: Callable[..., Path]) -> None:
    assert read_sheet(column("=1000+200")).errors == {(1, 0): NOT_CALCULATED}


def test_a_nought_that_was_computed_is_a_nought(column: Callable[..., Path]) -> None:
    sheet = read_sheet(changed(column("=1-1"), "xl/workbook.xml", ' fullCalcOnLoad="1"', ""))
    assert (below(sheet), sheet.errors) == (["0"], {})


def test_a_result_is_shown_by_its_format(column: Callable[..., Path]) -> None:
    book = changed(column(("=1/8", "0.0%")), SHEET, "<v>0</v>", "<v>0.125</v>")
    assert below(read_sheet(book)) == ["12.5%"]


def test_merged_cells_repeat_what_is_told_of_them(tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_column("B1", ["姓名", "张三", "李四"])
    sheet.merge_range("A2:A3", "")
    sheet.write_formula("A2", "=1+1")
    book.close()
    assert read_sheet(tmp_path / "a.xlsx").errors == {(1, 0): NOT_CALCULATED, (2, 0): NOT_CALCULATED}


def test_a_number_that_lost_its_last_digits_is_told(column: Callable[..., Path]) -> None:
    assert "丢失末尾数字" in read_sheet(column(6222021234567890123)).errors[1, 0]


def test_frames_in_the_last_corner_are_no_cells(tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "a.xlsx"))
    sheet, framed = book.add_worksheet(), book.add_format({"border": 1})
    sheet.write(0, 0, "姓名")
    sheet.write_blank(1_048_575, 0, None, framed)
    sheet.write_blank(0, 16_383, None, framed)
    book.close()
    assert read_sheet(tmp_path / "a.xlsx").rows == [["姓名"]]

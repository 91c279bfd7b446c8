"""Workbooks of Excel 97 and 95: each cell as shown, or told why it cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.reading import read_sheet
from app.exchange.sheet import NOT_CALCULATED
from tests.app.exchange.old_excel import Cell, Failure, Formula, Number, write_xls

SERIAL = 40610  # 8 March 2011
IN_MARCH = 40603  # 1 March 2011


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Number(2001.1, "0.00"), "2001.10"),
        (Number(12, "000000"), "000012"),
        (Number(0.15, 9), "15%"),
        (Number(SERIAL, 14), "2011-03-08"),
        (Number(IN_MARCH, 'yyyy"年"m"月"'), "2011-03"),
        (Number(IN_MARCH, 57), "2011-03"),
        (Number(1200), "1200"),
    ],
)
@pytest.mark.parametrize("excel_95", [False, True])
def test_a_number_is_what_its_format_shows(cell: Number, shown: str, excel_95: bool, tmp_path: Path) -> None:
    assert read_sheet(write_xls(tmp_path / "a.xls", [["姓名", cell]], excel_95=excel_95)).rows == [
        ["姓名", shown]
    ]


@pytest.mark.parametrize("codepage", [936, None])
def test_chinese_of_excel_95_is_read(codepage: int | None, tmp_path: Path) -> None:
    book = write_xls(tmp_path / "a.xls", [["姓名"], ["单小娟"]], excel_95=True, codepage=codepage)
    sheet = read_sheet(book)
    assert (sheet.name if codepage else "表", sheet.rows) == ("表", [["姓名"], ["单小娟"]])


@pytest.mark.parametrize("formula", [True, False])
@pytest.mark.parametrize("code", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_a_failed_cell_shows_its_code_and_is_told(code: str, formula: bool, tmp_path: Path) -> None:
    sheet = read_sheet(write_xls(tmp_path / "a.xls", [["民族"], [Failure(code, formula=formula)]]))
    assert sheet.rows == [["民族"], [code]]
    assert code in sheet.errors[1, 0]


def test_formulas_that_nothing_has_computed_are_told(tmp_path: Path) -> None:
    """As libraries write them that cannot compute: all results an empty text."""
    sheet = read_sheet(write_xls(tmp_path / "a.xls", [["月工资"], [Formula(None)]]))
    assert sheet.errors == {(1, 0): NOT_CALCULATED}


def test_an_empty_result_that_was_computed_is_empty(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["月工资", "备注"], ["1200", Formula(None)]]
    assert read_sheet(write_xls(tmp_path / "a.xls", rows, computed=True)).errors == {}


def test_a_nought_to_be_computed_on_loading_is_told_and_a_computed_one_is_not(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["月工资"],
        [Formula(0.0, on_load=True)],
        [Formula(0.0)],
        [Formula(5.0, on_load=True)],
    ]
    sheet = read_sheet(write_xls(tmp_path / "a.xls", rows))
    assert sheet.errors == {(1, 0): NOT_CALCULATED}
    assert [row[0] for row in sheet.rows[2:]] == ["0", "5"]


def test_cells_merged_downwards_are_the_value_of_each_row(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["工作单位", "姓名"], ["泰祥电器", "张三"], [None, "李四"]]
    book = write_xls(tmp_path / "a.xls", rows, merged=[(1, 2, 0, 0)])
    assert [row[0] for row in read_sheet(book).rows[1:]] == ["泰祥电器"] * 2


def test_days_counted_from_1904_are_the_days_shown(tmp_path: Path) -> None:
    sheet = read_sheet(write_xls(tmp_path / "a.xls", [["日期"], [Number(SERIAL - 1462, 14)]], from_1904=True))
    assert (sheet.rows[1], sheet.from_1904) == (["2011-03-08"], True)


def test_a_number_that_lost_its_last_digits_is_told(tmp_path: Path) -> None:
    sheet = read_sheet(write_xls(tmp_path / "a.xls", [["会员证号"], [Number(6222021234567890123, "0")]]))
    assert "丢失末尾数字" in sheet.errors[1, 0]

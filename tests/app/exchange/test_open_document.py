"""Spreadsheets of LibreOffice: each cell as shown, or told why it cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.reading import read_sheet, sheet_names
from app.exchange.sheet import NOT_CALCULATED, Sheet
from tests.app.exchange.books import ods_cell, write_ods_cells

EMPTY = "<table:table-cell/>"


def float_cell(text: str, value: float) -> str:
    return ods_cell(text, f'office:value-type="float" office:value="{value}"')


def day_cell(text: str, iso: str) -> str:
    return ods_cell(text, f'office:value-type="date" office:date-value="{iso}"')


def read(path: Path, *cells: str) -> Sheet:
    return read_sheet(write_ods_cells(path / "a.ods", [[ods_cell("标题")], *([cell] for cell in cells)]))


@pytest.mark.parametrize(
    ("cell", "shown", "day"),
    [
        (float_cell("2001.10", 2001.1), "2001.10", ""),
        (float_cell("000012", 12), "000012", ""),
        (float_cell("1,234,567.50", 1234567.5), "1234567.50", ""),
        (float_cell("1.39E+10", 13912345686), "13912345686", ""),
        (ods_cell("15.3%", 'office:value-type="percentage" office:value="0.153"'), "15.3%", ""),
        (day_cell("2011年3月", "2011-03-01"), "2011-03", ""),
        (day_cell("2011年3月", "2011-03-14"), "2011-03", "2011-03-14"),
        (day_cell("2011", "2011-01-01"), "2011", ""),
        (day_cell("3月14日", "2011-03-14"), "3月14日", "2011-03-14"),
        (day_cell("2011-03-14", "2011-03-14T09:30:00"), "2011-03-14", ""),
        (ods_cell("08:30", 'office:value-type="time" office:time-value="PT08H30M00S"'), "8:30", ""),
        (ods_cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'), "是", ""),
    ],
)
def test_a_cell_is_what_it_shows(cell: str, shown: str, day: str, tmp_path: Path) -> None:
    sheet = read(tmp_path, cell)
    assert (sheet.rows[1], sheet.days.get((1, 0), "")) == ([shown], day)


@pytest.mark.parametrize("code", ["#N/A", "#REF!", "Err:502", "#SPILL!"])
@pytest.mark.parametrize(
    "attributes",
    [
        'table:formula="of:=NA()" office:value-type="string" office:string-value=""',
        'table:formula="of:=NA()" office:value-type="float" office:value="0"',
    ],
)
def test_a_failed_formula_is_told_in_its_cell(code: str, attributes: str, tmp_path: Path) -> None:
    sheet = read(tmp_path, ods_cell(code, attributes))
    assert sheet.rows[1] == [code]
    assert code in sheet.errors[1, 0]


@pytest.mark.parametrize("kind", ["", ' office:value-type="float" office:value="0"'])
def test_a_formula_without_its_result_is_told(kind: str, tmp_path: Path) -> None:
    sheet = read(tmp_path, f'<table:table-cell table:formula="of:=1000+200"{kind}/>')
    assert (sheet.rows[1], sheet.errors) == (["=1000+200"], {(1, 0): NOT_CALCULATED})


def test_an_empty_text_that_was_computed_is_empty(tmp_path: Path) -> None:
    attributes = 'table:formula="of:=T(0)" office:value-type="string" office:string-value=""'
    assert read(tmp_path, f"<table:table-cell {attributes}/>").errors == {}


def test_cells_merged_downwards_are_the_value_of_each_row(tmp_path: Path) -> None:
    merged = ods_cell("泰祥电器", 'office:value-type="string" table:number-rows-spanned="3"')
    covered = "<table:covered-table-cell/>"
    rows = [[merged, ods_cell("张三")], [covered, ods_cell("李四")], [covered, ods_cell("王五")]]
    book = write_ods_cells(tmp_path / "a.ods", [[ods_cell("工作单位"), ods_cell("姓名")], *rows])
    assert [row[0] for row in read_sheet(book).rows[1:]] == ["泰祥电器"] * 3


def test_rows_and_columns_that_are_only_there_to_be_framed_hold_nothing(tmp_path: Path) -> None:
    book = write_ods_cells(
        tmp_path / "a.ods",
        [[ods_cell("姓名"), '<table:table-cell table:number-columns-repeated="16383"/>'], [EMPTY]],
    )
    assert read_sheet(book).rows == [["姓名"]]


def test_a_text_repeated_over_all_columns_is_refused(tmp_path: Path) -> None:
    cell = ods_cell("x", 'office:value-type="string" table:number-columns-repeated="16384"')
    with pytest.raises(Refused, match="列"):
        read(tmp_path, cell)


def test_hidden_columns_are_known(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    book = write_ods_cells(tmp_path / "a.ods", [[ods_cell("姓名"), ods_cell("备用")]], columns=columns)
    assert (read_sheet(book).hidden, sheet_names(book)) == (frozenset({1}), ["x"])


def test_breaks_blanks_and_notes_are_told_apart(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>请核对</text:p>'
        '</office:annotation><text:p>一<text:s text:c="2"/>二</text:p><text:p>三</text:p>'
        "</table:table-cell>"
    )
    assert read(tmp_path, cell).rows[1] == ["一  二\n三"]

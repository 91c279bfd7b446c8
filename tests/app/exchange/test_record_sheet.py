"""A table for another body, written and read back as that body's program would."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.errors import Refused
from app.exchange.record_sheet import write_table
from app.register import SheetTable

ACCOUNT = "6222020200012345676"
ROWS = (("李红", ACCOUNT, Decimal("1234.50")),)
TOTAL = ("合计 1 笔", "", Decimal("1234.50"))


def table(**changed: object) -> SheetTable:
    return SheetTable("代发明细表", ("户名", "账号", "金额"), changed.pop("rows", ROWS), TOTAL, **changed)  # type: ignore[arg-type]


def test_a_workbook_keeps_the_account_as_text_and_the_amount_as_a_number(tmp_path: Path) -> None:
    assert write_table(table(), tmp_path / "表.xlsx") == 1, "a total is nobody who is paid"
    rows = CalamineWorkbook.from_path(str(tmp_path / "表.xlsx")).get_sheet_by_index(0).to_python()
    assert rows == [["户名", "账号", "金额"], ["李红", ACCOUNT, 1234.5], ["合计 1 笔", "", 1234.5]]


def test_text_is_what_a_chinese_bank_reads(tmp_path: Path) -> None:
    write_table(table(separator="|", has_heading=False), tmp_path / "表.txt")
    text = (tmp_path / "表.txt").read_bytes().decode("gb18030")
    assert text == f"李红|{ACCOUNT}|1234.50\r\n合计 1 笔||1234.50\r\n"


def test_a_cell_that_holds_the_separator_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="分隔符"):
        write_table(table(rows=(("李,红", ACCOUNT, Decimal(1)),)), tmp_path / "表.txt")
    assert list(tmp_path.iterdir()) == []

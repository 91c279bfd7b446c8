"""All figures of a period as a workbook, read back with another library."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.errors import Refused
from app.exchange import figures_book
from app.exchange.figure_sheets import FigureSheets
from app.keeping import keeping
from app.office import Office
from app.rules import periods
from app.statistics.closing import close_year
from app.subjects.disputes.cases.register import DISPUTES
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "统计.xlsx"


def rows(book: Path, sheet: str = "统计") -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(book)).get_sheet_by_name(sheet).to_python()


def row(book: Path, name: str) -> list[Any]:
    return next(one for one in rows(book) if one[1] == name)


def test_a_figure_is_written_with_value_unit_last_year_and_definition(office: Office, book: Path) -> None:
    make_case("受理")
    figures_book.write(Y2011, book)
    assert row(book, "受理争议")[:5] == ["劳动争议", "受理争议", 1.0, "起", 0.0]
    assert row(book, "受理争议")[5:8] == ["—", "期间数", "受理日期在2011年的争议案件数"]


def test_money_is_written_in_yuan_and_a_share_as_a_share(office: Office, book: Path) -> None:
    make_case("受理", claim_amount=6_000_50)
    make_case("结案", claim_amount=0)
    figures_book.write(Y2011, book)
    assert row(book, "争议金额")[2] == 6000.5
    assert row(book, "办结率")[2:4] == [0.5, ""]


def test_words_stay_words(office: Office, book: Path) -> None:
    figures_book.write(Y2011, book)
    assert row(book, "工会名称")[2] == "泰祥社区工会"


def test_parts_are_folded_below_their_figure(office: Office, book: Path) -> None:
    make_case("受理", category="确认劳动关系")
    figures_book.write(Y2011, book)
    names = [one[1] for one in rows(book)]
    place = names.index("受理争议·确认劳动关系")
    assert names[place - 1] == "受理争议"
    sheet = zipfile.ZipFile(book).read("xl/worksheets/sheet1.xml").decode()
    folded = re.search(rf'<row r="{place + 1}"[^>]*>', sheet)
    assert folded is not None
    assert 'outlineLevel="1"' in folded[0]
    assert 'hidden="1"' in folded[0]


def test_each_cross_table_that_holds_anything_has_a_sheet_with_its_sums(office: Office, book: Path) -> None:
    make_case("结案", outcome="和解")
    make_case("结案", outcome="撤回申请")
    make_case("结案", outcome="撤回申请", category="确认劳动关系")
    figures_book.write(Y2011, book)
    table = rows(book, "受理争议（争议类别 × 结案方式）")
    assert table[1] == ["争议类别", "和解", "撤回申请", "合计"]
    assert table[2] == ["确认劳动关系", 0.0, 1.0, 1.0]
    assert table[-1] == ["合计", 1.0, 2.0, 3.0]
    names = CalamineWorkbook.from_path(str(book)).sheet_names
    assert not any(name.startswith("报送信息") for name in names)


@pytest.mark.usefixtures("few_figures")
def test_a_closed_value_says_so_and_what_the_records_say_now(office: Office, book: Path) -> None:
    case = make_case("受理")
    make_case("受理")
    close_year(2011)
    keeping.to_bin(DISPUTES, [case.id])
    figures_book.write(Y2011, book)
    assert (row(book, "受理争议")[2], row(book, "受理争议")[8]) == (2.0, "关账数，现为 1")


def test_names_of_sheets_are_such_as_a_spreadsheet_takes(tmp_path: Path) -> None:
    sheets = FigureSheets(tmp_path / "names.xlsx")
    for _ in range(2):
        sheets.sheet("帮扶[资金]/户:" + "很长" * 20)
    sheets.close()
    names = CalamineWorkbook.from_path(str(tmp_path / "names.xlsx")).sheet_names
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_a_file_of_another_kind_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.xlsx"):
        figures_book.write(Y2011, tmp_path / "统计.pdf")

"""Rosters kept in .xls of Excel 95 and 97 and in .ods: people are taken as shown, or refused by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.exchange.importing import Report, open_session, report_of
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import ods_cell, write_ods_cells
from tests.app.exchange.old_excel import Cell, Failure, Number, write_xls
from tests.factories import people

SERIAL = 40610  # 8 March 2011, counted from 1900
IN_1904 = SERIAL - 1462  # the same day counted from 1904


@dataclass(frozen=True)
class Shown:
    """A cell that shows something else than it holds, or failed; `format` is its code in Excel."""

    value: float
    text: str
    format: str = "General"
    kind: str = "float"


Told = str | Shown | Failure
Take = Callable[..., Report]


def _xls(path: Path, rows: Sequence[Sequence[Told]], *, excel_95: bool, from_1904: bool) -> None:
    def cell(one: Told) -> Cell:
        return Number(one.value, one.format) if isinstance(one, Shown) else one

    write_xls(
        path,
        [[cell(one) for one in row] for row in rows],
        excel_95=excel_95,
        from_1904=from_1904,
        computed=True,
    )


def _ods(path: Path, rows: Sequence[Sequence[Told]], *, from_1904: bool) -> None:
    def cell(one: Told) -> str:
        if isinstance(one, Failure):
            formula = 'table:formula="of:=NA()" office:value-type="string" office:string-value=""'
            return ods_cell(one.code, formula)
        if isinstance(one, Shown) and one.kind == "date":
            day = (date(1904, 1, 1) if from_1904 else date(1899, 12, 30)) + timedelta(one.value)
            return ods_cell(one.text, f'office:value-type="date" office:date-value="{day.isoformat()}"')
        if isinstance(one, Shown):
            return ods_cell(one.text, f'office:value-type="{one.kind}" office:value="{one.value}"')
        return ods_cell(one)

    write_ods_cells(path, [[cell(one) for one in row] for row in rows], from_1904=from_1904)


@pytest.fixture(params=["97.xls", "95.xls", "open.ods"])
def take(request: pytest.FixtureRequest, office: Office, tmp_path: Path) -> Take:
    """Import the roster of one member, with what is told of her beside what every member needs."""

    def taken(told: dict[str, Told], *, from_1904: bool = False) -> Report:
        person: dict[str, Told] = {
            "姓名": "张三", "性别": "男", "证件号码": people.resident_id(), "手机号码": "13800138000",
            "工作单位": "泰祥电器", "批准日期": "2011-3-8",
        }  # fmt: skip
        row = {**person, **told}
        path = tmp_path / request.param
        rows: list[list[Told]] = [list(row), list(row.values())]
        if path.suffix == ".ods":
            _ods(path, rows, from_1904=from_1904)
        else:
            _xls(path, rows, excel_95=path.stem == "95", from_1904=from_1904)
        session = open_session(MEMBERS, path)
        session.import_rows(without_refused=True)
        return report_of(session)

    return taken


def refused(report: Report) -> list[tuple[str, str]]:
    return [(one.heading, one.sentence) for one in report.problems]


def test_a_day_without_its_format_is_counted_from_the_first_day_of_the_book(take: Take) -> None:
    take({"批准日期": Shown(IN_1904, str(IN_1904))}, from_1904=True)
    assert Member.get().approved_on == date(2011, 3, 8)


def test_a_day_with_its_format_is_the_day_it_shows(take: Take) -> None:
    take({"批准日期": Shown(IN_1904, "2011-03-08", "yyyy-mm-dd", "date")}, from_1904=True)
    assert Member.get().approved_on == date(2011, 3, 8)


def test_leading_noughts_of_a_format_are_part_of_a_number(take: Take) -> None:
    take({"会员证号码": Shown(12, "000012", "000000")})
    assert Member.get().card_no == "000012"


def test_a_percentage_in_a_text_is_written_as_it_is_shown(take: Take) -> None:
    take({"备注": Shown(0.153, "15.3%", "0.0%", "percentage")})
    assert Member.get().remark == "15.3%"


def test_a_month_by_its_format_is_the_month(take: Take) -> None:
    take({"批准日期": Shown(40603, "2011年3月", 'yyyy"年"m"月"', "date")})
    assert (Member.get().approved_on, Member.get().joined) == (None, "2011-03")


def test_a_month_typed_as_a_number_is_the_month_that_is_shown(take: Take) -> None:
    take({"参加工作时间": Shown(2001.1, "2001.10", "0.00")})
    assert Member.get().work_start == "2001-10"


@pytest.mark.parametrize("code", ["#N/A", "#REF!", "#DIV/0!"])
def test_a_failed_formula_is_refused_and_never_the_usual_value(take: Take, code: str) -> None:
    report = take({"民族": Failure(code)})
    assert (refused(report), Member.select().count()) == (
        [("民族", f"公式出错（{code}），请改为正确的内容")],
        0,
    )

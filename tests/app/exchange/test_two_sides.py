"""Cash books as people keep them: what came in beside what went out, and sums of months between the lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from app.exchange.beside import asides
from app.exchange.importing import report_of
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.subjects.office.cash.records import CashEntry
from app.subjects.office.cash.register import CASH
from app.subjects.office.visits.register import VISITS

Take = Callable[..., ImportSession]
HEADING = ["日期", "摘要", "科目", "资金", "收入", "支出", "余额"]
DUES = ["2011-3-1", "三月会费", "会费收入", "会费", "1,200.00", "", ""]
TEA = ["2011-3-9", "慰问品", "帮扶慰问支出", "帮扶", "", "300", ""]


@pytest.fixture
def take(office: Office) -> Take:
    def taken(*rows: Sequence[str], without_refused: bool = True) -> ImportSession:
        session = ImportSession.of(CASH, Sheet("账", [list(row) for row in rows]))
        session.import_rows(without_refused=without_refused)
        return session

    return taken


def kept() -> list[tuple[str, str, int]]:
    return [(one.summary, one.direction, one.amount) for one in CashEntry.select().order_by(CashEntry.id)]


@pytest.mark.parametrize(
    ("came_in", "went_out"),
    [
        ("收入", "支出"),
        ("收入金额", "支出金额"),
        ("收入（元）", "支出（元）"),
        ("借方", "贷方"),
        ("借方金额", "贷方金额"),
        ("收方", "付方"),
    ],
)
def test_an_amount_stands_in_the_column_of_its_direction(take: Take, came_in: str, went_out: str) -> None:
    """A journal of cash debits what comes in and credits what goes out."""
    take([*HEADING[:4], came_in, went_out, "余额"], DUES, TEA)
    assert kept() == [("三月会费", "收", 1_200_00), ("慰问品", "支", 300_00)]


def test_a_nought_or_a_dash_on_the_other_side_is_empty(take: Take) -> None:
    take(HEADING, [*DUES[:5], "0.00", ""], [*TEA[:4], "-", "300", ""])
    assert kept() == [("三月会费", "收", 1_200_00), ("慰问品", "支", 300_00)]


def test_a_row_with_both_is_refused(take: Take) -> None:
    session = take(HEADING, [*DUES[:5], "300", ""], TEA)
    assert [problem.sentence for problem in report_of(session).problems] == [
        "“收入”和“支出”都有金额，请分两行写"
    ]
    assert kept() == [("慰问品", "支", 300_00)]


def test_a_row_with_neither_is_refused_for_its_amount(take: Take) -> None:
    session = take(HEADING, [*DUES[:4], "", "", "1,200.00"])
    assert [problem.sentence for problem in report_of(session).problems] == ["请填写金额"]


def test_an_amount_that_cannot_be_read_is_told_in_its_column(take: Take) -> None:
    (row,) = take(HEADING, [*DUES[:4], "若干", "", ""]).rows
    assert [problem.column for problem in row.blocks] == [4]


def test_a_direction_that_the_side_contradicts_is_refused(take: Take) -> None:
    session = take([*HEADING, "收/支"], [*DUES, "支"])
    (problem,) = report_of(session).problems
    assert problem.sentence == "金额在“收入”栏，收/支写的是“支”，请核对"


def test_the_unit_above_the_list_is_that_of_both_sides(take: Take) -> None:
    take(["单位：万元"], HEADING, [*DUES[:4], "0.12", "", ""])
    assert kept() == [("三月会费", "收", 1_200_00)]


def test_a_book_of_income_alone_is_read(take: Take) -> None:
    take(HEADING[:5], DUES[:5])
    assert kept() == [("三月会费", "收", 1_200_00)]


def test_neither_side_is_asked_for_where_the_columns_are_there(office: Office) -> None:
    from app.exchange.missing import missing

    session = ImportSession.of(CASH, Sheet("账", [HEADING, DUES]))
    assert missing(session) == []


def test_a_corrected_cell_changes_sides(take: Take) -> None:
    session = take(HEADING, [*DUES[:5], "300", ""])
    (row,) = session.correct(2, 4, "")
    assert [problem.sentence for problem in row.blocks] == ["“会费收入”与“支”不符，请核对收支和科目"]


@pytest.mark.parametrize(
    "words", ["本月合计", "本年累计", "本日合计", "过次页", "承前页", "本月发生额", "上月结余", "月结"]
)
def test_sums_of_a_month_are_no_lines_of_the_book(take: Take, words: str) -> None:
    session = take(HEADING, DUES, ["2011-3-31", words, "", "", "1,200.00", "300.00", "900.00"])
    assert (kept(), session.totals_rows) == ([("三月会费", "收", 1_200_00)], [3])


def test_income_is_no_column_of_a_register_that_keeps_no_sides(office: Office) -> None:
    session = ImportSession.of(
        VISITS, Sheet("来访", [["来访日期", "姓名", "收入"], ["2011-3-8", "张三", "1"]])
    )
    assert list(session.columns.chosen) == [0, 1]


@pytest.mark.parametrize("words", ["上年结转", "上月结余", "期初余额", "年初余额", "结转下年"])
def test_what_was_carried_over_is_told_and_no_line(take: Take, words: str) -> None:
    session = take(HEADING, ["", words, "", "", "", "", "1,000.00"], DUES)
    assert ([one.summary for one in CashEntry.select()], session.problems) == (["三月会费"], [])
    assert words in "".join(asides(session)) or session.totals_rows == [2]

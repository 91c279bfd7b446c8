"""The sheet of dues as offices keep it, a column for each month: every amount is a payment of its month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from app.exchange.beside import asides
from app.exchange.importing import Report, report_of
from app.exchange.joining import sheets_as_one
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.subjects.members.membership.records import DuesPayment
from app.subjects.members.records import Member
from app.subjects.members.register import DUES
from tests.factories.people import make_member

MONTHS = [f"{month}月" for month in range(1, 13)]
HEADING = ["序号", "姓名", "证件号码", "应缴", *MONTHS, "合计（元）", "签名"]
TITLE = ["2011年会费收缴登记表"]

Take = Callable[..., ImportSession]


@pytest.fixture
def member(office: Office) -> Member:
    return make_member(name="王芳", applied_on=None, approved_on=date(2010, 1, 4))


@pytest.fixture
def take(member: Member) -> Take:
    def taken(*rows: Sequence[str], year: int | None = None) -> ImportSession:
        sheet = sheets_as_one(DUES, "会费.xlsx", [Sheet("会费.xlsx", [list(row) for row in rows], "会费")])
        session = ImportSession.of(DUES, sheet)
        session.options.year, session.options.incomplete = year, True  # nobody kept the days of paying
        session.import_rows(without_refused=True)
        return session

    return taken


def line(number: str, member: Member, *amounts: str) -> list[str]:
    months = [*amounts, *[""] * (12 - len(amounts))]
    return [number, member.name, member.id_number, "10", *months, "", ""]


def kept() -> list[tuple[str, str, int, int]]:
    payments = DuesPayment.select().order_by(DuesPayment.id)
    return [(one.member.name, one.month, one.due, one.paid) for one in payments]


def problems(session: ImportSession) -> list[str]:
    report: Report = report_of(session)
    return [str(problem) for problem in report.problems]


def test_each_amount_is_a_payment_of_its_month(take: Take, member: Member) -> None:
    other = make_member(name="李敏", applied_on=None, approved_on=date(2010, 1, 4))
    total = ["", "合计", "", "", "20", "10", *[""] * 12]
    session = take(TITLE, HEADING, line("1", member, "10", "10.5"), line("2", other, "", "", "8"), total)
    assert kept() == [
        ("王芳", "2011-01", 10_00, 10_00),
        ("王芳", "2011-02", 10_00, 10_50),
        ("李敏", "2011-03", 10_00, 8_00),
    ]
    told = asides(session)
    assert "“1月”到“12月”各列是每月的实缴，一格读作一行" in told
    assert "没有写年份的日期读作 2011 年，请核对" in told
    assert "合计、签名等行没有导入：第 5 行" in told


def test_what_is_wrong_of_all_months_is_told_once(take: Take, member: Member) -> None:
    nobody = ["1", "王芳", "310104197208081221", "10", *["10"] * 12, "", ""]
    session = take(TITLE, HEADING, nobody)
    told = problems(session)
    assert len(told) == len(set(told)) == 2  # whose row it is, and that nobody has this number
    assert all("会员" in sentence for sentence in told)


def test_what_is_wrong_is_told_of_the_line_of_the_file(take: Take, member: Member) -> None:
    session = take(TITLE, HEADING, line("1", member, "10", "√", "10"))
    assert [problem.split("：")[0] for problem in problems(session)] == ["第 3 行“2月·实缴”"]
    assert [month for _, month, _, _ in kept()] == ["2011-01", "2011-03"]


def test_whoever_paid_nothing_is_left_out_and_counted(take: Take, member: Member) -> None:
    session = take(TITLE, HEADING, line("1", member, "—", "10"), line("2", member))
    assert len(kept()) == 1
    assert any(told.endswith("；1 行各月都是空的，没有读") for told in asides(session))


def test_no_year_is_invented(take: Take, member: Member) -> None:
    """A sheet that does not say its year is asked for it; the command line says it with --year."""
    session = take(HEADING, line("1", member, "10", "10"))
    assert kept() == []
    assert problems(session) == [
        "第 1 行：2 行的日期没有写年份，请写全，例如 2011-3-9，或用 --year 写明各行是哪一年"
    ]
    take(HEADING, line("1", member, "10", "10"), year=2012)
    assert [month for _, month, _, _ in kept()] == ["2012-01", "2012-02"]


def test_months_may_say_their_year_or_be_written_in_characters(take: Take, member: Member) -> None:
    heading = ["姓名", "证件号码", "应缴", "2011年11月", "2011年12月", "2012年1月"]
    take(heading, [member.name, member.id_number, "10", "10", "10", "10"])
    heading = ["姓名", "证件号码", "应缴", "二月", "三月份", "十二月"]
    take(["2012年会费"], heading, [member.name, member.id_number, "10", "10", "10", "10"])
    assert [month for _, month, _, _ in kept()] == [
        "2011-11",
        "2011-12",
        "2012-01",
        "2012-02",
        "2012-03",
        "2012-12",
    ]


def test_a_month_in_its_own_column_is_of_the_year_of_the_list(take: Take, member: Member) -> None:
    take(
        TITLE,
        ["姓名", "证件号码", "月份", "应缴", "实缴"],
        [member.name, member.id_number, "3月", "10", "10"],
    )
    assert kept() == [("王芳", "2011-03", 10_00, 10_00)]


def test_other_registers_know_no_months(member: Member) -> None:
    from app.subjects.office.cash.register import CASH

    sheet = Sheet("账", [["摘要", "1月", "2月", "3月"], ["办公费", "1", "2", "3"]], "账")
    assert sheets_as_one(CASH, "账.xlsx", [sheet]).rows == sheet.rows

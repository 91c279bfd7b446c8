"""Days without their year and two days in one cell: taken where the list says what is meant, else refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from app.exchange.beside import asides
from app.exchange.cells import Options
from app.exchange.importing import report_of
from app.exchange.joining import sheets_as_one
from app.exchange.open_days import NO_YEAR
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.register import Register
from app.subjects.activities.records import Activity
from app.subjects.activities.register import ACTIVITIES
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS

Take = Callable[..., ImportSession]
VISIT = ["日期", "姓名", "事由", "接待人"]
WHO = ["李四", "咨询退休", "王芳"]
TOLD = "没有写年份的日期读作 2011 年，请核对"


@pytest.fixture
def take(office: Office) -> Take:
    def taken(
        register: Register,
        *rows: Sequence[str],
        name: str = "",
        title: str = "登记簿",
        year: int | None = None,
        incomplete: bool = False,
    ) -> ImportSession:
        sheet = Sheet(title, [list(row) for row in rows], name)
        session = ImportSession.of(register, sheet, Options(year=year, incomplete=incomplete))
        session.import_rows(without_refused=True)
        return session

    return taken


def said(session: ImportSession) -> list[str]:
    return [problem.sentence for problem in report_of(session).problems]


@pytest.mark.parametrize("cell", ["3月9日", "3月9号", "03月09日", "三月九日", "3月9日 星期三", "3月9日上午"])
def test_a_day_below_the_title_of_a_year_is_of_that_year_and_it_is_told(take: Take, cell: str) -> None:
    session = take(VISITS, ["泰祥社区2011年来访登记"], VISIT, [cell, *WHO])
    assert ([one.visited_on for one in Visit.select()], TOLD in asides(session)) == ([date(2011, 3, 9)], True)


@pytest.mark.parametrize(("name", "title"), [("2011年", "登记簿"), ("Sheet1", "2011年来访.xlsx")])
def test_the_year_may_be_named_by_the_sheet_or_the_book(take: Take, name: str, title: str) -> None:
    take(VISITS, VISIT, ["3月9日", *WHO], name=name, title=title)
    assert Visit.get().visited_on == date(2011, 3, 9)


def test_a_column_of_years_says_it_for_each_row(take: Take) -> None:
    take(VISITS, ["2011年来访登记"], ["年份", *VISIT], ["2010", "12月30日", *WHO])
    assert Visit.get().visited_on == date(2010, 12, 30)


def test_the_year_that_is_given_outweighs_the_title(take: Take) -> None:
    take(VISITS, ["2011年来访登记"], VISIT, ["3月9日", *WHO], year=2010)
    assert Visit.get().visited_on == date(2010, 3, 9)


@pytest.mark.parametrize("above", ["来访登记", "2010年10月至2011年9月来访登记"])
def test_without_one_year_the_row_is_refused_with_the_remedy(take: Take, above: str) -> None:
    session = take(VISITS, [above], VISIT, ["3月9日", *WHO])
    assert (said(session), Visit.select().count()) == (
        ["1 行的日期没有写年份，请写全，例如 2011-3-9，或用 --year 写明各行是哪一年"],
        0,
    )
    assert [one.sentence for one in session.rows[0].blocks] == [NO_YEAR]


def test_a_day_of_birth_is_never_of_the_year_of_the_list(take: Take) -> None:
    session = take(MEMBERS, ["2011年会员花名册"], ["姓名", "出生日期", "性别"], ["张三", "3月9日", "男"])
    assert NO_YEAR in [one.sentence for one in session.rows[0].blocks]


def test_a_day_that_the_year_does_not_have_is_told(take: Take) -> None:
    session = take(VISITS, ["2011年来访登记"], VISIT, ["2月29日", *WHO])
    assert said(session) == ["2011年2月只有28天"]


ACTIVITY = ["活动名称", "活动时间"]


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2011年3月9日—11日", date(2011, 3, 9), date(2011, 3, 11)),
        ("2011年3月9日至4月2日", date(2011, 3, 9), date(2011, 4, 2)),
        ("2011.3.9-3.11", date(2011, 3, 9), date(2011, 3, 11)),
        ("2011-12-30至2012-1-2", date(2011, 12, 30), date(2012, 1, 2)),
        ("3月9日—11日", date(2011, 3, 9), date(2011, 3, 11)),
    ],
)
def test_two_days_of_a_cell_are_the_first_and_the_last(
    take: Take, cell: str, first: date, last: date
) -> None:
    take(ACTIVITIES, ["2011年活动一览"], ACTIVITY, ["插花比赛", cell], incomplete=True)
    assert [(one.starts_on, one.ends_on) for one in Activity.select()] == [(first, last)]


def test_a_last_day_without_its_year_is_of_the_year_of_the_first(take: Take) -> None:
    take(ACTIVITIES, [*ACTIVITY, "结束日期"], ["插花比赛", "2011-3-9", "3月11日"], incomplete=True)
    assert Activity.get().ends_on == date(2011, 3, 11)


def test_two_days_where_one_is_kept_are_refused_with_the_remedy(take: Take) -> None:
    session = take(VISITS, VISIT, ["2011年3月9日—11日", *WHO])
    assert said(session) == ["写了起止两天，“来访日期”只能填一天，请只留一天，另一天写在备注"]


def test_two_days_in_the_wrong_order_are_told(take: Take) -> None:
    session = take(ACTIVITIES, ACTIVITY, ["插花比赛", "2011年12月30日—1月2日"], incomplete=True)
    assert said(session) == ["止日2011年1月2日早于起日2011年12月30日，请核对"]


def test_a_last_day_that_another_column_contradicts_is_told(take: Take) -> None:
    row = ["插花比赛", "2011年3月9日—11日", "2011-3-12"]
    session = take(ACTIVITIES, [*ACTIVITY, "结束日期"], row, incomplete=True)
    assert said(session) == ["止日与“结束日期”不同，请核对"]


def test_the_days_of_a_public_notice_are_taken_apart(office: Office) -> None:
    session = ImportSession.of(HARDSHIP, Sheet("a", [["户主", "公示时间"], ["陶一", "2011年3月9日—15日"]]))
    session.rehearse()
    assert session.columns.chosen[1].label == "公示开始"
    assert not [one for one in session.rows[0].blocks if one.column == 1]


def test_days_of_several_sheets_are_each_of_the_year_of_their_own(office: Office) -> None:
    sheets = [
        Sheet("来访.xlsx", [["2010年来访登记"], VISIT, ["12月30日", *WHO]], "上年"),
        Sheet("来访.xlsx", [["2011年来访登记"], VISIT, ["1月4日", *WHO]], "今年"),
    ]
    session = ImportSession.of(VISITS, sheets_as_one(VISITS, "来访.xlsx", sheets))
    session.import_rows()
    assert [one.visited_on for one in Visit.select().order_by(Visit.id)] == [
        date(2010, 12, 30),
        date(2011, 1, 4),
    ]
    assert "没有写年份的日期，“上年”读作 2010 年，“今年”读作 2011 年，请核对" in asides(session)


def test_the_days_of_a_sheet_without_a_year_are_not_of_that_of_another(office: Office) -> None:
    sheets = [
        Sheet("来访.xlsx", [["2010年来访登记"], VISIT, ["12月30日", *WHO]], "上年"),
        Sheet("来访.xlsx", [["来访登记"], VISIT, ["1月4日", *WHO]], "今年"),
    ]
    session = ImportSession.of(VISITS, sheets_as_one(VISITS, "来访.xlsx", sheets))
    session.rehearse()
    assert [[one.sentence for one in row.blocks] for row in session.rows] == [[], [NO_YEAR]]

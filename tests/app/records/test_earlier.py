"""Values that change over time are read as they were on a day, whenever that is asked (domain 18)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.exchange import workbook
from app.exchange.importing import import_book
from app.exchange.undo import imports, undo
from app.keeping import history, keeping
from app.listing import Criteria
from app.office import Office
from app.records.base import Record
from app.records.earlier import value_on
from app.records.profile import Profile, profile
from app.registry import find_figure, find_register
from app.rules.periods import year
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.records import Member
from app.subjects.unions.grassroots.records import EarlierUnion, GrassrootsUnion
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.people import make_enterprise, make_file, make_kin, make_member
from tests.factories.unions import make_union
from tests.helpers.lives import entered_on

pytestmark = pytest.mark.usefixtures("office")

TODAY = date.today()
END_2010, END_2011, END_2012 = date(2010, 12, 31), date(2011, 12, 31), date(2012, 12, 31)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def union(office: Office) -> GrassrootsUnion:
    """A union of 60 members, told and entered at the end of 2010."""
    return entered_on(make_union(member_count=60, told_on=END_2010), END_2010)


def _on(record: Record, name: str, *days: date) -> list[object]:
    model = type(record)
    field = model.described()[name]
    return [model.select(value_on(field, day)).where(model.id == record.id).scalar() for day in days]


def _change(record: Record, **values: object) -> None:
    register = HARDSHIP if isinstance(record, HardshipFile) else UNIONS
    keeping.assign(record, values)
    keeping.save(register, record)


def _earlier(union: GrassrootsUnion) -> list[tuple[date, int]]:
    rows = EarlierUnion.alive().dicts()
    return sorted((row["day"], row["member_count"]) for row in rows if row["owner"] == union.id)


def test_what_changes_today_was_otherwise_until_today(union: GrassrootsUnion) -> None:
    union.member_count = 80
    keeping.save(UNIONS, union)
    assert _on(union, "member_count", END_2011, YESTERDAY, TODAY) == [60, 60, 80]
    assert (union.told_on, _earlier(union)) == (TODAY, [(END_2010, 60)])


def test_a_change_holds_from_the_day_that_is_stated(union: GrassrootsUnion) -> None:
    """Entered on 1 March 2012, what happened on 20 December 2011 is in the figures of 2011."""
    _change(union, member_count=80, told_on=date(2011, 12, 20))
    assert _on(union, "member_count", date(2011, 12, 19), END_2011) == [60, 80]


def test_every_change_is_kept(union: GrassrootsUnion) -> None:
    for day, count in ((END_2011, 70), (END_2012, 80), (TODAY, 90)):
        _change(union, member_count=count, told_on=day)
    assert _on(union, "member_count", END_2010, END_2011, END_2012, TODAY) == [60, 70, 80, 90]


def test_stating_the_day_it_has_corrects_a_mistake(union: GrassrootsUnion) -> None:
    _change(union, member_count=66, told_on=END_2010)
    assert (_on(union, "member_count", END_2010), _earlier(union)) == ([66], [])


def test_what_is_changed_on_the_day_it_was_entered_was_a_mistake(office: Office) -> None:
    union = make_union(member_count=600)
    _change(union, member_count=60)
    assert (_on(union, "member_count", END_2010, TODAY), _earlier(union)) == ([60, 60], [])


def test_what_is_entered_late_holds_for_all_that_was_told_since(union: GrassrootsUnion) -> None:
    """The count of 2012 says nothing of legal persons: that of 20 December 2011 holds after it, too."""
    _change(union, member_count=80, told_on=END_2012)
    _change(union, is_legal_person=True, told_on=date(2011, 12, 20))
    assert _on(union, "is_legal_person", date(2011, 12, 19), END_2011, END_2012) == [False, True, True]
    assert _on(union, "member_count", END_2011, END_2012) == [60, 80]
    assert GrassrootsUnion.get_by_id(union.id).told_on == END_2012


def test_the_same_told_again_later_was_so_all_the_time(union: GrassrootsUnion) -> None:
    _change(union, told_on=END_2012)
    assert _on(union, "member_count", END_2010, END_2011, END_2012) == [60, 60, 60]


def test_a_row_about_the_past_is_read_on_its_days(union: GrassrootsUnion) -> None:
    register = find_register("unions.earlier")
    keeping.save(register, EarlierUnion(owner=union, day=date(2009, 12, 31), member_count=50))
    assert _on(union, "member_count", date(2009, 12, 31), date(2010, 12, 30), END_2010) == [50, 50, 60]


def test_a_row_in_the_bin_says_nothing(union: GrassrootsUnion) -> None:
    _change(union, member_count=80, told_on=END_2011)
    keeping.to_bin(find_register("unions.earlier"), [EarlierUnion.get().id])
    assert _on(union, "member_count", END_2010) == [80]


def test_what_is_put_back_never_changed(union: GrassrootsUnion) -> None:
    _change(union, member_count=80)
    keeping_change = history.of(union)[0]
    history.put_back(UNIONS, union, keeping_change)
    assert _on(union, "member_count", END_2011, TODAY) == [60, 60]
    assert GrassrootsUnion.get_by_id(union.id).told_on == END_2010


def test_a_union_has_the_type_that_it_was_founded_with(office: Office) -> None:
    union = entered_on(make_union(union_type="小区工会", founded_on=date(2009, 6, 1)), END_2010)
    _change(union, union_type="联合工会", told_on=END_2012)
    assert _on(union, "union_type", date(2009, 12, 31), END_2011, END_2012) == [
        "小区工会",
        "小区工会",
        "联合工会",
    ]


def test_a_member_is_what_she_was_when_she_joined_until_she_changes(office: Office) -> None:
    member = entered_on(make_member(education="高中", approved_on=date(2011, 3, 8)), date(2011, 3, 8))
    member.education = "大专"
    keeping.save(find_register("members"), member)
    assert Member.select(value_on(Member.education, END_2011)).scalar() == "高中"
    assert Member.select(value_on(Member.education, TODAY)).scalar() == "大专"


def test_a_review_changes_the_category_from_its_day(office: Office) -> None:
    """调整类别 of 1 October 2011: on 30 September the file still has the category it was opened with."""
    file = entered_on(make_file(category="相对困难", applied_on=date(2011, 1, 4)), date(2011, 1, 4))
    reviews = find_register("hardship.reviews")
    values = {"conclusion": "调整类别", "reviewed_by": "王芳"}
    keeping.save(
        reviews,
        reviews.record(file=file, reviewed_on=date(2011, 10, 1), new_category="深度困难", **values),
    )
    days = (date(2011, 1, 4), date(2011, 9, 30), date(2011, 10, 1), TODAY)
    assert _on(file, "category", *days) == ["相对困难", "相对困难", "深度困难", "深度困难"]


def test_a_review_entered_late_changes_what_was_until_the_next(office: Office) -> None:
    file = entered_on(make_file(category="相对困难", applied_on=date(2011, 1, 4)), date(2011, 1, 4))
    _change(file, category="意外致困", told_on=date(2012, 6, 1))
    reviews = find_register("hardship.reviews")
    values = {"conclusion": "调整类别", "reviewed_by": "王芳", "new_category": "深度困难"}
    keeping.save(reviews, reviews.record(file=file, reviewed_on=date(2011, 10, 1), **values))
    days = (date(2011, 9, 30), END_2011, date(2012, 6, 1))
    assert _on(file, "category", *days) == ["相对困难", "深度困难", "意外致困"]
    assert HardshipFile.get_by_id(file.id).category == "意外致困"


HEADING = "工会名称,工会类型,所有制(年报口径),涵盖单位数,上级工会,成立日期,会员数,数据截至日期\n"
ROW = "{},联合工会,私营,2,街道总工会,2009-06-01,{},{}"


def _import(path: Path, row: str) -> None:
    path.write_text(f"{HEADING}{row}\n", encoding="utf-8")
    report = import_book(UNIONS, path, on_duplicate="update")
    assert report.problems == []


ROSTERS = ((60, "2010-12-31"), (80, "2011-12-31"))


@pytest.mark.parametrize("rosters", [ROSTERS, ROSTERS[::-1]], ids=["in order", "the later first"])
def test_rosters_of_two_years_are_those_of_the_years(
    office: Office, tmp_path: Path, rosters: tuple[tuple[int, str], ...]
) -> None:
    """Imported in 2026, in whatever order, each count is that of its day and the last is today's."""
    for count, day in rosters:
        _import(tmp_path / "book.csv", ROW.format("明泰大厦联合工会", count, day))
    assert GrassrootsUnion.get().member_count == 80
    assert _on(GrassrootsUnion.get(), "member_count", END_2010, END_2011) == [60, 80]


def test_a_workbook_that_states_the_same_day_corrects(union: GrassrootsUnion, tmp_path: Path) -> None:
    _import(tmp_path / "book.csv", ROW.format(union.name, 66, "2010-12-31"))
    assert (_on(union, "member_count", END_2010), _earlier(union)) == ([66], [])


def test_an_import_taken_back_changed_nothing(union: GrassrootsUnion, tmp_path: Path) -> None:
    _import(tmp_path / "book.csv", ROW.format(union.name, 80, "2011-12-31"))
    undo(imports()[0].id)
    assert (_on(union, "member_count", END_2010, TODAY), _earlier(union)) == ([60, 60], [])
    assert GrassrootsUnion.get_by_id(union.id).told_on == END_2010


def test_what_was_told_before_is_exported_and_taken_in_again(union: GrassrootsUnion, tmp_path: Path) -> None:
    _change(union, member_count=80, told_on=END_2011)
    register = find_register("unions.earlier")
    workbook.export(register, Criteria(), tmp_path / "book.xlsx")
    EarlierUnion.delete().execute()
    assert import_book(register, tmp_path / "book.xlsx").new == 1
    assert _on(union, "member_count", END_2010, END_2011) == [60, 80]


def test_a_member_worked_where_she_worked_on_the_day_until_she_moved(office: Office) -> None:
    """Two members of 天成 and one of 浦江 in 2011; both move to 浦江 in 2012: two firms, then one."""
    for name, employer in (("王芳", "天成科技"), ("李强", "天成科技"), ("赵敏", "浦江机电")):
        made = make_member(name=name, employer=employer, approved_on=date(2011, 3, 8))
        entered_on(made, date(2011, 3, 8))
    employers = find_figure("会员工作单位")
    for member in Member.select().where(Member.employer == "天成科技"):
        keeping.assign(member, {"employer": "浦江机电", "told_on": date(2012, 5, 1)})
        keeping.save(find_register("members"), member)
    assert [employers.number(year(2011)), employers.number(year(2012))] == [2, 1]
    assert employers.names(year(2011)) == ["天成科技", "浦江机电"]


def test_who_was_out_of_work_on_the_day_is_counted_under_no_firm_she_left_or_joined_later(
    office: Office,
) -> None:
    """Of 天成 in 2011, 失业 at the end of 2012, of 浦江 in 2013: 失业 is no firm."""
    entered_on(make_member(name="王芳", employer="天成科技", approved_on=date(2011, 3, 8)), date(2011, 3, 8))
    for employer, day in (("失业", date(2012, 5, 1)), ("浦江机电", date(2013, 5, 1))):
        member = Member.get(Member.name == "王芳")
        keeping.assign(member, {"employer": employer, "told_on": day})
        keeping.save(find_register("members"), member)
    employers = find_figure("会员工作单位")
    assert [employers.number(year(one)) for one in (2011, 2012, 2013)] == [1, 0, 1]
    assert employers.names(year(2012)) == []


def test_a_firm_registered_since_is_the_one_firm_in_what_was_told_before(office: Office) -> None:
    """Somebody of 天成 until 2012, and of 上海天成科技有限公司: one firm in 2011 once it is registered."""
    for name, employer in (("王芳", "天成"), ("李强", "上海天成科技有限公司")):
        made = make_member(name=name, employer=employer, approved_on=date(2011, 3, 8))
        entered_on(made, date(2011, 3, 8))
    moved = Member.get(Member.name == "王芳")
    keeping.assign(moved, {"employer": "浦江机电", "told_on": date(2012, 5, 1)})
    keeping.save(find_register("members"), moved)
    employers = find_figure("会员工作单位")
    assert employers.number(year(2011)) == 2
    make_enterprise(name="上海天成科技有限公司", short_name="天成")
    assert [employers.number(year(2011)), employers.number(year(2012))] == [1, 2]


def test_the_office_is_what_it_was_in_the_year_that_is_told(office: Office) -> None:
    Profile.update(leader="王芳", founded_on=date(2009, 1, 1), created_at=datetime(2009, 1, 1)).execute()
    own = profile()
    keeping.assign(own, {"leader": "李强", "told_on": date(2012, 3, 1)})
    keeping.save(find_register("settings"), own)
    leader = find_figure("工会负责人")
    assert [leader.text(year(2011)), leader.text(year(2012))] == ["王芳", "李强"]


def test_dues_are_owed_at_the_rate_of_their_month(office: Office) -> None:
    """0.5 % of 4,000 yuan until June 2012, 1 % from July on: 20 a month, then 40; 2011 is 0.5 % for ever."""
    Profile.update(founded_on=date(2009, 1, 1), created_at=datetime(2009, 1, 1)).execute()
    entered_on(
        make_member(monthly_wage=400_000, applied_on=date(2010, 3, 1), approved_on=date(2010, 3, 8)),
        date(2010, 3, 8),
    )
    own = profile()
    keeping.assign(own, {"dues_rate": 10, "told_on": date(2012, 7, 1)})
    keeping.save(find_register("settings"), own)
    owed = find_figure("会费应收")
    assert [owed.number(year(2011)), owed.number(year(2012))] == [12 * 2_000, 6 * 2_000 + 6 * 4_000]


def test_a_household_had_as_many_people_as_lived_there_on_the_day(office: Office) -> None:
    """Husband and wife in 2010, a child born in 2011; the wife leaves in 2012: 2, 3, then 2 people."""
    file = make_file(applied_on=date(2010, 3, 1), approved_on=date(2010, 3, 10), opened_on=date(2010, 3, 20))
    wife = make_kin(file, relation="配偶", name="赵敏", sex="女", birth_date=date(1975, 5, 5))
    make_kin(file, relation="子", name="赵小宝", birth_date=date(2011, 6, 1))
    wife.lives_together, wife.left_on = False, date(2012, 4, 1)
    keeping.save(find_register("hardship.family"), wife)
    people = find_figure("在档困难人口")
    assert [people.number(year(one)) for one in (2010, 2011, 2012)] == [2, 3, 2]

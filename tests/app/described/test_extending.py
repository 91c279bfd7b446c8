"""Fields of the office's own on a register of the program: in form, list, search, import and export."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app import listing
from app.checking.file_check import check_file
from app.checking.rescue import rescue
from app.described import changing, opened
from app.described.description import DescribedField
from app.errors import Refused
from app.exchange import workbook
from app.exchange.importing import import_book
from app.exchange.reading import read_rows
from app.keeping import history, keeping, merging, undoing
from app.listing import Criteria
from app.office import Office, close_office, create, newest_version, open_office
from app.papers import prints_of
from app.records.base import database
from app.registry import figure_named, figure_topics, find_figure
from app.rules import periods
from app.safekeeping.backup import back_up
from app.safekeeping.restore import restore
from app.safekeeping.soundness import faults
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.register import VISITS
from app.summary.compose import compose
from tests.factories.paperwork import make_visit
from tests.factories.people import make_event, make_member

SKILL = DescribedField("c1", "特长", "choice", listed=True, choices=("书法", "摄影"))
LOCKER = DescribedField("c2", "更衣柜号", "text", listed=True)
SINCE = DescribedField("c3", "志愿者起始日期", "date")

pytestmark = pytest.mark.usefixtures("office")


def _add(*fields: DescribedField) -> None:
    changing.add_fields(MEMBERS, fields or (SKILL, LOCKER, SINCE))


def _told(**values: object) -> Member:
    member = make_member(name="王芳")
    usual = {"own_1": "书法", "own_2": "0012", "own_3": date(2011, 3, 8)}
    known = Member.described()
    keeping.assign(member, {name: one for name, one in (usual | values).items() if name in known})
    return keeping.save(MEMBERS, member)


def _value(member: Member, name: str) -> object:
    return Member.get_by_id(member.id).__data__[name]


def test_a_member_has_the_fields_that_were_added() -> None:
    before = make_member(name="李明")
    _add()
    member = _told()
    assert (_value(member, "own_1"), _value(member, "own_2")) == ("书法", "0012")
    assert _value(before, "own_1") is None
    assert [field.label for field in MEMBERS.sections[-1].fields] == ["特长", "更衣柜号", "志愿者起始日期"]
    assert listing.ids(MEMBERS, Criteria(search="0012")) == [member.id]
    assert listing.ids(MEMBERS, Criteria(filters={"own_1": ("书法",)})) == [member.id]
    assert list(faults(database.connection())) == []


def test_what_is_changed_is_in_the_history_and_taken_back() -> None:
    _add()
    member = _told()
    keeping.assign(member, {"own_2": "0013"})
    keeping.save(MEMBERS, member)
    assert history.of(member)[0].items == (("更衣柜号", "0012", "0013"),)
    undoing.undo()
    assert _value(member, "own_2") == "0012"


def test_two_entries_that_become_one_keep_what_either_says_in_them() -> None:
    _add()
    kept, other = _told(own_2=None), _told(own_1="摄影", own_3=None)
    offered = {one.field.label: one.proposed for one in merging.choices(MEMBERS, kept, other)}
    assert (offered["特长"], offered["更衣柜号"]) == ("书法", "0012")
    merged = merging.merge(MEMBERS, kept, other, {"own_1": "摄影"})
    said = [_value(merged, name) for name in ("own_1", "own_2", "own_3")]
    assert said == ["摄影", "0012", date(2011, 3, 8)]
    undoing.undo()
    assert [_value(kept, name) for name in ("own_1", "own_2")] == ["书法", None]


def test_a_backup_has_them_and_one_of_before_has_not(office: Office, tmp_path: Path) -> None:
    member = make_member(name="王芳")
    (tmp_path / "before").mkdir()
    before = back_up(tmp_path / "before")
    _add()
    keeping.assign(member, {"own_2": "0012"})
    keeping.save(MEMBERS, member)
    since = back_up(tmp_path)
    close_office()
    restore(since.path, tmp_path / "since.union")
    open_office(tmp_path / "since.union")
    assert _value(member, "own_2") == "0012"
    close_office()
    restore(before.path, tmp_path / "again.union")
    open_office(tmp_path / "again.union")
    assert "own_2" not in Member.described()
    keeping.save(MEMBERS, Member.get_by_id(member.id))


def test_what_is_no_choice_is_refused_beside_the_field() -> None:
    _add()
    _, problems = keeping.read(MEMBERS.fields, {"own_1": "围棋", "own_3": "三月"})
    assert [problem.field.label for problem in problems] == ["特长", "志愿者起始日期"]


def test_they_are_handed_out_and_come_in(tmp_path: Path) -> None:
    _add()
    member = _told()
    workbook.export(MEMBERS, Criteria(), tmp_path / "out.xlsx")
    heading, row, *_ = read_rows(tmp_path / "out.xlsx")
    assert row[heading.index("更衣柜号")] == "0012"
    keeping.assign(member, {"own_2": "0099"})
    keeping.save(MEMBERS, member)
    report = import_book(MEMBERS, tmp_path / "out.xlsx", on_duplicate="update")
    assert report.changed == 1
    assert _value(member, "own_2") == "0012"
    workbook.template(MEMBERS, tmp_path / "template.xlsx")
    assert "特长" in read_rows(tmp_path / "template.xlsx")[0]


def test_a_list_of_the_register_as_on_screen_is_printed() -> None:
    _add()
    (listed,) = [paper for paper in prints_of(MEMBERS) if paper.key == "members.list"]
    assert [column.heading for column in listed.columns][-2:] == ["特长", "更衣柜号"]


def test_a_field_is_renamed_another_added_and_one_left_out() -> None:
    _add()
    member = _told()
    more = DescribedField("c4", "血型", "text")
    _add(replace(SKILL, label="文体特长"), SINCE, more)
    labels = [field.label for field in MEMBERS.sections[-1].fields]
    assert labels == ["文体特长", "志愿者起始日期", "血型"]
    assert _value(member, "own_2") == "0012", "what is no longer shown is kept"
    _add(SKILL, LOCKER)
    assert [field.label for field in MEMBERS.sections[-1].fields] == ["特长", "更衣柜号"]
    assert list(faults(database.connection())) == []


def test_another_office_does_not_have_them(office: Office, tmp_path: Path) -> None:
    shown, columns = MEMBERS.sections, MEMBERS.columns
    _add()
    member = _told()
    create(tmp_path / "other.union", "另一个工会")
    assert (MEMBERS.sections, MEMBERS.columns) == (shown, columns)
    assert "own_1" not in Member.described()
    make_member(name="赵六")
    open_office(office.path)
    assert _value(member, "own_1") == "书法"
    close_office()
    assert "own_1" not in Member.described()


def test_check_and_rescue_know_them(office: Office, tmp_path: Path) -> None:
    _add()
    member = _told()
    close_office()
    assert [finding.sentence for finding in check_file(office.path) if not finding.note] == []
    rescue(office.path, tmp_path / "rescued.union")
    open_office(tmp_path / "rescued.union")
    assert _value(member, "own_2") == "0012"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (DescribedField("c1", "手机号码", "text"), "已有“手机号码”"),
        (DescribedField("c1", "特长", "text", required=True), "不能必填"),
        (DescribedField("c1", "介绍信", "file"), "附文件"),
        (DescribedField("c1", "师傅", "reference", to="members"), "关联"),
    ],
)
def test_what_cannot_be_added_is_refused(field: DescribedField, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        _add(field)
    assert "own_1" not in Member.described()
    assert opened.extensions() == ()


def test_a_kind_changes_where_every_value_fits_and_the_old_values_stay() -> None:
    _add()
    member = _told()
    _add(replace(SKILL, kind="text"), replace(LOCKER, kind="notes"))
    assert [(field.label, field.name) for field in MEMBERS.sections[-1].fields] == [
        ("特长", "own_4"),
        ("更衣柜号", "own_5"),
    ]
    assert (_value(member, "own_4"), _value(member, "own_5")) == ("书法", "0012")
    assert (_value(member, "own_1"), _value(member, "own_2")) == ("书法", "0012")
    assert [change.action for change in history.of(member)] == ["修改", "新建"], "nobody changed the record"
    assert list(faults(database.connection())) == []


def test_what_was_done_before_a_change_of_kind_is_taken_back_where_it_is_seen() -> None:
    _add()
    member = _told()
    keeping.assign(member, {"own_2": "0013"})
    keeping.save(MEMBERS, member)
    _add(SKILL, replace(LOCKER, kind="notes"))
    undoing.undo()
    assert (_value(member, "own_2"), _value(member, "own_4")) == ("0012", "0012")


def test_a_kind_or_a_term_by_which_a_value_would_be_lost_is_refused() -> None:
    _add()
    member = _told()
    shown = MEMBERS.sections
    with pytest.raises(Refused, match="“特长”有 1 个值不合新的类型：“书法”"):
        _add(replace(SKILL, kind="date"), LOCKER)
    with pytest.raises(Refused, match="“更衣柜号”有 1 个值不合新的类型：“0012”"):
        _add(SKILL, replace(LOCKER, kind="count"))
    with pytest.raises(Refused, match="“书法”有 1 条记录在用"):
        _add(replace(SKILL, choices=("摄影",)), LOCKER)
    assert [one.title for one in MEMBERS.sections] == [one.title for one in shown]
    assert _value(member, "own_1") == "书法"
    _add(replace(SKILL, choices=("书法", "剪纸")), LOCKER)
    assert listing.options(MEMBERS, Member.described()["own_1"]) == ["书法", "剪纸"]


def test_only_a_few_can_be_added() -> None:
    with pytest.raises(Refused, match="最多加 10 个"):
        _add(*(DescribedField(f"c{n}", f"自设{n}", "text") for n in range(1, 12)))
    _add()
    assert _told().id


def test_their_history_goes_on_after_a_later_version_has_migrated_the_file(office: Office) -> None:
    _add()
    member = _told()
    database.execute_sql(f"PRAGMA user_version = {newest_version() - 1}")
    close_office()
    open_office(office.path)
    again = Member.get_by_id(member.id)
    keeping.assign(again, {"own_2": "0013"})
    keeping.save(MEMBERS, again)
    assert history.of(again)[0].items == (("更衣柜号", "0012", "0013"),)


def test_all_fields_can_be_left_out_again() -> None:
    shown = MEMBERS.sections
    _add()
    changing.add_fields(MEMBERS, ())
    assert MEMBERS.sections == shown


def test_whoever_asked_for_members_before_finds_the_fields_that_were_added() -> None:
    def columns() -> set[str]:
        (member,) = Member.alive().dicts()
        return set(member)

    make_member()
    told = columns()
    _add()
    assert columns() - told == {"own_1", "own_2", "own_3"}


def test_what_extends_a_register_makes_no_register_of_its_own() -> None:
    _add()
    (extension,) = opened.extensions()
    with pytest.raises(Refused, match="给已有台账加字段"):
        changing.make(extension.description)


HOURS = DescribedField("c4", "志愿时长", "quantity", unit="小时")


def test_they_are_counted_of_those_who_are_on_the_roll(office: Office) -> None:
    """Who left is no member any more, and what he could is no skill of the members."""
    _add(SKILL, SINCE, HOURS)
    _told(own_4=2_50)
    left = _told(own_1="摄影", own_4=4_00)
    make_event(left, "转出", date(2011, 6, 1), other_union="康宁社区工会")
    year = periods.year(2011)
    (topic,) = (one for one in figure_topics() if one.title == "会员自设字段")
    texts = {one.label: one.text(year) for one in topic.figures}
    assert texts == {"会员志愿时长": "2.5", "会员按特长": "1", "会员志愿者起始日期": "2"}
    assert find_figure("会员按特长·书法").text(year) == "1"
    assert find_figure("会员按特长·摄影").text(year) == "0"
    assert find_figure("会员志愿时长").unit == "小时"


def test_a_register_of_what_happens_is_counted_by_its_day(office: Office) -> None:
    tongue = replace(SKILL, label="语言", choices=("普通话", "方言"))
    changing.add_fields(VISITS, [tongue, replace(HOURS, label="用时")])
    for day in (date(2011, 3, 8), date(2012, 3, 8)):
        visit = make_visit(visited_on=day)
        keeping.assign(visit, {"own_1": "方言", "own_4": 1_25})
        keeping.save(VISITS, visit)
    assert find_figure("来访接待按语言·方言").text(periods.year(2011)) == "1"
    both = periods.Period(date(2011, 1, 1), date(2012, 12, 31), "两年")
    assert find_figure("来访接待用时").text(both) == "2.5"


def test_a_summary_quotes_them_and_leads_to_their_records(office: Office) -> None:
    _add(SKILL)
    member = _told()
    document = compose("书法特长会员{{ 会员按特长.书法 }}人。", periods.year(2011))
    assert "书法特长会员1人。" in document.text
    assert [one.id for one in find_figure("会员按特长·书法").query(periods.year(2011))] == [member.id]


def test_a_figure_is_not_named_twice_and_goes_with_its_field(office: Office) -> None:
    with pytest.raises(Refused, match="统计项“会员年龄分布”会有两个"):
        _add(replace(HOURS, label="年龄分布"))
    assert "own_4" not in Member.described()
    _add(SKILL)
    assert figure_named("会员按特长") is not None
    _add(LOCKER)
    assert figure_named("会员按特长") is None
    _add(SKILL)
    close_office()
    assert figure_named("会员按特长") is None
    open_office(office.path)
    assert figure_named("会员按特长") is not None

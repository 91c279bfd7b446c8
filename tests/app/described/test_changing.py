"""A described register is made, changed and retired; no value is ever lost by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app import listing
from app.checking.file_check import check_file
from app.checking.ledger import check_ledger
from app.checking.rescue import rescue
from app.described import changing, opened, tables
from app.described.description import DescribedField, Description
from app.errors import Refused
from app.keeping import history, keeping, undoing
from app.listing import Criteria, ids
from app.office import Office, close_office, create, open_office
from app.papers import prints_of
from app.records.base import Record, database
from app.records.described import DescribedRegister
from app.registry import figure_named, figures, find_register, own_registers, registers, subjects
from app.rules import periods
from app.safekeeping.backup import back_up
from app.safekeeping.restore import restore
from app.safekeeping.soundness import faults
from app.summary.compose import compose
from tests.factories.described import make_service, serve, service
from tests.factories.people import make_enterprise, make_member

pytestmark = pytest.mark.usefixtures("office")


def _with(description: Description, column: str, **values: object) -> Description:
    field = description.field(column)
    assert field is not None
    return description.with_field(replace(field, **values))  # type: ignore[arg-type]  # as a field has it


def _value(record_id: int, column: str) -> object:
    """Return what the file has in the first register of the office."""
    return find_register("own.reg_1").record.get_by_id(record_id).__data__[column]


def test_a_made_register_is_known_at_once() -> None:
    made = make_service()
    assert find_register("own.reg_1") is made.own.register
    assert [tab.title for tab in subjects()][-1] == "自设台账"


def test_its_records_have_history_digest_bin_and_undo() -> None:
    made = make_service()
    register = made.own.register
    record = serve(made)
    keeping.assign(record, {"c4": "环保"})
    keeping.save(register, record)
    assert [item for change in history.of(record) for item in change.items if item[0] == "类别"] == [
        ("类别", "助老", "环保"),
        ("类别", "", "助老"),
    ]
    undoing.undo()
    assert _value(record.id, "c4") == "助老"
    keeping.to_bin(register, [record.id])
    assert ids(register, Criteria()) == []
    assert ids(register, Criteria(binned=True)) == [record.id]
    assert list(faults(database.connection())) == []


def test_what_is_no_choice_is_refused_beside_its_field() -> None:
    fields = make_service().own.register.fields
    _, problems = keeping.read(fields, {"c4": "养花", "c5": "12"})
    assert [problem.field.label for problem in problems] == ["类别", "手机号码"]


def test_figures_count_add_up_and_part() -> None:
    made = make_service()
    serve(made)
    serve(made, c2=date(2011, 5, 1), c3=100, c4="环保", c6=30_00)
    serve(made, c1="李明", c2=date(2012, 1, 1))
    year = periods.year(2011)
    texts = {figure.label: figure.text(year) for figure in made.own.figures.figures}
    assert texts == {
        "志愿服务": "2",
        "志愿服务涉及人数": "1",
        "志愿服务时长": "3.5",
        "志愿服务补贴": "30.00",
        "志愿服务按类别": "2",
    }
    part = figure_named("志愿服务按类别·环保")
    assert part is not None
    assert [record.__data__["c6"] for record in part.query(year)] == [30_00]


def test_a_register_stands_in_the_tab_it_is_described_for() -> None:
    made = make_service(tab="members")
    assert made.own.register.key == "members.reg_1"
    (members,) = [tab for tab in subjects() if tab.key == "members"]
    assert made.own.register in members.registers


def test_a_title_that_is_taken_is_refused_and_leaves_nothing() -> None:
    make_service()
    with pytest.raises(Refused, match="已有名为“志愿服务”"):
        make_service()
    with pytest.raises(Refused, match="统计项“受理争议”会有两个"):
        make_service(title="受理争议")
    assert [row.number for row in opened.opened_registers()] == [1]
    assert not database.table_exists("reg_2")


def test_another_office_does_not_have_it(office: Office, tmp_path: Path) -> None:
    serve(make_service())
    members_before = len(find_register("members").record._meta.backrefs)
    create(tmp_path / "other.union", "另一个工会")
    assert [register.key for register in registers() if "reg_" in register.key] == []
    assert figure_named("志愿服务") is None
    make_service(title="借书")
    serve(opened.opened_registers()[0])
    undoing.undo()
    open_office(office.path)
    assert find_register("own.reg_1").title == "志愿服务"
    assert find_register("own.reg_1").record.select().count() == 1
    assert len(find_register("members").record._meta.backrefs) == members_before


def test_fields_are_added_renamed_ordered_and_retired() -> None:
    made = make_service()
    record = serve(made, c5="13800138000")
    first, second, *rest = made.description.fields
    kept = tuple(field for field in rest if field.column != "c5")
    new = DescribedField(made.description.free_column(), "地点", "text", listed=True)
    named = replace(first, label="志愿者")
    after = changing.alter(made, replace(made.description, fields=(second, named, *kept, new)))
    register = find_register("own.reg_1")
    assert [field.label for field in register.fields][:3] == ["服务日期", "志愿者", "服务时长"]
    assert "手机号码" not in [field.label for field in register.fields]
    assert _value(record.id, "c5") == "13800138000"
    assert register.record.described()["c1"].aliases == ("姓名",)
    record = register.record.get_by_id(record.id)
    keeping.assign(record, {"c9": "社区花园"})
    keeping.save(register, record)
    assert list(faults(database.connection())) == []
    back = after.description.field("c5")
    assert back is not None
    changing.alter(after, after.description.with_field(replace(back, retired=False)))
    assert _value(record.id, "c5") == "13800138000"


def test_a_kind_changes_where_every_value_fits() -> None:
    made = make_service(fields=(*service().fields, DescribedField("c9", "开始", "text")))
    serve(made, c9="2011年3月8日")
    asked = _with(_with(made.description, "c9", kind="date"), "c3", kind="text")
    after = changing.alter(made, asked)
    (record,) = after.own.register.record.select()
    values = {field.label: field.format(record.__data__[field.name]) for field in after.own.register.fields}
    assert (values["开始"], values["服务时长"]) == ("2011年3月8日", "2.5")
    assert _value(record.id, "c9") == "2011年3月8日", "the text as it was typed is kept beside it"
    assert [change.action for change in history.of(record)] == ["新建"], "nobody changed the record"


def _served_and_changed(column: str, before: str, after: str, kind: str, **others: object) -> Record:
    """Enter a value, change it, and change the kind of its field after that."""
    made = make_service(fields=(*service().fields, DescribedField("c9", "开始", "text")))
    record = serve(made, **{column: before})
    keeping.assign(record, {column: after})
    keeping.save(made.own.register, record)
    changing.alter(made, _with(made.description, column, kind=kind, **others))
    return record


@pytest.mark.parametrize(
    ("column", "before", "after", "kind", "was", "is_now"),
    [
        ("c9", "2011年3月8日", "2011年3月9日", "date", date(2011, 3, 8), date(2011, 3, 9)),
        ("c9", "12", "13", "count", 12, 13),
        ("c4", "助老", "环保", "text", "助老", "环保"),
        ("c1", "王芳", "李明", "text", "王芳", "李明"),
    ],
)
def test_what_was_done_before_a_change_of_kind_is_taken_back_where_it_is_seen(
    column: str, before: str, after: str, kind: str, was: object, is_now: object
) -> None:
    record = _served_and_changed(column, before, after, kind)
    assert _value(record.id, "c10") == is_now
    undoing.undo()
    assert (_value(record.id, column), _value(record.id, "c10")) == (before, was)
    assert find_register("own.reg_1").record.get_by_id(record.id).search_key is not None
    undoing.redo()
    assert (_value(record.id, column), _value(record.id, "c10")) == (after, is_now)


def test_a_value_of_before_a_change_of_kind_is_put_back_where_it_is_seen() -> None:
    record = _served_and_changed("c9", "12", "13", "count")
    register = find_register("own.reg_1")
    record = register.record.get_by_id(record.id)
    history.put_back(register, record, history.of(record)[0])
    assert (_value(record.id, "c9"), _value(record.id, "c10")) == ("13", 12)


def test_what_the_present_kind_cannot_say_is_not_taken_back() -> None:
    record = _served_and_changed("c9", "三月初", "2011年3月9日", "date")
    register = find_register("own.reg_1")
    sentence = "“开始”后来改了类型，原来的“三月初”放不进去"
    with pytest.raises(Refused, match=sentence):
        undoing.undo()
    again = register.record.get_by_id(record.id)
    with pytest.raises(Refused, match=sentence):
        history.put_back(register, again, history.of(again)[0])
    assert _value(record.id, "c10") == date(2011, 3, 9)


def test_what_was_changed_after_the_kind_is_not_taken_back_with_what_was_done_before() -> None:
    record = _served_and_changed("c9", "12", "13", "count")
    before = undoing.last()
    assert before is not None
    register = find_register("own.reg_1")
    record = register.record.get_by_id(record.id)
    keeping.assign(record, {"c10": 14})
    keeping.save(register, record)
    with pytest.raises(Refused, match="后来又改过"):
        undoing.take_back(before)
    assert _value(record.id, "c10") == 14


def test_a_kind_that_was_changed_twice_is_followed_to_the_field_of_today() -> None:
    record = _served_and_changed("c9", "12", "13", "count")
    (made,) = opened.opened_registers()
    changing.alter(made, _with(made.description, "c10", kind="quantity"))
    undoing.undo()
    assert [_value(record.id, column) for column in ("c9", "c10", "c11")] == ["12", 12, 12_00]


def test_words_that_became_units_are_taken_back_with_their_link() -> None:
    first, second = (make_enterprise(name=name) for name in ("泰祥物业有限公司", "上海浦江印刷厂"))
    record = _served_and_changed("c9", first.name, second.name, "reference", to="unions.enterprises")
    assert (_value(record.id, "c10"), _value(record.id, "c10_unit")) == (second.name, second.id)
    undoing.undo()
    assert (_value(record.id, "c10"), _value(record.id, "c10_unit")) == (first.name, first.id)


def test_a_field_that_is_shown_again_beside_its_successor_has_values_of_its_own() -> None:
    record = _served_and_changed("c9", "12", "13", "count")
    (made,) = opened.opened_registers()
    after = changing.alter(made, _with(made.description, "c9", retired=False, label="开始（原文）"))
    aliases = [field.aliases for field in after.own.register.fields if field.name in ("c9", "c10")]
    assert aliases == [(), ()], "开始 is the heading of one of them alone"
    undoing.undo()
    assert (_value(record.id, "c9"), _value(record.id, "c10")) == ("12", 13)


def test_a_kind_that_would_lose_a_value_is_refused_with_the_value() -> None:
    made = make_service(fields=(*service().fields, DescribedField("c9", "开始", "text")))
    record = serve(made, c9="三月初")
    with pytest.raises(Refused, match="“开始”有 1 个值不合新的类型：“三月初”"):
        changing.alter(made, _with(made.description, "c9", kind="date"))
    assert _value(record.id, "c9") == "三月初"
    assert list(faults(database.connection())) == []


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("一组", "count"),
        ("5人", "count"),
        ("约两箱", "quantity"),
        ("0012", "count"),
        ("第一行\n第二行", "text"),
        ("10030", "date"),
        ("10030", "month"),
        ("2011-3-8 14:00", "date"),
    ],
)
def test_a_kind_that_would_say_less_is_refused(value: str, kind: str) -> None:
    made = make_service(fields=(*service().fields, DescribedField("c9", "情况", "notes")))
    serve(made, c9=value)
    with pytest.raises(Refused, match="“情况”有 1 个值不合新的类型"):
        changing.alter(made, _with(made.description, "c9", kind=kind))


def test_a_unit_that_stands_behind_every_value_becomes_that_of_the_field() -> None:
    made = make_service(fields=(*service().fields, DescribedField("c9", "情况", "text")))
    record = serve(made, c9="5人")
    changing.alter(made, _with(made.description, "c9", kind="count", unit="人"))
    assert _value(record.id, "c10") == 5


def test_a_term_in_use_stays_in_the_list() -> None:
    made = make_service()
    serve(made)
    with pytest.raises(Refused, match="“助老”有 1 条记录在用"):
        changing.alter(made, _with(made.description, "c4", choices=("环保",)))
    after = changing.alter(made, _with(made.description, "c4", choices=("助老", "助学")))
    assert listing.options(after.own.register, after.own.register.record.described()["c4"]) == [
        "助老",
        "助学",
    ]


def test_a_retired_register_is_kept_and_used_again(office: Office) -> None:
    serve(made := make_service())
    changing.retire(made)
    assert "自设台账" not in [tab.title for tab in subjects()]
    assert [figure.label for figure in figures() if figure.key.startswith("reg_")] == []
    close_office()
    open_office(office.path)
    (retired,) = opened.opened_registers()
    changing.use_again(retired)
    assert find_register("own.reg_1").record.select().count() == 1


def test_a_date_that_comes_near_is_told_until_it_is_done() -> None:
    fields = (
        DescribedField("c1", "借书人", "person", required=True, listed=True),
        DescribedField("c2", "应还日期", "date", listed=True, remind=3, until="c3"),
        DescribedField("c3", "归还日期", "date"),
    )
    made = changing.make(Description("图书借阅", fields, "册", "own"))
    register = made.own.register
    for name, returned in (("王芳", None), ("李明", date(2011, 3, 1))):
        keeping.save(register, keeping.new(register, c1=name, c2=date(2011, 3, 10), c3=returned))
    assert register.due is not None
    assert [one.text for one in register.due(date(2011, 3, 8))] == ["图书借阅应还日期：王芳"]
    assert list(register.due(date(2011, 3, 1))) == []


def test_units_are_linked_by_their_names_and_members_by_themselves() -> None:
    fields = (
        DescribedField("c1", "会员", "reference", required=True, listed=True, to="members"),
        DescribedField("c2", "单位", "reference", listed=True, to="unions.enterprises"),
    )
    made = changing.make(Description("结对", fields, "对", "own"))
    register = made.own.register
    member = make_member(name="王芳")
    record = keeping.save(register, keeping.new(register, c1=member, c2="泰祥物业"))
    kept = register.record.get_by_id(record.id).__data__
    assert (kept["c1"], kept["c2"], kept["c2_unit"]) == (member.id, "泰祥物业", None)


def test_check_backup_restore_and_rescue_know_them(office: Office, tmp_path: Path) -> None:
    record = serve(make_service())
    make_service(title="家访")
    copy = back_up(tmp_path)
    close_office()
    assert [finding.sentence for finding in check_file(office.path) if not finding.note] == []
    restored = restore(copy.path, tmp_path / "again.union")
    assert restored.records
    open_office(tmp_path / "again.union")
    assert _value(record.id, "c1") == "王芳"
    close_office()
    rescue(office.path, tmp_path / "rescued.union")
    open_office(tmp_path / "rescued.union")
    assert _value(record.id, "c1") == "王芳"
    assert [own.register.title for own in own_registers()] == ["志愿服务", "家访"]


def test_a_description_that_was_spoilt_in_the_file_is_left_out_and_told(office: Office) -> None:
    make_service()
    database.execute_sql("UPDATE described_register SET description = '{}'")
    close_office()
    open_office(office.path)
    assert "reg_1" not in "".join(register.key for register in registers())
    assert any("“志愿服务”不能使用" in finding.sentence for finding in check_ledger())


def test_rows_belong_to_a_member_as_long_as_the_office_is_open(office: Office) -> None:
    fields = (
        DescribedField("c1", "会员", "reference", required=True, listed=True, to="members"),
        DescribedField("c2", "书名", "text", listed=True),
    )
    made = changing.make(Description("图书借阅", fields, "册", "own", owner="c1"))
    register, members = made.own.register, find_register("members")
    assert [child.register for child in members.children if child.register.key == register.key] == [register]
    member = make_member(name="王芳")
    keeping.save(register, keeping.new(register, c1=member, c2="活着"))
    keeping.to_bin(members, [member.id])
    assert listing.count(register, Criteria()) == 0
    keeping.restore(members, [member.id])
    assert listing.count(register, Criteria()) == 1
    changing.retire(made)
    assert register.key not in [child.register.key for child in members.children]
    close_office()
    assert register.key not in [child.register.key for child in members.children]


def test_a_summary_quotes_its_figures() -> None:
    made = make_service()
    serve(made)
    text = "志愿服务{{ 志愿服务 }}人次，{{ 志愿服务时长 }}小时，助老{{ 志愿服务按类别.助老 }}人次。"
    document = compose(text, periods.year(2011))
    assert "志愿服务1人次，2.5小时，助老1人次。" in document.text


def test_what_fails_while_it_is_made_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise Refused("不行")

    monkeypatch.setattr(tables, "_try", fail)
    with pytest.raises(Refused, match="不行"):
        make_service()
    assert not database.table_exists("reg_1")
    assert not DescribedRegister.select().exists()
    assert [register.key for register in registers() if "reg_" in register.key] == []


def test_words_that_become_units_are_linked() -> None:
    unit = make_enterprise(name="泰祥物业有限公司")
    made = changing.make(
        Description("走访", (DescribedField("c1", "单位", "text", listed=True),), "次", "own")
    )
    register = made.own.register
    keeping.save(register, keeping.new(register, c1="泰祥物业有限公司"))
    after = changing.alter(made, _with(made.description, "c1", kind="reference", to="unions.enterprises"))
    (record,) = after.own.register.record.select()
    assert (record.__data__["c2"], record.__data__["c2_unit"]) == ("泰祥物业有限公司", unit.id)
    assert list(faults(database.connection())) == []


def test_without_a_date_what_was_entered_by_a_day_counts() -> None:
    name = DescribedField("c1", "名称", "text", required=True, listed=True)
    made = make_service(title="工具", fields=(name,), unit="件")
    _, older = (
        keeping.save(made.own.register, keeping.new(made.own.register, c1=word))
        for word in ("投影仪", "音箱")
    )
    kind = made.own.register.record
    kind.update(created_at=datetime(2024, 5, 6)).where(kind.id == older.id).execute()
    tools = figure_named("工具")
    assert tools is not None
    this_year = date.today().year
    assert [tools.number(periods.year(year)) for year in (2023, 2024, this_year)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("title", "form"), [("志愿服务", "志愿服务登记表"), ("图书借阅登记", "图书借阅登记表")]
)
def test_a_form_is_called_after_its_register_without_saying_it_twice(title: str, form: str) -> None:
    made = make_service(title=title)
    assert [paper.title for paper in prints_of(made.own.register) if paper.key.endswith(".form")] == [form]

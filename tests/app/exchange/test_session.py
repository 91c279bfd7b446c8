"""A sheet on its way in: looked over, corrected, done, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.exchange.cells import Options
from app.exchange.row_importer import Cancelled
from app.exchange.rows import State
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.exchange.undo import imports, undo
from app.keeping import keeping
from app.listing import Criteria, count
from app.office import Office
from app.records.base import database
from app.register import INCOMPLETE
from app.registry import find_register
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member, MemberRelative
from app.subjects.members.register import DUES, MEMBERS
from app.subjects.office.company_visits.records import CompanyVisit
from app.subjects.unions.enterprises.records import Enterprise
from tests.factories import people

HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期", "学历"]

Begin = Callable[..., ImportSession]


def person(name: str = "张三", **changed: str) -> list[str]:
    cells = {
        "name": name, "number": people.resident_id(), "mobile": "13800138000", "employer": "泰祥电器",
        "approved": "2011-3-8", "education": "",
    }  # fmt: skip
    return list((cells | changed).values())


@pytest.fixture
def begin(office: Office) -> Begin:
    def begun(*rows: Sequence[str], into: str = "members", **options: Any) -> ImportSession:  # noqa: ANN401  # as what they are handed to takes them
        sheet = Sheet("名单.xlsx", [list(row) for row in rows])
        return ImportSession.of(find_register(into), sheet, Options(**options))

    return begun


def dump() -> dict[str, list[Any]]:
    tables = set(database.get_tables()) - {"history", "import_done", "column_memory"}
    return {table: database.execute_sql(f'SELECT * FROM "{table}"').fetchall() for table in sorted(tables)}


def held() -> list[tuple[Any, ...]]:
    """What a register shows: the living members, field by field."""
    fields = [field for field in Member.described().values() if field.name != "member_no"]
    return sorted(Member.alive().select(*fields).tuples(), key=repr)


def test_looking_over_tells_what_would_become_of_each_row_and_keeps_nothing(begin: Begin) -> None:
    known = people.make_member(name="李四", mobile="13800138000", education=None)
    before = dump()
    changed = person("李四", number=known.id_number, mobile="13900139000", education="大专")
    session = begin(HEADINGS, person(), changed, person("王五", mobile="12"), on_duplicate="update")
    counts = session.rehearse()
    assert (counts.new, counts.changed, counts.refused) == (1, 1, 1)
    assert [row.state for row in session.rows] == [State.NEW, State.CHANGED, State.REFUSED]
    changes = {(change.label, change.old, change.new) for change in session.rows[1].changes}
    assert {("手机号码", "13800138000", "13900139000"), ("文化程度", "", "大专")} <= changes
    assert dump() == before


def test_a_roster_without_kinds_of_documents_tells_them_by_the_numbers(begin: Begin) -> None:
    """Residents, people of 台湾, foreigners of both cards, travellers (domain 1.3 and 18)."""
    born = date(1988, 3, 12)
    numbers = [people.resident_id(born, area=area) for area in ("310105", "830000", "931840")]
    numbers += ["USA310088031210", "E12345678"]
    headings = [*HEADINGS, "性别", "出生日期"]
    session = begin(headings, *([*person(number=number), "男", "1988-3-12"] for number in numbers))
    session.import_rows()
    kinds = [member.id_type for member in Member.alive().order_by(Member.id)]
    foreigner = "外国人永久居留身份证"
    assert kinds == ["居民身份证", "台湾居民居住证", foreigner, foreigner, "护照"]


def test_a_document_that_contradicts_comes_in_with_its_reason_and_is_told(begin: Begin) -> None:
    """Without a reason the row is refused, with one it is taken in and marked (domain 1.7)."""
    headings = [*HEADINGS, "性别", "证件不符理由"]
    man = people.resident_id(sex="男")
    rows = [[*person(number=man), "女", ""], [*person(number=man), "女", "派出所登记有误"]]
    session = begin(headings, *rows)
    session.rehearse()
    assert [row.state for row in session.rows] == [State.REFUSED, State.NEW]
    told = [problem.sentence for problem in session.rows[1].problems]
    assert told == ["填的是“女”，身份证号表明是“男”，已说明：派出所登记有误"]


def test_a_wrong_cell_is_told_where_it_stands_with_the_nearest_choice(begin: Begin) -> None:
    session = begin(HEADINGS, person(mobile="12", education="本科生"))
    session.rehearse()
    (row,) = session.rows
    assert row.problem_at(2).sentence.startswith("手机号码应为 11 位")  # type: ignore[union-attr]
    assert row.problem_at(5).offer == "本科"  # type: ignore[union-attr]
    assert row.problem_at(0) is None


def test_a_corrected_cell_is_looked_at_again_with_the_rows_it_is_taken_for(begin: Begin) -> None:
    number = people.resident_id()
    session = begin(HEADINGS, person("张三", number=number), person("李四"), person("王五", number=number))
    session.rehearse()
    assert [row.state for row in session.rows] == [State.NEW, State.NEW, State.REFUSED]
    again = session.correct(4, 1, people.resident_id())
    assert {2, 4} <= {row.number for row in again}
    assert session.counts.new == 3
    session.correct(3, 1, number)
    assert session.rows[1].problem_at(1).sentence == "与第 2 行重复，请核对"  # type: ignore[union-attr]


def test_what_was_corrected_stays_so_when_all_is_looked_over_again(begin: Begin) -> None:
    session = begin(HEADINGS, person(mobile="12"), person("李四", mobile="12"), person("王五"))
    session.rehearse()
    session.correct(2, 2, "13800138000")
    assert (session.rehearse().refused, session.corrected) == (1, 1)


def test_the_same_slip_is_mended_in_all_rows_at_once(begin: Begin) -> None:
    session = begin(HEADINGS, *(person(education="本科生") for _ in range(3)), person(education="大专"))
    assert session.rehearse().refused == 3
    assert session.replace(5, "本科生", "本科") == 3
    assert session.rehearse().new == 4


def test_the_records_that_came_in_are_known_afterwards(begin: Begin) -> None:
    known = people.make_member(name="李四", mobile="13800138000")
    same = person("李四", number=known.id_number, mobile="13800138000", employer=known.employer)
    session = begin(HEADINGS, person("张三"), same, person("王五", mobile="12"))
    session.rehearse()
    before = session.imported_ids
    session.import_rows(without_refused=True)
    assert (before, [Member.get_by_id(one).name for one in session.imported_ids]) == ((), ["张三"])


def test_a_row_is_the_heading_where_a_person_says_so(begin: Begin) -> None:
    sheet = Sheet("名单.xlsx", [["名单"], ["甲", "乙"], ["张三", "13800138000"]])
    with pytest.raises(Refused, match="没有找到表头"):
        ImportSession.of(MEMBERS, sheet)
    session = ImportSession.under(MEMBERS, sheet, 2)
    session.columns.choose(0, session.columns.named("姓名"))
    session.options.incomplete = True
    assert session.rehearse().new == 1


def test_an_empty_cell_erases_only_where_it_was_ticked(begin: Begin) -> None:
    known = people.make_member(name="张三", education="大专", mobile="13800138000")
    row = person("张三", number=known.id_number, employer="")
    session = begin(HEADINGS, row, on_duplicate="update")
    session.columns.erasing = {5}
    session.import_rows()
    after = Member.get()
    assert (after.education, after.employer) == (None, known.employer)


def test_rows_without_required_values_come_in_when_asked_and_are_listed(begin: Begin) -> None:
    rows = (["姓名", "身份证号", "电话"], ["张三", people.resident_id(), "13800138000"], ["李四", "", ""])
    assert begin(*rows).rehearse().refused == 2
    session = begin(*rows, incomplete=True)
    counts = session.import_rows()
    assert (counts.new, counts.incomplete) == (2, 2)
    assert "工作单位" in session.rows[0].lacks
    assert count(MEMBERS, Criteria(filters={INCOMPLETE: (True,)})) == 2
    completed = Member.get(Member.name == "张三")
    completed.employer = "泰祥电器"
    keeping.save(MEMBERS, completed)
    assert count(MEMBERS, Criteria(filters={INCOMPLETE: (True,)})) == 1


def test_an_incomplete_row_is_no_licence_for_a_wrong_one(begin: Begin) -> None:
    session = begin(["姓名", "电话"], ["张三", "12"], incomplete=True)
    assert session.rehearse().refused == 1


def test_employers_are_entered_when_asked_once_each(begin: Begin) -> None:
    people.make_enterprise(name="上海泰祥电器有限公司", short_name="泰祥电器")
    rows = (HEADINGS, person("张三", employer="新厂"), person("李四", employer="新厂"), person("王五"))
    begin(*rows).import_rows()
    assert Enterprise.select().count() == 1
    Member.update(deleted_at="2011-01-01").execute()
    session = begin(*rows, create_references=True)
    session.import_rows()
    assert session.created == [("企业", "新厂")], session.problems
    assert {str(one.enterprise) for one in Member.alive()} == {"新厂", "上海泰祥电器有限公司"}


def test_the_units_that_rows_name_are_entered_when_asked_whatever_the_column_is_called(begin: Begin) -> None:
    rows = (
        ["企业名称", "走访日期", "走访人", "走访情况"],
        ["新厂", "2011-3-8", "张三", "缺工"],
        ["新厂", "2011-3-9", "李四", "已招工"],
    )
    session = begin(*rows, into="office.company_visits", create_references=True)
    session.import_rows()
    assert session.created == [("企业", "新厂")], session.problems
    assert {str(visit.enterprise) for visit in CompanyVisit.alive()} == {"新厂"}


def test_a_reference_is_found_by_name_short_name_and_credit_code(begin: Begin) -> None:
    unit = people.make_enterprise(
        name="上海泰祥电器有限公司", short_name="泰祥电器", uscc="91350100M000100Y43"
    )
    survey = ["工会名称", "依托单位"]
    for name in (unit.name, unit.short_name, unit.uscc):
        session = begin(survey, ["泰祥电器工会", name], into="unions")
        session.rehearse()
        assert not [one for _, one in session.problems if one.heading == "依托单位"]


def test_family_members_below_a_name_that_is_not_repeated_belong_to_it(begin: Begin) -> None:
    heading = ["序号", "姓名", "单位", "家庭成员·姓名", "家庭成员·关系"]
    rows = [
        ["1", "张三", "泰祥", "李大", "配偶"],
        ["", "", "", "张小", "子女"],
        ["2", "王五", "泰祥", "", ""],
    ]
    session = begin(heading, *rows, incomplete=True)
    assert session.import_rows().new == 2
    kin = [(one.member.name, one.name) for one in MemberRelative.select().order_by(MemberRelative.id)]
    assert kin == [("张三", "李大"), ("张三", "张小")]


def test_an_incomplete_row_still_names_somebody(begin: Begin) -> None:
    session = begin(["姓名", "证件号码", "手机号码"], ["", "", "13800138000"], incomplete=True)
    assert session.rehearse().refused == 1
    assert [problem.heading for _, problem in session.problems] == ["姓名", "证件号码"]


def test_family_members_come_in_from_repeated_rows(begin: Begin) -> None:
    heading = ["姓名", "身份证号", "家庭成员姓名", "家庭成员关系", "家庭成员身份证号"]
    first, second = people.resident_id(), people.resident_id()
    rows = [
        ["张三", first, "王芳", "妻子", people.resident_id()],
        ["张三", first, "张小明", "儿子", people.resident_id()],
        ["李四", second, "", "", ""],
    ]
    given = {"own_monthly_income": "1200", "category": "深度困难", "main_cause": "其他", "cause_text": "说明",
             "marital": "已婚", "housing": "租房", "employer": "泰祥", "filed_by": "王芳"}  # fmt: skip
    heading, rows = [*heading, "家庭成员人员身份"], [[*row, "其他" if row[2] else ""] for row in rows]
    session = begin(heading, *rows, into="hardship", given=given)
    counts = session.import_rows()
    assert (counts.new, counts.refused) == (2, 0), session.problems
    assert HardshipFile.select().count() == 2
    families = {(kin.file.name, kin.name, kin.relation) for kin in HardshipFamily.select()}
    assert families == {("张三", "王芳", "配偶"), ("张三", "张小明", "子")}
    assert HardshipFile.get(HardshipFile.name == "张三").family_size == 3
    begin(heading, *rows, into="hardship", given=given).import_rows()
    assert HardshipFamily.select().count() == 2


def test_a_record_does_not_come_in_without_the_child_that_cannot_be_read(begin: Begin) -> None:
    heading = ["姓名", "身份证号", "家庭成员姓名", "家庭成员关系", "家庭成员身份证号"]
    given = {"own_monthly_income": "1200", "category": "深度困难", "main_cause": "其他", "cause_text": "说明",
             "marital": "已婚", "housing": "租房", "employer": "泰祥", "filed_by": "王芳"}  # fmt: skip
    rows = [["张三", people.resident_id(), "王芳", "妻子", "123"], ["李四", people.resident_id(), "", "", ""]]
    session = begin(heading, *rows, into="hardship", given=given)
    counts = session.import_rows(without_refused=True)
    assert (counts.new, counts.refused) == (1, 1)
    assert [file.name for file in HardshipFile.select()] == ["李四"]


HOUSEHOLD = [
    "姓名",
    "身份证号",
    "家庭成员姓名",
    "家庭成员关系",
    "家庭成员身份证号",
    "家庭成员性别",
    "家庭成员人员身份",
]
FILED = {"own_monthly_income": "1200", "category": "深度困难", "main_cause": "其他", "cause_text": "说明",
         "marital": "已婚", "housing": "租房", "employer": "泰祥", "filed_by": "王芳"}  # fmt: skip


@pytest.mark.parametrize("wrong", [0, 1], ids=["first row", "second row"])
def test_a_household_with_a_wrong_member_is_wholly_out(begin: Begin, wrong: int) -> None:
    """A daughter with a man's number (GB 11643): half a household would be counted as one of fewer people."""
    number = people.resident_id()
    rows = [
        ["张三", number, "张小", "女", people.resident_id(date(2001, 1, 1), sex="女"), "女", "其他"],
        ["", "", "张大", "子", people.resident_id(date(2003, 1, 1)), "男", "其他"],
        ["李四", people.resident_id(), "", "", "", "", ""],
    ]
    rows[wrong][4] = people.resident_id(date(2001, 1, 1), sex="男" if wrong == 0 else "女")
    session = begin(HOUSEHOLD, *rows, into="hardship", given=FILED)
    assert session.rehearse().refused == 2
    counts = session.import_rows(without_refused=True)
    assert (counts.new, counts.refused) == (1, 2)
    assert [file.name for file in HardshipFile.select()] == ["李四"]
    told = {row.number: (problem.heading, problem.sentence) for row, problem in session.problems}
    assert told[2 + wrong][0].startswith("家庭成员·")
    assert f"第 {2 + wrong} 行" in told[3 - wrong][1]


def test_a_mended_household_comes_in_whole(begin: Begin) -> None:
    rows = [
        [
            "张三",
            people.resident_id(),
            "张小",
            "女",
            people.resident_id(date(2001, 1, 1), sex="男"),
            "女",
            "其他",
        ],
        ["", "", "张大", "子", people.resident_id(date(2003, 1, 1)), "男", "其他"],
    ]
    session = begin(HOUSEHOLD, *rows, into="hardship", given=FILED)
    session.rehearse()
    session.correct(2, 4, people.resident_id(date(2001, 1, 1), sex="女"))
    assert session.import_rows().new == 1
    assert [kin.name for kin in HardshipFamily.select()] == ["张小", "张大"]


def test_how_columns_were_matched_is_remembered_for_the_same_headings(begin: Begin) -> None:
    rows = (["名头", "号头", *HEADINGS[2:]], person())
    session = begin(*rows)
    session.columns.choose(0, session.columns.named("name"))
    session.columns.choose(1, session.columns.named("id_number"))
    session.columns.choose(5, None)
    session.import_rows()
    again = begin(*rows).columns
    assert (again.chosen[0].key, again.how[0]) == ("name", "上次")
    assert 5 not in again.chosen
    other = begin(["名头", *HEADINGS[2:]], person()[1:]).columns
    assert 0 not in other.chosen


def test_a_stopped_import_keeps_nothing(begin: Begin) -> None:
    before = dump()
    heard: list[int] = []

    def tell(done: int, total: int) -> bool:
        heard.append(done)
        return done < 400

    session = begin(HEADINGS, *(person(f"张{'甲乙丙丁'[n % 4]}") for n in range(500)))
    with pytest.raises(Cancelled):
        session.import_rows(tell)
    assert (heard, session.done) == ([0, 200, 400], False)
    assert dump() == before


def test_the_right_rows_come_in_without_the_wrong_when_asked(begin: Begin) -> None:
    session = begin(HEADINGS, person(), person("李四", mobile="12"))
    session.import_rows()
    assert (session.done, Member.select().count()) == (False, 0)
    session.import_rows(without_refused=True)
    assert (session.done, [one.name for one in Member.select()]) == (True, ["张三"])


def test_rows_are_shown_in_windows(begin: Begin) -> None:
    session = begin(HEADINGS, *(person(mobile="12" if n % 2 else "13800138000") for n in range(10)))
    session.rehearse()
    assert [row.number for row in session.window(2, 3)] == [4, 5, 6]
    assert [row.number for row in session.window(1, 2, State.REFUSED)] == [5, 7]


def test_an_import_is_taken_back_as_one_step(begin: Begin) -> None:
    known = people.make_member(name="李四", mobile="13800138000", education="大专")
    before, events = held(), MembershipEvent.alive().count()
    changed = person("李四", number=known.id_number, mobile="13900139000", education="本科")
    session = begin(HEADINGS, person(), changed, on_duplicate="update")
    session.import_rows()
    assert [one.id for one in imports()] == [session.import_id]
    undone = undo(session.import_id or 0)
    assert (undone.restored, undone.remaining) == (1, [])
    assert (held(), MembershipEvent.alive().count()) == (before, events)
    assert imports() == []
    with pytest.raises(Refused, match="已经撤销过了"):
        undo(session.import_id or 0)


def test_after_taking_back_the_workbook_comes_in_again(begin: Begin) -> None:
    rows = (["会员编号", *HEADINGS], ["TY-HY-2011-0007", *person()])
    session = begin(*rows)
    session.import_rows()
    undo(session.import_id or 0)
    assert begin(*rows).import_rows().new == 1


def test_an_employer_that_was_entered_for_known_members_goes_with_the_import(begin: Begin) -> None:
    known = people.make_member(name="李四", employer="新厂")
    row = person("李四", number=known.id_number, employer="新厂", education="大专")
    session = begin(HEADINGS, row, on_duplicate="update", create_references=True)
    session.import_rows()
    assert str(Member.get_by_id(known.id).enterprise) == "新厂"
    assert undo(session.import_id or 0).remaining == []
    assert Enterprise.alive().count() == 0
    assert Member.get_by_id(known.id).enterprise is None


def test_what_was_changed_or_needed_later_stays_and_is_told(begin: Begin) -> None:
    session = begin(HEADINGS, person("张三"), person("李四"), person("王五"))
    session.import_rows()
    edited, paying, other = Member.select().order_by(Member.id)
    edited.mobile = "13900139000"
    keeping.save(MEMBERS, edited)
    keeping.save(DUES, DuesPayment(member=paying, month="2011-04", due=1, paid=1, paid_on=date(2011, 4, 5)))
    undone = undo(session.import_id or 0)
    assert [one.name for one in Member.alive().order_by(Member.id)] == ["张三", "李四"]
    assert any("张三" in one for one in undone.remaining)
    assert any("李四" in one for one in undone.remaining)
    assert Member.get_by_id(other.id).deleted_at is not None


TEXTS = st.text(st.sampled_from("张三李四0123456789Xx-./年月日是否男女元,，'=#E+ \n"), max_size=20)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(TEXTS, min_size=6, max_size=6), min_size=1, max_size=6))
def test_whatever_stands_in_the_cells_is_kept_or_told_and_never_breaks(
    begin: Begin, rows: list[list[str]]
) -> None:
    session = begin(HEADINGS, *rows)
    before = dump()
    counts = session.rehearse()
    assert dump() == before
    assert counts.new + counts.unchanged + counts.skipped + counts.refused == len(session.rows)
    assert all(row.blocks for row in session.rows if row.state is State.REFUSED)
    session.import_rows(without_refused=True)
    assert session.counts == counts
    begin(HEADINGS, *rows).import_rows(without_refused=True)
    once = dump()
    begin(HEADINGS, *rows).import_rows(without_refused=True)
    assert dump() == once

"""Many records kept in one go are the records that would have been kept one by one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.keeping import history, keeping
from app.keeping.history import History
from app.office import Office, close_office, create
from app.records.base import Counter, change, database
from app.records.batch import open_batch
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import DUES, MEMBERS
from tests.factories import people

HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期", "会员证号", "会员编号"]
NUMBERS = [people.resident_id(date(1980, 1, day)) for day in range(1, 4)]


def taken(path: Path, rows: list[list[str]], *, one_by_one: bool) -> tuple[list[Any], list[Any]]:
    """What becomes of each row in a fresh office, and what the office holds then."""
    create(path, "泰祥社区工会", code="TY")
    session = ImportSession.of(MEMBERS, Sheet("名单", [HEADINGS, *rows]))
    session._read_rows()
    session._attempt(session.rows, lambda *_: True, save=True, without_refused=True, one_by_one=one_by_one)
    told = [
        (row.number, row.state, [(one.heading, one.sentence) for one in row.problems]) for row in session.rows
    ]
    held: list[Any] = []
    for model in (Member, MembershipEvent):
        fields = [model.search_key, *model.described().values()]
        held.append(sorted(model.select(*fields).tuples(), key=repr))
    held.append(list(Counter.select().tuples()))
    told_of = History.select().where(History.table != "import_done")
    held.append(sorted((entry.table, row, entry.changes) for entry in told_of for row in entry.rows))
    close_office()
    path.unlink()
    return told, held


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["张三", "李四", "单小娟", ""]),
            st.sampled_from([*NUMBERS, "", "12"]),
            st.just("13800138000"),
            st.sampled_from(["泰祥", "衡建", ""]),
            st.sampled_from(["2011-3-8", "2011-3-9", ""]),
            st.sampled_from(["A1", "A2", "", ""]),
            st.sampled_from(["TY-HY-2011-0001", "TY-HY-2011-0002", "", ""]),
        ).map(list),
        min_size=1,
        max_size=8,
    )
)
def test_rows_kept_together_meet_the_rules_they_meet_one_by_one(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    together = taken(tmp_path / "a.union", rows, one_by_one=False)
    assert together == taken(tmp_path / "b.union", rows, one_by_one=True)


def taken_together(*names: str) -> list[Member]:
    """Import members of these names, who came on the same day."""
    rows = [
        [name, number, "13800138000", "泰祥", "2011-3-8"] for name, number in zip(names, NUMBERS, strict=True)
    ]
    ImportSession.of(MEMBERS, Sheet("名单", [HEADINGS[:5], *rows])).import_rows()
    return list(Member.select().order_by(Member.id))


def test_rows_written_together_are_one_entry_of_the_history(office: Office) -> None:
    """A freshly imported office is no larger for what its history would repeat."""
    members = taken_together("王芳", "李强", "张敏")
    [entry] = History.select().where(History.table == "member")
    assert (entry.action, list(entry.rows)) == ("INSERT", [member.id for member in members])


def test_a_row_of_many_is_told_with_its_own_values(office: Office) -> None:
    members = [*taken_together("王芳", "李强", "张敏"), people.make_member(name="陈洁")]
    told = [[{label: new for label, _, new in one.items} for one in history.of(member)] for member in members]
    assert [[one["姓名"] for one in entries] for entries in told] == [["王芳"], ["李强"], ["张敏"], ["陈洁"]]


def test_a_rule_that_asks_the_file_sees_the_rows_before(office: Office) -> None:
    member = people.make_member(applied_on=date(2011, 1, 1), approved_on=date(2011, 1, 1))
    due = [member.member_no, "2011-4", "5", "5", "2011-4-8"]
    rows = [["会员", "所属年月", "应缴", "实缴", "缴费日期"], *([*due] for _ in range(2))]
    session = ImportSession.of(DUES, Sheet("会费", rows))
    rows[2][2] = "6"
    session.import_rows(without_refused=True)
    assert DuesPayment.select().count() == 1
    assert [row.state.value for row in session.rows] == ["新增", "有误"]


def test_ten_times_the_members_ask_the_file_no_more(office: Office) -> None:
    def asked(many: int) -> int:
        rows = [
            [f"张{'甲乙丙丁'[n % 4]}", people.resident_id(), "13800138000", "泰祥", "2011-3-8"]
            for n in range(many)
        ]
        session = ImportSession.of(MEMBERS, Sheet("名单", [HEADINGS[:5], *rows]))
        with count_queries() as counted:
            session.import_rows()
        assert session.done
        return int(counted.count)

    asked(1)
    assert asked(100) <= asked(10)


def test_a_row_of_a_large_workbook_that_repeats_the_first_is_refused(office: Office) -> None:
    """The first has been written by then: not so much waits as a large workbook holds."""
    numbers = [people.resident_id(date(1980, 1, 1) + timedelta(days)) for days in range(600)]
    rows = [["张三", number, "13800138000", "泰祥", "2011-3-8"] for number in (*numbers, numbers[0])]
    session = ImportSession.of(MEMBERS, Sheet("名单", [HEADINGS[:5], *rows]))
    assert session.import_rows().refused == 1
    assert "与第 2 行重复" in session.rows[-1].problems[-1].sentence
    assert (Member.select().count(), Counter.select().count()) == (0, 0)


def test_what_refers_to_a_new_record_is_written_after_it(office: Office) -> None:
    """Even where the first to wait refers to a record that was written before."""
    with change(), open_batch() as batch:
        first, second = people.make_member(), people.new_member()
        batch.flush()
        people.make_event(first, "保留会籍", date(2011, 9, 1))
        keeping.save(MEMBERS, second)
    assert {event.member.id for event in MembershipEvent.select()} == {first.id, second.id}


@pytest.mark.parametrize("failing", ["member", "membership_event"])
def test_what_the_file_refuses_leaves_nothing_behind(office: Office, failing: str) -> None:
    database.execute_sql(
        f"CREATE TRIGGER stop BEFORE INSERT ON {failing} "
        "BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed'); END"
    )
    rows = [["张三", people.resident_id(), "13800138000", "泰祥", "2011-3-8"]]
    session = ImportSession.of(MEMBERS, Sheet("名单", [HEADINGS[:5], *rows]))
    counts = session.import_rows()
    assert (counts.refused, Member.select().count(), Counter.select().count()) == (1, 0, 0)
    assert "与已有的记录重复" in session.rows[0].problems[-1].sentence

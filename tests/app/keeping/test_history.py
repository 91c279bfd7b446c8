"""The history: written by the file itself, of every column, exactly."""

from __future__ import annotations

from datetime import date

import peewee
import pytest

from app.keeping import history, keeping
from app.office import Office
from app.records.base import Record, database
from app.records.steps import note_new_rows, step
from app.registry import RECORDS
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.records import Member, MemberRelative
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_batch, make_file, make_member, make_payment

BOOKKEEPING = {"id", "version", "search_key", "created_at", "updated_at"}


@pytest.mark.parametrize("action", ["UPDATE", "DELETE"])
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_each_table_has_its_triggers_naming_every_column(
    office: Office, model: type[Record], action: str
) -> None:
    table = model._meta.table_name
    [(text,)] = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name = ?",
        (table, f"{table}_history_{action.lower()}"),
    ).fetchall()
    told = {kept.column_name for kept in model._meta.sorted_fields if not isinstance(kept, peewee.BlobField)}
    assert {column for column in told if f"json_array('{column}'," in text} == told - BOOKKEEPING


def test_each_table_notes_its_new_rows(office: Office) -> None:
    """Of a new row only that it came: what it said follows from the row and from what was replaced since."""
    triggers = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {f"{model._meta.table_name}_history_insert" for model in RECORDS} <= {name for (name,) in triggers}


def test_a_new_record_is_told_label_by_label(office: Office) -> None:
    [change] = history.of(make_member(name="王芳", monthly_wage=3200_00))
    assert change.action == "新建"
    assert ("姓名", "", "王芳") in change.items
    assert ("月工资", "", "3,200.00") in change.items


def test_what_a_record_said_at_first_is_told_after_changes_too(office: Office) -> None:
    member = make_member(name="王芳", monthly_wage=3200_00, remark=None)
    first = history.of(member)[-1].items
    for name, wage, remark in (("王方", 3300_00, "改"), ("王方", 3400_00, None)):
        keeping.assign(member, {"name": name, "monthly_wage": wage, "remark": remark})
        keeping.save(MEMBERS, member)
    assert history.of(member)[-1].items == first
    assert ("月工资", "", "3,200.00") in first


def test_what_an_erased_record_said_at_first_is_told(office: Office) -> None:
    member = make_member(remark="原文")
    database.execute_sql("UPDATE member SET remark = '改' WHERE id = ?", (member.id,))
    database.execute_sql("DELETE FROM membership_event")
    database.execute_sql("DELETE FROM member")
    assert ("备注", "", "原文") in history.of(member)[-1].items


def test_what_an_older_version_wrote_of_a_new_record_is_told_as_it_stands(office: Office) -> None:
    member = make_member(remark="原文")
    database.execute_sql(
        """UPDATE history SET changes = '{"remark":[null,"那时"]}' WHERE table_name = 'member'"""
    )
    assert history.of(member)[0].items == (("备注", "", "那时"),)


def test_a_row_of_another_program_is_told_beside_rows_written_together(office: Office) -> None:
    """The last entry tells of rows that were written together: one more is not among them."""
    member = make_member()
    with step("两名家属"):
        note_new_rows("member_relative", 1, 2)
        for name in ("王芳", "李强", "张敏"):
            database.execute_sql(
                "INSERT INTO member_relative (version, created_at, updated_at, member_id, name) "
                "VALUES (1, '2011-03-08', '2011-03-08', ?, ?)",
                (member.id, name),
            )
    relatives = list(MemberRelative.select().order_by(MemberRelative.id))
    told = [[{label: new for label, _, new in one.items} for one in history.of(row)] for row in relatives]
    assert [[one["姓名"] for one in entries] for entries in told] == [["王芳"], ["李强"], ["张敏"]]


def test_a_change_tells_old_and_new(office: Office) -> None:
    member = make_member(is_migrant_worker=False, approved_on=date(2011, 3, 8))
    member.is_migrant_worker, member.approved_on = True, date(2011, 3, 9)
    keeping.save(MEMBERS, member)
    latest = history.of(member)[0]
    assert latest.action == "修改"
    assert sorted(latest.items) == [("批准日期", "2011年3月8日", "2011年3月9日"), ("是否农民工", "否", "是")]


def test_keeping_without_a_change_leaves_no_trace(office: Office) -> None:
    member = make_member()
    keeping.save(MEMBERS, member)
    assert len(history.of(member)) == 1


def test_binning_and_restoring_are_told(office: Office) -> None:
    member = make_member()
    keeping.to_bin(MEMBERS, [member.id])
    keeping.restore(MEMBERS, [member.id])
    assert [change.action for change in history.of(member)] == ["恢复", "删除", "新建"]


def test_a_change_by_another_program_is_told(office: Office) -> None:
    member = make_member(remark="原文")
    database.execute_sql("UPDATE member SET remark = '改' WHERE id = ?", (member.id,))
    assert history.of(member)[0].items == (("备注", "原文", "改"),)
    database.execute_sql("DELETE FROM membership_event")
    database.execute_sql("DELETE FROM member")
    assert history.of(member)[0].action == "清除"


EXACT = [
    "310115199001011234",
    "1e5",
    "0042",
    "1.0",
    "'; DROP TABLE member; --",
    '他说"好"\\n',
    "第一行\n第二行",
    "𠮷㼆〇 😀",
    "null",
    "true",
    '{"a": [1]}',
    "100%_",
]


@pytest.mark.parametrize("text", EXACT)
def test_a_text_comes_back_exactly(office: Office, text: str) -> None:
    member = make_member(address=text, remark=text)
    member.address, member.remark = "别处", None
    keeping.save(MEMBERS, member)
    change = history.of(member)[0]
    assert history.old_values(member, change) == {"address": text, "remark": text}
    back = history.put_back(MEMBERS, Member.get_by_id(member.id), change)
    assert Member.get_by_id(back.id).address == Member.get_by_id(back.id).remark == text


def test_values_of_every_kind_are_put_back(office: Office) -> None:
    values = {
        "birth_date": date(1980, 5, 6),
        "monthly_wage": 3200_05,
        "is_migrant_worker": True,
        "work_start": "1999",
    }
    member = make_member(**values)
    changed = {"monthly_wage": None, "is_migrant_worker": False, "work_start": "1998-07"}
    keeping.assign(member, changed)
    keeping.save(MEMBERS, member)
    history.put_back(MEMBERS, Member.get_by_id(member.id), history.of(member)[0])
    kept = Member.get_by_id(member.id)
    assert {name: getattr(kept, name) for name in values} == values


def test_a_reference_is_told_by_name(office: Office) -> None:
    batch = make_batch(name="2011年春节慰问")
    payment = make_payment(batch, make_file(name="李强"))
    told = {label: new for label, _, new in history.of(payment)[0].items}
    assert told["发放批次"] == f"2011年春节慰问（{batch.batch_no}）"
    assert told["困难档案"].startswith("李强（")
    assert told[AidPayment.amount.label] == "500.00"


def test_a_file_taken_in_is_no_burden_on_the_history(office: Office) -> None:
    content = bytes(range(256)) * 40
    paper = HardshipEvidence.create(file=make_file(), kind="诊断", file_name="诊断书.pdf", content=content)
    [change] = history.of(paper)
    assert "文件" not in {label for label, _, _ in change.items}
    assert HardshipEvidence.get_by_id(paper.id).content == content

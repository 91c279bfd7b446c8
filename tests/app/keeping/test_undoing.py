"""What was done last is taken back step by step, across restarts, and can be done again."""

from __future__ import annotations

import contextlib
import random
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from app.errors import Refused
from app.fields import ReferenceField
from app.fields.problems import Blocked
from app.keeping import bulk, history, keeping, lifecycle, undoing
from app.office import Office, close_office, open_office
from app.records import steps
from app.records.base import Record, change
from app.register import Register
from app.subjects.hardship.aid import acts
from app.subjects.hardship.aid.records import AidBatch, AidPayment, ApprovedLine, fund_balance
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.hardship.reviews.register import EVIDENCE
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualEnrolment
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.app.test_registry import MAKERS
from tests.factories.insurance import make_enrolment, make_product
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_file,
    make_fund,
    make_kin,
    make_member,
    make_payment,
)
from tests.helpers.content import content
from tests.helpers.every_register import every_register

_NAMES = ("甲厂", "上海第一电器有限公司", "上海泰祥电器有限公司")


def test_a_new_record_goes_into_the_bin_and_says_so(office: Office) -> None:
    member = make_member(name="王芳")
    assert undoing.undo() == f"已撤销：新建会员“王芳（{member.member_no}）”"
    assert not Member.alive().exists()
    assert Member.select().count() == 1


def test_a_new_record_that_was_changed_since_by_no_step_stays(office: Office) -> None:
    member = make_member(name="王芳", remark="原文")
    Member.update(remark="改").where(Member.id == member.id).execute()
    with pytest.raises(Refused, match="后来又改过"):
        undoing.undo()
    assert Member.alive().exists()


def test_a_new_record_that_is_again_as_it_was_goes(office: Office) -> None:
    member = make_member(name="王芳", remark=None)
    for remark in ("改", "又改", None):
        Member.update(remark=remark).where(Member.id == member.id).execute()
    undoing.undo()
    assert not Member.alive().exists()


def test_a_change_gets_back_every_value_it_replaced(office: Office) -> None:
    member = make_member(name="王芳", mobile="13800138000", monthly_wage=3200_00)
    before = content()
    member.name, member.mobile, member.monthly_wage = "王方", "13900139000", 4000_00
    keeping.save(MEMBERS, member)
    undoing.undo()
    assert content() == before


def test_each_save_is_one_step_the_last_first(office: Office) -> None:
    member = make_member(mobile="13800138000")
    for mobile in ("13800138001", "13800138002"):
        member.mobile = mobile
        keeping.save(MEMBERS, member)
    undoing.undo()
    assert Member.get().mobile == "13800138001"
    undoing.undo()
    assert Member.get().mobile == "13800138000"


def test_a_deletion_comes_back_with_the_rows_that_went_with_it(office: Office) -> None:
    file = make_file()
    make_kin(file)
    before = content()
    keeping.to_bin(HARDSHIP, [file.id])
    undoing.undo()
    assert content() == before


def test_no_row_comes_back_to_an_owner_in_the_bin(office: Office) -> None:
    kin = make_kin(make_file(name="王芳"))
    keeping.to_bin(FAMILY, [kin.id])
    binned = undoing.last()
    assert binned is not None
    keeping.to_bin(HARDSHIP, [kin.file.id])
    with pytest.raises(Refused, match=r"“王芳.*”在回收站中，请先恢复它"):
        undoing.take_back(binned)
    assert not HardshipFamily.alive().exists()


def test_no_owner_goes_back_into_the_bin_from_a_row_that_came_since(office: Office) -> None:
    file = make_file(name="王芳")
    keeping.to_bin(HARDSHIP, [file.id])
    keeping.restore(HARDSHIP, [file.id])
    restored = undoing.last()
    assert restored is not None
    kin = make_kin(file)
    with pytest.raises(Refused, match=f"不能撤销.*“王芳.*”已被家庭成员“{kin.name}.*”引用"):
        undoing.take_back(restored)
    assert HardshipFile.alive().exists()


def test_after_a_save_that_changed_nothing_it_first_says_so(office: Office) -> None:
    """Whoever takes back what was no change expects no other record to go."""
    member = make_member(name="王芳", remark="原文")
    keeping.save(MEMBERS, member)
    with pytest.raises(Refused, match=r"“修改会员“王芳.*没有改动.*再撤销一次.*“新建会员“王芳"):
        undoing.undo()
    assert Member.alive().exists()
    assert undoing.undo().startswith("已撤销：新建会员“王芳")


def test_what_is_done_after_a_save_that_changed_nothing_is_taken_back_at_once(office: Office) -> None:
    member = make_member(name="王芳")
    keeping.save(MEMBERS, member)
    member.remark = "改"
    keeping.save(MEMBERS, member)
    assert undoing.undo().startswith("已撤销：修改会员“王芳")


def test_a_save_that_changed_nothing_in_another_file_is_no_matter(office: Office, tmp_path: Path) -> None:
    keeping.save(MEMBERS, make_member())
    path = Path(shutil.copy(office.path, tmp_path / "另一份.union"))
    close_office()
    open_office(path)
    assert undoing.undo().startswith("已撤销：新建会员")


def test_a_step_of_a_life_cycle_is_taken_back_with_its_effect(office: Office) -> None:
    """Whoever leaves the union by a slip is a member again, and no event says otherwise."""
    member = make_member()
    before = content()
    leave = next(step for step in MEMBERS.steps if step.title == "退会")
    lifecycle.advance(MEMBERS, member, leave, {"status_date": date(2012, 1, 5), "status_reason": "本人申请"})
    assert content() != before
    undoing.undo()
    assert content() == before


def test_a_bulk_act_is_one_step(office: Office) -> None:
    old, new = make_product(year=2011), make_product(year=2012, premium=65_00)
    insured = [make_enrolment(old).id for _ in range(3)]
    before = content()
    [renew] = [act for act in bulk.bulk_actions_of(ENROLMENTS) if act.title == "续保"]
    bulk.perform(ENROLMENTS, insured, renew, {"product": new.id})
    assert MutualEnrolment.alive().count() == 6
    assert undoing.undo() == "已撤销：续保：3 人次参保"
    assert content() == before


def test_a_batch_and_its_approval_are_one_step_each_way(office: Office) -> None:
    make_fund()
    before = content()
    batch = make_batch()
    file = make_file()
    with_people = content()
    recipients = acts.candidates([file.id])
    for recipient in recipients:
        recipient.amount = 500_00
    second = AidBatch(name="2011年中秋慰问", year=2011, occasion="中秋", planned_on=date(2011, 9, 1))
    acts.pay(second, recipients, "王芳", date(2011, 9, 2))
    approved = content()
    assert ApprovedLine.select().count() == 1
    undoing.undo()
    assert content() == with_people
    undoing.redo()
    assert content() == approved
    for _ in range(3):
        undoing.undo()
    assert content() == before
    assert batch.id


def test_undo_works_after_a_restart(office: Office) -> None:
    make_member(name="王芳")
    close_office()
    open_office(office.path)
    undoing.undo()
    assert not Member.alive().exists()


def test_what_was_taken_back_can_be_done_again_until_something_else_is_done(office: Office) -> None:
    member = make_member(mobile="13800138000")
    member.mobile = "13800138001"
    keeping.save(MEMBERS, member)
    after = content()
    undoing.undo()
    assert undoing.redo() == f"已重做：修改会员“{member}”"
    assert content() == after
    undoing.undo()
    make_enterprise()
    with pytest.raises(Refused, match="没有可以重做的操作"):
        undoing.redo()


def test_several_undos_are_done_again_in_their_order(office: Office) -> None:
    member = make_member(mobile="13800138000")
    states = [content()]
    for mobile in ("13800138001", "13800138002"):
        member.mobile = mobile
        keeping.save(MEMBERS, member)
        states.append(content())
    undoing.undo()
    undoing.undo()
    for state in states[1:]:
        undoing.redo()
        assert content() == state
    undoing.undo()
    assert content() == states[1]


@pytest.mark.parametrize("spoilt", ["{kaputt", "[]", '{"name": 5}', "null"])
def test_what_a_damaged_history_says_is_not_guessed_at(office: Office, spoilt: str) -> None:
    member = make_member(name="王芳")
    member.remark = "随厂迁走"
    keeping.save(MEMBERS, member)
    history.History.update(changes=spoilt).where(history.History.action == "UPDATE").execute()
    with pytest.raises(Refused, match="历史中有一条已损坏"):
        undoing.undo()
    assert Member.get_by_id(member.id).remark == "随厂迁走"
    assert len(history.of(member)) >= 2


def test_with_nothing_done_it_says_so(office: Office) -> None:
    with pytest.raises(Refused, match="没有可以撤销的操作"):
        undoing.undo()


def test_what_was_changed_since_by_no_step_is_named(office: Office) -> None:
    make_member(name="王芳")
    with change():
        Member.update(mobile="13900139000").execute()
    with pytest.raises(Refused, match=r"“王芳（.*）”后来又改过（20.*）"):
        undoing.undo()
    assert Member.get().mobile == "13900139000"


@every_register
def test_a_refusal_names_any_record_in_the_words_of_the_office(office: Office, register: Register) -> None:
    """Its kind and its name, and of a row without a name whose it is; never a number of the file."""
    record = keeping.save(register, MAKERS[register.key]())
    own = register.record.id == record.id
    with steps.step("放入回收站"):
        register.record.update(deleted_at=datetime(2011, 3, 8)).where(own).execute()
    with change():
        register.record.update(deleted_at=datetime(2011, 3, 9)).where(own).execute()
    with pytest.raises(Refused) as refused:
        undoing.undo()
    (named,) = re.findall(rf"：{re.escape(register.title)}“([^”]+)”后来又改过", str(refused.value))
    assert not re.fullmatch(r"第\d+号", named)
    owners = [one for one in record.described().values() if isinstance(one, ReferenceField) and one.required]
    if owners and not record.naming and type(record).__str__ is Record.__str__:
        owner = getattr(record, owners[0].name)
        assert named.startswith(getattr(owner, owner.naming[0].name))


def test_what_others_refer_to_since_is_named(office: Office) -> None:
    file = make_file(name="李娟")
    with change():
        make_payment(make_batch(), file)
    with pytest.raises(Refused, match=r"“李娟.*”已被帮扶记录“.*”引用"):
        undoing.undo()
    assert HardshipFile.alive().exists()


def test_the_number_of_a_taken_back_record_may_be_used_again(office: Office) -> None:
    member = make_member(member_no="TY-HY-2011-0077")
    undoing.undo()
    again = make_member(member_no="TY-HY-2011-0077", id_number=member.id_number)
    assert again.id != member.id


def test_units_are_linked_anew_when_an_enterprise_comes_and_goes(office: Office) -> None:
    member = make_member(employer="上海泰祥电器有限公司")
    enterprise = make_enterprise(name="上海泰祥电器有限公司")
    assert Member.get_by_id(member.id).enterprise == enterprise
    undoing.undo()
    assert Member.get_by_id(member.id).enterprise is None
    undoing.redo()
    assert Member.get_by_id(member.id).enterprise == enterprise


def test_a_replaced_file_is_kept_and_comes_back(office: Office) -> None:
    file = make_file()
    evidence = HardshipEvidence(file=file, kind="诊断", file_name="诊断.pdf", content=b"old")
    keeping.save(EVIDENCE, evidence)
    evidence.content = b"new"
    keeping.save(EVIDENCE, evidence)
    assert history.of(evidence)[0].items == (("文件", "原来的文件", "已更换"),)
    undoing.undo()
    assert HardshipEvidence.get().content == b"old"
    undoing.redo()
    assert HardshipEvidence.get().content == b"new"


def test_the_history_names_who(office: Office) -> None:
    steps.work_as("王芳")
    member = make_member()
    steps.work_as("李娟")
    member.mobile = "13800138001"
    keeping.save(MEMBERS, member)
    steps.work_as("")
    assert [change.operator for change in history.of(member)] == ["李娟", "王芳"]


@pytest.mark.parametrize("seed", range(6))
def test_random_steps_all_taken_back_leave_what_was_before(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    make_fund()
    make_member()
    make_file(employer="上海第一电器有限公司")
    start, done = content(), _steps_done()
    for _ in range(14):
        _do_something(chance)
    end, count = content(), _steps_done() - done
    for _ in range(count):
        undoing.undo()
    assert content() == start
    for _ in range(count):
        undoing.redo()
    assert content() == end


def _steps_done() -> int:
    return steps.Step.select().where(steps.Step.sentence.is_null(False)).count()


def _do_something(chance: random.Random) -> None:
    act = chance.randrange(8)
    if act == 0:
        make_member(employer=chance.choice(_NAMES))
    elif act == 1:
        with contextlib.suppress(Blocked):
            make_enterprise(name=chance.choice(_NAMES) + chance.choice(["", "一部", "二部"]))
    elif act == 2:
        make_kin(make_file())
    elif act == 3:
        make_batch(make_file())
    elif act in (4, 5):
        register, record = _any(chance)
        if isinstance(record, Enterprise):
            record.name = f"{record.name}分厂"
        elif isinstance(record, Member):
            record.employer = "甲厂"
        elif isinstance(record, HardshipFile):
            record.own_monthly_income = chance.randrange(3000_00)
        with contextlib.suppress(Blocked, Refused):
            keeping.save(register, record)
    elif act == 6:
        register, record = _any(chance)
        keeping.to_bin(register, [record.id])
    else:
        register, _ = _any(chance)
        binned = register.record.select().where(register.record.deleted_at.is_null(False))
        with contextlib.suppress(Refused):
            keeping.restore(register, [record.id for record in binned][:1])


def _any(chance: random.Random) -> tuple[Register, Record]:
    found: list[tuple[Register, Record]] = []
    for register in (MEMBERS, HARDSHIP, ENTERPRISES):
        found += [(register, record) for record in register.record.alive()]
    return chance.choice(found)


def _left(member: Member) -> Member:
    leave = next(step for step in MEMBERS.steps if step.title == "退会")
    values = {"status_date": date(2012, 1, 5), "status_reason": "本人申请"}
    return lifecycle.advance(MEMBERS, member, leave, values)


def test_a_mistaken_step_goes_back_with_its_reason_whatever_was_done_since(office: Office) -> None:
    member = _left(make_member(name="王芳"))
    member.address = "泰祥路5号"
    keeping.save(MEMBERS, member)
    make_enterprise()
    undoing.step_back(MEMBERS, member, "点错了人")
    back = Member.get_by_id(member.id)
    assert (back.status, back.status_date, back.address) == ("在册", None, "泰祥路5号")
    assert (
        MembershipEvent.alive()
        .where(MembershipEvent.member == member, MembershipEvent.kind == "退会")
        .count()
        == 0
    )
    assert "点错了人" in history.of(back)[0].step


def test_a_step_goes_back_only_with_a_reason_and_only_where_there_was_one(office: Office) -> None:
    member = make_member()
    with pytest.raises(Refused, match=r"没有.*上一步的记录"):
        undoing.step_back(MEMBERS, member, "点错了人")
    member = _left(member)
    with pytest.raises(Refused, match="请填写退回的原因"):
        undoing.step_back(MEMBERS, member, " ")
    assert Member.get().status == "退会"


def test_what_was_paid_is_voided_with_a_reason_and_never_binned(office: Office) -> None:
    make_fund()
    batch = AidBatch(name="2011年中秋慰问", year=2011, occasion="中秋", planned_on=date(2011, 9, 1))
    [recipient] = acts.candidates([make_file().id])
    recipient.amount = 500_00
    acts.pay(batch, [recipient], "王芳", date(2011, 9, 2))
    paid = acts.mark_paid(AidBatch.get(), date(2011, 9, 8))
    [payment] = AidPayment.select()
    for register, record in ((BATCHES, paid), (PAYMENTS, payment)):
        with pytest.raises(Refused, match="已发放，不能放入回收站。请写明原因作废"):
            keeping.to_bin(register, [record.id])
    void = next(step for step in BATCHES.next_steps(paid) if step.title == "作废")
    lifecycle.advance(BATCHES, paid, void, {"remark": "款项退回银行"})
    payment = AidPayment.get()
    assert (AidBatch.get().status, payment.status, payment.status_reason) == ("作废", "作废", "款项退回银行")
    assert fund_balance("本级工会经费") == 100_000_00

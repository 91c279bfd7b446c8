"""Paying aid to many people at once: draft, approve, hand out, withdraw (domain 3.7)."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from app.batch_entry import WHOLE_BATCH
from app.errors import Refused
from app.fields.problems import Blocked, Problem
from app.keeping import keeping
from app.office import Office
from app.records.base import database
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid import checks
from app.subjects.hardship.aid import steps as payout
from app.subjects.hardship.aid.acts import Recipient
from app.subjects.hardship.aid.records import AidBatch, AidPayment, ApprovedLine, fund_balance
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import (
    make_batch,
    make_file,
    make_fund,
    make_kin,
    make_limit,
    make_payment,
    new_batch,
    person_name,
    resident_id,
)
from tests.helpers.problems import advance

APPROVED_ON, PAID_ON = date(2011, 1, 26), date(2011, 1, 28)


@pytest.fixture
def fund(office: Office) -> None:
    """Let the office have 10,000 yuan of its own for aid."""
    make_fund(10_000_00)


def _somebody(amount: int | None = 500_00) -> Recipient:
    return Recipient(person_name(), resident_id(), "上海泰祥电器有限公司", amount=amount)


def _of(*files: HardshipFile, amount: int = 500_00) -> list[Recipient]:
    recipients = aid.candidates([file.id for file in files])
    for recipient in recipients:
        recipient.amount = amount
    return recipients


def _told(found: dict[int, list[Problem]], row: int) -> list[str]:
    return [problem.sentence for problem in found[row]]


def test_recipients_come_from_files_in_the_order_asked(office: Office) -> None:
    first, second = make_file(mobile="13800138000"), make_file()
    told = aid.candidates([second.id, first.id, 999])
    assert [one.file_id for one in told] == [second.id, first.id]
    assert (told[1].name, told[1].id_number, told[1].mobile) == (first.name, first.id_number, first.mobile)


def test_only_open_files_are_offered(office: Office) -> None:
    opened = make_file(employer="有司建筑")
    make_file(employer="有司建筑", status="待审批", opened_on=None)
    make_file(employer="别处")
    assert aid.open_file_ids("有司") == [opened.id]
    assert aid.open_file_ids(filters={"employer": ("有司建筑",), "status": ("待审批",)}) == [opened.id]


def test_a_batch_is_kept_with_everybody_in_it(fund: None) -> None:
    batch = new_batch(pay_mode="现金")
    payments = aid.draft(batch, [*_of(make_file(), make_file(), amount=600_00), _somebody(300_00)])
    assert [payment.amount for payment in payments] == [600_00, 600_00, 300_00]
    assert [payment.outside for payment in payments] == [False, False, True]
    assert (batch.persons, batch.total, batch.status) == ("3", "1,500.00", "拟定")
    assert {payment.occasion for payment in AidPayment.select()} == {"春节"}


def test_a_line_without_an_amount_keeps_the_whole_batch_from_being_kept(fund: None) -> None:
    batch = new_batch()
    with pytest.raises(Blocked, match="请填写金额"):
        aid.draft(batch, [_somebody(), _somebody(None)])
    assert AidBatch.select().count() == AidPayment.select().count() == 0
    assert batch.id is None


def test_an_empty_list_is_refused(fund: None) -> None:
    with pytest.raises(Refused, match="名单是空的"):
        aid.draft(new_batch(), [])


def test_a_batch_that_was_refused_can_be_mended_and_kept(fund: None) -> None:
    batch, recipients = new_batch(), [_somebody(), _somebody(None)]
    with pytest.raises(Blocked):
        aid.draft(batch, recipients)
    recipients[1].amount = 100_00
    aid.draft(batch, recipients)
    assert (batch.id, batch.batch_no) == (1, "TY-FF-2011-0001")


def test_somebody_already_paid_is_told_in_the_line(fund: None) -> None:
    file = make_file()
    make_batch(file)
    recipients = [_somebody(), *_of(file)]
    found = aid.problems(new_batch(), recipients)
    assert found[0] == []
    assert "已发过" in _told(found, 1)[0]
    with pytest.raises(Blocked, match="已发过"):
        aid.draft(new_batch(), recipients)
    recipients[1].override_reason = "住院，追加"
    aid.draft(new_batch(), recipients)
    assert AidPayment.get(AidPayment.override_reason == "住院，追加").file == file


def test_the_same_person_twice_in_one_list_is_told_in_the_second_line(fund: None) -> None:
    one, other = _somebody(), _somebody()
    twice = Recipient(one.name, one.id_number, amount=1_00, employer="别处")
    found = aid.problems(new_batch(), [one, other, twice])
    assert _told(found, 2) == ["与第 1 行是同一人，请删去一行"]
    with pytest.raises(Blocked, match="同一人"):
        aid.draft(new_batch(), [one, other, twice])


def test_two_of_one_household_are_doubtful_only(fund: None) -> None:
    file = make_file()
    wife = make_kin(file, relation="配偶")
    recipients = [*_of(file), Recipient(wife.name, wife.id_number or "", amount=500_00)]
    assert _told(aid.problems(new_batch(), recipients), 1) == [f"与{file.name}同户，请核对是否都发"]
    assert len(aid.draft(new_batch(), recipients)) == 2


def test_an_amount_over_the_limit_is_told_in_the_line(fund: None) -> None:
    make_limit(per_time=500_00)
    found = aid.problems(new_batch(), [_somebody(500_00), _somebody(500_01)])
    assert found[0] == []
    assert "每人每次上限 500.00 元" in _told(found, 1)[0]


@pytest.mark.parametrize(("amount", "short"), [(5000_00, False), (5000_01, True)])
def test_a_list_that_exceeds_the_fund_is_told_of_the_batch(fund: None, amount: int, short: bool) -> None:
    found = aid.problems(new_batch(), [_somebody(amount), _somebody(5000_00)])
    assert ("余额 10,000.00 元" in "".join(_told(found, WHOLE_BATCH))) == short


def test_a_list_that_exceeds_the_fund_is_not_approved(fund: None) -> None:
    batch = new_batch()
    aid.draft(batch, [_somebody(5000_00), _somebody(5000_01)])
    with pytest.raises(Blocked, match=r"不足以发放 10,000\.01 元"):
        aid.approve(batch, "李强", APPROVED_ON)
    assert ApprovedLine.select().count() == 0
    assert {payment.status for payment in AidPayment.select()} == {"拟定"}


def test_a_list_may_take_all_that_the_fund_holds(fund: None) -> None:
    batch = new_batch()
    aid.draft(batch, [_somebody(5000_00), _somebody(5000_00)])
    assert aid.approve(batch, "李强", APPROVED_ON).balance_after == 0


def test_approval_notes_the_fund_before_and_after(fund: None) -> None:
    batch = make_batch(make_file(), make_file(), amount=600_00)
    batch = aid.approve(batch, "李强", APPROVED_ON)
    assert (batch.status, batch.approved_by, batch.approved_on) == ("已审批", "李强", APPROVED_ON)
    assert (batch.balance_before, batch.balance_after) == (10_000_00, 8_800_00)
    assert fund_balance("本级工会经费") == 8_800_00
    assert {payment.status for payment in AidPayment.select()} == {"已审批"}


def test_a_batch_without_anybody_is_not_approved(fund: None) -> None:
    with pytest.raises(Blocked, match="还没有受助人"):
        aid.approve(make_batch(), "李强", APPROVED_ON)


def test_a_batch_is_not_approved_when_a_file_was_closed_meanwhile(fund: None) -> None:
    file = make_file()
    batch = make_batch(file, make_file())
    advance(HARDSHIP, file, "退档(脱困)", {"closed_on": date(2011, 1, 25), "close_reason": "脱困"})
    with pytest.raises(Blocked, match=f"{file.name}：.*不能发放"):
        aid.approve(batch, "李强", APPROVED_ON)


def test_medical_aid_is_not_approved_before_the_own_share_is_known(fund: None) -> None:
    batch = make_batch(make_file(), aid_kind="医疗救助", occasion="日常")
    with pytest.raises(Blocked, match="医疗自付金额"):
        aid.approve(batch, "李强", APPROVED_ON)
    payment = AidPayment.get()
    payment.own_share = 8000_00
    keeping.save(PAYMENTS, payment)
    assert aid.approve(batch, "李强", APPROVED_ON).status == "已审批"


def _approved(*files: HardshipFile) -> AidBatch:
    return aid.approve(make_batch(*files), "李强", APPROVED_ON)


def test_the_approved_list_keeps_the_values_it_was_printed_with(fund: None) -> None:
    file = make_file(name="王芳")
    batch = _approved(file)
    payment = AidPayment.get()
    payment.amount, payment.employer = 400_00, "新单位"
    keeping.save(PAYMENTS, payment)
    line = ApprovedLine.get()
    assert (line.name, line.amount, line.employer) == ("王芳", 500_00, "上海泰祥电器有限公司")
    assert payout.differences(batch) == [
        "王芳：工作单位审批时为“上海泰祥电器有限公司”，现为“新单位”",
        "王芳：金额审批时为“500.00”，现为“400.00”",
    ]


def test_a_correction_in_the_file_shows_as_a_difference(fund: None) -> None:
    file = make_file(name="王芳", category="相对困难")
    batch = _approved(file)
    assert payout.differences(batch) == []
    file.category = "深度困难"
    keeping.save(HARDSHIP, file)
    assert payout.differences(batch) == ["王芳：困难类别审批时为“相对困难”，现为“深度困难”"]


def test_who_was_struck_off_or_added_after_approval_shows_as_a_difference(fund: None) -> None:
    files = [make_file(name=name) for name in ("王芳", "李强", "张伟")]
    batch = _approved(*files)
    payments = list(AidPayment.select().order_by(AidPayment.id))
    keeping.to_bin(PAYMENTS, [payments[0].id])
    payments[1].status, payments[1].status_reason = "退回", "卡号错误"
    keeping.save(PAYMENTS, payments[1])
    make_payment(batch, make_file(name="赵敏"))
    told = ["王芳：审批后已删除", "李强：审批后已退回", "赵敏：审批后增加"]
    assert payout.differences(batch) == told
    assert BATCHES.headline is not None
    assert BATCHES.headline(batch) == "；".join(told)


@pytest.mark.parametrize("signed", [True, False])
def test_a_batch_is_handed_out_on_its_day(fund: None, signed: bool) -> None:
    batch = aid.mark_paid(_approved(make_file(), make_file()), PAID_ON, signed=signed)
    assert batch.status == "已发放"
    told = {(payment.status, payment.paid_on, payment.signed) for payment in AidPayment.select()}
    assert told == {("已发放", PAID_ON, signed)}
    assert payout.differences(batch) == []


def test_who_signed_before_the_batch_was_handed_out_stays_signed(fund: None) -> None:
    batch = _approved(make_file(), make_file())
    first, second = AidPayment.select().order_by(AidPayment.id)
    first.signed = True
    keeping.save(PAYMENTS, first)
    aid.mark_paid(batch, PAID_ON, signed=False)
    assert [AidPayment.get_by_id(one.id).signed for one in (first, second)] == [True, False]


def test_what_is_not_approved_is_not_handed_out(fund: None) -> None:
    with pytest.raises(Refused, match="现在是“拟定”"):
        aid.mark_paid(make_batch(make_file()), PAID_ON)


def test_what_was_handed_out_is_neither_approved_again_nor_withdrawn(fund: None) -> None:
    batch = aid.mark_paid(_approved(make_file()), PAID_ON)
    with pytest.raises(Refused, match="现在是“已发放”"):
        aid.approve(batch, "李强", APPROVED_ON)
    with pytest.raises(Refused, match="现在是“已发放”"):
        advance(BATCHES, batch, "撤回审批", {"remark": "有误"})


def test_an_approval_is_withdrawn_with_a_reason(fund: None) -> None:
    batch = _approved(make_file())
    with pytest.raises(Blocked, match="请填写备注"):
        advance(BATCHES, batch, "撤回审批")
    batch = advance(BATCHES, batch, "撤回审批", {"remark": "名单有误"})
    assert (batch.status, AidPayment.get().status, ApprovedLine.select().count()) == ("拟定", "拟定", 0)
    assert fund_balance("本级工会经费") == 10_000_00
    assert aid.approve(batch, "李强", APPROVED_ON).balance_after == 9_500_00


def test_returned_and_void_payments_are_not_on_the_list(fund: None) -> None:
    batch = make_batch(make_file())
    make_payment(batch, make_file(), status="作废", status_reason="重复")
    aid.approve(batch, "李强", APPROVED_ON)
    assert ApprovedLine.select().count() == 1


def _asked(first: int, many: int) -> int:
    """Return how many statements it takes to pay so many people from their check to the hand-out."""
    statements: list[object] = []
    files = [make_file() for _ in range(many)]
    batch = new_batch(name=f"{many} 人", planned_on=date(2011, 1, 20 + first))
    database.query_hooks.append(statements.append)
    try:
        aid.draft(batch, _of(*files, amount=1_00))
        approved = aid.approve(batch, "张主席", APPROVED_ON)
        aid.mark_paid(approved, PAID_ON)
    finally:
        database.query_hooks.clear()
    return len(statements)


def test_what_a_batch_asks_of_the_file_does_not_grow_with_its_list(fund: None) -> None:
    """What is known of all recipients is read once, not for each line."""
    assert _asked(1, 12) == _asked(2, 3)


def test_what_one_line_gives_counts_for_a_later_one_of_the_same_person(fund: None) -> None:
    """Each alone keeps within the year's limit, both together do not; nothing of the list is kept."""
    make_limit(per_time=600_00, per_year=800_00)
    first, again = _of(file := make_file(), file)
    again.override_reason = "大病复发"
    with pytest.raises(Blocked, match="全年上限"):
        aid.draft(new_batch(), [first, again])
    assert not AidPayment.select().exists()
    assert not AidBatch.select().exists()


def test_the_household_of_many_is_that_of_each(office: Office) -> None:
    """Holder and kin who live together are one household, seen from whichever of them."""
    file, other, alone = make_file(), make_file(), resident_id()
    at_home, away = make_kin(file, lives_together=True), make_kin(file, lives_together=False)
    holder, kin, far, single = (str(one.id_number) for one in (file, at_home, away, other))
    expected = {holder: {holder, kin}, kin: {holder, kin}, far: set(), single: {single}, alone: set()}
    assert checks.households_of(list(expected)) == expected
    assert {one: checks.household_of(one) for one in expected} == expected


def test_forty_seven_workers_are_paid_in_seconds(fund: None) -> None:
    files = [make_file() for _ in range(20)]
    recipients = [*_of(*files, amount=200_00), *(_somebody(200_00) for _ in range(27))]
    batch = new_batch()
    started = process_time()
    aid.draft(batch, recipients)
    batch = aid.approve(batch, "李强", APPROVED_ON)
    batch = aid.mark_paid(batch, PAID_ON)
    assert process_time() - started < 5
    assert (batch.persons, batch.total) == ("47", "9,400.00")

"""The rules of paying aid (domain 3.7 and 3.11)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from app.fields import Described
from app.fields.problems import Block, Problem, Remedy, Warn
from app.records.batch import Batch, equal_records, looked_up
from app.rules import regulations
from app.rules.money import write_fen
from app.subjects.hardship.aid.records import (
    COMMITTED,
    FESTIVE_KIND,
    SPENT,
    AidBatch,
    AidPayment,
    AidStatus,
    batch_of,
    batch_sum,
    fund_balance,
)
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import FileStatus, HardshipFile
from app.subjects.hardship.files.rounds import open_then
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.limits.records import aid_limit_of


def counted(payment: AidPayment) -> bool:
    """Tell whether the payment stands: it was not returned or voided."""
    return payment.status in COMMITTED


def paid_once(payment: AidPayment) -> Iterator[Problem]:
    """A person gets one payment of a kind for an occasion in a year, unless for a reason (domain 3.7).

    Schooling is aided by the student: who has two children at school gets two payments.
    """
    if not payment.id_number or not counted(payment):
        return
    # What was paid again with a reason does not forbid the first payment, whenever that is kept.
    paid = (
        same
        for same in _same(payment, payment.id_number)
        if payment.override_reason or not same.override_reason
    )
    twin = next(paid, None)
    if twin is None:
        return
    given = f"{payment.aid_kind} {write_fen(twin.amount)} 元（{twin.batch.name}）"
    sentence = f"{payment.year}年{payment.occasion}已发过{given}"
    if payment.override_reason:
        yield Warn(AidPayment.override_reason, sentence)
    else:
        yield Block(AidPayment.id_number, f"{sentence}；确需再发，请写明重复发放理由")


def _same(payment: AidPayment, id_number: str) -> list[AidPayment]:
    """Return what a person got of the same kind for the same occasion, or, in schooling, the same student."""
    alike = {name: payment.__data__[name] for name in ("aid_kind", "occasion", "year")}
    return [
        other
        for other in equal_records(AidPayment, payment.id, id_number=id_number, **alike)
        if counted(other) and (other.student_name or "") == (payment.student_name or "")
    ]


def household_paid_once(payment: AidPayment) -> Iterator[Problem]:
    """Another member of the household got the same: look again (domain 3.7)."""
    if not payment.id_number or not counted(payment):
        return
    kin = household_of(payment.id_number) - {payment.id_number}
    twin = next((same for one in sorted(kin) for same in _same(payment, one)), None)
    if twin is not None:
        yield Warn(
            AidPayment.name, f"同户的{twin.name}{payment.occasion}已发 {write_fen(twin.amount)} 元，请核对"
        )


@looked_up(HardshipFile, HardshipFamily)
def household_of(id_number: str) -> set[str]:
    """Return the ID numbers of the household a person belongs to, as its hardship file has it."""
    return households_of([id_number])[id_number]


def know_households(batch: Batch, id_numbers: Collection[str]) -> None:
    """Let a batch know the households of many people, read at once."""
    batch.know((HardshipFile, HardshipFamily), household_of, households_of(id_numbers))


def households_of(id_numbers: Collection[str]) -> dict[str, set[str]]:
    """Return the ID numbers of the household of each of these people."""
    at_home = HardshipFamily.alive().where(HardshipFamily.lives_together)
    holders = HardshipFile.alive()
    as_kin = at_home.where(HardshipFamily.id_number.in_(list(id_numbers)))
    as_holder = holders.where(HardshipFile.id_number.in_(list(id_numbers)))
    files: dict[str, set[int]] = {id_number: set() for id_number in id_numbers}
    for query in (
        as_kin.select(HardshipFamily.id_number, HardshipFamily.file),
        as_holder.select(HardshipFile.id_number, HardshipFile.id),
    ):
        for id_number, file in query.tuples():
            files[id_number].add(file)
    theirs = set().union(*files.values())
    people: dict[int, set[str]] = {file: set() for file in theirs}
    for query in (
        holders.where(HardshipFile.id.in_(list(theirs))).select(HardshipFile.id, HardshipFile.id_number),
        at_home.where(HardshipFamily.file.in_(list(theirs))).select(
            HardshipFamily.file, HardshipFamily.id_number
        ),
    ):
        for file, id_number in query.tuples():
            people[file].update(filter(None, [id_number]))
    return {one: set().union(*(people[file] for file in of_one)) for one, of_one in files.items()}


def other_sources(payment: AidPayment) -> Iterator[Problem]:
    """Who is already aided by another body is seldom aided again (domain 3.7)."""
    if payment.other_aid:
        yield Warn(AidPayment.other_aid, "其他来源已资助，请核对是否可以再发")


def within_limits(payment: AidPayment) -> Iterator[Problem]:
    """A festive payment stays within the year's limits for one time and for one person (domain 3.7)."""
    limit = aid_limit_of(payment.year) if payment.year else None
    if limit is None or payment.amount is None or payment.aid_kind != FESTIVE_KIND or not counted(payment):
        return
    if limit.per_time is not None and payment.amount > limit.per_time:
        yield Block(
            AidPayment.amount,
            f"超过每人每次上限 {write_fen(limit.per_time)} 元，请减少金额",
            source=limit.source or "",
        )
    if limit.per_year is not None and payment.id_number:
        mine = equal_records(
            AidPayment, id_number=payment.id_number, year=payment.year, aid_kind=FESTIVE_KIND
        )
        before = sum(other.amount or 0 for other in mine if other.id != payment.id and counted(other))
        if before + payment.amount > limit.per_year:
            yield Block(
                AidPayment.amount,
                f"本年已发 {write_fen(before)} 元，再发将超过每人全年上限 {write_fen(limit.per_year)} 元",
                source=limit.source or "",
            )


def file_is_open(payment: AidPayment) -> Iterator[Problem]:
    """Aid goes to open files; without a file only festive visits are paid (建档外, domain 3.7)."""
    if not counted(payment):
        return
    file = payment.file
    if file is None:
        if payment.aid_kind and payment.aid_kind != FESTIVE_KIND:
            yield Block(AidPayment.file, f"{payment.aid_kind}只发给在档困难职工，请先建档")
        return
    batch = batch_of(payment)
    day = payment.paid_on or (batch.planned_on if batch is not None else date.today())
    if file.deleted_at is not None or (
        file.status != FileStatus.OPEN and not _paid_while_open(payment, file)
    ):
        state = "已删除" if file.deleted_at is not None else file.status
        yield Block(
            AidPayment.file,
            f"{file.name}的档案为“{state}”，不能发放；请先完成建档",
            source=regulations.OPEN_FILE.source,
        )
        return
    if file.opened_on and day and day < file.opened_on and not open_then(file.id, day):
        yield Block(
            AidPayment.paid_on, f"早于建档日期（{HardshipFile.opened_on.format(file.opened_on)}），请核对"
        )
    if payment.id_number and payment.id_number != file.id_number:
        yield Block(AidPayment.id_number, "与档案中的身份证号不同，请核对")


def _paid_while_open(payment: AidPayment, file: HardshipFile) -> bool:
    """Tell whether the payment was made before the file was closed; it stands for ever after."""
    if payment.status != AidStatus.PAID or payment.paid_on is None:
        return False
    if open_then(file.id, payment.paid_on):
        return True
    if file.closed_on is not None and file.opened_on is not None:
        return bool(file.opened_on <= payment.paid_on < file.closed_on)
    before = AidPayment.get_or_none(AidPayment.id == (payment.id or 0), AidPayment.status == AidStatus.PAID)
    return before is not None and (before.file_id, before.paid_on) == (payment.file_id, payment.paid_on)


def papers_are_known(payment: AidPayment) -> Iterator[Problem]:
    """Before approval, medical aid says the own share, schooling aid student and school (domain 3.7)."""
    asked: tuple[Described, ...] = ()
    if payment.aid_kind == "医疗救助":
        asked = (AidPayment.own_share,)
    elif payment.aid_kind == "子女助学":
        asked = (AidPayment.student_name, AidPayment.school)
    kind = Warn if payment.status == AidStatus.DRAFT else Block
    for field in asked:
        if counted(payment) and not getattr(payment, field.name):
            yield kind(field, f"{payment.aid_kind}审批前请填写{field.label}")


def follows_its_batch(payment: AidPayment) -> Iterator[Problem]:
    """A payment is approved only in an approved batch, never beyond the fund's balance (domain 3.7)."""
    batch = batch_of(payment)
    if payment.status not in SPENT or batch is None:
        return
    if batch.status not in SPENT:
        yield Block(AidPayment.status, f"批次还是“{batch.status}”，请先审批批次")
    elif guards_balance(batch) and payment.amount is not None:
        mine = AidPayment.alive().where(AidPayment.id == (payment.id or 0), AidPayment.status.in_(SPENT))
        before = mine.where(AidPayment.fund_source == payment.fund_source).first()
        more = payment.amount - (before.amount if before is not None else 0)
        if more > 0 and more > (left := fund_balance(payment.fund_source)):
            yield Block(
                AidPayment.amount, f"“{payment.fund_source}”余额 {write_fen(left)} 元，不足以发放，请减少金额"
            )


def reached_the_person(payment: AidPayment) -> Iterator[Problem]:
    """A card is the person's or a relative's; who receives for another, or did not sign, is doubted."""
    holder = payment.bank_holder if payment.pay_mode == "银行卡" else None
    if holder and holder != payment.name and holder not in household_names(payment):
        yield Warn(AidPayment.bank_holder, "户名与受助人不同，也不是家庭成员，请核对")
    if payment.receiver and payment.receiver != payment.name and not payment.receiver_relation:
        yield Block(AidPayment.receiver_relation, "由他人领取，请填写与受助人关系")
    if payment.status == AidStatus.PAID and payment.pay_mode == "现金" and not payment.signed:
        yield Warn(AidPayment.signed, "现金已发放，尚未签收")


def household_names(payment: AidPayment) -> set[str]:
    """Return the names of the relatives in the payment's file; none where it has no file."""
    if payment.file_id is None:
        return set()
    kin = HardshipFamily.alive().where(HardshipFamily.file == payment.file_id)
    return {relative.name for relative in kin}


def guards_balance(batch: AidBatch) -> bool:
    """Tell whether the batch's year forbids spending more than a fund holds; it does unless told."""
    limit = aid_limit_of(batch.year) if batch.year else None
    return limit is None or bool(limit.guards_balance)


def short_of(batch: AidBatch, needed: int, left: int) -> Problem:
    """Say that the fund does not hold what the batch needs."""
    return Block(
        AidBatch.fund_source,
        f"“{batch.fund_source}”余额 {write_fen(left)} 元，不足以发放 {write_fen(needed)} 元；"
        "请登记资金到账，或换资金来源",
        remedy=Remedy(
            "登记资金到账…", FundIncome, {"fund_source": batch.fund_source, "amount": needed - left}
        ),
    )


def within_balance(batch: AidBatch) -> Iterator[Problem]:
    """A batch waiting for approval does not exceed what is left of its fund."""
    if batch.id is None or batch.status != AidStatus.DRAFT or not guards_balance(batch):
        return
    needed, left = batch_sum(batch), fund_balance(batch.fund_source)
    if needed > left:
        yield short_of(batch, needed, left)


def not_a_copy_of_last_year(batch: AidBatch) -> Iterator[Problem]:
    """The same people with the same amounts as last year: perhaps nobody looked (domain 3.11)."""
    if batch.id is None or not batch.year:
        return
    ours = _people_and_amounts(batch)
    if len(ours) < 3:
        return
    last = AidBatch.alive().where(AidBatch.year == batch.year - 1, AidBatch.occasion == batch.occasion)
    if any(_people_and_amounts(batch_before) == ours for batch_before in last):
        yield Warn(AidBatch.name, "名单和金额与上年同一节日完全相同，请确认已重新摸底")


def _people_and_amounts(batch: AidBatch) -> set[tuple[object, ...]]:
    payments = AidPayment.alive().where(AidPayment.batch == batch, AidPayment.status.in_(COMMITTED))
    return set(payments.select(AidPayment.id_number, AidPayment.amount).tuples())


PAYMENT = (
    file_is_open,
    paid_once,
    household_paid_once,
    other_sources,
    within_limits,
    papers_are_known,
    follows_its_batch,
    reached_the_person,
)

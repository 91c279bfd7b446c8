"""Paying aid to many people at once: draft, check, approve, mark as paid (domain 3.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.batch_entry import WHOLE_BATCH
from app.errors import Refused
from app.fields.problems import Block, Blocked, Problem, Warn, blocks
from app.keeping import deriving, judging, keeping, lifecycle
from app.listing import Criteria, ids
from app.records.batch import open_batch
from app.records.references import fetch_references
from app.records.steps import step
from app.subjects.hardship.aid import checks
from app.subjects.hardship.aid.records import AidBatch, AidPayment, fund_balance
from app.subjects.hardship.aid.register import APPROVE, BATCHES, PAY, PAY_UNSIGNED, PAYMENTS
from app.subjects.hardship.files.records import FileStatus, HardshipFile
from app.subjects.hardship.files.register import HARDSHIP

_COPIED = ("name", "id_number", "employer", "category", "mobile", "bank_card", "bank_name", "bank_holder")


@dataclass
class Recipient:
    """One line of a batch while it is being put together; `amount` is in fen."""

    name: str
    id_number: str
    employer: str | None = None
    category: str | None = None
    amount: int | None = None
    file_id: int | None = None
    mobile: str | None = None
    bank_card: str | None = None
    bank_name: str | None = None
    bank_holder: str | None = None
    override_reason: str | None = None

    @property
    def source_id(self) -> int | None:
        """Return the id of the hardship file; None for a person without one (建档外)."""
        return self.file_id


def open_file_ids(search: str = "", filters: Mapping[str, tuple[object, ...]] | None = None) -> list[int]:
    """Return the ids of the open files that a list's search and filters find."""
    criteria = Criteria(search, {**(filters or {}), "status": (FileStatus.OPEN.value,)})
    return ids(HARDSHIP, criteria)


def candidates(file_ids: Sequence[int]) -> list[Recipient]:
    """Return recipients from hardship files, in the order given."""
    files = {file.id: file for file in HardshipFile.alive().where(HardshipFile.id.in_(file_ids))}
    return [
        Recipient(file_id=file.id, **{name: getattr(file, name) for name in _COPIED})
        for file in (files[file_id] for file_id in file_ids if file_id in files)
    ]


def payment_of(batch: AidBatch, recipient: Recipient) -> AidPayment:
    """Return the payment a recipient would get, not kept yet."""
    values = {name: getattr(recipient, name) for name in (*_COPIED, "amount", "override_reason")}
    payment = AidPayment(batch=batch, file=recipient.file_id, pay_mode=batch.pay_mode, **values)
    deriving.compute_derived(payment)
    return payment


def _payments_of(batch: AidBatch, recipients: Sequence[Recipient]) -> list[AidPayment]:
    """Return the payments of all recipients; what their checks ask of their files is read at once."""
    payments = [payment_of(batch, recipient) for recipient in recipients]
    fetch_references(payments, AidPayment, AidPayment.file)
    return payments


def problems(batch: AidBatch, recipients: Sequence[Recipient]) -> dict[int, list[Problem]]:
    """Say what forbids, or speaks against, each line; the batch's own problems stand under -1."""
    deriving.compute_derived(batch)
    by_row: dict[int, list[Problem]] = {}
    before: dict[str, list[int]] = {}
    with open_batch() as known:
        checks.know_households(
            known, {recipient.id_number for recipient in recipients if recipient.id_number}
        )
        for row, payment in enumerate(_payments_of(batch, recipients)):
            recipient = recipients[row]
            row_problems = judging.problems(PAYMENTS, payment)
            same = before.get(recipient.id_number)
            if same and not recipient.override_reason:
                row_problems.append(Block(AidPayment.id_number, f"与第 {same[0] + 1} 行是同一人，请删去一行"))
            row_problems += _same_household(recipient, recipients, before)
            by_row[row] = [problem for problem in row_problems if problem.field is not AidPayment.batch]
            before.setdefault(recipient.id_number, []).append(row)
    by_row[WHOLE_BATCH] = [*judging.problems(BATCHES, batch), *_balance(batch, recipients)]
    return by_row


def _same_household(
    recipient: Recipient, recipients: Sequence[Recipient], before: Mapping[str, Sequence[int]]
) -> list[Problem]:
    """Say which of the lines `before`, by the number of the person, are of the same household."""
    kin = checks.household_of(recipient.id_number) if recipient.id_number else set()
    rows = sorted(row for one in kin - {recipient.id_number} for row in before.get(one, ()))
    return [Warn(AidPayment.name, f"与{recipients[row].name}同户，请核对是否都发") for row in rows]


def _balance(batch: AidBatch, recipients: Sequence[Recipient]) -> list[Problem]:
    needed, left = sum(recipient.amount or 0 for recipient in recipients), fund_balance(batch.fund_source)
    if batch.id is None and needed > left and checks.guards_balance(batch):
        return [checks.short_of(batch, needed, left)]
    return []


def draft(batch: AidBatch, recipients: Sequence[Recipient]) -> list[AidPayment]:
    """Keep a batch and its payments, all or none; raises Blocked with the first lines' reasons."""
    if not recipients:
        raise Refused("名单是空的，没有保存。请先选人。")
    with keeping.as_typed(batch), step(lambda: f"编制{keeping.told(BATCHES, batch)}，{len(recipients)} 人"):
        by_row = problems(batch, recipients)
        forbidding = [problem for row in sorted(by_row) if row >= 0 for problem in blocks(by_row[row])]
        if forbidding:
            raise Blocked(forbidding)
        keeping.save(BATCHES, batch)
        payments = _payments_of(batch, recipients)
        with open_batch() as known:
            checks.know_households(known, {payment.id_number for payment in payments if payment.id_number})
            keeping.save_together(PAYMENTS, payments)
        return payments


def pay(batch: AidBatch, recipients: Sequence[Recipient], by: str | None, on: date) -> AidBatch:
    """Draft a batch and approve it, both or neither; raises Blocked with what stands against it."""
    with step(lambda: f"编制并审批{keeping.told(BATCHES, batch)}，{len(recipients)} 人"):
        draft(batch, recipients)
        if not by:
            raise Blocked([Block(AidBatch.approved_by, "请填写审批人")])
        return approve(batch, by, on)


def approve(batch: AidBatch, by: str, on: date) -> AidBatch:
    """Approve a batch; raises Blocked where a payment, or the fund's balance, forbids it."""
    return lifecycle.advance(BATCHES, batch, APPROVE, {"approved_by": by, "approved_on": on})


def mark_paid(batch: AidBatch, on: date, *, signed: bool = True) -> AidBatch:
    """Note that a batch was handed out; everybody signed unless said otherwise."""
    return lifecycle.advance(BATCHES, batch, PAY if signed else PAY_UNSIGNED, {"paid_on": on})

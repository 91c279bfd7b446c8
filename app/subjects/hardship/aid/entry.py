"""发放帮扶金: how a batch of aid is put together, checked while it grows, kept as a draft or approved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.batch_entry import BatchEntry, EntryColumn, EntrySource
from app.keeping import again
from app.records.base import Record
from app.records.profile import profile
from app.rules.festivals import coming
from app.subjects.hardship.aid import acts
from app.subjects.hardship.aid.acts import Recipient
from app.subjects.hardship.aid.lists import PAYOUT
from app.subjects.hardship.aid.records import AidBatch, AidPayment, fund_balance
from app.subjects.hardship.aid.register import BATCHES
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP


def _starts_with() -> Mapping[str, object]:
    """Propose the next festival; who approved last, or else whoever leads the office, approves."""
    occasion, day = coming(date.today()) or (AidBatch.occasion.default, date.today())
    approver = again.last_value(AidBatch.approved_by) or profile().leader
    return {"occasion": occasion, "year": day.year, "approved_by": approver}


def _proposed_name(typed: Mapping[str, str]) -> str:
    """Name a batch after its year, its festival if it is for one, and its kind."""
    occasion = typed[AidBatch.occasion.name]
    named = "" if occasion == AidBatch.occasion.default else occasion
    return f"{typed[AidBatch.year.name]}年{named}{typed[AidBatch.aid_kind.name]}"


def _title(file: Record) -> str:
    assert isinstance(file, HardshipFile)
    return f"{file.name}　{file.employer or ''}　{file.file_no or ''}"


def _new() -> Recipient:
    return Recipient(name="", id_number="")


def _balance(batch: AidBatch) -> tuple[str, int]:
    source = batch.fund_source
    return source or "资金", fund_balance(source) if source else 0


def _draft(batch: AidBatch, recipients: Sequence[Recipient]) -> None:
    """Keep the batch as a draft: who shall approve it is asked again on approval."""
    batch.handled_by, batch.approved_by = profile().clerk, None
    acts.draft(batch, recipients)


def _approve(batch: AidBatch, recipients: Sequence[Recipient]) -> None:
    """Keep the batch approved by the day it is handed out, at the latest today."""
    by = batch.approved_by
    batch.handled_by, batch.approved_by = profile().clerk, None
    acts.pay(batch, recipients, by, min(date.today(), batch.planned_on or date.today()))


PAY_AID = BatchEntry(
    "pay_aid",
    "发放帮扶金",
    BATCHES,
    asks=(
        AidBatch.name,
        AidBatch.occasion,
        AidBatch.aid_kind,
        AidBatch.fund_source,
        AidBatch.planned_on,
        AidBatch.year,
        AidBatch.pay_mode,
        AidBatch.approved_by,
    ),
    starts_with=_starts_with,
    name=AidBatch.name,
    proposed_name=_proposed_name,
    source=EntrySource(
        HARDSHIP,
        find=acts.open_file_ids,
        rows=acts.candidates,
        title=_title,
        new=_new,
        label="添加在档困难职工",
        hint="添加：姓名、拼音或证件号",
        outside="建档外",
        new_label="＋ 建档外人员",
    ),
    columns=(
        EntryColumn(AidPayment.name, 150, "new"),
        EntryColumn(AidPayment.id_number, 180, "new"),
        EntryColumn(AidPayment.employer, 190, "new"),
        EntryColumn(AidPayment.category, 90),
        EntryColumn(AidPayment.amount, 110, "all", heading="金额（元）"),
        EntryColumn(None, 300),
        EntryColumn(AidPayment.override_reason, 160, "all"),
    ),
    rows_title="受助人名单",
    amount=AidPayment.amount,
    balance=_balance,
    check=acts.problems,
    draft=_draft,
    approve=_approve,
    printed=PAYOUT,
    draft_label="保存为拟定",
    approve_label="审批",
    print_label="审批并打印发放表",
)

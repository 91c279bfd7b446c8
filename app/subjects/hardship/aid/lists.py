"""The pay-out list (慰问金发放表) and the list of people who were aided (domain 3.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.printing.heads import (
    BLANK_DATE,
    BY_BANK,
    PAID_OUT,
    TRANSFERRED,
    blank,
    office_head,
    period_head,
)
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.rules.dates import write_date
from app.subjects.hardship.aid.recipients import recipients
from app.subjects.hardship.aid.records import (
    BY_CARD,
    COMMITTED,
    FESTIVE_KIND,
    IN_KIND,
    SPENT,
    AidBatch,
    AidPayment,
    ApprovedLine,
    live_payments,
)
from app.subjects.hardship.aid.steps import differences

BATCHES = Selection(AidBatch, (AidBatch.planned_on, AidBatch.id), AidBatch.planned_on)
"""The batches asked for, else all, from the first on."""


SPENT_BATCHES = BATCHES.having(AidPayment.batch, "已审批的", AidPayment.status.in_(SPENT))
"""Those of them from which aid was approved or paid out."""


def _payout(batch: AidBatch, _: PrintRequest) -> Part:
    approved = list(ApprovedLine.alive().where(ApprovedLine.batch == batch).order_by(ApprovedLine.id))
    day = write_date(batch.paid_on or batch.planned_on)
    return Part(
        approved or list(live_payments(batch)),
        title=f"{batch.year}年{_festival(batch)}困难职工{_called(batch)}发放表",
        heads=(office_head(), _batch_head(batch, "" if approved else "（拟定稿）"), f"发放日期：{day}"),
        notes=_corrections(batch),
    )


def _batch_head(batch: AidBatch, state: str = "") -> str:
    return f"批次：{batch.year}-{batch.occasion}{state}　资金来源：{batch.fund_source}"


def _festival(batch: AidBatch) -> str:
    return "" if batch.occasion == "日常" else batch.occasion


def _called(batch: AidBatch) -> str:
    festive = batch.aid_kind == FESTIVE_KIND
    if batch.pay_mode == IN_KIND:
        return "慰问品" if festive else "帮扶物资"
    return "慰问金" if festive else "帮扶资金"


def _corrections(batch: AidBatch) -> tuple[str, ...]:
    sentences = differences(batch)
    return ("审批后的更正：", *sentences) if sentences else ()


def _signed(line: AidPayment | ApprovedLine) -> str:
    """Say of a transfer that the bank pays it: it stands on a list of its own. Cash is signed for."""
    return BY_BANK if line.batch.pay_mode == BY_CARD else ""


PAYOUT = ListPrint(
    "hardship.payout",
    "慰问金发放表",
    (
        PrintColumn(AidPayment.name, 31),
        PrintColumn(AidPayment.id_number, 39),
        PrintColumn(AidPayment.employer, 58),
        PrintColumn(AidPayment.category, 20),
        PrintColumn(AidPayment.aid_kind, 24, "帮扶项目"),
        PrintColumn(AidPayment.amount, 23, "金额（元）"),
        PrintColumn(None, 30, "领款人签字", text=_signed, align="center"),
        PrintColumn(AidPayment.mobile, heading="联系电话"),
        PrintColumn(AidPayment.remark, 19),
    ),
    BATCHES.each(_payout),
    amount=AidPayment.amount,
    signing=True,
    closing=PAID_OUT,
    blank=blank(
        "批次：＿＿＿＿＿＿　资金来源：＿＿＿＿＿＿",
        f"发放日期：{BLANK_DATE}",
        title="＿＿＿＿年＿＿困难职工慰问金发放表",
    ),
    blank_rows=12,
    single="发放表",
    main=True,
    own_numbers=True,
)


_BY_CARD = BATCHES.having(
    AidPayment.batch, "有打卡发放的", AidPayment.status.in_(COMMITTED), AidPayment.pay_mode == BY_CARD
)


def _transfers(request: PrintRequest) -> Iterator[Part]:
    for batch in BATCHES(request):
        paid = [payment for payment in live_payments(batch) if payment.pay_mode == BY_CARD]
        if paid:
            approved = batch.status in SPENT
            yield Part(
                paid,
                title=f"{batch.name}代发明细表",
                heads=(
                    office_head(),
                    _batch_head(batch, "" if approved else "（拟定稿）"),
                    f"发放日期：{write_date(batch.paid_on or batch.planned_on)}",
                ),
            )


TRANSFERS = ListPrint(
    "hardship.transfers",
    "代发明细表",
    (
        PrintColumn(AidPayment.bank_holder, 30),
        PrintColumn(AidPayment.bank_name, 56),
        PrintColumn(AidPayment.bank_card, 46),
        PrintColumn(AidPayment.amount, 26, "金额（元）"),
        PrintColumn(None, 54, "附言", text=lambda payment: payment.batch.name),
        PrintColumn(AidPayment.name, 30, "受助人"),
    ),
    Sheets(_transfers, AidBatch.planned_on, AidBatch, "笔", _BY_CARD),
    amount=AidPayment.amount,
    closing=TRANSFERRED,
    blank=blank(
        "批次：＿＿＿＿＿＿　资金来源：＿＿＿＿＿＿",
        f"发放日期：{BLANK_DATE}",
        title="＿＿＿＿年＿＿代发明细表",
    ),
    blank_rows=12,
    single="代发明细表",
    own_numbers=True,
)


@dataclass(frozen=True)
class Aided:
    """One person who was aided, once or several times; `amount` is in fen."""

    name: str
    id_number: str
    employer: str | None
    category: str | None
    occasions: str
    amount: int


def _aided(request: PrintRequest) -> Iterator[Part]:
    lines = (
        AidPayment.alive()
        .join(AidBatch)
        .where(AidPayment.status.in_(SPENT), AidPayment.batch.in_(BATCHES(request).select(AidBatch.id)))
    )
    people = list(_by_person(lines.order_by(AidBatch.planned_on, AidPayment.id)))
    units = len({person.employer for person in people if person.employer})
    batch = AidBatch.get_or_none(AidBatch.id == request.record) if request.record else None
    yield Part(
        people,
        title=f"{batch.year}年{_festival(batch)}困难职工帮扶名单" if batch else "",
        heads=(
            office_head(),
            _batch_head(batch) if batch else period_head(request.period),
            f"共 {len(people)} 人、{units} 家单位",
        ),
    )


def _by_person(payments: Iterable[AidPayment]) -> Iterator[Aided]:
    """Gather payments by identity number: a name alone never merges two people (domain 0.3)."""
    payments = list(payments)
    to, people = recipients(payments), dict[str, list[AidPayment]]()
    for payment in payments:
        people.setdefault(to[payment.id].person, []).append(payment)
    for theirs in people.values():
        last = theirs[-1]
        occasions = "、".join(dict.fromkeys(their.occasion for their in theirs))
        total = sum(their.amount for their in theirs)
        yield Aided(last.name, last.id_number, last.employer, last.category, occasions, total)


AID_LIST = ListPrint(
    "hardship.aid_list",
    "困难职工帮扶名单",
    (
        PrintColumn(AidPayment.name, 32),
        PrintColumn(AidPayment.id_number),
        PrintColumn(AidPayment.employer, 66),
        AidPayment.category,
        PrintColumn(None, 26, "节日", text=lambda person: person.occasions, align="center"),
        PrintColumn(AidPayment.amount, heading="金额（元）"),
        PrintColumn(None, 32, "领款人签字"),
        PrintColumn(None, 24, "备注"),
    ),
    Sheets(_aided, AidBatch.planned_on, AidBatch, chosen=SPENT_BATCHES),
    amount=AidPayment.amount,
    signing=True,
    closing=PAID_OUT,
    blank_rows=12,
    single="帮扶名单",
    main=True,
)

"""The ledger of aid in the order of days, what one person got, and what the funds went to (domain 3.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import ColumnBase, fn

from app.printing.heads import LINE, PAID_OUT, as_of_head, blank, office_head, period_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.sheet import TOTAL_ROW
from app.records.base import Query
from app.records.terms import FUND_SOURCES
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.subjects.hardship.aid.lists import BATCHES, SPENT_BATCHES
from app.subjects.hardship.aid.recipients import Recipient, person_aided, recipients
from app.subjects.hardship.aid.records import AID_KINDS, IN_KIND, SPENT, AidBatch, AidPayment
from app.subjects.hardship.files.records import HardshipFile


def _day() -> ColumnBase:
    """Return the SQL for the day a payment counts for."""
    return fn.COALESCE(AidPayment.paid_on, AidBatch.paid_on, AidBatch.planned_on)


def _given() -> Query[AidPayment]:
    """Select the payments that were approved or paid out, in the order of days."""
    payments = AidPayment.alive().join(AidBatch).where(AidPayment.status.in_(SPENT))
    return payments.order_by(_day(), AidPayment.id)


def _given_of_batches(request: PrintRequest) -> Query[AidPayment]:
    """Select those given in a period, or in the batches asked for."""
    if request.period is not None and request.record is None and request.ids is None:
        return _given().where(_day().between(*request.period))
    return _given().where(AidPayment.batch.in_(BATCHES(request).select(AidBatch.id)))


def _day_of(payment: AidPayment) -> str:
    day: date | None = payment.paid_on or payment.batch.paid_on or payment.batch.planned_on
    return write_date(day) if day else ""


def _goods_or_remark(payment: AidPayment) -> str:
    goods = f"{payment.goods}{payment.goods_count or ''}" if payment.goods else ""
    return "；".join(text for text in (goods, payment.remark) if text)


def _ledger(request: PrintRequest) -> Iterator[Part]:
    payments = list(_given_of_batches(request))
    people = len({to.person for to in recipients(payments).values()})
    told = f"共 {people} 人、{len(payments)} 人次"
    if goods := sum(payment.amount for payment in payments if payment.pay_mode == IN_KIND):
        told += f"，其中物资折价 {write_fen(goods)} 元"
    heads = (office_head(), period_head(request.period), told)
    yield Part(payments, heads=heads)


AID_LEDGER = ListPrint(
    "hardship.aid_ledger",
    "帮扶救助台账",
    (
        PrintColumn(None, 31, "发放日期", text=_day_of, align="center"),
        PrintColumn(AidPayment.name, 29),
        PrintColumn(AidPayment.id_number),
        PrintColumn(AidPayment.employer, 50),
        AidPayment.category,
        AidPayment.aid_kind,
        PrintColumn(AidPayment.occasion, 15),
        PrintColumn(AidPayment.fund_source, 28),
        PrintColumn(AidPayment.amount, 22, "金额（元）"),
        PrintColumn(AidPayment.pay_mode, 14, "方式"),
        PrintColumn(None, 26, "备注", text=_goods_or_remark),
    ),
    Sheets(_ledger, AidBatch.planned_on, unit="人次", chosen=SPENT_BATCHES),
    amount=AidPayment.amount,
    blank_rows=12,
    takes=AidBatch,
)


def _was_aided(_: PrintRequest) -> ColumnBase:
    return HardshipFile.id_number.in_(_given().order_by().select(person_aided()))


def _course(file: HardshipFile, _: PrintRequest) -> Part:
    number = HardshipFile.id_number.mask(file.id_number)
    return Part(
        list(_given().where(person_aided() == file.id_number)),
        title=f"{file.name}历年受助记录",
        heads=(f"单位：{file.employer or ''}", f"身份证号：{number}", f"档案编号：{file.file_no or ''}"),
    )


AID_COURSE = ListPrint(
    "hardship.aid_course",
    "历年受助记录",
    (
        PrintColumn(AidPayment.year, 14, align="center"),
        PrintColumn(None, 31, "发放日期", text=_day_of, align="center"),
        PrintColumn(AidPayment.aid_kind, 25),
        PrintColumn(AidPayment.occasion, 18),
        PrintColumn(AidPayment.fund_source, 32),
        PrintColumn(AidPayment.amount, heading="金额（元）"),
        PrintColumn(None, 30, "备注", text=_goods_or_remark),
    ),
    Selection(HardshipFile, (HardshipFile.file_no,), where=_was_aided, only="受过帮扶的").each(_course, "次"),
    amount=AidPayment.amount,
    blank=blank(
        f"身份证号：{LINE[:8]}",
        f"档案编号：{LINE[:8]}",
        left=f"单位：{LINE[:8]}",
        title=f"{LINE[:8]}历年受助记录",
    ),
    blank_rows=18,
    single="受助记录",
)


@dataclass(frozen=True)
class Spending:
    """What a kind of aid took from one fund, or from several together."""

    payments: Sequence[AidPayment]
    recipients: Mapping[int, Recipient]

    @property
    def households(self) -> int:
        """Count the households: who lives with a file's holder is of that household."""
        return len({self.recipients[payment.id].household for payment in self.payments})

    @property
    def persons(self) -> int:
        """Count the persons: a name alone never makes two people one (domain 0.3)."""
        return len({self.recipients[payment.id].person for payment in self.payments})

    @property
    def amount(self) -> int:
        """Add up what was paid in money, in fen."""
        return sum(payment.amount for payment in self.payments if payment.pay_mode != IN_KIND)

    @property
    def goods(self) -> int:
        """Add up what was given in kind, by its price in fen."""
        return sum(payment.amount for payment in self.payments if payment.pay_mode == IN_KIND)

    def __str__(self) -> str:
        if not self.payments:
            return ""
        goods = f"\n物资 {write_fen(self.goods)}" if self.goods else ""
        counted = f"{self.households:,}户 {self.persons:,}人\n{len(self.payments):,}人次"
        return f"{counted}\n{write_fen(self.amount)}元{goods}"


@dataclass(frozen=True)
class KindOfAid:
    """The payments of one kind of aid, or of all kinds together."""

    title: str
    payments: Sequence[AidPayment]
    recipients: Mapping[int, Recipient]

    def of(self, source: str | None) -> Spending:
        """Return what it took from a fund, or from all of them."""
        paid = [payment for payment in self.payments if source in (None, payment.fund_source)]
        return Spending(paid, self.recipients)


def _kinds(payments: Sequence[AidPayment]) -> Iterator[KindOfAid]:
    """Yield each kind of aid that was given, then all together."""
    to = recipients(payments)
    for kind in AID_KINDS:
        if of_kind := [payment for payment in payments if payment.aid_kind == kind]:
            yield KindOfAid(kind, of_kind, to)
    yield KindOfAid(TOTAL_ROW, payments, to)


def _taken_from(source: str | None, heading: str) -> PrintColumn:
    return PrintColumn(None, 30, heading, text=lambda kind: str(kind.of(source)), align="center")


def _used(request: PrintRequest) -> Iterator[Part]:
    payments = list(_given_of_batches(request))
    if payments:
        heads = (office_head(), "", period_head(request.period) or as_of_head(request))
        yield Part(list(_kinds(payments)), heads=heads, notes=(_DEFINITION,))


_DEFINITION = (
    "注：户按困难职工档案计，共同生活的家庭成员同计一户，其他建档外的按人计；同一人多次受助，人只计一次，人次逐次计算，"
    "因此合计的户数、人数可能小于各项之和。只含已审批和已发放的资金。"
)

AID_SPENDING = ListPrint(
    "hardship.aid_spending",
    "帮扶资金使用情况汇总表",
    (
        PrintColumn(None, 25, "帮扶类别", text=lambda kind: kind.title, align="center"),
        *(_taken_from(source, source) for source in FUND_SOURCES),
        _taken_from(None, TOTAL_ROW),
    ),
    Sheets(_used, AidBatch.planned_on, chosen=SPENT_BATCHES),
    closing=PAID_OUT,
    blank=blank(notes=(_DEFINITION,)),
    blank_rows=9,
    takes=AidBatch,
)

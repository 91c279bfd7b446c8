"""Mutual insurance on paper: rosters, payments, sums by month, consultations, renewals (domain 8.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from peewee import ColumnBase, fn

from app.fields import Described
from app.printing.heads import (
    BLANK_DATE,
    BY_BANK,
    LINE,
    PAID_OUT,
    TRANSFERRED,
    blank,
    office_head,
    period_head,
)
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.summaries import Figures, about, figures, with_total
from app.records.base import Query
from app.rules.dates import earliest, latest, months_between, write_date, write_partial
from app.rules.periods import Period, year
from app.subjects.insurance.claims.records import ClaimStatus, MutualClaim
from app.subjects.insurance.records import (
    EnrolmentStatus,
    MutualConsultation,
    MutualEnrolment,
    MutualProduct,
)

_ENDS_SOON = timedelta(days=60)  # when a renewal is due (domain 14)
_STILL_IN = MutualEnrolment.status != EnrolmentStatus.WITHDRAWN


_ENROLLED = Selection(
    MutualEnrolment,
    (MutualEnrolment.product, MutualEnrolment.employer, MutualEnrolment.id),
    MutualEnrolment.paid_on,
    where=lambda request: None if request.record is not None else _STILL_IN,
    only="未退保的",
)


def _rosters(request: PrintRequest) -> Iterator[Part]:
    enrolled = _ENROLLED(request)
    of_products = MutualProduct.id.in_(enrolled.select(MutualEnrolment.product))
    for product in MutualProduct.select().where(of_products).order_by(MutualProduct.id):
        persons = enrolled.where(MutualEnrolment.product == product.id)
        cover = f"保障期限：{write_date(product.cover_from)}至{write_date(product.cover_to)}"
        heads = (office_head(), cover, f"共 {persons.count()} 人")
        yield Part(persons, title=f"{product.title}参保名册", heads=heads)


ENROLMENT_ROSTER = ListPrint(
    "insurance.roster",
    "互助保障参保名册",
    (
        PrintColumn(MutualEnrolment.name, 31),
        PrintColumn(MutualEnrolment.sex, 12),
        PrintColumn(MutualEnrolment.id_number),
        PrintColumn(MutualEnrolment.employer, 58),
        MutualEnrolment.work_state,
        MutualEnrolment.mode,
        MutualEnrolment.renewal,
        MutualEnrolment.mobile,
        PrintColumn(MutualEnrolment.premium, 22, "保费（元）"),
    ),
    Sheets(_rosters, MutualEnrolment.paid_on, chosen=_ENROLLED),
    amount=MutualEnrolment.premium,
    blank=blank(f"产品：{LINE[:8]}", f"保障期限：＿＿＿＿年度　日期：{BLANK_DATE}"),
    blank_rows=12,
)


_IS_PAID = MutualClaim.status == ClaimStatus.PAID
_PAID = Selection(
    MutualClaim,
    (MutualClaim.granted_on, MutualClaim.id),
    MutualClaim.granted_on,
    where=lambda _: _IS_PAID,
    only="已给付的",
)


def _people(claims: Query[MutualClaim]) -> str:
    people = fn.COUNT(fn.COALESCE(MutualClaim.id_number, "").distinct())
    number, times = claims.select(people, fn.COUNT(1)).tuples()[0]
    return f"共 {number} 人、{times} 人次"


def _signed(claim: MutualClaim) -> str:
    """Say of a transfer that the bank pays it, and leave room for a signature where cash was paid."""
    return BY_BANK if claim.bank_card else ""


CLAIM_PAYMENTS = ListPrint(
    "insurance.payments",
    "互助保障金给付发放表",
    (
        MutualClaim.claim_no,
        PrintColumn(MutualClaim.name, 30),
        PrintColumn(MutualClaim.id_number),
        PrintColumn(MutualClaim.product, 54, brief=True),
        PrintColumn(MutualClaim.kind, 18),
        PrintColumn(MutualClaim.granted_on, 35),
        PrintColumn(MutualClaim.granted, heading="给付金额（元）"),
        PrintColumn(None, 30, "领款人签字", text=_signed, told_by=(MutualClaim.bank_card,), align="center"),
        PrintColumn(None, 20, "备注"),
    ),
    _PAID.sheet("人次", _people),
    amount=MutualClaim.granted,
    signing=True,
    closing=PAID_OUT,
    blank_rows=12,
    takes=MutualClaim,
    own_numbers=True,
)

CLAIM_TRANSFERS = ListPrint(
    "insurance.transfers",
    "互助保障金代发明细表",
    (
        PrintColumn(MutualClaim.bank_holder, 30),
        PrintColumn(MutualClaim.bank_name, 56),
        PrintColumn(MutualClaim.bank_card, 46),
        PrintColumn(MutualClaim.granted, 26, "金额（元）"),
        PrintColumn(
            None,
            54,
            "附言",
            text=lambda claim: f"互助保障金 {claim.claim_no}",
            told_by=(MutualClaim.claim_no,),
        ),
        PrintColumn(MutualClaim.name, 30, "受助人"),
    ),
    replace(
        _PAID, where=lambda _: _IS_PAID & MutualClaim.bank_card.is_null(False), only="已给付、有卡号的"
    ).sheet("笔"),
    amount=MutualClaim.granted,
    closing=TRANSFERRED,
    blank_rows=12,
    takes=MutualClaim,
    own_numbers=True,
)


def _by_month(request: PrintRequest) -> Iterator[Part]:
    span = request.period or year(request.today.year)
    products = list(_product_parts(span))
    if len(products) > 1:
        yield _month_part("全部产品", _months(span, None), span)
    yield from products


def _product_parts(span: Period) -> Iterator[Part]:
    for product in MutualProduct.alive().order_by(MutualProduct.year, MutualProduct.id):
        rows = _months(span, product)
        if any(any(row.figures) for row in rows):
            yield _month_part(str(product.title), rows, span)


def _month_part(called: str, rows: list[Figures], span: Period) -> Part:
    heads = (office_head(), f"产品：{called}", period_head(span))
    return Part(with_total(rows), heads=heads, notes=(_COUNTED,))


_COUNTED = "注：参保按缴费日期计入当月，退保的不计；给付按给付日期计入当月，只计已给付的。"


def _months(span: Period, product: MutualProduct | None) -> list[Figures]:
    enrolled = MutualEnrolment.alive().where(_STILL_IN)
    paid = MutualClaim.alive().where(MutualClaim.status == ClaimStatus.PAID)
    if product is not None:
        enrolled = enrolled.where(MutualEnrolment.product == product)
        paid = paid.where(MutualClaim.product == product)
    rows = []
    for month in months_between(span.first, span.last):
        days = max(span.first, earliest(month)), min(span.last, latest(month))
        numbers = (
            *_counted(enrolled.where(MutualEnrolment.paid_on.between(*days)), MutualEnrolment.premium),
            *_counted(paid.where(MutualClaim.granted_on.between(*days)), MutualClaim.granted),
        )
        rows.append(Figures((write_partial(month),), numbers))
    return rows


def _counted(rows: Query, amount: Described) -> tuple[int, int]:
    """Return how many rows there are, and what they add up to."""
    number, total = rows.select(fn.COUNT(1), fn.COALESCE(fn.SUM(amount), 0)).tuples()[0]
    return int(number), int(total)


INSURANCE_BY_MONTH = ListPrint(
    "insurance.by_month",
    "参保及给付统计表",
    (
        about("月份", 40),
        *figures("参保人次", "保费（元）", "给付人次", "给付金额（元）", width_mm=34),
    ),
    _by_month,
    unit="月",
    blank=blank(f"产品：{LINE[:8]}", "期间：＿＿＿＿年", notes=(_COUNTED,)),
    blank_rows=13,
    dated=MutualEnrolment.paid_on,
    takes=MutualClaim,
    whole_period=True,
)


def _persons(consultations: Query[MutualConsultation]) -> str:
    times, persons = _counted(consultations, MutualConsultation.persons)
    return f"登记 {times} 次，共 {persons:,} 人次"


CONSULTATION_BOOK = ListPrint(
    "insurance.consultation_book",
    "咨询接待登记簿",
    (
        PrintColumn(MutualConsultation.asked_on, 35),
        PrintColumn(MutualConsultation.way, 16),
        PrintColumn(MutualConsultation.persons, align="center"),
        PrintColumn(MutualConsultation.topic, 74),
        PrintColumn(MutualConsultation.handled_by, align="center"),
        MutualConsultation.remark,
    ),
    Selection(
        MutualConsultation, (MutualConsultation.asked_on, MutualConsultation.id), MutualConsultation.asked_on
    ).sheet("次", _persons),
    blank_rows=20,
)


def _renewable(request: PrintRequest) -> ColumnBase:
    """Return the SQL for what runs out within sixty days, or in the period, and has nothing after it.

    Of those picked from the list, what has already run out is meant, too.
    """
    later = MutualEnrolment.alias()
    renewed = later.select(later.id).where(
        later.deleted_at.is_null(),
        later.id_number == MutualEnrolment.id_number,
        later.cover_from > MutualEnrolment.cover_to,
        later.status != EnrolmentStatus.WITHDRAWN,
    )
    asked: ColumnBase = MutualEnrolment.status.in_((EnrolmentStatus.IN_FORCE, EnrolmentStatus.ENDED))
    if request.record is None and request.period is None:
        asked &= MutualEnrolment.cover_to <= request.today + _ENDS_SOON
        if request.ids is None:
            asked &= MutualEnrolment.cover_to >= request.today
    not_renewed: ColumnBase = ~fn.EXISTS(renewed)
    return asked & not_renewed


RENEWALS = ListPrint(
    "insurance.renewals",
    "续保提醒名单",
    (
        PrintColumn(MutualEnrolment.name, 31),
        PrintColumn(MutualEnrolment.employer, 56),
        PrintColumn(MutualEnrolment.product, 58, brief=True),
        PrintColumn(MutualEnrolment.mobile, 29),
        PrintColumn(MutualEnrolment.cover_to, 33),
        PrintColumn(MutualEnrolment.premium, 22, "保费（元）"),
        PrintColumn(None, 26, "提醒日期"),
        PrintColumn(None, 26, "是否续保"),
    ),
    Selection(
        MutualEnrolment,
        (MutualEnrolment.cover_to, MutualEnrolment.employer, MutualEnrolment.id),
        MutualEnrolment.cover_to,
        where=_renewable,
        only="快到期、还没续保的",
    ).sheet("人次"),
    blank_rows=12,
    takes=MutualEnrolment,
)

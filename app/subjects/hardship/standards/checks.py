"""The rules of how much aid a category of hardship may get, and for what schooling (domain 3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from peewee import ColumnBase, fn

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.records.base import Query
from app.rules.money import write_fen
from app.rules.numbers import write_percent
from app.subjects.hardship.aid import checks
from app.subjects.hardship.aid.records import COMMITTED, FESTIVE_KIND, AidPayment, batch_of
from app.subjects.hardship.limits.records import poverty_line_on
from app.subjects.hardship.standards.records import AidStandard, standard_of

_MEDICAL, _SCHOOLING = "医疗救助", "子女助学"
_BELOW_HIGH_SCHOOL = re.compile("幼儿|小学|初中|[一二三四五六七八九]年级|初[一二三]")
_FREE_OF_FEES = re.compile("军校|军医|国防|士官|(?:免费|公费)师范|师范.*(?:免费|公费)|中外合作")


def within_standard(payment: AidPayment) -> Iterator[Problem]:
    """A kind of aid stays within what the year's rules allow to the person's category (domain 3.7)."""
    if payment.status not in COMMITTED or not payment.amount:
        return
    if payment.aid_kind == _MEDICAL and payment.own_share and payment.amount > payment.own_share:
        yield Block(AidPayment.amount, f"超过医疗自付金额 {write_fen(payment.own_share)} 元，请减少金额")
    if not (payment.year and payment.category and payment.aid_kind):
        return
    rule = standard_of(payment.year, payment.category, payment.aid_kind)
    if rule is None:
        return
    for limit, words in _limits(rule, payment):
        before = _paid_before(payment)
        if before + payment.amount > limit:
            paid = f"本年已发 {write_fen(before)} 元，" if before else ""
            yield Block(
                AidPayment.amount,
                f"{paid}{payment.category}的{payment.aid_kind}不超过{words}",
                source=rule.source or "",
            )
            break
    if rule.only_kind and (twin := first(_this_year(payment).where(_is_another_kind(payment)))):
        yield Block(
            AidPayment.aid_kind,
            f"{payment.category}一年只享受一种帮扶，{payment.year}年已发{twin.aid_kind}",
            source=rule.source or "",
        )


def _limits(rule: AidStandard, payment: AidPayment) -> Iterator[tuple[int, str]]:
    """Yield each limit in fen, with the words that say what it is."""
    batch = batch_of(payment)
    day = payment.paid_on or (batch.planned_on if batch is not None else date.today())
    if rule.lines is not None and (line := poverty_line_on(day)) is not None:
        limit = int(rule.lines) * int(line.monthly)
        yield limit, f"低保标准的 {rule.lines} 倍（{write_fen(limit)} 元）"
    if rule.share is not None and payment.own_share:
        limit = int(payment.own_share) * int(rule.share) // 1000
        yield limit, f"自付金额的 {write_percent(rule.share)}（{write_fen(limit)} 元）"
    if rule.most is not None:
        yield int(rule.most), f"全年 {write_fen(rule.most)} 元"


def _this_year(payment: AidPayment) -> Query[AidPayment]:
    """Select what else the person gets in the year, festive visits not counted."""
    return others(payment).where(
        AidPayment.id_number == payment.id_number,
        AidPayment.year == payment.year,
        AidPayment.aid_kind != FESTIVE_KIND,
        AidPayment.status.in_(COMMITTED),
    )


def _is_another_kind(payment: AidPayment) -> ColumnBase:
    return AidPayment.aid_kind != payment.aid_kind


def _paid_before(payment: AidPayment) -> int:
    same = _this_year(payment).where(AidPayment.aid_kind == payment.aid_kind)
    if payment.aid_kind == _SCHOOLING and payment.student_name:
        same = same.where(AidPayment.student_name == payment.student_name)
    return int(same.select(fn.COALESCE(fn.SUM(AidPayment.amount), 0)).scalar())


def schooling_is_aided(payment: AidPayment) -> Iterator[Problem]:
    """Schooling is aided from high school on, and not where no fees are due, or high ones (domain 3.7)."""
    if payment.aid_kind != _SCHOOLING or payment.status not in COMMITTED:
        return
    if payment.grade and _BELOW_HIGH_SCHOOL.search(payment.grade):
        yield Warn(AidPayment.grade, "金秋助学一般资助高中以上的学生，请核对")
    for field in (AidPayment.school, AidPayment.grade):
        if _FREE_OF_FEES.search(getattr(payment, field.name) or ""):
            yield Warn(field, "军校、免费师范和中外合作办学一般不在资助范围，请核对")
            break


PAYMENT = (*checks.PAYMENT, within_standard, schooling_is_aided)
"""All that is asked of a payment of aid."""


def sets_a_limit(rule: AidStandard) -> Iterator[Problem]:
    """A standard limits something: poverty lines, a share, a sum, or the one kind (domain 3.7)."""
    if rule.lines is None and rule.share is None and rule.most is None and not rule.only_kind:
        yield Block(AidStandard.most, "请至少填写一项限额")

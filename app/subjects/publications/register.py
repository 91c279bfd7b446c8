"""Titles with their orders, quotas and hand-outs, and what each year asks (domain 9.2)."""

from __future__ import annotations

from app.register import Child, Register, Section, State, Step
from app.rules.campaigns import Campaign, each_year
from app.subjects.publications import checks
from app.subjects.publications.due import orders_due
from app.subjects.publications.lists import HAND_OUTS, ORDERS, ORDERS_SUMMARY
from app.subjects.publications.records import (
    Distribution,
    Periodical,
    Subscription,
    SubscriptionQuota,
    TitleStatus,
)
from app.subjects.publications.yearly_tasks.checks import least_within_most
from app.subjects.publications.yearly_tasks.records import YearlyTask

SUBSCRIPTIONS = Register(
    "publications.subscriptions",
    "征订",
    Subscription,
    columns=(
        Subscription.year,
        Subscription.unit,
        Subscription.mode,
        Subscription.copies,
        Subscription.unit_price,
        Subscription.amount,
    ),
    sections=(
        Section(
            "征订",
            Subscription.year,
            Subscription.unit,
            Subscription.copies,
            Subscription.mode,
            Subscription.unit_price,
            Subscription.amount,
            Subscription.pay_mode,
            Subscription.ordered_on,
            Subscription.paid_on,
            Subscription.voucher_no,
            Subscription.handled_by,
            Subscription.remark,
        ),
    ),
    filters=(Subscription.year, Subscription.mode, Subscription.unit, Subscription.ordered_on),
    search=(Subscription.unit, Subscription.voucher_no),
    checks=(checks.ordered_once, checks.price_fits, checks.year_is_near),
    order=(Subscription.year.desc(), Subscription.unit.asc()),
    sums=(Subscription.copies, Subscription.amount),
)
DISTRIBUTIONS = Register(
    "publications.distributions",
    "派发",
    Distribution,
    columns=(
        Distribution.year,
        Distribution.given_on,
        Distribution.unit,
        Distribution.copies,
        Distribution.receiver,
        Distribution.signed,
    ),
    sections=(
        Section(
            "派发",
            Distribution.year,
            Distribution.given_on,
            Distribution.unit,
            Distribution.copies,
            Distribution.receiver,
            Distribution.signed,
            Distribution.remark,
        ),
    ),
    filters=(Distribution.year, Distribution.unit, Distribution.signed, Distribution.given_on),
    search=(Distribution.unit, Distribution.receiver),
    checks=(checks.handed_out_of_what_came, checks.year_is_near),
    order=(Distribution.year.desc(), Distribution.unit.asc()),
    sums=(Distribution.copies,),
)
QUOTAS = Register(
    "publications.quotas",
    "征订任务",
    SubscriptionQuota,
    columns=(SubscriptionQuota.year, SubscriptionQuota.copies, SubscriptionQuota.from_whom),
    sections=(
        Section(
            "征订任务",
            SubscriptionQuota.year,
            SubscriptionQuota.copies,
            SubscriptionQuota.told_on,
            SubscriptionQuota.from_whom,
            SubscriptionQuota.remark,
        ),
    ),
    filters=(SubscriptionQuota.year,),
    search=(SubscriptionQuota.from_whom,),
    unique_together=((SubscriptionQuota.periodical, SubscriptionQuota.year),),
    order=(SubscriptionQuota.year.desc(),),
    sums=(SubscriptionQuota.copies,),
)


def _headline(title: Periodical) -> str:
    if title.latest_year is None:
        return "尚未登记征订"
    text = f"{title.latest_year}年度订 {title.latest_copies} 份，已派发 {title.latest_handed_out} 份"
    if not title.latest_quota:
        return text
    short = title.latest_quota - (title.latest_copies or 0)
    return f"{text}　任务 {title.latest_quota} 份，{f'还差 {short} 份' if short > 0 else '已完成'}"


PUBLICATIONS = Register(
    "publications",
    "报刊",
    Periodical,
    columns=(
        Periodical.name,
        Periodical.kind,
        Periodical.latest_year,
        Periodical.latest_quota,
        Periodical.latest_copies,
        Periodical.latest_handed_out,
        Periodical.status,
    ),
    identity=((Periodical.post_code,),),
    sections=(
        Section(
            "报刊",
            Periodical.name,
            Periodical.kind,
            Periodical.post_code,
            Periodical.publisher,
            Periodical.frequency,
            Periodical.yearly_price,
            Periodical.status,
            Periodical.remark,
        ),
        Section(
            "最近一年",
            Periodical.latest_year,
            Periodical.latest_quota,
            Periodical.latest_copies,
            Periodical.latest_handed_out,
        ),
    ),
    filters=(Periodical.kind, Periodical.status, Periodical.publisher, Periodical.latest_year),
    search=(Periodical.name, Periodical.post_code, Periodical.publisher),
    checks=(checks.post_code_used_once,),
    children=(
        Child(SUBSCRIPTIONS, Subscription.periodical),
        Child(DISTRIBUTIONS, Distribution.periodical),
        Child(QUOTAS, SubscriptionQuota.periodical),
    ),
    steps=(
        Step("停订", (TitleStatus.TAKEN,), TitleStatus.STOPPED, usual=False),
        Step("恢复征订", (TitleStatus.STOPPED,), TitleStatus.TAKEN),
    ),
    prints=(ORDERS, ORDERS_SUMMARY, HAND_OUTS),
    order=(Periodical.id.asc(),),
    status=Periodical.status,
    states=(State(TitleStatus.TAKEN, "good"), State(TitleStatus.STOPPED)),
    unique_together=((Periodical.name,),),
    headline=_headline,
    unit="种",
    sums=(Periodical.latest_copies,),
    due=orders_due,
    campaigns=(Campaign("下年度报刊征订", each_year((11, 1), (12, 20))),),
)
YEARLY_TASKS = Register(
    "publications.tasks",
    "年度任务",
    YearlyTask,
    columns=(
        YearlyTask.year,
        YearlyTask.bulletins_least,
        YearlyTask.bulletins_most,
        YearlyTask.returns_due,
        YearlyTask.subscriptions_due,
    ),
    sections=(
        Section(
            "年度任务",
            YearlyTask.year,
            YearlyTask.bulletins_least,
            YearlyTask.bulletins_most,
            YearlyTask.opinions_least,
            YearlyTask.returns_due,
            YearlyTask.subscriptions_due,
            YearlyTask.source,
        ),
    ),
    search=(YearlyTask.source,),
    checks=(least_within_most,),
    unique_together=((YearlyTask.year,),),
    order=(YearlyTask.year.desc(),),
    unit="年",
)

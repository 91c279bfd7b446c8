"""Newspapers and journals: titles, subscriptions, quotas, copies handed out (domain 9.2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import SQL, fn

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    FlagField,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    TextField,
    When,
)
from app.records.base import Record
from app.records.profile import office_name

KINDS = ("报", "刊", "资料")
FREQUENCIES = ("日报", "周报", "周刊", "旬刊", "半月刊", "月刊", "双月刊", "季刊", "年刊", "不定期")
ORDERED, GIFT = "征订", "赠阅"
MODES = (ORDERED, GIFT, "派发")


class TitleStatus(StrEnum):
    """Whether a title is ordered year by year."""

    TAKEN = "在订"
    STOPPED = "停订"


def copies_subscribed(periodical_id: int | None, year: int | None) -> int:
    """Add up the copies of a title that come in a year, ordered or given."""
    return _copies(Subscription, periodical_id, year)


def copies_handed_out(periodical_id: int | None, year: int | None) -> int:
    """Add up the copies of a title that units get in a year."""
    return _copies(Distribution, periodical_id, year)


def copies_asked(periodical_id: int | None, year: int | None) -> int:
    """Return the copies of a title that the upper union asks for in a year; 0 where it asks nothing."""
    return _copies(SubscriptionQuota, periodical_id, year)


def _copies(
    model: type[Subscription | Distribution | SubscriptionQuota], periodical_id: int | None, year: int | None
) -> int:
    rows = model.alive().where(model.periodical == periodical_id, model.year == year)
    return int(rows.select(fn.COALESCE(fn.SUM(model.copies), 0)).scalar())


def _latest_year(title: Periodical) -> int | None:
    if title.id is None:
        return None
    years = Subscription.alive().where(Subscription.periodical == title.id)
    latest: int | None = years.select(fn.MAX(Subscription.year)).scalar()
    return latest


def _latest_copies(title: Periodical) -> int | None:
    return None if title.latest_year is None else copies_subscribed(title.id, title.latest_year)


def _latest_quota(title: Periodical) -> int | None:
    return None if title.latest_year is None else copies_asked(title.id, title.latest_year) or None


def _latest_handed_out(title: Periodical) -> int | None:
    return None if title.latest_year is None else copies_handed_out(title.id, title.latest_year)


class Periodical(Record):
    """A newspaper, a journal or study material that the office orders or hands on."""

    name = TextField(
        "报刊名称",
        index=True,
        aliases=("报刊", "刊名", "报纸名称", "名称"),
        about="报刊的全称，与邮局目录一致",
    )
    kind = ChoiceField(
        "类别",
        KINDS,
        default="报",
        synonyms={"报纸": "报", "期刊": "刊", "杂志": "刊"},
        about="是报纸、期刊还是内部资料",
    )
    post_code = TextField("邮发代号", null=True, longest=20, about="邮局报刊目录里的号码，例如 1-5")
    publisher = TextField(
        "主办单位",
        null=True,
        suggest=True,
        aliases=("主办",),
        about="报刊上印的主办单位，例如 中华全国总工会",
    )
    frequency = ChoiceField("刊期", FREQUENCIES, null=True, about="日报、月刊等，照报刊封面选")
    yearly_price = MoneyField(
        "全年定价", null=True, unit="元", aliases=("定价",), about="目录上一份一年的价钱，征订时自动带出"
    )
    status = ChoiceField("状态", TitleStatus, default=TitleStatus.TAKEN.value)
    latest_year = CountField(
        "最近征订年度", null=True, derive=_latest_year, short="年度", about="征订登记里最近的那一年，自动得出"
    )
    latest_copies = CountField(
        "最近年度订数",
        null=True,
        derive=_latest_copies,
        unit="份",
        short="订数",
        about="最近一年各单位订的份数相加",
    )
    latest_quota = CountField(
        "最近年度任务",
        null=True,
        derive=_latest_quota,
        unit="份",
        short="任务",
        about="最近一年要求订的份数，与已订的比较",
    )
    latest_handed_out = CountField(
        "最近年度派发",
        null=True,
        derive=_latest_handed_out,
        unit="份",
        short="派发",
        about="最近一年发下去的份数相加",
    )
    remark = NotesField("备注", null=True)

    naming = (name, post_code)


def _amount(order: Subscription) -> int | None:
    if order.copies is None or order.unit_price is None:
        return None
    return int(order.copies) * int(order.unit_price)


class Subscription(Record):
    """Copies of a title that come to a unit for a year (报刊征订)."""

    periodical_id: int | None

    periodical = ReferenceField("报刊", Periodical, backref="subscriptions", aliases=("报刊名称",))
    year = CountField(
        "年度",
        aliases=(
            "征订年度",
            "订阅年度",
        ),
        about="看报的那一年，上年年底就要订",
    )
    unit = TextField(
        "订阅单位",
        default=office_name,
        suggest=True,
        aliases=("单位", "单位名称", "征订单位", "订户"),
        about="订报的单位，本会自己订的可不填",
    )
    copies = CountField(
        "份数",
        least=1,
        unit="份",
        aliases=(
            "订数",
            "征订份数",
            "订阅份数",
            "数量",
        ),
        about="这家单位这份报刊订几份",
    )
    mode = ChoiceField("方式", MODES, default=ORDERED, about="花钱订的选征订，白送的选赠阅")
    unit_price = MoneyField(
        "单价",
        null=True,
        wanted_if=(When(mode, ORDERED),),
        unit="元",
        help_text="全年一份的价钱；赠阅填 0",
        about="一份看一年的价钱，照目录，赠阅的填 0",
    )
    amount = MoneyField("金额", null=True, derive=_amount, unit="元", about="份数乘单价，自动算出")
    pay_mode = ChoiceField(
        "付款方式", ("工会经费", "现金", "转账", "单位自付"), null=True, about="报款由谁、怎样付"
    )
    ordered_on = DateField(
        "登记日期",
        entered=True,
        default=date.today,
        aliases=("征订日期", "订阅日期"),
        about="交来订单的日子，截止以前要订完",
    )
    paid_on = DateField("收费日期", null=True, aliases=("收款日期",), about="报款交齐的日子，没有交的空着")
    voucher_no = TextField("凭证号", null=True)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = TextField("备注", null=True)


class Distribution(Record):
    """Copies of a title that a unit gets for a year, and who signed for them (派发)."""

    periodical_id: int | None

    periodical = ReferenceField("报刊", Periodical, backref="distributions", aliases=("报刊名称",))
    given_on = DateField(
        "派发日期",
        default=date.today,
        past=True,
        aliases=("发放日期", "派发时间", "日期"),
        about="报刊发到单位手里的日子",
    )
    year = CountField("年度", about="派发的是哪一年的报刊")
    unit = TextField(
        "领取单位",
        suggest=True,
        aliases=("单位", "单位名称", "基层工会"),
        about="来领的单位，没有征订的也可以派发",
    )
    copies = CountField("份数", least=1, unit="份", aliases=("派发份数", "数量"), about="发给这个单位多少份")
    signed = FlagField("已签收", default=False, about="领取人已经签字的选“是”")
    receiver = PersonNameField(
        "领取人",
        null=True,
        required_if=(When(signed, True),),
        aliases=("签收人",),
        about="签字领走的人，签收表上照印",
    )
    remark = TextField("备注", null=True)


class SubscriptionQuota(Record):
    """How many copies of a title the upper union asks the office to order (征订任务)."""

    periodical_id: int | None

    periodical = ReferenceField("报刊", Periodical, backref="quotas", aliases=("报刊名称",))
    year = CountField("年度", about="任务管哪一年的报刊")
    copies = CountField("任务数", least=1, unit="份", aliases=("任务份数",), about="上级要求这一年订多少份")
    told_on = DateField("下达日期", null=True, about="任务通知上的日子")
    from_whom = TextField("下达单位", null=True, suggest=True, about="要求完成任务的上级，例如 区总工会")
    remark = TextField("备注", null=True)

    naming = (year,)


SubscriptionQuota.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS subscription_quota_once ON subscription_quota "
        "(periodical_id, year) WHERE deleted_at IS NULL"
    )
)

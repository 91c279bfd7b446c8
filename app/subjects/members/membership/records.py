"""What happened to a membership (会籍), who was on the roll on a day, and the dues (domain 1.3, 1.4)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import SQL, ColumnBase, fn

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    MoneyField,
    PartialDateField,
    ReferenceField,
    TextField,
    When,
)
from app.figures.once import Ids
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.terms import TRANSFERS
from app.rules import regulations
from app.rules.dates import write_date
from app.subjects.members.records import Member


class EventKind(StrEnum):
    """What can happen to a membership; statistics count these, never the status."""

    JOINED = "入会"
    MOVED_IN = "转入"
    MOVED_OUT = "转出"
    RETAINED = "保留会籍"
    RESUMED = "恢复会籍"
    LEFT = "退会"
    LAPSED = "自动退会"
    EXPELLED = "开除"
    DIED = "死亡"


class MembershipEvent(Record):
    """Something that happened to a membership; the basis of every count (domain 1.3)."""

    member = ReferenceField("会员", Member, backref="events")
    happened_on = DateField(
        "日期",
        default=date.today,
        past=True,
        aliases=("变动日期", "发生日期", "办理日期"),
        about="会籍变动生效的日子，入会填批准的那一天",
    )
    kind = ChoiceField(
        "事件",
        EventKind,
        aliases=("变动类型", "变动类别", "变动情况", "事项"),
        about="这一次会籍发生了什么，会员数按历次变动计算",
        rule=regulations.LEAVING,
    )
    other_union = TextField(
        "对方工会名称",
        null=True,
        only_then=True,
        required_if=(When(kind, EventKind.MOVED_IN, EventKind.MOVED_OUT),),
        suggest=True,
        aliases=("转往单位", "转往工会", "转入单位", "转出单位", "对方工会"),
        about="转入前或转出后所在的工会，与介绍信一致",
        rule=regulations.TRANSFER,
    )
    voucher_no = TextField(
        "凭证编号", null=True, aliases=("凭证号", "介绍信编号"), about="组织关系介绍信或退会申请的编号"
    )
    handled_by = TextField("经办人", null=True, suggest=True, about="办理这次变动手续的本会工作人员")
    remark = TextField("备注", null=True)
    place = CountField(
        "同日次序",
        null=True,
        least=1,
        help_text="同一天有几件时，先发生的填 1",
        about="同一天办了几件变动时，这一件排在第几",
    )


class DuesPayment(Record):
    """Union dues of one member for one month (会费)."""

    member_id: int | None

    member = ReferenceField("会员", Member, backref="dues")
    month = PartialDateField(
        "所属年月",
        help_text="例如 2011年3月",
        aliases=("所属月份", "缴费月份", "月份", "会费月份"),
        about="这笔会费是哪个月的，一个月只登记一次",
    )
    due = MoneyField(
        "应缴",
        unit="元",
        aliases=("应缴金额", "应缴会费"),
        about="按月工资和会费比例这个月应交多少，可以自动算出",
        rule=regulations.DUES,
    )
    paid = MoneyField(
        "实缴",
        unit="元",
        aliases=("实缴金额", "缴费金额", "交费金额", "会费金额", "金额", "实缴会费"),
        about="这个月实际收到多少，没有收到的填 0",
    )
    paid_on = DateField(
        "缴费日期",
        default=date.today,
        forgotten=True,
        aliases=("交费日期", "缴纳日期", "交纳日期", "缴费时间"),
        about="实际收到这笔会费的日子",
    )
    mode = ChoiceField(
        "方式",
        ("现金", "转账", "工资代扣"),
        default="现金",
        synonyms={**dict.fromkeys(TRANSFERS, "转账"), **dict.fromkeys(("代扣", "单位代扣"), "工资代扣")},
        aliases=("缴费方式", "交费方式"),
        about="会费是交现金、转账，还是由单位从工资里代扣",
    )
    receipt_no = TextField(
        "收据号", null=True, aliases=("票据号", "收据编号"), about="开给会员的会费收据上的号码"
    )


EARLIEST_FIRST = (MembershipEvent.happened_on, MembershipEvent.place, MembershipEvent.id)
"""The order in which events happened: those of one day have their places in it."""
LATEST_FIRST = tuple(field.desc() for field in EARLIEST_FIRST)
COMING = (EventKind.JOINED.value, EventKind.MOVED_IN.value, EventKind.RESUMED.value)
GOING = tuple(kind.value for kind in EventKind if kind not in COMING)


def last_event(day: date | ColumnBase) -> Query[MembershipEvent]:
    """Return the SQL for the kind of a member's last event up to a day."""
    events = MembershipEvent.select(MembershipEvent.kind).where(
        MembershipEvent.member == Member.id,
        MembershipEvent.happened_on <= day,
        MembershipEvent.deleted_at.is_null(),
    )
    return events.order_by(*LATEST_FIRST).limit(1)


def members_on_roll(day: date) -> Query[Member]:
    """Select the members whose last event up to a day was a coming, not a going (domain 1.4)."""
    on_roll = Member.alive().where(fn.IFNULL(last_event(day), "").in_(COMING))
    ids = Ids(on_roll, members_on_roll, day)
    return Member.alive().where(InWords(Member.id.in_(ids), f"截至{write_date(day)}会籍在册"))


def changes_of_roll(first: date, last: date, *, coming: bool | None = None) -> Query[MembershipEvent]:
    """Select the events of a span that brought somebody on the roll, or took somebody off it; or both.

    Who is off the roll already cannot leave it again: the roll at the end is that of the beginning
    with those who came and without those who went.
    """
    event, earlier = MembershipEvent, MembershipEvent.alias()
    older = (earlier.happened_on == event.happened_on) & (earlier.place < event.place)
    before = earlier.select(earlier.kind).where(
        earlier.member == event.member,
        earlier.deleted_at.is_null(),
        (earlier.happened_on < event.happened_on) | older,
    )
    was = fn.IFNULL(before.order_by(earlier.happened_on.desc(), earlier.place.desc()).limit(1), "")
    if coming is None:
        moved = InWords(was.in_(COMING) != event.kind.in_(COMING), "在册情况有变动")
    elif coming:
        moved = InWords(was.not_in(COMING) & event.kind.in_(COMING), "转为在册会员")
    else:
        moved = InWords(was.in_(COMING) & event.kind.not_in(COMING), "不再是在册会员")
    return event.alive().where(event.happened_on.between(first, last), moved)


MembershipEvent.add_index(
    SQL(
        "CREATE INDEX IF NOT EXISTS membership_event_last "
        "ON membership_event (member_id, happened_on, place, id)"
    )
)
DuesPayment.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS dues_payment_once ON dues_payment (member_id, month) "
        "WHERE deleted_at IS NULL"
    )
)

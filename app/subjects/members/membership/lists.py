"""How the roll of members changed, month by month, and the dues of a year (domain 1.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peewee import ColumnBase

from app.printing.heads import blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.sheet import TOTAL_ROW
from app.printing.summaries import Figures, about, figures
from app.rules.dates import earliest, latest, months_between, write_partial
from app.rules.periods import Period, year
from app.subjects.members.membership.records import (
    COMING,
    EARLIEST_FIRST,
    DuesPayment,
    EventKind,
    MembershipEvent,
    members_on_roll,
)
from app.subjects.members.records import Member

_COMINGS = (EventKind.JOINED, EventKind.MOVED_IN, EventKind.RESUMED)
_GOINGS = (
    EventKind.MOVED_OUT,
    EventKind.RETAINED,
    EventKind.LEFT,
    EventKind.LAPSED,
    EventKind.EXPELLED,
    EventKind.DIED,
)
_CAME = ("新发展", "转入", "恢复会籍", "本期增加")
_WENT = ("转出", "保留会籍", "退会", "自动退会", "开除", "死亡", "本期减少")
_DEFINITION = (
    "注：期初在册＋本期增加－本期减少＝期末在册；新发展按批准日期计，会籍保留和转出的不在册；"
    "不改变在册人数的变动（例如会籍保留期间退会）不计入。"
)


def _changes(first: date, last: date) -> Counter[str]:
    """Count by kind the events within a span that took a member onto the roll or off it."""
    events = MembershipEvent.alive().join(Member).where(Member.deleted_at.is_null())
    values = events.select(MembershipEvent.member, MembershipEvent.kind, MembershipEvent.happened_on)
    in_order = values.order_by(*EARLIEST_FIRST).tuples()
    on_roll: set[int] = set()
    counts: Counter[str] = Counter()
    for member, kind, day in in_order:
        comes = kind in COMING
        if comes != (member in on_roll) and first <= day <= last:
            counts[kind] += 1
        (on_roll.add if comes else on_roll.discard)(member)
    return counts


def _movement(title: str, first: date, last: date) -> Figures:
    """Return one row: who was on the roll before, who came, who went, who is on it at the end."""
    counts = _changes(first, last)
    came, went = [counts[kind] for kind in _COMINGS], [counts[kind] for kind in _GOINGS]
    before, after = members_on_roll(first - timedelta(days=1)).count(), members_on_roll(last).count()
    return Figures((title,), (before, *came, sum(came), *went, sum(went), after))


def _movements(request: PrintRequest) -> Iterator[Part]:
    period = request.period or year(request.today.year)
    span = Period(period.first, max(period.first, min(period.last, request.today)), period.label)
    if not Member.alive().exists():
        return
    months = [
        _movement(write_partial(month), max(span.first, earliest(month)), min(span.last, latest(month)))
        for month in months_between(span.first, span.last)
    ]
    total = _movement(TOTAL_ROW, span.first, span.last)
    heads = (office_head(), f"期间：{span.label}", f"期末在册 {total.figures[-1]} 人")
    yield Part([*months, total], heads=heads, notes=(_DEFINITION,))


MOVEMENTS = ListPrint(
    "members.movements",
    "会员变动情况表",
    (
        about("月份", 30),
        *figures("期初在册", *_CAME, *_WENT, "期末在册", width_mm=18),
    ),
    _movements,
    blank=blank("期间：＿＿＿＿年", "", notes=(_DEFINITION,)),
    blank_rows=12,
    dated=MembershipEvent.happened_on,
    takes=MembershipEvent,
    whole_period=True,
)


def _to_pay(request: PrintRequest) -> ColumnBase | None:
    """Select who is on the roll at the end of the year or paid for it, unless a person is asked for."""
    if request.record is not None:
        return None
    number = _year_of(request)
    on_roll = members_on_roll(min(date(number, 12, 31), request.today)).select(Member.id)
    paid = DuesPayment.alive().where(DuesPayment.month.startswith(f"{number}-")).select(DuesPayment.member)
    return Member.id.in_(on_roll) | Member.id.in_(paid)


_MEMBERS = Selection(Member, (Member.search_key, Member.id), where=_to_pay, only="在册或当年缴过费的")


@dataclass(frozen=True)
class DuesOfYear:
    """What a member paid in a year, in fen, month by month and together."""

    member: Member
    months: dict[int, int]

    @property
    def paid(self) -> int | None:
        """Add the year up; None where nothing was paid, so that the box stays free."""
        return sum(self.months.values()) or None


def _year_of(request: PrintRequest) -> int:
    return (request.period.last if request.period else request.today).year


def _dues(request: PrintRequest) -> Iterator[Part]:
    number = _year_of(request)
    paid = _paid_in(number)
    rows = [DuesOfYear(member, paid.get(member.id, {})) for member in _MEMBERS(request)]
    yield Part(rows, title=f"{number}年会费收缴登记表", heads=(office_head(), "", f"共 {len(rows)} 人"))


def _paid_in(number: int) -> dict[int, dict[int, int]]:
    """Return what was paid for the months of a year, by member and month."""
    rows = DuesPayment.alive().where(DuesPayment.month.startswith(f"{number}-"))
    paid: dict[int, dict[int, int]] = {}
    for member, month, amount in rows.select(
        DuesPayment.member, DuesPayment.month, DuesPayment.paid
    ).tuples():
        paid.setdefault(member, {})[int(month[5:7])] = amount or 0
    return paid


def _month(number: int) -> PrintColumn:
    def text(row: DuesOfYear) -> str:
        return DuesPayment.paid.format(row.months.get(number))

    return PrintColumn(None, 15.5, f"{number}月", align="right", text=text)


DUES_SHEET = ListPrint(
    "members.dues_sheet",
    "会费收缴登记表",
    (
        PrintColumn(None, 25, "姓名", text=lambda row: row.member.name),
        *(_month(number) for number in range(1, 13)),
        PrintColumn(DuesPayment.paid, 22, "合计（元）"),
        PrintColumn(None, 24, "签名"),
    ),
    Sheets(_dues, DuesPayment.month, Member, chosen=_MEMBERS),
    amount=DuesPayment.paid,
    signing=True,
    closing=("单位负责人：", "审核人：", "收款人：", "填表日期："),
    blank=blank(title="＿＿＿＿年会费收缴登记表"),
    blank_rows=12,
)

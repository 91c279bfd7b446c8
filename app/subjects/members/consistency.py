"""Whether each member is on the roll once (domain 1.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from peewee import fn

from app.register import Disagreement
from app.rules.dates import write_partial
from app.subjects.members.membership.records import COMING, DuesPayment, MembershipEvent, last_event
from app.subjects.members.records import Member

_FEW = 3


def nobody_is_there_twice() -> Iterator[Disagreement]:
    """A person is a member once, under one identity number."""
    holders: dict[str, list[Member]] = defaultdict(list)
    for member in Member.alive().where(Member.id_number != "").order_by(Member.id):
        holders[(member.id_number or "").strip().upper()].append(member)
    for same in holders.values():
        if len(same) > 1:
            names = "”和“".join(map(str, same))
            sentence = f"会员“{names}”的证件号码相同，是同一人的请只留一条，否则请核对号码"
            yield Disagreement(f"{sentence}。", tuple(member.id for member in same))


def namesakes_are_looked_at() -> Iterator[Disagreement]:
    """Two of one name born on one day may be one person with two numbers, or with none (domain 1.7)."""
    namesakes: dict[tuple[str, date], list[Member]] = defaultdict(list)
    for member in Member.alive().order_by(Member.id):
        if member.name and member.birth_date:
            namesakes[member.name, member.birth_date].append(member)
    for same in namesakes.values():
        if len({member.id_number or member.id for member in same}) > 1:
            names = "”和“".join(map(str, same))
            sentence = f"会员“{names}”同名且同日出生，请确认不是同一人"
            yield Disagreement(f"{sentence}。", tuple(member.id for member in same), doubt=True)


def dues_are_of_months_on_the_roll() -> Iterator[Disagreement]:
    """An event told of later may leave dues of months in which nobody was a member (domain 1.7).

    A month is paid for by who was on the roll on its first day, or came on it within.
    """
    payment, event = DuesPayment, MembershipEvent
    first = fn.SUBSTR(payment.month, 1, 7).concat("-01")
    of_member = event.alive().where(event.member == Member.id, event.kind.in_(COMING))
    came = of_member.where(event.happened_on.between(first, fn.DATE(first, "+1 month", "-1 day")))
    on_roll = fn.IFNULL(last_event(first), "").in_(COMING)
    paid = payment.alive().join(Member).where(Member.deleted_at.is_null(), ~on_roll, ~fn.EXISTS(came))
    months: dict[int, list[str]] = defaultdict(list)
    for member_id, month in paid.select(Member.id, payment.month).order_by(Member.id, payment.month).tuples():
        months[member_id].append(write_partial(month))
    for member_id, told in months.items():
        more = f"等 {len(told)} 个月" if len(told) > _FEW else ""
        said = f"会员“{Member.get_by_id(member_id)}”在{'、'.join(told[:_FEW])}{more}不在册，却登记了会费"
        yield Disagreement(f"{said}，请核对会籍变动的日期，或删去这些会费。", (member_id,))


CONSISTENCY = (nobody_is_there_twice, namesakes_are_looked_at, dues_are_of_months_on_the_roll)

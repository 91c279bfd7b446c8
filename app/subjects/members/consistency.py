"""Whether each member is on the roll once (domain 1.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from app.register import Disagreement
from app.subjects.members.records import Member


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


CONSISTENCY = (nobody_is_there_twice, namesakes_are_looked_at)

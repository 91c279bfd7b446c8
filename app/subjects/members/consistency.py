"""Whether each member is on the roll once (domain 1.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

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


CONSISTENCY = (nobody_is_there_twice,)

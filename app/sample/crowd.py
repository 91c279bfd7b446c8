"""The many who come to the sample office's windows: invented in bulk, each with a number."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.sample.identity import birth_date, id_number
from app.sample.names import GIVEN_NAMES, LOCAL_AREAS, REMOTE_AREAS, SURNAMES

_NAMES = 500  # so many different names: two of a thousand people often share one
_FIRST_SEQUENCE = 900  # of an ID number; those below belong to the people of `app.sample.people`


@dataclass(frozen=True)
class Stranger:
    """Somebody who does not exist, known by name and number only."""

    name: str
    sex: str
    birth_date: date
    id_number: str
    mobile: str


class Crowd:
    """Invents strangers in a fixed order: the same seed gives the same crowd."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._ids: set[str] = set()
        self._names = {sex: self._invent_names(sex) for sex in "男女"}

    def person(self, sex: str, born: range, *, local: bool = True) -> Stranger:
        """Invent somebody born in one of these years."""
        chance = self.random
        area = chance.choice(list(LOCAL_AREAS if local else REMOTE_AREAS))
        birth = birth_date(chance, born)
        number = id_number(area, birth, _FIRST_SEQUENCE + 2 * chance.randrange(50) + (sex == "男"))
        if number in self._ids:
            return self.person(sex, born, local=local)
        self._ids.add(number)
        mobile = f"1{chance.choice('35678')}{chance.randrange(10)}0000{len(self._ids) % 10_000:04d}"
        return Stranger(chance.choice(self._names[sex]), sex, birth, number, mobile)

    def _invent_names(self, sex: str) -> Sequence[str]:
        given = (*GIVEN_NAMES[sex, "older"], *GIVEN_NAMES[sex, "younger"])
        pick = self.random.choice
        return sorted({pick(SURNAMES) + pick(given) for _ in range(_NAMES // 2)})


def random_shares(chance: random.Random, total: int, parts: int, least: int, most: int) -> list[int]:
    """Share a total out into parts that vary between a least and a most, exactly."""
    shares = [chance.randint(least, most) for _ in range(parts)]
    missing = total - sum(shares)
    while missing:
        for position in range(parts):
            room = most - shares[position] if missing > 0 else shares[position] - least
            step = min(room, max(1, abs(missing) // parts), abs(missing))
            shares[position] += step if missing > 0 else -step
            missing += -step if missing > 0 else step
            if not missing:
                break
    return shares

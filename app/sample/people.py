"""Inventing people: nobody real, yet with numbers that pass every check."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from app.sample.identity import birth_date, id_number
from app.sample.names import (
    FAR_AREAS,
    LOCAL_AREAS,
    NOTABLES,
    REMOTE_AREAS,
    STREETS,
    UYGHUR,
    UYGHUR_FATHERS,
    UYGHUR_NAMES,
    Notable,
    invent_name,
)

_NOTABLE_EVERY = 4
_FASHION_TURNED = 1980  # given names changed with the one-child generation


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    sex: str
    birth_date: date
    id_number: str
    ethnicity: str
    area: str
    mobile: str
    address: str

    @property
    def is_local(self) -> bool:
        """Whether the person was registered in the city."""
        return self.area in LOCAL_AREAS

    @property
    def native_place(self) -> str:
        """Return province and county, as the registration form asks."""
        return (LOCAL_AREAS | REMOTE_AREAS | FAR_AREAS)[self.area]


def surname_of(name: str) -> str:
    """Return the surname; empty for a name that has none."""
    if "·" in name:
        return ""
    return name[:2] if name.startswith("欧阳") else name[0]


class Inventor:
    """Invents people in a fixed order: the same seed gives the same people."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._names = {notable.name for notable in NOTABLES}
        self._ids: set[str] = set()
        self._notables = list(NOTABLES)
        self._workers = 0
        self._tails = iter(self.random.sample(range(10_000), 2_000))

    def worker(self, born: range, *, local: bool) -> Person:
        """Invent a worker born in one of these years; every fourth bears a remarkable name."""
        area = self.random.choice(list(LOCAL_AREAS if local else REMOTE_AREAS))
        self._workers += 1
        if self._workers % _NOTABLE_EVERY == 0 and self._notables:
            notable = self._notables.pop(0)
            return self._born(notable, born, notable.area or area)
        return self.person(self.random.choice("男女"), born, area)

    def person(
        self, sex: str, born: range, area: str, *, surname: str = "", ethnicity: str = "汉族"
    ) -> Person:
        """Invent somebody whose name nobody else has, of a family where the surname is given."""
        while (name := self._name(sex, born, surname, ethnicity)) in self._names:
            pass
        self._names.add(name)
        return self._born(Notable(name, sex, ethnicity), born, area)

    def card(self) -> str:
        """Invent the number of a bank card."""
        from stdnum import luhn

        number = "620000" + "".join(str(self.random.randrange(10)) for _ in range(12))
        return number + str(luhn.calc_check_digit(number))

    def _name(self, sex: str, born: range, surname: str, ethnicity: str) -> str:
        if ethnicity == UYGHUR:
            pick = self.random.choice
            return f"{pick(UYGHUR_NAMES[sex])}·{pick(UYGHUR_FATHERS)}"
        fashion = "younger" if born.start >= _FASHION_TURNED else "older"
        return invent_name(self.random, sex, fashion, surname)

    def _born(self, notable: Notable, born: range, area: str) -> Person:
        birth = birth_date(self.random, born)
        return Person(
            name=notable.name,
            sex=notable.sex,
            birth_date=birth,
            id_number=self._id_number(area, birth, notable.sex),
            ethnicity=notable.ethnicity,
            area=area,
            mobile=self._mobile(),
            address=self._address(),
        )

    def _id_number(self, area: str, birth: date, sex: str) -> str:
        number = id_number(area, birth, 2 * self.random.randrange(1, 450) + (sex == "男"))
        if number in self._ids:
            return self._id_number(area, birth, sex)
        self._ids.add(number)
        return number

    def _mobile(self) -> str:
        return f"1{self.random.choice('35678')}{self.random.randrange(10)}0000{next(self._tails):04d}"

    def _address(self) -> str:
        house, floor, door = (self.random.randint(1, most) for most in (60, 6, 4))
        return f"{self.random.choice(STREETS)}{house}号{floor}0{door}室"

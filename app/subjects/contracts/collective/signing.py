"""Who could sign a collective contract: the unions on the register, and who signed without being on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from peewee import fn

from app.figures.measures import Measure
from app.records.base import Query
from app.records.naming import known_as
from app.rules.unit_names import plain_name
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.unions.grassroots.records import GrassrootsUnion


@dataclass(frozen=True, eq=False)
class Signable(Measure):
    """The unions of a day, and the sides that signed then whose union is not on the register, each once.

    Nobody signs who does not belong to those who could: five contracts beside one registered union are
    not 500 % (domain 6.5). `signed` returns the contracts of a day.
    """

    counts_beyond: ClassVar[bool] = True
    signed: Callable[[date], Query[CollectiveContract]] = field(kw_only=True)
    day: date | None = field(default=None, kw_only=True)

    def on(self, day: date) -> Signable:
        return replace(self, day=day)

    def number(self, query: Query) -> int:
        """Count over the unions on the register."""
        union, contract = GrassrootsUnion, CollectiveContract
        names: set[str] = set()
        units: set[object] = set()
        unions = list(query.select(union.name, union.former_names, union.enterprise).order_by().tuples())
        for name, former, unit in unions:
            called = (*union.name.names(name), *union.former_names.names(former))
            names.update(map(plain_name, called))
            units.add(unit)
        sides = self.signed(self.day or date.today()).select(
            known_as(contract.enterprise), contract.enterprise, contract.union_name
        )
        known: dict[object, bool] = {}
        for side, unit, name in sides.order_by().tuples():
            registered = plain_name(name or "") in names or (unit is not None and unit in units)
            known[side] = known.get(side, False) or registered
        return len(unions) + sum(not registered for side, registered in known.items() if side is not None)


def signable(signed: Callable[[date], Query[CollectiveContract]]) -> Signable:
    """Count the unions and those who signed the contracts of a day without being among them."""
    return Signable("和没有登记工会的签约单位数", fn.COUNT(1), signed=signed)

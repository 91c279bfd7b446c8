"""Who could sign a collective contract: the unions on the register, and who signed without being on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from peewee import Case, fn

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
        renamed = query.where(union.former_names.is_null(False)).select(union.former_names).order_by()
        former = {
            plain_name(name) for (names,) in renamed.tuples() for name in union.former_names.names(names)
        }
        name, unit = fn.plain_unit_name(contract.union_name), known_as(contract.enterprise)
        linked = contract.union.in_(query.select(union.id).order_by())
        units = query.where(union.enterprise.is_null(False)).select(union.enterprise).order_by()
        linked |= contract.enterprise.in_(units)
        named = name.in_(query.select(fn.plain_unit_name(union.name)).order_by()) | name.in_(former)
        registered = Case(None, [(linked, True)], named)  # few names are to be compared
        sides = self.signed(self.day or date.today()).where(unit.is_null(False)).group_by(unit).order_by()
        beside = sides.having(~fn.MAX(fn.COALESCE(registered, False))).select(unit)
        return query.count() + beside.count()


def signable(signed: Callable[[date], Query[CollectiveContract]]) -> Signable:
    """Count the unions and those who signed the contracts of a day without being among them."""
    return Signable("和没有登记工会的签约单位数", fn.COUNT(1), signed=signed)

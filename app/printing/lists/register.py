"""The list of any register as it is on screen: what every register prints that has no roster of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from app.fields import AttachmentField, DateField, Described, MoneyField
from app.listing import Asked, matching
from app.printing.lists.heads import office_head, period_head
from app.printing.lists.selection import Selection
from app.register import ListPrint, Occasion, Part, PrintColumn, Register
from app.rules.periods import Period

_WIDE = 6  # a list of more columns is set across the sheet


@cache
def list_of(register: Register) -> ListPrint:
    """Return the print of a register's list: its columns, its order, its sum."""
    shown = [one for one in register.columns if not isinstance(one, AttachmentField)]
    money = [one for one in register.sums if isinstance(one, MoneyField)]
    added = [one for one in money if any(one is kept for kept in shown)]
    return ListPrint(
        f"{register.key}.list",
        f"{register.title}一览表",
        tuple(PrintColumn(one, heading=one.heading, masked=one.guarded) for one in shown),
        lambda occasion: _listed(register, occasion),
        amount=added[0] if len(added) == 1 else None,
        blank_rows=12,
        landscape=len(shown) > _WIDE,
        unit=register.unit,
        dated=_dated_by(register),
    )


def _listed(register: Register, occasion: Occasion) -> Iterator[Part]:
    selection = Selection(register.record, day=_dated_by(register))
    records = list(selection.narrow(matching(register, Asked()), occasion))
    named = occasion.record is not None or occasion.ids is not None
    covered = "" if named else _covered(selection.day, occasion.period)
    yield Part(records, heads=(office_head(), covered, f"共 {len(records)} {register.unit}"))


def _covered(day: Described | None, period: Period | None) -> str:
    """Return what of a period the list covers: whole years of what is kept by the year."""
    if day is None or period is None:
        return ""
    if isinstance(day, DateField):
        return period_head(period)
    return f"{'—'.join(dict.fromkeys(str(one.year) for one in period))}年度"


def _dated_by(register: Register) -> Described | None:
    """Return what a period chooses by: the year a record is kept for, else the first date of the filters."""
    kept_for = register.record.described().get("year")
    return kept_for or next((one for one in register.filters if isinstance(one, DateField)), None)

"""Which records a print is asked for, and the plain list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from app.fields import Described
from app.printing.lists.heads import office_head, period_head
from app.register import Occasion, Part


def asked(occasion: Occasion, model: Any, day: Described | None = None) -> Any:
    """Select the records asked for: one, some, those whose day is in the period, else all."""
    rows = model.alive()
    if occasion.record is not None:
        return rows.where(model.id == occasion.record)
    if occasion.ids is not None:
        return rows.where(model.id.in_(occasion.ids))
    if occasion.period is not None and day is not None:
        return rows.where(day.between(*occasion.period))
    return rows


def listing(
    model: Any,
    *order: Any,
    unit: str,
    day: Described | None = None,
    where: Callable[[Occasion], Any] | None = None,
) -> Callable[[Occasion], Iterator[Part]]:
    """Return what yields one sheet of the records asked for, or of those among them that `where` tells."""

    def parts(occasion: Occasion) -> Iterator[Part]:
        rows = asked(occasion, model, day)
        records = list((rows.where(where(occasion)) if where else rows).order_by(*order))
        heads = (office_head(), period_head(occasion.period), f"共 {len(records)} {unit}")
        yield Part(records, heads=heads)

    return parts

"""Lists that a person saved under a name: what they ask for, and how many records they find now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app import listing
from app.fields import Described, ReferenceField
from app.listing import Criteria
from app.records import saved_lists
from app.records.base import Record
from app.records.saved_lists import SavedList
from app.register import Condition, Register


@dataclass(frozen=True)
class Counted:
    """A saved list, and how many records it finds."""

    saved: SavedList
    count: int


def keep(register: Register, criteria: Criteria, name: str) -> SavedList:
    """Save the search and the filters of a list under a name. Raises Refused where the name is taken."""
    asked = {
        filter_name: [value.id if isinstance(value, Record) else value for value in values]
        for filter_name, values in criteria.filters.items()
    }
    return saved_lists.keep(register.key, name, criteria.search, asked)


def criteria_of(register: Register, saved: SavedList) -> Criteria | None:
    """Return what a saved list asks for; None where nothing of it is known any more.

    Of what it asked for that is which a later version calls otherwise, or a record that is gone.
    """
    offered = {one.title if isinstance(one, Condition) else one.name: one for one in register.filters}
    filters: dict[str, tuple[object, ...]] = {}
    for name, values in saved.asked.items():
        if name in offered and (known := _known(offered[name], values)):
            filters[name] = known
    return Criteria(search=saved.search, filters=filters) if saved.search or filters else None


def counted(registers: Mapping[str, Register]) -> list[Counted]:
    """Count what each saved list of these registers finds; one that asks for nothing known is left out."""
    found = []
    for saved in saved_lists.all_lists():
        register = registers.get(saved.register)
        criteria = criteria_of(register, saved) if register is not None else None
        if register is not None and criteria is not None:
            found.append(Counted(saved, listing.count(register, criteria)))
    return found


def proposed_name(register: Register, criteria: Criteria) -> str:
    """Return what a list may be called: the values that were chosen, and what was searched."""
    words = [] if not criteria.search else [criteria.search]
    for one in register.filters:
        if isinstance(one, Condition):
            words += [one.title] if criteria.filters.get(one.title) else []
        else:
            words += [_word(one, value) for value in criteria.filters.get(one.name, ())]
    return " ".join(words)[:20]


def _word(field: Described, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value}年"
    if isinstance(value, bool):
        return field.label if value else f"非{field.label}"
    return field.brief(value) if isinstance(field, ReferenceField) else str(field.format(value))


def _known(one: Described | Condition, values: Sequence[object]) -> tuple[object, ...]:
    if not isinstance(one, ReferenceField):
        return tuple(values)
    found = (one.rel_model.by_id(value) for value in values)
    return tuple(record for record in found if record is not None)

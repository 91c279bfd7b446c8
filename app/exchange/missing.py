"""The required values that no column of a sheet has: they are asked for once, for all rows."""

from __future__ import annotations

from app.errors import Invalid
from app.exchange.intake import Intake
from app.exchange.mapping import fillable
from app.fields import Described
from app.keeping import keeping

_WITHIN = 50  # rows in which a value is looked for that settles others


def missing(intake: Intake) -> list[Described]:
    """Return the required fields that no column fills, and that no other column's values settle."""
    blank = keeping.new(intake.register)
    own = [one.field for one in intake.columns.chosen.values() if one.child is None]
    settled = {kept.name for kept in own} | implied(intake)
    return [
        kept
        for kept in fillable(intake.register)
        if kept.required and kept.name not in settled and blank.__data__.get(kept.name) in (None, "")
    ]


def implied(intake: Intake) -> set[str]:
    """Return the fields that values of the sheet settle, such as the day of birth by the identity number."""
    found: set[str] = set()
    for column, target in intake.columns.chosen.items():
        if target.child is None and target.field.implies:
            found |= _implied_by(intake, column, target.field)
    return found


def _implied_by(intake: Intake, column: int, kept: Described) -> set[str]:
    first = intake.columns.heading.last
    for row in intake.sheet.rows[first : first + _WITHIN]:
        try:
            value = kept.parse(row[column]) if column < len(row) else None
        except Invalid:
            continue
        if value is not None:
            return set(kept.implied(value))
    return set()

"""The required values that no column of a sheet has: they are asked for once, for all rows."""

from __future__ import annotations

from app.errors import Invalid
from app.exchange.blank import blank, days_asked, years_asked
from app.exchange.session import ImportSession
from app.exchange.targets import fillable
from app.fields import Described

_WITHIN = 50  # rows in which a value is looked for that implies others


def missing(session: ImportSession) -> list[Described]:
    """Return the required fields and the days to be said that neither a column nor its values fill."""
    started = blank(session.register)
    days = {day.name for day in (*days_asked(session.register), *years_asked(session.register))}
    own = [target.field for target in session.columns.chosen.values() if target.is_own]
    owners = {target.owner.name for target in session.columns.chosen.values() if target.owner is not None}
    sides = session.register.sides
    if sides is not None and any(target.side is not None for target in session.columns.chosen.values()):
        own += [sides.choice, sides.amount]
    filled = {field.name for field in own} | owners | implied(session)
    return [
        field
        for field in fillable(session.register)
        if (field.required or field.name in days)
        and field.name not in filled
        and started.__data__.get(field.name) in (None, "")
    ]


def implied(session: ImportSession) -> set[str]:
    """Return the names of fields that values of the sheet imply: an identity number the day of birth."""
    names: set[str] = set()
    for column, target in session.columns.chosen.items():
        if target.is_own and target.field.implies:
            names |= _implied_by(session, column, target.field)
    return names


def _implied_by(session: ImportSession, column: int, field: Described) -> set[str]:
    first = session.columns.heading.last
    for row in session.sheet.rows[first : first + _WITHIN]:
        try:
            value = field.parse(row[column]) if column < len(row) else None
        except Invalid:
            continue
        if value is not None:
            return set(field.implied(value))
    return set()

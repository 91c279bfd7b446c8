"""Values of the time before the kind of a field was changed: another column holds them since then.

What is taken back or put back of that time would else be written where nobody sees it any more.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import Invalid, Refused
from app.fields import Described
from app.fields.converting import converted
from app.records.base import Record
from app.records.naming import links_of
from app.records.statements import written


def taken_over(model: type[Record], values: Mapping[str, object]) -> dict[str, object]:
    """Return what the columns say that took over some of these, all as the file has them, by column.

    What `values` say themselves stays. Raises Refused with what the present field cannot say.
    """
    found: dict[str, object] = {}
    for name, before in values.items():
        value, field = before, model._meta.columns.get(name)
        while isinstance(field, Described) and field.successor is not None:
            target = field.successor
            if target.column_name in values:
                break
            value = _said(value, field, target)
            found[target.column_name] = value
            found |= _links(model, target, value)
            field = target
    return found


def _said(value: object, source: Described, target: Described) -> object:
    if value is None:
        return None
    before = source.python_value(value)  # type: ignore[no-untyped-call]  # Peewee's stubs
    try:
        now = converted(before, source, target)
    except Invalid as error:
        text = source.format(before)
        raise Refused(
            f"“{target.label}”后来改了类型，原来的“{text}”放不进去。请先改回原来的类型。"
        ) from error
    return written(target, [now])[0]


def _links(model: type[Record], name: Described, text: object) -> dict[str, object]:
    """Return the links that follow from the name of a unit."""
    links = (link for link in links_of(model) if link.by is name)
    named = {link.column_name: link.called(str(text)) if text else [] for link in links}
    return {column: units[0].id if len(units) == 1 else None for column, units in named.items()}

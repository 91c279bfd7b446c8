"""Making, changing and retiring a described register: each in one transaction, known at once.

Nothing that was kept is ever lost: a field that is left out is retired, one whose kind changes gets a column
of the new kind beside the old one, and what does not fit forbids the change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.described import extending, opened, tables
from app.described.description import DescribedField, Description
from app.described.extending import Extension, take_back
from app.described.figures import labels, labels_added
from app.described.kinds import CHOICE, FILE, REFERENCE
from app.described.opened import Opened
from app.described.reading import written
from app.errors import Invalid, Refused
from app.fields import Described
from app.fields.converting import converted
from app.figures.figure import Figure
from app.keeping.history import history_paused
from app.records import relinking
from app.records.base import Record, change, database
from app.records.described import DescribedRegister
from app.records.naming import links_of
from app.records.statements import written as written_as
from app.register import Register
from app.registry import OWN, figures, registers

_NAMED = 3  # so many values are named that do not fit
_AT_ONCE = 2_000  # rows converted with one statement


def make(description: Description) -> Opened:
    """Make a register, known everywhere at once; raises Refused with what is wrong with its description."""
    if description.extends:
        raise Refused("这份说明书是给已有台账加字段的，没有另建。请在“自设台账”中给那本台账加字段。")
    opened.check(description)
    _require_free(description, None)
    with change():
        row = DescribedRegister.create(title=description.title, description=written(description))
        made = opened.made(row, description)
        try:
            tables.make_table(made.own.register.record)
        except BaseException:
            opened.forget(made)
            raise
    opened.take_up(made)
    return made


def alter(before: Opened, wanted: Description) -> Opened:
    """Give a register another description; raises Refused where a value would be lost by it.

    Fields are known by their columns; one that is no longer there is retired, not dropped.
    """
    description = _settled(before.description, wanted)
    opened.check(description)
    _require_free(description, before)
    with change():
        row = DescribedRegister.get_by_id(before.number)
        row.title, row.description, row.version = description.title, written(description), row.version + 1
        row.save()
        made = opened.made(row, description)
        try:
            was, is_now = before.own.register.record.described(), made.own.register.record.described()
            _refuse_lost_terms(before.description, description, was)
            tables.widen(made.own.register.record)
            for old, new in _converted(before.description, wanted, description):
                _convert(was[old.column], is_now[new.column], old, new)
            _link(made.own.register.record)
        except BaseException:
            opened.forget(made)
            raise
    opened.take_up(made)
    return made


def add_fields(register: Register, fields: Sequence[DescribedField]) -> None:
    """Give a register of the program the fields of the office's own that it is to have from now on.

    Those it has and are not among them are retired, not dropped; raises Refused with what is wrong.
    """
    before = next((one for one in opened.extensions() if one.register is register), None)
    title = f"{register.title}自设字段"
    wanted = Description(title, tuple(fields), tab=OWN, extends=register.key)
    description = _settled(before.description, wanted) if before is not None else wanted
    opened.check(description)
    mine = before.figures.figures if before is not None and before.figures is not None else ()
    _require_free_names(list(labels_added(description, register.title)), mine)
    if before is not None:
        take_back(before)
    try:
        with change():
            row = _row_of(before, description)
            made = opened.extended(row, description)
            try:
                extending.write(made)
                if before is not None:
                    _keep_values(before.description, wanted, made)
            except BaseException:
                take_back(made)
                raise
    except BaseException:
        if before is not None:
            row = DescribedRegister.get_by_id(before.number)
            opened.take_up_extension(opened.extended(row, before.description))
        raise
    opened.take_up_extension(made)


def _row_of(before: Extension | None, description: Description) -> DescribedRegister:
    """Write what is added to a register into the catalogue."""
    if before is None:
        return DescribedRegister.create(title=description.title, description=written(description))
    row = DescribedRegister.get_by_id(before.number)
    row.description, row.version = written(description), row.version + 1
    row.save()
    return row


def _keep_values(before: Description, wanted: Description, made: Extension) -> None:
    """Bring what added fields of another kind say over to it; raises Refused where a value would be lost."""
    _refuse_lost_terms(before, made.description, made.fields)
    for old, new in _converted(before, wanted, made.description):
        _convert(made.fields[old.column], made.fields[new.column], old, new)


def retire(before: Opened) -> None:
    """Show a register no longer; its records are kept, and it can be used again."""
    _mark(before, date.today())


def use_again(before: Opened) -> None:
    """Show a retired register again; raises Refused where another has its name now."""
    _require_free(before.description, before)
    _mark(before, None)


def _mark(before: Opened, day: date | None) -> None:
    with change():
        row = DescribedRegister.get_by_id(before.number)
        row.retired_on, row.version = day, row.version + 1
        row.save()
    opened.take_up(opened.made(row, before.description))


def _require_free(description: Description, before: Opened | None) -> None:
    """Refuse a title that another register has, and one by which a figure would be named twice."""
    mine = before.own.register if before is not None else None
    for register in registers():
        if register is not mine and register.title == description.title:
            raise Refused(f"已有名为“{description.title}”的台账。请改一个名称。")
    _require_free_names(list(labels(description)), before.own.figures.figures if before is not None else ())


def _require_free_names(named: list[str], mine: Sequence[Figure]) -> None:
    """Refuse names of figures of which another is called so already."""
    taken = {figure.label for figure in figures()} - {figure.label for figure in mine}
    if doubled := [label for at, label in enumerate(named) if label in taken or label in named[:at]]:
        raise Refused(f"统计项“{doubled[0]}”会有两个。请改台账或字段的名称。")


def _settled(before: Description, wanted: Description) -> Description:
    """Return what a description comes to: fields left out are retired, those of another kind moved.

    Former labels stay known, so that older workbooks still come in.
    """
    fields: list[DescribedField] = []
    numbers = [int(field.column[1:]) for field in (*before.fields, *wanted.fields)]
    moved: dict[str, str] = {}
    retired: list[DescribedField] = []
    for asked in wanted.fields:
        old = before.field(asked.column)
        field = asked if old is None else _renamed(old, asked)
        if old is not None and _is_moved(old, field):
            numbers.append(max(numbers) + 1)
            moved[field.column] = f"c{numbers[-1]}"
            retired.append(_retired(old))
            field = replace(field, column=moved[field.column], came_from=old.column)
        fields.append(_retired(field) if field.retired else field)
    there = {field.column for field in wanted.fields}
    retired += [_retired(field) for field in before.fields if field.column not in there]
    fields = [replace(field, until=moved.get(field.until, field.until)) for field in fields]
    shown = {field.column: field.label for field in fields if not field.retired}
    fields = [replace(field, came_from="") if field.came_from in shown else field for field in fields]
    labels = set(shown.values())  # a heading means the field that is called so now
    fields = [replace(one, names=tuple(name for name in one.names if name not in labels)) for one in fields]
    owner = moved.get(wanted.owner, wanted.owner)
    return replace(wanted, fields=(*fields, *retired), owner=owner)


def _renamed(old: DescribedField, new: DescribedField) -> DescribedField:
    """Keep the former label of a field, and where its values came from."""
    known = old.label == new.label or old.label in new.names
    names = new.names if known else (*new.names, old.label)
    return replace(new, names=names, came_from=old.came_from)


def _retired(field: DescribedField) -> DescribedField:
    return replace(field, retired=True, required=False, listed=False, remind=None, until="")


def _is_moved(old: DescribedField, new: DescribedField) -> bool:
    return old.kind != new.kind or (old.kind == REFERENCE and old.to != new.to)


def _converted(
    before: Description, wanted: Description, now: Description
) -> Sequence[tuple[DescribedField, DescribedField]]:
    """Return the fields whose kind changes, as they were and as they are now."""
    pairs = [
        (before.field(asked.column), came)
        for asked, came in zip(wanted.fields, now.fields, strict=False)
        if asked.column != came.column
    ]
    return [(old, new) for old, new in pairs if old is not None]


def _convert(source: Described, target: Described, old: DescribedField, new: DescribedField) -> None:
    """Write what a field says as a field of another kind says it; raises Refused with what does not fit.

    Nobody changed a record by it: the history tells of none.
    """
    if FILE in (old.kind, new.kind):
        raise Refused(f"“{new.label}”是附件，不能改成别的类型。请另加一个字段。")
    before, after = source.model, target.model
    misfits: list[str] = []
    rows = before.select(before.id, source).where(source.is_null(False)).tuples()
    with history_paused([after]):
        written_rows = []
        for row_id, value in rows.iterator():
            try:
                said = converted(value, source, target)
            except Invalid:
                misfits.append(source.format(value))
                continue
            if said is not None:
                written_rows.append((*written_as(target, [said]), row_id))
        statement = f'UPDATE "{after._meta.table_name}" SET "{target.column_name}" = ? WHERE id = ?'
        for start in range(0, len(written_rows), _AT_ONCE):
            database.execute_many(statement, written_rows[start : start + _AT_ONCE])
    if misfits:
        named = "、".join(f"“{text}”" for text in dict.fromkeys(misfits[:_NAMED]))
        more = "等" if len(misfits) > _NAMED else ""
        raise Refused(
            f"“{new.label}”有 {len(misfits)} 个值不合新的类型：{named}{more}。请先改正，或仍用原来的类型。"
        )


def _link(model: type[Record]) -> None:
    """Link rows to the units that they name, where a field names units from now on."""
    relinking.links_to.cache_clear()
    for link in links_of(model):
        relinking.relink_all(link.rel_model)


def _refuse_lost_terms(
    before: Description, description: Description, fields: Mapping[str, Described]
) -> None:
    """Refuse to take a term off a list of choices that records still have; `fields` are by their columns."""
    for new in description.of_kind(CHOICE):
        old = before.field(new.column)
        if old is None or old.kind != CHOICE:
            continue
        field = fields[old.column]
        for term in set(old.choices) - set(new.choices):
            if used := field.model.select().where(field == term).count():
                raise Refused(f"“{new.label}”的选项“{term}”有 {used} 条记录在用，不能删去。请先改这些记录。")

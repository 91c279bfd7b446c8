"""Fields of the office's own on a register of the program: in its record, form, list, search and papers.

They are columns of the same table, `own_1` and so on; another office that is opened does not have them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import peewee

from app.described import figures, kinds, tables
from app.described.description import Description
from app.described.kinds import fields_of
from app.errors import Refused
from app.fields import Described
from app.fields.worked_out import forget_all
from app.figures.figure import forget_figures
from app.keeping import history
from app.papers import list_of, prints_of
from app.records import digests
from app.records.base import Record, database
from app.records.described import DescribedRegister
from app.register import Register, Section
from app.registry import roll_of
from app.subject import FigureTopic

SECTION = "自设字段"
_COLUMN = "own_"
_SHOWN = ("columns", "sections", "filters", "search", "prints")


@dataclass(frozen=True, eq=False)
class Extension:
    """A register with the fields that were added to it, and how it was shown without them."""

    number: int
    description: Description
    register: Register
    before: Mapping[str, object]
    figures: FigureTopic | None = None

    @property
    def fields(self) -> dict[str, Described]:
        """Return the fields that were added, by the columns of the description, the retired ones, too."""
        own = self.register.record.described()
        return {field.column: own[_name(field.column)] for field in self.description.fields}


def extend(row: DescribedRegister, description: Description, register: Register) -> Extension:
    """Add the fields of a checked description, which a row of the catalogue keeps, to a register."""
    before = {name: getattr(register, name) for name in _SHOWN}
    for field in sorted(description.fields, key=lambda one: int(one.column[1:])):
        ((_, made),) = fields_of(replace(field, required=False), {}).items()
        register.record._meta.add_field(_name(field.column), made)
    own = register.record.described()
    for field in description.fields:
        if field.came_from:
            own[_name(field.came_from)].successor = own[_name(field.column)]
    forget_all()
    extension = Extension(row.id, description, register, before)
    if not description.shown:
        return extension
    _show(register, description)
    topic = figures.topic_added(row.table, description, register, extension.fields, roll_of(register))
    return replace(extension, figures=topic)


def take_back(extension: Extension) -> None:
    """Leave a register as it was without the fields of the office."""
    for name, value in extension.before.items():
        object.__setattr__(extension.register, name, value)
    if extension.figures is not None:
        forget_figures(extension.figures.figures)
    model = extension.register.record
    for field in extension.description.fields:
        model._meta.remove_field(_name(field.column))
        delattr(model, _name(field.column))
    forget_all()


def lacks(extension: Extension) -> list[str]:
    """Return the columns that the file lacks of the fields that were added."""
    mine = {_name(field.column) for field in extension.description.fields}
    return [name for name in tables.lacks(extension.register.record) if name in mine]


def write(extension: Extension) -> None:
    """Add to the file what columns it lacks, and try them, within the caller's transaction."""
    model = extension.register.record
    tables.add_columns(model)
    history.install([model])
    digests.install([model._meta.table_name])
    _try(model)


def _name(column: str) -> str:
    """Return what a column of the description is called in the table."""
    return f"{_COLUMN}{column[1:]}"


def _show(register: Register, description: Description) -> None:
    own = register.record.described()
    fields = [(field, own[_name(field.column)]) for field in description.shown]
    listed = tuple(made for field, made in fields if field.listed)
    filtered = tuple(made for field, made in fields if field.kind in (kinds.DATE, kinds.CHOICE))
    words = tuple(made for field, made in fields if field.kind in kinds.WORDS)
    _set(register, "columns", (*register.columns, *listed))
    _set(register, "sections", (*register.sections, Section(SECTION, *(made for _, made in fields))))
    _set(register, "filters", (*register.filters, *filtered))
    _set(register, "search", (*register.search, *words))
    listing = list_of(register)
    if all(paper.key != listing.key for paper in prints_of(register)):
        _set(register, "prints", (*register.prints, listing))


def _set(register: Register, name: str, value: tuple[object, ...]) -> None:
    object.__setattr__(register, name, value)


def _try(model: type[Record]) -> None:
    """Change a record and take it back, where there is one: a trigger is only known to work then."""
    try:
        with database.atomic() as tried:
            model.update(version=model.version + 1).where(
                model.id.in_(model.select(model.id).limit(1))
            ).execute()
            tried.rollback()
    except peewee.PeeweeException as error:
        raise Refused("新字段不能登记，没有加上。请检查字段，或请技术人员帮助。") from error


def labels_of(register: Register) -> set[str]:
    """Return what the fields of a register are called without those of the office."""
    described: list[Described] = [
        field for name, field in register.record.described().items() if not name.startswith(_COLUMN)
    ]
    return {"".join(name.split()) for field in described for name in (field.label, *field.aliases)}

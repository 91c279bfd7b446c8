"""The papers of a register: its own prints, and its list as it is on screen where none of them is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.fields import AttachmentField, DateField, Described, MoneyField
from app.fields.worked_out import worked_out
from app.listing import Criteria, matching
from app.printing.heads import office_head, period_head
from app.printing.layout import ListPrint, PaperKind, Part, Print, PrintColumn, PrintRequest
from app.printing.selection import Selection
from app.register import Register, owner_field
from app.rules.periods import Period

_KINDS = (PaperKind.FORM, PaperKind.LETTER, PaperKind.LIST, PaperKind.LABEL, PaperKind.FILE)
_OWNER_MM = 48  # who somebody is, with the number
_WIDE = 6  # a list of more columns is set across the sheet


@worked_out
def list_of(register: Register) -> ListPrint:
    """Return the print of a register's list: whose rows they are, its columns, its order, its sum."""
    shown = [column for column in register.columns if not isinstance(column, AttachmentField)]
    owner = owner_field(register.record)
    if owner is not None and not any(column is owner for column in shown):
        shown.insert(0, owner)
    money = [field for field in register.sums if isinstance(field, MoneyField)]
    added = [field for column in shown for field in money if field is column]
    return ListPrint(
        f"{register.key}.list",
        f"{register.title}一览表",
        tuple(PrintColumn(field, _OWNER_MM if field is owner else 0, field.heading) for field in shown),
        lambda request: _listed(register, request),
        amount=added[0] if added else None,
        beside=tuple(added[1:]),
        blank_rows=12,
        landscape=len(shown) > _WIDE,
        unit=register.unit,
        dated=dated_by(register),
    )


def _listed(register: Register, request: PrintRequest) -> Iterator[Part]:
    selection = Selection(register.record, day=dated_by(register))
    query = selection.narrow(matching(register, Criteria()), request)
    named = request.record is not None or request.ids is not None
    covered = "" if named else _covered(selection.day, request.period)
    number = f"共 {query.count()} {register.unit}"
    yield Part(query, heads=(office_head(), covered, number))


def _covered(day: Described | None, period: Period | None) -> str:
    """Return what of a period the list covers: whole years where records are of a year."""
    if day is None or period is None:
        return ""
    if isinstance(day, DateField):
        return period_head(period)
    return f"{'—'.join(dict.fromkeys(str(end.year) for end in period))}年度"


def dated_by(register: Register) -> Described | None:
    """Return what a period chooses by: the year a record is for, else the first date of the filters."""
    year = register.record.described().get("year")
    return year or next((field for field in register.filters if isinstance(field, DateField)), None)


def prints_of(register: Register) -> tuple[Print, ...]:
    """Return what a register prints: its own prints, and its list where none of them is one."""
    rosters = [paper for paper in register.prints if isinstance(paper, ListPrint) and paper.takes is None]
    return register.prints if rosters or register.single else (list_of(register), *register.prints)


def papers_of(register: Register) -> tuple[Print, ...]:
    """Return the prints that make sense of one record of a register, in the order of their kinds."""
    taken = (None, register.record)
    return by_kind(paper for paper in prints_of(register) if paper.of_one and paper.takes in taken)


def by_kind(prints: Iterable[Print]) -> tuple[Print, ...]:
    """Put prints in the order of their kinds: forms, letters, lists, whole files."""
    return tuple(sorted(prints, key=lambda paper: _KINDS.index(paper.kind)))

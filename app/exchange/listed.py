"""Rows that a computed column of their owner lists by name: the parties in the cells of a case book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.errors import Invalid
from app.exchange.rows import CellProblem
from app.fields import Described, ReferenceField
from app.fields.problems import Block
from app.keeping import deriving, judging, keeping
from app.records.base import Record
from app.register import Child, Register

_JOINT = "、"


class ListedRows:
    """Reads the child rows that such columns list; `names` are the names of their fields."""

    def __init__(self, register: Register) -> None:
        self._listed = register.listed
        self.names = frozenset(self._listed)

    def read(self, values: dict[str, Any]) -> tuple[dict[str, list[Record]], list[CellProblem]]:
        """Return the child rows by the name of the field that lists them, and what is wrong with them.

        In `values` each cell becomes the text that the field will have with these rows; beside it stands
        what else the cell says.
        """
        rows: dict[str, list[Record]] = {}
        problems: list[CellProblem] = []
        places: dict[tuple[str, str], Described] = {}
        for name, (child, listed) in self._listed.items():
            if not (text := values.get(name)):
                continue
            try:
                rows[name] = [_new_child(child, values) for values in listed.read(text)]
            except Invalid as error:
                problems.append(CellProblem(listed.field, str(error)))
                continue
            for record in rows[name]:
                other = places.setdefault((child.register.key, str(record)), listed.field)
                if other is not listed.field:
                    sentence = f"“{record}”也是{other.label}，请核对"
                    problems.append(CellProblem(listed.field, sentence))
                problems += [doubt for doubt in doubts(child, listed.field, record) if doubt.blocking]
            for told, value in listed.tells(text).items() if listed.tells else ():
                if values.get(told) is None:
                    values[told] = value
            values[name] = _JOINT.join(map(str, rows[name])) or None
        return rows, problems

    def require_same(self, record: Record, values: Mapping[str, Any]) -> None:
        """Raise Invalid where a record lists other rows than its row of the workbook."""
        for name, (_, listed) in self._listed.items():
            known, text = record.__data__.get(name), values.get(name)
            if known and text and set(known.split(_JOINT)) != set(text.split(_JOINT)):
                raise Invalid(f"这条记录的{listed.field.label}是{known}，表中写的是{text}，请核对")

    def new_to(
        self, record: Record, rows: Mapping[str, list[Record]]
    ) -> Iterator[tuple[Child, Described, Record]]:
        """Yield the child rows of each kind that the record has none of yet."""
        for name, children in rows.items():
            child, listed = self._listed[name]
            if not record.__data__.get(name):
                for child_record in children:
                    yield child, listed.field, child_record


def _new_child(child: Child, values: dict[str, Any]) -> Record:
    record = keeping.new(child.register)
    keeping.assign(record, {name: value for name, value in values.items() if value is not None})
    deriving.compute_derived(record)
    return record


def doubts(child: Child, listed: Described, record: Record) -> Iterator[CellProblem]:
    """Yield the problems and warnings of a child row of which a cell holds the name alone.

    What it lacks beside its name does not forbid it: that is asked for when the row is opened.
    """
    for problem in judging.problems(child.register, record):
        if isinstance(problem.field, ReferenceField) and problem.field is child.owner:
            continue
        lacks = record.__data__.get(problem.field.name) in (None, "")
        yield CellProblem(
            listed, f"{record}：{problem.sentence}", None, isinstance(problem, Block) and not lacks
        )

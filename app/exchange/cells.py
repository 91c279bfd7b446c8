"""Reading a row's cells into values, each text of a column once; and how a clerk wants rows taken in."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from app.errors import Invalid
from app.exchange.linking import Links
from app.exchange.mapping import Columns
from app.exchange.rows import CellProblem, Row
from app.fields import Described, ReferenceField
from app.register import Child, Register

OnDuplicate = Literal["skip", "fill", "update"]
Values = dict[str, object]
_Column = tuple[int, Described, str, dict[str, object]]
"""A column, its field with its name, and the values that its texts are known to mean."""


@dataclasses.dataclass
class Options:
    """How rows are taken in.

    `on_duplicate` says what a row does to the record it speaks of: nothing, fill what is empty, or
    update. `given` are values, by field name, for rows that lack one. `create_references` makes the
    enterprises and unions that rows name; `incomplete` takes rows in that lack required values.
    """

    on_duplicate: OnDuplicate = "skip"
    given: dict[str, str] = dataclasses.field(default_factory=dict)
    create_references: bool = False
    incomplete: bool = False


class Reader:
    """Reads cells into values, each text of a column once."""

    def __init__(
        self, columns: Columns, errors: Mapping[tuple[int, int], str], links: Links, options: Options
    ) -> None:
        self._errors = errors
        self._links = links
        self._known: dict[int, dict[str, object]] = defaultdict(dict)
        self._wrong: dict[int, dict[str, Invalid]] = defaultdict(dict)
        self._width = max(columns.chosen, default=-1) + 1
        self._own: list[_Column] = []
        self._children: dict[Child, list[_Column]] = {}
        for column, target in columns.chosen.items():
            chosen = self._own if target.child is None else self._children.setdefault(target.child, [])
            chosen.append((column, target.field, target.field.name, self._known[id(target.field)]))
        mapped = {name for _, _, name, _ in self._own}
        fields = columns.register.record.described()
        self._given = [(fields[name], text) for name, text in options.given.items()]
        self._unmapped = [(field, text) for field, text in self._given if field.name not in mapped]
        self._gaps = {field.name: text for field, text in self._given if field.name in mapped}
        refers = any(isinstance(field, ReferenceField) for _, field, _, _ in self._own)
        self._by_columns = bool(self._own) and not (errors or self._given or refers)

    @property
    def children(self) -> Iterable[Child]:
        """Return the kinds of rows that belong to the records, as far as columns fill them."""
        return self._children

    def refers_to(self, register: Register) -> bool:
        """Tell whether a row may refer to a record that an earlier row has made."""
        fields = [field for field, _ in self._given] + [field for _, field, _, _ in self._own]
        links = [field for field in fields if isinstance(field, ReferenceField)]
        return any(link.rel_model is register.record for link in links)

    def ahead(self, rows: Sequence[Row]) -> list[tuple[Values, list[CellProblem]]]:
        """Read what rows say of their records, by columns where no cell can mean more than its text."""
        cells = list(zip(*[row.cells for row in rows], strict=False))
        if not self._by_columns or len(cells) < self._width:
            return [self.own(row) for row in rows]
        wrong: set[int] = set()
        meanings = [self._meanings(field, known, cells[at], wrong) for at, field, _, known in self._own]
        names = [name for _, _, name, _ in self._own]
        every = [dict(zip(names, said, strict=True)) for said in zip(*meanings, strict=True)]
        return [
            self.own(row) if place in wrong else (values, [])
            for place, (row, values) in enumerate(zip(rows, every, strict=True))
        ]

    def _meanings(
        self, field: Described, known: dict[str, object], texts: Sequence[str], wrong: set[int]
    ) -> list[object]:
        """Return what a column's texts mean, and add to `wrong` the places of those that mean nothing."""
        values = list(map(known.get, texts))
        for place, value in enumerate(values):
            if value is None and (text := texts[place]) and not text.isspace():
                try:
                    values[place] = self._value(field, text)
                except Invalid:
                    wrong.add(place)
        return values

    def own(self, row: Row) -> tuple[Values, list[CellProblem]]:
        """Read what a row says of its record, and what all rows are given."""
        values, problems = self._read(row, self._own, self._gaps)
        for field, text in self._unmapped:
            self._take(field, text, None, values, problems)
        return values, problems

    def child(self, row: Row, child: Child) -> tuple[Values, list[CellProblem]]:
        """Read what a row says of a row that belongs to its record; nothing where it says nothing."""
        return self._read(row, self._children[child], {})

    def _read(
        self, row: Row, columns: Sequence[_Column], gaps: Mapping[str, str]
    ) -> tuple[Values, list[CellProblem]]:
        values: Values = {}
        problems: list[CellProblem] = []
        cells = row.cells
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        may_mean_more = bool(self._errors or gaps)  # what an empty cell, too, may do
        for column, field, name, known in columns:
            text = cells[column]
            value = known.get(text)
            if value is not None or not (text or may_mean_more):
                values[name] = value
            elif self._errors and not row.corrected and (code := self._errors.get((row.number - 1, column))):
                sentence = f"公式出错（{code}），请改为正确的内容"
                problems.append(CellProblem(field, sentence, column))
            elif text and not text.isspace():
                self._take(field, text, column, values, problems)
            elif name in gaps:
                self._take(field, gaps[name], column, values, problems)
            else:
                values[name] = None
        return values, problems

    def _take(
        self, field: Described, text: str, column: int | None, values: Values, problems: list[CellProblem]
    ) -> None:
        try:
            values[field.name] = self._value(field, text)
        except Invalid as error:
            problems.append(CellProblem(field, str(error), column, offer=error.offer))

    def _value(self, field: Described, text: str) -> object:
        if isinstance(field, ReferenceField):
            return self._links.read(field, text)
        known, wrong = self._known[id(field)], self._wrong[id(field)]
        if text in wrong:
            raise wrong[text]
        if text not in known:
            try:
                known[text] = field.parse(text)
            except Invalid as error:
                wrong[text] = error
                raise
        return known[text]

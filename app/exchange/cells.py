"""Reading a row's cells into values, each text of a column once; and how a clerk wants rows taken in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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


@dataclass
class Options:
    """How rows are taken in.

    `on_duplicate` says what a row does to the record it speaks of: nothing, fill what is empty, or
    update. `given` are values, by field name, for rows that lack one. `create_references` makes the
    enterprises and unions that rows name; `incomplete` takes rows in that lack required values.
    """

    on_duplicate: OnDuplicate = "skip"
    given: dict[str, str] = field(default_factory=dict)
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
        for column, one in columns.chosen.items():
            told = self._own if one.child is None else self._children.setdefault(one.child, [])
            told.append((column, one.field, one.field.name, self._known[id(one.field)]))
        mapped = {name for _, _, name, _ in self._own}
        fields = columns.register.record.described()
        self._given = [(fields[name], text) for name, text in options.given.items()]
        self._unmapped = [(kept, text) for kept, text in self._given if kept.name not in mapped]
        self._gaps = {kept.name: text for kept, text in self._given if kept.name in mapped}
        refers = any(isinstance(kept, ReferenceField) for _, kept, _, _ in self._own)
        self._by_columns = bool(self._own) and not (errors or self._given or refers)

    @property
    def children(self) -> Iterable[Child]:
        """Return the kinds of rows that belong to the records, as far as columns fill them."""
        return self._children

    def refers_to(self, register: Register) -> bool:
        """Tell whether a row may refer to a record that an earlier row has made."""
        links = [kept for kept, _ in self._given] + [kept for _, kept, _, _ in self._own]
        return any(isinstance(kept, ReferenceField) and kept.rel_model is register.record for kept in links)

    def ahead(self, rows: Sequence[Row]) -> list[tuple[Values, list[CellProblem]]]:
        """Read what rows say of their records, by columns where no cell can mean more than its text."""
        cells = list(zip(*[row.cells for row in rows], strict=False))
        if not self._by_columns or len(cells) < self._width:
            return [self.own(row) for row in rows]
        wrong: set[int] = set()
        meanings = [self._meanings(kept, known, cells[at], wrong) for at, kept, _, known in self._own]
        names = [name for _, _, name, _ in self._own]
        every = [dict(zip(names, said, strict=True)) for said in zip(*meanings, strict=True)]
        return [
            self.own(row) if place in wrong else (values, [])
            for place, (row, values) in enumerate(zip(rows, every, strict=True))
        ]

    def _meanings(
        self, kept: Described, known: dict[str, object], texts: Sequence[str], wrong: set[int]
    ) -> list[object]:
        """Return what a column's texts mean, and add to `wrong` the places of those that mean nothing."""
        found = list(map(known.get, texts))
        for place, value in enumerate(found):
            if value is None and (text := texts[place]) and not text.isspace():
                try:
                    found[place] = self._value(kept, text)
                except Invalid:
                    wrong.add(place)
        return found

    def own(self, row: Row) -> tuple[Values, list[CellProblem]]:
        """Read what a row says of its record, and what all rows are given."""
        values, problems = self._read(row, self._own, self._gaps)
        for kept, text in self._unmapped:
            self._take(kept, text, None, values, problems)
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
        for column, kept, name, known in columns:
            text = cells[column]
            value = known.get(text)
            if value is not None or not (text or may_mean_more):
                values[name] = value
            elif self._errors and not row.corrected and (code := self._errors.get((row.number - 1, column))):
                sentence = f"公式出错（{code}），请改为正确的内容"
                problems.append(CellProblem(kept, sentence, column))
            elif text and not text.isspace():
                self._take(kept, text, column, values, problems)
            elif name in gaps:
                self._take(kept, gaps[name], column, values, problems)
            else:
                values[name] = None
        return values, problems

    def _take(
        self, kept: Described, text: str, column: int | None, values: Values, problems: list[CellProblem]
    ) -> None:
        try:
            values[kept.name] = self._value(kept, text)
        except Invalid as error:
            problems.append(CellProblem(kept, str(error), column, offer=error.offer))

    def _value(self, kept: Described, text: str) -> object:
        if isinstance(kept, ReferenceField):
            return self._links.read(kept, text)
        known, wrong = self._known[id(kept)], self._wrong[id(kept)]
        if text in wrong:
            raise wrong[text]
        if text not in known:
            try:
                known[text] = kept.parse(text)
            except Invalid as error:
                wrong[text] = error
                raise
        return known[text]

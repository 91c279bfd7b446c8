"""Reading a row's cells into values, each text of a column once; and how a clerk wants rows imported."""

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
"""A column counted from 0, its field, the field's name, and the values of the texts parsed before."""


@dataclasses.dataclass
class Options:
    """How rows are imported.

    `on_duplicate` says what a row does to a record that is there already: nothing, fill what is empty, or
    update. `given` are values, by field name, for rows that lack one. `create_references` makes the
    enterprises and unions that rows name; `incomplete` imports rows that lack required values.
    """

    on_duplicate: OnDuplicate = "skip"
    given: dict[str, str] = dataclasses.field(default_factory=dict)
    create_references: bool = False
    incomplete: bool = False


class Reader:
    """Parses cells into values.

    A text is parsed once for each field: the ten thousand rows of a list name few places or kinds.
    """

    def __init__(
        self, columns: Columns, errors: Mapping[tuple[int, int], str], links: Links, options: Options
    ) -> None:
        self._errors = errors
        self._links = links
        self._parsed: dict[int, dict[str, object]] = defaultdict(dict)
        self._invalid: dict[int, dict[str, Invalid]] = defaultdict(dict)
        self._width = max(columns.chosen, default=-1) + 1
        self._own: list[_Column] = []
        self._children: dict[Child, list[_Column]] = {}
        for column, target in columns.chosen.items():
            chosen = self._own if target.child is None else self._children.setdefault(target.child, [])
            chosen.append((column, target.field, target.field.name, self._parsed[id(target.field)]))
        mapped = {name for _, _, name, _ in self._own}
        fields = columns.register.record.described()
        self._given = [(fields[name], text) for name, text in options.given.items()]
        self._unmapped = [(field, text) for field, text in self._given if field.name not in mapped]
        self._defaults = {field.name: text for field, text in self._given if field.name in mapped}
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

    def read_rows(self, rows: Sequence[Row]) -> list[tuple[Values, list[CellProblem]]]:
        """Return the values and problems of each row.

        Column by column, which is faster, where a cell means no more than its text: no failed formula,
        no given value, no reference that an earlier row may have made.
        """
        cells = list(zip(*[row.cells for row in rows], strict=False))
        if not self._by_columns or len(cells) < self._width:
            return [self.read_own(row) for row in rows]
        wrong: set[int] = set()
        by_column = [self._parse_column(field, known, cells[at], wrong) for at, field, _, known in self._own]
        names = [name for _, _, name, _ in self._own]
        by_row = [dict(zip(names, values, strict=True)) for values in zip(*by_column, strict=True)]
        return [
            self.read_own(row) if place in wrong else (values, [])
            for place, (row, values) in enumerate(zip(rows, by_row, strict=True))
        ]

    def _parse_column(
        self, field: Described, known: dict[str, object], texts: Sequence[str], wrong: set[int]
    ) -> list[object]:
        """Return the values of a column's texts, and add to `wrong` the places of those that are invalid."""
        values = list(map(known.get, texts))
        for place, value in enumerate(values):
            if value is None and (text := texts[place]) and not text.isspace():
                try:
                    values[place] = self._parse(field, text)
                except Invalid:
                    wrong.add(place)
        return values

    def read_own(self, row: Row) -> tuple[Values, list[CellProblem]]:
        """Return the values of a row's own record, given ones among them, and what is wrong with them."""
        values, problems = self._read(row, self._own, self._defaults)
        for field, text in self._unmapped:
            self._parse_into(field, text, None, values, problems)
        return values, problems

    def read_child(self, row: Row, child: Child) -> tuple[Values, list[CellProblem]]:
        """Return the values of a row's child row, all None where it has none, and what is wrong with them."""
        return self._read(row, self._children[child], {})

    def _read(
        self, row: Row, columns: Sequence[_Column], defaults: Mapping[str, str]
    ) -> tuple[Values, list[CellProblem]]:
        values: Values = {}
        problems: list[CellProblem] = []
        cells = row.cells
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        may_mean_more = bool(self._errors or defaults)  # what an empty cell, too, may do
        for column, field, name, known in columns:
            text = cells[column]
            value = known.get(text)
            if value is not None or not (text or may_mean_more):
                values[name] = value
            elif self._errors and not row.corrected and (code := self._errors.get((row.number - 1, column))):
                sentence = f"公式出错（{code}），请改为正确的内容"
                problems.append(CellProblem(field, sentence, column))
            elif text and not text.isspace():
                self._parse_into(field, text, column, values, problems)
            elif name in defaults:
                self._parse_into(field, defaults[name], column, values, problems)
            else:
                values[name] = None
        return values, problems

    def _parse_into(
        self, field: Described, text: str, column: int | None, values: Values, problems: list[CellProblem]
    ) -> None:
        try:
            values[field.name] = self._parse(field, text)
        except Invalid as error:
            problems.append(CellProblem(field, str(error), column, offer=error.offer))

    def _parse(self, field: Described, text: str) -> object:
        if isinstance(field, ReferenceField):
            return self._links.read(field, text)
        known, wrong = self._parsed[id(field)], self._invalid[id(field)]
        if text in wrong:
            raise wrong[text]
        if text not in known:
            try:
                known[text] = field.parse(text)
            except Invalid as error:
                wrong[text] = error
                raise
        return known[text]

"""Reading a row's cells into values, each text of a column once; and how a clerk wants rows taken in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from app.errors import Invalid
from app.exchange.linking import Links
from app.exchange.mapping import Columns
from app.exchange.rows import CellProblem, Row
from app.fields import Described, ReferenceField
from app.register import Child, Register

OnDuplicate = Literal["skip", "fill", "update"]
Values = dict[str, Any]


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
        self._known: dict[int, dict[str, Any]] = defaultdict(dict)
        self._own = [(column, one.field) for column, one in columns.chosen.items() if one.child is None]
        self._children: dict[Child, list[tuple[int, Described]]] = {}
        for column, one in columns.chosen.items():
            if one.child is not None:
                self._children.setdefault(one.child, []).append((column, one.field))
        mapped = {kept.name for _, kept in self._own}
        fields = columns.register.record.described()
        self._given = [(fields[name], text) for name, text in options.given.items()]
        self._unmapped = [(kept, text) for kept, text in self._given if kept.name not in mapped]
        self._gaps = {kept.name: text for kept, text in self._given if kept.name in mapped}

    @property
    def children(self) -> Iterable[Child]:
        """Return the kinds of rows that belong to the records, as far as columns fill them."""
        return self._children

    def refers_to(self, register: Register) -> bool:
        """Tell whether a row may refer to a record that an earlier row has made."""
        links = [kept for kept, _ in self._given] + [kept for _, kept in self._own]
        return any(isinstance(kept, ReferenceField) and kept.rel_model is register.record for kept in links)

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
        self, row: Row, columns: Sequence[tuple[int, Described]], gaps: Mapping[str, str]
    ) -> tuple[Values, list[CellProblem]]:
        values: Values = {}
        problems: list[CellProblem] = []
        cells = row.cells
        for column, kept in columns:
            text = cells[column] if column < len(cells) else ""
            if (value := self._known[id(kept)].get(text)) is not None and not isinstance(value, Invalid):
                values[kept.name] = value
            elif self._errors and not row.corrected and (code := self._errors.get((row.number - 1, column))):
                sentence = f"公式出错（{code}），请改为正确的内容"
                problems.append(CellProblem(kept, sentence, column))
            elif text and not text.isspace():
                self._take(kept, text, column, values, problems)
            elif kept.name in gaps:
                self._take(kept, gaps[kept.name], column, values, problems)
            else:
                values[kept.name] = None
        return values, problems

    def _take(
        self, kept: Described, text: str, column: int | None, values: Values, problems: list[CellProblem]
    ) -> None:
        try:
            values[kept.name] = self._value(kept, text)
        except Invalid as error:
            problems.append(CellProblem(kept, str(error), column, offer=error.offer))

    def _value(self, kept: Described, text: str) -> Any:
        if isinstance(kept, ReferenceField):
            return self._links.read(kept, text)
        known = self._known[id(kept)]
        if text not in known:
            try:
                known[text] = kept.parse(text)
            except Invalid as error:
                known[text] = error
        value = known[text]
        if isinstance(value, Invalid):
            raise value
        return value

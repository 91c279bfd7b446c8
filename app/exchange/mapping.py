"""The columns of a sheet with the fields they fill, as proposed and as the clerk corrects them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

from app.errors import Refused
from app.exchange.heading import Heading, normalized
from app.exchange.marks import column_letters, column_number
from app.exchange.sheet import Sheet
from app.exchange.targets import Target, targets
from app.fields import Derived, Described
from app.nearest import perhaps
from app.register import Register

How = Literal["名称", "别名", "相近", "内容", "上次", "指定"]
"""How a column got its field: by label, alias, likeness, content, from last time, or by the clerk."""

COMPUTED = "这些列由程序计算，不录入"
"""What is said of columns that no workbook fills."""
NOTE = "说明"
"""The heading beside the example rows of a template."""
CHOICES = "选项"
"""The hidden sheet of a template that holds what may be chosen."""
REASONS = "有误的原因"
"""The heading beside the rows that an import refused."""

_LETTERS = re.compile("([A-Za-z]{1,3})列")
_LEAST = 3  # cells of a row above the heading that may be somebody's, were it below
_MOST_NAMED = 10  # headings named in one sentence


@dataclass(eq=False)
class Columns:
    """The columns of a sheet with their fields, as proposed and as the clerk corrects them.

    `chosen` and `how` go by column, counted from 0; a column without a field is left out. `erasing`
    columns erase a value where their cell is empty; `helping` ones fill nothing by themselves, but are read
    with others. `is_own_export` tells whether it is a workbook of ours,
    whose rows of other registers come in workbooks of their own.
    """

    register: Register
    heading: Heading
    hidden: frozenset[int] = frozenset()
    chosen: dict[int, Target] = field(default_factory=dict)
    how: dict[int, How] = field(default_factory=dict)
    erasing: set[int] = field(default_factory=set)
    helping: frozenset[int] = frozenset()
    is_own_export: bool = False

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return every field that a column may fill."""
        return targets(self.register)

    def choose(self, column: int, target: Target | None, how: How = "指定") -> None:
        """Let a column fill a field, or nothing; a field is filled by one column, the last one chosen."""
        for other in [other for other, filled in self.chosen.items() if filled is target]:
            self._forget(other)
        self._forget(column)
        if target is not None:
            self.chosen[column], self.how[column] = target, how

    def leave_out_listed(self) -> None:
        """Import no child rows from the columns that only list them, unless the clerk chose so."""
        for column, target in list(self.chosen.items()):
            if target.field.derive is not None and self.how[column] not in ("上次", "指定"):
                self._forget(column)

    def _forget(self, column: int) -> None:
        self.chosen.pop(column, None)
        self.how.pop(column, None)

    def named(self, words: str) -> Target:
        """Return the register's own field of this name, label or alias; raises Refused naming the nearest."""
        return _called(words, [target for target in self.targets if target.is_own])

    def let(self, heading: str, words: str) -> None:
        """Let the column of a heading fill the field of this name, or nothing where there are no words.

        Raises Refused, naming what is nearest, where one of the two is not there.
        """
        column = self._called(heading)
        self.choose(column, _called(words, self.targets) if words else None)
        self.how[column] = "指定"

    def _called(self, words: str) -> int:
        """Return the column of a heading, or of letters such as F列."""
        if (letters := _LETTERS.fullmatch(words)) and (
            column := column_number(letters[1].upper().encode()) - 1
        ) < len(self.heading.names):
            return column
        named = list(zip(self.heading.fingerprint, map(normalized, self.heading.names), strict=True))
        word = normalized(words)
        columns = [column for column, names in enumerate(named) if names[0] == word] or [
            column for column, names in enumerate(named) if names[1] == word
        ]
        if len(columns) == 1:
            return columns[0]
        letters_of = [f"{column_letters(column)}列" for column in columns]
        if columns:
            which = f"请写明是哪一列：{'、'.join(letters_of)}，例如 {letters_of[-1]}=…"
            raise Refused(f"有 {len(columns)} 列都叫“{words}”，{which}。")
        known = list(filter(None, self.heading.whole))
        raise Refused(f"表中没有“{words}”这一列{perhaps(words, known)}，可用：{'、'.join(_brief(known))}。")

    @property
    def unknown(self) -> list[str]:
        """Return the headings that fill nothing, hidden ones and what is computed left out."""
        names = {NOTE, REASONS}
        return [
            name
            for column, name in self._left_out
            if not self.is_computed(column) and normalized(name) not in names
        ]

    @property
    def computed(self) -> list[str]:
        """Return the headings of what is computed and never typed in, those that fill nothing."""
        return [f"{name}{self._instead(name)}" for column, name in self._left_out if self.is_computed(column)]

    def _instead(self, heading: str) -> str:
        """Say what becomes of a computed column: whose rows it lists, or a total where there are no rows."""
        totals = self.register.totals if not self.is_own_export else None
        for total, _ in totals.fields if totals is not None else ():
            if normalized(heading) in map(normalized, (total.label, total.heading, *total.aliases)):
                return "（没有明细的，作为合计录入）"
        for child, listed in self.register.listed.values():
            if normalized(heading) in map(normalized, (listed.field.label, *listed.field.aliases)):
                return f"（随“{child.register.title}”表导入）"
        return ""

    def is_computed(self, column: int) -> bool:
        """Tell whether a column is left out because the program computes what it holds."""
        names = self.heading.spellings[column]
        return column not in self.chosen and not computed_names(self.register).isdisjoint(names[1::2])

    @property
    def kept_up(self) -> dict[int, Described]:
        """Return the fields that the program keeps up by itself, by the column that tells them, too.

        What is computed anew each day, such as an age, was true of the day of the workbook.
        """
        names: dict[str, Described] = {}
        for name, one in self.register.record.described().items():
            if one.derive is not None and name not in self.register.listed:
                for heading in (one.label, one.heading, *one.aliases):
                    names.setdefault(normalized(heading), one)
        told = (
            (column, names.get(name) or names.get(plain))
            for column, (_, name, _, plain) in enumerate(self.heading.spellings)
        )
        return {
            column: one
            for column, one in told
            if one is not None and column not in self.chosen and column not in self.hidden
        }

    @property
    def _left_out(self) -> Iterator[tuple[int, str]]:
        for column, name in enumerate(self.heading.whole):
            if name and column not in self.chosen and column not in self.hidden | self.helping:
                yield column, name

    @property
    def unknown_brief(self) -> list[str]:
        """Return the headings that fill nothing, at most ten and then their number."""
        return _brief(self.unknown)

    @property
    def computed_sentence(self) -> str:
        """Say which columns the program computes, at most ten of them; empty where there is none."""
        return f"{COMPUTED}：{'、'.join(_brief(self.computed))}" if self.computed else ""


def rows_above(sheet: Sheet, columns: Columns) -> list[int]:
    """Return the rows above the heading, counted as Excel counts, that look like records.

    Somebody sorted a list with its heading.
    """
    chosen = columns.chosen
    return [
        number
        for number, row in enumerate(sheet.rows[: columns.heading.first - 1], start=1)
        if len(texts := {row[column] for column in chosen if column < len(row) and row[column].strip()})
        >= max(_LEAST, len(chosen) / 2)
        and any(char.isdigit() for text in texts for char in text)
    ]


def _called(words: str, targets: Sequence[Target]) -> Target:
    for target in targets:
        if words in (target.key, target.label, *target.field.aliases) and target.is_own:
            return target
    word = normalized(words)
    known = next((one for one in targets if words == one.key or word in one.names), None)
    known = known or next((one for one in targets if word in one.further_names), None)
    if known is not None:
        return known
    labels = [target.label for target in targets]
    raise Refused(f"没有“{words}”这个字段{perhaps(words, labels)}，可用：{'、'.join(labels)}。")


def _brief(names: Sequence[str]) -> list[str]:
    """Return the first names, and in words how many there are where that is not all of them."""
    more = len(names) - _MOST_NAMED
    return [*names[:_MOST_NAMED], *([f"等 {len(names)} 列"] if more > 0 else [])]


@cache
def computed_names(register: Register) -> frozenset[str]:
    """Return the headings that mean what is computed from other values of a register."""
    described = register.record.described().values()
    shown = [field for field in (*register.form_fields, *register.columns) if isinstance(field, Derived)]
    derived = [field for field in described if field.derive is not None]
    names = [name for field in derived for name in (field.label, field.heading, *field.aliases)]
    return frozenset(map(normalized, (*names, *(field.label for field in shown))))

"""Which column of a sheet fills which field: proposed by name, by likeness, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, cached_property
from typing import Literal

from app.errors import Refused
from app.exchange.heading import Heading, find_heading, same
from app.exchange.sheet import Sheet
from app.fields import (
    AttachmentField,
    CreditCodeField,
    Derived,
    Described,
    MobileField,
    ReferenceField,
    ResidentIdField,
)
from app.register import Child, Register
from app.rules.text import ungrouped

How = Literal["名称", "别名", "相近", "内容", "上次", "指定"]
"""How a column got its field: by label, alias, likeness, content, from last time, or by the clerk."""

_LIKE = 0.75  # two headings of four characters that differ in one
_SAMPLE = 50
_MOST = 0.8
_MOST_TOLD = 10
_OTHERS = re.compile("配偶|家属|亲属|父|母|子女|介绍人|联系人|监护|代理|推荐|法人|负责人|经办")
_SHAPES: tuple[tuple[type[Described], re.Pattern[str]], ...] = (
    (ResidentIdField, re.compile(r"[0-9]{17}[0-9X]|[1-9][0-9]{14}")),
    (MobileField, re.compile(r"1[3-9][0-9]{9}")),
    (CreditCodeField, re.compile(r"[159Y][0-9A-HJ-NPQRTUWXY]{17}")),
)


@dataclass(frozen=True, eq=False)
class Target:
    """A field that a column may fill: one of the register's own, or of the rows that belong to it."""

    field: Described
    register: Register
    child: Child | None = None

    @property
    def label(self) -> str:
        """Return what the clerk picks, e.g. 姓名 or 家庭成员·姓名."""
        return f"{self.child.register.title}·{self.field.label}" if self.child else self.field.label

    @property
    def key(self) -> str:
        """Return what is remembered: the field's name, that of a child row with its register."""
        return f"{self.child.register.key}:{self.field.name}" if self.child else self.field.name

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the headings that mean this field, its label first."""
        own = (self.field.label, *self.field.aliases)
        if self.child is None:
            return tuple(map(same, own))
        return tuple(same(self.child.register.title + name) for name in own)


def targets(register: Register) -> tuple[Target, ...]:
    """Return every field that a column may fill, the register's own first."""
    own = [Target(kept, register) for kept in fillable(register)]
    for child in register.children:
        if child.owner.required:
            kept_there = [kept for kept in fillable(child.register) if kept is not child.owner]
            own += [Target(kept, register, child) for kept in kept_there]
    return tuple(own)


def fillable(register: Register) -> list[Described]:
    """Return what a workbook may fill: owners, the form's fields, the status; what lists rows, too."""
    listed = register.listed
    return [kept for kept in exported_fields(register) if kept.derive is None or kept.name in listed]


def exported_fields(register: Register) -> list[Described]:
    """Return what a workbook holds: references to owners, the form's fields, the status; no files."""
    described = register.record.described().values()
    owners = [kept for kept in described if isinstance(kept, ReferenceField) and kept.required]
    status = [register.status] if register.status is not None else []
    shown = [kept for kept in register.fields if not isinstance(kept, AttachmentField)]
    return list({kept.name: kept for kept in (*owners, *shown, *status)}.values())


@dataclass(eq=False)
class Columns:
    """The columns of a sheet with their fields, as proposed and as the clerk corrects them.

    `chosen` and `how` go by column, counted from 0; a column without a field is left out. `erasing`
    columns erase a value where their cell is empty.
    """

    register: Register
    heading: Heading
    hidden: frozenset[int] = frozenset()
    chosen: dict[int, Target] = field(default_factory=dict)
    how: dict[int, How] = field(default_factory=dict)
    erasing: set[int] = field(default_factory=set)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return every field that a column may fill."""
        return targets(self.register)

    def choose(self, column: int, target: Target | None, how: How = "指定") -> None:
        """Let a column fill a field, or nothing; a field is filled by one column, the last one chosen."""
        for other in [one for one, taken in self.chosen.items() if target is not None and taken is target]:
            self._forget(other)
        self._forget(column)
        if target is not None:
            self.chosen[column], self.how[column] = target, how

    def leave_listed(self) -> None:
        """Take no rows in from the columns that only list them, unless the clerk chose so."""
        for column, target in list(self.chosen.items()):
            if target.field.derive is not None and self.how[column] not in ("上次", "指定"):
                self._forget(column)

    def _forget(self, column: int) -> None:
        self.chosen.pop(column, None)
        self.how.pop(column, None)

    def named(self, words: str) -> Target:
        """Return the field of this name, label or alias; raises Refused naming those there are."""
        for target in self.targets:
            if words in (target.key, target.label, *target.field.aliases) and target.child is None:
                return target
        labels = "、".join(target.label for target in self.targets if target.child is None)
        raise Refused(f"没有“{words}”这个字段，可用：{labels}。")

    @property
    def unknown(self) -> list[str]:
        """Return the headings that fill nothing, hidden ones and what is computed left out."""
        names = {NOTE, REASONS}
        return [
            name
            for column, name in self._left_out
            if not self.is_computed(column) and same(name) not in names
        ]

    @property
    def computed(self) -> list[str]:
        """Return the headings of what is computed and never typed in, those that fill nothing."""
        return [f"{name}{self._instead(name)}" for column, name in self._left_out if self.is_computed(column)]

    def _instead(self, heading: str) -> str:
        """Say with which workbook the rows come that a column lists, where that column is left out."""
        for child, listed in self.register.listed.values():
            if same(heading) in map(same, (listed.field.label, *listed.field.aliases)):
                return f"（随“{child.register.title}”表导入）"
        return ""

    def is_computed(self, column: int) -> bool:
        """Tell whether a column is left out because the program computes what it holds."""
        return column not in self.chosen and same(self.heading.names[column]) in _computed(self.register)

    @property
    def _left_out(self) -> Iterator[tuple[int, str]]:
        for column, name in enumerate(self.heading.whole):
            if name and column not in self.chosen and column not in self.hidden:
                yield column, name

    @property
    def told_unknown(self) -> list[str]:
        """Return the headings that fill nothing, not more than a person reads."""
        return _told(self.unknown)

    @property
    def told_computed(self) -> str:
        """Say which columns the program computes, not more than a person reads; nothing where none is."""
        return f"{COMPUTED}：{'、'.join(_told(self.computed))}" if self.computed else ""


def _told(names: Sequence[str]) -> list[str]:
    more = len(names) - _MOST_TOLD
    return [*names[:_MOST_TOLD], *([f"等 {len(names)} 列"] if more > 0 else [])]


@cache
def _computed(register: Register) -> frozenset[str]:
    """Return the headings that mean what is computed from other values of a register."""
    kept = register.record.described().values()
    shown = [one for one in (*register.form_fields, *register.columns) if isinstance(one, Derived)]
    derived = [one for one in kept if one.derive is not None]
    names = [name for one in derived for name in (one.label, one.heading, *one.aliases)]
    return frozenset(map(same, (*names, *(one.label for one in shown))))


COMPUTED = "这些列由程序计算，不录入"
"""What is said of columns that no workbook fills."""
NOTE = "说明"
"""The heading beside the example rows of a template."""
REASONS = "有误的原因"
"""The heading beside the rows that an import refused."""


def propose(
    register: Register,
    sheet: Sheet,
    heading: Heading | None = None,
    *,
    known: Mapping[str, str] | None = None,
) -> Columns:
    """Match a sheet's columns with a register's fields.

    `known` is how the same headings were matched last time, by heading; raises Refused when the
    heading is not given and none is found.
    """
    every = targets(register)
    if heading is None:
        names = {name for target in every for name in target.names}
        heading = find_heading(sheet, names, [target.label for target in every])
    columns = Columns(register, heading, sheet.hidden)
    _recall(columns, known or {})
    for position, how in ((slice(0, 1), "名称"), (slice(1, None), "别名")):
        _by_name(columns, position, how)  # type: ignore[arg-type]
    if _is_own_export(columns):
        columns.leave_listed()  # these rows come, in full, with a workbook of their own
    _by_likeness(columns)
    _by_content(columns, sheet)
    columns.chosen = dict(sorted(columns.chosen.items()))
    return columns


def _is_own_export(columns: Columns) -> bool:
    """Tell a workbook of all that is kept, what is computed among it: only an export has all of it."""
    held = {same(name) for name in columns.heading.names}
    return held.issuperset(same(kept.label) for kept in exported_fields(columns.register))


def fingerprint(heading: Heading) -> tuple[str, ...]:
    """Return the headings by which a workbook of the same kind is known again."""
    return tuple(map(same, heading.whole))


def _recall(columns: Columns, known: Mapping[str, str]) -> None:
    keys = {target.key: target for target in columns.targets}
    for column, name in enumerate(fingerprint(columns.heading)):
        if name in known and known[name] in keys and keys[known[name]] not in columns.chosen.values():
            columns.choose(column, keys[known[name]], "上次")
        elif name in known and not known[name]:
            columns.how[column] = "上次"


def _open(columns: Columns) -> list[int]:
    """Return the columns that are seen, named and still without a field."""
    settled = columns.hidden | columns.how.keys()
    return [column for column in range(len(columns.heading.names)) if column not in settled]


def _by_name(columns: Columns, position: slice, how: How) -> None:
    """Give columns the fields they name; labels first: no alias takes a labelled column's place."""
    wanted: dict[str, Target] = {}
    for target in columns.targets:
        for name in target.names[position]:
            wanted.setdefault(name, target)
    heading = columns.heading
    for read in (
        [same(group + name) for group, name in zip(heading.groups, heading.names, strict=True)],
        [same(name) for name in heading.names],
    ):
        for column in _open(columns):
            named = wanted.get(read[column])
            if named is not None and named not in columns.chosen.values():
                columns.choose(column, named, how)


def _by_likeness(columns: Columns) -> None:
    free = [
        target
        for target in columns.targets
        if target.child is None and target.field.derive is None and target not in columns.chosen.values()
    ]
    shown = {same(kept.label) for kept in columns.register.form_fields}  # computed values are not taken in
    ranked = sorted(
        (
            (-_likeness(name, target), column, position)
            for column in _open(columns)
            if (name := same(columns.heading.names[column])) and name not in shown
            for position, target in enumerate(free)
            if not _OTHERS.search(name)
        ),
    )
    for score, column, position in ranked:
        if -score >= _LIKE and column not in columns.chosen and free[position] not in columns.chosen.values():
            columns.choose(column, free[position], "相近")


def _likeness(name: str, target: Target) -> float:
    return max(
        SequenceMatcher(None, name, known).ratio() if abs(len(name) - len(known)) <= 3 else 0.0
        for known in target.names
    )


def _by_content(columns: Columns, sheet: Sheet) -> None:
    """Know identity numbers, mobile phones and credit codes by their shape, whatever heads them."""
    rows = sheet.rows[columns.heading.last :]
    for column in _open(columns):
        if _OTHERS.search(columns.heading.whole[column]):
            continue
        cells = [row[column] for row in rows[:_SAMPLE] if column < len(row) and row[column].strip()]
        codes = list(map(ungrouped, cells))
        for kind, shape in _SHAPES:
            fits = sum(bool(shape.fullmatch(code)) for code in codes)
            target = _only(columns, kind)
            if len(codes) > 1 and fits >= _MOST * len(codes) and target is not None:
                columns.choose(column, target, "内容")
                break


def _only(columns: Columns, kind: type[Described]) -> Target | None:
    """Return the register's only field of a kind, unless a column has it already."""
    found = [target for target in columns.targets if isinstance(target.field, kind) and target.child is None]
    return found[0] if len(found) == 1 and found[0] not in columns.chosen.values() else None


def given_values(columns: Columns, asked: Mapping[str, str] | Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the values for all rows by field name; raises Refused where there is no such field."""
    return {columns.named(words).field.name: text for words, text in dict(asked).items()}


def known_columns(columns: Columns) -> dict[str, str]:
    """Return what is to be remembered: the field of each heading, empty for one that fills none."""
    names: Sequence[str] = fingerprint(columns.heading)
    chosen = columns.chosen
    return {name: chosen[column].key if column in chosen else "" for column, name in enumerate(names) if name}

"""Proposing which column of a sheet fills which field: by name, by likeness, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from app.exchange.heading import Heading, find_heading, normalized
from app.exchange.mapping import Columns, How
from app.exchange.sheet import Sheet
from app.exchange.targets import Target, exported_fields, targets
from app.fields import CreditCodeField, Described, MobileField, ResidentIdField
from app.register import Register
from app.rules.text import ungrouped

_LIKE = 0.75  # two headings of four characters that differ in one
_SAMPLE = 50  # rows whose cells are looked at
_MOST = 0.8  # the share of a column's cells that must have the shape of a code
_OTHERS = re.compile("配偶|家属|亲属|父|母|子女|介绍人|联系人|监护|代理|推荐|法人|负责人|经办")
_SHAPES: tuple[tuple[type[Described], re.Pattern[str]], ...] = (
    (ResidentIdField, re.compile(r"[0-9]{17}[0-9X]|[1-9][0-9]{14}")),
    (MobileField, re.compile(r"1[3-9][0-9]{9}")),
    (CreditCodeField, re.compile(r"[159Y][0-9A-HJ-NPQRTUWXY]{17}")),
)


def propose(
    register: Register,
    sheet: Sheet,
    heading: Heading | None = None,
    *,
    remembered: Mapping[str, str] | None = None,
) -> Columns:
    """Match a sheet's columns with a register's fields.

    `remembered` is how the same headings were matched last time: the key of a target by heading, empty
    for a column that filled nothing. Raises Refused when the heading is not given and none is found.
    """
    every = targets(register)
    if heading is None:
        names = {name for target in every for name in target.names}
        heading = find_heading(sheet, names, [target.label for target in every])
    columns = Columns(register, heading, sheet.hidden)
    _recall(columns, remembered or {})
    for position, how in ((slice(0, 1), "名称"), (slice(1, None), "别名")):
        _by_name(columns, position, how)  # type: ignore[arg-type]
    if _is_own_export(columns):
        columns.is_own_export = True
        columns.leave_out_listed()  # these rows come, in full, with a workbook of their own
    _by_likeness(columns)
    _by_content(columns, sheet)
    columns.chosen = dict(sorted(columns.chosen.items()))
    return columns


def _is_own_export(columns: Columns) -> bool:
    """Tell whether all that is exported has a column, computed fields among it: only an export has that."""
    headings = {normalized(name) for name in columns.heading.names}
    return headings.issuperset(normalized(field.label) for field in exported_fields(columns.register))


def _recall(columns: Columns, remembered: Mapping[str, str]) -> None:
    """Match columns as last time; one that filled nothing then is settled, too."""
    targets_by_key = {target.key: target for target in columns.targets}
    for column, name in enumerate(columns.heading.fingerprint):
        key = remembered.get(name)
        target = targets_by_key.get(key or "")
        if target is not None and target not in columns.chosen.values():
            columns.choose(column, target, "上次")
        elif key == "":
            columns.how[column] = "上次"


def _open(columns: Columns) -> list[int]:
    """Return the columns, counted from 0, that are not hidden and not matched yet."""
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
        [normalized(group + name) for group, name in zip(heading.groups, heading.names, strict=True)],
        [normalized(name) for name in heading.names],
    ):
        for column in _open(columns):
            named = wanted.get(read[column])
            if named is not None and named not in columns.chosen.values():
                columns.choose(column, named, how)


def _by_likeness(columns: Columns) -> None:
    """Match what is left by resemblance, the best pairs first: each column and each field once."""
    free = [
        target
        for target in columns.targets
        if target.is_own and target.field.derive is None and target not in columns.chosen.values()
    ]
    # What the form shows by this very name and no column may fill is computed: nothing else is meant.
    shown = {normalized(field.label) for field in columns.register.form_fields}
    ranked = sorted(
        (
            (-_likeness(name, target), column, position)
            for column in _open(columns)
            if (name := normalized(columns.heading.names[column])) and name not in shown
            for position, target in enumerate(free)
            if not _OTHERS.search(name)
        ),
    )
    for score, column, position in ranked:
        if -score >= _LIKE and column not in columns.chosen and free[position] not in columns.chosen.values():
            columns.choose(column, free[position], "相近")


def _likeness(name: str, target: Target) -> float:
    """Return how much a heading resembles the names of a field, 0 to 1; lengths must be near."""
    return max(
        SequenceMatcher(None, name, other).ratio() if abs(len(name) - len(other)) <= 3 else 0.0
        for other in target.names
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
    own = (target for target in columns.targets if target.is_own)
    matches = [target for target in own if isinstance(target.field, kind)]
    return matches[0] if len(matches) == 1 and matches[0] not in columns.chosen.values() else None

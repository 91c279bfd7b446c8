"""Proposing which column of a sheet fills which field: by name, by likeness, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from app.errors import Invalid
from app.exchange.examples import MARK
from app.exchange.heading import OTHERS, Heading, find_heading, normalized
from app.exchange.mapping import Columns, computed_names
from app.exchange.open_days import helping_columns
from app.exchange.sheet import Sheet
from app.exchange.targets import Target, exported_fields, targets
from app.fields import CreditCodeField, Described, MobileField, ReferenceField, ResidentIdField
from app.register import Register
from app.rules.pinyin import readings_of
from app.rules.text import ungrouped

_LIKE = 0.75  # two headings of four characters that differ in one
_SAMPLE = 50  # rows whose cells are looked at
_MOST = 0.8  # the share of a column's cells that must have the shape of a code
_PARTICLES = "的之"
_EXCHANGED = (set("型别"), set("地住"))  # 户籍类型 and 户籍类别, 家庭地址 and 家庭住址
_NEAR = (
    0.2  # of the cells: so many fewer a column may hold that its field can read, and be the nearer by name
)
_DOUBTED = 0.5  # what a cell counts that is read with a remark, such as a landline for a mobile phone
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
    named: Sequence[tuple[str, str]] = (),
    also: Iterable[str] = (),
) -> Columns:
    """Match a sheet's columns with a register's fields.

    `remembered` is how the same headings were matched last time: the key of a target by heading, empty
    for a column that filled nothing. `named` says of headings which field they fill; `also` are headings
    by which the row is known that holds them. Raises Refused when the heading is not given and none is
    found, or what is named is not there.
    """
    every = targets(register)
    if heading is None:
        names = {name for target in every for name in (*target.names, *target.further_names)}
        names |= set(map(normalized, also))
        heading = find_heading(sheet, names, [target.label for target in every])
    columns = Columns(register, heading, sheet.hidden)
    _recall(columns, remembered or {})
    for words, filled in named:
        columns.let(words, filled)
    _by_name(columns, sheet)
    if _is_own_export(columns):
        columns.is_own_export = True
        columns.leave_out_listed()  # these rows come, in full, with a workbook of their own
    _beside_children(columns)
    _by_likeness(columns)
    _by_content(columns, sheet)
    columns.chosen = dict(sorted(columns.chosen.items()))
    columns.helping = helping_columns(sheet, columns)
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


def _by_name(columns: Columns, sheet: Sheet) -> None:
    """Give columns the fields they name; of several that name one field the best holds what it can read."""
    labels: dict[str, Target] = {}
    aliases: dict[str, Target] = {}
    further: dict[str, Target] = {}
    for target in columns.targets:
        labels.setdefault(target.names[0], target)
        for known, names in ((aliases, target.names[1:]), (further, target.further_names)):
            for name in names:
                known.setdefault(name, target)
    claims = {
        column: list(_claims(columns.heading.spellings[column], labels, aliases, further))
        for column in _open(columns)
    }
    while True:
        taken = set(columns.chosen.values())
        contending: dict[Target, dict[int, int]] = {}
        for column in _open(columns):
            own = ((step, target) for step, target in claims[column] if target not in taken)
            if (first := next(own, None)) is not None:
                contending.setdefault(first[1], {})[column] = first[0]
        if not contending:
            return
        for target, steps in contending.items():
            column = _best(target, steps, columns, sheet)
            columns.choose(column, target, "别名" if steps[column] % 2 else "名称")


def _claims(
    spelled: tuple[str, str, str, str],
    labels: Mapping[str, Target],
    aliases: Mapping[str, Target],
    further: Mapping[str, Target],
) -> Iterator[tuple[int, Target]]:
    """Yield the fields that a heading names, the best known first, each with its steps away from the best.

    Labels come first: no alias takes a labelled column's place; odd steps are aliases. What is named only
    without the notes in brackets comes later, and last what means a field only where it means no other.
    """
    for step, names, known in (
        (0, spelled[:2], labels),
        (1, spelled[:2], aliases),
        (2, spelled[2:], labels),
        (3, spelled[2:], aliases),
        (5, spelled, further),
    ):
        for name in names:
            if name in known:
                yield step, known[name]


def _best(target: Target, steps: Mapping[int, int], columns: Columns, sheet: Sheet) -> int:
    """Return the column that fills a field best: by the cells it can read, then by the nearer name."""
    names = columns.heading.spellings
    # What the program computes under this very name is meant only where no other column is.
    computed = computed_names(columns.register)
    steps = {column: step for column, step in steps.items() if names[column][1] not in computed} or steps
    if len(steps) == 1:
        return next(iter(steps))
    shares = {column: _share_read(target.field, _sample(columns, sheet, column)) for column in steps}
    near = [column for column, share in shares.items() if share >= max(shares.values()) - _NEAR]
    likeness = {column: SequenceMatcher(None, names[column][1], target.names[0]).ratio() for column in near}
    return min(near, key=lambda column: (steps[column], -likeness[column], column))


def _share_read(field: Described, cells: Sequence[str]) -> float:
    """Return which share of cells a field can read, 0 to 1; 0 where there are none."""
    if isinstance(field, ReferenceField):
        return float(bool(cells))
    return sum(_reads(field, cell) for cell in cells) / len(cells) if cells else 0.0


def _reads(field: Described, cell: str) -> float:
    try:
        value = field.parse(cell)
    except Invalid:
        return 0.0
    return _DOUBTED if value is not None and field.remark(value) else 1.0


def _sample(columns: Columns, sheet: Sheet, column: int) -> list[str]:
    """Return the filled cells among the first of a column; rows that are examples tell nothing."""
    rows = sheet.rows[columns.heading.last :][:_SAMPLE]
    return [row[column] for row in rows if column < len(row) and row[column].strip() and MARK not in row]


def _beside_children(columns: Columns) -> None:
    """Match what only the rows of a record have, right of a column of theirs: 家庭成员姓名, 关系."""
    own = {
        name
        for target in columns.targets
        if target.child is None
        for name in (*target.names, *target.further_names)
    }
    begins: dict[str, int] = {}
    for column, target in columns.chosen.items():
        if target.child is not None:
            key = target.child.register.key
            begins[key] = min(column, begins.get(key, column))
    for column in _open(columns) if begins else ():
        name = normalized(columns.heading.names[column])
        meant = [
            target
            for target in columns.targets
            if target.child is not None
            and begins.get(target.child.register.key, column) < column
            and name in map(normalized, target.field.headings)
        ]
        if len(meant) == 1 and name not in own and meant[0] not in columns.chosen.values():
            columns.choose(column, meant[0], "名称")


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
            if not OTHERS.search(name)
        ),
    )
    for score, column, position in ranked:
        if -score >= _LIKE and column not in columns.chosen and free[position] not in columns.chosen.values():
            columns.choose(column, free[position], "相近")


def _likeness(name: str, target: Target) -> float:
    """Return how much a heading resembles the names of a field, 0 to 1, where it is one of them misspelt."""
    names = (*target.names, *map(normalized, target.field.also_called))
    return max(_likeness_of_slip(name, other) for other in names)


def _likeness_of_slip(name: str, other: str) -> float:
    """Return how alike two names are; 0 where they differ in more than spelling: 退会日期 is no 入会日期."""
    matcher = SequenceMatcher(None, name, other)
    if abs(len(name) - len(other)) > len(_PARTICLES) or matcher.ratio() < _LIKE:
        return 0.0
    is_slip = all(
        _mean_the_same(name[start:end], other[first:last])
        for _, start, end, first, last in matcher.get_opcodes()
    )
    return matcher.ratio() if is_slip else 0.0


def _mean_the_same(one: str, other: str) -> bool:
    """Tell whether characters sound alike or are used for each other; particles say nothing."""
    one, other = one.strip(_PARTICLES), other.strip(_PARTICLES)
    return len(one) == len(other) and all(
        {a, b} in _EXCHANGED or not set(readings_of(a)).isdisjoint(readings_of(b))
        for a, b in zip(one, other, strict=True)
    )


def _by_content(columns: Columns, sheet: Sheet) -> None:
    """Know identity numbers, mobile phones and credit codes by their shape, whatever heads them."""
    for column in _open(columns):
        if OTHERS.search(columns.heading.whole[column]):
            continue
        codes = list(map(ungrouped, _sample(columns, sheet, column)))
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

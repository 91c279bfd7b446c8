"""Lists that stand side by side in one sheet: each is read by itself, like a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.exchange.dittos import with_dittos_written_out
from app.exchange.heading import OTHERS, normalized
from app.exchange.marks import column_letters
from app.exchange.sheet import Sheet
from app.exchange.split_days import with_days_joined

_WITHIN = 20  # rows in which a heading is looked for
_FEW = 2  # cells that make a heading, rows that make a list
_DENSE = 0.8  # of its cells are filled in a list that ends before the one on its left
_BESIDE = {"", "序号", "编号", "备注"}  # columns that one of two like lists may lack


@dataclass(frozen=True, eq=False)
class _Block:
    """Columns beside each other, from `left` to `right`, counted from 0; `heading` is the row naming them."""

    sheet: Sheet
    left: int
    right: int

    def cells(self, row: int) -> list[str]:
        """Return the cells of a row."""
        return [cell.strip() for cell in self.sheet.rows[row][self.left : self.right + 1]]

    @cached_property
    def heading(self) -> int | None:
        """Return the first row that names most columns, counted from 0; None where no row names any."""
        named = [_count_named(self.cells(row)) for row in range(min(len(self.sheet.rows), _WITHIN))]
        most = max(named, default=0)
        return named.index(most) if most >= _FEW else None

    @cached_property
    def names(self) -> list[str]:
        """Return the names of its columns."""
        return [normalized(name) for name in self.cells(self.heading)] if self.heading is not None else []

    @property
    def group(self) -> str:
        """Return what stands above its heading."""
        return " ".join(self.cells(self.heading - 1)) if self.heading else ""

    @cached_property
    def filled(self) -> set[int]:
        """Return the rows below its heading in which something stands."""
        first = len(self.sheet.rows) if self.heading is None else self.heading + 1
        return {row for row in range(first, len(self.sheet.rows)) if any(self.cells(row))}

    def joined(self, other: _Block) -> _Block:
        """Return this one with the one on its right."""
        return replace(self, right=other.right)

    def alone(self) -> Sheet:
        """Return the sheet without what stands in other columns."""
        first, last = column_letters(self.left), column_letters(self.right)
        columns = range(self.left, self.right + 1)
        before, width = [""] * self.left, self.right + 1
        sheet = self.sheet
        return replace(
            sheet,
            name=f"{sheet.name}（{first}–{last}列）" if sheet.name else f"{first}–{last}列",
            within=sheet.name,
            rows=[before + row[self.left : width] for row in sheet.rows],
            merged=[one for one in sheet.merged if one[0][1] in columns],
            errors={place: told for place, told in sheet.errors.items() if place[1] in columns},
            days={place: day for place, day in sheet.days.items() if place[1] in columns},
        )


def lists_of(sheet: Sheet) -> list[Sheet]:
    """Return the lists of a sheet: itself, or its parts where several stand beside each other.

    Two are told by an empty column between them, or by the second naming its columns as the first does. One
    list may be set out with an empty column, too: its rows are the same on both sides. One that is hidden
    is not looked into. What 〃 stands for is written out, days that stand in several columns are joined.
    """
    whole = with_dittos_written_out(sheet)
    parts = [] if sheet.is_hidden else _lists(whole)
    lists = [part.alone() for part in parts] if len(parts) > 1 else [whole]
    return list(map(with_days_joined, lists))


def _lists(sheet: Sheet) -> list[_Block]:
    """Return the columns of each list of a sheet."""
    blocks: list[_Block] = []
    for block in _blocks(sheet):
        if blocks and not _is_another_list(blocks[-1], block):
            blocks[-1] = blocks[-1].joined(block)
        else:
            blocks.append(block)
    return [part for block in blocks for part in _repeated(block)]


def _blocks(sheet: Sheet) -> Iterator[_Block]:
    """Yield the columns that no empty one parts."""
    top = sheet.rows[:_WITHIN]
    used = [any(column < len(row) and row[column].strip() for row in top) for column in range(sheet.width)]
    seen = [column for column in range(sheet.width) if used[column] or _is_used(sheet, column)]
    starts = [column for column in seen if column - 1 not in seen]
    ends = [column for column in seen if column + 1 not in seen]
    return (_Block(sheet, left, right) for left, right in zip(starts, ends, strict=True))


def _is_used(sheet: Sheet, column: int) -> bool:
    return any(row[column].strip() for row in sheet.rows if column < len(row))


def _count_named(cells: Sequence[str]) -> int:
    """Count the columns that a row may name; none where digits stand in it."""
    names = list(filter(None, cells))
    return 0 if any(char.isdigit() for name in names for char in name) else len(names)


def _is_another_list(block: _Block, right: _Block) -> bool:
    """Tell whether the columns right of an empty one are a list of their own."""
    if block.heading is None or right.heading is None or not right.filled or _is_of_others(right):
        return False
    if set(block.names) & set(right.names) - {""} or block.heading != right.heading:
        return True
    left_rows, right_rows = block.filled, right.filled
    more = [row for row in right_rows - left_rows if sum(map(bool, right.cells(row))) >= _FEW]
    if len(more) >= _FEW:
        return True
    below = [row for row in left_rows - right_rows if row > max(right_rows)]
    cells = [cell for row in right_rows for cell in right.cells(row)]
    is_dense = sum(map(bool, cells)) >= _DENSE * len(cells)
    return len(below) >= _FEW and left_rows - right_rows == set(below) and is_dense


def _is_of_others(block: _Block) -> bool:
    """Tell whether a block is about the relatives of those on its left."""
    return bool(OTHERS.search(block.group) or any(map(OTHERS.search, block.names)))


def _repeated(block: _Block) -> list[_Block]:
    """Return the parts of a block in which the names of its columns begin anew."""
    names = block.names
    first = next((name for name in names if name not in _BESIDE), "")
    starts = [at for at, name in enumerate(names) if name == first != ""]
    if not starts:
        return [block]
    lead = starts[0]  # 序号 before the name
    bounds = [
        (at - lead, end - lead) for at, end in zip(starts, [*starts[1:], len(names) + lead], strict=True)
    ]
    parts = [set(names[start:end]) - _BESIDE for start, end in bounds]
    if len(parts) < _FEW or len(parts[0]) < _FEW or any(part != parts[0] for part in parts):
        return [block]
    alone = [replace(block, left=block.left + start, right=block.left + end - 1) for start, end in bounds]
    return [block] if any(map(_is_of_others, alone[1:])) else alone

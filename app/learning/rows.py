"""Numbers in a row: each of 甲、乙分别为3、5 has its own thing, 34件、51人次 count the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from app.learning.quantity import SHARES, Quantity, Role

_EACH_OF = re.compile(
    r"(?P<things>[^，。；：,;:\x00]+?)分别(?:为|是|有|达到?|占|(?P<act>[\u4e00-\u9fff]{1,4}?)了?)?(?:近|约)?$"
)
_AND = re.compile(r"[、和及与以，,\s]*")


def each_of_its_own(numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give each number behind 分别 its own thing, or its own change: 甲、乙分别为3、5; 分别增加3家、5名."""
    place = 0
    while place < len(numbers):
        first = numbers[place]
        row = [first, *takewhile(lambda one: _AND.fullmatch(one.before), numbers[place + 1 :])]
        things = re.split(r"[、和及与]", told["things"]) if (told := _EACH_OF.search(first.before)) else []
        if first.role is not Role.LEVEL and ("分别" in first.before or _are_shares(row)):
            for left, number in zip(range(len(row), 0, -1), row, strict=True):
                role = Role.CHANGE if number.unit in SHARES else Role.DIFFERENCE
                yield replace(number, role=role, back=left)
        elif len(things) == len(row) > 1:
            act = (told["act"] or "") if told is not None else ""
            for thing, number in zip(things, row, strict=True):
                yield replace(number, before=f"{first.before}，{act}{thing}")
        else:
            for number, last in zip(row, [None, *row], strict=False):
                yield number if last is None else _of_the_same(number, last)
        place += len(row)


def _are_shares(row: Sequence[Quantity]) -> bool:
    """Tell whether changes stand in a row that belong to as many numbers before: 同比增长39.6%和47.8%."""
    return len(row) > 1 and all(one.unit in SHARES for one in row)


def _of_the_same(number: Quantity, last: Quantity) -> Quantity:
    """Give a number that counts in another unit what the one before it counts its words: 34件、51人次."""
    return number if number.unit == last.unit else replace(number, before=f"{last.before}，")

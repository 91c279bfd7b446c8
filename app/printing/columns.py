"""How wide the columns of a list stand: by what their cells hold, within the width of the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from math import ceil

from peewee import chunked

from app.printing.fonts import width
from app.printing.grid import PAD
from app.printing.lines import LONGEST_WORD, NEVER_TORN, least_width
from app.printing.page import MM
from app.printing.sheet import Column
from app.printing.styles import Style

BELOW = "见下行"
"""What stands in a cell whose text goes below its row."""

_TOGETHER = 500  # rows looked through at a time
_LONGEST, _USUAL = 60, 240  # texts of a column that are measured: its longest ones, and some of all
_MOST_OF_TEN = 0.9  # of the rows that decide how many lines a row has
_MOST_LINES = 40
_TOLERANCE = 0.05  # points; sums of widths are floats
_TO_WRITE = 0.75  # of the width wished for, where a column is filled in by hand
_DATE_BY_HAND = 20 * MM
_WITH_UNIT = re.compile(r"(.{1,6})(（[^（）]{1,6}）)")
_HIGHEST = 52 * MM  # of the text in a cell: a row stays below 60 mm


@dataclass(frozen=True)
class Need:
    """What a column takes, in points: so that nothing is torn; for most, for all of its texts on one line.

    `wish` is its share of what nobody needs.
    """

    least: float
    usual: float
    longest: float
    wish: float = 0.0

    def for_lines(self, lines: int, style: Style) -> float:
        """Return the width with which most texts take so many lines, and none is higher than a row may be."""
        most = int(_HIGHEST / style.leading)
        return max(self.least, _over(self.usual, lines, style), _over(self.longest, max(lines, most), style))


def _over(natural: float, lines: int, style: Style) -> float:
    """Return the width in which a text stands on so many lines; each may lack a character at its end."""
    return natural if lines == 1 else natural / lines + style.size


def need_of(
    column: Column,
    texts: Sequence[str],
    label: Style,
    value: Style,
    room: float,
    *,
    word: int = LONGEST_WORD,
) -> Need:
    """Measure a column by samples of its texts.

    One without any text is filled in by hand and takes the width wished for it, in a list of rows most of it
    in any case; one that only lacks its values takes that of a date. A text that would fill a third of the
    paper is not counted: it goes below its row. Words of more letters than `word` may be torn.
    """
    heading, wish = column.heading, column.width_mm * MM
    above = _least_heading(heading, label) + 2 * PAD + _TOLERANCE
    measured = [text for text in texts if text]
    if not measured:
        if texts and not column.by_hand:
            least = max(above, min(wish, _DATE_BY_HAND))
            return Need(least, least, least, wish)
        least = max(above, _TO_WRITE * wish) if texts else above
        return Need(least, max(least, wish), max(least, wish), wish)
    naturals = sorted(max(width(line, *value) for line in text.splitlines() or [""]) for text in measured)
    counted = [natural for natural in naturals if natural < room / 3 * int(_HIGHEST / value.leading)]
    least = max(least_width(text, value, word) for text in measured)
    if len(counted) < len(naturals):
        least = max(least, width(BELOW, *value))
    usual = counted[ceil(len(counted) * _MOST_OF_TEN) - 1] if counted else 0.0
    longest = counted[-1] if counted else 0.0
    least, usual, longest = (max(above, one + 2 * PAD + _TOLERANCE) for one in (least, usual, longest))
    return Need(least, usual, longest, wish)


def _least_heading(heading: str, label: Style) -> float:
    """Return the width of a heading on at most two lines, a unit in brackets on the second."""
    if len(heading) <= NEVER_TORN:
        return width(heading, *label)
    if (parted := _WITH_UNIT.fullmatch(heading)) is not None:
        return max(width(part, *label) for part in parted.groups())
    return max(least_width(heading, label), ceil(len(heading) / 2) * label.size)


def samples(rows: Sequence[Sequence[str]], columns: int) -> list[list[str]]:
    """Return of each column its longest texts, and some from all places of the list."""
    if len(rows) <= _LONGEST + _USUAL:
        return [[row[place] for row in rows] for place in range(columns)]
    longest: list[list[str]] = [[] for _ in range(columns)]
    for some in chunked(rows, _TOGETHER):
        longest = [
            nlargest(_LONGEST, dict.fromkeys((*kept, *texts)), key=len)
            for kept, texts in zip(longest, zip(*some, strict=True), strict=True)
        ]
    usual = zip(*islice(rows, None, None, len(rows) // _USUAL), strict=True)
    return [[*kept, *texts] for kept, texts in zip(longest, usual, strict=True)]


def shares(needs: Sequence[Need], room: float, style: Style) -> list[float]:
    """Divide the room among the columns so that most rows take as few lines as they can.

    What is left goes to those whose texts still break, then to all as wished. Where not even the least
    fits, the widest columns give: a long word is torn rather than a date, a number or a label.
    """
    widths = [need.least for need in needs]
    for lines in range(1, _MOST_LINES):
        wanted = [need.for_lines(lines, style) for need in needs]
        if sum(wanted) <= room:
            widths = wanted
            break
    spare = room - sum(widths)
    if spare <= 0:
        most = _widest(widths, room)
        return [min(one, most) for one in widths]
    lacking = [max(0.0, need.longest - one) for need, one in zip(needs, widths, strict=True)]
    if wants := sum(lacking):
        part = min(1.0, spare / wants)
        widths = [one + lack * part for one, lack in zip(widths, lacking, strict=True)]
    spare, wishes = room - sum(widths), sum(need.wish for need in needs)
    return [one + spare * need.wish / wishes for one, need in zip(widths, needs, strict=True)]


def _widest(widths: Sequence[float], room: float) -> float:
    """Return the width to which the widest columns are cut so that all fit the room."""
    most, left = 0.0, room
    for number, one in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        most = left / number
        if one > most:
            break
        left -= one
    return most


def least_room(needs: Sequence[Need]) -> float:
    """Return the width in points below which something is torn."""
    return sum(need.least for need in needs)

"""The page: its paper, and deciding where pages end."""

from collections.abc import Sequence
from dataclasses import dataclass

MM = 72 / 25.4  # points in a millimetre, the unit of everything drawn

_TOLERANCE = 0.01  # points; sums of heights are floats


@dataclass(frozen=True)
class Paper:
    """A sheet of paper in points, with the margins that print and binding need."""

    width: float
    height: float
    side: float
    head: float
    foot: float

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def top(self) -> float:
        """The highest ordinate that is printed on."""
        return self.height - self.head

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.head - self.foot


PORTRAIT = Paper(210 * MM, 297 * MM, side=15 * MM, head=16 * MM, foot=16 * MM)
LANDSCAPE = Paper(297 * MM, 210 * MM, side=16 * MM, head=14 * MM, foot=15 * MM)
A3 = Paper(420 * MM, 297 * MM, side=16 * MM, head=14 * MM, foot=15 * MM)  # across
LETTER = Paper(210 * MM, 297 * MM, side=27 * MM, head=26 * MM, foot=20 * MM)


def cut(
    heights: Sequence[float],
    room: float,
    *,
    first: float | None = None,
    tail: float = 0.0,
    together: int = 1,
    repeated: Sequence[float] = (),
) -> list[slice]:
    """Divide rows of the given heights among pages that each hold `room`.

    The first page may hold less (`first`) and then stays empty if not even one row fits. The last page
    keeps `tail` free below its rows: what stands there takes the last rows along to a new page, as many as
    should stand `together`, rather than stand alone. A row taller than a page stands alone. `repeated` are
    the heights of what stands once more above a row that begins a page: the headings of its table.

    >>> cut([30, 30, 30], 70)
    [slice(0, 2, None), slice(2, 3, None)]
    >>> cut([30, 30], 70, tail=20)
    [slice(0, 1, None), slice(1, 2, None)]
    >>> cut([30, 30, 30, 30], 100, together=2)
    [slice(0, 2, None), slice(2, 4, None)]
    """
    above = repeated or [0.0] * len(heights)
    pages: list[slice] = []
    start, used, space = 0, 0.0, room if first is None else first
    for row, height in enumerate(heights):
        if used + height > space + _TOLERANCE and (row > start or space < room):
            pages.append(slice(start, row))
            start, used, space = row, above[row], room
        used += height
    end = len(heights)
    if used + tail > space + _TOLERANCE and end - start > 1:
        begin = _last_rows(heights, above, start + 1, room - tail, together)
        pages.append(slice(start, begin))
        start, used, space = begin, above[begin] + sum(heights[begin:]), room
    elif pages and end - start < together:
        begin = _last_rows(heights, above, pages[-1].start + 1, room - tail, together)
        pages[-1] = slice(pages[-1].start, begin)
        start, used, space = begin, above[begin] + sum(heights[begin:]), room
    if used + tail > space + _TOLERANCE and end > start:
        pages.append(slice(start, end))
        start = end
    return [*pages, slice(start, end)]


def _last_rows(
    heights: Sequence[float], above: Sequence[float], earliest: int, room: float, together: int
) -> int:
    """Return where the last page begins: with the rows that should stand together, as far as they fit."""
    end = len(heights)
    begin, used = end - 1, heights[-1]
    while begin > earliest and end - begin < together:
        used += heights[begin - 1]
        if above[begin - 1] + used > room + _TOLERANCE:
            break
        begin -= 1
    return begin

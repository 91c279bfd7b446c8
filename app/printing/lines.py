"""Breaking text into the lines of a cell, by the rules of Chinese typesetting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.printing.fonts import width
from app.printing.styles import Style

_SMALLEST = 0.7  # of the wanted size, for what must not be broken
_SLIGHTLY = 0.86  # of the wanted size, for what is better not broken
_SHORT = 8  # characters: a name or a word, not a sentence

# What is better not torn apart: a short bracket, the parts of a name between dots, a number with its
# 年 or 元, a word of Latin letters; an opening mark stays with what follows it, a closing mark with
# what stands before it.
_OPENING = "（《〈“‘【〔「『("
_CLOSING = "）》〉”’】〕」』，。、；：！？…％·—)"
_PIECE = re.compile(
    rf"\s+|（[^（）\s]{{1,6}}）[{_CLOSING}]*|[^\W\d_]{{1,8}}·|(?<=·)[^\W\d_]{{1,8}}(?!\w)"
    rf"|[{_OPENING}]*(?:[!-~¥]+[年月日号元人岁]?|\S)[{_CLOSING}]*"
)
_UNBREAKABLE = re.compile(r"[!-~¥]+")


@dataclass(frozen=True, slots=True)
class Block:
    """Text as it will stand on paper: its lines, all in one style."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """How much room the lines take, in points."""
        return len(self.lines) * self.style.leading

    def pieces(self, most: float) -> list["Block"]:
        """Cut the block into blocks of at most `most` points, for text taller than a page."""
        count = max(1, int(most / self.style.leading))
        return [
            Block(self.lines[start : start + count], self.style) for start in range(0, len(self.lines), count)
        ]


@lru_cache(maxsize=20_000)
def set_text(text: str, style: Style, room: float, *, whole: bool = False, even: bool = False) -> Block:
    """Set text into lines no wider than `room` points.

    What should stay on one line (`whole`, a single number, a label of four characters) is set
    smaller rather than broken, as long as it stays legible. `even` evens the lines of a centred text
    out where its last line would be a single character.
    """
    lines = text.strip(" \t\r\n").splitlines() or [""]
    if len(lines) == 1:
        natural = width(lines[0], *style)
        if natural <= room:
            return Block((lines[0],), style)
        if natural * _smallest(lines[0], whole=whole) <= room:
            return Block((lines[0],), style._replace(size=style.size * room / natural))
    set_lines = _set(lines, style, room)
    if even and len(set_lines[-1]) == 1:
        set_lines = _evened(lines, set_lines, style, room)
    return Block(set_lines, style)


def _smallest(line: str, *, whole: bool) -> float:
    if whole or len(line) <= 4 or _UNBREAKABLE.fullmatch(line):
        return _SMALLEST
    return _SLIGHTLY if len(line) <= _SHORT else 1.0


def _set(lines: list[str], style: Style, room: float) -> tuple[str, ...]:
    return tuple(part for line in lines for part in _break(line, style, room))


def _evened(lines: list[str], broken: tuple[str, ...], style: Style, room: float) -> tuple[str, ...]:
    """Narrow the room as long as this costs no further line and tears nothing."""
    widest = max(width(piece, *style) for line in lines for piece in _pieces(line, style, room))
    step = style.size / 4
    best, narrower = broken, room - step
    while narrower >= widest and len(candidate := _set(lines, style, narrower)) == len(broken):
        best, narrower = candidate, narrower - step
    return best


def _break(line: str, style: Style, room: float) -> Iterator[str]:
    """Fill lines greedily; a piece wider than a line is broken anywhere."""
    current, used = "", 0.0
    for piece in _pieces(line, style, room):
        length = width(piece, *style)
        if current and used + length > room and not piece.isspace():
            yield current.rstrip()
            current, used = "", 0.0
        current, used = current + piece, used + length
    yield current.rstrip()


def _pieces(line: str, style: Style, room: float) -> Iterator[str]:
    for match in _PIECE.finditer(line):
        if width(match[0], *style) <= room:
            yield match[0]
        else:
            yield from match[0]

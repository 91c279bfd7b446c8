"""Breaking text into the lines of a cell, by the rules of Chinese typesetting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import ceil

from app.printing.fonts import width
from app.printing.styles import Style

_SMALLEST = 8.0  # points: what must not be broken is set so small, nothing smaller
_SLIGHTLY = 0.86  # of the wanted size, for what is better not broken
_SHORT = 8  # characters: a name or a word, not a sentence
NEVER_TORN = 4  # characters: a label, a name
LONGEST_WORD = 24  # letters, or digits and marks
_NAME = 50  # characters: what has no longer text may be set smaller so that nothing in it is torn

# What is better not torn apart: a date, a card's number in its groups, a range, a case number, a short
# bracket, the parts of a name between dots, a number with its 年 or 元, a word of Latin letters, room left to
# write in; an opening mark stays with what follows it, a closing mark with what stands before it.
_OPENING = "（《〈“‘【〔「『〖("
_CLOSING = "）》〉”’】〕」』〗，。、；：！？…％·—～℃々)"
_UNITS = "年月日号元人次户家件份起名天页岁"
_PIECE = re.compile(
    rf"\s+|\d{{4}}(?: \d{{4}}){{2,3}}(?: \d{{1,4}})?|\d[\d,.]*[—～]\d[\d,.]*(?: 元/月)?|\d[\d,.]* 元/月"
    rf"|至?\d{{4}}年(?:\d\d?月(?:\d\d?日)?)?[{_CLOSING}]*"
    rf"|＿+年＿+月(?:＿+日)?[{_CLOSING}]*"
    rf"|[{_OPENING}]*(?:＿{{1,11}}(?!＿)[{_UNITS}时分]?[{_CLOSING}]*|＿{{6}})"
    rf"|[（(〔]\d{{4}}[）)〕][^\s，。；]{{0,8}}?\d+号[{_CLOSING}]*"
    rf"|（[^（）\s]{{1,6}}）[{_CLOSING}]*|[^\W\d_]{{1,8}}·|(?<=·)[^\W\d_]{{1,8}}(?!\w)[{_CLOSING}]*"
    rf"|[{_OPENING}]*(?:[!-~¥]+[{_UNITS}]?|\S)[{_CLOSING}]*"
)
_PART = re.compile(rf"\s+|[{_OPENING}]*(?:[!-~¥]+[{_UNITS}]?|\S)[{_CLOSING}]*")
_TERM = re.compile(r"[一-鿿]{5,8}")
_WORD = re.compile("[A-Za-z]{4}")  # no part of a number, as TY in TY-HZ-2011-0003
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

    def cut(self, at: int) -> tuple["Block", "Block"]:
        """Cut the block before a line, for text that goes on on the next page."""
        return Block(self.lines[:at], self.style), Block(self.lines[at:], self.style)


@lru_cache(maxsize=20_000)
def set_text(text: str, style: Style, room: float, *, whole: bool = False, even: bool = False) -> Block:
    """Set text into lines no wider than `room` points.

    What should stay on one line (`whole`, a single number, a label of four characters) is set
    smaller rather than broken, as long as it stays legible, and so is a name whose parts would be torn. Where
    the last line would be a single character, another joins it; `even` evens all lines of a centred text out.
    """
    lines = text.strip(" \t\r\n").splitlines() or [""]
    if len(lines) == 1:
        natural = width(lines[0], *style)
        if natural <= room:
            return Block((lines[0],), style)
        if natural * _smallest(lines[0], style.size, whole=whole) <= room:
            return Block((lines[0],), style._replace(size=style.size * room / natural))
        if len(lines[0]) <= _NAME:
            style = _untorn(lines[0], style, room)
    return Block(tuple(chain.from_iterable(_set(line, style, room, even=even) for line in lines)), style)


def least_width(text: str, style: Style, word: int = LONGEST_WORD) -> float:
    """Return the width in points that the text takes where nothing in it is torn.

    A word of more letters than `word` is torn anyway. A term or a name stands on two lines at most.
    """
    text = text.strip()
    if len(text) <= NEVER_TORN:
        return max((width(line, *style) for line in text.splitlines()), default=0.0)
    pieces = (match[0].strip() for match in _PIECE.finditer(text))
    longest = max(width(piece[: word if _WORD.search(piece) else LONGEST_WORD], *style) for piece in pieces)
    return max(longest, ceil(len(text) / 2) * style.size) if _TERM.fullmatch(text) else longest


def _untorn(line: str, style: Style, room: float) -> Style:
    """Return the type in which the longest part of a name fits its room; as it is where that is too small."""
    longest = max(width(match[0], *style) for match in _PIECE.finditer(line))
    fits = room < longest <= room * style.size / _SMALLEST
    return style._replace(size=style.size * room / longest) if fits else style


def _length(line: str) -> int:
    """Count the characters of a line but for the marks that end it."""
    return len(line.rstrip(_CLOSING))


def _smallest(line: str, size: float, *, whole: bool) -> float:
    """Return the part of the wanted size that a line may be set in rather than broken."""
    if whole or len(line) <= NEVER_TORN or _is_one_piece(line):
        return min(1.0, _SMALLEST / size)
    return max(_SLIGHTLY, min(1.0, _SMALLEST / size)) if len(line) <= _SHORT else 1.0


def _is_one_piece(line: str) -> bool:
    return _UNBREAKABLE.fullmatch(line) is not None or _PIECE.fullmatch(line) is not None


def _set(line: str, style: Style, room: float, *, even: bool) -> tuple[str, ...]:
    """Break a paragraph into lines; none of one character ends it where another can join it."""
    broken = tuple(_break(line, style, room))
    if len(broken) == 1 or _length(broken[-1]) != 1:
        return broken
    return _evened(line, broken, style, room, enough=len(broken[0]) if even else 2)


def _evened(line: str, broken: tuple[str, ...], style: Style, room: float, *, enough: int) -> tuple[str, ...]:
    """Narrow the room as long as this costs no further line and tears nothing.

    It is narrow enough once the last line has `enough` characters.
    """
    widest = max(width(piece, *style) for piece in _pieces(line, style, room))
    step = style.size / 4
    best, narrower = broken, room - step
    while (
        _length(best[-1]) < enough
        and narrower >= widest
        and len(candidate := tuple(_break(line, style, narrower))) == len(broken)
    ):
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
        else:  # a date is torn at its year, before its digits are
            for part in _PART.findall(match[0]) or match[0]:
                yield from [part] if width(part, *style) <= room else part

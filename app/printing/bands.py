"""The strips a page is made of, from top to bottom: title, text, signature line, seal."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.printing.fonts import width
from app.printing.ink import HEADING, Pen
from app.printing.lines import Block, set_text
from app.printing.page import MM, Paper
from app.printing.styles import FOOT, NOTE, TITLE, VALUE, Style

_TITLE_SPACING = 0.07  # of the size of the title
_SIGNATURE = 24 * MM  # what a name written by hand takes after 负责人：
_LEAST_SIGNATURE = 16 * MM
SEAL = 45 * MM  # an official seal measures 42 mm
_TOGETHER = 2  # lines of a note that are not torn apart
_ABOVE_TEXT = 1.5 * MM
_GAP = 6 * MM  # the least distance of two texts on one line
_BETWEEN_SIGNATURES = 3 * MM  # from one line of signatures to the next, beside its leading


@dataclass(frozen=True)
class Band:
    """A strip of the page: its height in points, and how it is drawn below an ordinate."""

    height: float
    draw: Callable[[Pen, float], None]


class Laid(NamedTuple):
    """A sheet laid out: its paper, its number of pages, and what stands on each from top to bottom.

    The pages are laid out as they are asked for.
    """

    paper: Paper
    number: int
    pages: Iterable[list[Band]]


def height_of(bands: Sequence[Band]) -> float:
    """Return the height of bands standing below each other."""
    return sum(band.height for band in bands)


_WHOSE = re.compile(r"(.{4,}?(?:[0-9]{4}|＿{4})年(?:度|[上下]半年|第[一二三四]季度|[0-9]{1,2}月)?)(.{4,})")


def title(text: str, paper: Paper, style: Style = TITLE, what: str = "") -> Band:
    """Return the title, centred, on as many lines as it needs.

    Where one line does not hold it, whose it is and of which year stand above `what` it is.
    """
    spacing = _TITLE_SPACING * style.size
    block = title_block(text, paper, style, what)

    def draw(pen: Pen, top: float) -> None:
        baseline = top - style.size
        pen.begin(HEADING)
        for line in block.lines:
            natural = width(line, *style) + (len(line) - 1) * spacing
            pen.write((paper.width - natural) / 2, baseline, line, style, spacing=spacing)
            baseline -= style.leading
        pen.end()

    return Band(block.height + 1.5 * MM, draw)


def title_block(text: str, paper: Paper, style: Style, what: str = "") -> Block:
    """Return the title on its lines."""
    room = max(paper.room - len(text) * _TITLE_SPACING * style.size, paper.room / 2)
    block = set_text(text, style, room, even=True)
    if len(block.lines) == 1:
        return block
    parted = _WHOSE.fullmatch(text)
    whose_and_what = parted.groups() if parted else (text.removesuffix(what), what)
    return set_text("\n".join(filter(None, whose_and_what)), style, room, even=True)


def heads(texts: Sequence[str], paper: Paper) -> Band:
    """Return the line below the title: left, middle and right, or one below the other if too long."""
    left, middle, right = texts
    if not any(texts):
        return Band(2 * MM, _nothing)
    if not stand_beside(texts, paper.room):
        return _stacked(paragraphs([text for text in texts if text], NOTE, paper))
    lengths = [width(text, *NOTE) for text in texts]
    free_left, free_right = lengths[0] + _GAP, paper.room - lengths[2] - _GAP
    start = min(max((paper.room - lengths[1]) / 2, free_left), free_right - lengths[1])
    placed = ((0.0, left), (start, middle), (paper.room - lengths[2], right))

    def draw(pen: Pen, top: float) -> None:
        for x, text in placed:
            pen.write(paper.side + x, top - NOTE.leading, text, NOTE)

    return Band(NOTE.leading + 2.2 * MM, draw)


def stand_beside(texts: Sequence[str], room: float) -> bool:
    """Tell whether the three texts below a title have room beside each other."""
    return sum(width(text, *NOTE) for text in texts) + 2 * _GAP <= room


def paragraphs(texts: Sequence[str], style: Style, paper: Paper) -> list[Band]:
    """Return running text over the full width, line by line, so that it goes on where a page ends."""
    lines = [Block((line,), style) for text in texts for line in set_text(text, style, paper.room).lines]
    return [
        _line(block, paper, above=_ABOVE_TEXT * (at == 0), below=_ABOVE_TEXT * (at == len(lines) - 1))
        for at, block in enumerate(lines)
    ]


def _line(block: Block, paper: Paper, *, above: float, below: float) -> Band:
    def draw(pen: Pen, top: float) -> None:
        pen.set(block, paper.side, top - above - block.height / 2, paper.room, "left")

    return Band(block.height + above + below, draw)


def closing(texts: Sequence[str], paper: Paper) -> Band:
    """Return the signature line: evenly spread, with room to sign after each colon.

    It takes further lines where the names leave no room to sign; one too long for a line is broken.
    """
    lines = list(signature_lines(texts, paper.room))
    leading = NOTE.leading + _BETWEEN_SIGNATURES

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines):
            baseline = top - 4 * MM - NOTE.size - number * leading
            for x, text in line:
                pen.write(paper.side + x, baseline, text, NOTE)

    return Band(NOTE.leading + 5 * MM + leading * (len(lines) - 1), draw) if lines else Band(0, _nothing)


def signature_lines(texts: Sequence[str], room: float) -> Iterator[list[tuple[float, str]]]:
    """Yield the few lines that hold what stands on the signature line.

    Each text comes with how far in it begins, in points.
    """
    line: list[str] = []
    used = 0.0
    fitting = [part for text in texts for part in set_text(text, NOTE, room).lines]
    for text in fitting:
        length = width(text, *NOTE) + (_LEAST_SIGNATURE if text.endswith("：") else 0.0)
        if line and used + length > room:
            yield _spread(line, room)
            line, used = [], 0.0
        used += length + (0.0 if text.endswith("：") else _GAP)
        line.append(text)
    if line:
        yield _spread(line, room)


def _spread(texts: Sequence[str], room: float) -> list[tuple[float, str]]:
    """Spread texts over a line, with room to sign after each colon."""
    lengths = [width(text, *NOTE) for text in texts]
    to_sign = sum(text.endswith("：") for text in texts)
    spare = room - sum(lengths)
    signature = min(_SIGNATURE, max(0.0, spare / max(1, to_sign)))
    gap = (spare - signature * to_sign) / max(1, len(texts) - 1)
    placed, x = [], 0.0
    for text, length in zip(texts, lengths, strict=True):
        placed.append((x, text))
        x += length + gap + (signature if text.endswith("：") else 0.0)
    return placed


def seal(unit: str, day: str, paper: Paper, style: Style = VALUE) -> Band:
    """Return the name of the unit over the date, bottom right, with room for its seal over both."""
    room = seal_room(unit, day, paper, style)
    block = Block((*set_text(unit, style, room).lines, day), style)

    def draw(pen: Pen, top: float) -> None:
        pen.set(block, paper.side + paper.room - room, top - SEAL / 2, room, "center")

    return Band(SEAL, draw)


def seal_room(unit: str, day: str, paper: Paper, style: Style) -> float:
    """Return the width, in points from the right, in which the unit stands over the date."""
    natural = max(width(unit, *style), width(day, *style))
    return min(max(SEAL, natural) + 4 * MM, paper.room)


def foot(pen: Pen, paper: Paper, number: str, printed: str) -> None:
    """Write the page number, and what else is told of the print, into the lower margin."""
    y = paper.foot - 6.5 * MM
    pen.begin_artifact()
    pen.write((paper.width - width(number, *FOOT)) / 2, y, number, FOOT)
    pen.write(paper.side + paper.room - width(printed, *FOOT), y, printed, FOOT)
    pen.end()


def below(
    signed: Sequence[Band], notes: Sequence[Band], seal: Sequence[Band], depth: float
) -> list[list[Band]]:
    """Return what stands below a table or a text, in groups that stay on one page of this depth.

    All of it, where it is short; else the notes go on over pages, their last two lines with the seal.
    """
    whole = [*signed, *notes, *seal]
    if height_of(whole) <= depth / 2 or len(notes) <= _TOGETHER:
        return [whole]
    return [[*signed, *notes[:1]], *([line] for line in notes[1:-_TOGETHER]), [*notes[-_TOGETHER:], *seal]]


def _stacked(bands: Sequence[Band]) -> Band:
    """Return bands as one that does not break."""

    def draw(pen: Pen, top: float) -> None:
        for band in bands:
            band.draw(pen, top)
            top -= band.height

    return Band(height_of(bands), draw)


def _nothing(pen: Pen, top: float) -> None:
    pass

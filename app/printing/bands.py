"""The strips a page is made of, from top to bottom: title, text, signature line, seal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.printing.fonts import width
from app.printing.ink import Pen
from app.printing.lines import Block, set_text
from app.printing.page import MM, Paper
from app.printing.styles import FOOT, NOTE, TITLE, VALUE, Style

_TITLE_SPACING = 0.07 * TITLE.size
_SIGNATURE = 24 * MM  # what a name written by hand takes after 负责人：
_SEAL = 45 * MM  # an official seal measures 42 mm
_ABOVE_TEXT = 1.5 * MM
_GAP = 6 * MM  # the least distance of two texts on one line


@dataclass(frozen=True)
class Band:
    """A strip of the page: its height in points, and how it is drawn below an ordinate."""

    height: float
    draw: Callable[[Pen, float], None]


def height_of(bands: Sequence[Band]) -> float:
    """Return the height of bands standing below each other."""
    return sum(band.height for band in bands)


def title(text: str, paper: Paper) -> Band:
    """Return the title, centred, on as many lines as it needs."""
    room = paper.room - len(text) * _TITLE_SPACING
    block = set_text(text, TITLE, max(room, paper.room / 2), even=True)

    def draw(pen: Pen, top: float) -> None:
        baseline = top - TITLE.size
        for line in block.lines:
            natural = width(line, *TITLE) + (len(line) - 1) * _TITLE_SPACING
            pen.write((paper.width - natural) / 2, baseline, line, TITLE, spacing=_TITLE_SPACING)
            baseline -= TITLE.leading

    return Band(block.height + 1.5 * MM, draw)


def heads(texts: Sequence[str], paper: Paper) -> Band:
    """Return the line below the title: left, middle and right, or one below the other if too long."""
    left, middle, right = texts
    if not any(texts):
        return Band(2 * MM, _nothing)
    lengths = [width(text, *NOTE) for text in texts]
    if sum(lengths) + 2 * _GAP > paper.room:
        return paragraphs([text for text in texts if text], NOTE, paper)
    free_left, free_right = lengths[0] + _GAP, paper.room - lengths[2] - _GAP
    start = min(max((paper.room - lengths[1]) / 2, free_left), free_right - lengths[1])
    placed = ((0.0, left), (start, middle), (paper.room - lengths[2], right))

    def draw(pen: Pen, top: float) -> None:
        for x, text in placed:
            pen.write(paper.side + x, top - NOTE.leading, text, NOTE)

    return Band(NOTE.leading + 2.2 * MM, draw)


def paragraphs(texts: Sequence[str], style: Style, paper: Paper) -> Band:
    """Return running text over the full width."""
    if not texts:
        return Band(0, _nothing)
    blocks = [set_text(text, style, paper.room) for text in texts]

    def draw(pen: Pen, top: float) -> None:
        top -= _ABOVE_TEXT
        for block in blocks:
            pen.set(block, paper.side, top - block.height / 2, paper.room, "left")
            top -= block.height

    return Band(sum(block.height for block in blocks) + 2 * _ABOVE_TEXT, draw)


def closing(texts: Sequence[str], paper: Paper) -> Band:
    """Return the signature line: evenly spread, with room to sign after each colon."""
    if not texts:
        return Band(0, _nothing)
    lengths = [width(text, *NOTE) for text in texts]
    to_sign = sum(text.endswith("：") for text in texts)
    spare = paper.room - sum(lengths)
    signature = min(_SIGNATURE, max(0.0, spare / max(1, to_sign)))
    gap = (spare - signature * to_sign) / max(1, len(texts) - 1)

    def draw(pen: Pen, top: float) -> None:
        x = paper.side
        for text, length in zip(texts, lengths, strict=True):
            pen.write(x, top - 4 * MM - NOTE.size, text, NOTE)
            x += length + gap + (signature if text.endswith("：") else 0.0)

    return Band(NOTE.leading + 5 * MM, draw)


def seal(unit: str, day: str, paper: Paper, style: Style = VALUE) -> Band:
    """Return the name of the unit over the date, bottom right, with room for its seal over both."""
    natural = max(width(unit, *style), width(day, *style))
    room = min(max(_SEAL, natural) + 4 * MM, paper.room)
    block = Block((*set_text(unit, style, room).lines, day), style)

    def draw(pen: Pen, top: float) -> None:
        pen.set(block, paper.side + paper.room - room, top - _SEAL / 2, room, "center")

    return Band(_SEAL, draw)


def foot(pen: Pen, paper: Paper, number: str, printed: str) -> None:
    """Write the page number and the time of printing into the lower margin."""
    y = paper.foot - 6.5 * MM
    pen.write((paper.width - width(number, *FOOT)) / 2, y, number, FOOT)
    pen.write(paper.side + paper.room - width(printed, *FOOT), y, printed, FOOT)


def _nothing(pen: Pen, top: float) -> None:
    pass

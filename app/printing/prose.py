"""Laying a letter out on pages: lines of running text, then signatures and seal kept together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from app.printing import bands
from app.printing.bands import Band, Laid, height_of
from app.printing.fonts import width
from app.printing.ink import Pen
from app.printing.letter import LetterSheet, Passage
from app.printing.lines import set_text
from app.printing.page import LETTER, MM, Paper, cut
from app.printing.styles import NOTE, PROSE, PROSE_HEADING, Style

LEADING = 8.6 * MM
ABOVE_HEADING = 2.5 * MM
_ABOVE_SIGNATURES = 4 * MM
SIGNATURE_HEIGHT = 13 * MM
_BETWEEN = 4 * MM  # the least distance of two who sign side by side
INDENT = "　　"


class Column(NamedTuple):
    """Where running text stands: its left edge, its width and the distance of its lines, in points.

    `loose` is how many characters a line may lack and still be spread to the full width.
    """

    left: float
    room: float
    leading: float
    loose: float = 1.5


def pages(letter: LetterSheet) -> Laid:
    """Lay the letter out."""
    paper = LETTER
    above = [bands.title(letter.title, paper), bands.heads(("", "", letter.number), paper)]
    notes = bands.paragraphs(letter.notes, NOTE, paper)
    first_below, *further = bands.below(list(_ending(letter, paper)), notes, [], paper.depth)
    paragraphs = (
        (passage.kind == "heading", lines)
        for passage in letter.passages
        for lines in _paragraphs(passage, paper)
    )
    groups = list(kept_together(paragraphs))
    heights = [height_of(group) for group in groups]
    first = paper.depth - height_of(above)
    parts = cut(heights, paper.depth, first=first, tail=height_of(first_below))
    left = (first if len(parts) == 1 else paper.depth) - sum(heights[parts[-1]]) - height_of(first_below)
    behind = cut([height_of(group) for group in further], paper.depth, first=left)
    laid = [list(chain.from_iterable(groups[part])) for part in parts]
    laid[0] = [*above, *laid[0]]
    laid[-1] += [*first_below, *chain.from_iterable(further[behind[0]])]
    laid += [list(chain.from_iterable(further[part])) for part in behind[1:]]
    return Laid(paper, len(laid), laid)


def kept_together(paragraphs: Iterable[tuple[bool, list[Band]]]) -> Iterator[list[Band]]:
    """Yield lines that stay on one page: a heading with what follows, the last two of a paragraph.

    Each paragraph comes as whether it is a heading, and its lines.
    """
    headings: list[Band] = []
    for is_heading, lines in paragraphs:
        if is_heading:
            headings += lines
            continue
        groups = [*([line] for line in lines[:-2]), lines[-2:]]
        groups[0] = [*headings, *groups[0]]
        yield from groups
        headings = []
    if headings:
        yield headings


def _paragraphs(passage: Passage, paper: Paper) -> Iterator[list[Band]]:
    """Yield the lines of each paragraph."""
    if not passage.text.strip():
        yield from ([_ruled(paper)] for _ in range(passage.lines))
        return
    style = PROSE_HEADING if passage.kind == "heading" else PROSE
    above = [space(ABOVE_HEADING)] if passage.kind == "heading" else []
    column = Column(paper.side, paper.room, LEADING)
    indent = "" if passage.kind == "addressee" else INDENT
    for paragraph in passage.text.splitlines():
        if paragraph.strip():
            *lines, last = set_text(indent + paragraph.strip(), style, paper.room).lines
            spread = [line(words, style, column, spread=True) for words in lines]
            yield [*above, *spread, line(last, style, column)]


def space(height: float) -> Band:
    """Return a strip left free."""
    return Band(height, lambda _pen, _top: None)


def line(text: str, style: Style, column: Column, *, spread: bool = False) -> Band:
    """Return one line of running text; `spread` over the full width where it lacks little."""
    spare = column.room - width(text, *style)
    spacing = spare / (len(text) - 1) if spread and 0 < spare < column.loose * style.size else 0.0
    baseline = (column.leading + 0.76 * style.size) / 2

    def draw(pen: Pen, top: float) -> None:
        pen.write(column.left, top - baseline, text, style, spacing=spacing)

    return Band(column.leading, draw)


def _ruled(paper: Paper) -> Band:
    def draw(pen: Pen, top: float) -> None:
        y = top - LEADING + 1.2 * MM
        pen.rule([(paper.side, y, paper.side + paper.room, y)])

    return Band(LEADING, draw)


def _ending(letter: LetterSheet, paper: Paper) -> Iterator[Band]:
    """Yield those who sign, and the seal; who signs alone stands to the left of it."""
    yield space(_ABOVE_SIGNATURES)
    rows = [_signatures(row, paper) for row in letter.signatures]
    if letter.seal is None:
        yield from rows
        return
    seal = bands.seal(*letter.seal, paper, PROSE)
    if rows and len(letter.signatures[-1]) == 1:
        seal = _together(seal, rows.pop())
    yield from rows
    yield seal


def _together(seal: Band, signature: Band) -> Band:
    def draw(pen: Pen, top: float) -> None:
        signature.draw(pen, top)
        seal.draw(pen, top)

    return Band(seal.height, draw)


def _signatures(row: Sequence[str], paper: Paper) -> Band:
    """Return a row of those who sign, each with the room that is left of its share of the width."""
    share = paper.room / len(row)
    blocks = [set_text(text, PROSE, share - _BETWEEN) for text in row]
    height = max(SIGNATURE_HEIGHT, *(block.height for block in blocks))

    def draw(pen: Pen, top: float) -> None:
        for number, block in enumerate(blocks):
            pen.set(block, paper.side + number * share, top - height / 2, share, "left")

    return Band(height, draw)

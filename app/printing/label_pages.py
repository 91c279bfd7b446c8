"""Labels laid out on the sheets they are cut from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.printing.bands import Band, Laid
from app.printing.ink import Pen
from app.printing.labels import Label, LabelSheet, Words
from app.printing.lines import Block, set_text
from app.printing.page import MM, Paper

_LEAST_SIZE = 6.0  # points
_STANDING = re.compile(r"[!-~]{1,4}|\S")


def pages(sheet: LabelSheet) -> Laid:
    """Lay the labels out, page by page; nothing stands in the margins."""
    stock = sheet.stock
    paper = Paper(stock.width * MM, stock.height * MM, side=0, head=0, foot=0)
    starts = range(0, len(sheet.labels), stock.count)
    laid = [[_page(sheet, sheet.labels[at : at + stock.count])] for at in starts]
    return Laid(paper, len(laid), laid)


def _page(sheet: LabelSheet, labels: Sequence[Label]) -> Band:
    stock = sheet.stock
    beside = (stock.width - stock.columns * stock.label_width) / 2
    above = (stock.height - stock.rows * stock.label_height - (stock.rows - 1) * stock.gap) / 2

    def draw(pen: Pen, top: float) -> None:
        for place, label in enumerate(labels):
            row, column = divmod(place, stock.columns)
            x = (beside + column * stock.label_width) * MM
            y = top - (above + row * (stock.label_height + stock.gap)) * MM
            if sheet.framed:
                _rule(pen, x, y, stock.label_width * MM, stock.label_height * MM)
            for words in label:
                _write(pen, words, x + words.left * MM, y - words.top * MM)

    return Band(stock.height * MM, draw)


def _write(pen: Pen, words: Words, left: float, top: float) -> None:
    width, height = words.width * MM, words.height * MM
    if words.framed:
        _rule(pen, left, top, width, height)
    block = _upright(words, height) if words.vertical else set_text(words.text, words.style, width)
    while block.height > height and block.style.size > _LEAST_SIZE:  # rather small than over the edge
        block = set_text(words.text, block.style._replace(size=block.style.size - 0.5), width)
    pen.set(block, left, top - height / 2, width, "center" if words.vertical else words.align)


def _upright(words: Words, height: float) -> Block:
    """Return the characters one below the other, a year on one line; smaller where the height is too low."""
    characters = tuple(_STANDING.findall(words.text)) or ("",)
    natural = len(characters) * words.style.leading
    size = words.style.size * min(1.0, height / natural)
    return Block(characters, words.style._replace(size=size))


def _rule(pen: Pen, left: float, top: float, width: float, height: float) -> None:
    right, bottom = left + width, top - height
    pen.rule(
        [
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
            (right, top, right, bottom),
        ]
    )

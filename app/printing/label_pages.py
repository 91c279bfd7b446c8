"""Labels laid out on the sheets they are cut from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from app.printing.bands import Band, Laid
from app.printing.ink import Pen
from app.printing.labels import Label, LabelSheet, Words
from app.printing.lines import Block, set_text
from app.printing.page import MM, Paper
from app.printing.styles import Style

_LEAST_SIZE = 6.0  # points
_UPRIGHT_MARKS = str.maketrans("（）《》〈〉“”", "︵︶︽︾︿﹀﹃﹄")
_BESIDE = 1.6  # from one upright column to the next, in sizes of their type
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
    if words.vertical:
        _write_upright(pen, words, left, top)
        return
    block = set_text(words.text, words.style, width)
    while block.height > height and block.style.size > _LEAST_SIZE:  # rather small than over the edge
        block = set_text(words.text, block.style._replace(size=block.style.size - 0.5), width)
    pen.set(block, left, top - height / 2, width, words.align)


def _write_upright(pen: Pen, words: Words, left: float, top: float) -> None:
    """Write the characters one below the other, a year on one line, in columns from right to left."""
    width, height = words.width * MM, words.height * MM
    characters = tuple(_STANDING.findall(words.text.translate(_UPRIGHT_MARKS))) or ("",)
    style = words.style
    while (columns := _columns(len(characters), height, style)) * _BESIDE * style.size > width:
        style = style._replace(size=style.size - 0.5)
    deep, wide = ceil(len(characters) / columns), _BESIDE * style.size
    above = (height - deep * style.leading) / 2
    for column in range(columns):
        block = Block(characters[column * deep : (column + 1) * deep], style)
        right = left + (width + columns * wide) / 2 - column * wide
        pen.set(block, right - wide, top - above - block.height / 2, wide, "center")


def _columns(characters: int, height: float, style: Style) -> int:
    return ceil(characters / int(height / style.leading))


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

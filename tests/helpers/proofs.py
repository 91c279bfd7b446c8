"""What a proof-reader finds on printed pages, read back from the file: cells, words, dates, last pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from app.printing.fonts import MARK
from app.printing.page import MM

_LEAST_SIZE = 8.0  # points, what a clerk of fifty still reads
_HIGHEST_ROW = 60 * MM  # but of a box for running text, over most of the width
_WIDE = 0.6
_MARGIN = 9 * MM  # what an office printer leaves blank, and a little
_NEAR = 0.6  # points: ink may touch a rule by so much

# A date, a case number, an amount: never on two lines. Each with what its first line may end in.
_TORN = (
    re.compile(r"\d\n\d|\d\n[年月日号岁元%]|[年月]\n\d{1,2}[月日]|[-—]\n\d|\d\n-\d|,\n\d|\d\n[,.]\d"),
    re.compile(r"（\d{4}）\S{0,8}\n\S{0,6}号"),
)
_WRONG_START = re.compile(r"\n[，。、；：！？）》〉”’】〕」』〗％·～℃々]")
_NARROW_BRACKET = re.compile(r"[一-鿿]\(|\)[一-鿿]")
_THOUSANDS = re.compile(r"\d,\d{3}")  # parted in tables, not in running text
_LOW = 4  # rows on a page, of which one more would have found room beside the last
_NEVER_TORN = 4  # characters: a label
_LATER_PAGE = re.compile(r"第 (?!1\b)\d+")


class Words(NamedTuple):
    """A piece of text as drawn: where its ink is, and in what type."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    font: str
    baseline: float


class Rule(NamedTuple):
    """A straight line, upright or level; from `first` to `last` along it, at `place` across."""

    place: float
    first: float
    last: float


@dataclass(frozen=True)
class Page:
    """One page as it was drawn. Words written aslant, as a mark across the page, are left out."""

    width: float
    height: float
    words: tuple[Words, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def cells(self) -> dict[tuple[float, float, float, float], list[Words]]:
        """Return the words by the cell they stand in: its left, bottom, right and top rule."""
        found = defaultdict(list)
        for words in self.words:
            if (cell := self._cell(words)) is not None:
                found[cell].append(words)
        return dict(found)

    def _cell(self, words: Words) -> tuple[float, float, float, float] | None:
        x, y = (words.left + words.right) / 2, (words.bottom + words.top) / 2
        beside = [rule.place for rule in self.upright if rule.first - _NEAR <= y <= rule.last + _NEAR]
        above = [rule.place for rule in self.level if rule.first - _NEAR <= x <= rule.last + _NEAR]
        left = max((place for place in beside if place <= x), default=None)
        right = min((place for place in beside if place > x), default=None)
        bottom = max((place for place in above if place <= y), default=None)
        top = min((place for place in above if place > y), default=None)
        if left is None or right is None or bottom is None or top is None:
            return None
        return left, bottom, right, top


def read_pages(path: Path) -> list[Page]:
    """Read a file back, page by page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_read(page) for page in document]
    finally:
        document.close()


def _read(page: Any) -> Page:  # noqa: ANN401  # pypdfium2 is untyped
    words: list[Words] = []
    level: list[Rule] = []
    upright: list[Rule] = []
    for drawn in page.get_objects(textpage=page.get_textpage()):
        if drawn.type == pdfium.FPDF_PAGEOBJ_TEXT:
            text = drawn.extract()
            place = drawn.get_matrix()
            if text.strip() and abs(place.b) < 0.01:  # not aslant
                name = drawn.get_font().get_base_name()
                left, bottom, right, top = drawn.get_bounds()
                words.append(Words(text, left, bottom, right, top, drawn.get_font_size(), name, place.f))
        elif drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            for (x, y), (to_x, to_y) in _strokes(drawn):
                if abs(x - to_x) < 0.01:
                    upright.append(Rule(x, *sorted((y, to_y))))
                elif abs(y - to_y) < 0.01:
                    level.append(Rule(y, *sorted((x, to_x))))
    width, height = page.get_size()
    return Page(width, height, tuple(words), tuple(level), tuple(upright))


def _strokes(path: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:  # noqa: ANN401
    points = []
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        x, y = pdfium.c_float(), pdfium.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        moves = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        points.append(((x.value, y.value), moves))
    for (start, _), (end, moves) in pairwise(points):
        if not moves:
            yield start, end


def faults(pages: list[Page]) -> list[str]:
    """Return what a proof-reader marks, each once with its page; nothing where all is well."""
    found = [f"p.{number}: {fault}" for number, page in enumerate(pages, start=1) for fault in _on_page(page)]
    return list(dict.fromkeys([*found, *_lonely(pages)]))


def _on_page(page: Page) -> Iterator[str]:
    yield from _outside(page)
    yield from _over_rules(page)
    yield from _over_each_other(page)
    yield from _small_or_missing(page)
    cells = page.cells()
    yield from _wrongly_set(page, cells.values())
    for (left, bottom, right, top), words in cells.items():
        if _is_upright(words):
            continue
        too_high = top - bottom > _HIGHEST_ROW and right - left < _WIDE * page.width
        if too_high and not _is_room_to_write(words, top - bottom):
            yield f"row of {(top - bottom) / MM:.0f} mm: {words[0].text[:12]}"
        yield from _torn(words)


def _is_upright(words: list[Words]) -> bool:
    """Tell whether a text is set upright, one character below the other: on the spine of a box."""
    return len(_lines(words)) > 2 and all(len(one.text) == 1 or one.text.isascii() for one in words)


def _is_room_to_write(words: list[Words], height: float) -> bool:
    """Tell whether a box is high for what is written into it by hand: an opinion, minutes."""
    return sum(one.size for one in words) < 0.5 * height


def _outside(page: Page) -> Iterator[str]:
    for words in page.words:
        if words.left < _MARGIN or words.right > page.width - _MARGIN or words.top > page.height - _MARGIN:
            yield f"outside the page: {words.text[:20]}"


def _over_rules(page: Page) -> Iterator[str]:
    for words in page.words:
        middle_x, middle_y = (words.left + words.right) / 2, (words.bottom + words.top) / 2
        crossed = any(
            words.left + _NEAR < rule.place < words.right - _NEAR and rule.first < middle_y < rule.last
            for rule in page.upright
        ) or any(
            words.bottom + _NEAR < rule.place < words.top - _NEAR and rule.first < middle_x < rule.last
            for rule in page.level
        )
        if crossed:
            yield f"over a rule: {words.text[:20]}"


def _over_each_other(page: Page) -> Iterator[str]:
    lines = sorted(page.words, key=lambda words: words.left)
    for one, other in _neighbours(lines):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.top, other.top) - max(one.bottom, other.bottom)
        if across > _NEAR and down > _NEAR:
            yield f"over each other: {one.text[:12]} / {other.text[:12]}"


def _neighbours(lines: list[Words]) -> Iterator[tuple[Words, Words]]:
    for at, one in enumerate(lines):
        for other in lines[at + 1 :]:
            if other.left >= one.right:
                break
            yield one, other


def _small_or_missing(page: Page) -> Iterator[str]:
    for words in page.words:
        if words.size < _LEAST_SIZE - 0.01:
            yield f"{words.size:.1f} points: {words.text[:20]}"
        if "None" in words.text:
            yield f"a value that lacks: {words.text[:20]}"
        if MARK in words.text:
            yield f"no glyph: {words.text[:20]}"


def _wrongly_set(page: Page, cells: Iterable[list[Words]]) -> Iterator[str]:
    in_tables = {words for cell in cells for words in cell}
    for words in page.words:
        if words not in in_tables and _THOUSANDS.search(words.text):
            yield f"thousands in running text: {words.text[:20]}"
        if _NARROW_BRACKET.search(words.text):
            yield f"a narrow bracket: {words.text[:20]}"


def _torn(words: list[Words]) -> Iterator[str]:
    lines = _lines(words)
    text = "\n".join(lines)
    for pattern in (*_TORN, _WRONG_START):
        if match := pattern.search(text):
            yield f"torn: {text[max(0, match.start() - 8) : match.end() + 8]!r}"
    joined = "".join(lines)
    if len(lines) > 1 and len(joined) <= _NEVER_TORN and joined.isalpha():
        yield f"torn: {text!r}"
    if len(lines) > 1 and len(lines[-1]) == 1 and len(lines[-2]) > 2:
        yield f"one character on a line: {text[-12:]!r}"


def _lines(words: list[Words]) -> list[str]:
    """Join words into the lines of their cell, from top to bottom."""
    lines: dict[float, list[Words]] = defaultdict(list)
    for one in words:
        lines[round(one.baseline, 1)].append(one)
    return [
        "".join(one.text for one in sorted(lines[baseline], key=lambda one: one.left)).strip()
        for baseline in sorted(lines, reverse=True)
    ]


def _lonely(pages: list[Page]) -> Iterator[str]:
    """Find a last page with one row of a table or a form, and a total without a heading or a row above it."""
    for before, page in pairwise(pages):
        numbers = [_numbers(one) for one in (before, page)]
        if len(numbers[0]) >= _LOW and len(numbers[1]) == 1 and numbers[1][0] > numbers[0][-1]:
            yield f"one row alone on the last page: {numbers[1][0]}"
        if (label := _only_box(page)) and label != _first_of_last_row(before):  # but for the rest of a text
            yield f"one box alone on the last page: {label[:12]}"
    for page in pages:
        texts = {words.text.strip() for words in page.words}
        if any(text.startswith(("合计（", "本页小计（")) for text in texts) and "序号" not in texts:
            yield "a total without a heading"


def _only_box(page: Page) -> str:
    """Return what a row of boxes begins with that stands alone on a page behind the first; "" elsewhere."""
    cells = page.cells()
    goes_on = any(_LATER_PAGE.match(words.text) for words in page.words)
    return _first_of_last_row(page) if goes_on and len({bottom for _, bottom, *_ in cells}) == 1 else ""


def _first_of_last_row(page: Page) -> str:
    """Return what stands in the first box of the last row."""
    cells = page.cells()
    last = min(cells, key=lambda cell: (cell[1], cell[0]), default=None)
    return "".join(words.text for words in cells[last]) if last is not None else ""


def _numbers(page: Page) -> list[int]:
    """Return the numbers of the rows on a page, where it holds a list."""
    places = [words for words in page.words if words.text.strip() == "序号"]
    if not places:
        return []
    left, right = places[0].left - 4, places[0].right + 4
    return [
        int(words.text)
        for words in sorted(page.words, key=lambda words: -words.top)
        if words.text.strip().isdigit() and left < words.left and words.right < right
    ]

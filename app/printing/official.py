"""Laying a report out as official papers are: 22 lines of 28 characters (GB/T 9704-2012; domain 0.6).

The office's machines seldom have 小标宋, 仿宋 and 楷体, and their licences forbid to bring them along:
Song in bold stands for the first and the third, plain Song for the second.
"""

from collections.abc import Iterator

from app.printing.bands import Band, Laid, height_of
from app.printing.fonts import width
from app.printing.ink import HEADING, Pen
from app.printing.lines import set_text
from app.printing.page import MM, Paper, cut
from app.printing.prose import INDENT, Column, kept_together, line, space
from app.printing.report import Kind, Passage, ReportSheet
from app.printing.roles import Role
from app.printing.styles import Style

REPORT = Paper(210 * MM, 297 * MM, side=27 * MM, head=37 * MM, foot=35 * MM)  # a block of 156 by 225 mm
_LEADING = 28.0
_COLUMN = Column(left=28 * MM, room=REPORT.room, leading=_LEADING, loose=6)  # 订口 28 mm
_TITLE = Style(Role.SONG_BOLD, 22)  # 2号
_TITLE_LEADING = 36.0
_BODY = Style(Role.SONG, 15.75)  # 3号: 28 of them fill the line
_STYLES: dict[Kind, Style] = {
    "first": Style(Role.HEI, _BODY.size),
    "second": Style(Role.SONG_BOLD, _BODY.size),
}
_NUMBER = Style(Role.SONG, 14)  # 4号
_BELOW_BLOCK = 7 * MM
_FROM_RIGHT = 4 * _BODY.size


def pages(report: ReportSheet) -> Laid:
    """Lay the report out."""
    above = [_title(passage.text) for passage in report.of_kind("title")]
    below = _signature([passage.text for passage in report.of_kind("signature")])
    running = report.of_kind("first", "second", "body")
    groups = list(kept_together((field.heading, _paragraph(field)) for field in running))
    heights = [height_of(group) for group in groups]
    parts = cut(heights, REPORT.depth, first=REPORT.depth - height_of(above), tail=height_of(below))
    laid = [
        [
            *(above if number == 1 else []),
            *(band for group in groups[part] for band in group),
            *(below if number == len(parts) else []),
        ]
        for number, part in enumerate(parts, start=1)
    ]
    return Laid(REPORT, len(laid), laid)


def foot(pen: Pen, page: int) -> None:
    """Write the number of the page below the block: — 1 —, one character in from the outer edge."""
    text = f"— {page} —"
    is_right = page % 2 == 1
    outer = _COLUMN.room - width(text, *_NUMBER) - _NUMBER.size if is_right else _NUMBER.size
    pen.begin_artifact()
    pen.write(_COLUMN.left + outer, REPORT.foot - _BELOW_BLOCK - _NUMBER.size, text, _NUMBER)
    pen.end()


def _title(text: str) -> Band:
    """Return the title, centred and evened out, with a line free below."""
    block = set_text(text, _TITLE, _COLUMN.room, even=True)

    def draw(pen: Pen, top: float) -> None:
        pen.begin(HEADING)
        for number, words in enumerate(block.lines):
            x = _COLUMN.left + (_COLUMN.room - width(words, *_TITLE)) / 2
            pen.write(x, top - _TITLE.size - number * _TITLE_LEADING, words, _TITLE)
        pen.end()

    return Band((len(block.lines) + 1) * _LEADING, draw)


def _paragraph(passage: Passage) -> list[Band]:
    style = _STYLES.get(passage.kind, _BODY)
    *lines, last = set_text(INDENT + passage.text, style, _COLUMN.room).lines
    return [*(line(words, style, _COLUMN, spread=True) for words in lines), line(last, style, _COLUMN)]


def _signature(texts: list[str]) -> list[Band]:
    """Return a free line and the signature: the date four characters from the right, the name over it."""
    if not texts:
        return []
    *names, day = texts
    right = _COLUMN.room - _FROM_RIGHT
    middle = right - width(day, *_BODY) / 2
    return [space(_LEADING), *_names(names, middle), _placed(day, right - width(day, *_BODY))]


def _names(names: list[str], middle: float) -> Iterator[Band]:
    for name in names:
        length = width(name, *_BODY)
        yield _placed(name, max(0.0, min(middle - length / 2, _COLUMN.room - length)))


def _placed(text: str, x: float) -> Band:
    return line(text, _BODY, _COLUMN._replace(left=_COLUMN.left + x))

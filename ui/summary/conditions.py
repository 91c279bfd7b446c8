"""Conditions in the editor of a text: each one character of the document, drawn as a chip in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.summary.conditions import CONDITION, END, OTHERWISE, in_words
from ui.look import theme

MIME = "application/x-union-office-summary"
"""A piece of a text with its conditions, on its way from one text to another."""

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_SOURCE = QTextFormat.Property.UserProperty.value + 1
_CHARACTER = "\N{OBJECT REPLACEMENT CHARACTER}"
_PADDING = 6.0
_MOST = 18  # ems: a longer condition ends in …, and its tip says all of it
_SMALL = 0.9


@dataclass(frozen=True)
class Line:
    """A paragraph as it is kept; `starts` tell where each character that is shown begins in it."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, block: QTextBlock) -> Line:
        """Read a paragraph of the editor."""
        pieces: list[str] = []
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            source = _source_in(fragment.charFormat())
            pieces += [source if letter == _CHARACTER else letter for letter in fragment.text()]
            parts += 1
        starts = [0]
        for piece in pieces:
            starts.append(starts[-1] + len(piece))
        return cls("".join(pieces), tuple(starts))

    def shown(self, place: int) -> int:
        """Return where a place of the kept paragraph is shown."""
        return bisect_right(self.starts, place) - 1


class ConditionObject(QPyTextObject):
    """Draws the conditions of a document."""

    def intrinsicSize(  # noqa: N802  # Qt calls it so
        self, document: QTextDocument, _place: int, look: QTextFormat
    ) -> QSizeF:
        font = _font(document)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(_label(look, metrics)) + 2 * _PADDING
        return QSizeF(width, metrics.ascent())  # it stands on the line that the letters stand on

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _place: int,
        look: QTextFormat,
    ) -> None:
        colours, font, room = theme.colours(), _font(document), QRectF(rect)
        metrics = QFontMetricsF(font)
        ground = room.adjusted(1, 0, -1, metrics.descent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.border))
        painter.setBrush(QColor(colours.quiet_tint))
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        painter.setPen(QColor(colours.secondary))
        painter.setFont(font)
        painter.drawText(QPointF(room.left() + _PADDING, room.bottom()), _label(look, metrics))
        painter.restore()


def register(document: QTextDocument) -> None:
    """Let a document show conditions as chips."""
    document.documentLayout().registerHandler(_KIND, ConditionObject(document))


def insert(cursor: QTextCursor, text: str) -> None:
    """Insert a text as it is kept, its conditions as chips."""
    at = 0
    cursor.beginEditBlock()
    for match in CONDITION.finditer(text):
        cursor.insertText(text[at : match.start()], QTextCharFormat())
        cursor.insertText(_CHARACTER, _look(match[0]))
        at = match.end()
    cursor.insertText(text[at:], QTextCharFormat())
    cursor.endEditBlock()


def convert(document: QTextDocument) -> bool:
    """Make chips of the conditions that were typed out; tell whether there were any."""
    found = False
    block = document.begin()
    while block.isValid():
        while match := CONDITION.search(block.text()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + match.start())
            cursor.setPosition(block.position() + match.end(), QTextCursor.MoveMode.KeepAnchor)
            cursor.joinPreviousEditBlock()
            cursor.insertText(_CHARACTER, _look(match[0]))
            cursor.endEditBlock()
            found = True
        block = block.next()
    return found


def kept_text(document: QTextDocument) -> str:
    """Return a document's text as it is kept."""
    lines = []
    block = document.begin()
    while block.isValid():
        lines.append(Line.of(block).text)
        block = block.next()
    return "\n".join(lines)


def place_of(document: QTextDocument, kept: int) -> int:
    """Return where a place of the kept text is shown."""
    block = document.begin()
    while block.isValid():
        line = Line.of(block)
        if kept <= len(line.text):
            return block.position() + line.shown(kept)
        kept -= len(line.text) + 1
        block = block.next()
    return document.characterCount() - 1


def explained(cursor: QTextCursor) -> str:
    """Say what the condition before the cursor does; empty where none stands there."""
    source = _source_in(cursor.charFormat()) if not cursor.atBlockStart() else ""
    words = in_words(source)
    if not source or words == END:
        return "条件到此为止" if source else ""
    return f"{words}，才写出从这里到“{END}”的文字"


def remove(cursor: QTextCursor) -> bool:
    """Take the condition away that stands at a place, with its end and what lies between them that is one.

    The text between them stays. False where no condition stands there.
    """
    document, place = cursor.document(), cursor.position()
    whole = next((group for group in _groups(document) if place in group), None)
    if whole is None:
        return False
    cursor.beginEditBlock()
    for at in reversed(whole):
        cursor.setPosition(at)
        cursor.deleteChar()
    cursor.endEditBlock()
    return True


def _groups(document: QTextDocument) -> Iterator[list[int]]:
    """Yield the places of each condition, of what stands beside it as 否则, and of its end."""
    open_ones: list[list[int]] = []
    cursor = QTextCursor(document)
    for place, character in enumerate(document.toRawText()):
        if character != _CHARACTER:
            continue
        cursor.setPosition(place + 1)
        words = in_words(_source_in(cursor.charFormat()))
        if not words.startswith((END, OTHERWISE)) or not open_ones:
            open_ones.append([])
        open_ones[-1].append(place)
        if words == END:
            yield open_ones.pop()
    yield from open_ones


def write_plainly(cursor: QTextCursor) -> QTextCharFormat | None:
    """Return how to go on writing behind a condition; None where none stands before the cursor."""
    return QTextCharFormat() if _source_in(cursor.charFormat()) else None


def to_mime(cursor: QTextCursor) -> QMimeData:
    """Return what is selected: as it is kept for another text, in words for everybody else."""
    part = QTextDocument()
    insert_into = QTextCursor(part)
    insert_into.insertFragment(cursor.selection())
    kept = kept_text(part)
    mime = QMimeData()
    mime.setData(MIME, kept.encode())
    mime.setText(CONDITION.sub(lambda match: f"〔{in_words(match[0])}〕", kept))
    return mime


def _look(source: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setObjectType(_KIND)
    look.setProperty(_SOURCE, source)
    return look


def _source_in(look: QTextFormat) -> str:
    return str(look.property(_SOURCE) or "")


def _label(look: QTextFormat, metrics: QFontMetricsF) -> str:
    most = _MOST * metrics.height()
    return metrics.elidedText(in_words(_source_in(look)), Qt.TextElideMode.ElideRight, most)


def _font(document: QTextDocument) -> QFont:
    font = QFont(document.defaultFont())
    font.setPixelSize(round(theme.pixels(font) * _SMALL))
    return font

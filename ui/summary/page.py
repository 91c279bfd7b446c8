"""The report as it will stand on paper, each figure a link to what is behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.resources import resource
from app.summary.document import Document, Line, Rank
from app.summary.quoted import Quoted
from ui.look import theme
from ui.summary.chips import Chip, blocks, paint, places

_SERIFS = ("fonts/NotoSerifSC-Regular.ttf", "fonts/NotoSerifSC-Bold.ttf")
_MARKED = re.compile(r"(〔未登记：[^〕]*〕)")
_BODY, _TITLE, _LEADING = 16, 22, 30  # pixels at the usual size of type
_MARGIN = 24


class Page(QTextBrowser):
    """Shows a report; its figures can be reached with Tab and opened with Enter.

    Signals:
        figure_opened(Quoted, QRect): a person wants to know what is behind a figure, and where it stands.
    """

    figure_opened = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName("总结预览")
        self.setProperty("role", "page")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._quotes: list[Quoted] = []
        self._report: Document | None = None
        self._chosen: int | None = None
        self._serif = _serif_families()
        self.anchorClicked.connect(self._open)
        self.document().setDocumentMargin(_MARGIN)

    def show_report(self, document: Document) -> None:
        """Show a report where the old one was scrolled to."""
        scrolled = self.verticalScrollBar().value()
        self._report = document
        self._quotes = []
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in enumerate(document.lines):
            shape = _shape(line, self._ratio)
            if number:
                cursor.insertBlock(shape)
            else:
                cursor.setBlockFormat(shape)
            self._write(cursor, line)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(scrolled)

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no report."""
        self._quotes, self._report = [], None
        self.setPlainText("")
        look = QTextCharFormat()
        look.setForeground(QColor(theme.colours().secondary))
        QTextCursor(self.document()).insertText(sentence, look)

    def quotes(self) -> list[Quoted]:
        """Return the figures in the order in which they stand."""
        return list(self._quotes)

    def choose(self, number: int | None) -> None:
        """Frame a figure whose card is open; None takes the frame away."""
        self._chosen = number
        self.viewport().update()

    def open_figure(self, number: int) -> None:
        """Ask for what is behind a figure, by its place in the text."""
        self._bring_to_sight(number)
        self.choose(number)
        self.figure_opened.emit(self._quotes[number], self._place(number))

    def recolour(self) -> None:
        """Take on the colours in force."""
        if self._report is not None:
            self.show_report(self._report)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for block, origin in blocks(self):
            paint(painter, block, origin, self._chips(block))
        painter.end()
        super().paintEvent(event)

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        look = self._letters(line.rank)
        for span in line.spans:
            if span.quote is None:
                for piece in _MARKED.split(span.text):
                    cursor.insertText(piece, self._quiet(look) if _MARKED.fullmatch(piece) else look)
            else:
                self._quotes.append(span.quote)
                cursor.insertText(span.text, self._link(look, span.quote, len(self._quotes) - 1))

    def _letters(self, rank: Rank) -> QTextCharFormat:
        """Return the type a line is set in, as on paper: Hei for the first headings, Song for all else."""
        look = QTextCharFormat()
        if rank is not Rank.FIRST:
            look.setFontFamilies(self._serif)
        bold = rank in (Rank.TITLE, Rank.FIRST, Rank.SECOND)
        look.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        look.setProperty(
            QTextCharFormat.Property.FontPixelSize, self._scale(_TITLE if rank is Rank.TITLE else _BODY)
        )
        look.setForeground(QColor(theme.colours().text))
        return look

    def _quiet(self, look: QTextCharFormat) -> QTextCharFormat:
        quiet = QTextCharFormat(look)
        quiet.setForeground(QColor(theme.colours().secondary))
        return quiet

    def _link(self, look: QTextCharFormat, quote: Quoted, number: int) -> QTextCharFormat:
        link = QTextCharFormat(look)
        link.setAnchor(True)
        link.setAnchorHref(str(number))
        link.setForeground(self._tone(quote)[0])
        hand = f"（人工修改：{quote.override.reason}）" if quote.override is not None else ""
        link.setToolTip(f"{quote.figure.label}　{quote.period.label}{hand}")
        return link

    def _tone(self, quote: Quoted) -> tuple[QColor, QColor]:
        if not quote.text:
            return theme.tone("bad")
        return theme.tone("warn" if quote.override is not None else "info")

    @property
    def _ratio(self) -> float:
        return theme.pixels(self.font()) / theme.BASE

    def _scale(self, length: int) -> int:
        return round(length * self._ratio)

    def _chips(self, block: QTextBlock) -> Iterator[Chip]:
        for number, fragment in _links(block):
            ink, tint = self._tone(self._quotes[number])
            start = fragment.position() - block.position()
            edge = ink if number == self._chosen else None
            yield Chip(start, start + fragment.length(), tint, edge)

    def _place(self, number: int) -> QRect:
        """Return where a figure stands in the window."""
        for block, origin in blocks(self):
            for link, fragment in _links(block):
                if link == number:
                    start = fragment.position() - block.position()
                    first = next(places(block, start, start + fragment.length())).translated(origin).toRect()
                    return QRect(self.viewport().mapToGlobal(first.topLeft()), first.size())
        return QRect(self.mapToGlobal(QPoint()), self.size())

    def _bring_to_sight(self, number: int) -> None:
        block = self.document().begin()
        while block.isValid():
            for link, fragment in _links(block):
                if link == number:
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(fragment.position())
                    self.setTextCursor(cursor)
                    self.ensureCursorVisible()
                    return
            block = block.next()

    @Slot(QUrl)
    def _open(self, link: QUrl) -> None:
        self.open_figure(int(link.toString()))


def _links(block: QTextBlock) -> Iterator[tuple[int, QTextFragment]]:
    parts = block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        href = fragment.charFormat().anchorHref()
        if href:
            yield int(href), fragment
        parts += 1


def _shape(line: Line, scale: float) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(_LEADING * scale, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if line.rank is Rank.TITLE:
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shape.setBottomMargin(_LEADING / 2 * scale)
    elif line.rank is Rank.SIGNATURE:
        shape.setAlignment(Qt.AlignmentFlag.AlignRight)
        shape.setRightMargin(4 * _BODY * scale)
    else:
        shape.setAlignment(Qt.AlignmentFlag.AlignJustify)
        shape.setTextIndent(2 * _BODY * scale)
    return shape


@cache
def _serif_families() -> list[str]:
    numbers = [QFontDatabase.addApplicationFont(str(resource(path))) for path in _SERIFS]
    return list(
        dict.fromkeys(name for number in numbers for name in QFontDatabase.applicationFontFamilies(number))
    )

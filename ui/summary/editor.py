"""The editor of a report's text: figures and conditions as chips, an unknown figure underlined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from app.summary.template import mentions
from ui.look import theme
from ui.summary import conditions
from ui.summary.chips import Chip, blocks, paint, places
from ui.summary.colouring import Colouring

_LEADING = 24
_MARGIN = 16
_LEAVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


@dataclass(frozen=True)
class Begun:
    """The figure in which the cursor stands: where its inside begins and ends, what is before the cursor."""

    start: int
    end: int
    typed: str


class TextEditor(QTextEdit):
    """Edits a text in which figures stand between double braces; Ctrl+J begins one.

    A condition is shown in words, as one character; `text` is what is kept.

    Signals:
        touched(): the text changed otherwise than by `set_text`.
        begun(): something was typed, perhaps in a figure; or a figure was asked for.
        left(): the keyboard went elsewhere.
        steered(int): a key that belongs to the list of offers, while it is open.
    """

    touched = Signal()
    begun = Signal()
    left = Signal()
    steered = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("text")
        self.setAccessibleName("总结文字")
        self.setProperty("role", "page")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(_MARGIN)
        conditions.register(self.document())
        self._shown = ""
        self._steering = False
        self._colouring = Colouring(self.document())
        self.textChanged.connect(self._notice)
        self.cursorPositionChanged.connect(self._write_plainly)

    def text(self) -> str:
        """Return the text as it is kept."""
        return conditions.kept_text(self.document())

    def set_text(self, text: str) -> None:
        """Show a text that nobody typed; what was typed before cannot be taken back any more."""
        self._shown = text
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        conditions.insert(cursor, text)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._spaced())
        self.setTextCursor(QTextCursor(self.document()))
        self.setUndoRedoEnabled(True)

    def replace_text(self, text: str) -> None:
        """Type a text in the place of all there is; Ctrl+Z brings the old one back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        conditions.insert(cursor, text)

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Underline the mentions that mean nothing, by their source."""
        self._colouring.show_wrong(wrong)
        self.viewport().update()

    def show_carried(self, words: Collection[str]) -> None:
        """Mark the sentences that are last year's, wherever they stand: underlined, and in the margin."""
        self._colouring.show_carried(words)
        self.viewport().update()

    def select_sentence(self, start: int, end: int) -> None:
        """Select a sentence by where it stands in `text`, so that the next thing typed replaces it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(conditions.place_of(self.document(), end))
        cursor.setPosition(conditions.place_of(self.document(), start), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def recolour(self) -> None:
        """Take on the colours in force."""
        self._colouring.rehighlight()

    def steer(self, *, on: bool) -> None:
        """Let the list of offers have the keys that move in it, or have them back."""
        self._steering = on

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line, counted from 1."""
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def add_sentence(self, line: int, sentence: str) -> None:
        """Type a sentence at the end of a line, counted from 0, and show it; Ctrl+Z takes it away."""
        cursor = QTextCursor(self.document().findBlockByNumber(line))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        conditions.insert(cursor, sentence)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def begin_figure(self) -> None:
        """Put empty braces where the cursor is, and the cursor into them; it stays in a figure it is in."""
        self.setFocus()
        if self.figure_begun() is None:
            cursor = self.textCursor()
            cursor.insertText("{{  }}")
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=3)
            self.setTextCursor(cursor)
        self.begun.emit()

    def figure_begun(self) -> Begun | None:
        """Return the figure in which the cursor stands; None outside of braces."""
        cursor = self.textCursor()
        text, at = cursor.block().text(), cursor.positionInBlock()
        start = text.rfind("{{", 0, at)
        if cursor.hasSelection() or start < 0 or at < start + 2 or "}}" in text[start:at]:
            return None
        close, after = text.find("}}", at), text.find("{{", at)
        end = close if close >= 0 and not 0 <= after < close else at
        base = cursor.block().position()
        return Begun(base + start + 2, base + end, text[start + 2 : at].lstrip())

    def write_figure(self, source: str) -> None:
        """Write what stands between the braces around the cursor, and go on behind them."""
        begun = self.figure_begun()
        if begun is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(begun.start)
        cursor.setPosition(begun.end, QTextCursor.MoveMode.KeepAnchor)
        rest = cursor.block().text()[begun.end - cursor.block().position() :]
        cursor.insertText(f" {source} " if rest.startswith("}}") else f" {source} }}}}")
        if rest.startswith("}}"):
            cursor.movePosition(QTextCursor.MoveOperation.Right, n=2)
        self.setTextCursor(cursor)

    def give_up_figure(self) -> None:
        """Take braces away that nothing was written in."""
        begun = self.figure_begun()
        if begun is None or begun.typed.strip():
            return
        cursor = self.textCursor()
        cursor.setPosition(begun.start - 2)
        cursor.setPosition(begun.end + 2, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.selectedText().strip("{} "):
            cursor.removeSelectedText()
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ours = _LEAVING | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if self._steering and event.key() in ours and not event.modifiers():
            self.steered.emit(event.key())
            return
        if event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.begin_figure()
            return
        if self._removes_condition(event):
            return
        super().keyPressEvent(event)
        if event.text() == "{":
            self._close_braces()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  # Qt calls it so
        return conditions.to_mime(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        kept = bytes(source.data(conditions.MIME).data()).decode() or source.text()
        conditions.insert(self.textCursor(), kept)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for block, origin in blocks(self):
            paint(painter, block, origin, self._chips(block))
            self._mark_carried(painter, block, origin)
        painter.end()
        super().paintEvent(event)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            under = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
            told = self._colouring.trouble_at(under) or conditions.explained(under)
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _removes_condition(self, event: QKeyEvent) -> bool:
        """Take a whole condition away where its beginning or its end would be deleted alone."""
        steps = {Qt.Key.Key_Backspace: -1, Qt.Key.Key_Delete: 0}
        cursor = self.textCursor()
        if event.key() not in steps or event.modifiers() or cursor.hasSelection():
            return False
        cursor.setPosition(max(cursor.position() + steps[Qt.Key(event.key())], 0))
        return conditions.remove(cursor)

    def _spaced(self) -> QTextBlockFormat:
        spaced = QTextBlockFormat()
        height = _LEADING * theme.pixels(self.font()) / theme.BASE
        spaced.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return spaced

    def _chips(self, block: QTextBlock) -> Iterator[Chip]:
        colours = theme.colours()
        good, bad = QColor(colours.accent_tint), QColor(colours.bad_tint)
        for start, end in self._colouring.carried_in(block):
            yield Chip(start, end, QColor(colours.warn_tint))
        for mention in mentions(block.text()):
            yield Chip(mention.start, mention.end, bad if self._colouring.is_wrong(mention.source) else good)

    def _mark_carried(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Write 旧 into the margin beside each line in which a sentence of last year's begins."""
        painter.save()
        font = painter.font()
        font.setPixelSize(_MARGIN - 4)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().warn))
        for start, end in self._colouring.carried_in(block):
            first = next(places(block, start, end), None)
            if first is not None:
                line = first.translated(origin)
                beside = QRectF(0, line.top(), _MARGIN, line.height())
                painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, "旧")
        painter.restore()

    def _close_braces(self) -> None:
        cursor = self.textCursor()
        text, at = cursor.block().text(), cursor.positionInBlock()
        if text[:at].endswith("{{") and not text[at:].startswith("}"):
            cursor.insertText("  }}")
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=3)
            self.setTextCursor(cursor)
            self.begun.emit()

    @Slot()
    def _write_plainly(self) -> None:
        """Let what is typed behind a condition be letters, not another of it."""
        if (look := conditions.write_plainly(self.textCursor())) is not None:
            self.setCurrentCharFormat(look)

    @Slot()
    def _notice(self) -> None:
        # An input method announces changes while it composes, with the text still unchanged.
        if self.text() != self._shown and not conditions.convert(self.document()):
            self._shown = self.text()
            self.touched.emit()
            self.begun.emit()

"""Editors of terms from a list: one of them, or several."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.errors import Invalid
from app.fields import ChoiceField, ChoicesField
from app.rules.names import search_key
from ui.editors.lines import LineEditor, is_enter
from ui.editors.offers import Offers
from ui.keys import left_to_window
from ui.look.icons import icon
from ui.look.theme import mark
from ui.widgets.screen import below


def matching(terms: tuple[str, ...], text: str) -> list[str]:
    """Return the terms that contain the text, or whose pinyin does; those that begin with it come first."""
    text = text.strip()
    found = [term for term in terms if text in term or (_is_sound(text) and text.lower() in search_key(term))]
    return sorted(found, key=lambda term: not _begins(term, text))


def meant(terms: tuple[str, ...], text: str) -> str:
    """Return the term that a part of it, or of its pinyin, can only mean; empty where it may mean several.

    What a term begins with means that one, whatever others hold it further on.

    >>> meant(("申请人", "被申请人", "第三人"), "sqr"), meant(("申请人", "被申请人", "第三人"), "人")
    ('申请人', '')
    """
    found = matching(terms, text)
    begun = [term for term in found if _begins(term, text.strip())]
    likely = begun or found
    return likely[0] if len(likely) == 1 else ""


def _begins(term: str, text: str) -> bool:
    return term.startswith(text) or (_is_sound(text) and f"|{text.lower()}" in search_key(term))


def _is_sound(text: str) -> bool:
    return text.isascii() and text.isalpha()


class _Line(QLineEdit):
    """The line of a choice: a click opens the list."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText():
            self.clicked.emit()


class ChoiceEditor(QComboBox):
    """Edits one term of a list; typing a part of it or its pinyin narrows the list.

    Signals:
        touched(): the text changed otherwise than by `set_text`.
    """

    touched = Signal()

    def __init__(self, field: ChoiceField, parent: QWidget) -> None:
        super().__init__(parent)
        self._terms = field.offered
        self._usual = field.usual
        self._notes = field.notes
        self._last_text = ""
        self._line = line = _Line(self)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setToolTip(field.explanation)
        line.setPlaceholderText(field.hint)
        line.setAccessibleName(field.label)
        self.addItems(list(field.offered) if field.required or field.usual else ["", *field.offered])
        self.setCurrentIndex(-1)
        self._made_offers: Offers | None = None
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's own completes what was typed
        line.clicked.connect(self.showPopup)
        line.textEdited.connect(self._narrow)
        self.currentTextChanged.connect(self._notice)

    @property
    def _offers(self) -> Offers:
        """The list, made when it is first wanted: a long form has dozens of them."""
        if self._made_offers is None:
            self._made_offers = Offers(self)
            self.setCompleter(self._made_offers)
        return self._made_offers

    def text(self) -> str:
        """Return the term, or whatever is typed in its place."""
        return self.currentText()

    def set_text(self, text: str) -> None:
        """Show a term without announcing it."""
        self._last_text = text
        self.setCurrentIndex(self.findText(text))
        if self.currentText() != text:
            self.setEditText(text)
        self._line.setCursorPosition(0)

    def set_problem(self, kind: str) -> None:
        """Draw the border for a problem: `block`, `warn`, or none when empty."""
        mark(self, problem=kind)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        # The completer's list leaves the keys to the line, the combo box's own does not.
        terms = [self.itemText(row) for row in range(self.count())]
        self._offers.offer(terms, self._notes() if self._notes is not None else {})
        self._offers.complete()
        if (row := self.findText(self.text())) >= 0:
            self._offers.popup().setCurrentIndex(self._offers.completionModel().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._offers.is_open:
            self.showPopup()
            return
        if left_to_window(event, self._line):
            event.ignore()
            return
        super().keyPressEvent(event)
        if is_enter(event):
            event.accept()
            self.focusNextPrevChild(True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the form past a choice must not change it.
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._complete()

    @Slot(str)
    def _narrow(self, text: str) -> None:
        self._offers.offer(matching(self._terms, text))

    @Slot(str)
    def _notice(self, text: str) -> None:
        if text != self._last_text:
            self._last_text = text
            self.touched.emit()

    def _complete(self) -> None:
        """Take the only term that what was typed can mean; for nothing, what it is saved as."""
        if not self.text():
            self.setCurrentText(self._usual)
        elif self.text() not in self._terms and (term := meant(self._terms, self.text())):
            self.setCurrentText(term)


class ChoicesEditor(LineEditor):
    """Edits several terms of a list, joined by 、: typed, or ticked in a list under the line."""

    def __init__(self, field: ChoicesField, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._terms = field
        self._list: QListWidget | None = None
        opener = self.addAction(icon("down"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setText("选择")
        opener.setToolTip("从列表中勾选")
        opener.triggered.connect(self.open_list)
        self.textChanged.connect(self._fit_tool_tip)

    @property
    def list_of_terms(self) -> QListWidget:
        """The list to tick in, made when it is first wanted."""
        if self._list is None:
            self._list = QListWidget(self)
            self._list.setWindowFlag(Qt.WindowType.Popup)
            self._list.setProperty("role", "offer")
            self._list.itemClicked.connect(self._tick)
            self._list.itemChanged.connect(self._write_ticked)
        return self._list

    @Slot()
    def open_list(self) -> None:
        """Show the list of terms, those written already ticked."""
        terms = self.list_of_terms
        self._fill(terms)
        rows = terms.sizeHintForRow(0) * terms.count()
        most = self.screen().availableGeometry().height() // 2  # what is more scrolls
        terms.setFixedSize(self.width(), min(rows + 2 * terms.frameWidth() + 10, most))
        terms.move(below(self, terms.size()))
        terms.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tool_tip()

    @Slot()
    def _fit_tool_tip(self) -> None:
        """Say the whole text beside the cursor where the line is too short for it."""
        room = self.width() - _AROUND_TEXT
        cut = self.fontMetrics().horizontalAdvance(self.text()) > room
        self.setToolTip(self.text() if cut else self._terms.explanation)

    def _fill(self, terms: QListWidget) -> None:
        terms.blockSignals(True)
        terms.clear()
        for term in self._terms.offered:
            item = QListWidgetItem(term, terms)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_CHECKED if term in self._terms_in_line() else _UNCHECKED)
        terms.blockSignals(False)

    def _terms_in_line(self) -> tuple[str, ...]:
        try:
            return self._terms.parse(self.text()) or ()
        except Invalid:
            return ()

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem) -> None:
        item.setCheckState(_UNCHECKED if item.checkState() == _CHECKED else _CHECKED)

    @Slot()
    def _write_ticked(self) -> None:
        terms = self.list_of_terms
        items = (terms.item(row) for row in range(terms.count()))
        self.setText(
            self._terms.format(tuple(item.text() for item in items if item.checkState() == _CHECKED))
        )


_AROUND_TEXT = 52  # pixels: the margins, and the button that opens the list
_CHECKED = Qt.CheckState.Checked
_UNCHECKED = Qt.CheckState.Unchecked

"""Offering what may be meant while somebody types: a short list under the line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.fields import Described, ReferenceField, TextField
from app.keeping import lookup
from app.records.base import Record
from ui.editors.lines import LineEditor
from ui.look.icons import icon

_NEW, _NEW_ONE = "＋ 新建“{}”", "＋ 新建…"


class _Texts(QStringListModel):
    """Texts, each shown with the note beside it; what is taken over is the text alone."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: Mapping[str, str] = {}

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        text = super().data(index, role)
        note = self.notes.get(str(text)) if role == Qt.ItemDataRole.DisplayRole else None
        return f"{text}　{note}" if note else text


class Offers(QCompleter):
    """A list of at most some dozens of texts, filled anew for whatever was typed."""

    def __init__(self, parent: QWidget) -> None:
        self._texts = _Texts()
        super().__init__(self._texts, parent)
        self._texts.setParent(self)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(10)
        popup = self.popup()
        popup.setProperty("role", "offer")
        popup.ensurePolished()  # rows are set out as high as the style sheet has them

    def offer(self, texts: list[str], notes: Mapping[str, str] = MappingProxyType({})) -> None:
        """Replace the list, with what is said beside a text; the same texts leave its current row alone."""
        self._texts.notes = notes
        if texts != self._texts.stringList():
            self._texts.setStringList(texts)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self.popup().isVisible()


class OfferingEditor(LineEditor):
    """Edits a text and offers its `matches`; the down key offers at once."""

    def __init__(self, field: Described, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._made_offers: Offers | None = None
        self.textEdited.connect(self._offer)

    @property
    def _offers(self) -> Offers:
        """The list, made when it is first wanted: a long form has dozens of them."""
        if self._made_offers is None:
            self._made_offers = Offers(self)
            self._made_offers.activated.connect(self.take_offer)
            self.setCompleter(self._made_offers)
        return self._made_offers

    @Slot(str)
    def take_offer(self, offered: str) -> None:
        """Note which offer was taken; its text stands in the line."""

    def matches(self, text: str) -> list[str]:
        """Return the texts to offer for what is typed, the likeliest first."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._offers.is_open:
            self._offer(self.text())
            self._offers.complete()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _offer(self, text: str) -> None:
        self._offers.offer(self.matches(text))


class SuggestEditor(OfferingEditor):
    """Offers what was written in the field before, by part or by pinyin."""

    def __init__(self, field: TextField, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._text_field = field
        self._record: Record | None = None

    def look_around(self, record: Record) -> None:
        """Note in which record the field is filled in."""
        self._record = record

    def matches(self, text: str) -> list[str]:
        return lookup.suggestions(self._text_field, text, record=self._record)


class ReferenceEditor(OfferingEditor):
    """Edits which other record is meant: typed, offered, and remembered by its id once picked.

    What is not there yet can be made on the way where the form `may_make` it: the last offer says so.

    Signals:
        missing(str): a person wants a record of this name made, to refer to it.
    """

    missing = Signal(str)

    def __init__(self, field: ReferenceField, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._reference = field
        self.may_make = False
        self._ids: dict[str, int] = {}
        self._typed = ""
        self._before = ""  # all was listed
        self._is_typed = False  # since a record was shown or picked
        self.textEdited.connect(self._note_typing)
        if not field.hint:
            self.setPlaceholderText("打字查找，按 ↓ 列出")
        opener = self.addAction(icon("down"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setText("列出")
        opener.setToolTip("列出可选的，最后一行可以新建")
        opener.triggered.connect(self.list_all)

    @Slot()
    def list_all(self) -> None:
        """List what can be meant, whatever stands in the line, and at its end the way to make another."""
        self.setFocus()
        self._before, known = self.text(), self._ids
        self._offer("")
        self._ids = {**known, **self._ids}
        self._offers.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._offers.is_open and not self._is_typed:
            self.list_all()  # what stands there is to be chosen anew
            return
        super().keyPressEvent(event)

    @property
    def picked(self) -> int | None:
        """The id of the record that was offered under this text; None when it must be looked up."""
        return self._ids.get(self.text())

    def set_text(self, text: str) -> None:
        self._ids.clear()
        self._is_typed = False
        super().set_text(text)

    @Slot()
    def _note_typing(self) -> None:
        self._is_typed = True

    def matches(self, text: str) -> list[str]:
        self._typed = text.strip()
        self._ids = {title: record_id for record_id, title in lookup.choose(self._reference, text)}
        is_new = self.may_make and self._typed not in self._ids
        return [*self._ids, *([self._new_offer] if is_new else ())]

    @property
    def _new_offer(self) -> str:
        return _NEW.format(self._typed) if self._typed else _NEW_ONE

    @Slot(str)
    def take_offer(self, offered: str) -> None:
        if offered == self._new_offer:
            self.setText(self._typed or self._before)  # it stays where nothing comes of it
            self.missing.emit(self._typed)

    @property
    def model(self) -> type[Record]:
        """The kind of record that is referred to."""
        return self._reference.rel_model  # type: ignore[no-any-return]

    def refer_to(self, record: Record) -> None:
        """Show a record by its title and remember its id, as if it had been picked."""
        self._ids = {str(record): record.id}
        self._is_typed = False
        self.setText(str(record))

    def _write_properly(self) -> None:
        """Leave the text alone: what it means is looked up when the form is read."""

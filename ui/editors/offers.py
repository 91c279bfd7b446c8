"""Offering what may be meant while somebody types: a short list under the line."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from app.fields import Described, ReferenceField, TextField
from app.keeping import lookup
from app.records.base import Record
from ui.editors.lines import LineEditor

_NEW = "＋ 新建“{}”"


class Offers(QCompleter):
    """A list of at most some dozens of texts, filled anew for whatever was typed."""

    def __init__(self, parent: QWidget) -> None:
        self._texts = QStringListModel()
        super().__init__(self._texts, parent)
        self._texts.setParent(self)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(10)
        self.popup().setProperty("role", "offer")

    def offer(self, texts: list[str]) -> None:
        """Replace the list; the same texts leave it and its current row alone."""
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

    @property
    def picked(self) -> int | None:
        """The id of the record that was offered under this text; None when it must be looked up."""
        return self._ids.get(self.text())

    def set_text(self, text: str) -> None:
        self._ids.clear()
        super().set_text(text)

    def matches(self, text: str) -> list[str]:
        self._typed = text.strip()
        self._ids = {title: record_id for record_id, title in lookup.choose(self._reference, text)}
        is_new = self.may_make and self._typed and self._typed not in self._ids
        return [*self._ids, *([_NEW.format(self._typed)] if is_new else ())]

    @Slot(str)
    def take_offer(self, offered: str) -> None:
        if offered == _NEW.format(self._typed):
            self.setText(self._typed)
            self.missing.emit(self._typed)

    @property
    def model(self) -> type[Record]:
        """The kind of record that is referred to."""
        return self._reference.rel_model  # type: ignore[no-any-return]

    def refer_to(self, record: Record) -> None:
        """Show a record by its title and remember its id, as if it had been picked."""
        self._ids = {str(record): record.id}
        self.setText(str(record))

    def _write_properly(self) -> None:
        """Leave the text alone: what it means is looked up when the form is read."""

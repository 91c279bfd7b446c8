"""Offering what may be meant while somebody types: a short list under the line."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from app.fields import Described, ReferenceField, TextField
from app.services import lookup
from ui.editors.lines import LineEditor


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
        """Replace what is offered."""
        if texts != self._texts.stringList():
            self._texts.setStringList(texts)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self.popup().isVisible()


class OfferingEditor(LineEditor):
    """Edits a text and offers what `found` finds for it; the down key offers at once."""

    def __init__(self, field: Described, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._offers = Offers(self)
        self.setCompleter(self._offers)
        self.textEdited.connect(self._offer)

    def found(self, text: str) -> list[str]:
        """Return what may be meant by a text."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._offers.is_open:
            self._offer(self.text())
            self._offers.complete()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _offer(self, text: str) -> None:
        self._offers.offer(self.found(text))


class SuggestEditor(OfferingEditor):
    """Offers what was written in the field before, by part or by pinyin."""

    def __init__(self, field: TextField, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._text_field = field

    def found(self, text: str) -> list[str]:
        return lookup.suggestions(self._text_field, text)


class ReferenceEditor(OfferingEditor):
    """Edits which other record is meant: typed, offered, and remembered by its id once found."""

    def __init__(self, field: ReferenceField, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._reference = field
        self._ids: dict[str, int] = {}

    @property
    def picked(self) -> int | None:
        """The id of the record that was offered under this text; None when it must be looked up."""
        return self._ids.get(self.text())

    def set_text(self, text: str) -> None:
        self._ids.clear()
        super().set_text(text)

    def found(self, text: str) -> list[str]:
        self._ids = {title: record_id for record_id, title in lookup.choose(self._reference, text)}
        return list(self._ids)

    def _write_properly(self) -> None:
        """Leave the text alone: what it means is looked up when the form is read."""

"""Keeping what is typed and not saved, a moment after the typing stops, and offering what was left there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.records import drafts
from app.records.drafts import Place
from ui.forms.draft_offer import DraftOffer

_KEEP_AFTER_MS = 1500


class DraftKeeper(QObject):
    """Keeps a draft of what is typed into a widget: a form, a dialog, a text.

    `typed` returns the texts that are not saved, by name; nothing where all is. An offer that nobody
    answers stays: what is typed meanwhile is kept in addition to it.

    Signals:
        restored(object): the person wants the texts of the draft back, by name.
    """

    restored = Signal(object)

    def __init__(self, typed: Callable[[], Mapping[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = typed
        self._widget = parent
        self._place: Place | None = None
        self._offer: DraftOffer | None = None
        self._kept = False
        self._pause = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._pause.timeout.connect(self.keep)

    def come_to(self, place: Place | None) -> DraftOffer | None:
        """Keep what is typed in this place from now on; return the offer of what was left there."""
        self._place = place
        draft = drafts.found(place) if place is not None else None
        if draft is not None:
            self._offer = DraftOffer(draft, self._widget)
            self._offer.restored.connect(self._restore)
            self._offer.discarded.connect(self._discard)
        return self._offer

    def leave(self) -> None:
        """Forget what was kept: it was saved or given up; an offer nobody answered stays."""
        self._pause.stop()
        if self._kept and self._place is not None:
            if self._offer is not None:
                drafts.keep(self._place, self._offer.typed)
            else:
                drafts.forget(self._place)
        self._kept = False
        self._take_offer_away()

    @Slot()
    def touch(self) -> None:
        """Keep what is typed a moment after this."""
        self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Keep what is typed now, unless the window was closed meanwhile, and the office with it."""
        self._pause.stop()
        if self._place is None or not self._widget.window().isVisible():
            return
        waiting = self._offer.typed if self._offer is not None else {}
        if typed := self._typed():
            self._kept = True
            drafts.keep(self._place, {**waiting, **typed})
        elif self._kept:
            self.leave()

    def _take_offer_away(self) -> None:
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None

    @Slot()
    def _restore(self) -> None:
        """Hand out what was kept; it stays kept until it is saved."""
        texts = self._offer.typed if self._offer is not None else {}
        self._take_offer_away()
        self._kept = True
        self.restored.emit(texts)

    @Slot()
    def _discard(self) -> None:
        self._take_offer_away()
        if self._place is not None:
            drafts.forget(self._place)
        self.touch()

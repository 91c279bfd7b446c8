"""A row of page titles, of a record's panel or of a tab's registers; what does not fit waits under 更多."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget


class TabStrip(QFrame):
    """Chooses one of several pages.

    Signals:
        chosen(int): a person, or `go_to`, chose the page of that number.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._choose)
        self._more = QToolButton(self)
        self._more.setText("更多 ▾")
        self._more.setAccessibleName("更多")
        self._more.setProperty("role", "tab")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._list_hidden)
        self._more.setMenu(self._menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._more)
        self._row.addStretch(1)

    def add(self, title: str) -> None:
        """Add a page at the end."""
        button = QToolButton(self)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        number = len(self._group.buttons())
        self._group.addButton(button, number)
        self._row.insertWidget(number, button)
        self.set_title(number, title)
        button.setChecked(number == 0)

    def set_title(self, number: int, title: str) -> None:
        """Give a page another title, such as one with another count."""
        button = self._group.button(number)
        if button.text() != title:
            button.setText(title)
            button.setAccessibleName(title)
            self.updateGeometry()
            self._fit()

    def go_to(self, number: int) -> None:
        """Choose the page of that number, counted from 0, and announce it."""
        self._group.button(number).setChecked(True)

    def show_page(self, number: int) -> None:
        """Mark a page as chosen without announcing it."""
        self.blockSignals(True)
        self.go_to(number)
        self.blockSignals(False)

    def titles(self) -> list[str]:
        """Return the titles of all pages, those under 更多 too."""
        return [button.text() for button in self._group.buttons()]

    def current(self) -> int:
        """Return the number of the chosen page."""
        return self._group.checkedId()

    def sizeHint(self) -> QSize:
        return QSize(self._room_for(self._group.buttons()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for the chosen title and 更多: with less, the other pages could not be reached."""
        buttons = self._group.buttons()
        chosen = [button for button in buttons if button.isChecked()]
        least = min(self._room_for(buttons), self._room_for([*chosen, self._more]))
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a title has become wider, such as by being chosen
            self._fit()
        return done

    def _room_for(self, buttons: Sequence[QAbstractButton]) -> int:
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * max(0, len(buttons) - 1)
        return sum(button.sizeHint().width() for button in buttons) + gaps + margins.left() + margins.right()

    def _fit(self) -> None:
        """Show as many titles as there is room for, the chosen one always among them."""
        buttons = self._group.buttons()
        widths = [button.sizeHint().width() + self._row.spacing() for button in buttons]
        fits = self._room_for(buttons) <= self.width()
        room = self.width() - self._room_for([] if fits else [self._more]) + self._row.spacing() * fits
        chosen = self._group.checkedId()
        room -= widths[chosen] if chosen >= 0 else 0
        for number, button in enumerate(buttons):
            if number != chosen:
                room -= widths[number]
            button.setVisible(number == chosen or room >= 0)
        self._more.setVisible(not fits)
        self._row.activate()

    @Slot(int, bool)
    def _choose(self, number: int, on: bool) -> None:
        self._group.button(number).updateGeometry()  # the chosen title is bold
        if on:
            self.updateGeometry()
            self._fit()
            self.chosen.emit(number)

    @Slot()
    def _list_hidden(self) -> None:
        self._menu.clear()
        for button in self._group.buttons():
            if button.isHidden():
                self._menu.addAction(button.text()).triggered.connect(button.click)

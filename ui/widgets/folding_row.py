"""A row of controls in which nothing is cut off: what there is no room for waits in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from ui.look import theme

_STAYS = 0


class FoldingRow(QFrame):
    """Sets controls side by side; as room gets short, the search box shrinks, then the title goes (the side
    bar says it, too), then buttons fold into the menu ⋯, those of rank 1 first, of one rank the last first.

    Whoever wants to hide a control for another reason says so with `want`.
    """

    def __init__(self, parent: QWidget | None, *, margins: tuple[int, int, int, int]) -> None:
        super().__init__(parent)
        self._ranks: dict[QPushButton, int] = {}
        self._folded: list[QPushButton] = []
        self._unwanted: set[QWidget] = set()
        self._own: Sequence[QAction] = ()
        self._title: QLabel | None = None
        self._search: QLineEdit | None = None
        self._least = self._most = 0
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*margins)
        self.row.setSpacing(8)
        self.more = QPushButton("⋯", self)
        self.more.setObjectName("more")
        self.more.setAccessibleName("更多")
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self._unwanted.add(self.more)
        self.more.hide()

    def add_title(self, text: str) -> None:
        """Begin the row with its title."""
        self._title = QLabel(text, self)
        self._title.setProperty("role", "title")
        self._title.setContentsMargins(0, 0, 8, 0)
        self.row.addWidget(self._title)

    def add_search(self, box: QLineEdit, narrowest: int, widest: int) -> None:
        """Add the search box, which is as wide as the rest allows."""
        self._search = box
        self._least, self._most = narrowest, theme.length(widest)
        box.setFixedWidth(self._least)
        self.row.addWidget(box)

    def add_button(self, name: str, label: str, *, folds: int = _STAYS, place: int = -1) -> QPushButton:
        """Add a button; `folds` is its rank among those that may be folded, 0 for one that stays."""
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAccessibleName(label.split("　", maxsplit=1)[0].removesuffix(" ▾"))
        self.row.insertWidget(place, button)
        if folds:
            self._ranks[button] = folds
        return button

    def take_away(self, button: QPushButton) -> None:
        """Remove a button for good."""
        self._ranks.pop(button, None)
        if button in self._folded:
            self._folded.remove(button)
        self._unwanted.discard(button)
        self.row.removeWidget(button)
        button.hide()
        button.deleteLater()

    def want(self, widget: QWidget, wanted: bool) -> None:
        """Show a control, where there is room, or do without it."""
        if wanted == (widget not in self._unwanted):
            return
        if wanted:
            self._unwanted.discard(widget)
        else:
            self._unwanted.add(widget)
        self.fit()

    def set_more(self, actions: Sequence[QAction]) -> None:
        """Offer these in the menu at all times; the row keeps them."""
        self._own = actions
        self.fit()
        self._fill_menu()

    def press(self, name: str) -> None:
        """Press the button of this name, where it is or waits; nothing where it is not wanted now."""
        button = self.findChild(QPushButton, name, Qt.FindChildOption.FindDirectChildrenOnly)
        waits = button in self._folded
        if button is None or not button.isEnabled() or (button.isHidden() and not waits):
            return
        if button.menu() is not None:
            self.drop_down(button)
        else:
            button.click()

    def drop_down(self, button: QPushButton) -> None:
        """Open the menu of a button, where the button is or waits."""
        if button not in self._folded:
            button.showMenu()
            return
        button.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def minimumSizeHint(self) -> QSize:
        folding = self._folding()
        stays = [
            widget for widget in self._controls_in_use() if widget not in (*folding, self.more, self._title)
        ]
        if folding or self._own:
            stays.append(self.more)
        return QSize(self._need(stays), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def fit(self) -> None:
        """Show as many controls as there is room for."""
        visible = self._controls_in_use()
        folded: list[QPushButton] = []
        yielding: list[QWidget] = [] if self._title is None else [self._title]
        for widget in [*yielding, *self._folding()]:
            if self._need(visible) <= self.width():
                break
            visible.remove(widget)
            if isinstance(widget, QPushButton):
                folded.append(widget)
                if self.more not in visible:
                    visible.append(self.more)
        changed = set(folded) != set(self._folded)
        self._folded = folded
        for widget in self._controls():
            if widget.isHidden() == (widget in visible):
                widget.setVisible(widget in visible)
        if self._search is not None:
            others = self._need(visible, hoped=True) - self._least
            self._search.setFixedWidth(min(max(self.width() - others, self._least), self._most))
        if changed:
            self._fill_menu()

    def _controls(self) -> list[QWidget]:
        items = (self.row.itemAt(place) for place in range(self.row.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _controls_in_use(self) -> list[QWidget]:
        """Return the controls that would be seen with room for all."""
        visible = [widget for widget in self._controls() if widget not in self._unwanted]
        if self._own and self.more not in visible:
            visible.append(self.more)
        return visible

    def _folding(self) -> list[QPushButton]:
        """Return the buttons that may be folded, the first to go first."""
        ranked = [
            control
            for control in self._controls()
            if isinstance(control, QPushButton) and control in self._ranks
        ]
        wanted = [button for button in reversed(ranked) if button not in self._unwanted]
        return sorted(wanted, key=self._ranks.__getitem__)

    def _need(self, visible: Sequence[QWidget], *, hoped: bool = False) -> int:
        """Return the width that these need, or hope for."""
        margins = self.row.contentsMargins()
        widths = [self._width(widget, hoped=hoped) for widget in visible]
        gaps = self.row.spacing() * max(0, len(visible) - 1)
        return sum(widths) + gaps + margins.left() + margins.right()

    def _width(self, widget: QWidget, *, hoped: bool) -> int:
        if widget is self._search:
            return self._least
        return widget.sizeHint().width() if hoped else widget.minimumSizeHint().width()

    @Slot()
    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for button in (control for control in self._controls() if control in self._folded):
            assert isinstance(button, QPushButton)
            label = button.accessibleName() or button.text()
            if button.menu() is not None:
                action = menu.addMenu(button.menu())
                action.setText(label)
            else:
                action = menu.addAction(button.icon(), label, button.click)
            action.setEnabled(button.isEnabled())
        if self._folded and self._own:
            menu.addSeparator()
        menu.addActions(list(self._own))

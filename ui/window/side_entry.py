"""One entry of the side bar: icon, title, and the number of what is due."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from ui.look import theme

_MOST = 99
_RIGHT = 6  # pixels beside the badge


class SideEntry(QToolButton):
    """Leads to one tab."""

    def __init__(self, key: str, title: str, picture: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._title = self._tip = title
        self._due, self._unsaved = 0, False
        self.setObjectName(f"side_{key}")
        self.setProperty("role", "side")
        self.setText(f"  {title}")
        self.setIcon(picture)
        self.setIconSize(QSize(theme.length(18), theme.length(18)))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._badge = QLabel(self)
        self._badge.setObjectName("badge")
        self._badge.setProperty("role", "badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_due(0)

    def set_due(self, number: int) -> None:
        """Show how much is due; nothing for none."""
        self._badge.setText(str(number) if number <= _MOST else f"{_MOST}+")
        self._badge.setVisible(number > 0)
        self._due = number
        self._name()
        self._place_badge()

    def set_unsaved(self, on: bool) -> None:
        """Mark that something was typed in the tab and not saved."""
        self._unsaved = on
        self.setText(f"  {self._title}{' ●' if on else ''}")
        self.setToolTip(f"{self._tip}，有没保存的内容" if on else self._tip)
        self._name()

    def set_tip(self, tip: str) -> None:
        """Say something beside the mouse."""
        self._tip = tip
        self.setToolTip(tip)

    def _name(self) -> None:
        due = f"，{self._due} 项到期" if self._due else ""
        self.setAccessibleName(f"{self._title}{due}{'，有没保存的内容' if self._unsaved else ''}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badge()

    def _place_badge(self) -> None:
        self._badge.adjustSize()
        x = self.width() - self._badge.width() - _RIGHT
        self._badge.move(x, (self.height() - self._badge.height()) // 2)

"""The editor of what strangers must not read over the clerk's shoulder (domain 12.3)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from app.errors import Invalid
from app.fields import Described
from ui.editors.lines import LineEditor
from ui.look.icons import icon


class SecretEditor(LineEditor):
    """Paints its text hidden, except while it is typed, wrong, or after 显示; the text itself is whole."""

    def __init__(self, field: Described, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._open = False
        self._eye = self.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.triggered.connect(self._turn)
        self._name_eye()

    def set_text(self, text: str) -> None:
        self._open = False
        self._name_eye()
        super().set_text(text)

    @property
    def hides(self) -> bool:
        """Whether the text is painted hidden now."""
        return bool(self.hidden_text()) and not self._open and not self.hasFocus()

    def hidden_text(self) -> str:
        """Return what is painted while the text is hidden; nothing for what must be seen to be mended."""
        try:
            return self._field.mask(self._field.parse(self.text()))
        except Invalid:
            return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hides:
            super().paintEvent(event)
            return
        panel = QStyleOptionFrame()
        self.initStyleOption(panel)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, panel, painter, self)
        place: QRect = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, panel, self)
        painter.setPen(self.palette().text().color())
        # QLineEdit itself writes two pixels inside its contents.
        place.adjust(2, 0, -2, 0)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.hidden_text()
        )

    @Slot()
    def _turn(self) -> None:
        self._open = not self._open
        self._name_eye()
        self.update()

    def _name_eye(self) -> None:
        self._eye.setIcon(icon("eye-off" if self._open else "eye"))
        self._eye.setText("隐藏" if self._open else "显示")
        self._eye.setToolTip(self._eye.text())

"""The program's line icons, drawn from small SVG files: an icon font would cost 0.2 s at start."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource
from ui.look import theme


@cache
def icon(name: str) -> QIcon:
    """Return the icon of resources/icons/NAME.svg: grey, and in the accent when selected or on."""
    return QIcon(_Drawing(resource(f"icons/{name}.svg").read_text(encoding="utf-8")))


class _Drawing(QIconEngine):
    """Draws an icon in the colours that are in force when it is drawn."""

    def __init__(self, drawing: str) -> None:
        super().__init__()
        self._drawing = drawing
        self._renderers: dict[str, QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._renderer(_colour(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Drawing(self._drawing)

    def _renderer(self, colour: str) -> QSvgRenderer:
        if colour not in self._renderers:
            self._renderers[colour] = QSvgRenderer(
                QByteArray(self._drawing.replace("currentColor", colour).encode())
            )
        return self._renderers[colour]


def _colour(mode: QIcon.Mode, state: QIcon.State) -> str:
    colours = theme.colours()
    if mode is QIcon.Mode.Disabled:
        return colours.border_strong
    chosen = mode is QIcon.Mode.Selected or state is QIcon.State.On
    return colours.accent_text if chosen else colours.secondary

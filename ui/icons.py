"""The program's line icons, drawn from small SVG files: an icon font would cost 0.2 s at start."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource
from ui import theme

_SIZES = (16, 20, 24, 32, 40, 48)


@cache
def icon(name: str) -> QIcon:
    """Return the icon of resources/icons/NAME.svg: grey, and in the accent when selected or on."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    colours = theme.colours()
    drawn = QIcon()
    looks = (
        (QIcon.Mode.Normal, QIcon.State.Off, colours.secondary),
        (QIcon.Mode.Normal, QIcon.State.On, colours.accent_text),
        (QIcon.Mode.Selected, QIcon.State.Off, colours.accent_text),
        (QIcon.Mode.Disabled, QIcon.State.Off, colours.border_strong),
    )
    for mode, state, colour in looks:
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
        for size in _SIZES:
            drawn.addPixmap(_picture(renderer, size), mode, state)
    return drawn


def _picture(renderer: QSvgRenderer, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture

"""The icons in the sizes that desktops ask for, drawn from the SVG of each."""

from __future__ import annotations

from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def png(picture: Path, size: int, target: Path) -> None:
    """Draw an SVG picture as a square PNG."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(picture)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(f"{target} could not be written")


def ico(picture: Path, target: Path) -> Path:
    """Write an SVG picture as a Windows icon with all sizes it may hold."""
    from PIL import Image

    largest = target.with_suffix(".png")
    png(picture, 256, largest)
    with Image.open(largest) as image:
        image.save(target, sizes=[(size, size) for size in SIZES if size <= 256])
    return target

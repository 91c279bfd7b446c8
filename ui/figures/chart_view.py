"""A chart on the screen: the very page that is printed, in the colours of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.printing.chart import Chart
from ui.jobs import Jobs
from ui.look import theme

_POINTS = 72 / 96  # of paper, in a pixel of the screen


class ChartView(QLabel):
    """Shows one chart, as wide as it may be."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._chart: Chart | None = None
        self._drawn: tuple[Chart | None, int, str] | None = None
        self._room = 0
        self.setObjectName("chart")
        # The panel gives the chart its width; a drawn chart must not widen the panel in turn.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.hide()

    def show_chart(self, chart: Chart | None) -> None:
        """Draw a chart beside the window, and show it; nothing for none."""
        self._chart = chart
        if chart is None:
            self._drawn = None
            self.clear()
            self.hide()
            return
        self._draw()

    def fit(self, room: int) -> None:
        """Draw again for another width in pixels."""
        if room != self._room:
            self._room = room
            self._draw()

    def _draw(self) -> None:
        room, colours = self._room, theme.colours()
        wanted = (self._chart, room, colours.text)
        if self._chart is None or not room or self._drawn == wanted:
            return
        self._drawn = wanted
        inks = (colours.text, colours.secondary, colours.border_strong, colours.accent, colours.chart_before)
        self._jobs.run(partial(_picture, self._chart, room * _POINTS, inks), self._show)

    @Slot(object)
    def _show(self, made: tuple[Chart, bytes]) -> None:
        chart, page = made
        if chart != self._chart:
            return
        image = rendered(page, self.devicePixelRatioF())
        self.setPixmap(QPixmap.fromImage(image))
        self.setAccessibleName(f"图：{chart.title}")
        self.show()


def _picture(chart: Chart, room: float, inks: tuple[str, ...]) -> tuple[Chart, bytes]:
    from app.printing.plot import Inks, picture

    return chart, picture(chart, room, Inks(*inks))


def rendered(page: bytes, ratio: float) -> QImage:
    """Return the first page of a PDF as a picture, 96 pixels to the inch times `ratio`."""
    buffer = QBuffer()
    buffer.setData(QByteArray(page))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(buffer)
    document.load(buffer)
    points = document.pagePointSize(0)
    size = QSize(round(points.width() / _POINTS * ratio), round(points.height() / _POINTS * ratio))
    image: QImage = document.render(0, size)
    image.setDevicePixelRatio(ratio)
    document.close()
    return image

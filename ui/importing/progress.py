"""How far a long job is, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class JobProgress(QObject):
    """Carries a job's progress into the window, and the wish to stop it back to the worker.

    Signals:
        advanced(int, int): rows done, rows in all.
    """

    advanced = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False

    def stop(self) -> None:
        """Have the job stop when it reports next: the call then returns False."""
        self._stopped = True

    def __call__(self, done: int, total: int) -> bool:
        self.advanced.emit(done, total)
        return not self._stopped


class Progress(QWidget):
    """A bar in the middle of an empty page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: JobProgress | None = None
        self._words = ""
        self._label = QLabel(self)
        self._label.setObjectName("progress")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(360)
        self._stop = QPushButton("停止", self)
        self._stop.setObjectName("stop")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (self._label, self._bar, self._stop):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)

    def watch(self, words: str) -> JobProgress:
        """Begin to show the progress of a job, and return what the job reports to."""
        self._job = JobProgress(self)
        self._job.advanced.connect(self._show)
        self._words = words
        self._label.setText(f"{words}…")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._stop.setFocus()
        return self._job

    def show_endless(self, words: str) -> None:
        """Show that something is done of which nobody knows how far it is, and which cannot be stopped."""
        self._label.setText(words)
        self._bar.setRange(0, 0)
        self._stop.hide()

    @Slot()
    def stop(self) -> None:
        """Have the job watched stop when it reports next."""
        if self._job is not None:
            self._job.stop()
            self._label.setText("正在停止…")
            self._stop.setEnabled(False)

    @Slot(int, int)
    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if self._stop.isEnabled():
            self._label.setText(f"{self._words} {done:,} / {total:,} 行")

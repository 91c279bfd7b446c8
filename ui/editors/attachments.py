"""The editor of a file that is kept inside the office file."""

from __future__ import annotations

import tempfile
from base64 import b64decode, b64encode
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app.fields import AttachmentField
from ui import passing
from ui.look.theme import mark

_MOST_KEPT = 4 * 1024 * 1024  # bytes: a larger one would keep who types waiting, and still lies where it was


class AttachmentEditor(QWidget):
    """Takes a file in and opens it again; its text only tells that there is one.

    Signals:
        touched(): a person chose another file.
        named(str): the name of the file just chosen.
    """

    touched = Signal()
    named = Signal(str)

    def __init__(self, field: AttachmentField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.value: bytes | None = None
        self.name = ""
        self._size = QLabel("还没有文件", self)
        self._size.setProperty("role", "secondary")
        self._choose = QPushButton("选择文件…", self)
        self._choose.clicked.connect(self._pick)
        self._open = QPushButton("打开", self)
        self._open.clicked.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._choose)
        row.addWidget(self._open)
        row.addWidget(self._size, 1)
        self.setFocusProxy(self._choose)
        self.set_value(None, "")

    def text(self) -> str:
        """Return the size of the file, for people; nothing without a file."""
        return self._field.format(self.value)

    def set_text(self, text: str) -> None:
        """Forget the file when the text is empty; no text can stand for a file."""
        if not text:
            self.set_value(None, "")

    def set_value(self, value: bytes | None, name: str) -> None:
        """Hold a file, as bytes and name, without announcing it."""
        self.value, self.name = value, name
        self._size.setText(self.text() or "还没有文件")
        self._open.setEnabled(value is not None)

    def kept(self) -> str | None:
        """Return the file as a draft keeps it, its name above it; None where it is too large to be kept."""
        if self.value is None:
            return ""
        if len(self.value) > _MOST_KEPT:
            return None
        return f"{self.name}\n{b64encode(self.value).decode()}"

    def take_kept(self, text: str) -> None:
        """Hold the file that a draft kept, or none."""
        name, _, content = text.partition("\n")
        self.set_value(b64decode(content) if content else None, name)

    def set_problem(self, kind: str) -> None:
        """Colour the size for a problem: `block`, `warn`, or none when empty."""
        mark(self._size, tone={"block": "bad", "warn": "warn"}.get(kind, ""))

    def take(self, path: Path) -> None:
        """Read the file and announce it, as if a person had chosen it. May raise OSError."""
        self.set_value(path.read_bytes(), path.name)
        self.named.emit(path.name)
        self.touched.emit()

    @Slot()
    def _pick(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, "选择要放入档案的文件")
        if path:
            self.take(Path(path))

    @Slot()
    def _show(self) -> None:
        if self.value is None:
            return
        folder = Path(tempfile.mkdtemp(dir=passing.folder()))
        copy = folder / (Path(self.name).name or "附件")
        copy.write_bytes(self.value)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

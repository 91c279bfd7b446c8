"""The way to where a file was just written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget


class FolderLink(QPushButton):
    """Opens the folder of a file; hidden while there is none. `open_url` hands it to the desktop."""

    def __init__(
        self, parent: QWidget, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        super().__init__("打开文件夹", parent)
        self.open_url = open_url
        self._folder: Path | None = None
        self.setObjectName("open_folder")
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.clicked.connect(self._open)
        self.hide()

    def lead_to(self, file: Path | None) -> None:
        """Offer the folder in which a file lies; nothing where there is no file."""
        self._folder = None if file is None else file.parent
        self.setToolTip(str(self._folder or ""))
        self.setVisible(file is not None)

    @Slot()
    def _open(self) -> None:
        if self._folder is not None:
            self.open_url(QUrl.fromLocalFile(str(self._folder)))

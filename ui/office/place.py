"""What speaks against the place where an office file lies, and the offer of a better one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.office import SUFFIX


class PlaceQuestion:
    """Asked once for a file on a share, a stick or in a synchronised folder."""

    @classmethod
    def ask(cls, parent: QWidget, path: Path, doubt: str) -> Path | None:
        """Return where a local copy shall be made to work on; None to go on working where it is."""
        box = QMessageBox(QMessageBox.Icon.Warning, "存放位置", "这个位置不适合工作", parent=parent)
        box.setInformativeText(doubt)
        copy = box.addButton("在本机另存一份…", QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton("仍在这里工作", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(copy)
        box.setEscapeButton(stay)
        box.exec()
        box.deleteLater()
        if box.clickedButton() is not copy:
            return None
        name, _ = QFileDialog.getSaveFileName(
            parent, "在本机另存一份", str(Path.home() / path.name), f"台账文件 (*{SUFFIX})"
        )
        return Path(name) if name else None

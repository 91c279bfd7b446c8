"""Asking where a file shall be written, beginning in the folder where the last of its kind went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui import preferences


def ask_target(parent: QWidget, title: str, proposed: str, kinds: str, folder: str) -> Path | None:
    """Return the chosen path, with the suffix of the `proposed` name where none was typed; None for none.

    `kinds` are Qt's name filters, `folder` is the key under which the folder is remembered.
    """
    start = Path(preferences.folder(folder) or Path.home()) / proposed
    name, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    if not name:
        return None
    target = Path(name) if Path(name).suffix else Path(f"{name}{start.suffix}")
    preferences.remember_folder(folder, target.parent)
    return target

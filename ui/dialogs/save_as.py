"""Asking under which name a file is written."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui import preferences
from ui.dialogs.question import Question

_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|]')  # on one of the systems
_SUFFIX = re.compile(r"\*(\.\w+)")


def ask_target(parent: QWidget, title: str, name: str, purpose: str, kinds: tuple[str, ...]) -> Path | None:
    """Ask for the file to write; None when the person thought better of it.

    `kinds` are name filters of Qt's, such as `Excel 表格 (*.xlsx)`; a name without the suffix of one of
    them gets that of the kind chosen. The dialog begins with `name` in the folder where the last file
    of this purpose went.
    """
    suffixes = dict(zip(kinds, _SUFFIX.findall(";;".join(kinds)), strict=True))
    first = suffixes[kinds[0]]
    proposed = _NO_FILE_NAME.sub("－", name)
    start = Path(preferences.folder(purpose) or Path.home()) / f"{proposed}{first}"
    path, kind = QFileDialog.getSaveFileName(parent, title, str(start), ";;".join(kinds))
    if not path:
        return None
    target = Path(path)
    if not path.lower().endswith(tuple(suffixes.values())):
        target = Path(f"{path}{suffixes.get(kind, first)}")
        # Qt has asked about the name as typed only.
        more = "替换后原来的内容就没有了。"
        if target.exists() and not Question.ask(parent, f"“{target.name}”已经存在", more, "替换"):
            return None
    preferences.remember_folder(purpose, target.parent)
    return target

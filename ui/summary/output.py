"""A report leaves the window: as a Word document, or through the print preview as paper or PDF."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from app.summary.document import Document
from ui.dialogs.save_as import ask_target
from ui.jobs import Jobs
from ui.printing import Made, make_pdf


def make_paper(document: Document, title: str) -> Made:
    """Write a report into a temporary PDF file."""
    from app.summary import paper

    return make_pdf(title, partial(paper.write, document, printed_at=datetime.now()))


def make_word(document: Document, target: Path) -> Path:
    """Write a report into a Word document, and return its path."""
    from app.summary import word

    word.write(document, target)
    return target


class Output(QObject):
    """Asks where a report shall go, has it written beside the window, and tells what came of it."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent

    def print(self, document: Document, title: str) -> None:
        """Show the report as pages, to be printed or saved as PDF."""
        self._jobs.run(partial(make_paper, document, title), self._preview)

    def write_word(self, document: Document, title: str) -> None:
        """Write the report into a Word document of the person's choice."""
        kinds = ("Word 文档 (*.docx)",)
        target = ask_target(self._window, "生成 Word", document.title or title, "summary", kinds)
        if target is not None:
            self._jobs.run(partial(make_word, document, target), self._tell)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.preview import Preview

        Preview.open_for(self._window, made.path, made.title, made.missing)

    @Slot(object)
    def _tell(self, target: Path) -> None:
        window = self._window.window()
        box = QMessageBox(QMessageBox.Icon.Information, "已生成", "已生成 Word 文档", parent=window)
        box.setInformativeText(str(target))
        show = box.addButton("打开", QMessageBox.ButtonRole.ActionRole)
        box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
        if box.clickedButton() is show:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

"""A report leaves the window: as a Word document, or through the print preview as paper or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from app.summary.annex import TITLE, Place
from app.summary.document import Document
from ui.dialogs.save_as import ask_target
from ui.jobs import Jobs
from ui.registers.printing import Made, make_pdf


def make_paper(document: Document, title: str, place: Place) -> list[Made]:
    """Write a report into a temporary PDF file; an annex of its own into another before it."""
    from app.summary import paper

    now = datetime.now()
    with_annex = place is Place.BEHIND
    report = make_pdf(title, partial(paper.write, document, printed_at=now, with_annex=with_annex))
    if place is not Place.APART or not document.quotes:
        return [report]
    return [make_pdf(f"{title}{TITLE}", partial(paper.write_annex, document, printed_at=now)), report]


def make_word(document: Document, target: Path, place: Place) -> tuple[Path, ...]:
    """Write a report into a Word document, its annex where it is wanted, and return the files written."""
    from app.summary.writing import write

    return write(document, target, printed_at=datetime.now(), place=place)


class Output(QObject):
    """Asks where a report shall go, has it written beside the window, and tells what came of it."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent

    def print(self, document: Document, title: str, place: Place) -> None:
        """Show the report as pages, to be printed or saved as PDF; an annex of its own likewise."""
        self._jobs.run(partial(make_paper, document, title, place), self._preview)

    def write_word(self, document: Document, title: str, place: Place) -> None:
        """Write the report into a Word document of the person's choice."""
        kinds = ("Word 文档 (*.docx)",)
        target = ask_target(self._window, "生成 Word", document.title or title, "summary", kinds)
        if target is not None:
            self._jobs.run(partial(make_word, document, target, place), self._tell)

    @Slot(object)
    def _preview(self, papers: Sequence[Made]) -> None:
        from ui.dialogs.preview import Preview

        for made in papers:
            Preview.open_for(self._window, made.path, made.title, made.missing)

    @Slot(object)
    def _tell(self, written: Sequence[Path]) -> None:
        target = written[0]
        window = self._window.window()
        box = QMessageBox(QMessageBox.Icon.Information, "已生成", "已生成 Word 文档", parent=window)
        box.setInformativeText("\n".join(map(str, written)))
        show = box.addButton("打开", QMessageBox.ButtonRole.ActionRole)
        folder = box.addButton("打开文件夹", QMessageBox.ButtonRole.ActionRole)
        box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
        chosen = box.clickedButton()
        way = target if chosen is show else target.parent if chosen is folder else None
        if way is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(way)))

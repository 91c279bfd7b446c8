"""The window of the manual: its pages at the left, the text at the right, what is searched above."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from ui.failures import tell
from ui.keys import key_of
from ui.look import theme
from ui.manual.document import ManualDocument, pages
from ui.manual.paper import save_pdf
from ui.widgets.folder_link import FolderLink
from ui.widgets.screen import bring_onto_screen

_LIST, _AROUND = 190, 60


class _Text(QTextBrowser):
    """The text, laid out anew where its pictures have another room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("text")
        self._room = 0
        self._page = ""

    def go_to(self, page: str) -> None:
        """Show a page, now and after the text is laid out anew."""
        self._page = page
        self.scrollToAnchor(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - _AROUND
        if room > 0 and room != self._room:
            self._room = room
            document = ManualDocument(theme.colours(), room, self)
            document.setDefaultFont(self.font())
            self.setDocument(document)
            self.scrollToAnchor(self._page)


class ManualWindow(QDialog):
    """Shows the manual at a page; it stays open beside the window that it was asked from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("使用手册")
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self._build()
        self.resize(theme.length(960), theme.length(640))
        QShortcut(QKeySequence(key_of("search")), self, self.search.setFocus)
        QShortcut(QKeySequence(QKeySequence.StandardKey.FindNext), self, self.find_next)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # Qt sets it over the middle of its window, unless it was moved before
        bring_onto_screen(self)

    @classmethod
    def open_at(cls, name: str, parent: QWidget) -> ManualWindow:
        """Show the manual at a page, in the window that is open already where one is."""
        window = parent.findChild(cls) or cls(parent)
        window.show()
        window.raise_()
        window.activateWindow()
        window.go_to(name)
        return window

    def go_to(self, name: str) -> None:
        """Show a page."""
        self.text.go_to(name)
        names = [page.name for page in pages()]
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(names.index(name))
        self.contents.blockSignals(False)

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName("在手册中查找")
        self.search.setPlaceholderText("在手册中查找")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find_first)
        self.search.returnPressed.connect(self.find_next)
        self.found = QLabel(self)
        self.found.setObjectName("found")
        self.found.setProperty("role", "secondary")
        save = QPushButton("存为 PDF…", self)
        save.setObjectName("save_pdf")
        save.setAutoDefault(False)
        save.clicked.connect(self._save)
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.found)
        self.folder = FolderLink(self)
        head.addWidget(self.folder)
        head.addWidget(save)
        self.contents = QListWidget(self)
        self.contents.setObjectName("contents")
        self.contents.setAccessibleName("目录")
        self.contents.addItems([page.title for page in pages()])
        self.contents.setFixedWidth(theme.length(_LIST))
        self.contents.currentRowChanged.connect(self._choose)
        self.text = _Text(self)
        self.text.setAccessibleName("手册")
        body = QHBoxLayout()
        body.addWidget(self.contents)
        body.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addLayout(head)
        column.addLayout(body, 1)

    @Slot(int)
    def _choose(self, row: int) -> None:
        if 0 <= row < len(pages()):
            self.text.go_to(pages()[row].name)

    @Slot(str)
    def _find_first(self, words: str) -> None:
        """Show the first place where the words stand, and say how many there are."""
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        count = self._count(words)
        self.found.setText(f"{count} 处" if count else "没有找到" if words else "")
        if count:
            self.text.find(words)

    @Slot()
    def find_next(self) -> None:
        """Show the next place where the words stand, after the last the first again."""
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)

    def _count(self, words: str) -> int:
        document: QTextDocument = self.text.document()
        return document.toPlainText().casefold().count(words.casefold()) if words else 0

    @Slot()
    def _save(self) -> None:
        start = str(Path.home() / "社区工会台账使用手册.pdf")
        name, _ = QFileDialog.getSaveFileName(self, "手册存到哪里", start, "PDF (*.pdf)")
        if not name:
            return
        try:
            save_pdf(Path(name))
        except Refused as refused:
            tell("没有保存", str(refused), self)
        else:
            self.found.setText("已保存")
            self.folder.lead_to(Path(name))

"""The manual is opened at the page about what is in front, searched, and saved as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.errors import Refused
from app.office import Office
from app.registry import SUBJECTS
from ui.dialogs.base import Dialog, TaughtDialog
from ui.dialogs.name import NameDialog
from ui.dialogs.preview import Preview
from ui.main_window import MainWindow
from ui.manual.document import page_for, pages
from ui.manual.paper import save_pdf
from ui.manual.window import ManualWindow
from ui.window.finder import Finder


def manual_of(widget: object) -> ManualWindow:
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ManualWindow))
    assert found.parent() is widget
    return found


def chosen(window: ManualWindow) -> str:
    contents = window.findChild(QListWidget, "contents")
    assert isinstance(contents, QListWidget)
    return contents.currentItem().text()


def test_every_tab_has_a_page_of_its_own() -> None:
    keys = ["today", *(subject.key for subject in SUBJECTS if subject.registers), "figures", "summary", "own"]
    assert len({page_for(key) for key in keys}) == len(keys)


def test_every_dialog_is_told_of() -> None:
    known = {thing for page in pages() for thing in (page.name, *page.about)}
    stack, abouts = [TaughtDialog], set()
    while stack:
        kind = stack.pop()
        abouts.add(kind.about)
        stack += kind.__subclasses__()
    assert abouts <= known


def test_f1_opens_the_manual_at_the_tab_in_front(qtbot: QtBot, office: Office) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show_office(office)
    assert window.desk is not None
    for key, title in (("today", "工作台"), ("hardship", "困难帮扶"), ("figures", "统计")):
        window.desk.show_tab(key)
        help_action = next(one for one in window.findChildren(QAction) if one.text() == "使用手册")
        help_action.trigger()
        manual = manual_of(window)  # one window, however often it is asked for
        assert chosen(manual) == title
    manual.close()


def test_f1_in_a_dialog_opens_its_page_in_front_of_it(qtbot: QtBot) -> None:
    dialog = NameDialog("改名", "", "", print, None)  # type: ignore[arg-type]  # alone
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert chosen(manual_of(dialog)) == "列表"


def test_f1_in_the_box_that_finds_anything_tells_of_it(qtbot: QtBot, office: Office) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    finder = Finder(list, window)
    finder.show()
    QTest.keyClick(finder.box, Qt.Key.Key_F1)
    assert chosen(manual_of(finder)) == "查找一切"


def test_f1_in_the_preview_tells_of_printing(qtbot: QtBot, tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "page.pdf"))
    page.showPage()
    page.save()
    preview = Preview(tmp_path / "page.pdf", "花名册")
    qtbot.addWidget(preview)
    preview.show()
    (view,) = preview.findChildren(QPdfView)
    QTest.keyClick(view, Qt.Key.Key_F1)
    assert chosen(manual_of(preview)) == "打印"


@pytest.fixture
def manual(qapp: QApplication) -> Iterator[ManualWindow]:
    parent = Dialog("")
    yield ManualWindow.open_at("desk", parent)
    parent.close()


def test_words_are_found_one_place_after_the_other(manual: ManualWindow) -> None:
    search, found = manual.findChild(QLineEdit, "search"), manual.findChild(QLabel, "found")
    text = manual.findChild(QTextBrowser, "text")
    assert isinstance(search, QLineEdit)
    assert isinstance(found, QLabel)
    assert isinstance(text, QTextBrowser)
    search.setText("恢复页")
    assert found.text() == "1 处"
    first = text.textCursor().position()
    assert text.textCursor().selectedText() == "恢复页"
    manual.find_next()
    assert text.textCursor().position() == first  # the only one, found again
    search.setText("没有的词")
    assert found.text() == "没有找到"


def test_the_pdf_has_the_words_of_the_manual(qapp: QApplication, tmp_path: Path) -> None:
    target = tmp_path / "手册.pdf"
    save_pdf(target)
    document = pypdfium2.PdfDocument(target)
    # A word that Qt names by radicals of the same shape would not be found.
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert all(page.title in words for page in pages())
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)  # A4


def test_a_place_that_takes_no_file_is_named(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="换一个文件夹"):
        save_pdf(tmp_path / "没有" / "手册.pdf")

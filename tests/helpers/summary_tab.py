"""The tab of the summary, as a person writes in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.rules import periods
from ui.summary.foot import Foot
from ui.summary.tab import SummaryTab

TEXT = "{{ 工会名称 }}{{ 年度 }}年工作总结\n一、维权\n共受理{{ 受理争议 }}起。调解成功{{ 调解成功 }}起。\n"
Y2011 = periods.year(2011)


def settle(tab: SummaryTab, qtbot: QtBot) -> None:
    """Wait until nothing is being typed or read any more."""
    qtbot.waitUntil(lambda: not tab._pause.isActive() and tab._jobs._waiting == 0, timeout=10_000)
    QCoreApplication.processEvents()


def write(tab: SummaryTab, text: str, qtbot: QtBot) -> None:
    """Write another text, and wait for its report."""
    tab.editor.replace_text(text)
    settle(tab, qtbot)


def counts(foot: Foot) -> list[str]:
    """Return what the foot counts, as its buttons say it."""
    return [button.text() for button in foot.findChildren(QPushButton) if not button.isHidden()]


def open_figure(tab: SummaryTab, label: str, qtbot: QtBot) -> None:
    """Open the card of a figure in the report."""
    tab.page.open_figure([quote.figure.label for quote in tab.page.quotes()].index(label))
    settle(tab, qtbot)


def begin_figure(tab: SummaryTab, qtbot: QtBot) -> None:
    """Begin a figure at the end of the text, and wait for what is offered."""
    tab.editor.moveCursor(QTextCursor.MoveOperation.End)
    tab.editor.begin_figure()
    settle(tab, qtbot)

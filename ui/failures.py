"""The message when something fails: one sentence, or a report to copy."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.bugs import log_writer, report
from app.errors import Invalid, Refused
from app.records import odd
from app.records.base import refuse_for
from app.version import version

_log = logging.getLogger(__name__)
_reported: set[str] = set()


def install() -> None:
    """Catch what nobody caught, and write the log to a file: a windowed program has no stderr."""
    try:
        writer: logging.Handler = log_writer()
    except OSError:  # a home that cannot be written is no reason to open no office
        writer = logging.NullHandler()
    logging.basicConfig(level=logging.INFO, handlers=[writer])
    sys.excepthook = explain


def explain(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell the person what happened: this is the excepthook, and where failed jobs end."""
    if not isinstance(error, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    sentence = _sentence(error)
    if sentence:
        tell("没有完成", sentence)
    else:
        _confess(f"{version()}\n{report(error)}")


def explain_error(error: Exception) -> None:
    """Show an error that a job handed over, as `explain` does."""
    explain(type(error), error, error.__traceback__)


def tell(title: str, sentence: str, parent: QWidget | None = None) -> None:
    """Say what did not happen (title) and what to do about it (sentence)."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=parent or QApplication.activeWindow())
    box.setInformativeText(sentence)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _sentence(error: Exception) -> str | None:
    if isinstance(error, (Invalid, Refused)):
        return str(error)
    try:
        for cause in (error, error.__context__):
            refuse_for(cause, error)
    except Refused as refused:
        return str(refused)
    return odd.trouble(error)


def _confess(text: str) -> None:
    """Log a bug, and show it once: the same fault in a timer must not bury the window."""
    _log.error("%s", text)
    app = QApplication.instance()
    if text in _reported or app is None or QThread.currentThread() is not app.thread():
        return
    _reported.add(text)
    box = QMessageBox(QMessageBox.Icon.Critical, "程序出错", "程序出错，刚才的操作没有完成")
    box.setInformativeText("您填写的内容还在，可以重试。请把错误报告发给维护人员，报告中没有个人信息。")
    copy = box.addButton("复制报告", QMessageBox.ButtonRole.ActionRole)
    box.addButton("关闭", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(text)

"""Qt's application: its look, its Chinese texts, its input method."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.resources import resource
from ui import preferences
from ui.look import theme
from ui.look.theme import Scheme


def make_application() -> QApplication:
    """Make Qt's application: its look, its Chinese texts, its input method."""
    _choose_input_method()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(preferences.NAME)
    app.setDesktopFileName(preferences.NAME)
    app.setWindowIcon(QIcon(str(resource("icons/union-office.svg"))))
    _speak_chinese(app)
    theme.apply(app, _scheme(), preferences.text_size())
    return app


def _scheme() -> Scheme:
    wanted = preferences.scheme()
    return Scheme(wanted) if wanted in set(Scheme) else Scheme.SYSTEM


def _choose_input_method() -> None:
    """Give the clerk Chinese input under fcitx5: Qt's wheels bring no plug-in for it, but one for ibus."""
    if sys.platform == "linux" and os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


def _speak_chinese(app: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)

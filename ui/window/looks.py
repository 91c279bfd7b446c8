"""How the window looks: size of the text and colours, changed while it is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.office import current_office
from ui import preferences
from ui.look import theme
from ui.look.theme import Scheme
from ui.window.stage import Stage
from ui.window.welcome import Welcome


class Looks(QObject):
    """Asks how the program is to look and begin on this computer, and follows the system's colours."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @Slot()
    def open_preferences(self) -> None:
        """Ask how the program looks and begins on this computer."""
        from ui.office.preferences import PreferencesDialog  # not on the way to the first window

        office, desk = current_office(), self._stage.desk
        can_note = desk is not None and office is not None and not office.read_only
        tabs = list(zip(desk.keys, desk.titles, strict=True)) if desk is not None and can_note else []
        dialog = PreferencesDialog(tabs, self._stage.window)
        dialog.size_wanted.connect(self.choose_size)
        dialog.scheme_wanted.connect(self.choose_scheme)
        dialog.exec()

    @Slot(int)
    def choose_size(self, percent: int) -> None:
        """Write everything larger or smaller, unless the person stays with what is unsaved."""
        if self._may_change():
            preferences.remember_text_size(percent)
            self._change(lambda app: theme.choose_size(app, percent))

    @Slot(object)
    def choose_scheme(self, scheme: Scheme) -> None:
        """Wear other colours, unless the person stays with what is unsaved."""
        if self._may_change():
            preferences.remember_scheme(scheme)
            self._change(lambda app: theme.choose(app, scheme))

    def _may_change(self) -> bool:
        return self._stage.locking.is_locked or self._stage.may_leave()

    @Slot()
    def _follow_system(self) -> None:
        """Wear the colours that the system has turned to, without disturbing a person who is at something."""
        desk = self._stage.desk
        if QApplication.activeModalWidget() is None and (desk is None or not desk.is_dirty()):
            self._change(theme.follow_system)
        else:
            theme.follow_system(_application())

    def _change(self, change: Callable[[QApplication], None]) -> None:
        """Change how everything looks. What is shown is built anew: restyling its widgets takes seconds."""
        stage = self._stage
        office, desk = current_office(), stage.desk
        if desk is None or office is None or stage.locking.is_locked:
            change(_application())
            if isinstance(stage.page, Welcome):
                stage.show_welcome()
            return
        key = desk.front_key
        stage.bring(QWidget(stage.window))
        QCoreApplication.sendPostedEvents(desk, QEvent.Type.DeferredDelete)
        change(_application())
        stage.bring_desk(office).show_tab(key)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app

"""How the program looks, begins and keeps copies on this computer; each change shows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from app.opened import current
from app.safekeeping.automatic import shares_the_disk
from app.safekeeping.backup_log import note, read_log
from ui import preferences
from ui.dialogs.base import Dialog
from ui.look import theme
from ui.look.theme import SIZES, Scheme
from ui.preferences import LAST_TAB

_SCHEMES = ((Scheme.SYSTEM, "跟随系统"), (Scheme.LIGHT, "浅色"), (Scheme.DARK, "深色"))
_BEGINS = ((True, "打开上次的台账"), (False, "显示开始页"))


class PreferencesDialog(Dialog):
    """Asks for the size of text, the colours, what is opened first, and where else copies go.

    `tabs` are the tabs of an open office, each with its key; without one no second place is asked for.

    Signals:
        size_wanted(int): text is to have so many percent of its usual size.
        scheme_wanted(Scheme): other colours are to be worn.
    """

    about = "look"

    size_wanted = Signal(int)
    scheme_wanted = Signal(object)

    def __init__(self, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("显示、启动和备份", parent)
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(10)
        self.body.addLayout(self._rows)
        fitting = theme.sizes_for(self.screen().availableGeometry().size())
        sizes = [(percent, "100%（通常）" if percent == 100 else f"{percent}%") for percent in fitting]
        self.size_box = self._box("size", "文字大小", sizes, preferences.text_size())
        self.size_box.activated.connect(self._choose_size)
        if len(fitting) < len(SIZES):
            self.size_box.setToolTip("更大的字，这块屏幕放不下")
        self.scheme_box = self._box("scheme", "颜色", _SCHEMES, Scheme(preferences.scheme()))
        self.scheme_box.activated.connect(self._choose_scheme)
        begins = preferences.opens_last_file()
        self._choice("begins", "启动时", _BEGINS, begins, preferences.remember_opening_last_file)
        if tabs:
            offered = [("", "工作台"), (LAST_TAB, "上次所在的一页"), *tabs[1:]]
            self._choice(
                "start_tab",
                "打开台账后显示",
                offered,
                preferences.start_tab(),
                preferences.remember_start_tab,
            )
            self._add_copies()
        self.body.addStretch(1)
        self.add_close_button()
        self.resize(theme.length(560), theme.length(360))

    def _choice(
        self,
        name: str,
        label: str,
        offered: Sequence[tuple[Any, str]],
        chosen: object,
        choose: Callable[[Any], object],
    ) -> None:
        """Ask for one of some values, and have it chosen at once."""
        box = self._box(name, label, offered, chosen)
        box.activated.connect(lambda _place: choose(box.currentData()))

    def _box(self, name: str, label: str, offered: Sequence[tuple[Any, str]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        for value, words in offered:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._rows.addRow(label, box)
        return box

    def _add_copies(self) -> None:
        self._second = QLabel(self)
        self._second.setObjectName("second_place")
        self._second.setWordWrap(True)
        other = self._small_button("choose_second", "选文件夹…", self._choose_second)
        self._none = self._small_button("no_second", "不再放", self._forget_second)
        line = QHBoxLayout()
        line.addWidget(self._second, 1)
        line.addWidget(other)
        line.addWidget(self._none)
        self._rows.addRow("自动备份再放一份到", line)
        told = self.add_note(
            "每半小时、退出时和成批改动前，程序都在台账旁边自动备份一份，这里可以再放一份到U盘。"
        )
        told.setObjectName("about_copies")
        self._tell_second()

    def _small_button(self, name: str, label: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _tell_second(self) -> None:
        second, office = read_log().second, current()
        told = str(second) if second is not None else "没有第二处"
        if second is not None and office is not None and shares_the_disk(second, office.path):
            told += "\n它和台账在同一个磁盘上，磁盘坏了两处都没有，请选U盘或其他磁盘。"
        self._second.setText(told)
        self._none.setVisible(second is not None)

    @Slot()
    def _choose_second(self) -> None:
        start = preferences.folder("backup")
        folder = QFileDialog.getExistingDirectory(self, "自动备份再放一份到哪里（例如 U盘）", start)
        if folder:
            note(second=Path(folder), apart=None)
            self._tell_second()

    @Slot()
    def _forget_second(self) -> None:
        note(second=None)
        self._tell_second()

    @Slot()
    def _choose_size(self) -> None:
        self.size_wanted.emit(self.size_box.currentData())
        self.size_box.setCurrentIndex(self.size_box.findData(preferences.text_size()))

    @Slot()
    def _choose_scheme(self) -> None:
        self.scheme_wanted.emit(Scheme(self.scheme_box.currentData()))
        self.scheme_box.setCurrentIndex(self.scheme_box.findData(Scheme(preferences.scheme())))

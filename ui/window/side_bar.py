"""The side bar: whose office it is, the tabs with what is due in them, and the last backup."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.safekeeping.backup import Backup
from app.saved_lists import Counted
from ui import keys
from ui.look import theme
from ui.look.icons import icon
from ui.widgets.elided_label import ElidedLabel
from ui.window.saved_entry import SavedEntry
from ui.window.side_entry import SideEntry

PROGRAM = "社区工会台账"
_WIDTH = 168


class SideBar(QFrame):
    """Leads to the tabs.

    Signals:
        chosen(str): the person wants to see the tab with this key.
        backup_clicked(): the person clicked on what is said about backups.
        find_clicked(): the person wants to find anything.
        list_chosen(SavedList): the person wants to see what a saved list finds.
        list_rename_chosen(SavedList), list_forget_chosen(SavedList)
    """

    chosen = Signal(str)
    backup_clicked = Signal()
    find_clicked = Signal()
    list_chosen = Signal(object)
    list_rename_chosen = Signal(object)
    list_forget_chosen = Signal(object)

    def __init__(
        self, office: str, entries: Sequence[tuple[str, str, str]], menu: QMenu, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(theme.length(_WIDTH))
        self._entries: dict[str, SideEntry] = {}
        self._lists: dict[str, QVBoxLayout] = {}
        self._saved: dict[int, SavedEntry] = {}
        self._menu = menu
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        column.addLayout(self._head(office))
        column.addSpacing(6)
        column.addWidget(self._find_button())
        column.addSpacing(6)
        column.addWidget(self._tabs(entries), 1)
        column.addWidget(self._menu_button())
        column.addWidget(self._foot())

    def choose(self, key: str) -> None:
        """Mark the tab that is in front."""
        self._entries[key].setChecked(True)
        self._area.ensureWidgetVisible(self._entries[key], 0, 0)

    def set_unsaved(self, unsaved: Collection[str]) -> None:
        """Mark the tabs in which something was typed and not saved."""
        for key, entry in self._entries.items():
            entry.set_unsaved(key in unsaved)

    def set_due(self, due: Mapping[str, int]) -> None:
        """Write how much is due in each tab; nothing where nothing is."""
        for key, entry in self._entries.items():
            entry.set_due(due.get(key, 0))

    def set_lists(self, lists: Mapping[str, Sequence[Counted]]) -> None:
        """Show the saved lists below their tabs, by the key of the tab, each with its number."""
        wanted = [(key, counted) for key, some in lists.items() for counted in some]
        if [counted.saved.id for _, counted in wanted] != list(self._saved):
            for entry in self._saved.values():
                entry.hide()
                entry.deleteLater()
            self._saved = {}
        for key, counted in wanted:
            if counted.saved.id in self._saved:
                self._saved[counted.saved.id].show_count(counted)
                continue
            entry = SavedEntry(counted, self)
            entry.clicked.connect(self._choose_list)
            entry.rename_chosen.connect(self.list_rename_chosen)
            entry.forget_chosen.connect(self.list_forget_chosen)
            self._lists[key].addWidget(entry)
            self._saved[counted.saved.id] = entry

    def set_office(self, name: str) -> None:
        """Write the office's name."""
        self._office.setText(name)

    def set_backup(self, last: Backup | None) -> None:
        """Say when and where the last backup was made."""
        theme.mark(self._dot, tone="good" if last is not None and _is_fresh(last.at) else "warn")
        if last is None:
            self._backup.setText("还没有备份")
            self._backup.setToolTip("点这里备份到U盘或其他文件夹")
            self._place.show_text("")
            return
        self._backup.setText(f"已备份 {_when(last.at)}")
        self._place.show_text(f"已核验 {last.path.parent.name or last.path.anchor}")
        self._backup.setToolTip(str(last.path))

    def _head(self, office: str) -> QVBoxLayout:
        brand = QLabel(PROGRAM, self)
        brand.setProperty("role", "brand")
        self._office = QLabel(office, self)
        self._office.setProperty("role", "secondary")
        self._office.setWordWrap(True)
        names = QVBoxLayout()
        names.setContentsMargins(10, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(brand)
        names.addWidget(self._office)
        return names

    def _find_button(self) -> QPushButton:
        button = QPushButton(f"查找一切　{keys.key_of('find_anything')}", self)
        button.setObjectName("find")
        button.setProperty("role", "find")
        button.setAccessibleName("查找一切")
        button.setToolTip("人、案件、企业、打印、统计、设置、操作")
        button.setIcon(icon("search"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.find_clicked)
        return button

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("  菜单")
        button.setObjectName("menu")
        button.setAccessibleName("菜单")
        button.setToolTip("新建、打开、备份、设置……")
        keys.tell(button, "menu")
        button.setShortcut(keys.key_of("menu"))
        button.setProperty("role", "side")
        button.setIcon(icon("menu"))
        button.setIconSize(QSize(theme.length(18), theme.length(18)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._open_menu)
        return button

    def _tabs(self, entries: Sequence[tuple[str, str, str]]) -> QScrollArea:
        """Set the tabs one below the other; on a low screen they scroll, menu and backup stay in sight."""
        page = QWidget(self)
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for key, title, picture in entries:
            column.addWidget(self._entry(key, title, picture))
            self._lists[key] = QVBoxLayout()
            self._lists[key].setSpacing(0)
            column.addLayout(self._lists[key])
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(page)
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room)
        return self._area

    def _entry(self, key: str, title: str, picture: str) -> SideEntry:
        entry = SideEntry(key, title, icon(picture), self)
        if len(self._entries) < len(keys.TABS):
            entry.set_tip(f"{title}（{keys.TABS[len(self._entries)]}）")
        entry.clicked.connect(self._choose)
        self._group.addButton(entry)
        self._entries[key] = entry
        return entry

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        self._dot = QLabel("●", foot)
        self._dot.setProperty("role", "dot")
        self._backup = QPushButton(foot)
        self._backup.setObjectName("last_backup")
        self._backup.setProperty("role", "quiet")
        self._backup.clicked.connect(self.backup_clicked)
        self._place = ElidedLabel(foot)
        self._place.setProperty("role", "secondary")
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._dot)
        line.addWidget(self._backup)
        line.addStretch(1)
        column = QVBoxLayout(foot)
        column.setContentsMargins(10, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._place)
        return foot

    @Slot(int, int)
    def _make_room(self, _least: int, most: int) -> None:
        """Let titles and numbers keep their room while there is a scroll bar beside them."""
        bar = self._area.verticalScrollBar().sizeHint().width() if most else 0
        self.setFixedWidth(theme.length(_WIDTH) + bar)

    @Slot()
    def _open_menu(self) -> None:
        button = self.sender()
        assert isinstance(button, QToolButton)
        self._menu.popup(button.mapToGlobal(button.rect().topRight()))

    @Slot()
    def _choose_list(self) -> None:
        entry = self.sender()
        assert isinstance(entry, SavedEntry)
        self.list_chosen.emit(entry.saved)

    @Slot()
    def _choose(self) -> None:
        entry = self.sender()
        assert isinstance(entry, SideEntry)
        self.chosen.emit(entry.key)


def _is_fresh(at: datetime) -> bool:
    return (datetime.now() - at).days < 7


def _when(at: datetime) -> str:
    """Return the hour of today and yesterday; of earlier days nobody asks for it, and it has no room."""
    days = (date.today() - at.date()).days
    return f"{'昨天' if days else '今天'} {at:%H:%M}" if days <= 1 else f"{at.month}月{at.day}日"

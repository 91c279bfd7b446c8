"""The menu behind the ≡ button, and the keys that work in the whole window."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from app.bugs import log_folder
from app.version import version
from ui import preferences
from ui.keys import TABS, key_of
from ui.window.side_bar import PROGRAM

_ABOUT = (
    "社区工会的会员、困难帮扶等台账，一个文件，一处登记。\n\n"
    "按键见“帮助”中的“快捷键一览”（Ctrl+/）。\n\n"
    "本程序按 MIT 许可发布。其中的 Qt 与 PySide6 按 LGPL-3.0，字体按 OFL-1.1，\n"
    "其余各部分的许可见程序文件夹中的 licences。程序不联网。"
)


class MainMenu(QWidget):
    """Every command of the window, with its key.

    Signals:
        new_office_chosen(), open_chosen(), recent_chosen(str), backup_chosen(), restore_chosen(),
        imports_chosen(), described_chosen(), personal_chosen(), check_chosen(), settings_chosen(),
        password_chosen(), lock_chosen(), quit_chosen(), new_chosen(), save_chosen(),
        find_chosen(), find_anything_chosen(), print_chosen(), undo_chosen(), redo_chosen()
        keys_chosen(): the person wants to see all keys.
        preferences_chosen(): the person wants to see how the program looks and begins on this computer.
        manual_chosen(): the person wants to read the manual at what is in front.
        tab_chosen(int): the tab with this place in the side bar, counted from 0.
    """

    new_office_chosen = Signal()
    open_chosen = Signal()
    recent_chosen = Signal(str)
    backup_chosen = Signal()
    restore_chosen = Signal()
    imports_chosen = Signal()
    described_chosen = Signal()
    personal_chosen = Signal()
    check_chosen = Signal()
    settings_chosen = Signal()
    password_chosen = Signal()
    lock_chosen = Signal()
    quit_chosen = Signal()
    new_chosen = Signal()
    save_chosen = Signal()
    find_chosen = Signal()
    find_anything_chosen = Signal()
    print_chosen = Signal()
    undo_chosen = Signal()
    redo_chosen = Signal()
    keys_chosen = Signal()
    preferences_chosen = Signal()
    manual_chosen = Signal()
    tab_chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._acts: list[QAction] = []
        self._of_office: list[QAction] = []
        self.popup = QMenu(window)
        self._recent = QMenu("最近的台账", window)
        self._recent.triggered.connect(self._open_recent)
        self._add_file_menu()
        self._add_edit_menu()
        self._add_help_menu()
        self._add_tab_keys()

    def acts(self) -> list[QAction]:
        """Return what can be done now, as it stands in the menus."""
        return [action for action in self._acts if action.isEnabled()]

    def fill_recent(self) -> None:
        """Offer the files opened last."""
        self._recent.clear()
        for file in preferences.recent_files():
            action = self._recent.addAction(file.stem)
            action.setToolTip(str(file))
            action.setData(str(file))
        self._recent.setEnabled(not self._recent.isEmpty())

    def set_office_open(self, on: bool, *, to_write: bool = False, has_password: bool = False) -> None:
        """Offer what needs an open office only while there is one; to be written in, or with a password."""
        for action in self._of_office:
            action.setEnabled(on)
        self._password.setEnabled(to_write)
        self._described.setEnabled(to_write)
        self._lock.setEnabled(has_password)

    def _add_file_menu(self) -> None:
        menu = self.popup.addMenu("文件")
        self._add(menu, "新建台账…", self.new_office_chosen)
        self._add(menu, "打开…", self.open_chosen, key_of("open"))
        menu.addMenu(self._recent)
        menu.addSeparator()
        self._add_for_office(menu, "备份…", self.backup_chosen, key_of("back_up"))
        self._add(menu, "从备份恢复…", self.restore_chosen)
        self._add_for_office(menu, "导入记录…", self.imports_chosen)
        self._described = self._add(menu, "自设台账…", self.described_chosen)
        self._add_for_office(menu, "个人信息…", self.personal_chosen)
        self._add_for_office(menu, "检查台账…", self.check_chosen)
        self._add_for_office(menu, "设置…", self.settings_chosen, key_of("office_facts"))
        self._add(menu, "显示、启动和备份…", self.preferences_chosen, key_of("preferences"))
        self._password = self._add(menu, "密码…", self.password_chosen)
        self._lock = self._add(menu, "锁定", self.lock_chosen, key_of("lock"))
        menu.addSeparator()
        self._add(menu, "退出", self.quit_chosen, key_of("quit"))

    def _add_edit_menu(self) -> None:
        menu = self.popup.addMenu("编辑")
        self._add_for_office(menu, "撤销", self.undo_chosen, key_of("undo"))
        self._add_for_office(menu, "重做", self.redo_chosen, key_of("redo"))
        menu.addSeparator()
        self._add_for_office(menu, "新建记录", self.new_chosen, key_of("new"))
        self._add_for_office(menu, "保存", self.save_chosen, key_of("save"))
        self._add_for_office(menu, "查找", self.find_chosen, key_of("search"))
        self._add_for_office(menu, "查找一切…", self.find_anything_chosen, key_of("find_anything"))
        self._add_for_office(menu, "打印", self.print_chosen, key_of("print"))

    def _add_help_menu(self) -> None:
        menu = self.popup.addMenu("帮助")
        manual = menu.addAction("使用手册", self.manual_chosen.emit)
        manual.setShortcut(QKeySequence(key_of("manual")))
        self._window.addAction(manual)
        self._add_for_office(menu, "快捷键一览…", self.keys_chosen, key_of("keys"))
        about = menu.addAction("关于", self._show_about)
        self._acts += [manual, about, menu.addAction("出错记录的文件夹", self._open_log_folder)]

    def _add(self, menu: QMenu, label: str, chosen: SignalInstance, key: str = "") -> QAction:
        action = menu.addAction(label)
        self._acts.append(action)
        action.triggered.connect(chosen)
        if key:
            action.setShortcut(QKeySequence(key))
            # The menu is closed most of the time: its keys work only as actions of the window.
            self._window.addAction(action)
        return action

    def _add_for_office(self, menu: QMenu, label: str, chosen: SignalInstance, key: str = "") -> None:
        self._of_office.append(self._add(menu, label, chosen, key))

    def _add_tab_keys(self) -> None:
        for number, keys in enumerate(TABS):
            action = QAction(self._window)
            action.setShortcut(QKeySequence(keys))
            action.setData(number)
            action.triggered.connect(self._choose_tab)
            self._window.addAction(action)

    @Slot()
    def _choose_tab(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.tab_chosen.emit(action.data())

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        self.recent_chosen.emit(action.data())

    @Slot()
    def _show_about(self) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, f"关于{PROGRAM}", PROGRAM, parent=self._window)
        box.setInformativeText(f"版本 {version()}\n\n{_ABOUT}")
        box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    @Slot()
    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

"""The keys of the program, each said once: what is pressed, and what it does.

Buttons, menus, tips and the window of shortcuts take them from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QToolButton, QWidget


@dataclass(frozen=True)
class Key:
    """A key, or several pressed together: `name` is that of the button or the act that it stands for."""

    name: str
    keys: str
    words: str


WINDOW = (
    Key("find_anything", "Ctrl+K", "查找一切：人、案件、打印、设置、操作"),
    Key("undo", "Ctrl+Z", "撤销上一步"),
    Key("redo", "Ctrl+Shift+Z", "重做"),
    Key("open", "Ctrl+O", "打开台账"),
    Key("back_up", "Ctrl+B", "备份"),
    Key("office_facts", "Ctrl+,", "设置"),
    Key("preferences", "Ctrl+Shift+,", "显示、启动和备份"),
    Key("menu", "Alt+F", "菜单"),
    Key("lock", "Ctrl+L", "锁定（有密码的台账）"),
    Key("quit", "Ctrl+Q", "退出"),
    Key("manual", "F1", "使用手册"),
    Key("keys", "Ctrl+/", "快捷键一览"),
)
LIST = (
    Key("new", "Ctrl+N", "新建"),
    Key("search", "Ctrl+F", "在列表中查找"),
    Key("filter", "Ctrl+Shift+F", "筛选"),
    Key("print", "Ctrl+P", "打印"),
    Key("import", "Ctrl+I", "导入"),
    Key("export", "Ctrl+E", "导出"),
    Key("entry", "Ctrl+T", "成批登记，例如发放帮扶金"),
    Key("sweep", "Ctrl+M", "批量：修改一项、分组汇总、放入回收站"),
    Key("twice", "Ctrl+D", "查找、合并重复"),
    Key("more", "Ctrl+Shift+E", "更多导入导出"),
    Key("bin", "Ctrl+Shift+B", "回收站"),
    Key("next_register", "Ctrl+Tab", "本项的下一个台账"),
    Key("previous_register", "Ctrl+Shift+Tab", "本项的上一个台账"),
)
ROWS = (
    Key("select_all", "Ctrl+A", "全选"),
    Key("copy", "Ctrl+C", "复制选中的行，连同标题"),
    Key("edit_cell", "F2", "改一格"),
    Key("open_form", "Enter", "到表单"),
    Key("delete_rows", "Delete", "放入回收站"),
    Key("list_menu", "Shift+F10", "能做的都在菜单里"),
)
FORM = (
    Key("save", "Ctrl+S", "保存"),
    Key("revert", "Alt+Z", "撤销没有保存的改动"),
    Key("step", "Ctrl+Return", "下一步，例如审批"),
    Key("steps", "Ctrl+Shift+Return", "其他办理步骤"),
    Key("print_record", "Ctrl+Shift+P", "打印本条"),
    Key("delete", "Ctrl+Delete", "放入回收站"),
    Key("everything", "Ctrl+Shift+K", "此人的全部记录"),
    Key("same_again", "Shift+F8", "空着的各格填上次登记的内容"),
    Key("duplicate", "Ctrl+Shift+D", "照这一条新建"),
    Key("next_record", "Alt+PgDown", "下一条记录"),
    Key("previous_record", "Alt+PgUp", "上一条记录"),
    Key("next_page", "Ctrl+PgDown", "表单的下一页，例如家庭成员"),
    Key("previous_page", "Ctrl+PgUp", "表单的上一页"),
    Key("new_row", "Ctrl+Shift+N", "添加一行，例如家庭成员"),
)
FIELDS = (
    Key("explain", "F1", "这一格的意思、怎样填、依据；再按一次打开使用手册"),
    Key("next_field", "Enter", "到下一格"),
    Key("same_value", "F8", "这一格同上次"),
    Key("calendar", "Alt+Down", "日历"),
    Key("offers", "Down", "列出可选的"),
)
_BY_NAME = {key.name: key for key in (*WINDOW, *LIST, *ROWS, *FORM)}
TABS = (*(f"Ctrl+{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)), *(f"Alt+{n}" for n in range(1, 10)))
"""The keys of the tabs, in their order."""


def key_of(name: str) -> str:
    """Return the key of an act."""
    return _BY_NAME[name].keys


def shown(keys: str) -> str:
    """Write a key as the keyboard of this computer names it."""
    return keys.replace("PgDown", "PgDn").replace("Return", "Enter")


def tell(button: QAbstractButton, name: str) -> None:
    """Have the tip of a button say its key."""
    words = button.toolTip() or button.accessibleName() or button.text()
    button.setToolTip(f"{words}（{shown(key_of(name))}）")


def left_to_window(event: QKeyEvent, line: QLineEdit | QTextDocument) -> bool:
    """Tell whether a key takes back, or does again, and nothing typed into this line is there for it.

    A field ignores such a key; its window then takes back what was done last.
    """
    keys = QKeySequence.StandardKey
    taken_back = event.matches(keys.Undo) and not line.isUndoAvailable()
    return taken_back or (event.matches(keys.Redo) and not line.isRedoAvailable())


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button that has the focus, where the key is Enter; tell whether one was pressed."""
    focused = window.focusWidget()
    pressed = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
        focused, QPushButton | QToolButton
    )
    if pressed and isinstance(focused, QPushButton | QToolButton):
        focused.click()
    return pressed


def bind(name: str, act: object, owner: QWidget) -> None:
    """Let a key do an act while its owner is in sight."""
    QShortcut(QKeySequence(key_of(name)), owner).activated.connect(act)

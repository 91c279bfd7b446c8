"""What a list with people's numbers is taken out of the office for (domain 12.2)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.dialogs.base import Dialog
from ui.look import theme

_PURPOSES = ("上级工会报送", "全国系统录入", "发放核对", "内部留存")
_LONGEST = 60


class PurposeDialog(Dialog):
    """Asks for the purpose; it is noted with the export."""

    about = "print"

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(f"导出{title}", parent)
        self.answer: str | None = None
        self.add_note("这份表含完整的身份证号或银行卡号，只供本会内部使用。请写明用途，会记入打印导出日志。")
        self._purpose = QComboBox(self)
        self._purpose.setObjectName("purpose")
        self._purpose.setAccessibleName("用途")
        self._purpose.addItems(_PURPOSES)
        self._purpose.setCurrentIndex(-1)
        line = QLineEdit(self._purpose)
        self._purpose.setLineEdit(line)
        line.setAccessibleName("用途")
        line.setMaxLength(_LONGEST)
        line.setPlaceholderText("用途，例如 上级工会报送")
        self.body.addWidget(self._purpose)
        self.add_foot("选择存放位置…")
        self.resize(theme.length(480), theme.length(180))

    @classmethod
    def ask(cls, parent: QWidget, title: str) -> str | None:
        """Ask; None when the person thought better of it."""
        dialog = cls(title, parent.window())
        dialog.exec()
        return dialog.answer

    @Slot()
    def accept(self) -> None:
        purpose = self._purpose.currentText().strip()
        if not purpose:
            self.show_message("请填写用途")
            self._purpose.setFocus()
            return
        self.answer = purpose
        super().accept()

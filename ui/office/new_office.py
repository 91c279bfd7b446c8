"""Making a new office file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.office import SUFFIX
from ui.dialogs.base import Dialog
from ui.look import theme


@dataclass(frozen=True)
class NewOffice:
    """The answer: where the file shall lie, and whose it is."""

    path: Path
    name: str
    code: str


class NewOfficeDialog(Dialog):
    """Asks for the name of the union and the place of its file."""

    about = "start"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("新建台账", parent)
        self.answer: NewOffice | None = None
        self._name = self._box("office_name", "工会名称", "例如 泰祥社区工会")
        self._code = self._box("office_code", "编号前缀", "两三个字母，例如 TY")
        self._path = self._box("office_path", "存放位置", "文件放在本机硬盘上")
        browse = QPushButton("选择…", self)
        browse.setObjectName("browse")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self._path, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.addRow("工会名称", self._name)
        form.addRow("编号前缀", self._code)
        form.addRow("存放位置", place)
        self.body.addLayout(form)
        self.add_note("所有台账都在这一个文件里，复制这个文件就是复制全部台账。")
        self.add_foot("新建")
        self._name.textEdited.connect(self._propose)
        self.setMinimumWidth(theme.length(520))

    @classmethod
    def ask(cls, parent: QWidget) -> NewOffice | None:
        """Ask; None when the person thought better of it."""
        dialog = cls(parent.window())
        dialog.exec()
        return dialog.answer

    @Slot()
    def accept(self) -> None:
        name, code, place = (box.text().strip() for box in (self._name, self._code, self._path))
        if not name:
            self.show_message("请填写工会名称")
        elif not place:
            self.show_message("请选择存放位置")
        elif code and not (code.isascii() and code.isalpha()):
            self.show_message("编号前缀只用英文字母，例如 TY")
        else:
            path = Path(place)
            self.answer = NewOffice(
                path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX),
                name,
                code.upper() or "GH",
            )
            super().accept()

    @Slot(str)
    def _propose(self, name: str) -> None:
        if not self._path.isModified():
            self._path.setText(str(Path.home() / f"{name.strip() or '台账'}{SUFFIX}"))

    @Slot()
    def _browse(self) -> None:
        proposed = self._path.text() or str(Path.home())
        name, _ = QFileDialog.getSaveFileName(self, "存放位置", proposed, f"台账文件 (*{SUFFIX})")
        if name:
            self._path.setText(name)
            self._path.setModified(True)

    def _box(self, name: str, label: str, hint: str) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setPlaceholderText(hint)
        return box

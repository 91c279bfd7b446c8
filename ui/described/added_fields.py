"""The page on which a register of the program gets fields of the office's own."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.described import changing, opened
from app.errors import Refused
from app.register import Register
from ui.described.fields_table import FieldsTable
from ui.dialogs.base import Dialog
from ui.look import theme
from ui.widgets.card import Card

_ABOUT = "加上的字段在表单末尾、列表、查找、导入、导出、空白表和一览表中都有，别的台账文件没有。"


class AddedFieldsPage(Dialog):
    """Adds a few fields to a register; after it `saved` tells whether anything was changed."""

    about = "described"

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(f"{register.title}：自设字段", parent)
        self.saved = False
        self._register = register
        self.add_note(_ABOUT)
        self.fields = FieldsTable(self, added=True)
        self.body.addWidget(Card(self, self.fields), 1)
        line = QHBoxLayout()
        add = QPushButton("加字段", self)
        add.setObjectName("add_field")
        add.setAutoDefault(False)
        add.clicked.connect(self.fields.add_field)
        line.addWidget(add)
        self._back = QPushButton("恢复停用的字段", self)
        self._back.setAutoDefault(False)
        self._back.setMenu(QMenu(self._back))
        line.addWidget(self._back)
        line.addStretch(1)
        self.body.addLayout(line)
        self.fields.changed.connect(self._settle)
        before = next((one for one in opened.extensions() if one.register is register), None)
        self.fields.show_fields(before.description.fields if before is not None else (), {}, made=True)
        self.add_foot("保存")
        self.resize(theme.length(940), theme.length(460))
        if before is None:
            self.fields.add_field()

    @Slot()
    def accept(self) -> None:
        """Give the register the fields; what stands against it is said, and nothing is done."""
        shown = [field for field in self.fields.fields if field.label or not field.retired]
        try:
            changing.add_fields(self._register, shown)
        except Refused as refused:
            self.show_message(str(refused))
            return
        self.saved = True
        super().accept()

    @Slot()
    def _settle(self) -> None:
        self.fields.offer_taken_out(self._back)

"""A list put together by one of its columns: how many there are of each, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QDialog, QHeaderView, QLabel, QTableView, QWidget

from app import grouping
from app.fields import Described, Shown
from app.grouping import Group
from app.listing import Criteria, summed
from app.register import Register
from ui.dialogs.base import Dialog
from ui.lists.copying import CopyRows
from ui.lists.table import row_height
from ui.lists.table_model import SIDES
from ui.look import theme

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_TOTAL = "合计"


@dataclass(frozen=True)
class Chosen:
    """The records of one group, and what it is called."""

    title: str
    ids: tuple[int, ...]


class GroupRows(QAbstractTableModel):
    """A row for each group, and the totals below them."""

    def __init__(self, register: Register, measures: Sequence[Described], parent: QObject) -> None:
        super().__init__(parent)
        self._register = register
        self._measures = measures
        self._by: Described | None = None
        self._groups: Sequence[Group] = ()

    def show_groups(self, by: Described, groups: Sequence[Group]) -> None:
        """Show the groups by a field."""
        self.beginResetModel()
        self._by, self._groups = by, groups
        self.endResetModel()

    def group_at(self, row: int) -> Group | None:
        """Return the group of a row; None of the totals."""
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._groups else len(self._groups) + 1

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 2 + len(self._measures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.group_at(index.row()), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES["right" if index.column() else "left"]
        if role == Qt.ItemDataRole.FontRole and self.group_at(index.row()) is None:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or self._by is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            fields = [measure.heading for measure in self._measures]
            return [self._by.label, f"数量（{self._register.unit}）", *fields][section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES["right" if section else "left"]
        return None

    def _text(self, group: Group | None, column: int) -> str:
        groups = self._groups if group is None else (group,)
        if column == 0:
            return _TOTAL if group is None else group.title
        if column == 1:
            return f"{sum(one.count for one in groups):,}"
        told = [value for one in groups if (value := one.sums[column - 2]) is not None]
        return self._measures[column - 2].format(sum(told)) if told else ""


class GroupsDialog(Dialog):
    """Shows the groups of a list by a column, which can be another; one group can be looked at."""

    about = "list"

    def __init__(
        self, window: QWidget, register: Register, criteria: Criteria, columns: Sequence[Shown], by: Described
    ) -> None:
        super().__init__(f"{register.title}分组汇总", window)
        self._register, self._criteria, self._columns = register, criteria, columns
        self._offered = [
            shown
            for shown in register.all_columns
            if isinstance(shown, Described) and grouping.can_group(shown)
        ]
        self.chosen: Chosen | None = None
        self._by = QComboBox(self)
        self._by.setObjectName("by")
        self._by.setAccessibleName("按哪一列分组")
        self._by.addItems([field.label for field in self._offered])
        self._by.setCurrentIndex(next(n for n, field in enumerate(self._offered) if field is by))
        label = QLabel("按哪一列分组", self)
        label.setProperty("role", "label")
        label.setBuddy(self._by)
        self.rows = GroupRows(register, summed(register, columns), self)
        self.table = self._make_table()
        self.body.addWidget(label)
        self.body.addWidget(self._by)
        self.body.addWidget(self.table, 1)
        self.add_note("双击一组，在列表中只看这一组；选中后按 Ctrl+C 复制到表格。")
        self._do = self.add_foot("只看这一组", "关闭")
        self._by.currentIndexChanged.connect(self._group)
        self._group()
        self.resize(theme.length(640), theme.length(520))

    @classmethod
    def ask(
        cls, window: QWidget, register: Register, criteria: Criteria, columns: Sequence[Shown], by: Described
    ) -> Chosen | None:
        """Show the groups; return the one that the person wants to look at."""
        dialog = cls(window, register, criteria, columns, by)
        return dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else None

    @property
    def field(self) -> Described:
        """The field by which the list is put together."""
        return self._offered[self._by.currentIndex()]

    def accept(self) -> None:
        group = self.rows.group_at(self.table.currentIndex().row())
        if group is None:
            self.show_message("请先选中一组。")
            return
        ids = grouping.ids_of(self._register, self._criteria, self.field, group)
        self.chosen = Chosen(f"{self.field.label}：{group.title}", ids)
        super().accept()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("groups")
        table.setAccessibleName("分组汇总")
        table.setModel(self.rows)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(row_height())
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        table.doubleClicked.connect(self.accept)
        CopyRows(table)
        return table

    @Slot()
    def _group(self) -> None:
        groups = grouping.groups(self._register, self._criteria, self.field, self._columns)
        self.rows.show_groups(self.field, groups)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.selectRow(0)
        self._do.setEnabled(bool(groups))

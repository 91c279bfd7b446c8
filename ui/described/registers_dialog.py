"""The registers of the office's own: made from a workbook, a page or a description; changed, retired."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from app.described import changing, opened, reading
from app.described.description import DescribedField, Description
from app.described.kinds import DATE, FILE, PERSON, TEXT
from app.described.opened import Opened
from app.described.ready import ready
from app.errors import Refused
from app.exchange.describing import Proposal, propose
from app.register import Register
from app.registry import OWN
from app.target import written_whole
from ui import preferences
from ui.described.added_fields import AddedFieldsPage
from ui.described.page import DescribedPage
from ui.dialogs.base import Dialog
from ui.dialogs.question import Question
from ui.dialogs.save_as import ask_target
from ui.jobs import Jobs
from ui.lists.short_list import ShortList
from ui.look import theme
from ui.widgets.card import Card
from ui.widgets.file_drop import FileDrop

_COLUMNS = {"台账": 220, "放在": 120, "记录": 100, "字段": 0, "状态": 80}
_BOOKS = "表格 (*.xlsx *.xls *.ods *.csv)"
_DESCRIPTIONS = "台账说明书 (*.json)"
_ABOUT = "把任何一份表格拖到这里，或点“按表格新建”：读出表头和每一行，提出名称和类型，核对后就是一本台账。"


class RegistersDialog(Dialog):
    """Lists the registers that the office describes itself.

    After it `changed` tells whether any was made or changed, `key` which one is to be shown.
    """

    about = "described"

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("自设台账", parent)
        self.changed = False
        self.key = ""
        self.said = ""
        self._jobs = jobs
        self._listed: tuple[Opened, ...] = ()
        self.add_note(_ABOUT)
        self._table = self._list()
        self.body.addWidget(Card(self, self._table), 1)
        self._drop = FileDrop(self)
        self._drop.dropped.connect(self.propose_from)
        for name, label, act in (
            ("from_book", "按表格新建…", self._choose_book),
            ("empty", "空白新建…", self._begin_empty),
            ("from_description", "按说明书…", self._choose_description),
        ):
            button = self.add_button(name, label)
            button.clicked.connect(act)
        self.add_button("ready", "现成的台账").setMenu(self._menu_of_ready())
        self.add_button("add_fields", "给台账加字段").setMenu(self._menu_of_registers())
        self.foot.addStretch(1)
        self._alter = self.add_button("alter", "修改…")
        self._alter.clicked.connect(self._change)
        self._retire = self.add_button("retire", "停用")
        self._retire.clicked.connect(self._retire_or_use)
        self._save = self.add_button("save", "存为说明书…")
        self._save.clicked.connect(self._save_description)
        self.add_button("close", "关闭").clicked.connect(self.reject)
        book = self.findChild(QPushButton, "from_book")
        assert isinstance(book, QPushButton)
        book.setProperty("role", "primary")
        self.resize(theme.length(1040), theme.length(460))
        self._fill()

    @classmethod
    def open_for(cls, jobs: Jobs, parent: QWidget) -> RegistersDialog:
        """Show the registers until the person closes the dialog, or has made one."""
        dialog = cls(jobs, parent.window())
        dialog.exec()
        return dialog

    @Slot(object)
    def propose_from(self, path: Path) -> None:
        """Propose a register from a workbook, and show the page on which it is corrected."""
        if path.suffix.lower() == ".json":
            self._take_description(path)
            return
        self.show_message(f"正在读“{path.name}”…", "info")
        self._jobs.run(partial(propose, path), self._show_proposal, self.show_failure)

    def _list(self) -> ShortList:
        empty = "还没有自设台账，把一份表格拖到这里试试"
        table = ShortList("registers", "自设台账", _COLUMNS, self, empty=empty)
        table.currentCellChanged.connect(self._settle)
        table.cellDoubleClicked.connect(self._change)
        return table

    def _fill(self) -> None:
        self._listed = opened.opened_registers()
        self._table.setRowCount(len(self._listed))
        tabs = opened.tabs()
        for row, one in enumerate(self._listed):
            register, description = one.own.register, one.description
            texts = (
                description.title,
                tabs[description.tab],
                f"{register.record.alive().count():,} {description.unit}",
                "、".join(field.label for field in description.shown),
                "停用" if one.own.retired else "在用",
            )
            for section, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self._table.setItem(row, section, item)
        if self._listed:
            self._table.selectRow(0)
        self._settle()
        for title, why in opened.unusable().items():
            self.show_message(f"“{title}”不能使用：{why}")

    @property
    def _chosen(self) -> Opened | None:
        row = self._table.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    @Slot()
    def _settle(self) -> None:
        chosen = self._chosen
        for button in (self._alter, self._retire, self._save):
            button.setEnabled(chosen is not None)
        self._alter.setEnabled(chosen is not None and not chosen.own.retired)
        self._retire.setText("恢复使用" if chosen is not None and chosen.own.retired else "停用")

    @Slot()
    def _choose_book(self) -> None:
        folder = preferences.folder("import") or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, "按哪份表格新建台账", folder, _BOOKS)
        if name:
            self.propose_from(Path(name))

    @Slot(object)
    def _show_proposal(self, proposal: Proposal) -> None:
        self.show_message("")
        self._edit(proposal.description, proposal=proposal)

    @Slot()
    def _begin_empty(self) -> None:
        self._edit(
            Description(
                "",
                (
                    DescribedField("c1", "姓名", PERSON, required=True, listed=True),
                    DescribedField("c2", "日期", DATE, required=True, listed=True),
                    DescribedField("c3", "事项", TEXT, listed=True),
                    DescribedField("c4", "附件", FILE),
                ),
                "条",
                OWN,
            )
        )

    @Slot()
    def _choose_description(self) -> None:
        folder = preferences.folder("import") or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self, "按哪份说明书新建台账", folder, _DESCRIPTIONS)
        if name:
            self._take_description(Path(name))

    def _take_description(self, path: Path) -> None:
        try:
            description = opened.read(reading.text_of(path))
        except Refused as refused:
            self.show_message(str(refused))
            return
        self._edit(description)

    @Slot()
    def _change(self) -> None:
        if (chosen := self._chosen) is not None and not chosen.own.retired:
            self._edit(chosen.description, before=chosen)

    def _edit(
        self, description: Description, *, before: Opened | None = None, proposal: Proposal | None = None
    ) -> None:
        page = DescribedPage(self._jobs, description, self, before=before, proposal=proposal)
        window = self.parentWidget()
        page.resize(self.size() if window is None else window.size() * 0.9)
        page.exec()
        if page.opened_key:
            self.changed, self.key, self.said = True, page.opened_key, page.said
            self.accept()

    def _menu_of_ready(self) -> QMenu:
        """Offer the descriptions that come with the program."""
        menu = QMenu(self)
        for title, path in ready().items():
            menu.addAction(title, partial(self._take_description, path))
        return menu

    def _menu_of_registers(self) -> QMenu:
        """Offer the registers of the program by their tabs."""
        menu = QMenu(self)
        tabs: dict[str, QMenu] = {}
        titles = opened.tabs()
        for key, register in opened.extensible_registers().items():
            tab = titles[key.partition(".")[0]]
            if tab not in tabs:
                tabs[tab] = menu.addMenu(tab)
            tabs[tab].addAction(register.title, partial(self.add_fields, register))
        return menu

    def add_fields(self, register: Register) -> None:
        """Show the page on which a register of the program gets fields; it is shown then."""
        page = AddedFieldsPage(register, self)
        page.resize(self.size())
        page.exec()
        if page.saved:
            self.changed, self.key = True, register.key
            self.accept()

    @Slot()
    def _retire_or_use(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        title = chosen.description.title
        more = "标签、列表和统计中不再出现，已登记的内容都留着，随时可以恢复使用。"
        try:
            if chosen.own.retired:
                changing.use_again(chosen)
            elif Question.ask(self, f"停用“{title}”吗", more, "停用"):
                changing.retire(chosen)
            else:
                return
        except Refused as refused:
            self.show_message(str(refused))
            return
        self.changed = True
        self._fill()

    @Slot()
    def _save_description(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        title = chosen.description.title
        target = ask_target(self, "存为说明书", f"{title}说明书", "export", (_DESCRIPTIONS,))
        if target is None:
            return
        try:
            with written_whole(target, ".json") as unfinished:
                unfinished.write_text(reading.written(chosen.description), encoding="utf-8")
        except Refused as refused:
            self.show_message(str(refused))
            return
        said = f"已存为“{target.name}”，可以交给别的工会；其中没有任何记录。"
        self.show_message(said, "good", target)

"""List beside form: one register, its filters above, what the list adds up to below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import listing, saved_lists
from app.errors import Refused
from app.keeping import duplicating, undoing
from app.listing import Criteria
from app.records.steps import changed_nothing, rows_of_last_step
from app.register import Register
from ui import keys
from ui.dialogs.name import NameDialog
from ui.dialogs.unsaved import Answer, Unsaved
from ui.dialogs.waiting import Waiting
from ui.jobs import Jobs
from ui.lists.bin_banner import BinBanner
from ui.lists.column_choice import ColumnChoice
from ui.lists.filter_bar import FilterBar
from ui.lists.foot import ListFoot, Way
from ui.lists.selection_sums import SelectionSums
from ui.lists.table import RecordTable
from ui.look import theme
from ui.panel.binning import take_back, to_bin
from ui.panel.record_panel import RecordPanel
from ui.widgets.card import Card
from ui.widgets.file_drop import FileDrop
from ui.widgets.side_by_side import SideBySide

_PANEL_WIDTH = 500
_NOT_LISTED = "刚保存的记录不在当前筛选中"


def _summed(register: Register, criteria: Criteria, total: int) -> tuple[Criteria, str]:
    return criteria, listing.summary(register, criteria, total)


class RegisterPane(QWidget):
    """The records of one register.

    Signals:
        changed(str): a record of this register, or one that belongs to it, was saved or binned.
        known_chosen(str, int): the person wants to see this record of another register.
        print_chosen(Pick, int): the person wants a paper of this record.
        sheet_chosen(RecordSheet, int): the person wants a table of this record for another body.
        book_dropped(Path): a file was let fall on the list, to be taken in.
        menu_wanted(QPoint): a person wants to see what can be done, at this place of the screen.
        grouping_wanted(Shown): the list is to be put together by this column.
        everything_wanted(str, int): all that there is of the person of this record is wanted.
        list_saved(): what the list asks for was saved under a name.
        return_wanted(): the person wants to go back to the desk, from where the list was opened.
    """

    changed = Signal(str)
    known_chosen = Signal(str, int)
    print_chosen = Signal(object, int)
    sheet_chosen = Signal(object, int)
    book_dropped = Signal(object)
    menu_wanted = Signal(QPoint)
    grouping_wanted = Signal(object)
    list_saved = Signal()
    everything_wanted = Signal(str, int)
    return_wanted = Signal()

    def __init__(self, register: Register, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self._jobs = jobs
        self._search = ""
        self._binned = False
        self._record_id: int | None = None
        self._saved_id: int | None = None  # which was saved last, and was no new one
        self._stale = False
        self._narrowed = False  # the person asked for other records, which are not listed yet
        self._build()
        self._wire()
        self.reload()
        self._show(None)

    @property
    def criteria(self) -> Criteria:
        """The search, filters and order that the list follows now."""
        return self.table.criteria

    @property
    def is_filtered(self) -> bool:
        """Whether the list shows only a part of the records."""
        return bool(self._search or self._filters.chosen() or self._filters.only is not None)

    def chosen_ids(self) -> list[int]:
        """Return the records an act is meant for: those selected, or all listed while no more than one is."""
        ids = self.table.selected_ids()
        return ids if len(ids) > 1 else listing.ids(self.register, self.criteria)

    @property
    def in_bin(self) -> bool:
        """Whether the list shows the recycle bin."""
        return self._binned

    def search(self, text: str) -> None:
        """Show the records in which these words are found."""
        self._search = text
        self._narrow()

    def reload(self) -> None:
        """Read list and sums again, as after a change made elsewhere."""
        self._stale = False
        self._filters.count()
        self._apply_criteria()

    def renew(self) -> None:
        """Read the record in front again, too: an act changed many of those listed."""
        self.reload()
        self._show(self._record_id)

    def reload_when_seen(self) -> None:
        """Read again when the pane is next looked at, or now while it is."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def go_to(self, record_id: int) -> bool:
        """Show one record, in the list too; False when the person stays with unsaved changes."""
        if not self.may_leave():
            return False
        self._narrowed = False  # what is asked for itself stays, whatever is found meanwhile
        if not self.table.select_id(record_id):
            self._look_among_all(record_id)
        self._show(record_id)
        return True

    def show_all(self) -> None:
        """Take the search and all filters back."""
        self._search = ""
        self._filters.clear()
        self._apply_criteria()

    def filter_by(self, name: str, values: tuple[Any, ...]) -> None:
        """Set the filter of this name, as if a person had clicked it; no values switch it off."""
        self._filters.choose(name, values)

    def ask_for(self, criteria: Criteria) -> None:
        """Show what was saved of a list: its search and its filters."""
        self._filters.clear()
        self._search = criteria.search
        for name, values in criteria.filters.items():
            self._filters.choose(name, values)
        self._apply_criteria()

    def keep_to(self, title: str, ids: tuple[int, ...]) -> None:
        """Show only these records, until the person takes the chip away that says so."""
        self._search = ""
        self._filters.clear()
        self._filters.keep_to(title, ids)

    def offer_return(self) -> None:
        """Offer the way back to the desk, until the person takes it or goes elsewhere."""
        self._filters.offer_return(True)

    @Slot()
    def _return(self) -> None:
        if self.may_leave():
            self.show_all()
            self.return_wanted.emit()

    @Slot()
    def keep_to_selected(self) -> None:
        """Show only what is selected."""
        self.keep_to("选中的", tuple(self.table.selected_ids()))

    def new_record(self, **values: object) -> None:
        """Begin a record with these values, beside the list; nothing happens where unsaved changes stay."""
        if not self.may_leave():
            return
        self.leave_bin()
        self.table.select_id(None)
        self._record_id = None
        self.panel.new_record(**values)

    def save(self) -> bool:
        """Save what was typed; False when problems forbid it."""
        return bool(self.panel.save())

    def may_leave(self) -> bool:
        """Ask about unsaved changes, and tell whether the record may be left."""
        if not self.panel.is_dirty():
            return True
        answer = Unsaved.ask(self, self.register.title)
        if answer is Answer.SAVE:
            return bool(self.panel.save())
        if answer is Answer.DISCARD:
            self.panel.give_up()
        return answer is Answer.DISCARD

    def note(self, sentence: str, way: Way = "", file: Path | None = None) -> None:
        """Say something below the list that needs no answer; a `way` back may follow, or that to a `file`."""
        self._foot.note(sentence, way, file)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, here or elsewhere, and say what that was."""
        self._go_back(undoing.undo, "redo")

    def undo_from_field(self) -> None:
        """Take back what was done last if that is told below the list; else tell it, with its way back.

        In a field people take back what they typed: a key too many is not to undo what they do not see.
        """
        done = undoing.last()
        if done is None or self._foot.offers_undo:
            self.undo()
        else:
            self.note(f"这一格没有可撤销的输入。上一步是：{done.sentence}", "undo")

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go_back(undoing.redo, "undo")

    def _go_back(self, act: Callable[[], str], way: Way) -> None:
        if not self.may_leave():
            return
        try:
            sentence = Waiting.do(self, "正在进行", undoing.size_of_next(), act)
        except Refused as refused:
            self.note(str(refused))
            return
        self.renew()
        self.changed.emit(self.register.key)
        self.note(sentence, way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._binned:
            self.leave_bin()
        else:
            super().keyPressEvent(event)

    @Slot()
    def bin_selected(self) -> None:
        """Put the selected records into the recycle bin, after a question where they are several."""
        ids = self.table.selected_ids()
        if self._binned or not ids or not self.may_leave():
            return
        record = listing.rows(self.register, ids[:1]).get(ids[0])
        if record is None:
            return
        try:
            binned = to_bin(self, self.register, record, ids)
        except Refused as refused:
            self.note(str(refused))
            return
        if binned:
            self._records_deleted(binned[0])

    @Slot(int)
    def step_to(self, by: int) -> None:
        """Go to the record before or after the one in front; at either end it stays."""
        beside = self.table.id_beside(self._record_id, by) if self._record_id is not None else None
        if beside is not None:
            self.go_to(beside)

    @Slot()
    def duplicate(self) -> None:
        """Begin a record as the one in front."""
        record = self.panel.form.record if self._record_id is not None else None
        if record is not None and not self._binned:
            self.new_record(**duplicating.values_of(self.register, record))

    def turn_bin(self) -> None:
        """Go into the recycle bin, or out of it, as by its button."""
        self._foot.turn_bin()

    def focus_filters(self) -> None:
        """Put the cursor on the first filter."""
        self._filters.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def leave_bin(self) -> None:
        """Go back to the list."""
        if self._binned:
            self._foot.leave_bin()
            self._show_bin(False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # the person went to another tab
            self.leave_bin()
            self._filters.offer_return(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _build(self) -> None:
        self._filters = FilterBar(self.register, self, jobs=self._jobs)
        self._foot = ListFoot(self)
        self.table = RecordTable(self.register, self)
        self.table.jobs = self._jobs
        self.columns = ColumnChoice(self.register, self.table)
        self._banner = BinBanner(self.register, self)
        self._banner.hide()
        self.panel = RecordPanel(self.register, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(8)
        column.addWidget(self._filters)
        column.addWidget(self._split(), 1)

    def _split(self) -> SideBySide:
        listed = Card(self, self.table, self._foot)
        listed.column.insertWidget(0, self._banner)
        split = SideBySide(listed, self.panel, theme.length(_PANEL_WIDTH), self)
        # A splitter puts what it is given behind what it has: the list is what `records` names first.
        listed.lower()
        return split

    def _wire(self) -> None:
        self.panel.selected_ids = self.table.selected_ids
        FileDrop(self.table.viewport()).dropped.connect(self.book_dropped)
        self.table.selected.connect(self._go)
        self.table.copied.connect(self._say_copied)
        self.table.delete_pressed.connect(self.bin_selected)
        self.table.listed.connect(self._listed)
        self.table.not_listed.connect(self._not_listed)
        self.table.activated.connect(self.panel.focus_form)
        self.table.may_write = self._may_write
        self.table.written.connect(self._cell_written)
        self.table.not_plain.connect(self._point_to_form)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._want_menu)
        self.columns.grouping_wanted.connect(self.grouping_wanted)
        self._sums = SelectionSums(self.register, self.table, self._jobs)
        self._sums.counted.connect(self._banner.enable)
        self._sums.summed.connect(self._foot.show_selected)
        self._filters.changed.connect(self._narrow)
        self._filters.save_clicked.connect(self._save_list)
        self._filters.return_clicked.connect(self._return)
        self._foot.bin_toggled.connect(self._show_bin)
        self._banner.restore_clicked.connect(self.restore_selected)
        self._banner.left.connect(self.leave_bin)
        self._foot.undo_clicked.connect(self.undo)
        self._foot.redo_clicked.connect(self.redo)
        self.panel.saved.connect(self._record_saved)
        self.panel.deleted.connect(self._records_deleted)
        self.panel.changed.connect(self._announce)
        self.panel.known_chosen.connect(self.known_chosen)
        self.panel.print_chosen.connect(self.print_chosen)
        self.panel.everything_wanted.connect(self.everything_wanted)
        self.panel.stepped.connect(self.step_to)
        keys.bind("next_record", partial(self.step_to, 1), self)
        keys.bind("previous_record", partial(self.step_to, -1), self)
        keys.bind("duplicate", self.duplicate, self)
        self.panel.sheet_chosen.connect(self.sheet_chosen)

    @Slot()
    def _narrow(self) -> None:
        """List what was asked for; what stands beside the list follows."""
        self._narrowed = True
        self._apply_criteria()

    @Slot()
    def _apply_criteria(self) -> None:
        chosen, only = self._filters.chosen(), self._filters.only
        criteria = Criteria(search=self._search, filters=chosen, binned=self._binned, only=only)
        self.table.set_empty_text(self._empty_text())
        self.table.set_criteria(criteria)
        self._filters.offer_saving(bool((self._search or chosen) and only is None and not self._binned))
        self._foot.note("")

    @Slot()
    def _save_list(self) -> None:
        proposed = saved_lists.proposed_name(self.register, self.criteria)
        keep = partial(saved_lists.keep, self.register, self.criteria)
        note = "以后点左侧的这个名称，就看到同样条件的记录。"
        if NameDialog.ask("存为常用列表", note, proposed, keep, self):
            self.note("已放到左侧")
            self.list_saved.emit()

    @Slot()
    def _listed(self) -> None:
        """Sum up what the list shows now, and what is selected in it."""
        if self._narrowed:
            self._narrowed = False
            self._follow_list()
        self._sum_up()
        self._sums.count()

    def _follow_list(self) -> None:
        """Leave a record that is not among those found, for the one that was; what is being typed stays."""
        in_front = self._record_id
        if in_front is None or self.table.id_beside(in_front, 0) is not None or self.panel.is_dirty():
            return
        found = self.table.ids()[0] if self.table.model().rowCount() == 1 else None
        self.table.select_id(found)
        self._show(found)

    @Slot(int)
    def _not_listed(self, record_id: int) -> None:
        """Show a record among all that a list, read beside the window, lacks; of one just saved say so."""
        if record_id == self._saved_id:
            self._foot.note(_NOT_LISTED)
        elif record_id == self._record_id and self.is_filtered:
            self._look_among_all(record_id)

    def _look_among_all(self, record_id: int) -> None:
        self.show_all()
        self.table.select_id(record_id)

    def _sum_up(self) -> None:
        work = partial(_summed, self.register, self.criteria, self.table.model().rowCount())
        adds_up = self.register.sums or self.register.means
        if adds_up and listing.may_be_long(self.register, self.criteria):
            self._jobs.run(work, self._show_sums)
        else:
            self._show_sums(work())

    @Slot(object)
    def _show_sums(self, summed: tuple[Criteria, str]) -> None:
        """Show what the list adds up to, unless it is another list by now."""
        criteria, line = summed
        if criteria == self.criteria:
            self._foot.show_sums(line)

    def _empty_text(self) -> str:
        if self._binned:
            return "回收站是空的"
        if self.is_filtered:
            return "没有符合条件的记录"
        return f"还没有{self.register.title}。\n先点“新建”登记，或用“导入”从电子表格带入。"

    def _may_write(self) -> bool:
        """Tell whether a cell may be changed: nothing unsaved of its record waits in the form."""
        return not self._binned and self.may_leave()

    @Slot(int)
    def _cell_written(self, record_id: int) -> None:
        self._show(self._record_id)
        if not self._renew(record_id):
            self.reload()
        self.changed.emit(self.register.key)

    @Slot(int)
    def _say_copied(self, count: int) -> None:
        self.note(f"已复制 {count:,} 行，连同标题")

    @Slot(str)
    def _point_to_form(self, label: str) -> None:
        self.note(f"“{label}”不在列表中改，请在右边的表单中改")

    @Slot(QPoint)
    def _want_menu(self, spot: QPoint) -> None:
        self.menu_wanted.emit(self.table.viewport().mapToGlobal(spot))

    @Slot(int)
    def _go(self, record_id: int) -> None:
        if record_id == self._record_id:
            return
        if self.may_leave():
            self._show(record_id)
            if self.table.current_id() != record_id:  # else what is selected beside it would be let go
                self.table.select_id(record_id)
        else:
            self.table.select_id(self._record_id)

    def _show(self, record_id: int | None) -> None:
        self._record_id = record_id
        self._saved_id = None
        self.panel.show_record(record_id)
        self._foot.note("")

    @Slot(int)
    def _record_saved(self, record_id: int) -> None:
        is_new = self._record_id is None
        self._record_id = record_id
        self._saved_id = None if is_new else record_id
        if not self._renew(record_id):
            self.reload()
        is_listed = self.table.select_id(record_id)
        if not is_listed and is_new:
            self._look_among_all(record_id)
        if is_listed or is_new:
            self._say_saved()
        else:
            self._foot.note(_NOT_LISTED)

    def _say_saved(self) -> None:
        """Say what was done, with its way back; of a save that changed nothing there is none."""
        done = undoing.last()
        if done is not None and not changed_nothing():
            self._foot.note(f"已保存：{done.sentence}", "undo")

    def _renew(self, record_id: int) -> bool:
        """Bring up to date what is seen; False where more was written than a record that stays in its row."""
        written = rows_of_last_step(self.register.record._meta.table_name)
        if self._stale or written != {record_id} or not self.table.renew(record_id):
            return False
        self._filters.count()
        self._foot.note("")
        self._sum_up()
        return True

    @Slot(int)
    def _records_deleted(self, _record_id: int) -> None:
        count = len(self.table.selected_ids())
        self.reload()
        self._show(None)
        some = f" {count} {self.register.unit}" if count > 1 else ""
        self._foot.note(f"已放入回收站{some}，可以恢复", "undo")
        self.changed.emit(self.register.key)

    @Slot(str)
    def _announce(self, _key: str) -> None:
        self.changed.emit(self.register.key)

    @Slot(bool)
    def _show_bin(self, on: bool) -> None:
        if on and not self.may_leave():
            self._foot.leave_bin()
            return
        self._binned = on
        self._banner.setVisible(on)
        self.panel.show_bin(on)
        self.columns.show_bin(on)
        if self.isVisible():
            self._apply_criteria()
        else:
            self._stale = True
        self._show(None)

    @Slot()
    def restore_selected(self) -> None:
        """Take the selected records out of the recycle bin, after a question where they are several."""
        ids = self.table.selected_ids()
        if not ids:
            self._foot.note("请先选中要恢复的记录")
            return
        try:
            if not take_back(self, self.register, ids):
                return
        except Refused as refused:
            self.note(str(refused))
            return
        self.reload()
        self._show(None)
        self._foot.note(f"已恢复 {len(ids)} {self.register.unit}")
        self.changed.emit(self.register.key)

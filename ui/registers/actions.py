"""What a register's tab offers beside keeping records: one entry for each such act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from app import grouping
from app.batch_entry import BatchEntry
from app.fields import ChoiceField, Described
from app.keeping import bulk
from app.printing.layout import PrintRequest
from app.register import BulkAction, Register
from app.registry import entries_at
from ui.batch.dialog import BatchDialog
from ui.dialogs.bulk_action import BulkActionDialog
from ui.dialogs.change_many import ChangeManyDialog
from ui.dialogs.groups import GroupsDialog
from ui.dialogs.merge import MergeDialog, merge_suspects
from ui.jobs import Jobs
from ui.registers.pane import RegisterPane
from ui.registers.printing import Printing


class Place(Protocol):
    """What an act needs of the tab it begins in."""

    printing: Printing
    jobs: Jobs

    @property
    def pane(self) -> RegisterPane:
        """The register in front."""
        ...

    def window(self) -> QWidget:
        """Return the window that a dialog stands before."""
        ...

    def announce(self, key: str) -> None:
        """Tell everybody that records of this register were changed."""
        ...


@dataclass(frozen=True)
class Action:
    """A button in the command row; one with `choices` drops them down and does nothing itself."""

    name: str
    label: str
    run: Callable[[Place], None]
    choices: tuple[Action, ...] = ()


def _enter(entry: BatchEntry, tab: Place) -> None:
    """Let a batch be entered and shown as it will be printed."""
    outcome = BatchDialog.begin(entry, tab.window(), _proposed(entry, tab.pane))
    if outcome is not None:
        tab.announce(entry.head.key)
        if not outcome.approved:
            tab.pane.note(f"已保存，还没有审批；在“{entry.head.title}”中可以接着改、审批")
        if outcome.print_list:
            tab.printing.show(entry.printed, PrintRequest(date.today(), record=outcome.batch_id))


def _proposed(entry: BatchEntry, pane: RegisterPane) -> list[int]:
    """Return whom to begin with: those selected in the list, all whom its filter finds, or all there are."""
    if pane.register is not entry.source.register:
        return entry.source.find("", {})
    ids = pane.table.selected_ids()
    return ids if len(ids) > 1 else entry.source.find(pane.criteria.search, pane.criteria.filters)


def acts_of(register: Register) -> tuple[Action, ...]:
    """Return what a register's tab offers: the batches entered there, and what is done to many records."""
    own = tuple(
        Action(entry.key, f"{entry.title}…", partial(_enter, entry)) for entry in entries_at(register)
    )
    bulk_actions = tuple(
        Action(f"sweep_{number}", f"{action.title}…", partial(_perform, action))
        for number, action in enumerate(bulk.bulk_actions_of(register))
    )
    sweep = Action("sweep", "批量 ▾", _nothing, (*_OF_MANY, *bulk_actions))
    return (*own, sweep, *((Action("twice", "重复 ▾", _nothing, _TWICE),) if register.mergeable else ()))


def _nothing(_tab: Place) -> None:
    """Stand for a button that only drops its choices down."""


def change_many(tab: Place, name: str = "") -> None:
    """Give one field the same value in the selected records, or in all that are listed."""
    pane = tab.pane
    if pane.in_bin or not pane.may_leave():
        return
    ids = pane.chosen_ids()
    if ids and ChangeManyDialog.ask(tab.window(), tab.jobs, pane.register, ids, name):
        pane.renew()
        tab.announce(pane.register.key)
        pane.note("已修改", "undo")


def group(tab: Place, by: Described | None = None) -> None:
    """Put the list together by a column, and show one group of it where a person wants that."""
    pane = tab.pane
    offered = [
        shown for shown in pane.table.columns if isinstance(shown, Described) and grouping.can_group(shown)
    ]
    terms = [shown for shown in offered if isinstance(shown, ChoiceField)]  # few groups, each with many
    by = by or next(iter([*terms, *offered]), None)
    if by is None:
        return
    chosen = GroupsDialog.ask(tab.window(), pane.register, pane.criteria, pane.table.columns, by)
    if chosen is not None:
        pane.keep_to(chosen.title, chosen.ids)


def _bin_many(tab: Place) -> None:
    """Put the selected records into the recycle bin."""
    if tab.pane.table.selected_ids():
        tab.pane.bin_selected()
    else:
        tab.pane.note("请先在列表中选中记录（Ctrl+A 全选）。")


def _perform(action: BulkAction, tab: Place) -> None:
    """Do something to the selected records, or to all that are listed."""
    pane = tab.pane
    if pane.may_leave() and BulkActionDialog.ask(
        tab.window(), tab.jobs, pane.register, action, pane.chosen_ids()
    ):
        pane.renew()
        tab.announce(pane.register.key)
        pane.note(f"已办理“{action.title}”", "undo")


def _merge(tab: Place) -> None:
    """Let the two selected records become one."""
    pane = tab.pane
    ids = pane.table.selected_ids()
    if len(ids) != 2:  # one and the other
        pane.note("请先在列表中选中两条（按住 Ctrl 再点第二条），再合并。")
        return
    if not pane.may_leave():
        return
    one, other = (pane.register.record.get_by_id(record_id) for record_id in sorted(ids))
    if MergeDialog.ask(tab.window(), pane.register, one, other) == QDialog.DialogCode.Accepted:
        _merged(tab, f"已合并为“{one}”", one.id)


def _find_twice(tab: Place) -> None:
    """Ask about each pair of records that may be one."""
    pane = tab.pane
    if not pane.may_leave():
        return
    found, merged = merge_suspects(tab.window(), pane.register)
    if merged:
        _merged(tab, f"已合并 {merged} 对")
    else:
        pane.note("没有合并" if found else f"没有发现重复的{pane.register.title}")


def _merged(tab: Place, sentence: str, record_id: int | None = None) -> None:
    pane = tab.pane
    pane.renew()
    if record_id is not None:
        pane.go_to(record_id)
    tab.announce(pane.register.key)
    pane.note(sentence, "undo")


_OF_MANY = (
    Action("change_many", "修改一项…", change_many),
    Action("group", "分组汇总…", group),
    Action("bin_many", "放入回收站", _bin_many),
)
_TWICE = (Action("merge", "合并所选两条…", _merge), Action("find_twice", "查找重复…", _find_twice))

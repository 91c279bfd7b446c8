"""What a register's tab offers beside keeping records: one entry for each such act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.keeping import bulk
from app.printing.layout import PrintRequest
from app.register import BulkAction, Register
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.lists import PAYOUT
from app.subjects.hardship.aid.register import BATCHES
from ui.dialogs.aid import AidDialog
from ui.dialogs.bulk_action import BulkActionDialog
from ui.jobs import Jobs
from ui.printing import Printing
from ui.register_pane import RegisterPane


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


def _pay_aid(tab: Place) -> None:
    """Pay the selected people, or all whom the list's filter finds on file."""
    chosen = tab.pane.table.selected_ids()
    asked = tab.pane.asked
    _begin_batch(tab, chosen if len(chosen) > 1 else aid.open_file_ids(asked.search, dict(asked.filters)))


def _new_batch(tab: Place) -> None:
    _begin_batch(tab, aid.open_file_ids())


def _begin_batch(tab: Place, file_ids: Sequence[int]) -> None:
    outcome = AidDialog.begin(tab.window(), file_ids)
    if outcome is not None:
        tab.announce(BATCHES.key)
        if outcome.print_list:
            tab.printing.show(PAYOUT, PrintRequest(date.today(), record=outcome.batch_id))


ACTIONS: dict[str, tuple[Action, ...]] = {
    "hardship": (Action("pay_aid", "发放帮扶金…", _pay_aid),),
    "hardship.batches": (Action("pay_aid", "发放帮扶金…", _new_batch),),
}
"""The acts, by the key of the register they begin from."""


def acts_of(register: Register) -> tuple[Action, ...]:
    """Return what a register's tab offers: its own acts, and what can be done to many records at once."""
    own = ACTIONS.get(register.key, ())
    bulk_actions = tuple(
        Action(f"sweep_{number}", f"{act.title}…", partial(_sweep, act))
        for number, act in enumerate(bulk.bulk_actions_of(register))
    )
    return (*own, Action("sweep", "批量办理 ▾", _nothing, bulk_actions)) if bulk_actions else own


def _nothing(_tab: Place) -> None:
    """Stand for a button that only drops its choices down."""


def _sweep(act: BulkAction, tab: Place) -> None:
    """Do something to the selected records, or to all that are listed."""
    pane = tab.pane
    if pane.may_leave() and BulkActionDialog.ask(
        tab.window(), tab.jobs, pane.register, act, pane.chosen_ids()
    ):
        pane.renew()
        tab.announce(pane.register.key)

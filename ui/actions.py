"""What a register's tab offers beside keeping records: one entry for each such act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.printing.lists.aid import PAYOUT
from app.register import Occasion
from app.registers.aid import BATCHES
from app.services import aid
from ui.dialogs.aid import AidDialog
from ui.printing import Printing
from ui.register_pane import RegisterPane


class Place(Protocol):
    """What an act needs of the tab it begins in."""

    printing: Printing

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
    """A button in the command row."""

    name: str
    label: str
    run: Callable[[Place], None]


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
            tab.printing.show(PAYOUT, Occasion(date.today(), record=outcome.batch_id))


ACTIONS: dict[str, tuple[Action, ...]] = {
    "hardship": (Action("pay_aid", "发放帮扶金…", _pay_aid),),
    "hardship.batches": (Action("pay_aid", "发放帮扶金…", _new_batch),),
}
"""The acts, by the key of the register they begin from."""

"""Going to whatever is found: people, cases, lists, prints, figures, settings and acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from app.finding import FoundRecord, Titled
from ui.window.desk import ACT
from ui.window.office_acts import OfficeActs
from ui.window.stage import Stage

if TYPE_CHECKING:
    from ui.window.finder import Chosen


class Finding(QObject):
    """Opens the box in which everything is found, and does or shows what was chosen there."""

    def __init__(self, stage: Stage, office_acts: OfficeActs) -> None:
        super().__init__(stage)
        self._stage = stage
        self._office_acts = office_acts

    @Slot()
    def find_anything(self) -> None:
        """Open the box."""
        from ui.window.finder import Finder  # not on the way to the first window

        if self._stage.desk is not None:
            finder = Finder(self._acts, self._stage.window)
            finder.chosen.connect(self._go_to)
            finder.open()

    def _acts(self) -> list[Titled]:
        """Return what can be done, as the menus and the lists have it."""
        assert self._stage.desk is not None
        own = [Titled(action.text().rstrip("…"), ACT, action.trigger) for action in self._stage.menu.acts()]
        return [*own, *self._stage.desk.acts()]

    @Slot(object)
    def _go_to(self, chosen: Chosen) -> None:
        found, desk = chosen.found, self._stage.desk
        if desk is None:
            return
        if isinstance(found, FoundRecord):
            show = desk.show_everything if chosen.everything else desk.go_to
            show(found.register_key, found.record_id)
            return
        ways: dict[str, Callable[[Any], object]] = {
            "台账": lambda key: desk.go_to(key, 0),
            "设置": lambda _key: self._office_acts.open_settings(),
            "打印": lambda paper: desk.print_paper(*paper),
            "统计": desk.show_figure,
            ACT: lambda act: act(),
        }
        ways[found.kind](found.target)

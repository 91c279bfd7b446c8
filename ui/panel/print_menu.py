"""Menus of prints: those of a register for its list, and the papers of one record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction

from app.papers import by_kind
from app.printing.layout import PaperKind, Print
from app.register import RecordSheet

_OF_RECORDS = "选中记录的"
_FOR_OTHERS = "给外单位的表"
_IN_FULL = "他人的证件号码也打印完整"
_BLANK = "空白表（手工填写）"


@dataclass(frozen=True, eq=False)
class Pick:
    """A print a person picked from a menu, and how it is wanted."""

    layout: Print
    full_ids: bool = False
    blank: bool = False


def offer_papers(menu: QMenu, papers: Sequence[Print], sheets: Sequence[RecordSheet] = ()) -> None:
    """Fill a menu with the papers of one record; those with numbers of others also with these in full.

    Below them stand the tables of the record that go to other bodies.
    """
    menu.clear()
    for kind, group in groupby(papers, key=lambda paper: paper.kind):
        _head(menu, kind)
        for paper in group:
            _add(menu, paper.title, Pick(paper))
    if in_full := in_full_for(papers):
        menu.addSeparator()
        below = menu.addMenu(_IN_FULL)
        for paper in in_full:
            _add(below, paper.title, Pick(paper, full_ids=True))
    if sheets:
        _head(menu, _FOR_OTHERS)
    for sheet in sheets:
        menu.addAction(sheet.label).setData(sheet)


def in_full_for(papers: Sequence[Print]) -> list[Print]:
    """Return the official forms of a person on which the numbers of others, too, may stand in full."""
    return [paper for paper in papers if paper.own_numbers and paper.hides_ids]


def offer_prints(menu: QMenu, prints: Sequence[Print]) -> None:
    """Fill a menu with all prints of a register: its lists, the papers of records, the blank forms."""
    menu.clear()
    lists = [paper for paper in prints if paper.kind is PaperKind.LIST]
    forms = [paper for paper in prints if paper.kind is not PaperKind.LIST]
    if forms:
        _head(menu, PaperKind.LIST)
    for paper in lists:
        _add(menu, paper.title, Pick(paper))
    for kind, group in groupby(by_kind(forms), key=lambda paper: paper.kind):
        _head(menu, f"{_OF_RECORDS}{kind}")
        for paper in group:
            _add(menu, paper.title, Pick(paper))
    menu.addSeparator()
    below = menu.addMenu(_BLANK)
    for paper in prints:
        _add(below, paper.title, Pick(paper, blank=True))


def _head(menu: QMenu, text: str) -> None:
    """Write a heading over what follows; a separator's own text is not drawn in our look."""
    if menu.actions():
        menu.addSeparator()
    label = QLabel(text, menu)
    label.setProperty("role", "menu_head")
    head = QWidgetAction(menu)
    head.setDefaultWidget(label)
    head.setEnabled(False)
    menu.addAction(head)


def _add(menu: QMenu, title: str, pick: Pick) -> None:
    menu.addAction(title).setData(pick)

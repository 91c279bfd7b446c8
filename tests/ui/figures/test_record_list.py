"""The records behind a number: where there is no room for all columns, some are left out."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.listing import Criteria
from app.office import Office
from app.statistics.opened import RecordSet
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from ui.figures.record_list import RecordList


def test_a_list_never_scrolls_sideways_who_it_is_stays(office: Office, qtbot: QtBot) -> None:
    member = make_member(name="张小芳")
    shown = RecordList()
    qtbot.addWidget(shown)
    shown.resize(300, 400)
    shown.show()
    shown.show_records(RecordSet(MEMBERS, Criteria(), (member.id,)))
    table = shown.table
    assert table is not None
    qtbot.waitUntil(lambda: table.width() <= 300 and table.horizontalScrollBar().maximum() == 0)
    seen = [
        table.shown_in(one) for one in range(table.model().columnCount()) if not table.isColumnHidden(one)
    ]
    assert any(shown is Member.name for shown in seen)
    assert any(shown is Member.status for shown in seen)

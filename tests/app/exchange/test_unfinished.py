"""A sheet that was not imported yet is taken up again as a person left it."""

from __future__ import annotations

from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.exchange.unfinished import drafted, take_up
from app.office import Office
from app.subjects.office.visits.register import VISITS


def session(title: str = "来访登记") -> ImportSession:
    rows = [[title, "", "", ""], ["日期", "姓名", "事由", "接待人"], ["3月9日", "李四", "咨询", "王芳"]]
    return ImportSession.of(VISITS, Sheet("粘贴的内容", rows))


def test_the_year_that_was_asked_for_is_kept(office: Office) -> None:
    left = session()
    left.options.year = 2010
    again = session()
    assert take_up(again, drafted(left, None, ())) == ""
    assert again.options.year == 2010


def test_of_a_sheet_to_which_nobody_did_anything_nothing_is_kept(office: Office) -> None:
    assert drafted(session(), None, ()) == {}

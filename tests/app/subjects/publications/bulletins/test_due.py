"""Three or four pieces of news a month, and one of opinion (domain 9.3)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.register import Due
from app.subjects.publications.bulletins.due import bulletins_due
from tests.factories.publications import make_bulletin, make_draft, make_task

MARCH = date(2011, 3, 21)


def said(today: date = MARCH) -> list[tuple[str, int]]:
    return [(one.text, one.days) for one in bulletins_due(today)]


def send(day: date, **values: object) -> None:
    make_bulletin(drafted_on=day, approved_on=day, sent_on=day, **values)


def test_an_office_that_never_reported_owes_nothing(office: Office) -> None:
    assert said() == []


def test_a_month_short_of_its_quota_is_due_at_its_end(office: Office) -> None:
    send(date(2011, 3, 10))
    assert said() == [
        ("信息报送：2011年3月，已报送 1 篇，还差 2 篇", 10),
        ("舆情信息：2011年3月，还差 1 篇", 10),
    ]
    for _ in range(2):
        send(date(2011, 3, 31))
    assert said() == [("舆情信息：2011年3月，还差 1 篇", 10)]
    send(date(2011, 3, 20), kind="舆情信息")
    assert said() == []


def test_opinions_do_not_count_as_news(office: Office) -> None:
    for _ in range(3):
        send(date(2011, 3, 10), kind="舆情信息")
    assert said() == [("信息报送：2011年3月，已报送 0 篇，还差 3 篇", 10)]


def test_what_last_month_lacked_is_overdue(office: Office) -> None:
    send(date(2011, 2, 10))
    assert said()[:2] == [
        ("信息报送：2011年2月，已报送 1 篇，还差 2 篇", -21),
        ("舆情信息：2011年2月，还差 1 篇", -21),
    ]


def test_the_year_says_how_many(office: Office) -> None:
    make_task(bulletins_least=1, opinions_least=0)
    send(date(2011, 3, 10))
    assert said() == [("信息报送：2011年2月，已报送 0 篇，还差 1 篇", -21)]
    assert said(date(2011, 1, 10)) == [("信息报送：2011年1月，已报送 0 篇，还差 1 篇", 21)]


def test_a_text_waits_for_its_approval_then_for_its_sending(office: Office) -> None:
    draft = make_draft(title="迎春联谊会")
    ready = make_draft(title="送温暖", status="已审批", reviewer="王芳", approved_on=date(2011, 3, 9))
    assert list(bulletins_due(MARCH)) == [
        Due("信息待审批", "《迎春联谊会》", draft.id, 0, by="审批"),
        Due("信息待报送", "《送温暖》", ready.id, 0, by="报送"),
    ]

"""The rules of bulletins, one by one (domain 9.3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.publications.bulletins.register import BULLETINS, RECIPIENTS
from tests.factories.publications import (
    make_bulletin,
    make_draft,
    make_recipient,
    new_bulletin,
    new_recipient,
)
from tests.helpers.problems import blocked, warned


def test_a_complete_bulletin_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    bulletin = new_bulletin()
    assert blocked(BULLETINS, bulletin) == {}
    assert warned(BULLETINS, bulletin) == {}


@pytest.mark.parametrize(("name", "day"), [("approved_on", date(2011, 3, 7)), ("sent_on", date(2011, 3, 8))])
def test_a_bulletin_is_written_approved_then_sent(office: Office, name: str, day: date) -> None:
    assert "早于" in blocked(BULLETINS, new_bulletin(**{name: day}))[name]


def test_nothing_was_sent_tomorrow(office: Office) -> None:
    assert "sent_on" in blocked(BULLETINS, new_bulletin(sent_on=date.today() + timedelta(days=1)))


@pytest.mark.parametrize("name", ["approved_on", "reviewer"])
@pytest.mark.parametrize("status", ["已审批", "已报送"])
def test_a_missing_approval_is_caught(office: Office, name: str, status: str) -> None:
    assert f"状态为“{status}”" in blocked(BULLETINS, new_bulletin(status=status, **{name: None}))[name]


def test_a_draft_with_a_day_of_sending_lacks_its_approval(office: Office) -> None:
    draft = new_bulletin(status="拟稿", approved_on=None, reviewer=None)
    told = blocked(BULLETINS, draft)
    assert told.keys() == {"approved_on", "reviewer"}
    assert "缺少审批" in told["reviewer"]
    draft.sent_on = None
    assert blocked(BULLETINS, draft) == {}


def test_what_was_sent_has_a_day(office: Office) -> None:
    assert "sent_on" in blocked(BULLETINS, new_bulletin(sent_on=None))


@pytest.mark.parametrize(("day", "late"), [(date(2011, 3, 3), False), (date(2011, 3, 2), True)])
def test_news_is_sent_within_a_week_of_the_event(office: Office, day: date, late: bool) -> None:
    assert ("sent_on" in warned(BULLETINS, new_bulletin(event_on=day))) == late


def test_the_same_title_twice_is_doubtful(office: Office) -> None:
    first = make_bulletin(title="春节慰问暖人心")
    told = warned(BULLETINS, new_bulletin(title="春节慰问暖人心"))["title"]
    assert first.bulletin_no in told
    assert warned(BULLETINS, first) == {}


def test_a_void_bulletin_leaves_its_title_free(office: Office) -> None:
    make_draft(title="春节慰问暖人心", status="作废", remark="改写")
    assert warned(BULLETINS, new_bulletin(title="春节慰问暖人心")) == {}


def test_what_was_not_approved_is_sent_nowhere(office: Office) -> None:
    assert "尚未审批" in blocked(RECIPIENTS, new_recipient(make_draft()))["sent_on"]


def test_nothing_is_sent_before_its_approval(office: Office) -> None:
    told = blocked(RECIPIENTS, new_recipient(make_bulletin(), sent_on=date(2011, 3, 8)))["sent_on"]
    assert "2011年3月9日" in told


def test_a_place_gets_a_bulletin_once(office: Office) -> None:
    bulletin = make_bulletin()
    make_recipient(bulletin)
    assert "channel" in blocked(RECIPIENTS, new_recipient(bulletin))
    assert blocked(RECIPIENTS, new_recipient(bulletin, channel="街道党办")) == {}


def test_a_place_gets_the_same_title_once(office: Office) -> None:
    make_recipient(make_bulletin(title="春节慰问暖人心"))
    again = make_bulletin(title="春节慰问暖人心")
    assert "同一标题" in blocked(RECIPIENTS, new_recipient(again))["channel"]
    assert blocked(RECIPIENTS, new_recipient(again, channel="行政办")) == {}


def test_nothing_is_used_before_it_was_sent(office: Office) -> None:
    used = new_recipient(make_bulletin(), adopted=True, adopted_on=date(2011, 3, 9))
    assert "早于报送日期" in blocked(RECIPIENTS, used)["adopted_on"]


def test_what_was_used_has_a_day(office: Office) -> None:
    assert "adopted_on" in warned(RECIPIENTS, new_recipient(make_bulletin(), adopted=True))


@pytest.mark.parametrize(("name", "value"), [("adopted_on", date(2011, 3, 20)), ("score", 10)])
def test_what_was_not_used_has_neither_day_nor_score(office: Office, name: str, value: object) -> None:
    assert "是否采用" in blocked(RECIPIENTS, new_recipient(make_bulletin(), **{name: value}))[name]

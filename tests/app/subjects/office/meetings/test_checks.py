"""Each rule of meetings and of who came to them (domain 10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.office.meetings.records import Meeting
from app.subjects.office.meetings.register import ATTENDEES, MEETINGS
from tests.factories.paperwork import make_attendee, make_meeting, make_planned, new_attendee, new_meeting
from tests.helpers.problems import blocked, warned

TOMORROW = date.today() + timedelta(days=1)


def test_a_whole_record_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    assert blocked(MEETINGS, new_meeting()) == {}
    assert warned(MEETINGS, new_meeting()) == {}


def test_a_meeting_is_entered_once_a_day(office: Office) -> None:
    meeting = make_meeting(name="三月例会")
    assert meeting.meeting_no in blocked(MEETINGS, new_meeting(name="三月例会"))["name"]
    assert blocked(MEETINGS, new_meeting(name="三月例会", held_on=date(2011, 3, 9))) == {}
    assert blocked(MEETINGS, meeting) == {}


def test_a_meeting_that_was_held_lies_in_the_past(office: Office) -> None:
    assert "held_on" in blocked(MEETINGS, new_meeting(held_on=TOMORROW))
    assert blocked(MEETINGS, new_meeting(held_on=TOMORROW, status="拟开")) == {}


@pytest.mark.parametrize("name", ["chair", "recorder"])
def test_a_meeting_that_was_held_names_who_led_and_who_wrote(office: Office, name: str) -> None:
    assert blocked(MEETINGS, new_meeting(**{name: None})).keys() == {name}
    assert blocked(MEETINGS, new_meeting(**{name: None}, status="拟开")) == {}


def test_a_meeting_without_a_decision_is_doubtful(office: Office) -> None:
    assert "resolutions" in warned(MEETINGS, new_meeting(resolutions=None))


def test_a_meeting_to_which_nobody_is_known_to_have_come_is_doubtful(office: Office) -> None:
    assert "stated_attended" in warned(MEETINGS, new_meeting(stated_attended=None))


def test_a_cancelled_meeting_says_why(office: Office) -> None:
    assert blocked(MEETINGS, new_meeting(status="取消")).keys() == {"cancel_reason"}


def test_no_more_come_than_are_expected(office: Office) -> None:
    assert blocked(MEETINGS, new_meeting(stated_attended=7)).keys() == {"stated_attended"}
    assert blocked(MEETINGS, new_meeting(stated_attended=6)) == {}


@pytest.mark.parametrize(("attended", "too_few"), [(3, True), (4, False)])
def test_fewer_than_two_thirds_are_doubtful(office: Office, attended: int, too_few: bool) -> None:
    told = warned(MEETINGS, new_meeting(stated_attended=attended))
    assert ("三分之二" in told.get("stated_attended", "")) == too_few


def test_a_number_typed_in_agrees_with_the_list(office: Office) -> None:
    meeting = make_meeting(stated_expected=2, stated_attended=2)
    make_attendee(meeting, signed_in=True)
    assert "签到 1 人" in warned(MEETINGS, Meeting.get_by_id(meeting.id))["stated_attended"]
    make_attendee(meeting, signed_in=True)
    make_attendee(meeting, signed_in=True, role="列席")
    assert warned(MEETINGS, Meeting.get_by_id(meeting.id)) == {}


def test_nobody_stands_twice_on_a_list(office: Office) -> None:
    meeting = make_planned()
    kept = make_attendee(meeting, name="王芳")
    assert "name" in blocked(ATTENDEES, new_attendee(meeting, name="王芳"))
    assert blocked(ATTENDEES, new_attendee(meeting, name="王芳", unit="有司建筑")) == {}
    assert blocked(ATTENDEES, kept) == {}


def test_somebody_on_a_list_is_known_among_several_of_her_name(office: Office) -> None:
    meeting = make_planned()
    for post in ("主席", "会计"):
        make_attendee(meeting, name="王芳", post=post)
    assert "name" in blocked(ATTENDEES, new_attendee(meeting, name="王芳", post="会计"))
    assert blocked(ATTENDEES, new_attendee(meeting, name="王芳", post="委员")) == {}


def test_who_signed_in_was_not_absent(office: Office) -> None:
    meeting = make_planned()
    assert "absence" in blocked(ATTENDEES, new_attendee(meeting, signed_in=True, absence="病假"))
    assert blocked(ATTENDEES, new_attendee(meeting, absence="病假")) == {}

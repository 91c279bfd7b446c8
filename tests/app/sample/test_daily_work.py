"""The sample's meetings, rules, places, archive, visits and cash are those the seed's summary speaks of."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.agenda.reminders import due
from tests.helpers.plain_sql import rows
from tests.helpers.verdicts import Verdicts

KEYS = (
    "office office.attendees office.rules office.archive office.seal office.visits office.company_visits "
    "office.cash office.venues office.goals office.shortcomings office.honours "
    "office.nominations office.handovers"
).split()


def test_the_three_kinds_of_place_are_in_use(sample_file: Path) -> None:
    kinds = rows(sample_file, "SELECT kind FROM venue WHERE status = '在用' ORDER BY kind")
    assert kinds == [("办公场所",), ("学习场所",), ("活动场所",)]


def test_one_rule_was_made_with_the_womens_federation(sample_file: Path) -> None:
    asked = "SELECT title FROM regulation WHERE joint_unit LIKE '%妇联' AND issued_on LIKE '2011%'"
    assert rows(sample_file, asked) == [("两新组织妇女工作联系制度",)]


def test_the_rules_of_the_office_were_issued_in_2011(sample_file: Path) -> None:
    asked = "SELECT substr(issued_on, 1, 4), COUNT(*) FROM regulation WHERE status != '废止' GROUP BY 1"
    assert dict(rows(sample_file, asked)) == {"2008": 2, "2010": 1, "2011": 8}


def test_the_office_met_received_and_visited_more_than_the_year_before(sample_file: Path) -> None:
    counted = {
        "meeting WHERE status = '已召开' AND held_on": (5, 9),
        "visit WHERE visited_on": (48, 60),
        "company_visit WHERE visited_on": (24, 32),
        "seal_use WHERE used_on": (30, 36),
    }
    for table, (before, now) in counted.items():
        asked = f"SELECT COUNT(*) FROM {table} LIKE ?"
        counts = tuple(rows(sample_file, asked, f"{year}%")[0][0] for year in (2010, 2011))
        assert counts == (before, now), table


def test_who_signed_in_is_who_came(sample_file: Path) -> None:
    asked = (
        "SELECT expected, attended, (SELECT COUNT(*) FROM meeting_attendee WHERE meeting_id = meeting.id), "
        "(SELECT SUM(signed_in) FROM meeting_attendee WHERE meeting_id = meeting.id) "
        "FROM meeting WHERE status = '已召开' AND stated_attended IS NULL"
    )
    meetings = rows(sample_file, asked)
    assert len(meetings) == 10
    assert all((expected, attended) == (listed, signed) for expected, attended, listed, signed in meetings)


def test_every_closed_hardship_file_is_archived_for_ten_years(sample_file: Path) -> None:
    asked = (
        "SELECT closed_on, expires_on FROM hardship_file JOIN archive_item "
        "ON hardship_file.id = hardship_file_id WHERE closed_on IS NOT NULL ORDER BY 1"
    )
    archived = rows(sample_file, asked)
    assert archived == [
        ("2010-12-10", "2020-12-09"),
        ("2011-06-24", "2021-06-23"),
        ("2011-08-19", "2021-08-18"),
    ]
    closed = rows(sample_file, "SELECT COUNT(*) FROM hardship_file WHERE closed_on IS NOT NULL")
    assert closed == [(len(archived),)]


def test_the_cash_book_says_of_aid_and_donations_what_their_registers_say(sample_file: Path) -> None:
    booked = "SELECT SUM(amount) FROM cash_entry WHERE booked_on LIKE '2011%' AND "
    aid = rows(sample_file, booked + "subject = '帮扶慰问支出' AND fund != '捐款'")
    donated = rows(sample_file, booked + "subject = '捐款收入'")
    assert (aid, donated) == ([(23_800_00,)], [(7_519_00,)])


def test_no_fund_of_the_cash_book_was_ever_overdrawn(sample_file: Path) -> None:
    asked = (
        "SELECT MIN(left_over) FROM (SELECT SUM(CASE direction WHEN '收' THEN amount ELSE -amount END) "
        "OVER (PARTITION BY fund ORDER BY booked_on, id) AS left_over FROM cash_entry)"
    )
    assert rows(sample_file, asked)[0][0] >= 0


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_doubtful(judged_sample: Verdicts, key: str) -> None:
    assert judged_sample[key]
    assert [warning for judged in judged_sample[key] for warning in judged.warnings] == []


def test_at_the_end_of_2011_two_visitors_and_a_goal_that_was_missed_wait(open_sample: Path) -> None:
    reminders = due(date(2011, 12, 31))
    waiting = Counter(item.register_key for item in reminders if item.register_key in KEYS)
    assert waiting == {"office.visits": 2, "office.goals": 1}


def test_three_of_six_nominations_were_granted_and_stand_among_the_honours(sample_file: Path) -> None:
    states = rows(sample_file, "SELECT status FROM nomination ORDER BY id")
    assert Counter(state for (state,) in states) == {"已授予": 3, "已上报": 1, "未通过": 1, "推荐": 1}
    granted = "SELECT title, granted_on FROM nomination WHERE granted_on IS NOT NULL"
    honoured = "SELECT title, granted_on FROM honour WHERE granted_on LIKE '2011%'"
    assert sorted(rows(sample_file, granted)) == sorted(rows(sample_file, honoured))

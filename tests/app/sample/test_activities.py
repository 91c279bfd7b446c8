"""The sample's events and drives hold what the seed's summary counts (domain 11.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.subjects.activities.editions import is_most_ever
from app.subjects.activities.records import Activity
from tests.helpers.plain_sql import rows, scalar
from tests.helpers.verdicts import Verdicts

RACE = "activity_id = (SELECT id FROM activity WHERE name = '第四届职工春季长跑赛')"
GAMES = "activity_id = (SELECT id FROM activity WHERE name = '2011年“红五月”系列文体活动')"
OURS = "activities activities.projects activities.teams activities.participants activities.awards".split()


def test_one_party_and_one_card_tournament_were_held_in_2011(sample_file: Path) -> None:
    asked = "SELECT COUNT(*) FROM activity WHERE our_role = '主办' AND starts_on LIKE '2011%' AND kind = "
    assert scalar(sample_file, f"{asked} '文艺联谊'") == 1
    assert scalar(sample_file, f"{asked} '棋牌'") == 1


def test_145_workers_ran_in_thirteen_teams_of_the_fourth_race(sample_file: Path) -> None:
    asked = f"SELECT COUNT(DISTINCT name || '/' || employer), COUNT(*) FROM activity_participant WHERE {RACE}"
    assert rows(sample_file, asked) == [(145, 145)]
    assert rows(sample_file, f"SELECT COUNT(*), SUM(headcount) FROM activity_team WHERE {RACE}") == [
        (13, 145)
    ]
    assert scalar(sample_file, "SELECT edition FROM activity WHERE name = '第四届职工春季长跑赛'") == 4


def test_each_team_has_as_many_runners_as_it_says(sample_file: Path) -> None:
    counted = (
        "SELECT headcount, (SELECT COUNT(*) FROM activity_participant AS runner WHERE runner.team = "
        "activity_team.name AND runner.activity_id = activity_team.activity_id) FROM activity_team"
    )
    assert all(stated == counted for stated, counted in rows(sample_file, counted))


def test_they_won_ten_places_among_the_first_three_and_eighteen_merits(sample_file: Path) -> None:
    in_2011 = "FROM activity_award JOIN activity ON activity.id = activity_id WHERE starts_on LIKE '2011%'"
    top = f"SELECT COUNT(*) {in_2011} AND rank IN ('第1名', '第2名', '第3名')"
    assert scalar(sample_file, top) == scalar(sample_file, f"SELECT COUNT(*) {in_2011} AND top_three") == 10
    assert scalar(sample_file, f"SELECT COUNT(*) {in_2011} AND rank = '优胜奖'") == 18
    assert scalar(sample_file, f"SELECT COUNT(DISTINCT group_name) FROM activity_award WHERE {RACE}") > 1


def test_never_did_so_many_run_nor_win(sample_file: Path) -> None:
    editions = rows(
        sample_file,
        "SELECT attended, awarded FROM activity WHERE name LIKE '%职工春季长跑赛' ORDER BY starts_on",
    )
    *earlier, (came, won) = editions
    assert (len(earlier), came, won) == (3, 145, 28)
    assert all(came > others and won > awards for others, awards in earlier)


def test_the_program_says_so_too(open_sample: None) -> None:
    assert is_most_ever(Activity.get(Activity.name == "第四届职工春季长跑赛")) is True


def test_88_workers_of_two_companies_played_seven_games_in_may(sample_file: Path) -> None:
    counts = ", ".join(f"COUNT(DISTINCT {name})" for name in ("name", "employer", "project"))
    asked = f"SELECT COUNT(*), {counts} FROM activity_participant WHERE {GAMES}"
    assert rows(sample_file, asked) == [(88, 88, 2, 7)]
    assert scalar(sample_file, f"SELECT COUNT(*) FROM activity_project WHERE {GAMES}") == 7
    kinds = rows(sample_file, f"SELECT DISTINCT mode FROM activity_project WHERE {GAMES}")
    assert {mode for (mode,) in kinds} == {"团体", "个人"}


def test_the_office_itself_won_one_prize_for_organising(sample_file: Path) -> None:
    asked = "SELECT recipient_kind, winner, rank FROM activity_award WHERE rank = '优秀组织奖'"
    assert rows(sample_file, asked) == [("本会", "泰祥社区工会", "优秀组织奖")]


def test_one_event_of_2011_was_held_with_the_womens_federation(sample_file: Path) -> None:
    asked = "SELECT starts_on FROM activity WHERE co_organiser LIKE '%妇联%' AND starts_on LIKE '2011%'"
    assert rows(sample_file, asked) == [("2011-03-08",)]


def test_the_drive_of_2011_raised_7519_yuan(sample_file: Path) -> None:
    asked = (
        "SELECT SUM(amount) FROM donation JOIN donation_drive AS drive ON drive.id = drive_id "
        "WHERE theme = '物业有真情，有难大家帮'"
    )
    assert scalar(sample_file, asked) == 7519_00
    drive = "SELECT received, booked, donors FROM donation_drive WHERE held_on LIKE '2011%'"
    assert rows(sample_file, drive) == [(7519_00, 7519_00, 72)]


def test_all_money_given_was_booked_and_no_more_was_used(sample_file: Path) -> None:
    given = "SELECT SUM(amount) FROM donation"
    assert scalar(
        sample_file, "SELECT SUM(amount) FROM fund_income WHERE fund_source = '社会捐助'"
    ) == scalar(sample_file, given)
    assert all(
        received >= used == spent and balance == received - used
        for received, used, balance, spent in rows(
            sample_file,
            "SELECT received, used, balance, "
            "(SELECT SUM(amount) FROM donation_use WHERE drive_id = drive.id) FROM donation_drive AS drive",
        )
    )


@pytest.mark.parametrize("key", [*OURS, "hardship.drives", "hardship.donations", "hardship.donation_uses"])
def test_nothing_about_them_is_doubtful(judged_sample: Verdicts, key: str) -> None:
    assert judged_sample[key]
    assert [warning for judged in judged_sample[key] for warning in judged.warnings] == []

"""The sample's newspapers, bulletins, returns, interns and club are those that the seed's summary counts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.agenda.reminders import due
from tests.helpers.plain_sql import rows
from tests.helpers.verdicts import Verdicts

KEYS = (
    "publications publications.subscriptions publications.distributions publications.quotas "
    "publications.bulletins publications.recipients publications.returns publications.interns "
    "publications.plans publications.assessments publications.club publications.lendings "
    "publications.stocktakes publications.tasks"
).split()


def copies_of(path: Path, table: str, year: int) -> dict[str, int]:
    asked = (
        f"SELECT name, SUM(copies) FROM {table} JOIN periodical ON periodical.id = periodical_id "
        "WHERE year = ? GROUP BY name"
    )
    return dict(rows(path, asked, year))


@pytest.mark.parametrize("table", ["subscription", "distribution", "subscription_quota"])
def test_166_copies_of_seven_titles_were_asked_ordered_and_handed_out_in_2011(
    sample_file: Path, table: str
) -> None:
    copies = copies_of(sample_file, table, 2011)
    assert copies == {
        "劳动报": 110,
        "工人日报": 17,
        "上海工运": 12,
        "工会理论研究": 1,
        "中国工会财务": 2,
        "民管信息资料": 20,
        "主人": 4,
    }
    assert sum(copies.values()) == 166


def test_fewer_copies_were_ordered_the_year_before(sample_file: Path) -> None:
    copies = copies_of(sample_file, "subscription", 2010)
    assert len(copies) == 7
    assert sum(copies.values()) == 153


def test_three_or_four_pieces_of_news_left_the_office_each_month_of_2011(sample_file: Path) -> None:
    sent = "SELECT substr(sent_on, 1, 7) FROM bulletin WHERE status = '已报送' AND kind = ?"
    months = Counter(month for (month,) in rows(sample_file, sent, "动态信息"))
    assert {month for month in months if month.startswith("2011")} == {f"2011-{n:02d}" for n in range(1, 13)}
    of_2011 = [pieces for month, pieces in months.items() if month.startswith("2011")]
    assert set(of_2011) == {3, 4}
    assert 36 <= sum(of_2011) <= 48
    assert [months[f"2010-{n:02d}"] for n in range(1, 13)] == [3] * 12


def test_an_opinion_went_to_the_district_unions_publicity_section_each_month(sample_file: Path) -> None:
    sent = rows(
        sample_file,
        "SELECT substr(bulletin.sent_on, 1, 7), channel FROM bulletin_recipient "
        "JOIN bulletin ON bulletin.id = bulletin_id WHERE kind = '舆情信息' ORDER BY 1",
    )
    assert sent == [(f"{year}-{n:02d}", "区总宣教部") for year in (2010, 2011) for n in range(1, 13)]


def test_the_news_went_to_three_named_and_three_unnamed_places(sample_file: Path) -> None:
    places = rows(
        sample_file,
        "SELECT DISTINCT channel FROM bulletin_recipient JOIN bulletin ON bulletin.id = bulletin_id "
        "WHERE kind = '动态信息' AND bulletin.sent_on LIKE '2011%'",
    )
    assert {place for (place,) in places} == {"区总工会", "街道党办", "行政办", "媒体甲", "媒体乙", "媒体丙"}


def test_a_bulletin_says_how_many_places_it_went_to_and_was_used_at(sample_file: Path) -> None:
    counted = (
        "SELECT bulletin.id, channels, adoptions, COUNT(*), SUM(adopted) FROM bulletin "
        "JOIN bulletin_recipient ON bulletin.id = bulletin_id GROUP BY bulletin.id"
    )
    bulletins = rows(sample_file, counted)
    assert len(bulletins) == rows(sample_file, "SELECT COUNT(*) FROM bulletin")[0][0]
    assert all((channels, used) == (places, adopted) for _, channels, used, places, adopted in bulletins)
    assert sum(adopted for *_, adopted in bulletins) > 10


def test_985_returns_were_entered_for_2011(sample_file: Path) -> None:
    entered = (
        "SELECT union_type, COUNT(*) FROM annual_return WHERE year = ? AND status = '已录入国家软件' "
        "AND check_result = '通过' AND ownership IN ('外资', '私营') GROUP BY union_type"
    )
    # The statistics year 2010 ended on 30 September: who was founded later reported first in 2011.
    founded = "SELECT COUNT(*) FROM grassroots_union WHERE NOT is_own AND founded_on <= '2010-09-30'"
    ((founded_in_time,),) = rows(sample_file, founded)
    assert dict(rows(sample_file, entered, 2011)) == {"独立工会": 111, "联合工会": 874}
    assert sum(dict(rows(sample_file, entered, 2010)).values()) == founded_in_time


def test_no_two_unions_that_reported_share_a_name(sample_file: Path) -> None:
    names = rows(sample_file, "SELECT union_name FROM annual_return WHERE year = 2011")
    assert len(set(names)) == 985


def test_three_students_were_interns_in_2011_each_month_assessed(sample_file: Path) -> None:
    asked = (
        "SELECT intern.id, COUNT(month), COUNT(DISTINCT month) FROM intern "
        "LEFT JOIN intern_assessment ON intern.id = intern_id WHERE first_day LIKE ? GROUP BY intern.id"
    )
    assert [months for _, *months in rows(sample_file, asked, "2011%")] == [[6, 6]] * 3
    assert [months for _, *months in rows(sample_file, asked, "2010%")] == [[3, 3]] * 2


def test_the_club_has_four_kinds_of_things(sample_file: Path) -> None:
    things = rows(sample_file, "SELECT name FROM club_item WHERE status = '在用' ORDER BY id")
    assert things == [("乒乓球案",), ("象棋",), ("跳棋",), ("图书",)]


def test_what_is_lent_and_what_is_left_make_all_there_is(sample_file: Path) -> None:
    asked = (
        "SELECT pieces, lent, available, (SELECT COALESCE(SUM(lending.pieces), 0) FROM lending "
        "WHERE item_id = club_item.id AND lending.status = '借出') FROM club_item"
    )
    things = rows(sample_file, asked)
    assert all(pieces == lent + left and lent == out for pieces, lent, left, out in things)
    assert sum(lent for _, lent, _, _ in things) == 3


@pytest.mark.parametrize("key", KEYS)
def test_hardly_anything_is_doubtful(judged_sample: Verdicts, key: str) -> None:
    assert judged_sample[key]
    assert [warning for judged in judged_sample[key] for warning in judged.warnings] == []


def test_at_the_end_of_2011_only_next_years_orders_and_three_loans_are_due(open_sample: Path) -> None:
    reminders = [item for item in due(date(2011, 12, 31)) if item.register_key.startswith("publications")]
    assert Counter(item.register_key for item in reminders) == {"publications": 7, "publications.club": 3}

"""The sample office's job fairs and mutual insurance hold the seed's figures (domain 11.2, F028 to F049)."""

from __future__ import annotations

from pathlib import Path

from app import listing
from app.fields.problems import blocks
from app.keeping import deriving, judging
from app.listing import Criteria
from app.office import close_office, open_office
from app.registry import find_register
from tests.helpers.plain_sql import rows

ELEVEN_MONTHS = {year: (f"{year}-01-01", f"{year}-11-30") for year in (2010, 2011)}
SERVICES = (
    "employment employment.employers employment.posts employment.intentions employment.notices "
    "employment.screens insurance.products insurance.groups insurance insurance.claims "
    "insurance.consultations"
).split()
_EACH = 60  # records of a register that are held against its checks


def test_the_fair_of_2011_is_the_seeds(sample_file: Path) -> None:
    asked = "SELECT employers_came, openings, seekers, source FROM job_fair WHERE held_on LIKE '2011%'"
    assert rows(sample_file, asked) == [(148, 1023, 2046, "现场估算")]


def test_the_employers_and_posts_entered_add_up_to_it(sample_file: Path) -> None:
    fair = "(SELECT id FROM job_fair WHERE held_on LIKE '2011%')"
    employers = f"SELECT COUNT(DISTINCT name), COUNT(*) FROM fair_employer WHERE fair_id = {fair} AND came"
    assert rows(sample_file, employers) == [(148, 148)]
    assert rows(sample_file, f"SELECT SUM(headcount) FROM job_post WHERE fair_id = {fair}") == [(1023,)]
    assert rows(sample_file, f"SELECT COUNT(*) FROM job_intention WHERE fair_id = {fair}") == [(64,)]


def test_every_compound_got_two_hundred_notices_of_two_campaigns(sample_file: Path) -> None:
    asked = (
        "SELECT compound, SUM(copies), COUNT(DISTINCT name) FROM job_notice "
        "WHERE posted_on LIKE '2011%' GROUP BY compound"
    )
    compounds = rows(sample_file, asked)
    assert len(compounds) == 6
    assert {(copies, campaigns) for _, copies, campaigns in compounds} == {(200, 2)}


def test_nearly_3500_consultations_in_eleven_months(sample_file: Path) -> None:
    asked = "SELECT SUM(persons) FROM mutual_consultation WHERE asked_on BETWEEN ? AND ?"
    assert rows(sample_file, asked, *ELEVEN_MONTHS[2011]) == [(3468,)]
    assert rows(sample_file, asked, *ELEVEN_MONTHS[2010]) == [(3124,)]


def test_2766_claims_were_paid_in_eleven_months_2109659_yuan_70(sample_file: Path) -> None:
    asked = (
        "SELECT COUNT(*), SUM(granted) FROM mutual_claim "
        "WHERE status = '已给付' AND granted_on BETWEEN ? AND ?"
    )
    assert rows(sample_file, asked, *ELEVEN_MONTHS[2011]) == [(2766, 2_109_659_70)]
    assert rows(sample_file, asked, *ELEVEN_MONTHS[2010]) == [(2514, 1_905_112_40)]


def test_1805_single_enrolments_cost_109122_yuan(sample_file: Path) -> None:
    asked = (
        "SELECT COUNT(*), SUM(premium) FROM mutual_enrolment "
        "WHERE mode = '散户' AND year = ? AND paid_on BETWEEN ? AND ?"
    )
    assert rows(sample_file, asked, 2011, "2011-01-01", "2011-12-31") == [(1805, 109_122_00)]
    assert rows(sample_file, asked, 2010, "2010-01-01", "2010-12-31")[0][0] == 1643


def test_the_public_bodies_were_enrolled_for_2010(sample_file: Path) -> None:
    asked = (
        "SELECT unit_kind, COUNT(DISTINCT unit_name), SUM(active_count), SUM(retired_count) "
        "FROM mutual_group "
        "WHERE year = 2010 AND status = '已完成' GROUP BY unit_kind ORDER BY unit_kind"
    )
    assert rows(sample_file, asked) == [("事业", 8, 304, 133), ("机关", 4, 138, 45)]


def test_the_lists_of_names_add_up_to_the_fees(sample_file: Path) -> None:
    asked = (
        "SELECT fee_received, premium_due, (SELECT SUM(premium) FROM mutual_enrolment "
        "WHERE group_id = mutual_group.id) FROM mutual_group"
    )
    listed = [fees for fees in rows(sample_file, asked) if fees[2] is not None]
    assert len(listed) == 10
    assert all(len(set(fees)) == 1 for fees in listed)


def test_no_two_people_share_a_number(sample_file: Path) -> None:
    asked = "SELECT id_number FROM mutual_enrolment GROUP BY id_number HAVING COUNT(DISTINCT name) > 1"
    assert rows(sample_file, asked) == []


def test_no_check_forbids_a_record_and_nothing_derived_is_stale(sample_file: Path) -> None:
    open_office(sample_file)
    try:
        wrong = [line for key in SERVICES for line in _wrong(key)]
    finally:
        close_office()
    assert wrong == []


def _wrong(key: str) -> list[str]:
    """Return what is wrong with some records from all over a register."""
    register = find_register(key)
    ids = listing.ids(register, Criteria())
    wrong = []
    for record_id in ids[:: max(1, len(ids) // _EACH)]:
        record = register.record.get_by_id(record_id)
        before = dict(record.__data__)
        deriving.compute_derived(record)
        wrong += [f"{key}: {record}: {problem}" for problem in blocks(judging.problems(register, record))]
        if record.__data__ != before:
            wrong.append(f"{key}: {record}: a derived value is stale")
        if record.search_key != deriving.search_key(record):
            wrong.append(f"{key}: {record}: search key")
    return wrong

"""The sample's disputes are those that the seed's summary counts (F034 to F037)."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.plain_sql import rows

SINCE_APRIL = "FROM dispute_case WHERE accepted_on BETWEEN '2011-04-01' AND '2011-12-31'"


def test_there_are_a_committee_and_a_workroom(sample_file: Path) -> None:
    assert rows(sample_file, "SELECT form, COUNT(*) FROM mediation_body GROUP BY form ORDER BY form") == [
        ("调解委员会", 1),
        ("调解工作室", 1),
    ]
    assert rows(sample_file, "SELECT COUNT(*) FROM mediator WHERE engagement = '专职'") == [(2,)]


def test_twenty_were_accepted_from_april_2011_on(sample_file: Path) -> None:
    assert rows(sample_file, f"SELECT COUNT(*), COUNT(DISTINCT case_no) {SINCE_APRIL}") == [(20, 20)]
    assert rows(sample_file, "SELECT COUNT(*) FROM dispute_case WHERE accepted_on LIKE '2011%'") == [(20,)]


def test_three_were_mediated_with_success_and_seventeen_ended_otherwise(sample_file: Path) -> None:
    ended = rows(sample_file, f"SELECT outcome, COUNT(*) {SINCE_APRIL} GROUP BY outcome")
    assert dict(ended) == {
        "调解成功(达成协议)": 3,
        "和解": 4,
        "调解不成": 5,
        "撤回申请": 3,
        "一方不愿调解终止": 2,
        "转仲裁": 2,
        "转其他部门": 1,
    }


def test_all_twenty_were_closed_by_the_end_of_the_year(sample_file: Path) -> None:
    closed = f"SELECT COUNT(*), MIN(closed_on >= accepted_on) {SINCE_APRIL} AND closed_on <= '2011-12-31'"
    assert rows(sample_file, closed) == [(20, 1)]


def test_the_year_before_has_cases_to_compare_with(sample_file: Path) -> None:
    counted = "SELECT COUNT(*), COUNT(closed_on), SUM(outcome LIKE '调解成功%') FROM dispute_case"
    assert rows(sample_file, f"{counted} WHERE accepted_on LIKE '2010%'") == [(16, 16, 2)]
    assert rows(sample_file, f"{counted} WHERE accepted_on LIKE '2010%' AND accepted_on < '2010-04-01'") == [
        (0, 0, None)
    ]


def test_every_case_was_closed_within_its_limit(sample_file: Path) -> None:
    extended = "(SELECT COALESCE(SUM(days), 0) FROM dispute_extension WHERE case_id = dispute_case.id)"
    late = f"julianday(closed_on) - julianday(accepted_on) > 15 + {extended}"
    assert rows(sample_file, f"SELECT COUNT(*) FROM dispute_case WHERE {late}") == [(0,)]
    assert rows(sample_file, "SELECT COUNT(*) FROM dispute_extension")[0][0] >= 2


def test_every_success_has_an_agreement_performed_and_followed_up(sample_file: Path) -> None:
    asked = (
        "SELECT COUNT(*) FROM dispute_case WHERE outcome LIKE '调解成功%' AND "
        "EXISTS (SELECT 1 FROM dispute_agreement WHERE case_id = dispute_case.id AND amount > 0 "
        "AND performance = '已履行') AND "
        "EXISTS (SELECT 1 FROM dispute_follow_up WHERE case_id = dispute_case.id "
        "AND visited_on <= date(closed_on, '+30 days') AND visited_on <= '2011-12-31')"
    )
    assert rows(sample_file, asked) == [(5,)]


def test_every_case_has_both_sides_one_of_them_a_registered_enterprise(sample_file: Path) -> None:
    sides = (
        "SELECT COUNT(*), SUM(role = '申请人'), SUM(role = '被申请人'), COUNT(enterprise_id) "
        "FROM dispute_party GROUP BY case_id"
    )
    assert set(rows(sample_file, sides)) == {(2, 1, 1, 1)}


def test_the_other_cases_wait_or_were_refused(sample_file: Path) -> None:
    others = "SELECT status, applied_on FROM dispute_case WHERE accepted_on IS NULL ORDER BY applied_on"
    assert rows(sample_file, others) == [("不予受理", "2011-11-15"), ("登记", "2011-12-29")]

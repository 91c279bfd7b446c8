"""The sample's contracts add up to what the seed's summary says (domain 11.2, F013 to F023)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from app.fields.problems import blocks
from tests.helpers.plain_sql import rows
from tests.helpers.verdicts import Verdicts

_IN_FORCE = """
    FROM collective_contract AS c WHERE c.kind = ? AND c.deleted_at IS NULL AND c.effective_on <= ?2
    AND c.start_on <= ?2 AND c.end_on >= ?2 AND (c.ended_on IS NULL OR c.ended_on > ?2)
"""
END_2010, END_2011 = "2010-12-31", "2011-12-31"


def covered(path: Path, day: str) -> dict[str, int]:
    """Return the enterprises under a collective contract on a day, each once, with its workers."""
    covered = rows(
        path,
        "SELECT employer, workers FROM contract_coverage WHERE deleted_at IS NULL "
        f"AND contract_id IN (SELECT c.id {_IN_FORCE})",
        "集体合同",
        day,
    )
    units = dict(covered)
    assert len(units) == len(covered), "an enterprise under two contracts"
    return units


def growth(now: int, before: int) -> int:
    return int((Decimal(100) * (now - before) / before).quantize(Decimal(1), ROUND_HALF_UP))


def test_eighty_one_units_have_signed(sample_file: Path) -> None:
    asked = f"SELECT c.signer_type, COUNT(DISTINCT c.union_name), COUNT(*) {_IN_FORCE} GROUP BY 1 ORDER BY 1"
    signed = {kind: (units, times) for kind, units, times in rows(sample_file, asked, "集体合同", END_2011)}
    assert signed == {"小区工会": (18, 18), "独立工会": (63, 63)}


def test_six_hundred_and_eighty_six_enterprises_are_covered_ten_percent_more(sample_file: Path) -> None:
    now, before = len(covered(sample_file, END_2011)), len(covered(sample_file, END_2010))
    assert (now, before) == (686, 624)
    assert growth(now, before) == 10


def test_ten_thousand_workers_are_covered_eleven_percent_more(sample_file: Path) -> None:
    now, before = sum(covered(sample_file, END_2011).values()), sum(covered(sample_file, END_2010).values())
    assert now == 10230
    assert growth(now, before) == 11


@pytest.mark.parametrize(("day", "signed"), [(END_2010, 15), (END_2011, 23)])
def test_twenty_three_enterprises_have_a_wage_contract(sample_file: Path, day: str, signed: int) -> None:
    asked = f"SELECT COUNT(*), COUNT(DISTINCT c.employer), MIN(c.scope), MAX(c.scope) {_IN_FORCE}"
    assert rows(sample_file, asked, "工资专项集体合同", day) == [(signed, signed, "企业", "企业")]


def test_the_head_counts_are_those_of_the_summary(sample_file: Path) -> None:
    counted = rows(
        sample_file,
        "SELECT SUM(labor_contracts + service_contracts + service_agreements), SUM(labor_contracts), "
        "SUM(service_contracts + service_agreements), SUM(signed), SUM(services) FROM labor_contract_count "
        "WHERE counted_on BETWEEN '2011-01-01' AND '2011-12-31'",
    )
    assert counted == [(9415, 6514, 2901, 9415, 2901)]


def test_the_year_before_was_counted_too(sample_file: Path) -> None:
    asked = "SELECT COUNT(*), SUM(signed) FROM labor_contract_count WHERE counted_on = '2010-11-30'"
    assert rows(sample_file, asked) == [(74, 8430)]


def test_a_contract_covers_what_its_rows_say(sample_file: Path) -> None:
    differing = rows(
        sample_file,
        "SELECT c.contract_no FROM collective_contract AS c "
        "JOIN contract_coverage AS r ON r.contract_id = c.id "
        "GROUP BY c.id HAVING COUNT(*) <> c.covered_enterprises OR SUM(r.workers) <> c.covered_workers "
        "OR SUM(r.women) <> c.covered_women",
    )
    assert differing == []


def test_each_renewal_follows_the_contract_it_renews(sample_file: Path) -> None:
    pairs = rows(
        sample_file,
        "SELECT a.status, julianday(b.start_on) - julianday(a.end_on), a.employer = b.employer, "
        "a.kind = b.kind "
        "FROM collective_contract AS b JOIN collective_contract AS a ON a.id = b.renewed_from_id",
    )
    assert pairs == [("续签", 1.0, 1, 1)] * (6 + 28 + 15)


def test_every_stage_of_a_contract_occurs_but_the_shortest(sample_file: Path) -> None:
    states = {state for (state,) in rows(sample_file, "SELECT DISTINCT status FROM collective_contract")}
    assert states == {"起草", "协商", "已签订", "已报送", "生效", "续签", "终止"}


def test_the_contracts_of_known_enterprises_are_linked_to_them(sample_file: Path) -> None:
    linked = rows(
        sample_file,
        "SELECT COUNT(DISTINCT e.id) FROM contract_coverage AS r JOIN enterprise AS e "
        "ON e.id = r.enterprise_id AND e.name = r.employer AND r.workers <= e.employee_count",
    )
    assert linked[0][0] == 63


def test_every_contract_in_force_leads_to_the_union_that_signed_it(sample_file: Path) -> None:
    asked = (
        "SELECT SUM(c.union_id IS NULL), SUM(u.name <> c.union_name), SUM(u.founded_on > c.signed_on) "
        "FROM collective_contract AS c LEFT JOIN grassroots_union AS u ON u.id = c.union_id "
        "WHERE c.status <> '终止'"
    )
    assert rows(sample_file, asked) == [(0, 0, 0)]


def test_a_compounds_union_covers_as_many_units_as_its_contract(sample_file: Path) -> None:
    asked = (
        "SELECT COUNT(*), SUM(c.covered_enterprises = u.covered_unit_count) FROM collective_contract AS c "
        "JOIN grassroots_union AS u ON u.id = c.union_id "
        "WHERE c.signer_type = '小区工会' AND c.status = '生效'"
    )
    assert rows(sample_file, asked) == [(18, 18)]


@pytest.mark.parametrize("key", ["contracts", "contracts.covered", "contracts.headcounts"])
def test_no_check_forbids_any_of_it(judged_sample: Verdicts, key: str) -> None:
    assert judged_sample[key]
    assert [str(problem) for judged in judged_sample[key] for problem in blocks(judged.problems)] == []

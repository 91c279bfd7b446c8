"""The table of head counts, read back from the paper (domain 6.4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules import periods
from tests.factories.contracts import make_count
from tests.helpers.paper import print_out


def test_the_head_counts_of_a_year_are_added_up(office: Office, tmp_path: Path) -> None:
    make_count(labor_contracts=1000, service_contracts=20, service_agreements=3)
    make_count(labor_contracts=500, service_contracts=0, service_agreements=7)
    make_count(counted_on=date(2010, 11, 30), labor_contracts=77)
    text = print_out(tmp_path, "contracts.labor", period=periods.year(2011)).joined
    assert "合计 1530 人，其中劳动合同 1500 人、劳务 30 人" in text


def test_below_the_head_counts_stands_what_they_add_up_to(office: Office, tmp_path: Path) -> None:
    told = {"service_contracts": 20, "service_agreements": 3, "unsigned": 4}
    make_count(labor_contracts=1000, migrants=300, **told)
    make_count(labor_contracts=500, migrants=50, **told)
    text = print_out(tmp_path, "contracts.labor", period=periods.year(2011)).text
    assert "\n合计 1,500 40 6 1,546 8 350" in text


def test_of_two_counts_in_a_year_the_last_is_told(office: Office, tmp_path: Path) -> None:
    first = make_count(counted_on=date(2011, 6, 30), labor_contracts=70)
    make_count(employer=first.employer, labor_contracts=80)
    text = print_out(tmp_path, "contracts.labor", period=periods.year(2011)).joined
    assert "其中劳动合同 80 人" in text

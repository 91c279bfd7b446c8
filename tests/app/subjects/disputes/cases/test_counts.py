from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules import periods
from tests.factories.disputes import make_case, make_success
from tests.helpers.paper import print_out

DISMISSED = "除名、辞退和辞职、离职"


def test_the_cases_are_counted_by_category_and_outcome(office: Office, tmp_path: Path) -> None:
    make_success()
    make_case("结案", outcome="和解", claim_amount=1_000_00)
    make_case("结案", outcome="和解", category=DISMISSED, claim_amount=None, people_count=3)
    make_case("调解中", category=DISMISSED, claim_amount=500_00)
    lines = print_out(tmp_path, "disputes.counts", period=periods.year(2011)).text.splitlines()
    dismissed = next(line for line in lines if DISMISSED in line)
    assert dismissed.split()[2:] == ["2", "4", "500.00", "1", "1", "1"]
    total = next(line for line in lines if "合计" in line)
    assert total.split()[1:] == ["4", "6", "7,500.00", "3", "1", "2", "1"]


def test_the_counts_are_of_the_cases_accepted_in_the_period(office: Office, tmp_path: Path) -> None:
    make_case("登记")
    make_case(
        "调解中", applied_on=date(2010, 5, 4), accepted_on=date(2010, 5, 4), case_no="（2010）人调字第9号"
    )
    make_case("调解中")
    assert "共 1 起" in print_out(tmp_path, "disputes.counts", period=periods.year(2011)).text


def test_the_rates_stand_below_with_their_definitions(office: Office, tmp_path: Path) -> None:
    make_success()
    for _ in range(3):
        make_case("结案", outcome="撤回申请")
    text = print_out(tmp_path, "disputes.counts", period=periods.year(2011)).joined
    assert "办结率 100.0%；调解成功率 25.0%" in text
    assert "办结率 = 本期受理的案件中截至期末已结案的" in text


def test_the_blank_table_names_the_categories_and_counts_nothing(office: Office, tmp_path: Path) -> None:
    make_success()
    (page,) = print_out(tmp_path, "disputes.counts", blank=True).pages
    table = page[page.index("未结") :]
    assert [category for category in (DISMISSED, "确认劳动关系", "合计") if category not in table] == []
    assert "7 合计\n" in table

"""The ledger of contracts and the lists beside it, read back from the paper (domain 6.4)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from app.rules import periods
from tests.factories.contracts import make_area, make_contract
from tests.helpers.paper import print_out

TODAY = date(2011, 12, 31)
WAGE = "工资专项集体合同"


def test_the_ledger_tells_each_contract_in_force_and_counts_each_enterprise_once(
    office: Office, tmp_path: Path
) -> None:
    make_contract(employer="甲厂", covered_workers=60, covered_women=0)
    make_area(("甲厂", 50), ("乙厂", 1030))
    make_contract(employer="过期厂", end_on=date(2011, 12, 30))
    text = print_out(tmp_path, "contracts.ledger").joined
    assert "签约单位 2 个，覆盖企业 2 家、职工 1090 人" in text
    assert "截至2011年12月31日" in text
    assert "2014年3月31日" in text
    assert str((date(2014, 3, 31) - TODAY).days) in text
    assert "过期厂" not in text


def test_the_ledger_of_last_year_tells_what_was_in_force_then(office: Office, tmp_path: Path) -> None:
    make_contract(
        employer="前厂", congress_on=None, signed_on=date(2009, 3, 8), filed_on=date(2009, 3, 10),
        effective_on=date(2009, 3, 28), start_on=date(2009, 4, 1), end_on=date(2011, 3, 31), status="到期",
    )  # fmt: skip
    make_contract(employer="后厂")
    text = print_out(tmp_path, "contracts.ledger", period=periods.year(2010)).text
    assert "前厂" in text
    assert "后厂" not in text
    assert "前厂" not in print_out(tmp_path, "contracts.ledger", period=periods.year(2011)).text


def test_the_list_of_wage_contracts_tells_no_other(office: Office, tmp_path: Path) -> None:
    make_contract(employer="甲厂", kind=WAGE)
    make_contract(employer="乙厂")
    text = print_out(tmp_path, "contracts.wages").text
    assert "甲厂" in text
    assert "乙厂" not in text


def test_the_wage_contracts_tell_wages_and_their_growth_and_add_the_wages_up(
    office: Office, tmp_path: Path
) -> None:
    """2,700 against 2,500 is 8.0%; averages of different units are not added up."""
    wages = {"average_wage": 2_700_00, "last_average_wage": 2_500_00}
    make_contract(
        employer="甲厂", kind=WAGE, covered_workers=60, covered_women=0, wage_total=1_944_000_00, **wages
    )
    make_contract(employer="乙厂", kind=WAGE, covered_workers=40, covered_women=0, wage_total=1_200_000_50)
    text = print_out(tmp_path, "contracts.wages").joined
    assert "60 2,700.00 8.0% 1,944,000.00" in text
    assert "合计 100 3,144,000.50" in text


def test_no_date_of_the_ledger_is_broken(office: Office, tmp_path: Path) -> None:
    make_contract(employer="上海泰祥恰尔斯精密电子机械制造有限责任公司", start_on=date(2010, 12, 31))
    lines = print_out(tmp_path, "contracts.ledger").text.splitlines()
    days = [line for line in lines if "年" in line and "月" in line]
    assert days
    assert not [line for line in lines if line.endswith(("年", "月")) or line in {"日", "1日"}]


@pytest.mark.parametrize(
    ("left", "urgency"),
    [(-1, "已到期"), (0, "30日内到期"), (30, "30日内到期"), (31, "90日内到期"), (90, "90日内到期")],
)
def test_what_ends_soon_says_how_soon(office: Office, tmp_path: Path, left: int, urgency: str) -> None:
    make_contract(employer="甲厂", end_on=TODAY + timedelta(days=left))
    assert urgency in print_out(tmp_path, "contracts.expiring").text


def test_what_ends_later_or_was_renewed_is_not_called_to_mind(office: Office, tmp_path: Path) -> None:
    make_contract(end_on=TODAY + timedelta(days=91))
    before = make_contract(end_on=TODAY)
    make_contract(renewed_from=before, start_on=date(2012, 1, 1), end_on=date(2013, 12, 31))
    with pytest.raises(Refused, match="没有可打印的"):
        print_out(tmp_path, "contracts.expiring")


def test_signed_contracts_are_listed_for_filing_in_three_copies(office: Office, tmp_path: Path) -> None:
    make_contract(employer="甲厂", status="已签订", filed_on=None, effective_on=None, review_result=None)
    make_contract(employer="乙厂")
    text = print_out(tmp_path, "contracts.filing").joined
    assert "甲厂" in text
    assert "乙厂" not in text
    assert "一式三份" in text

"""How records call themselves, and what the settings of a year are."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import keeping
from app.office import Office
from app.records.profile import office_name, profile
from app.subjects.hardship.aid.records import AidBatch, fund_balance
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.funds.register import FUND_INCOMES
from app.subjects.hardship.limits.records import aid_limit_of, poverty_line_on
from app.subjects.members.records import Member
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_event,
    make_file,
    make_fund,
    make_limit,
    make_member,
    make_payment,
    make_poverty_line,
)


def test_a_record_is_called_by_name_and_number(office: Office) -> None:
    assert str(make_member(name="王芳")) == "王芳（TY-HY-2011-0001）"
    assert str(make_enterprise(name="上海有司建筑有限公司")) == "上海有司建筑有限公司"
    assert str(Member()) == "新记录"


def test_a_row_without_a_name_is_called_by_whose_it_is_and_what_it_tells_first(office: Office) -> None:
    event = make_event(make_member(name="王芳"), "转出", date(2011, 9, 1), other_union="康宁社区工会")
    assert str(event) == "王芳（TY-HY-2011-0001） 2011年9月1日 转出"


def test_the_office_bears_the_name_it_was_given(office: Office) -> None:
    assert (office_name(), profile().code) == ("泰祥社区工会", "TY")
    assert Member().union_name == "泰祥社区工会"


def test_without_an_open_office_there_is_no_name() -> None:
    assert office_name() == ""


@pytest.mark.parametrize(
    ("day", "monthly"),
    [
        (date(2010, 3, 31), None),
        (date(2010, 4, 1), 450_00),
        (date(2011, 3, 31), 450_00),
        (date(2011, 4, 1), 505_00),
    ],
)
def test_the_latest_poverty_line_is_in_force(office: Office, day: date, monthly: int | None) -> None:
    make_poverty_line(505_00, effective_from=date(2011, 4, 1))
    make_poverty_line(450_00, effective_from=date(2010, 4, 1))
    line = poverty_line_on(day)
    assert (line.monthly if line else None) == monthly


def test_the_limits_of_the_last_year_known_hold_on(office: Office) -> None:
    make_limit(year=2011, per_time=3000_00)
    make_limit(year=2013, per_time=4000_00)
    told = [limit.per_time if (limit := aid_limit_of(year)) else None for year in (2010, 2011, 2012, 2014)]
    assert told == [None, 3000_00, 3000_00, 4000_00]


def test_a_fund_holds_what_came_in_less_what_was_approved(office: Office) -> None:
    make_fund(10_000_00)
    gone = make_fund(5_000_00)
    make_fund(700_00, fund_source="社会捐助")
    keeping.to_bin(FUND_INCOMES, [gone.id])
    approved = make_batch(status="已审批")
    for status, amount in (
        ("拟定", 1_00),
        ("已审批", 20_00),
        ("已发放", 300_00),
        ("退回", 4000_00),
        ("作废", 4000_00),
    ):
        told = {"paid_on": date(2011, 2, 1), "status_reason": "卡号错误"}
        make_payment(approved, make_file(), status=status, amount=amount, **told)
    binned = make_payment(approved, make_file(), status="已审批", amount=900_00)
    keeping.to_bin(PAYMENTS, [binned.id])
    assert fund_balance("本级工会经费") == 10_000_00 - 20_00 - 300_00
    assert fund_balance("社会捐助") == 700_00
    assert fund_balance("行政拨付") == 0


def test_a_batch_tells_its_persons_and_its_sum(office: Office) -> None:
    batch = make_batch(make_file(), make_file(), amount=500_50)
    make_payment(batch, make_file(), status="作废", status_reason="重复", amount=99_00)
    assert (batch.persons, batch.total) == ("2", "1,001.00")
    assert AidBatch().persons == ""

"""Figures of donation drives (domain 3.8 and 11.2, F043)."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.wording import explain
from app.records.base import Record
from app.registry import find_figure
from app.subjects.hardship.donations import figures as donations
from app.subjects.hardship.donations.records import DonationDrive
from tests.factories.donations import make_donation, make_drive, make_use
from tests.factories.people import make_enterprise
from tests.helpers.figures import IN, YEAR, Case, Expected, hold

_GIVEN = f"FROM donation WHERE deleted_at IS NULL AND donated_on {IN}"
_DONORS = f"SELECT COUNT(DISTINCT IIF(anonymous, id, donor || '/' || COALESCE(employer, ''))) {_GIVEN}"
SAMPLE: Expected = {
    "募捐活动": f"SELECT COUNT(*) FROM donation_drive WHERE held_on {IN}",
    "募捐组织单位": 1,
    "募得善款": 7_519_00,
    "捐款人次": f"SELECT COUNT(*) {_GIVEN} AND amount > 0",
    "捐款人数": f"{_DONORS} AND donor_kind = '个人'",
    "捐款单位": f"{_DONORS} AND donor_kind = '单位'",
    "实物捐赠": f"SELECT COUNT(*) {_GIVEN} AND goods IS NOT NULL",
    "使用善款": f"SELECT SUM(amount) FROM donation_use WHERE used_on {IN}",
    "善款救助": f"SELECT COUNT(*) FROM donation_use WHERE used_on {IN}",
    "累计募得善款": "SELECT SUM(amount) FROM donation WHERE donated_on <= '2011-12-31'",
    "累计使用善款": "SELECT SUM(amount) FROM donation_use WHERE used_on <= '2011-12-31'",
    "善款结余": (
        "SELECT (SELECT SUM(amount) FROM donation WHERE donated_on <= '2011-12-31')"
        " - (SELECT SUM(amount) FROM donation_use WHERE used_on <= '2011-12-31')"
    ),
}


def _drive_given_to() -> DonationDrive:
    make_donation(
        drive := make_drive(held_on=date(2010, 12, 1)), donor="周小梅", employer="泰祥物业管理有限公司"
    )
    return drive


def _again(drive: DonationDrive, **values: object) -> Record:
    return make_donation(drive, **({"donor": "周小梅", "employer": "泰祥物业管理有限公司"} | values))


_LATER = {"donated_on": date(2012, 1, 4)}
CASES = (
    Case(
        lambda _, **values: make_drive(**values),
        {"held_on": date(2010, 6, 10)},
        {"募捐活动": 1, "募捐组织单位": 1},
    ),
    Case(
        _again,
        _LATER,
        {"募得善款": 200_00, "捐款人次": 2},
        before=_drive_given_to,
        same=("捐款人数",),
    ),
    Case(_again, _LATER, {"累计募得善款": 200_00, "善款结余": 200_00}, before=_drive_given_to),
    Case(make_donation, _LATER, {"捐款人数": 2, "捐款人次": 2}, before=_drive_given_to),
    Case(
        lambda drive, **values: make_donation(drive, donor_kind="单位", **values),
        _LATER,
        {"捐款单位": 1},
        before=_drive_given_to,
        same=("捐款人数",),
    ),
    Case(
        lambda drive, **values: make_donation(
            drive, amount=None, goods="棉被", goods_count=2, mode="实物", **values
        ),
        _LATER,
        {"实物捐赠": 1},
        before=_drive_given_to,
        same=("捐款人次",),
    ),
    Case(
        make_use,
        {"used_on": date(2012, 1, 4)},
        {"使用善款": 50_00, "善款救助": 1},
        before=_drive_given_to,
    ),
    Case(
        make_use,
        {"used_on": date(2012, 1, 4)},
        {"累计使用善款": 50_00, "善款结余": 50_00},
        before=_drive_given_to,
    ),
)

test_sample, test_following, test_complete, test_explained = hold(donations, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
def test_everyone_who_gave_without_a_name_is_one_more() -> None:
    drive = make_drive()
    for _ in range(2):
        make_donation(drive, donor=None, anonymous=True)
    assert find_figure("捐款人数").number(YEAR) == 2


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("募得善款·物业有真情，有难大家帮"), YEAR) == (
        "7,519.00 元 = 捐赠日期在2011年、募捐活动为物业有真情，有难大家帮的捐款登记的金额合计"
    )
    assert (
        explain(find_figure("善款结余"), YEAR)
        == "3,077.00 元 = 累计募得善款 11,277.00 − 累计使用善款 8,200.00"
    )


@pytest.mark.usefixtures("office")
def test_a_firm_that_gives_under_two_of_its_names_is_one_donor() -> None:
    make_enterprise(name="上海天成(闵行)科技有限公司", short_name="天成")
    drive = make_drive()
    for donor in ("天成", "上海天成（闵行）科技有限公司"):
        make_donation(drive, donor=donor, donor_kind="单位")
    assert find_figure("捐款单位").number(YEAR) == 1


@pytest.mark.usefixtures("office")
def test_who_gives_under_two_names_of_one_firm_is_one_person() -> None:
    make_enterprise(name="上海天成(闵行)科技有限公司", short_name="天成")
    drive = make_drive()
    for employer in ("天成", "上海天成（闵行）科技有限公司", "浦江机电厂"):
        make_donation(drive, donor="王芳", donor_kind="个人", employer=employer)
    assert find_figure("捐款人数").number(YEAR) == 2

"""Figures of mutual insurance (domain 8.4 and 11.2, F044 to F049)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.figures.wording import explain
from app.registry import find_figure
from app.rules.periods import through_month, year
from app.subjects.insurance import figures as insurance
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.records import MutualEnrolment, MutualGroup
from tests.factories.insurance import (
    make_enrolment,
    make_product,
    new_claim,
    new_consultation,
    new_enrolment,
    new_group,
)
from tests.factories.people import make_enterprise
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored

_CLAIMS = "FROM mutual_claim WHERE deleted_at IS NULL"
_PAID = f"{_CLAIMS} AND status = '已给付' AND granted_on {IN}"
_ENROLLED = f"FROM mutual_enrolment WHERE deleted_at IS NULL AND paid_on {IN} AND status <> '退保'"
_GROUPS = "FROM mutual_group WHERE deleted_at IS NULL"
_DONE = f"{_GROUPS} AND completed_on {IN} AND status = '已完成' AND unit_kind IN ('机关', '事业')"
SAMPLE: Expected = {
    "互助保障咨询": f"SELECT SUM(persons) FROM mutual_consultation WHERE asked_on {IN}",
    "给付申请": f"SELECT COUNT(*) {_CLAIMS} AND applied_on {IN}",
    "互助保障给付": f"SELECT COUNT(*) {_PAID}",
    "互助保障给付人数": f"SELECT COUNT(DISTINCT id_number) {_PAID}",
    "互助保障给付金额": f"SELECT SUM(granted) {_PAID}",
    "互助保障次均给付": f"SELECT ROUND(1.0 * SUM(granted) / COUNT(*)) {_PAID}",
    "不予给付": f"SELECT COUNT(*) {_CLAIMS} AND applied_on {IN} AND status = '不予给付'",
    "散户参保": 1805,
    "散户参保人数": f"SELECT COUNT(DISTINCT id_number) {_ENROLLED} AND mode = '散户'",
    "散户保费": 109_122_00,
    "散户人次均保费": 60_46,
    "随单位参保": f"SELECT COUNT(*) {_ENROLLED} AND mode = '单位集体'",
    "有效参保人数": (
        "SELECT COUNT(DISTINCT id_number) FROM mutual_enrolment WHERE status <> '退保' "
        "AND '2011-12-31' BETWEEN cover_from AND cover_to"
    ),
    "登记参保单": f"SELECT COUNT(*) {_GROUPS} AND registered_on {IN}",
    "已完成参保单": f"SELECT COUNT(*) {_GROUPS} AND registered_on {IN} AND status = '已完成'",
    "参保单完成率": 1000,
    "单位参保保费": f"SELECT SUM(fee_received) {_GROUPS} AND received_on {IN}",
    "机关事业参保单位": f"SELECT COUNT(DISTINCT unit_name) {_DONE}",
    "机关事业参保年度": 1,
    "机关事业在职参保": f"SELECT SUM(active_count) {_DONE}",
    "机关事业退休参保": f"SELECT SUM(retired_count) {_DONE}",
    "机关事业参保": f"SELECT SUM(active_count + retired_count) {_DONE}",
}
ELEVEN_MONTHS = {
    "互助保障咨询": 3468,  # F044: 近3500人次
    "互助保障给付": 2766,  # F045
    "互助保障给付金额": 2_109_659_70,  # F046
    "互助保障次均给付": 762_71,
}
ENROLLED_2010 = {  # F047
    "机关事业参保单位": 12,
    "机关事业在职参保": 138 + 304,
    "机关事业退休参保": 45 + 133,
}


def _claim(enrolment: MutualEnrolment, **values: object) -> MutualClaim:
    return stored(new_claim(enrolment, **values))


def _granted(enrolment: MutualEnrolment, **values: object) -> MutualClaim:
    usual = {"status": "已给付", "granted": 762_71, "granted_on": date(2011, 6, 8)}
    return _claim(enrolment, **(usual | values))


def _granted_once() -> MutualEnrolment:
    _granted(enrolment := make_enrolment())
    return enrolment


_PAID_ON = {"paid_on": date(2011, 1, 4)}
_PERSON: dict[str, Any] = {"id_number": "310104198001010018", "name": "周永福"}


def _enrolment(_: object = None, premium: int = 60_00, **values: object) -> MutualEnrolment:
    return stored(new_enrolment(make_product(), **(_PAID_ON | {"premium": premium} | values)))


def _in_group(group: MutualGroup, **values: object) -> MutualEnrolment:
    usual = {"group": group, "mode": "单位集体", "employer": group.unit_name}
    return stored(new_enrolment(group.product, **(_PAID_ON | usual | values)))


_GROUP_DAYS = {
    "registered_on": date(2011, 1, 6),
    "received_on": date(2011, 1, 14),
    "completed_on": date(2011, 1, 28),
}
_GROUP_LATER = {name: date(2012, 1, 14) for name in _GROUP_DAYS}


def _group(_: object = None, **values: object) -> MutualGroup:
    return stored(new_group(**(_GROUP_DAYS | {"status": "已完成", "fee_received": 720_00} | values)))


_UNIT = {"unit_name": "泰祥中学", "unit_kind": "事业", "active_count": 9, "retired_count": 3}

CASES = (
    Case(
        lambda _, **values: stored(new_consultation(**values)),
        {"asked_on": date(2010, 12, 31)},
        {"互助保障咨询": 12},
    ),
    Case(
        _claim,
        {"applied_on": date(2012, 1, 4)},
        {"给付申请": 1},
        before=make_enrolment,
        same=("互助保障给付", "不予给付"),
    ),
    Case(
        lambda enrolment, **values: _claim(enrolment, status="不予给付", **values),
        {"applied_on": date(2012, 1, 4)},
        {"不予给付": 1},
        before=make_enrolment,
    ),
    Case(
        lambda enrolment, **values: _granted(enrolment, **({"granted": 237_29} | values)),
        {"granted_on": date(2012, 1, 4)},
        {"互助保障给付": 2, "互助保障给付金额": 1000_00, "互助保障次均给付": 500_00},
        before=_granted_once,
        same=("互助保障给付人数",),
    ),
    Case(
        lambda _, **values: _granted(make_enrolment(), **values),
        {"granted_on": date(2012, 1, 4)},
        {"互助保障给付人数": 2, "互助保障给付": 2},
        before=_granted_once,
    ),
    Case(
        lambda _, **values: _enrolment(premium=78_00, **(_PERSON | values)),
        {"paid_on": date(2010, 12, 10)},
        {"散户参保": 2, "散户保费": 138_00, "散户人次均保费": 69_00},
        before=lambda: _enrolment(**_PERSON),
        same=("散户参保人数", "随单位参保"),
    ),
    Case(_enrolment, {"paid_on": date(2012, 1, 4)}, {"散户参保": 1, "散户参保人数": 1}),
    Case(_enrolment, {"paid_on": date(2012, 1, 4)}, {"有效参保人数": 1}),
    Case(_in_group, {"paid_on": date(2012, 1, 4)}, {"随单位参保": 1}, before=_group, same=("散户参保",)),
    Case(_in_group, {"paid_on": date(2012, 1, 4)}, {"有效参保人数": 1}, before=_group),
    Case(
        lambda _, **values: _group(**(_UNIT | values)),
        _GROUP_LATER,
        {
            "登记参保单": 2,
            "已完成参保单": 1,
            "参保单完成率": 500,
            "单位参保保费": 720_00,
            "机关事业参保单位": 1,
            "机关事业参保年度": 1,
            "机关事业在职参保": 9,
            "机关事业退休参保": 3,
            "机关事业参保": 12,
        },
        before=lambda: _group(status="办理中", completed_on=None, received_on=None),
    ),
    Case(
        lambda _, **values: _group(**(_UNIT | values)),
        _GROUP_LATER,
        {"机关事业参保": 24, "登记参保单": 2},
        before=lambda: _group(**_UNIT),
        same=("机关事业参保单位", "机关事业在职参保", "机关事业退休参保"),
    ),
    Case(
        lambda _, **values: _group(unit_kind="企业", **values),
        _GROUP_LATER,
        {"登记参保单": 1},
        same=("机关事业参保单位", "机关事业参保"),
    ),
)

test_sample, test_following, test_complete, test_explained = hold(insurance, SAMPLE, CASES)


@pytest.mark.usefixtures("open_sample")
def test_the_seeds_eleven_months() -> None:
    period = through_month(2011, 11)
    assert {label: find_figure(label).number(period) for label in ELEVEN_MONTHS} == ELEVEN_MONTHS
    assert {label: find_figure(label).number(year(2010)) for label in ENROLLED_2010} == ENROLLED_2010


@pytest.mark.usefixtures("office")
def test_who_withdrew_is_not_enrolled() -> None:
    _enrolment(status="退保", withdrawn_on=date(2011, 1, 10))
    assert [find_figure(label).number(YEAR) for label in ("散户参保", "散户保费", "有效参保人数")] == [
        0,
        0,
        0,
    ]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("name", "day", "counts"),
    [
        ("cover_from", date(2011, 12, 31), True),
        ("cover_from", date(2012, 1, 1), False),
        ("cover_to", date(2011, 12, 31), True),
        ("cover_to", date(2011, 12, 30), False),
        ("withdrawn_on", date(2012, 1, 1), True),
        ("withdrawn_on", date(2011, 12, 31), False),
    ],
)
def test_a_person_is_insured_from_the_first_day_of_the_cover_to_its_last(
    name: str, day: date, counts: bool
) -> None:
    values: dict[str, Any] = {name: day}
    _enrolment(**values)
    assert find_figure("有效参保人数").number(YEAR) == counts


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("withdrawn_on", "counts"), [(date(2011, 12, 31), 0), (date(2012, 1, 1), 1)])
def test_who_withdrew_after_the_period_had_enrolled_in_it(withdrawn_on: date, counts: int) -> None:
    _enrolment(withdrawn_on=withdrawn_on)
    assert [find_figure(label).number(YEAR) for label in ("散户参保", "散户参保人数")] == [counts] * 2


@pytest.mark.usefixtures("open_sample")
def test_grants_by_product_and_month_add_up() -> None:
    table = insurance.GRANTS_BY_MONTH.read(YEAR)
    months = [table.cell(None, month) for month in table.column_names]
    assert sum(months) == table.cell(None, None) == find_figure("互助保障给付").number(YEAR)
    assert table.cell(None, "12月") == 96


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("互助保障给付金额"), through_month(2011, 11)) == (
        "2,109,659.70 元 = 给付日期在2011年1—11月、状态为已给付的给付的给付金额合计"
    )
    assert explain(find_figure("散户参保·退休住院保障"), YEAR) == (
        "284 人次 = 缴费日期在2011年、2011年12月31日尚无退保日期、参保方式为散户、产品为退休住院保障的参保数"
    )


@pytest.mark.usefixtures("office")
def test_who_is_insured_under_two_names_of_one_firm_is_one_person() -> None:
    make_enterprise(name="上海天成(闵行)科技有限公司", short_name="天成")
    for employer in ("天成", "上海天成（闵行）科技有限公司", "浦江机电厂"):
        stored(
            new_enrolment(
                mode="散户", name="王芳", id_number=None, employer=employer, paid_on=date(2011, 3, 8)
            )
        )
    assert find_figure("散户参保人数").number(YEAR) == 2

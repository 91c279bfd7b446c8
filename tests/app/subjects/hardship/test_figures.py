"""Figures of hardship files, festive visits and aid (domain 3.10 and 11.2, F038 to F042)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.figures.wording import explain
from app.keeping import keeping
from app.records.base import Record
from app.registry import find_figure
from app.subjects.hardship import figures as hardship
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.files.records import HardshipFile, HardshipReview
from app.subjects.hardship.files.register import REVIEWS
from tests.factories.people import make_batch, make_file, make_fund, make_payment
from tests.helpers.figures import IN, YEAR, Case, Expected, hold

_OPEN = (
    "FROM hardship_file WHERE deleted_at IS NULL AND opened_on <= '2011-12-31' "
    "AND (closed_on IS NULL OR closed_on > '2011-12-31')"
)
_PAID = f"FROM aid_payment WHERE deleted_at IS NULL AND status = '已发放' AND paid_on {IN}"
SAMPLE: Expected = {
    "在档困难职工": f"SELECT COUNT(*) {_OPEN}",
    "在档困难家庭": f"SELECT COUNT(*) {_OPEN}",
    "在档困难人口": f"SELECT SUM(family_size) {_OPEN}",
    "申请困难建档": f"SELECT COUNT(*) FROM hardship_file WHERE applied_on {IN}",
    "新建困难档案": f"SELECT COUNT(*) FROM hardship_file WHERE opened_on {IN}",
    "退出困难档案": f"SELECT COUNT(*) FROM hardship_file WHERE closed_on {IN}",
    "不予困难建档": f"SELECT COUNT(*) FROM hardship_file WHERE applied_on {IN} AND status = '不予建档'",
    "录入全国系统": f"SELECT COUNT(*) {_OPEN} AND national_system_on <= '2011-12-31'",
    "全国系统录入率": f"SELECT 1000 * SUM(national_system_on <= '2011-12-31') / COUNT(*) {_OPEN}",
    "困难档案复核": f"SELECT COUNT(*) FROM hardship_review WHERE reviewed_on {IN}",
    "慰问企业": 17,
    "困难慰问人数": 47,
    "困难慰问人次": f"SELECT COUNT(*) {_PAID} AND aid_kind = '送温暖慰问'",
    "困难慰问金额": 23_800_00,
    "困难慰问人均金额": 506_38,
    "困难慰问次均金额": f"SELECT SUM(amount) / COUNT(*) {_PAID} AND aid_kind = '送温暖慰问'",
    "慰问节日": 2,
    "帮扶户数": f"SELECT COUNT(DISTINCT file_id) {_PAID}",
    "帮扶人数": f"SELECT COUNT(DISTINCT id_number) {_PAID}",
    "帮扶人次": f"SELECT COUNT(*) {_PAID}",
    "帮扶资金": f"SELECT SUM(amount) {_PAID}",
    "建档外帮扶人次": f"SELECT COUNT(*) {_PAID} AND file_id IS NULL",
    "帮扶资金到账": f"SELECT SUM(amount) FROM fund_income WHERE received_on {IN}",
}

_OPEN_BEFORE = {name: date(2010, 3, 1) for name in ("applied_on", "approved_on", "opened_on")}
_LATER = {name: date(2012, 3, 1) for name in ("applied_on", "approved_on", "opened_on", "national_system_on")}


def _file(_: object, **values: object) -> Record:
    return make_file(**({"national_system_on": date(2011, 2, 1), "entered_by": "王芳"} | values))


def _applied(_: object, day: date = date(2011, 3, 1)) -> Record:
    return make_file(applied_on=day, approved_on=None, opened_on=day)


def _closed(_: object, closed_on: date = date(2011, 6, 1)) -> Record:
    return make_file(status="退档(脱困)", closed_on=closed_on, close_reason="脱困", **_OPEN_BEFORE)


def _declined(_: object, applied_on: date = date(2011, 3, 1)) -> Record:
    return make_file(applied_on=applied_on, approved_on=None, opened_on=None, status="不予建档")


def _review(file: object, reviewed_on: date = date(2011, 6, 1)) -> Record:
    return keeping.save(REVIEWS, HardshipReview(file=file, reviewed_on=reviewed_on, reviewed_by="王芳"))


def _rich_batch(**values: Any) -> AidBatch:  # noqa: ANN401  # as what they are handed to takes them
    make_fund()
    return make_batch(status="已审批", approved_by="王芳", approved_on=date(2011, 1, 20), **values)


def _paid(
    batch: AidBatch, file: HardshipFile | None = None, *, paid_on: date = date(2011, 1, 25), **values: object
) -> AidPayment:
    told = {"status": "已发放", "paid_on": paid_on, "signed": True}
    return make_payment(batch, file, **(told | values))


def _visited_once() -> tuple[AidBatch, HardshipFile]:
    """Somebody was visited at the Spring Festival; a batch of National Day is ready for the same person."""
    _paid(_rich_batch(), file := make_file(**_OPEN_BEFORE))
    return _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28)), file


def _visited_again(given: tuple[AidBatch, HardshipFile], paid_on: date = date(2011, 9, 28)) -> Record:
    return _paid(*given, paid_on=paid_on)


CASES = (
    Case(
        _file,
        _LATER,
        {
            "在档困难职工": 1,
            "在档困难家庭": 1,
            "在档困难人口": 1,
            "录入全国系统": 1,
        },
    ),
    Case(_file, {"national_system_on": date(2012, 3, 1)}, {"录入全国系统": 1}),
    Case(_applied, {"day": date(2012, 3, 1)}, {"申请困难建档": 1, "新建困难档案": 1}),
    Case(_file, _LATER, {"全国系统录入率": 500}, before=make_file),
    Case(_closed, {"closed_on": date(2012, 6, 1)}, {"退出困难档案": 1}),
    Case(_declined, {"applied_on": date(2010, 3, 1)}, {"不予困难建档": 1}),
    Case(_review, {"reviewed_on": date(2012, 6, 1)}, {"困难档案复核": 1}, before=make_file),
    Case(
        _visited_again,
        {"paid_on": date(2012, 1, 4)},
        {
            "困难慰问人次": 2,
            "困难慰问金额": 1000_00,
            "困难慰问人均金额": 1000_00,
            "慰问节日": 2,
            "帮扶人次": 2,
            "帮扶资金": 1000_00,
        },
        before=_visited_once,
        same=("慰问企业", "困难慰问人数", "帮扶户数", "帮扶人数"),
    ),
    Case(
        _paid,
        {"paid_on": date(2012, 1, 4)},
        {
            "慰问企业": 1,
            "困难慰问人数": 1,
            "帮扶户数": 1,
            "帮扶人数": 1,
            "建档外帮扶人次": 1,
            "困难慰问次均金额": 500_00,
        },
        before=_rich_batch,
    ),
    Case(
        lambda _, **values: make_fund(300_00, **values),
        {"received_on": date(2012, 1, 1)},
        {"帮扶资金到账": 300_00},
    ),
)

test_sample, test_following, test_complete, test_explained = hold(hardship, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "still_open"), [(date(2011, 12, 31), 0), (date(2012, 1, 1), 1)])
def test_a_file_is_no_longer_open_on_the_day_it_is_closed(day: date, still_open: int) -> None:
    _closed(None, closed_on=day)
    told = [find_figure(label).number(YEAR) for label in ("在档困难职工", "退出困难档案")]
    assert told == [still_open, 1 - still_open]


@pytest.mark.usefixtures("office")
def test_who_has_no_employer_adds_a_person_and_no_enterprise() -> None:
    _paid(_rich_batch(), employer="灵活就业")
    assert [find_figure(label).number(YEAR) for label in ("慰问企业", "困难慰问人数")] == [0, 1]


@pytest.mark.usefixtures("office")
def test_what_was_approved_and_not_paid_does_not_count() -> None:
    make_payment(_rich_batch(), status="已审批")
    assert [find_figure(label).number(YEAR) for label in ("困难慰问人次", "帮扶资金")] == [0, 0]


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("慰问企业"), YEAR) == (
        "17 家 = 发放日期在2011年、状态为已发放、帮扶类别为送温暖慰问、"
        "工作单位为具体单位的帮扶记录的工作单位数"
    )
    assert explain(find_figure("困难慰问人均金额"), YEAR) == (
        "506.38 元 = 困难慰问金额 23,800.00 ÷ 困难慰问人数 47"
    )


@pytest.mark.usefixtures("open_sample")
def test_aid_by_kind_and_fund_keeps_events_and_persons_apart() -> None:
    persons, events = (cross.read(YEAR) for cross in (hardship.PERSONS_BY_FUND, hardship.AID_BY_FUND))
    funds = ["上级工会经费补助", "本级工会经费"]
    assert [persons.cell("送温暖慰问", fund) for fund in (*funds, None)] == [32, 24, 47]
    assert [events.cell("送温暖慰问", fund) for fund in (*funds, None)] == [32, 24, 56]

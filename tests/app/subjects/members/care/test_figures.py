"""Figures of gifts to members and of what all of them may have (domain 18)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.registry import find_figure
from app.subjects.members.care import figures as care
from tests.factories.care import make_care, new_benefit, new_care
from tests.factories.people import make_member
from tests.helpers.figures import YEAR, Case, Expected, hold, stored, sums_hold

_FIGURES = (
    "会员慰问",
    "慰问会员",
    "会员慰问支出",
    "送清凉",
    "送清凉支出",
    "普惠项目",
    "普惠受益",
    "普惠支出",
)
SAMPLE: Expected = dict.fromkeys(_FIGURES, 0)  # of 2011 the sample tells nothing of it
_EARLIER = {"given_on": date(2010, 12, 31)}
_COOLING = {"occasion": "送清凉", "recipient_kind": "集体", "recipient": "泰祥工地", "people": 30}
CASES = (
    Case(
        lambda _, **values: stored(new_care(**values)),
        _EARLIER,
        {"会员慰问": 1, "慰问会员": 1, "会员慰问支出": 200_00},
        same=("送清凉", "送清凉支出"),
    ),
    Case(
        lambda _, **values: stored(new_care(amount=900_00, **(_COOLING | values))),
        _EARLIER,
        {"会员慰问": 30, "送清凉": 30, "送清凉支出": 900_00},
        same=("慰问会员",),
    ),
    Case(
        lambda _, **values: stored(new_benefit(**values)),
        {"held_on": date(2010, 12, 31)},
        {"普惠项目": 1, "普惠受益": 80, "普惠支出": 1_600_00},
    ),
)
test_sample, test_following, test_complete, test_explained = hold(care, SAMPLE, CASES)


def test_the_sums_of_the_gifts_hold(office: Office) -> None:
    make_care()
    make_care(form="现金", goods=None, occasion="生病住院")
    sums_hold(care)


def test_who_is_given_something_twice_is_one_member_and_cash_is_told_from_kind(office: Office) -> None:
    member = make_member(name="王芳", employer="泰祥物业")
    make_care(member=member, recipient="王芳", amount=200_00)
    make_care(recipient="王芳", employer="泰祥物业", occasion="生病住院", form="现金", amount=1_000_00)
    make_care(recipient="王芳", employer="有司建筑公司", amount=100_00)
    assert find_figure("会员慰问").number(YEAR) == 3
    assert find_figure("慰问会员").number(YEAR) == 2
    assert find_figure("会员慰问支出·实物").number(YEAR) == 300_00
    assert find_figure("会员慰问支出·现金").number(YEAR) == 1_000_00

"""Figures of letters of supervision (domain 18), and the rates that follow from them."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.registry import find_figure
from app.rules.periods import half
from app.subjects.disputes.supervision import figures as letters
from tests.factories.disputes import make_letter, new_letter
from tests.helpers.figures import YEAR, Case, Expected, hold, stored, sums_hold

_RIGHTED = {"rectified_on": date(2011, 4, 1), "status": "已整改"}
SAMPLE: Expected = {  # nobody wrote such letters in 2011
    "发出一函两书": 0,
    "一函两书用人单位": 0,
    "一函两书涉及职工": 0,
    "一函两书已答复": 0,
    "一函两书已整改": 0,
    "一函两书答复率": None,  # of none there is no share
    "一函两书整改率": None,
    "一函两书追回金额": 0,
    "一函两书逾期未答复": 0,
}
CASES = (
    Case(
        lambda _, **values: stored(new_letter(**values)),
        {"issued_on": date(2010, 12, 31)},
        {
            "发出一函两书": 1,
            "一函两书用人单位": 1,
            "一函两书涉及职工": 12,
            "一函两书答复率": 0,
            "一函两书整改率": 0,
        },
        same=("一函两书已答复", "一函两书已整改"),
    ),
    Case(
        lambda _, **values: stored(new_letter(kind="建议书", about_unit="甲公司", **(_RIGHTED | values))),
        {"issued_on": date(2010, 12, 31)},
        {"一函两书已答复": 1, "一函两书已整改": 1, "一函两书答复率": 1000, "一函两书整改率": 1000},
        same=("一函两书用人单位",),
    ),
    Case(
        lambda _, **values: stored(new_letter(recovered=36_000_00, **(_RIGHTED | values))),
        {"rectified_on": date(2012, 1, 5)},
        {"一函两书追回金额": 36_000_00},
    ),
    Case(
        lambda _, **values: stored(new_letter(stated_due=date(2011, 12, 30), **values)),
        {"status": "未采纳"},
        {"一函两书逾期未答复": 1},
    ),
)
test_sample, test_following, test_complete, test_explained = hold(letters, SAMPLE, CASES)


def test_the_sums_of_the_letters_hold(office: Office) -> None:
    make_letter()
    make_letter(kind="提示函", **_RIGHTED)
    sums_hold(letters)


def test_of_four_letters_three_answered_and_two_put_right_the_rates_are_75_and_50(office: Office) -> None:
    make_letter()
    make_letter(status="已答复", answered_on=date(2011, 3, 20))
    for _ in range(2):
        make_letter(**_RIGHTED)
    assert find_figure("一函两书答复率").number(YEAR) == 750
    assert find_figure("一函两书整改率").number(YEAR) == 500


def test_what_is_put_right_after_the_period_is_not_put_right_in_it(office: Office) -> None:
    make_letter(rectified_on=date(2011, 8, 1), status="已整改")
    assert find_figure("一函两书整改率").number(half(2011, 1)) == 0
    assert find_figure("一函两书整改率").number(YEAR) == 1000

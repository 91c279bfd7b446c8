"""Figures of honours (domain 18), and how they are told by name."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.registry import find_figure
from app.subjects.office.honours import figures as honours
from tests.factories.paperwork import make_honour, new_honour
from tests.factories.people import make_member
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored, sums_hold

_GRANTED = f"SELECT COUNT(*) FROM honour WHERE deleted_at IS NULL AND granted_on {IN}"
SAMPLE: Expected = {
    "获得荣誉": _GRANTED,
    "本会荣誉": f"{_GRANTED} AND recipient_kind = '本会'",
    "单位荣誉": f"{_GRANTED} AND recipient_kind = '单位'",
    "个人荣誉": f"{_GRANTED} AND recipient_kind = '个人'",
    "获荣誉单位": 1,
    "获荣誉个人": 1,
}
_EARLIER = {"granted_on": date(2010, 12, 31)}
CASES = (
    Case(
        lambda _, **values: stored(new_honour(**values)),
        _EARLIER,
        {"获得荣誉": 1, "单位荣誉": 1, "获荣誉单位": 1},
        same=("本会荣誉", "个人荣誉"),
    ),
    Case(
        lambda _, **values: stored(new_honour(recipient_kind="本会", recipient=None, **values)),
        _EARLIER,
        {"获得荣誉": 1, "本会荣誉": 1},
        same=("获荣誉单位",),
    ),
    Case(
        lambda _, **values: stored(new_honour(recipient_kind="个人", recipient="王芳", **values)),
        _EARLIER,
        {"获得荣誉": 1, "个人荣誉": 1, "获荣誉个人": 1},
    ),
)
test_sample, test_following, test_complete, test_explained = hold(honours, SAMPLE, CASES)


def test_the_sums_of_the_honours_hold(open_sample: Office) -> None:
    sums_hold(honours)


def test_honours_are_told_by_recipient_and_title_in_the_order_of_their_days(office: Office) -> None:
    make_honour(granted_on=date(2011, 5, 1), title="五一劳动奖状", granted_by="市总工会")
    make_honour(granted_on=date(2011, 3, 8), title="三八红旗手", recipient_kind="个人", recipient="王芳")
    make_honour(granted_on=date(2011, 12, 30), title="模范职工之家", recipient_kind="本会", recipient=None)
    assert find_figure("获得荣誉").names(YEAR) == [
        "王芳获区总工会“三八红旗手”",
        "泰祥物业获市总工会“五一劳动奖状”",
        "泰祥社区工会获区总工会“模范职工之家”",
    ]


def test_a_person_honoured_twice_is_one_person_of_the_same_name_elsewhere_another(office: Office) -> None:
    member = make_member(name="王芳", employer="泰祥物业")
    for title in ("三八红旗手", "优秀工会工作者"):
        make_honour(title=title, recipient_kind="个人", recipient="王芳", member=member)
    make_honour(recipient_kind="个人", recipient="王芳", employer="有司建筑公司")
    assert find_figure("个人荣誉").number(YEAR) == 3
    assert find_figure("获荣誉个人").number(YEAR) == 2

"""Figures of bulletins (domain 9.3 and 11.2, F089 and F090)."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.wording import explain
from app.registry import find_figure
from app.rules.periods import custom, through_month
from app.subjects.publications.bulletins import figures as bulletins
from app.subjects.publications.bulletins.records import Bulletin, BulletinRecipient
from tests.factories.publications import (
    make_bulletin,
    make_recipient,
    make_task,
    new_bulletin,
    new_recipient,
)
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored

_SENT = f"FROM bulletin WHERE deleted_at IS NULL AND status = '已报送' AND sent_on {IN}"
_WAYS = "FROM bulletin_recipient WHERE deleted_at IS NULL"
_MONTHS = f"SELECT COUNT(*) AS number {_SENT} AND kind <> '舆情信息' GROUP BY substr(sent_on, 1, 7)"
SAMPLE: Expected = {
    "报送信息": f"SELECT COUNT(*) {_SENT}",
    "报送舆情信息": f"SELECT COUNT(*) {_SENT} AND kind = '舆情信息'",
    "每月信息最少": 3,
    "每月信息最多": 4,
    "信息达标月数": f"SELECT COUNT(*) FROM ({_MONTHS}) WHERE number >= 3",
    "舆情达标月数": f"SELECT COUNT(DISTINCT substr(sent_on, 1, 7)) {_SENT} AND kind = '舆情信息'",
    "信息采用次数": f"SELECT COUNT(*) {_WAYS} AND adopted AND adopted_on {IN}",
    "信息采用得分": f"SELECT SUM(score) {_WAYS} AND adopted AND adopted_on {IN}",
    "被采用信息": f"SELECT COUNT(*) {_SENT} AND id IN (SELECT bulletin_id {_WAYS} AND adopted)",
    "信息采用率": (
        f"SELECT ROUND(1000.0 * SUM(id IN (SELECT bulletin_id {_WAYS} AND adopted)) / COUNT(*)) {_SENT}"
    ),
    "报送渠道": f"SELECT COUNT(DISTINCT channel) {_WAYS} AND sent_on {IN}",
    "信息报送次数": f"SELECT COUNT(*) {_WAYS} AND sent_on {IN}",
}


def _bulletin(_: object = None, **values: object) -> Bulletin:
    return stored(new_bulletin(**values))


def _eleven_months() -> None:
    """Three bulletins and one opinion in each month but December, four in March."""
    make_task(bulletins_least=3, opinions_least=1)
    for month in range(1, 12):
        for _ in range(4 if month == 3 else 3):
            _bulletin(sent_on=date(2011, month, 10))
        _bulletin(sent_on=date(2011, month, 20), kind="舆情信息")
    for _ in range(2):
        _bulletin(sent_on=date(2011, 12, 10))


def _way(bulletin: Bulletin, **values: object) -> BulletinRecipient:
    return stored(new_recipient(bulletin, **values))


def _used(bulletin: Bulletin, **values: object) -> BulletinRecipient:
    told = {"channel": "街道党办", "adopted": True, "adopted_on": date(2011, 3, 20), "score": 10}
    return _way(bulletin, **(told | values))


def _sent_twice() -> Bulletin:
    make_recipient(bulletin := make_bulletin())
    make_bulletin()
    return bulletin


_LATER = {"sent_on": date(2012, 1, 4)}
CASES = (
    Case(_bulletin, _LATER, {"报送信息": 1}, same=("报送舆情信息",)),
    Case(
        lambda _, **values: _bulletin(kind="舆情信息", **values), _LATER, {"报送舆情信息": 1, "报送信息": 1}
    ),
    Case(
        lambda _, **values: _bulletin(**({"sent_on": date(2011, 12, 12)} | values)),
        _LATER,
        {"每月信息最少": 3, "信息达标月数": 12},
        before=_eleven_months,
        same=("每月信息最多", "舆情达标月数"),
        edges=(YEAR.last,),
    ),
    Case(
        lambda _, **values: _bulletin(**({"sent_on": date(2011, 3, 12)} | values)),
        _LATER,
        {"每月信息最多": 5},
        before=_eleven_months,
        same=("每月信息最少", "信息达标月数"),
        edges=(),
    ),
    Case(
        lambda _, **values: _bulletin(**({"sent_on": date(2011, 12, 12), "kind": "舆情信息"} | values)),
        _LATER,
        {"舆情达标月数": 12},
        before=_eleven_months,
        same=("每月信息最少", "信息达标月数"),
        edges=(YEAR.last,),
    ),
    Case(
        lambda bulletin, **values: _way(bulletin, **({"channel": "行政办"} | values)),
        _LATER,
        {"报送渠道": 2, "信息报送次数": 2},
        before=_sent_twice,
        same=("信息采用次数", "被采用信息"),
    ),
    Case(
        _used,
        {"adopted_on": date(2012, 1, 4)},
        {"信息采用次数": 1, "信息采用得分": 10},
        before=_sent_twice,
    ),
    Case(
        _used,
        {"adopted": False, "adopted_on": None},
        {"被采用信息": 1, "信息采用率": 500},
        before=_sent_twice,
        same=("报送信息",),
    ),
)

test_sample, test_following, test_complete, test_explained = hold(bulletins, SAMPLE, CASES)


_DAYS = [
    (date(2010, 12, 31), False),
    (date(2011, 1, 1), True),
    (date(2011, 12, 31), True),
    (date(2012, 1, 1), False),
]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "counts"), _DAYS)
def test_what_was_used_counts_in_the_year_it_was_sent(day: date, counts: bool) -> None:
    make_bulletin()
    _used(_bulletin(sent_on=day), sent_on=day)
    assert find_figure("被采用信息").number(YEAR) == int(counts)
    assert find_figure("信息采用率").number(YEAR) == (500 if counts else 0)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2011, 2, 28), False),
        (date(2011, 3, 1), True),
        (date(2011, 3, 31), True),
        (date(2011, 4, 1), False),
    ],
)
def test_a_month_counts_from_its_first_day_to_its_last(day: date, counts: bool) -> None:
    make_task(bulletins_least=2, opinions_least=1)
    _bulletin()
    _bulletin(sent_on=day)
    _bulletin(sent_on=day, kind="舆情信息")
    march = custom(date(2011, 3, 1), date(2011, 3, 31))
    expected = {
        "每月信息最少": 1 + counts,
        "每月信息最多": 1 + counts,
        "信息达标月数": int(counts),
        "舆情达标月数": int(counts),
    }
    assert {label: find_figure(label).number(march) for label in expected} == expected


@pytest.mark.usefixtures("open_sample")
def test_the_channels_are_named() -> None:
    named = set(find_figure("报送渠道").names(YEAR))
    assert {"区总工会", "街道党办", "行政办", "媒体甲", "媒体乙", "媒体丙"} <= named


@pytest.mark.usefixtures("open_sample")
def test_only_the_months_of_the_period_are_looked_at() -> None:
    assert [find_figure("信息达标月数").number(through_month(2011, month)) for month in (3, 12)] == [3, 12]


@pytest.mark.usefixtures("office")
def test_a_draft_is_not_sent() -> None:
    _bulletin(status="已审批", sent_on=None)
    assert find_figure("报送信息").number(YEAR) == 0


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("每月信息最少"), YEAR) == (
        "3 篇 = 状态为已报送、报送日期在2011年、类型不是舆情信息的信息报送中最少一个月的篇数"
    )
    assert explain(find_figure("信息采用率"), YEAR) == (
        "22.2% = 被采用信息 12 ÷ 报送信息 54；期间内报送的信息中截至期间末日被采用的，一篇被几处采用也算一篇"
    )

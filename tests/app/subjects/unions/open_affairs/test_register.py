"""Democratic management: who practises it, and how it is found (domain 6.3)."""

from __future__ import annotations

from datetime import date

from app import listing
from app.listing import Criteria
from app.office import Office
from app.subjects.unions.open_affairs.records import practising
from app.subjects.unions.open_affairs.register import OPEN_AFFAIRS
from tests.factories.people import make_enterprise
from tests.factories.unions import make_affairs, make_independent


def test_units_with_an_independent_union_and_open_affairs_are_counted(office: Office) -> None:
    unit = make_independent().enterprise
    counted = make_affairs(enterprise=unit)
    make_affairs(enterprise=unit, year=2010)
    make_affairs(enterprise=make_independent().enterprise, established=False, congress="无", held_on=None)
    make_affairs(enterprise=make_enterprise())
    assert list(practising(date(2011, 12, 31))) == [counted]


def test_it_is_found_by_the_unit_and_its_pinyin(office: Office) -> None:
    affairs = make_affairs(enterprise=make_enterprise(name="恰尔斯服饰有限公司"))
    make_affairs()
    for word in ("恰尔斯", "qiaersi", "qes"):
        assert listing.ids(OPEN_AFFAIRS, Criteria(word)) == [affairs.id]

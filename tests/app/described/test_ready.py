"""The descriptions that come with the program are taken as they are."""

from __future__ import annotations

from datetime import date

import pytest

from app.agenda import reminders
from app.described import changing
from app.described.reading import text_of, written
from app.described.ready import ready, ready_description
from app.keeping import keeping
from app.office import Office
from app.registry import find_figure
from tests.helpers.figures import YEAR


@pytest.mark.parametrize("title", sorted(ready()))
def test_each_is_as_the_program_would_write_it_and_makes_a_register(office: Office, title: str) -> None:
    description = ready_description(title)
    assert text_of(ready()[title]).strip() == written(description).strip()
    assert changing.make(description).own.register.title == title


def test_there_are_those_that_the_work_of_our_years_asks_for() -> None:
    assert set(ready()) == {"工会驿站", "劳动竞赛", "结对帮扶"}


def test_visits_to_a_station_are_added_up_for_the_summary(office: Office) -> None:
    register = changing.make(ready_description("工会驿站")).own.register
    for group, count in (("快递员", 30), ("外卖配送员", 12)):
        row = {"c1": date(2011, 3, 8), "c2": "泰祥驿站", "c4": group, "c6": count}
        keeping.save(register, keeping.new(register, **row))
    assert find_figure("工会驿站服务人次").number(YEAR) == 42


def test_who_is_to_be_visited_is_told_until_the_pair_ends(office: Office) -> None:
    register = changing.make(ready_description("结对帮扶")).own.register
    pair = {"c1": date(2011, 1, 4), "c2": "王芳", "c4": "李强", "c11": date(2011, 3, 8)}
    keeping.save(register, keeping.new(register, **pair))
    keeping.save(register, keeping.new(register, **(pair | {"c4": "赵六", "c12": date(2011, 3, 1)})))
    told = [one for one in reminders.due(date(2011, 3, 5)) if one.register_key == register.key]
    assert len(told) == 1

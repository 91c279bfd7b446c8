"""Rules declared on a field, a state or a register: one small register of its own for all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.fields import ChoiceField, CountField, DateField, MoneyField, PartialDateField, TextField, When
from app.fields.problems import Warn
from app.keeping import declared, keeping
from app.office import Office
from app.records.base import Record, database
from app.register import Register, Section, State

TOMORROW = date.today() + timedelta(days=1)


class Trip(Record):
    """A trip that is planned, taken and paid for."""

    planned = PartialDateField("计划月份", null=True)
    asked_on = DateField("申请日期", null=True, past=True)
    allowed_on = DateField("批准日期", null=True, after=(asked_on,))
    left_on = DateField("出发日期", null=True, after=(allowed_on, planned))
    seats = CountField("座位", null=True, unit="个", least=1, most=50)
    people = CountField("人数", null=True, unit="人", at_most=(seats,))
    price = MoneyField("费用", null=True, unit="元", most=100_000)
    means = ChoiceField("方式", ("汽车", "火车"), null=True)
    plate = TextField("车牌", null=True, required_if=(When(means, "汽车"),))
    driver = TextField("驾驶员", null=True, wanted_if=(When(plate),))
    status = ChoiceField("状态", ("计划", "已完成"), default="计划")

    naming = (plate,)


TRIPS = Register(
    "office.trips",
    "出行",
    Trip,
    columns=(Trip.left_on, Trip.plate),
    sections=(Section("出行", Trip.left_on, Trip.plate, Trip.people),),
    status=Trip.status,
    states=(State("计划", "info"), State("已完成", "good", needs=(Trip.left_on, Trip.means))),
    unique_together=((Trip.plate, Trip.left_on),),
)


def said(**values: object) -> dict[str, str]:
    """Return what is declared to be wrong, by field."""
    return {one.field.name: one.sentence for one in declared.problems(TRIPS, Trip(**values))}


def test_a_day_to_come_is_told() -> None:
    assert said(asked_on=TOMORROW) == {"asked_on": "在今天之后，请核对"}
    assert said(asked_on=date.today()) == {}


def test_a_day_before_the_one_it_follows_is_told() -> None:
    told = "早于申请日期（2011年3月8日），请核对两个日期"
    assert said(asked_on=date(2011, 3, 8), allowed_on=date(2011, 3, 7)) == {"allowed_on": told}
    assert said(asked_on=date(2011, 3, 8), allowed_on=date(2011, 3, 8)) == {}


def test_a_step_left_out_does_not_hide_the_one_before_it() -> None:
    told = "早于申请日期（2011年3月8日），请核对两个日期"
    assert said(asked_on=date(2011, 3, 8), left_on=date(2011, 3, 7)) == {"left_on": told}


@pytest.mark.parametrize(
    ("day", "wrong"), [(date(2011, 2, 28), True), (date(2011, 3, 1), False), (date(2011, 3, 31), False)]
)
def test_a_day_follows_a_month_from_its_first_day_on(day: date, wrong: bool) -> None:
    assert ("left_on" in said(planned="2011-03", left_on=day)) is wrong


@pytest.mark.parametrize(
    ("seats", "told"), [(0, "至少 1 个"), (1, None), (50, None), (51, "最多 50 个，请核对")]
)
def test_numbers_lie_between_their_bounds(seats: int, told: str | None) -> None:
    assert said(seats=seats).get("seats") == told


def test_bounds_of_money_are_written_as_money() -> None:
    assert said(price=100_001) == {"price": "最多 1,000.00 元，请核对"}


def test_no_more_than_another_field_says() -> None:
    assert said(seats=4, people=5) == {"people": "多于座位 4 个，请核对"}
    assert said(seats=4, people=4) == said(people=5) == {}


def test_a_value_is_required_under_its_condition() -> None:
    assert said(means="汽车") == {"plate": "方式为“汽车”，请填写车牌"}
    assert said(means="火车") == said(means="汽车", plate="沪A12345", driver="王芳") == {}


def test_a_value_that_is_wanted_only_makes_one_look_again() -> None:
    (problem,) = declared.problems(TRIPS, Trip(plate="沪A12345"))
    assert isinstance(problem, Warn)
    assert problem.sentence == "填了车牌，请填写驾驶员"


def test_a_state_has_what_led_to_it() -> None:
    assert said(status="已完成") == {
        "left_on": "状态为“已完成”，请填写出发日期",
        "means": "状态为“已完成”，请选方式",
    }


def test_nothing_is_entered_twice(office: Office) -> None:
    database.create_tables([Trip])
    first = keeping.save(TRIPS, Trip(plate="沪A12345", driver="王芳", left_on=date(2011, 3, 8)))
    again = {"plate": "沪A12345", "driver": "王芳"}
    sentence = "这个车牌、出发日期的已登记，请修改原来那一条"
    assert said(**again, left_on=date(2011, 3, 8)) == {"plate": sentence}
    assert said(**again, left_on=date(2011, 3, 9)) == said(**again) == {}
    assert list(declared.problems(TRIPS, first)) == []


def test_what_is_declared_is_told_to_whoever_fills_it_in() -> None:
    assert Trip.seats.hint == "至少 1 个，最多 50 个"
    assert Trip.people.guidance == "不多于座位"
    assert Trip.plate.guidance == "方式为“汽车”时必填"
    assert Trip.asked_on.guidance == "不晚于今天"
    assert Trip.left_on.guidance == "不早于批准日期，不早于计划月份"
    assert Trip.left_on.hint == ""


def test_states_colour_the_list() -> None:
    assert TRIPS.tones == {"计划": "info", "已完成": "good"}

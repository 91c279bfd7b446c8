"""What a column of a printed list says by its field: unit, alignment, thousands."""

from __future__ import annotations

from app.printing.layout import PrintColumn
from app.subjects.hardship.standards.records import AidStandard
from app.subjects.publications.records import Subscription


def test_a_column_of_money_says_that_it_is_in_yuan() -> None:
    assert PrintColumn(Subscription.amount).title == "金额（元）"
    assert PrintColumn(Subscription.amount, heading="平均工资（元/月）").title == "平均工资（元/月）"


def test_a_year_stands_in_the_middle_of_its_column_and_a_count_at_its_right() -> None:
    assert PrintColumn(AidStandard.year).aligned == "center"
    assert PrintColumn(Subscription.copies).aligned == "right"


def test_thousands_are_parted_in_a_column_but_not_in_a_year() -> None:
    order = Subscription(copies=1203, year=2011)
    assert PrintColumn(Subscription.copies).cell(order) == "1,203"
    assert PrintColumn(Subscription.year).cell(order) == "2011"

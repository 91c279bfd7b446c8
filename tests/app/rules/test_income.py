from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.income import (
    family_year_income,
    gross_monthly_pc,
    gross_working,
    net_monthly_pc,
    net_working,
    suggested_category,
)

LINE = 505_00


def test_the_years_income_is_twelve_months_of_all_and_the_rest() -> None:
    assert family_year_income(1860_00, [1300_00, 0], 2200_00) == 40120_00


def test_the_gross_figure_is_per_month_and_head() -> None:
    assert gross_monthly_pc(40120_00, 4) == 835_83


def test_the_net_figure_takes_the_outlay_off_first() -> None:
    assert net_monthly_pc(40120_00, 12000_00, 4) == 585_83


def test_an_outlay_above_the_income_leaves_a_negative_figure() -> None:
    assert net_monthly_pc(12000_00, 24000_00, 2) == -500_00


@pytest.mark.parametrize(("yearly", "fen"), [(17, 1), (18, 2), (5, 0), (6, 1), (-6, -1)])
def test_half_a_fen_is_rounded_up(yearly: int, fen: int) -> None:
    assert gross_monthly_pc(yearly, 1) == fen


@given(st.integers(-(10**12), 10**12), st.integers(1, 20))
def test_rounding_agrees_with_decimal_arithmetic(yearly: int, size: int) -> None:
    exact = Decimal(yearly) / (12 * size)
    assert net_monthly_pc(yearly, 0, size) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_a_household_of_nobody_is_refused() -> None:
    with pytest.raises(Invalid, match="至少为 1 人"):
        gross_monthly_pc(100_00, 0)


def test_the_gross_working_can_be_followed() -> None:
    working = gross_working(1860_00, [1300_00], 2200_00, 4)
    assert working == "((1,860.00 + 1,300.00) × 12 + 2,200.00) ÷ 12 ÷ 4 = 835.83"


def test_the_gross_working_of_a_single_person_has_one_bracket() -> None:
    assert gross_working(1860_00, [], 0, 1) == "(1,860.00 × 12 + 0.00) ÷ 12 ÷ 1 = 1,860.00"


def test_the_net_working_can_be_followed() -> None:
    assert net_working(40120_00, 12000_00, 4) == "(40,120.00 − 12,000.00) ÷ 12 ÷ 4 = 585.83"


@pytest.mark.parametrize(
    ("net_pc", "inclusive", "category"),
    [
        (504_99, False, "深度困难"),
        (505_00, False, "相对困难"),
        (505_00, True, "深度困难"),
        (505_01, True, "相对困难"),
        (757_49, False, "相对困难"),
        (757_50, False, None),
        (757_50, True, None),
        (-1, False, "深度困难"),
    ],
)
def test_the_category_follows_from_the_line(net_pc: int, inclusive: bool, category: str | None) -> None:
    assert suggested_category(net_pc, LINE, 1500, inclusive=inclusive) == category

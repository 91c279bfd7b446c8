"""The sample's people have the numbers that the standard gives."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.rules.resident_id import birth_date_of, read_resident_id, sex_of
from app.sample.identity import birth_date, id_number


def test_the_example_of_the_standard() -> None:
    assert id_number("110105", date(1949, 12, 31), 2) == "11010519491231002X"


@given(st.dates(date(1912, 1, 1), date(2011, 12, 31)), st.integers(1, 999))
def test_a_number_says_birth_date_and_sex(born: date, sequence: int) -> None:
    number = id_number("310104", born, sequence)
    assert birth_date_of(number) == born
    assert sex_of(number) == ("男" if sequence % 2 else "女")
    assert read_resident_id(number, today=date(2012, 1, 1)) == number


@given(st.integers(), st.integers(1930, 2000), st.integers(1, 30))
def test_a_birth_date_lies_in_the_years(seed: int, first: int, many: int) -> None:
    years = range(first, first + many)
    assert birth_date(Random(seed), years).year in years

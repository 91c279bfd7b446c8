from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.page import cut

HEIGHTS = st.lists(st.integers(1, 120), max_size=60)


@given(HEIGHTS, st.integers(0, 100), st.integers(0, 100))
def test_every_row_stands_on_exactly_one_page(heights: list[int], first: int, tail: int) -> None:
    parts = cut(heights, 100, first=first, tail=tail)
    assert parts[0].start == 0
    assert parts[-1].stop == len(heights)
    assert all(before.stop == after.start for before, after in pairwise(parts))


@given(HEIGHTS, st.integers(0, 100), st.integers(0, 100))
def test_no_page_overflows_but_by_a_single_row_higher_than_a_page(
    heights: list[int], first: int, tail: int
) -> None:
    for number, part in enumerate(cut(heights, 100, first=first, tail=tail)):
        room = first if number == 0 else 100
        assert sum(heights[part]) <= room or len(heights[part]) == 1


@given(HEIGHTS, st.integers(0, 100))
def test_what_follows_the_last_row_fits_below_it(heights: list[int], tail: int) -> None:
    last = cut(heights, 100, tail=tail)[-1]
    assert sum(heights[last]) + tail <= 100


def test_a_page_is_filled_before_the_next_one_begins() -> None:
    assert cut([30, 30, 40, 1], 100) == [slice(0, 3), slice(3, 4)]


def test_totals_that_do_not_fit_take_the_last_row_along() -> None:
    assert cut([30, 30, 30], 100, tail=20) == [slice(0, 2), slice(2, 3)]


def test_an_introduction_that_leaves_no_room_for_a_row_has_the_first_page_to_itself() -> None:
    assert cut([30, 30], 100, first=20) == [slice(0, 0), slice(0, 2)]


def test_a_single_row_that_leaves_no_room_for_the_totals_is_followed_by_a_page_of_them() -> None:
    assert cut([95], 100, tail=20) == [slice(0, 1), slice(1, 1)]


@pytest.mark.parametrize("tail", [0, 50])
def test_nothing_to_print_is_one_page(tail: int) -> None:
    assert cut([], 100, tail=tail) == [slice(0, 0)]


def test_rows_whose_fractions_add_up_to_the_page_stay_on_it() -> None:
    assert cut([0.1] * 10, 1.0) == [slice(0, 10)]

"""Changes and round numbers as the office says them, on the edges of each way of saying."""

import pytest

from app.rules.growth import growth, roughly, say_growth, write_growth, write_points


@pytest.mark.parametrize(
    ("now", "before", "permille"),
    [
        (686, 624, 99),
        (95, 100, -50),
        (0, 5, -1000),
        (5, 0, None),
        (None, 5, None),
        (5, None, None),
        (10_001, 10_000, 1),  # a change of one in ten thousand is no standstill
        (9_999, 10_000, -1),
        (3, 20_000, -999),  # what has all but vanished or doubled has not
        (19_999, 10_000, 999),
    ],
)
def test_a_change_is_told_in_tenths_of_a_percent(
    now: int | None, before: int | None, permille: int | None
) -> None:
    assert growth(now, before) == permille


@pytest.mark.parametrize(
    ("permille", "words"),
    [
        (49, "增长4.9%"),
        (50, "增长5%"),
        (54, "增长5%"),
        (55, "增长6%"),
        (-50, "下降5%"),
        (-40, "下降4%"),
        (-996, "下降99.6%"),
        (-1000, "下降100%"),
        (0, "持平"),
        (None, "—"),
    ],
)
def test_a_text_tells_whole_percents_from_five_on(permille: int | None, words: str) -> None:
    assert say_growth(permille) == words


@pytest.mark.parametrize(
    ("permille", "change", "points"),
    [
        (99, "+9.9%", "+9.9个百分点"),
        (0, "0.0%", "0.0个百分点"),
        (-50, "-5.0%", "-5.0个百分点"),
        (None, "—", "—"),
    ],
)
def test_a_table_tells_a_change_with_its_sign(permille: int | None, change: str, points: str) -> None:
    assert (write_growth(permille), write_points(permille)) == (change, points)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (9, "9"),
        (100, "100"),
        (95, "近100"),  # a twentieth below is near, more is not
        (94, "90多"),
        (105, "100多"),
        (10_001, "10000余"),
        (9_999, "近10000"),
    ],
)
def test_a_count_is_said_roughly(number: int, words: str) -> None:
    assert roughly(number) == words

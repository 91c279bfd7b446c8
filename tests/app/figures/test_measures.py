"""What figures take of records, and how their numbers are written."""

from __future__ import annotations

import pytest

from app.figures.measures import Scale


@pytest.mark.parametrize(
    ("scale", "number", "text"),
    [
        (Scale.COUNT, 10230, "10230"),  # domain 11.3: no thousands separators in prose
        (Scale.MONEY, 23800_00, "23800"),  # F039
        (Scale.MONEY, 2109659_70, "2109659.70"),  # F046
        (Scale.SHARE, 1000, "100%"),  # F037
        (Scale.SHARE, 155, "15.5%"),
        (Scale.COUNT, None, ""),
    ],
)
def test_numbers_are_written_as_prose(scale: Scale, number: int | None, text: str) -> None:
    assert scale.prose(number) == text

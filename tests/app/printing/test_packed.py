from __future__ import annotations

import pytest

from app.printing.packed import pack

NUMBERS = (0, 1, 10_000, 10_001, 10_499, 10_500, 10_501)


def rows(number: int) -> list[tuple[str, str]]:
    return [(f"陆建国{at}", f"第{at}排\n𠮷") for at in range(number)]


@pytest.mark.parametrize("number", NUMBERS)
def test_rows_are_read_as_they_were_given(number: int) -> None:
    packed = pack(rows(number))
    assert (len(packed), list(packed), bool(packed)) == (number, rows(number), number > 0)


def test_a_row_is_found_by_its_position_in_any_order() -> None:
    packed, plain = pack(rows(10_501)), rows(10_501)
    places = (10_500, 0, 499, 500, -1, 1_250, 499)
    assert [packed[at] for at in places] == [plain[at] for at in places]
    assert packed[498:502] == plain[498:502]
    with pytest.raises(IndexError):
        packed[10_501]

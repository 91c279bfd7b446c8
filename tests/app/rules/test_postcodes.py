from __future__ import annotations

import pytest

from app.errors import Invalid
from app.rules.postcodes import read_postcode


@pytest.mark.parametrize("text", ["200031", "２０００３１", " 200 031 ", "200031.0"])
def test_a_postal_code_is_read_as_it_is_written(text: str) -> None:
    assert read_postcode(text) == "200031"


@pytest.mark.parametrize("text", ["20003", "2000311", "上海", "20-031"])
def test_what_has_not_six_digits_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid, match="6 位数字"):
        read_postcode(text)

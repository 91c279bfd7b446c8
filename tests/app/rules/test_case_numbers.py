"""Case numbers, as they are written and counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.case_numbers import CaseNumber, known_number, next_number, read_case_number


@pytest.mark.parametrize(
    "written",
    [
        "（2011）泰劳调字第12号",
        "(2011)泰劳调字第12号",
        "（2011） 泰劳调字第 12 号",
        "〔2011〕泰劳调字第012号",
        "[2011]泰劳调字第12号",
    ],
)
def test_a_number_is_read_however_it_is_bracketed(written: str) -> None:
    assert read_case_number(written) == "（2011）泰劳调字第12号"


@pytest.mark.parametrize("written", ["2011-12", "泰劳调字第12号", "（2011）泰劳调字第号"])
def test_a_number_built_otherwise_stays_as_it_is(written: str) -> None:
    assert known_number(written) is None
    assert read_case_number(written) == written


@given(st.integers(1990, 2099), st.sampled_from(["劳调字", "人调字", "泰劳调字"]), st.integers(1, 99_999))
def test_what_is_written_is_read_again(year: int, word: str, number: int) -> None:
    written = CaseNumber(year, word, number)
    assert known_number(str(written)) == written


def test_the_next_number_follows_the_highest_of_its_year_and_word() -> None:
    taken = [
        "（2011）泰劳调字第2号",
        "（2011）泰劳调字第10号",
        "（2010）泰劳调字第40号",
        "（2011）人调字第70号",
        "2011-99",
    ]
    assert next_number(taken, 2011, "泰劳调字") == "（2011）泰劳调字第11号"
    assert next_number(taken, 2012, "泰劳调字") == "（2012）泰劳调字第1号"


def test_the_first_number_of_a_year_has_none_before_it() -> None:
    assert CaseNumber(2011, "劳调字", 1).before is None
    assert str(CaseNumber(2011, "劳调字", 12).before) == "（2011）劳调字第11号"

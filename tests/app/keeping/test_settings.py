"""A year has one line of each kind in the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.office import Office
from app.register import Register
from app.subjects.activities.prizes.register import PRIZE_LIMITS
from app.subjects.hardship.limits.register import AID_LIMITS, POVERTY_LINES
from tests.factories.activities import make_prize_limit
from tests.factories.people import make_limit, make_poverty_line
from tests.helpers.problems import blocked


@pytest.mark.parametrize(
    ("register", "make", "name", "other"),
    [
        (AID_LIMITS, make_limit, "year", 2012),
        (PRIZE_LIMITS, make_prize_limit, "year", 2012),
        (POVERTY_LINES, make_poverty_line, "effective_from", date(2011, 4, 1)),
    ],
    ids=["limits", "prizes", "poverty"],
)
def test_a_year_or_day_has_one_line(
    office: Office, register: Register, make: Callable[[], Any], name: str, other: object
) -> None:
    first = make()
    assert blocked(register, first) == {}
    again = type(first)(**{**first.__data__, "id": None})
    assert "已登记" in blocked(register, again)[name]
    setattr(again, name, other)
    assert blocked(register, again) == {}

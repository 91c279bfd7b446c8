"""Which records a period asks for, whatever they are dated by."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.printing.lists.asked import asked
from app.records.surveys import Survey
from app.register import Occasion
from app.rules.periods import Period, custom, half, year
from tests.unions import make_survey


@pytest.mark.parametrize(
    ("month", "period", "asked_for"),
    [
        ("2011-11", year(2011), True),
        ("2011-11", year(2010), False),
        ("2011-11-05", half(2011, 2), True),
        ("2011-11", half(2011, 1), False),
        ("2011-12", year(2011), True),
        ("2011", year(2011), True),
        ("2011", half(2011, 2), False),
        ("2011", custom(date(2010, 7, 1), date(2011, 6, 30)), True),
    ],
)
def test_a_survey_of_a_month_lies_in_the_period_with_that_month(
    month: str, period: Period, asked_for: bool, office: Office
) -> None:
    make_survey(month=month)
    found = asked(Occasion(date(2011, 12, 31), period=period), Survey, Survey.month)
    assert bool(found.count()) is asked_for

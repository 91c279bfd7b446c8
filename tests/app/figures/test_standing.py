"""Figures as they stand are what they are when each is read by itself."""

from __future__ import annotations

import pytest

from app.figures.held import Held
from app.figures.standing import standing
from app.registry import figures
from app.rules.periods import Period, half, year


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2011), half(2010, 1)], ids=str)
def test_figures_and_their_parts_stand_as_they_are_read(period: Period) -> None:
    found = [one for figure in figures() for one in standing(figure, period)]
    assert [one.figure.key for one in found] == [figure.key for figure in figures(parts=True)]
    wrong = {
        one.figure.label: (one.number, one.text)
        for one in found
        if (one.number, one.text) != one.figure.value(period)
        or one.held != Held.of(one.figure.query(period))
        or one.names != "、".join(one.figure.names(period))
    }
    assert not wrong

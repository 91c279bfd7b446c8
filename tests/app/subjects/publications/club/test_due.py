"""What was lent comes back on its day (domain 9.5)."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import keeping
from app.office import Office
from app.register import Due
from app.subjects.publications.club.due import lendings_due
from app.subjects.publications.club.register import LENDINGS
from tests.factories.publications import make_item, make_lending


@pytest.mark.parametrize(
    ("today", "word", "days"),
    [
        (date(2011, 6, 14), "应归还", 1),
        (date(2011, 6, 15), "应归还", 0),
        (date(2011, 6, 16), "逾期未还", -1),
    ],
)
def test_a_loan_is_told_from_the_day_before(office: Office, today: date, word: str, days: int) -> None:
    item = make_item()
    make_lending(item)
    assert list(lendings_due(today)) == [Due(word, "周永福 借 象棋", item.id, days, by="借用")]


def test_neither_a_young_loan_nor_one_that_came_back_is_told(office: Office) -> None:
    item = make_item()
    make_lending(item, status="已归还", returned_on=date(2011, 6, 9), condition="完好")
    assert list(lendings_due(date(2011, 7, 1))) == []
    lending = make_lending(item)
    assert list(lendings_due(date(2011, 6, 13))) == []
    keeping.to_bin(LENDINGS, [lending.id])
    assert list(lendings_due(date(2011, 7, 1))) == []

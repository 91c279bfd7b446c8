"""The records behind a figure, as they are stored."""

from __future__ import annotations

from app.figures.held import Held
from app.office import Office
from app.rules.periods import year
from app.subjects.disputes.figures import accepted
from tests.factories.disputes import make_case

Y2011 = year(2011)


def test_they_are_read_again_as_they_were_packed(office: Office) -> None:
    case = make_case("受理")
    held = Held.of(accepted.query(Y2011))
    assert Held.unpack(held.packed).versions == held.versions == {case.id: case.version}


def test_among_them_are_no_others_that_the_query_would_find(office: Office) -> None:
    case = make_case("受理")
    query = accepted.query(Y2011)
    held = Held.of(query)
    make_case("受理")
    assert [one.id for one in held.among(query)] == [case.id]

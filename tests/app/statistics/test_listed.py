"""All figures written out: whose number is that of a closed year is said beside it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from app.office import Office
from app.rules.periods import year
from app.statistics.closing import close_year
from app.statistics.listed import as_json, as_text
from tests.factories.disputes import make_case


@pytest.mark.usefixtures("few_figures")
def test_the_lists_say_which_number_is_that_of_a_closed_year(office: Office) -> None:
    make_case("受理")
    close_year(2011)
    make_case("受理")
    make_case("受理", applied_on=date(2012, 4, 6), accepted_on=date(2012, 4, 6))
    lines = as_text(year(2012)).splitlines()
    assert "  受理争议\t1起\t上年 1（关账数）\t0.0%" in lines
    assert any(
        line.startswith("  受理争议\t1起（关账数）\t上年 0\t") for line in as_text(year(2011)).splitlines()
    )
    told = json.loads(as_json(year(2012)))["disputes.accepted"]
    assert (told["last_year"], told["closed"], told["last_year_closed"]) == (1, False, True)

"""The book of visits to enterprises on paper (domain 10)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import make_company_visit
from tests.helpers.paper import print_out


def test_the_book_of_visits_tells_what_is_left_to_do(office: Office, tmp_path: Path) -> None:
    make_company_visit(problems="未签合同", status="待跟进", follow_up_by=date(2011, 4, 8))
    paper = print_out(tmp_path, "office.company_visit_book", period=year(2011))
    assert "2011年4月8日前跟进" in paper.joined

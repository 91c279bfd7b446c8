"""The book of visitors on paper (domain 10)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import make_visit
from tests.helpers.paper import print_out


def test_the_book_of_visitors_masks_their_telephones_and_tells_the_outcome(
    office: Office, tmp_path: Path
) -> None:
    make_visit(name="陆建国", status="已答复", closed_on=date(2011, 3, 10), result="已受理申请")
    make_visit(name="周小梅", status="已转办", closed_on=date(2011, 3, 10), passed_to="街道信访办")
    paper = print_out(tmp_path, "office.visit_book", period=year(2011))
    for words in ("来访接待登记簿", "陆建国", "已受理申请", "转办：街道信访办", "138****8000", "共 2 件"):
        assert words in paper.joined
    assert "13800138000" not in paper.text

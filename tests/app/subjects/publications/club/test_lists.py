"""The workers' club on paper (domain 9.5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.keeping import keeping
from app.office import Office
from app.rules.periods import year
from app.subjects.publications.club.register import STOCKTAKES
from tests.factories.publications import make_item, make_lending, new_stocktake
from tests.helpers.paper import print_out


def test_the_things_of_the_club_are_worth_what_was_paid(office: Office, tmp_path: Path) -> None:
    make_item(name="象棋", pieces=4, unit_price=35_50)
    make_item(name="跳棋", pieces=2, unit_price=20_00)
    text = print_out(tmp_path, "publications.club_items").text
    assert "¥182.00" in text
    assert "人民币壹佰捌拾贰元整" in text


def test_the_book_of_loans_goes_by_days(office: Office, tmp_path: Path) -> None:
    item = make_item(name="象棋")
    make_lending(item, borrower="陆建国", lent_on=date(2011, 6, 8), due_on=date(2011, 6, 22))
    make_lending(item, borrower="仇志明")
    text = print_out(tmp_path, "publications.lending_book", period=year(2011)).text
    assert text.index("仇志明") < text.index("陆建国")
    assert "象棋" in text


def test_who_is_late_is_told_with_the_days_and_nobody_else(office: Office, tmp_path: Path) -> None:
    item = make_item(name="象棋")
    make_lending(item, borrower="陆建国")
    make_lending(item, borrower="仇志明", due_on=date(2011, 6, 30))
    make_lending(item, borrower="周小梅", status="已归还", returned_on=date(2011, 6, 9), condition="完好")
    text = print_out(tmp_path, "publications.overdue", today=date(2011, 6, 30)).text
    assert "2011年6月15日 15" in text
    assert "仇志明" not in text
    assert "周小梅" not in text


def test_the_sheet_for_counting_says_what_should_be_there(office: Office, tmp_path: Path) -> None:
    item = make_item(name="象棋", pieces=4)
    make_lending(item)
    make_item(name="旧音响", status="报废", change_reason="老化", changed_on=date(2011, 5, 1))
    text = print_out(tmp_path, "publications.stocktake").text
    assert "4 1 3" in text
    assert "旧音响" not in text


def test_what_was_counted_in_the_period_is_told_with_the_difference(office: Office, tmp_path: Path) -> None:
    item = make_item(name="象棋", pieces=4)
    keeping.save(STOCKTAKES, new_stocktake(item, counted=3, remark="一副待查"))
    text = print_out(tmp_path, "publications.stocktake", period=year(2011)).text
    assert "4 0 4 3 -1 一副待查" in text

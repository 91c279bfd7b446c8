"""The rules of the workers' club, one by one (domain 9.5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.publications.club.records import ClubItem
from app.subjects.publications.club.register import CLUB, LENDINGS, STOCKTAKES
from tests.factories.publications import make_item, make_lending, new_item, new_lending, new_stocktake
from tests.helpers.problems import blocked, warned

TOMORROW = date.today() + timedelta(days=1)


def test_complete_records_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    for register, record in ((CLUB, new_item()), (LENDINGS, new_lending(make_item()))):
        assert blocked(register, record) == {}
        assert warned(register, record) == {}


def test_there_is_at_least_one_piece(office: Office) -> None:
    assert "pieces" in blocked(CLUB, new_item(pieces=0))
    assert "pieces" in blocked(LENDINGS, new_lending(make_item(), pieces=0))


@pytest.mark.parametrize(("pieces", "too_few"), [(2, True), (3, False)])
def test_no_fewer_pieces_than_are_lent_and_scrapped(office: Office, pieces: int, too_few: bool) -> None:
    item = make_item()
    make_lending(item, pieces=2)
    item = ClubItem.get_by_id(item.id)
    item.pieces, item.scrapped = pieces, 1
    assert ("pieces" in blocked(CLUB, item)) == too_few


@pytest.mark.parametrize("status", ["维修", "报废", "遗失"])
def test_what_is_out_of_use_says_when_and_why(office: Office, status: str) -> None:
    assert blocked(CLUB, new_item(status=status)).keys() == {"changed_on", "change_reason"}


@pytest.mark.parametrize(("pieces", "too_many"), [(2, False), (3, True)])
def test_only_what_is_there_is_lent(office: Office, pieces: int, too_many: bool) -> None:
    item = make_item(scrapped=1)
    make_lending(item)
    told = blocked(LENDINGS, new_lending(item, borrower="王芳", pieces=pieces))
    assert told == ({"pieces": "“象棋”只有 2 件可借"} if too_many else {})


def test_what_a_borrower_lost_is_not_lent_again(office: Office) -> None:
    item = make_item(pieces=1)
    back = {"status": "已归还", "returned_on": date(2011, 6, 9), "condition": "遗失", "compensation": 30_00}
    make_lending(item, **back)
    assert "只有 0 件可借" in blocked(LENDINGS, new_lending(item, borrower="王芳"))["pieces"]


def test_what_is_being_repaired_is_not_lent(office: Office) -> None:
    item = make_item(status="维修", changed_on=date(2011, 5, 1), change_reason="缺子")
    assert "现在是“维修”" in blocked(LENDINGS, new_lending(item))["item"]


def test_a_kept_lending_does_not_stand_in_its_own_way(office: Office) -> None:
    lending = make_lending(make_item(pieces=1))
    assert blocked(LENDINGS, lending) == {}


def test_nobody_has_the_same_thing_twice_at_once(office: Office) -> None:
    item = make_item()
    make_lending(item, unit="有司建筑公司")
    again = new_lending(item, unit="有司建筑公司")
    assert "2011年6月1日借的同一物品" in blocked(LENDINGS, again)["borrower"]
    assert blocked(LENDINGS, new_lending(item, unit="衡建公司")) == {}
    assert blocked(LENDINGS, new_lending(make_item(), unit="有司建筑公司")) == {}


def test_what_came_back_may_be_borrowed_again(office: Office) -> None:
    item = make_item()
    make_lending(item, status="已归还", returned_on=date(2011, 6, 9), condition="完好")
    assert blocked(LENDINGS, new_lending(item)) == {}


@pytest.mark.parametrize(("books", "too_many"), [(2, False), (3, True)])
def test_a_fourth_book_at_once_is_doubtful(office: Office, books: int, too_many: bool) -> None:
    for number in range(books):
        make_lending(make_item(name=f"第{number}卷", kind="图书"))
    assert ("borrower" in warned(LENDINGS, new_lending(make_item(kind="图书")))) == too_many
    assert warned(LENDINGS, new_lending(make_item())) == {}


def test_a_loan_is_due_after_it_began_and_began_by_today(office: Office) -> None:
    item = make_item()
    assert "due_on" in blocked(LENDINGS, new_lending(item, due_on=date(2011, 5, 31)))
    assert "lent_on" in blocked(LENDINGS, new_lending(item, lent_on=TOMORROW, due_on=TOMORROW))


@pytest.mark.parametrize("day", [date(2011, 5, 31), TOMORROW])
def test_a_return_lies_between_the_loan_and_today(office: Office, day: date) -> None:
    lending = new_lending(make_item(), status="已归还", returned_on=day, condition="完好")
    assert "returned_on" in blocked(LENDINGS, lending)


def test_what_came_back_has_a_day_and_a_condition(office: Office) -> None:
    assert blocked(LENDINGS, new_lending(make_item(), status="已归还")).keys() == {"returned_on", "condition"}


def test_what_has_a_day_of_return_is_not_out(office: Office) -> None:
    assert "归还" in blocked(LENDINGS, new_lending(make_item(), returned_on=date(2011, 6, 9)))["returned_on"]


@pytest.mark.parametrize("condition", ["损坏", "遗失"])
def test_damage_and_loss_are_compensated_for(office: Office, condition: str) -> None:
    back = {"status": "已归还", "returned_on": date(2011, 6, 9), "condition": condition}
    item = make_item()
    assert "compensation" in warned(LENDINGS, new_lending(item, **back))
    assert warned(LENDINGS, new_lending(item, **back, compensation=0)) == {}


@pytest.mark.parametrize(("times", "too_often"), [(1, False), (2, True)])
def test_a_loan_is_prolonged_once(office: Office, times: int, too_often: bool) -> None:
    assert ("renewals" in blocked(LENDINGS, new_lending(make_item(), renewals=times))) == too_often


def test_a_count_that_differs_is_explained(office: Office) -> None:
    item = make_item()
    make_lending(item)
    item = ClubItem.get_by_id(item.id)
    assert blocked(STOCKTAKES, new_stocktake(item, counted=3)) == {}
    assert "账面 3 件，实有 4 件" in blocked(STOCKTAKES, new_stocktake(item))["remark"]
    assert blocked(STOCKTAKES, new_stocktake(item, remark="一副未登记即归还")) == {}
    assert "counted_on" in blocked(STOCKTAKES, new_stocktake(item, counted=3, counted_on=TOMORROW))


def test_a_count_keeps_what_the_books_said_then(office: Office) -> None:
    item = make_item()
    count = keeping.save(STOCKTAKES, new_stocktake(item))
    make_lending(item)
    assert keeping.save(STOCKTAKES, count).expected == 4

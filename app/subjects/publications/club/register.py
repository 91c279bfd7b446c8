"""The workers' club: its things and books, who borrowed them, what was counted (domain 9.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import ColumnBase

from app.fields.problems import Block, Problem
from app.register import Child, Condition, Register, Section, State, Step
from app.rules.dates import write_date
from app.subjects.publications.club import checks
from app.subjects.publications.club.due import lendings_due
from app.subjects.publications.club.lists import CLUB_ITEMS, LENDING_BOOK, OVERDUE, STOCKTAKE_SHEET
from app.subjects.publications.club.records import (
    ClubItem,
    ItemStatus,
    Lending,
    LendingStatus,
    Stocktake,
    end_of_the_loan,
)

_CHANGE = (ClubItem.changed_on, ClubItem.change_reason)
_RETURN = (Lending.returned_on, Lending.condition)


def _overdue() -> ColumnBase:
    return (Lending.status == LendingStatus.OUT) & (Lending.due_on < date.today())


def _renew(lending: Lending) -> None:
    lending.renewals += 1


def _later_than_before(lending: Lending) -> Iterator[Problem]:
    """A loan is prolonged to a later day than it had."""
    before = Lending.get_by_id(lending.id).due_on
    if lending.due_on is not None and lending.due_on <= before:
        yield Block(Lending.due_on, f"应晚于原来的应还日期（{write_date(before)}）")


def _after_import(lending: Lending, names: frozenset[str]) -> None:
    """Settle the state and the last day: a list of loans tells when things went and came back."""
    if "due_on" not in names and lending.lent_on is not None:
        lending.due_on = end_of_the_loan(lending.lent_on)
    if "status" not in names and lending.returned_on is not None:
        lending.status = LendingStatus.BACK.value


LENDINGS = Register(
    "publications.lendings",
    "借用",
    Lending,
    columns=(
        Lending.borrower,
        Lending.pieces,
        Lending.lent_on,
        Lending.due_on,
        Lending.status,
    ),
    sections=(
        Section(
            "借用",
            Lending.borrower,
            Lending.member,
            Lending.unit,
            Lending.mobile,
            Lending.pieces,
            Lending.lent_on,
            Lending.due_on,
            Lending.renewals,
            Lending.handled_by,
        ),
        Section(
            "归还",
            Lending.returned_on,
            Lending.condition,
            Lending.compensation,
            Lending.status,
            Lending.remark,
        ),
    ),
    filters=(Lending.status, Lending.lent_on, Lending.condition, Condition("逾期未还", _overdue)),
    search=(Lending.borrower, Lending.unit, Lending.mobile),
    checks=(
        checks.there_is_enough,
        checks.borrowed_once,
        checks.renewed_once,
    ),
    steps=(
        Step("归还", (LendingStatus.OUT,), LendingStatus.BACK, asks=_RETURN),
        Step(
            "续借",
            (LendingStatus.OUT,),
            LendingStatus.OUT,
            asks=(Lending.due_on,),
            guard=_later_than_before,
            prepare=_renew,
            usual=False,
        ),
    ),
    order=(Lending.lent_on.desc(),),
    status=Lending.status,
    states=(
        State(LendingStatus.OUT, "warn", without=_RETURN),
        State(LendingStatus.BACK, "good", needs=_RETURN),
    ),
    unit="次",
    sums=(Lending.pieces,),
    after_import=_after_import,
)
STOCKTAKES = Register(
    "publications.stocktakes",
    "盘点",
    Stocktake,
    columns=(Stocktake.counted_on, Stocktake.expected, Stocktake.counted, Stocktake.counted_by),
    sections=(
        Section(
            "盘点",
            Stocktake.counted_on,
            Stocktake.expected,
            Stocktake.counted,
            Stocktake.counted_by,
            Stocktake.remark,
        ),
    ),
    filters=(Stocktake.counted_on,),
    search=(Stocktake.counted_by, Stocktake.remark),
    checks=(checks.difference_is_explained,),
    order=(Stocktake.counted_on.desc(),),
    unit="次",
)


def _headline(item: ClubItem) -> str:
    if item.pieces is None or item.available is None:
        return ""
    return f"共 {item.pieces} 件，借出 {item.lent or 0} 件，可借 {item.available} 件"


CLUB = Register(
    "publications.club",
    "职工俱乐部",
    ClubItem,
    columns=(
        ClubItem.item_no,
        ClubItem.name,
        ClubItem.kind,
        ClubItem.pieces,
        ClubItem.lent,
        ClubItem.available,
        ClubItem.status,
    ),
    sections=(
        Section(
            "物品",
            ClubItem.item_no,
            ClubItem.name,
            ClubItem.kind,
            ClubItem.spec,
            ClubItem.pieces,
            ClubItem.unit_price,
            ClubItem.worth,
            ClubItem.source,
            ClubItem.acquired_on,
            ClubItem.place,
            ClubItem.keeper,
            ClubItem.remark,
        ),
        Section(
            "现状",
            ClubItem.lent,
            ClubItem.lost,
            ClubItem.scrapped,
            ClubItem.available,
            ClubItem.status,
            ClubItem.changed_on,
            ClubItem.change_reason,
        ),
    ),
    filters=(ClubItem.kind, ClubItem.status, ClubItem.source, ClubItem.place, ClubItem.acquired_on),
    search=(ClubItem.name, ClubItem.item_no, ClubItem.spec, ClubItem.place),
    checks=(checks.never_fewer_than_none,),
    children=(Child(LENDINGS, Lending.item), Child(STOCKTAKES, Stocktake.item)),
    steps=(
        Step("送修", (ItemStatus.IN_USE,), ItemStatus.REPAIR, asks=_CHANGE, usual=False),
        Step("修好", (ItemStatus.REPAIR,), ItemStatus.IN_USE, asks=(ClubItem.changed_on,)),
        Step(
            "报废",
            (ItemStatus.IN_USE, ItemStatus.REPAIR),
            ItemStatus.SCRAPPED,
            asks=_CHANGE,
            guard=checks.nothing_is_lent,
            usual=False,
        ),
        Step(
            "登记遗失",
            (ItemStatus.IN_USE, ItemStatus.REPAIR),
            ItemStatus.LOST,
            asks=_CHANGE,
            guard=checks.nothing_is_lent,
            usual=False,
        ),
        Step("找回", (ItemStatus.LOST,), ItemStatus.IN_USE, asks=_CHANGE),
    ),
    prints=(CLUB_ITEMS, LENDING_BOOK, OVERDUE, STOCKTAKE_SHEET),
    order=(ClubItem.item_no.asc(),),
    status=ClubItem.status,
    states=(
        State(ItemStatus.IN_USE, "good"),
        State(ItemStatus.REPAIR, "warn", needs=_CHANGE),
        State(ItemStatus.SCRAPPED, needs=_CHANGE),
        State(ItemStatus.LOST, "bad", needs=_CHANGE),
    ),
    headline=_headline,
    unit="种",
    sums=(ClubItem.pieces, ClubItem.worth),
    due=lendings_due,
)

"""The rules of the workers' club (domain 9.5): nothing is lent that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.records.base import Query
from app.records.profile import Profile, standard
from app.rules.dates import write_date
from app.subjects.publications.club.records import (
    BOOKS,
    ClubItem,
    ItemStatus,
    Lending,
    LendingStatus,
    Stocktake,
    pieces_lost,
    pieces_out,
)


def never_fewer_than_none(item: ClubItem) -> Iterator[Problem]:
    """What is lent, lost and scrapped is not more than there ever was."""
    if item.pieces and item.available is not None and item.available < 0:
        gone = item.pieces - item.available
        yield Block(ClubItem.pieces, f"少于借出、遗失和报废的 {gone} 件，请核对")


def nothing_is_lent(item: ClubItem) -> Iterator[Problem]:
    """What is still with a borrower is not written off."""
    if item.id and (out := pieces_out(item.id)):
        yield Block(ClubItem.status, f"还有 {out} 件借出未还，请先办理归还")


def there_is_enough(lending: Lending) -> Iterator[Problem]:
    """Only what the club has, and what is fit for use, is lent."""
    if lending.status != LendingStatus.OUT or lending.item_id is None or lending.pieces is None:
        return
    item = ClubItem.get_by_id(lending.item_id)
    gone = (item.scrapped or 0) + pieces_out(item.id, lending.id) + pieces_lost(item.id, lending.id)
    free = max(item.pieces - gone, 0)
    if item.status != ItemStatus.IN_USE:
        yield Block(Lending.item, f"“{item.name}”现在是“{item.status}”，不能借出")
    elif lending.pieces > free:
        yield Block(Lending.pieces, f"“{item.name}”只有 {free} 件可借")


def borrowed_once(lending: Lending) -> Iterator[Problem]:
    """Nobody borrows the same thing twice at once, nor more books than one may."""
    if lending.status != LendingStatus.OUT or not lending.borrower:
        return
    open_ones = _open_lendings_of(lending)
    twin = first(open_ones.where(Lending.item == lending.item_id)) if lending.item_id else None
    if twin is not None:
        yield Block(Lending.borrower, f"{lending.borrower}{write_date(twin.lent_on)}借的同一物品还没有归还")
    books = ClubItem.select(ClubItem.id).where(ClubItem.kind == BOOKS)
    is_book = lending.item_id is not None and books.where(ClubItem.id == lending.item_id).exists()
    most = standard(Profile.books_each)
    if is_book and open_ones.where(Lending.item.in_(books)).count() >= most:
        yield Warn(Lending.borrower, f"{lending.borrower}已有 {most} 本书未还，已到每人的上限")


def _open_lendings_of(lending: Lending) -> Query[Lending]:
    """Without an identity number a person is the name in the unit (domain 0.3)."""
    open_ones = others(lending).where(
        Lending.status == LendingStatus.OUT, Lending.borrower == lending.borrower
    )
    unit = Lending.unit == lending.unit if lending.unit else Lending.unit.is_null()
    return open_ones.where(unit)


def renewed_once(lending: Lending) -> Iterator[Problem]:
    """A loan is prolonged as often as the club allows, usually once."""
    most = standard(Profile.lending_renewals)
    if lending.renewals is not None and lending.renewals > most:
        yield Block(Lending.renewals, f"只能续借 {most} 次，请先归还")


def difference_is_explained(count: Stocktake) -> Iterator[Problem]:
    """A count that differs from the books is explained."""
    if count.counted is None or count.expected is None or count.counted == count.expected or count.remark:
        return
    yield Block(Stocktake.remark, f"账面 {count.expected} 件，实有 {count.counted} 件，请说明差异")

"""The workers' club on paper: its things, what is lent and late, and the count (domain 9.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.fields import Described
from app.printing.heads import BLANK_DATE, blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.subjects.publications.club.records import ClubItem, ItemStatus, Lending, LendingStatus, Stocktake

CLUB_ITEMS = ListPrint(
    "publications.club_items",
    "职工俱乐部器材登记表",
    (
        ClubItem.item_no,
        PrintColumn(ClubItem.name, 40),
        PrintColumn(ClubItem.kind, 15),
        PrintColumn(ClubItem.spec, 34),
        PrintColumn(ClubItem.pieces, 13),
        PrintColumn(ClubItem.unit_price, 21, "单价（元）"),
        PrintColumn(ClubItem.worth, heading="金额（元）"),
        PrintColumn(ClubItem.source, 15),
        ClubItem.acquired_on,
        ClubItem.place,
        PrintColumn(ClubItem.keeper, 20, align="center"),
        PrintColumn(ClubItem.status, 15),
    ),
    Selection(ClubItem, (ClubItem.item_no,), ClubItem.acquired_on).sheet("种"),
    amount=ClubItem.worth,
    blank_rows=12,
)


LENDING_BOOK = ListPrint(
    "publications.lending_book",
    "借用登记表",
    (
        PrintColumn(Lending.lent_on, 34),
        PrintColumn(Lending.item, 40, brief=True),
        PrintColumn(Lending.pieces, 13),
        PrintColumn(Lending.borrower, 28),
        PrintColumn(Lending.unit, 46),
        PrintColumn(Lending.mobile, heading="联系电话"),
        PrintColumn(Lending.due_on, 34),
        PrintColumn(None, 24, "借用人签名"),
        PrintColumn(Lending.returned_on, 34),
        PrintColumn(Lending.condition, 17),
        PrintColumn(Lending.remark, 20),
    ),
    Selection(Lending, (Lending.lent_on, Lending.id), Lending.lent_on).sheet("次"),
    signing=True,
    closing=("经办人：", "负责人：", "填表日期："),
    blank_rows=12,
    takes=Lending,
)


_LATE = Selection(
    Lending,
    (Lending.due_on, Lending.id),
    where=lambda request: (Lending.status == LendingStatus.OUT) & (Lending.due_on < request.as_of),
    only="逾期未还的",
)


def _days_late(lending: Lending, day: date) -> str:
    return str((day - lending.due_on).days)


OVERDUE = ListPrint(
    "publications.overdue",
    "逾期未还名单",
    (
        PrintColumn(Lending.borrower, 35),
        PrintColumn(Lending.unit, 50),
        PrintColumn(Lending.mobile, 30, "联系电话"),
        PrintColumn(Lending.item, 46, brief=True),
        PrintColumn(Lending.pieces, 14),
        PrintColumn(Lending.lent_on, 38),
        PrintColumn(Lending.due_on, 38),
        PrintColumn(None, 20, "逾期天数", on=_days_late, align="right"),
        PrintColumn(None, 34, "催还情况"),
    ),
    _LATE.sheet("笔", as_of=True),
    blank_rows=12,
    dated=Lending.due_on,
    takes=Lending,
)


@dataclass(frozen=True)
class Counted:
    """An item, and its last count of the period if there was one."""

    item: ClubItem
    count: Stocktake | None

    @property
    def expected(self) -> str:
        """Write how many should be there, as it stood when they were counted."""
        number = self.count.expected if self.count else self.item.available
        return "" if number is None else str(number)

    @property
    def difference(self) -> str:
        """Write how many there are too many or too few."""
        if self.count is None or self.count.expected is None:
            return ""
        spare = self.count.counted - self.count.expected
        return f"{spare:+d}" if spare else "0"


_PRESENT = Selection(
    ClubItem,
    (ClubItem.place, ClubItem.item_no),
    where=lambda _: ClubItem.status.in_((ItemStatus.IN_USE, ItemStatus.REPAIR)),
    only="在用和维修中的",
)


def _to_count(request: PrintRequest) -> Iterator[Part]:
    """Yield what should be there; what was counted in the period stands beside it."""
    day = f"盘点期间：{request.period.label}" if request.period else f"盘点日期：{BLANK_DATE}"
    counted = [Counted(item, _last_count(item, request)) for item in _PRESENT(request)]
    yield Part(counted, heads=(office_head(), f"共 {len(counted)} 种", day))


def _last_count(item: ClubItem, request: PrintRequest) -> Stocktake | None:
    if request.period is None:
        return None
    counts = Stocktake.alive().where(Stocktake.item == item, Stocktake.counted_on.between(*request.period))
    last: Stocktake | None = counts.order_by(Stocktake.counted_on.desc(), Stocktake.id.desc()).first()
    return last


def _of(part: str, field: Described, width_mm: float, heading: str = "") -> PrintColumn:
    """Return the column of a value that stands in a part of the row, which may be lacking."""

    def text(row: object) -> str:
        record = getattr(row, part)
        return field.format(getattr(record, field.name)) if record is not None else ""

    return PrintColumn(field, width_mm, heading, text=text)


STOCKTAKE_SHEET = ListPrint(
    "publications.stocktake",
    "盘点表",
    (
        _of("item", ClubItem.item_no, 34),
        _of("item", ClubItem.name, 46),
        _of("item", ClubItem.kind, 16),
        _of("item", ClubItem.place, 34),
        _of("item", ClubItem.pieces, 16, "总数"),
        _of("item", ClubItem.lent, 16, "借出"),
        PrintColumn(None, 18, "应在数量", text=lambda row: row.expected, align="right"),
        _of("count", Stocktake.counted, 18),
        PrintColumn(None, 14, "差异", text=lambda row: row.difference, align="right"),
        _of("count", Stocktake.remark, 44),
    ),
    Sheets(_to_count, chosen=_PRESENT),
    signing=True,
    unit="种",
    closing=("盘点人：", "监盘人：", "保管人：", "盘点日期："),
    blank=blank("", f"盘点日期：{BLANK_DATE}"),
    blank_rows=12,
    dated=Stocktake.counted_on,
    takes=ClubItem,
)

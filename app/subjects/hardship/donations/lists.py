"""The lists of a donation drive: donors, the notice of donors, and the account of the money (domain 3.8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from app.printing.heads import HANDLED, LINE, blank, office_head, supervision_phone
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest
from app.printing.selection import Selection
from app.printing.sheet import TOTAL_ROW
from app.records.profile import office_name
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.subjects.hardship.donations.records import (
    ANONYMOUS,
    Donation,
    DonationDrive,
    DonationUse,
    received_of,
    used_of,
    uses_that_stand,
)

_NOTE = "本表用于本单位、本社区内部互助募捐的登记；面向社会公开募捐须依法取得公开募捐资格。"

_DRIVES = Selection(DonationDrive, (DonationDrive.held_on, DonationDrive.id), DonationDrive.held_on)


def _given(drive: DonationDrive) -> list[Donation]:
    return list(Donation.alive().where(Donation.drive == drive).order_by(Donation.donated_on, Donation.id))


def _sheet(drive: DonationDrive, _: PrintRequest) -> Part:
    heads = (f"组织单位：{drive.organiser}", f"主题：{drive.theme}", f"日期：{write_date(drive.held_on)}")
    return Part(_given(drive), heads=heads, notes=(_NOTE,))


def _notice(drive: DonationDrive, request: PrintRequest) -> Part:
    intro = (
        f"　　{write_date(drive.held_on)}，{drive.organiser}举行“{drive.theme}”募捐，共募得善款"
        f" {write_fen(received_of(drive))} 元，用于{drive.purpose}。现将捐款名单公示如下，谨致谢忱。"
    )
    day = write_date(drive.published_on or request.today)
    return Part(_given(drive), intro=intro, notes=(supervision_phone(),), seal=(office_name(), day))


def _donor(donation: Donation) -> str:
    return donation.donor or ANONYMOUS


def _public_donor(donation: Donation) -> str:
    """Return the donor as the wall may show it: thanked by name, but who asked not to be named."""
    return ANONYMOUS if donation.anonymous or not donation.donor else str(donation.donor)


def _goods(donation: Donation) -> str:
    return f"{donation.goods}{donation.goods_count or ''}" if donation.goods else ""


DONATION_NOTICE = ListPrint(
    "hardship.donors",
    "捐款公示名单",
    (
        PrintColumn(Donation.donor, 60, "捐款人/单位", text=_public_donor),
        PrintColumn(Donation.amount, 36, "金额（元）"),
        PrintColumn(None, 60, "捐赠物品", text=_goods),
    ),
    _DRIVES.each(_notice, "笔"),
    amount=Donation.amount,
    closing=(),
    is_public=True,
)

DONATION_SHEET = ListPrint(
    "hardship.donors",
    "捐款登记表",
    (
        PrintColumn(Donation.donor, 44, "姓名/单位", text=_donor),
        PrintColumn(Donation.employer, 46),
        PrintColumn(Donation.amount, heading="金额（元）"),
        PrintColumn(None, 30, "捐赠物品", text=_goods),
        PrintColumn(None, 30, "签名"),
    ),
    _DRIVES.each(_sheet, "笔"),
    amount=Donation.amount,
    signing=True,
    closing=HANDLED,
    blank=blank(f"主题：{LINE[:8]}", left=f"组织单位：{LINE[:8]}", notes=(_NOTE,)),
    blank_rows=18,
    public=DONATION_NOTICE,
)


@dataclass(frozen=True)
class _Move:
    """Money that came in or went out, in fen, and what was left then."""

    day: date | None
    text: str
    received: int
    used: int
    voucher: str = ""
    left: int = 0


def _account(drive: DonationDrive, _: PrintRequest) -> Part:
    received, used = received_of(drive), used_of(drive)
    total = (
        f"收入合计 {write_fen(received)} 元，支出合计 {write_fen(used)} 元，"
        f"结余 {write_fen(received - used)} 元。"
    )
    moves = _with_balance(sorted(_moves(drive), key=lambda move: move.day or date.max))
    rows = [*moves, _Move(None, TOTAL_ROW, received, used, left=received - used)] if moves else []
    return Part(rows, heads=(office_head(), f"主题：{drive.theme}", f"用途：{drive.purpose}"), notes=(total,))


def _with_balance(moves: Sequence[_Move]) -> list[_Move]:
    """Return the moves, each with what was left after it."""
    left = accumulate(move.received - move.used for move in moves)
    return [replace(move, left=balance) for move, balance in zip(moves, left, strict=True)]


def _moves(drive: DonationDrive) -> Iterator[_Move]:
    for gift in _given(drive):
        if gift.amount:
            yield _Move(gift.donated_on, f"{_donor(gift)}捐款", gift.amount, 0, gift.receipt_no or "")
    used = uses_that_stand().where(DonationUse.drive == drive)
    for use in used.order_by(DonationUse.used_on, DonationUse.id):
        yield _Move(use.used_on, f"{use.recipient}：{use.used_for}", 0, use.amount, use.voucher_no or "")


def _yuan(fen: int) -> str:
    return write_fen(fen) if fen else ""


MONEY_SHEET = ListPrint(
    "hardship.donation_account",
    "善款收支明细表",
    (
        PrintColumn(
            None, 30, "日期", text=lambda move: write_date(move.day) if move.day else "", align="center"
        ),
        PrintColumn(None, 66, "摘要", text=lambda move: move.text),
        PrintColumn(None, 26, "收入（元）", text=lambda move: _yuan(move.received), align="right"),
        PrintColumn(None, 26, "支出（元）", text=lambda move: _yuan(move.used), align="right"),
        PrintColumn(None, 26, "结余（元）", text=lambda move: write_fen(move.left), align="right"),
        PrintColumn(None, 28, "票据/凭证号", text=lambda move: move.voucher, align="center"),
    ),
    _DRIVES.each(_account, "笔"),
    closing=HANDLED,
    blank=blank(f"主题：{LINE}", f"用途：{LINE}"),
    single="收支明细表",
    adds_up=lambda move: move.day is None,
)

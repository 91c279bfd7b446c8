"""What is due, and how the office stands today, gathered from the registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peewee import fn

from app import listing
from app.listing import Criteria
from app.register import Condition, Due
from app.registry import campaigns, registers
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.safekeeping.backup import last_backup
from app.subjects.hardship.aid.records import AidPayment, AidStatus
from app.subjects.hardship.files.records import FileStatus, HardshipFile
from app.subjects.members.records import Member, members_on_roll

_BACKUP_EVERY = 7  # days after which a backup is due


@dataclass(frozen=True)
class Card:
    """One figure of the desk, and a line that puts it in its place."""

    title: str
    value: str
    note: str
    register_key: str


@dataclass(frozen=True)
class Reminder:
    """What is due, and in which register it is to be done."""

    register_key: str
    due: Due


def due(today: date) -> list[Reminder]:
    """Return what all registers ask to be done, the most urgent first."""
    found = [
        Reminder(register.key, one)
        for register in registers()
        if register.due is not None
        for one in register.due(today)
    ]
    return sorted([*found, *_campaigns(today), *_backup(today)], key=lambda reminder: reminder.due.days)


def _campaigns(today: date) -> Iterator[Reminder]:
    """Yield the campaigns that run now."""
    for register, campaign in campaigns():
        closes = campaign.closing(today)
        if closes is not None:
            note = f"到{write_date(closes)}"
            yield Reminder(register.key, Due(campaign.title, "", None, (closes - today).days, note))


def _backup(today: date) -> Iterator[Reminder]:
    """A week without a backup is too long; an office without a member has nothing to lose yet."""
    made = last_backup()
    if made is None:
        if Member.alive().exists():
            yield Reminder("today", Due("还没有备份过", "", None, 0, "请点右上角“立即备份”"))
        return
    days = _BACKUP_EVERY - (today - made.at.date()).days
    if days <= 0:
        yield Reminder("today", Due("备份", f"上次 {write_date(made.at.date())}", None, days))


@dataclass(frozen=True)
class Forgotten:
    """Records that a named filter finds, though nothing says that they are due."""

    register_key: str
    title: str
    count: int


def forgotten() -> list[Forgotten]:
    """Return what the registers' named filters find, such as files that were never helped."""
    found = [
        Forgotten(register.key, kept.title, listing.count(register, Criteria(filters={kept.title: (True,)})))
        for register in registers()
        for kept in register.filters
        if isinstance(kept, Condition) and not kept.usual
    ]
    return [one for one in found if one.count]


def cards(today: date) -> list[Card]:
    """Return the figures of the desk."""
    year = today.year
    joined = Member.alive().where(Member.approved_on.between(date(year, 1, 1), today)).count()
    given = AidPayment.alive().where(
        AidPayment.year == year, AidPayment.status.in_((AidStatus.APPROVED.value, AidStatus.PAID.value))
    )
    times, people, total = given.select(
        fn.COUNT(1), fn.COUNT(AidPayment.id_number.distinct()), fn.COALESCE(fn.SUM(AidPayment.amount), 0)
    ).tuples()[0]
    on_file = HardshipFile.alive().where(HardshipFile.status == FileStatus.OPEN).count()
    return [
        Card("会员（人）", str(members_on_roll(today).count()), f"本年新发展 {joined}", "members"),
        Card("在档困难职工（户）", str(on_file), f"本年已帮扶 {people} 人", "hardship"),
        Card("本年帮扶（人次）", str(times), f"金额 {write_fen(total)} 元", "hardship.batches"),
        backup_card(today),
    ]


def backup_card(today: date) -> Card:
    """Return when the office was last backed up."""
    made = last_backup()
    if made is None:
        return Card("最近备份", "尚未备份", "请点“立即备份”", "")
    days = (today - made.at.date()).days
    when = {0: "今天", 1: "昨天"}.get(days, f"{days} 天前")
    note = f"{made.path.parent}" if days < _BACKUP_EVERY else "已超过一周，请备份"
    return Card("最近备份", f"{when} {made.at:%H:%M}", note, "")

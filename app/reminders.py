"""What is due, and how the office stands today, gathered from the registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from peewee import fn

from app.records.aid import AidBatch, AidPayment, AidStatus
from app.records.hardship import FileStatus, HardshipFile, HardshipReview
from app.records.members import Member, MemberStatus, members_on_roll
from app.register import Tone
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.safekeeping.backup import last_backup

_SOON = 7  # days ahead that are shown
_YEAR = 365
_BACKUP_EVERY = 7  # days after which a backup is due


@dataclass(frozen=True)
class Due:
    """Something to do: what, where, and in how many days (negative when overdue)."""

    text: str
    register_key: str
    record_id: int | None
    days: int
    tone: Tone

    @property
    def when(self) -> str:
        """Say when it is due, as a person would."""
        if self.days <= -_YEAR:
            return f"逾期 {-self.days // _YEAR} 年"
        if self.days < 0:
            return f"逾期 {-self.days} 天"
        return {0: "今天", 1: "明天"}.get(self.days, f"{self.days} 天")


@dataclass(frozen=True)
class Card:
    """One figure of the desk, and a line that puts it in its place."""

    title: str
    value: str
    note: str
    register_key: str


def due(today: date) -> list[Due]:
    """Return what is overdue or due within a week, the most urgent first."""
    return sorted(
        [*_notices(today), *_approvals(), *_reviews(today), *_members(), *_batches()],
        key=lambda one: one.days,
    )


def _due(text: str, key: str, record_id: int | None, days: int) -> Due:
    return Due(text, key, record_id, days, "bad" if days < 0 else "warn" if days <= 1 else "info")


def _notices(today: date) -> list[Due]:
    files = HardshipFile.alive().where(
        HardshipFile.status == FileStatus.PUBLISHED, HardshipFile.notice_to <= today + timedelta(days=_SOON)
    )
    return [
        _due(f"公示到期：{file.name}，请登记公示结果", "hardship", file.id, (file.notice_to - today).days)
        for file in files
    ]


def _approvals() -> list[Due]:
    files = HardshipFile.alive().where(HardshipFile.status == FileStatus.PENDING)
    return [_due(f"待审批：困难档案 {file.name}", "hardship", file.id, 0) for file in files]


def _members() -> list[Due]:
    members = Member.alive().where(Member.status == MemberStatus.PENDING)
    return [_due(f"待审批：{member.name} 申请入会", "members", member.id, 0) for member in members]


def _batches() -> list[Due]:
    batches = AidBatch.alive().where(AidBatch.status.in_((AidStatus.DRAFT.value, AidStatus.APPROVED.value)))
    said = {AidStatus.DRAFT: "待审批", AidStatus.APPROVED: "已审批，待发放"}
    return [
        _due(f"{said[AidStatus(one.status)]}：{one.name}", "hardship.batches", one.id, 0) for one in batches
    ]


def _reviews(today: date) -> list[Due]:
    """A file is reviewed at least once a year (domain 3.5): counted from the last review, or the opening."""
    last = fn.COALESCE(
        HardshipReview.alive()
        .select(fn.MAX(HardshipReview.reviewed_on))
        .where(HardshipReview.file == HardshipFile.id),
        HardshipFile.opened_on,
    )
    files = HardshipFile.alive().where(
        HardshipFile.status == FileStatus.OPEN, last <= today - timedelta(days=_YEAR - _SOON)
    )
    rows = files.select(HardshipFile.id, HardshipFile.name, last).order_by(last).tuples()
    return [
        _due(
            f"困难职工复核：{name}，上次 {write_date(day)}",
            "hardship",
            record_id,
            (day + timedelta(days=_YEAR) - today).days,
        )
        for record_id, name, raw in rows
        for day in (date.fromisoformat(str(raw)),)
    ]


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

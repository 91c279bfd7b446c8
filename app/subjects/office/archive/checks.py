"""The rules of the archive: what is kept for how long, and when it may go (domain 10 and 12.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, in_order, not_ahead, others, told_together
from app.rules.dates import latest, write_date
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.office.archive.records import (
    HARDSHIP,
    HARDSHIP_YEARS,
    ArchiveItem,
    ArchiveStatus,
    years_of,
)


def kept_long_enough(item: ArchiveItem) -> Iterator[Problem]:
    """A hardship file is kept ten years from its closing; a term of years begins on a day."""
    years = years_of(item.retention)
    if item.kind == HARDSHIP and years is not None and years < HARDSHIP_YEARS:
        yield Block(
            ArchiveItem.retention, f"困难职工档案退档后须保管 {HARDSHIP_YEARS} 年，请改为 10 年或更长"
        )
    if years is None or item.counted_from is not None:
        return
    if item.kind == HARDSHIP:
        yield Warn(ArchiveItem.counted_from, "退档后请填写退档日期，保管期限从那天算起")
    else:
        yield Warn(ArchiveItem.counted_from, "请填写起算日期，否则不知道何时到期")


def file_fits(item: ArchiveItem) -> Iterator[Problem]:
    """A hardship file is filed once, and its time runs only from the day it was closed."""
    if item.hardship_file_id is None:
        return
    same = others(item).where(ArchiveItem.hardship_file == item.hardship_file_id)
    if (twin := first(same.where(ArchiveItem.title == item.title))) is not None:
        yield Block(ArchiveItem.title, f"这份档案已归档（{twin.archive_no}），请打开那条记录修改")
    if item.kind is not None and item.kind != HARDSHIP:
        yield Block(ArchiveItem.kind, f"选了困难职工档案，类别应为“{HARDSHIP}”")
    closed_on = HardshipFile.get_by_id(item.hardship_file_id).closed_on
    if item.counted_from is None:
        return
    if closed_on is None:
        yield Block(ArchiveItem.counted_from, "这户还没有退档，保管期限不能起算，请不填")
    elif item.counted_from < closed_on:
        yield Block(ArchiveItem.counted_from, f"早于退档日期（{write_date(closed_on)}），请核对")


def days_fit(item: ArchiveItem) -> Iterator[Problem]:
    """A paper is written before it is filed, lent before it is due."""
    if item.dated and item.archived_on and item.archived_on < _first_day(item.dated):
        yield Block(ArchiveItem.archived_on, "早于文件日期，请核对两个日期")
    yield from not_ahead(item, ArchiveItem.archived_on, ArchiveItem.lent_on, ArchiveItem.gone_on)
    yield from in_order(item, (ArchiveItem.lent_on, ArchiveItem.due_on))


def _first_day(partial: str) -> date:
    return latest(partial).replace(day=1) if len(partial) < len("2011-03-08") else latest(partial)


def state_is_told(item: ArchiveItem) -> Iterator[Problem]:
    """What is lent has a borrower, what is gone a day, somebody who allowed it and one who saw it."""
    if item.status == ArchiveStatus.LENT:
        yield from told_together(
            item, item.status, ArchiveItem.borrower, ArchiveItem.lent_on, ArchiveItem.due_on
        )
    elif item.status == ArchiveStatus.HANDED_OVER:
        yield from told_together(
            item, item.status, ArchiveItem.gone_on, ArchiveItem.gone_to, ArchiveItem.approved_by
        )
    elif item.status == ArchiveStatus.DESTROYED:
        yield from told_together(
            item, item.status, ArchiveItem.gone_on, ArchiveItem.approved_by, ArchiveItem.witness
        )


def its_time_is_over(item: ArchiveItem) -> Iterator[Problem]:
    """Nothing is destroyed before its time is over, and never by one person alone."""
    if item.status != ArchiveStatus.DESTROYED:
        return
    if item.expires_on is None:
        yield Block(ArchiveItem.retention, "永久保管或没有起算日期的档案不能销毁")
    elif item.gone_on is not None and item.gone_on <= item.expires_on:
        told = write_date(item.expires_on)
        yield Block(ArchiveItem.gone_on, f"保管到{told}，还没有到期，不能销毁")
    if item.witness and item.witness == item.approved_by:
        yield Block(ArchiveItem.witness, "监销人不能是批准人，请另请一人监销")


ARCHIVE = (kept_long_enough, file_fits, days_fit, state_is_told, its_time_is_over)

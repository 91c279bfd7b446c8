"""The rules of the archive: what is kept for how long, and when it may go (domain 10 and 12.3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem
from app.keeping.rules import first, others
from app.rules.dates import write_date
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.office.archive.records import (
    HARDSHIP,
    HARDSHIP_YEARS,
    ArchiveItem,
    ArchiveStatus,
    years_of,
)


def kept_long_enough(item: ArchiveItem) -> Iterator[Problem]:
    """A hardship file is kept ten years from its closing (domain 10 and 12.3)."""
    years = years_of(item.retention)
    if item.kind == HARDSHIP and years is not None and years < HARDSHIP_YEARS:
        yield Block(
            ArchiveItem.retention, f"困难职工档案退档后须保管 {HARDSHIP_YEARS} 年，请改为 10 年或更长"
        )


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


def its_time_is_over(item: ArchiveItem) -> Iterator[Problem]:
    """Nothing is destroyed before its time is over, and never by one person alone (domain 12.3)."""
    if item.status != ArchiveStatus.DESTROYED:
        return
    if item.expires_on is None:
        yield Block(ArchiveItem.retention, "永久保管或没有起算日期的档案不能销毁")
    elif item.gone_on is not None and item.gone_on <= item.expires_on:
        last_day = write_date(item.expires_on)
        yield Block(ArchiveItem.gone_on, f"保管到{last_day}，还没有到期，不能销毁")
    if item.witness and item.witness == item.approved_by:
        yield Block(ArchiveItem.witness, "监销人不能是批准人，请另请一人监销")


ARCHIVE = (kept_long_enough, file_fits, its_time_is_over)

"""The list of the archive, and the list of what is to be destroyed (domain 10 and 12.3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.lists.chosen import chosen, one_sheet
from app.printing.lists.heads import office_head
from app.records.archive import ArchiveItem, may_go
from app.register import ListPrint, Occasion, Part, PrintColumn

ARCHIVE_LIST = ListPrint(
    "office.archive_list",
    "档案目录",
    (
        PrintColumn(ArchiveItem.archive_no, 36, align="center"),
        PrintColumn(ArchiveItem.title, 70),
        PrintColumn(ArchiveItem.author, 36),
        PrintColumn(ArchiveItem.dated, 33, align="center"),
        PrintColumn(ArchiveItem.pages, 14, align="center"),
        PrintColumn(ArchiveItem.retention, 20, align="center"),
        PrintColumn(ArchiveItem.place, 36),
        PrintColumn(ArchiveItem.status, 18, align="center"),
    ),
    one_sheet(ArchiveItem, ArchiveItem.archived_on, "卷"),
    unit="卷",
    dated=ArchiveItem.archived_on,
)


def _past_their_time(occasion: Occasion) -> Iterator[Part]:
    """Yield the pieces asked for by name, else all whose time is over on the day."""
    if occasion.record is None and occasion.ids is None:
        query = may_go(occasion.as_of)
    else:
        query = chosen(occasion, ArchiveItem, ArchiveItem.archived_on)
    items = list(query.order_by(ArchiveItem.expires_on, ArchiveItem.id))
    yield Part(
        items,
        heads=(office_head(), "", f"共 {len(items)} 卷"),
        notes=(
            "经鉴定，以上档案保管期限已满，无继续保存价值，同意销毁。销毁时由两人以上监销，本清单永久保存。",
        ),
    )


DESTRUCTION_LIST = ListPrint(
    "office.destruction",
    "档案销毁清单",
    (
        PrintColumn(ArchiveItem.archive_no, 38, align="center"),
        PrintColumn(ArchiveItem.title, 76),
        PrintColumn(ArchiveItem.dated, 33, align="center"),
        PrintColumn(ArchiveItem.pages, 16, align="center"),
        PrintColumn(ArchiveItem.retention, 20, align="center"),
        PrintColumn(ArchiveItem.counted_from, 32, align="center"),
        PrintColumn(ArchiveItem.expires_on, 32, align="center"),
        PrintColumn(None, 30, "鉴定意见"),
    ),
    _past_their_time,
    unit="卷",
    closing=("鉴定人：", "批准人：", "监销人：", "销毁日期：　　　年　月　日"),
)

"""The list of the archive, and the list of what is to be destroyed (domain 10 and 12.3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.heads import blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.subjects.office.archive.records import ArchiveItem, may_go

ARCHIVE_LIST = ListPrint(
    "office.archive_list",
    "档案目录",
    (
        PrintColumn(ArchiveItem.archive_no, 36),
        PrintColumn(ArchiveItem.title, 70),
        PrintColumn(ArchiveItem.author, 36),
        PrintColumn(ArchiveItem.dated, 33),
        PrintColumn(ArchiveItem.pages, 14, align="center"),
        ArchiveItem.retention,
        PrintColumn(ArchiveItem.place, 36),
        PrintColumn(ArchiveItem.status, 18),
    ),
    Selection(ArchiveItem, (ArchiveItem.archived_on, ArchiveItem.id), ArchiveItem.archived_on).sheet("卷"),
)


_PAST_THEIR_TIME = Selection(
    ArchiveItem,
    (ArchiveItem.expires_on, ArchiveItem.id),
    otherwise=lambda request: may_go(request.as_of),
    where=lambda request: ArchiveItem.expires_on < request.as_of,
    only="期满的",
)
_CONSENT = "经鉴定，以上档案保管期限已满，无继续保存价值，同意销毁。销毁时由两人以上监销，本清单永久保存。"


def _going(request: PrintRequest) -> Iterator[Part]:
    items = list(_PAST_THEIR_TIME(request))
    yield Part(items, heads=(office_head(), "", f"共 {len(items)} 卷"), notes=(_CONSENT,))


DESTRUCTION_LIST = ListPrint(
    "office.destruction",
    "档案销毁清单",
    (
        PrintColumn(ArchiveItem.archive_no, 38),
        PrintColumn(ArchiveItem.title, 76),
        PrintColumn(ArchiveItem.dated, 33),
        PrintColumn(ArchiveItem.pages, align="center"),
        ArchiveItem.retention,
        ArchiveItem.counted_from,
        ArchiveItem.expires_on,
        PrintColumn(None, 30, "鉴定意见"),
    ),
    Sheets(_going, unit="卷", chosen=_PAST_THEIR_TIME),
    closing=("鉴定人：", "批准人：", "监销人：", "销毁日期：　　　年　月　日"),
    blank=blank("", "共 ＿＿＿ 卷", notes=(_CONSENT,)),
    blank_rows=12,
)

"""The archive: what is kept and where, what is lent, what is gone (domain 10 and 12.3)."""

from __future__ import annotations

from datetime import date

from peewee import ColumnBase

from app.register import Condition, Register, Section, State, Step
from app.subjects.office.archive import checks
from app.subjects.office.archive.due import archive_due
from app.subjects.office.archive.lists import ARCHIVE_LIST, DESTRUCTION_LIST
from app.subjects.office.archive.records import ArchiveItem, ArchiveStatus
from app.subjects.office.archive.spines import SPINES

_LOAN = (ArchiveItem.borrower, ArchiveItem.lent_on, ArchiveItem.due_on)
_HAND_OVER = (ArchiveItem.gone_on, ArchiveItem.gone_to, ArchiveItem.approved_by)
_DESTRUCTION = (ArchiveItem.gone_on, ArchiveItem.approved_by, ArchiveItem.witness)


def _expired() -> ColumnBase:
    here = ArchiveItem.status.in_((ArchiveStatus.KEPT.value, ArchiveStatus.LENT.value))
    return here & (ArchiveItem.expires_on < date.today())


def _bring_back(item: ArchiveItem) -> None:
    item.borrower = item.lent_on = item.due_on = None


ARCHIVE = Register(
    "office.archive",
    "档案目录",
    ArchiveItem,
    columns=(
        ArchiveItem.archive_no,
        ArchiveItem.title,
        ArchiveItem.kind,
        ArchiveItem.retention,
        ArchiveItem.place,
        ArchiveItem.status,
    ),
    sections=(
        Section(
            "档案",
            ArchiveItem.hardship_file,
            ArchiveItem.title,
            ArchiveItem.kind,
            ArchiveItem.author,
            ArchiveItem.dated,
            ArchiveItem.pages,
            ArchiveItem.archived_on,
            ArchiveItem.archive_no,
        ),
        Section(
            "保管",
            ArchiveItem.retention,
            ArchiveItem.counted_from,
            ArchiveItem.expires_on,
            ArchiveItem.place,
            ArchiveItem.scan_name,
            ArchiveItem.scan,
        ),
        Section("借阅", *_LOAN),
        Section(
            "移交和销毁",
            ArchiveItem.status,
            ArchiveItem.gone_on,
            ArchiveItem.gone_to,
            ArchiveItem.approved_by,
            ArchiveItem.witness,
            ArchiveItem.handled_by,
            ArchiveItem.remark,
        ),
    ),
    filters=(
        ArchiveItem.archived_on,
        ArchiveItem.kind,
        ArchiveItem.retention,
        ArchiveItem.status,
        ArchiveItem.place,
        Condition("保管期满", _expired),
    ),
    search=(ArchiveItem.archive_no, ArchiveItem.title, ArchiveItem.author, ArchiveItem.place),
    checks=checks.ARCHIVE,
    steps=(
        Step("借出", (ArchiveStatus.KEPT,), ArchiveStatus.LENT, asks=_LOAN),
        Step("归还", (ArchiveStatus.LENT,), ArchiveStatus.KEPT, prepare=_bring_back),
        Step("移交", (ArchiveStatus.KEPT,), ArchiveStatus.HANDED_OVER, asks=_HAND_OVER, usual=False),
        Step(
            "销毁",
            (ArchiveStatus.KEPT,),
            ArchiveStatus.DESTROYED,
            asks=_DESTRUCTION,
            confirm="登记销毁前请先打印《档案销毁清单》并由批准人、监销人签字。确定登记销毁吗？",
            usual=False,
        ),
    ),
    prints=(ARCHIVE_LIST, DESTRUCTION_LIST, SPINES),
    order=(ArchiveItem.archive_no.asc(),),
    status=ArchiveItem.status,
    states=(
        State(ArchiveStatus.KEPT, "good", without=(ArchiveItem.gone_on,)),
        State(ArchiveStatus.LENT, "warn", needs=_LOAN, without=(ArchiveItem.gone_on,)),
        State(ArchiveStatus.HANDED_OVER, needs=_HAND_OVER),
        State(ArchiveStatus.DESTROYED, needs=_DESTRUCTION),
    ),
    unit="卷",
    sums=(ArchiveItem.pages,),
    due=archive_due,
)

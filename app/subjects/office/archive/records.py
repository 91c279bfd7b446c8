"""The archive (档案): what is kept, where, how long, and what became of it (domain 10 and 12.3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    NotesField,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
    When,
)
from app.records.base import Query, Record
from app.records.terms import RETENTION_SHORT, RETENTION_YEARS, RETENTIONS
from app.rules import regulations
from app.rules.contract_terms import last_day
from app.subjects.hardship.files.records import HardshipFile

HARDSHIP = "困难职工档案"
KINDS = ("文书", HARDSHIP, "调解卷宗", "财务会计", "会员档案", "合同文本", "声像", "其他")
HARDSHIP_YEARS = 10  # years a file is kept after it was closed (domain 10 and 12.3)


class ArchiveStatus(StrEnum):
    """Where a piece of the archive is."""

    KEPT = "在库"
    LENT = "借出"
    HANDED_OVER = "已移交"
    DESTROYED = "已销毁"


def years_of(retention: str | None) -> int | None:
    """Return how many years a piece is kept; None where it is kept for ever."""
    return RETENTION_YEARS.get(retention or "")


def _expires(item: ArchiveItem) -> date | None:
    years = years_of(item.retention)
    if years is None or item.counted_from is None:
        return None
    return last_day(item.counted_from, 12 * years)


def _of_file(file: HardshipFile) -> dict[str, object]:
    values = {
        "kind": HARDSHIP,
        "title": f"{file.name}困难职工档案",
        "retention": "10年",
        "counted_from": file.closed_on,
    }
    return {name: value for name, value in values.items() if value is not None}


class ArchiveItem(Record):
    """One piece of the archive (一卷或一件)."""

    hardship_file_id: int | None

    dated = PartialDateField(
        "文件日期",
        null=True,
        aliases=("日期", "成文日期", "成文时间", "形成日期"),
        help_text="只知道年份或月份时可只填到年月",
        about="文件落款的日子，不是归档的日子",
    )
    archived_on = DateField(
        "归档日期",
        default=date.today,
        forgotten=True,
        past=True,
        after=(dated,),
        about="整理好放进档案柜的日子",
    )
    archive_no = SerialField("档案号", "DA", dated_by=archived_on, unique=True, aliases=("档号",))
    hardship_file = ReferenceField(
        "困难职工档案",
        HardshipFile,
        null=True,
        backref="archived",
        fills=_of_file,
        about="是困难职工的卷，就选他的档案，保管期限随之算",
    )
    title = TextField(
        "题名",
        longest=200,
        aliases=("案卷题名", "文件题名", "档案题名"),
        about="写清楚是什么，例如 2011年工作总结",
    )
    kind = ChoiceField(
        "类别",
        KINDS,
        synonyms={"会计档案": "财务会计", "卷宗": "调解卷宗"},
        about="属于哪一类档案，保管期限按类别定",
    )
    author = TextField("责任者", null=True, suggest=True, about="写这份文件的单位或个人")
    pages = CountField("页数", null=True, unit="页", about="编好页码的最后一页")
    retention = ChoiceField(
        "保管期限",
        RETENTIONS,
        synonyms=RETENTION_SHORT,
        about="这一类档案按规定要保存几年",
        rule=regulations.KEEP_TEN_YEARS,
    )
    counted_from = DateField(
        "起算日期",
        null=True,
        wanted_if=(When(retention, *RETENTION_YEARS),),
        help_text="保管期限从哪天算起；困难职工档案从退档日期算起",
        about="保管年限从哪天开始数",
        rule=regulations.KEEP_TEN_YEARS,
    )
    expires_on = DateField("到期日期", null=True, derive=_expires, about="保管到哪天期满，自动算出")
    place = TextField(
        "存放位置", null=True, suggest=True, aliases=("位置", "柜号"), about="放在哪个柜、哪一盒"
    )
    scan_name = TextField("文件名", null=True, longest=200, about="扫描件在台账里的名称，选了文件自动填好")
    scan = AttachmentField("扫描件", called=scan_name, null=True, about="档案的扫描件，存进台账随备份走")
    status = ChoiceField("状态", ArchiveStatus, default=ArchiveStatus.KEPT.value)
    borrower = PersonNameField("借阅人", null=True, about="谁借去看，只借给有权看的人")
    lent_on = DateField("借出日期", null=True, past=True, after=(archived_on,), about="从柜里拿出去的日子")
    due_on = DateField("应还日期", null=True, after=(lent_on,), about="最迟哪天还回来")
    gone_on = DateField(
        "移交或销毁日期", null=True, past=True, after=(archived_on,), about="移交清单或销毁清单上的日子"
    )
    gone_to = TextField("移交单位", null=True, suggest=True, about="交给哪个档案室或单位")
    approved_by = TextField("批准人", null=True, suggest=True, about="批准移交或销毁的负责人")
    witness = TextField("监销人", null=True, suggest=True, about="销毁时在场看着的人，与批准人分开")
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (title, archive_no)


def may_go(day: date) -> Query[ArchiveItem]:
    """Select the pieces whose time was over before a day and which are still here."""
    here = ArchiveItem.status.in_((ArchiveStatus.KEPT.value, ArchiveStatus.LENT.value))
    return ArchiveItem.alive().where(here, ArchiveItem.expires_on < day)

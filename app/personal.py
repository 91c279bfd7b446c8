"""What the law asks of whoever keeps what is told of people (个人信息保护法, domain 12 and 18).

What was given to whom, what is to be deleted as its years are over, and a copy of all that is kept of one
person, for that person. The program deletes nothing by itself: the list is what somebody decides by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from app import chronicle, registry
from app.errors import Refused
from app.fields import AttachmentField, ResidentIdField, Shown, text_of
from app.keeping import merging
from app.opened import current
from app.records.base import Record, change
from app.records.prints import PrintLogEntry, key_of, note_printed
from app.records.profile import office_name
from app.records.retention import kept_for
from app.register import Register
from app.rules.dates import write_date, years_later
from app.rules.periods import Period
from app.target import written_whole

if TYPE_CHECKING:
    from app.printing.pdf import PrintResult
    from app.printing.sections import SectionSheet

_AUDIT = "供个人信息保护合规审计查阅（《个人信息保护法》第五十四条、《个人信息保护合规审计管理办法》）。"
_DELETING = "保存期限届满的，应当主动删除（《个人信息保护法》第四十七条）；删除须经批准，本清单随档案保存。"
_COPY = (
    "本人有权查阅、复制个人信息，发现不准确、不完整的可以请求更正、补充"
    "（《个人信息保护法》第四十五条、第四十六条）。"
)
_SIGNED = "制表人：　　　　　　　审核人：　　　　　　　批准人：　　　　　　　日期：　　　　年　　月　　日"
_OWN_KEY = "personal.copy"


@dataclass(frozen=True)
class Expired:
    """A record that is kept no longer: since when its years are counted, how many, when they were over."""

    register: Register
    record_id: int
    name: str
    since: date
    years: int
    over: date
    source: str


def given_out(period: Period) -> list[PrintLogEntry]:
    """Return what was printed and exported in a period, the latest first."""
    first, last = (datetime.combine(day, at) for day, at in zip(period, (time.min, time.max), strict=True))
    entries = PrintLogEntry.alive().where(PrintLogEntry.printed_at.between(first, last))
    return list(entries.order_by(PrintLogEntry.printed_at.desc(), PrintLogEntry.id.desc()))


def expired(day: date) -> list[Expired]:
    """Return the records whose years of keeping are over by a day, register by register, the oldest first."""
    return [one for register in registry.registers() for one in _expired(register, day)]


def _expired(register: Register, day: date) -> Iterator[Expired]:
    retention = register.retention
    if retention is None:
        return
    years, source = kept_for(retention.kind)
    if years is None:
        return
    records = register.record.alive().where(retention.day <= years_later(day, -years))
    if retention.over is not None:
        records = records.where(retention.over())
    for record in records.order_by(retention.day, register.record.id):
        since = getattr(record, retention.day.name)
        yield Expired(register, record.id, str(record), since, years, years_later(since, years), source)


def write_log(period: Period, target: Path, *, printed_at: datetime) -> PrintResult:
    """Write what was printed and exported in a period to a PDF; raises Refused where it cannot be written."""
    return _write(log_sheet(period), target, printed_at)


def write_expired(day: date, target: Path, *, printed_at: datetime) -> PrintResult:
    """Write the list of what is to be deleted to a PDF; raises Refused where it cannot be written."""
    return _write(expired_sheet(day), target, printed_at)


def person(register: Register, words: str) -> Record:
    """Return the record of whom a name or number means; raises Refused where it means nobody, or several."""
    if not chronicle.is_person(register.record):
        raise Refused(f"{register.title}登记的不是有证件号码的人。请换一本有本人证件号码的台账。")
    return merging.named(register, words)


def write_copy(record: Record, target: Path, *, printed_at: datetime) -> PrintResult:
    """Write a person's own sheet to a PDF, and note it; raises Refused where it cannot be written."""
    sheet = copy_sheet(record)
    result = _write(sheet, target, printed_at)
    shown = [one for _, records in chronicle.certain_records(record) for one in records]
    office = current()
    if office is not None and not office.read_only:
        with change():
            entry = PrintLogEntry.create(
                printed_at=printed_at,
                key=_OWN_KEY,
                title=sheet.title,
                rows=len(shown),
                pages=result.pages,
                sensitive=True,
            )
            note_printed(entry, map(key_of, shown))
    return result


def _write(sheet: SectionSheet, target: Path, printed_at: datetime) -> PrintResult:
    from app.printing import pdf

    with written_whole(target, ".pdf") as unfinished:
        return pdf.write([sheet], unfinished, printed_at=printed_at, author=office_name())


def log_sheet(period: Period) -> SectionSheet:
    """Return the print of what was given out in a period."""
    entries = given_out(period)
    rows = [(*log_texts(entry), "") for entry in entries]
    columns = (("时间", 34), ("内容", 120), ("行数", 14), ("页数", 14), ("含完整号码", 22), ("交给谁", 40))
    head = f"期间：{period.label}"
    return _sheet("打印和导出登记表", head, f"共 {len(entries)} 次", [("", columns, rows)], (_AUDIT, _SIGNED))


def log_texts(entry: PrintLogEntry) -> tuple[str, str, str, str, str]:
    """Return how an entry of the log is written: when, what, how many rows and pages, whether in full."""
    when = f"{write_date(entry.printed_at.date())} {entry.printed_at:%H:%M}"
    title = f"{entry.title}（公示版）" if entry.is_public else entry.title
    return when, title, str(entry.rows), str(entry.pages or ""), "是" if entry.sensitive else ""


def expired_sheet(day: date) -> SectionSheet:
    """Return the print of what is to be deleted by a day."""
    found = expired(day)
    columns = (
        ("记录", 110),
        ("起算日期", 34),
        ("保存", 18),
        ("到期日期", 34),
        ("依据", 50),
        ("处理意见", 30),
    )
    by_title: dict[str, list[tuple[str, ...]]] = {}
    for one in found:
        by_title.setdefault(one.register.title, []).append((*expired_texts(one)[1:], ""))
    sections = [(title, columns, rows) for title, rows in by_title.items()] or [("", columns, [])]
    head = f"截至{write_date(day)}"
    return _sheet("到期应删除个人信息清单", head, f"共 {len(found)} 条", sections, (_DELETING, _SIGNED))


def expired_texts(one: Expired) -> tuple[str, ...]:
    """Return how a record that is over is written: its list, who, since and until when, by what."""
    return (
        one.register.title,
        one.name,
        write_date(one.since),
        f"{one.years}年",
        write_date(one.over),
        one.source,
    )


def copy_sheet(record: Record) -> SectionSheet:
    """Return a copy of all that is kept of the person of a record: their numbers in full, others' hidden."""
    name, number = chronicle.told_of(record)
    columns = (("项目", 36), ("内容", 90), ("项目", 36), ("内容", 90))
    sections = [
        (_called(register, one), columns, _two_abreast(_kept(register, one, number)))
        for register, records in chronicle.certain_records(record)
        for one in records
    ]
    return _sheet(f"{name}的个人信息", f"共 {len(sections)} 条记录", "", sections, (_COPY,))


def _two_abreast(values: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return labels and values as rows of two each."""
    told = list(values)
    return [(*told[at], *(told[at + 1 : at + 2] or [("", "")])[0]) for at in range(0, len(told), 2)]


def _called(register: Register, record: Record) -> str:
    return f"{register.title}　{record}"


def _kept(register: Register, record: Record, number: str | None) -> Iterator[tuple[str, str]]:
    """Yield each value that a record holds, as the form calls and writes it."""
    numbers = [field for field in register.fields if isinstance(field, ResidentIdField)]
    own = all(getattr(record, field.name) in (None, "", number) for field in numbers)
    for shown in register.form_fields:
        text = _text(shown, record, own=own)
        if text:
            yield shown.label, text


def _text(shown: Shown, record: Record, *, own: bool) -> str:
    if isinstance(shown, AttachmentField):
        return "有附件" if getattr(record, shown.name) else ""
    return text_of(shown, record, in_full=own)


def _sheet(
    title: str,
    middle: str,
    right: str,
    tables: Sequence[tuple[str, Sequence[tuple[str, int]], Sequence[Sequence[str]]]],
    notes: tuple[str, ...],
) -> SectionSheet:
    from app.printing.heads import office_head
    from app.printing.sections import Grid, Section, SectionSheet
    from app.printing.sheet import Column

    sections = [
        Section(heading, Grid(tuple(Column(label, width) for label, width in columns), rows))
        for heading, columns, rows in tables
    ]
    last = sections[-1]
    sections[-1] = Section(last.heading, last.table, notes)
    made = f"制表日期：{write_date(date.today())}"
    return SectionSheet(title, (office_head(), middle, f"{right}　{made}".strip("　")), tuple(sections))

"""The roster of workers in hardship, and the public notice (domain 3.9 and 12.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from peewee import Case, ColumnBase, fn

from app.printing.heads import BLANK_DATE, BLANK_SPAN, supervision_phone
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection, within
from app.records.base import Query
from app.records.earlier import value_on
from app.records.profile import office_name, profile
from app.rules.dates import write_date
from app.subjects.hardship.files.records import BESIDE_HARDSHIP, Category, FileStatus, HardshipFile


def _open_on(request: PrintRequest) -> Query[HardshipFile]:
    """Select the files that are open on the day: opened by then, and not closed by then."""
    opened = HardshipFile.opened_on.is_null(False) & (HardshipFile.opened_on <= request.as_of)
    still = HardshipFile.closed_on.is_null() | (HardshipFile.closed_on > request.as_of)
    return HardshipFile.alive().where(opened, still)


_LAYER = Case(
    HardshipFile.category,
    [(one.value, place) for place, one in enumerate(Category)],
    len(Category),
)
FILES = Selection(HardshipFile, (HardshipFile.file_no,), otherwise=_open_on)
"""The files asked for, else those open on the day."""

_ROSTER = (
    HardshipFile.file_no,
    PrintColumn(HardshipFile.name, 29),
    PrintColumn(HardshipFile.sex, 11),
    PrintColumn(HardshipFile.id_number),
    PrintColumn(HardshipFile.employer, 57),
    HardshipFile.category,
    PrintColumn(HardshipFile.family_size, 13, "家庭人口", align="center"),
    PrintColumn(HardshipFile.monthly_pc, 22, "月人均收入（元）"),
    PrintColumn(HardshipFile.main_cause, 29, align="left"),
    HardshipFile.opened_on,
    PrintColumn(HardshipFile.mobile, heading="联系电话"),
)


def _in_hardship(request: PrintRequest) -> ColumnBase | None:
    """Leave out who is helped beside those in hardship, unless asked for by name (domain 18)."""
    if request.record is not None or request.ids is not None:
        return None
    category: ColumnBase = fn.COALESCE(value_on(HardshipFile.category, request.as_of), "")
    return category.not_in(BESIDE_HARDSHIP)


HARDSHIP_ROSTER = ListPrint(
    "hardship.roster",
    "困难职工花名册",
    _ROSTER,
    replace(FILES, where=_in_hardship).sheet("户", as_of=True),
    main=True,
)
LAYERS_ROSTER = ListPrint(
    "hardship.layers",
    "梯度帮扶对象花名册",
    (*_ROSTER[:6], *_ROSTER[7:10], PrintColumn(HardshipFile.above_since, 33), HardshipFile.months_above),
    replace(FILES, order=(_LAYER, HardshipFile.file_no)).sheet("户", as_of=True),
)


def _published(request: PrintRequest) -> Query[HardshipFile]:
    """Select what the period published, or without a period what hangs out today."""
    if request.period is not None:
        return HardshipFile.alive().where(within(HardshipFile.notice_from, request.period))
    return HardshipFile.alive().where(HardshipFile.status == FileStatus.PUBLISHED)


def _hanging_out(request: PrintRequest) -> ColumnBase | None:
    """Leave out what is not shown in public now; a period asks for what it has shown."""
    by_name = request.record is not None or request.ids is not None
    return HardshipFile.status == FileStatus.PUBLISHED if by_name else None


_NOTICED = Selection(
    HardshipFile,
    (HardshipFile.file_no,),
    HardshipFile.notice_from,
    otherwise=_published,
    where=_hanging_out,
    only="公示中的",
)


def _notices(request: PrintRequest) -> Iterator[Part]:
    groups: dict[tuple[date | None, date | None], list[HardshipFile]] = {}
    for file in _NOTICED(request):
        groups.setdefault((file.notice_from, file.notice_to), []).append(file)
    for (first, last), group in groups.items():
        span = f"{write_date(first)}至{write_date(last)}" if first and last else BLANK_SPAN
        yield _notice(group, span, write_date(first or request.today))


def _notice(files: Iterable[HardshipFile], span: str, day: str) -> Part:
    intro = (
        f"　　根据困难职工建档帮扶的有关规定，经本人申请、入户调查和民主评议，{office_name()}拟将下列职工"
        f"纳入困难职工帮扶。现予公示，公示期为{span}。如有异议，请在公示期内向本会反映，本会为反映人保密。"
    )
    notes = (f"公示起止日期：{span}", supervision_phone())
    return Part(files, intro=intro, notes=notes, seal=(office_name(), day))


def _name(file: HardshipFile) -> str:
    write = HardshipFile.name.mask if profile().mask_names else HardshipFile.name.format
    return write(file.name)


NOTICE = ListPrint(
    "hardship.notice",
    "困难职工公示",
    (
        PrintColumn(HardshipFile.name, 30, text=_name, align="center"),
        PrintColumn(HardshipFile.employer, 70),
        PrintColumn(HardshipFile.category, 30),
        PrintColumn(
            HardshipFile.level, 40, "拟帮扶事项", text=lambda file: f"{file.level}建档帮扶", align="center"
        ),
    ),
    Sheets(_notices, HardshipFile.notice_from, chosen=_NOTICED),
    closing=(),
    blank=lambda: _notice((), BLANK_SPAN, BLANK_DATE),
    is_public=True,
)

"""What enterprises did in democratic management (厂务公开民主管理情况一览表, domain 6.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.printing.attendance import congress_sheet, sign_in
from app.printing.heads import office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest
from app.printing.selection import Selection, within
from app.printing.summaries import rate
from app.rules.periods import year
from app.subjects.unions.open_affairs.records import OpenAffairs

_AREA, _TRADE, _OWN = "区域性", "行业性", "单独"


AFFAIRS = Selection(
    OpenAffairs,
    (OpenAffairs.year, OpenAffairs.search_key, OpenAffairs.id),
    OpenAffairs.year,
    otherwise=lambda request: OpenAffairs.alive().where(
        within(OpenAffairs.year, request.period or year(request.today.year))
    ),
)
"""The records asked for, else those of the period's years, else of the current year."""


def _listed(request: PrintRequest) -> Iterator[Part]:
    records = list(AFFAIRS(request))
    years = "、".join(f"{number}年" for number in sorted({record.year for record in records}))
    yield Part(records, heads=(office_head(), years, f"共 {len(records)} 家"), notes=_summed_up(records))


def _summed_up(records: Sequence[OpenAffairs]) -> tuple[str, ...]:
    established = sum(bool(record.established) for record in records)
    own = sum(record.congress == _OWN for record in records)
    shared = sum(record.congress in (_AREA, _TRADE) for record in records)
    return (
        f"已建立制度 {established} 家，建制率 {rate(established, len(records))}；"
        f"单独召开职代会 {own} 家，区域性、行业性职代会覆盖 {shared} 家。",
        "建制率 = 已建立厂务公开民主管理制度的单位 ÷ 本表所列单位。",
    )


def _congress(affairs: OpenAffairs) -> str:
    return _lines(affairs.congress, OpenAffairs.held_on.format(affairs.held_on))


def _attendance(affairs: OpenAffairs) -> str:
    return _pair(affairs.expected, affairs.attended)


def _opinions(affairs: OpenAffairs) -> str:
    return _pair(affairs.opinions, affairs.adopted)


def _checked(affairs: OpenAffairs) -> str:
    return _lines(OpenAffairs.checked_on.format(affairs.checked_on), affairs.checked_by)


def _lines(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text)


def _pair(whole: int | None, part: int | None) -> str:
    if whole is None and part is None:
        return ""
    return "/".join("—" if number is None else str(number) for number in (whole, part))


OPEN_AFFAIRS_LIST = ListPrint(
    "unions.open_affairs.list",
    "厂务公开民主管理情况一览表",
    (
        PrintColumn(OpenAffairs.unit_name, 50, "单位"),
        PrintColumn(OpenAffairs.year, 11, align="center"),
        PrintColumn(OpenAffairs.established, 11, "建立制度"),
        PrintColumn(None, 33, "职代会形式、日期", align="center", text=_congress),
        PrintColumn(None, 15, "应到/实到", align="center", text=_attendance),
        OpenAffairs.topics,
        OpenAffairs.forms,
        PrintColumn(OpenAffairs.matters, 44),
        PrintColumn(None, 15, "征求/采纳", align="center", text=_opinions),
        PrintColumn(OpenAffairs.is_typical, 10, "典型"),
        PrintColumn(None, 33, "检查", align="center", text=_checked),
        PrintColumn(OpenAffairs.remark, 16),
    ),
    _listed,
    unit="家",
    dated=OpenAffairs.year,
)


def _signed_by(affairs: OpenAffairs, _: PrintRequest) -> Part:
    return congress_sheet(affairs.unit_name or "", affairs.held_on, affairs.expected, affairs.topics or "")


CONGRESS_SIGN_IN = sign_in(
    "unions.open_affairs.sign_in", "职代会签到表", replace(AFFAIRS.each(_signed_by), dated=None)
)

"""The roster of workers in hardship, and the public notice (domain 3.9 and 12.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.printing.lists.heads import office_head, seal
from app.records.hardship import FileStatus, HardshipFile
from app.records.settings import office_name, profile
from app.register import ListPrint, Occasion, Part, PrintColumn
from app.rules.dates import write_date


def _open_on(occasion: Occasion) -> Any:
    """Select the files that were open on the day: opened by then, and not closed by then."""
    day = occasion.as_of
    opened = HardshipFile.opened_on.is_null(False) & (HardshipFile.opened_on <= day)
    still = HardshipFile.closed_on.is_null() | (HardshipFile.closed_on > day)
    return HardshipFile.alive().where(opened, still)


def _roster(occasion: Occasion) -> Iterator[Part]:
    if occasion.ids is not None:
        query = HardshipFile.alive().where(HardshipFile.id.in_(occasion.ids))
    else:
        query = _open_on(occasion)
    files = list(query.order_by(HardshipFile.file_no))
    yield Part(files, heads=(office_head(), f"截至{write_date(occasion.as_of)}", f"共 {len(files)} 户"))


HARDSHIP_ROSTER = ListPrint(
    "hardship.roster",
    "困难职工花名册",
    (
        PrintColumn(HardshipFile.file_no, 36, align="center"),
        PrintColumn(HardshipFile.name, 28),
        PrintColumn(HardshipFile.sex, 11, align="center"),
        PrintColumn(HardshipFile.id_number, 40, masked=True, align="center"),
        PrintColumn(HardshipFile.employer, 46),
        PrintColumn(HardshipFile.category, 19, align="center"),
        PrintColumn(HardshipFile.family_size, 13, "家庭人口", align="center"),
        PrintColumn(HardshipFile.monthly_pc, 22, "月人均收入（元）"),
        PrintColumn(HardshipFile.main_cause, 32, align="left"),
        PrintColumn(HardshipFile.opened_on, 29, align="center"),
        PrintColumn(HardshipFile.mobile, 27, "联系电话", align="center"),
    ),
    _roster,
    unit="户",
)


def _published(occasion: Occasion) -> Iterator[Part]:
    query = HardshipFile.alive()
    if occasion.record is not None:
        query = query.where(HardshipFile.id == occasion.record)
    elif occasion.ids is not None:
        query = query.where(HardshipFile.id.in_(occasion.ids))
    elif occasion.period is not None:
        query = query.where(HardshipFile.notice_from.between(*occasion.period))
    else:
        query = query.where(HardshipFile.status == FileStatus.PUBLISHED)
    files = list(query.order_by(HardshipFile.file_no))
    groups: dict[Any, list[HardshipFile]] = {}
    for file in files:
        groups.setdefault((file.notice_from, file.notice_to), []).append(file)
    for (first, last), group in groups.items() or [((None, None), [])]:
        yield _notice(group, first, last, occasion)


def _notice(files: list[HardshipFile], first: Any, last: Any, occasion: Occasion) -> Part:
    span = (
        f"{write_date(first)}至{write_date(last)}"
        if first and last
        else "＿＿年＿＿月＿＿日至＿＿年＿＿月＿＿日"
    )
    phone = profile().notice_phone or profile().phone or "＿＿＿＿＿＿＿＿"
    intro = (
        f"根据困难职工建档帮扶的有关规定，经本人申请、入户调查和民主评议，{office_name()}拟将下列职工"
        f"纳入困难职工帮扶。现予公示，公示期为{span}。如有异议，请在公示期内向本会反映，本会为反映人保密。"
    )
    notes = (f"公示起止日期：{span}", f"监督电话：{phone}")
    return Part(files, intro=intro, notes=notes, seal=seal(first or occasion.today))


def _name(file: HardshipFile) -> str:
    kept = HardshipFile.name
    return kept.mask(file.name) if profile().mask_names else kept.format(file.name)


NOTICE = ListPrint(
    "hardship.notice",
    "困难职工公示",
    (
        PrintColumn(HardshipFile.name, 30, text=_name, align="center"),
        PrintColumn(HardshipFile.employer, 70),
        PrintColumn(HardshipFile.category, 30, align="center"),
        PrintColumn(
            HardshipFile.level, 40, "拟帮扶事项", text=lambda file: f"{file.level}建档帮扶", align="center"
        ),
    ),
    _published,
    landscape=False,
    closing=(),
    is_public=True,
    dated=True,
)

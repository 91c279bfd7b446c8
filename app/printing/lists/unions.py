"""The lists of grassroots unions, their committees and the terms that end (domain 2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from app.fields import Align
from app.printing.lists.heads import office_head
from app.records.base import Query
from app.records.unions import (
    STANDING,
    CommitteeMember,
    GrassrootsUnion,
    chairs_of,
    committee_of,
    unions_standing,
)
from app.register import ListPrint, Occasion, Part, PrintColumn, Shown
from app.rules.dates import days_until, write_date

_AHEAD = timedelta(days=183)


def _asked(occasion: Occasion, otherwise: Query[GrassrootsUnion]) -> Query[GrassrootsUnion]:
    """Select the unions asked for; where none were, those that `otherwise` selects."""
    if occasion.record is not None:
        return GrassrootsUnion.alive().where(GrassrootsUnion.id == occasion.record)
    if occasion.ids is not None:
        return GrassrootsUnion.alive().where(GrassrootsUnion.id.in_(occasion.ids))
    return otherwise


def _standing(occasion: Occasion) -> Iterator[Part]:
    query = _asked(occasion, unions_standing(occasion.as_of))
    unions = list(query.order_by(GrassrootsUnion.search_key, GrassrootsUnion.id))
    yield Part(unions, heads=(office_head(), f"截至{write_date(occasion.as_of)}", f"共 {len(unions)} 家"))


def _workers(union: GrassrootsUnion) -> str:
    return str(union.enterprise.employee_count or "") if union.enterprise is not None else ""


def _chair_phone(union: GrassrootsUnion) -> str:
    seat = chairs_of(union).first()
    return union.phone or (seat.phone if seat is not None else None) or ""


UNIONS_LIST = ListPrint(
    "unions.list",
    "基层工会组织一览表",
    (
        PrintColumn(GrassrootsUnion.name, 52),
        PrintColumn(GrassrootsUnion.union_type, 20, "类型", align="center"),
        PrintColumn(GrassrootsUnion.enterprise, 42, "依托单位"),
        PrintColumn(GrassrootsUnion.ownership_kind, 16, "所有制", align="center"),
        PrintColumn(None, 15, "职工人数", align="right", text=_workers),
        PrintColumn(GrassrootsUnion.member_count, 15, "会员人数"),
        PrintColumn(GrassrootsUnion.female_member_count, 13, "女会员"),
        PrintColumn(GrassrootsUnion.chair, 18, "主席"),
        PrintColumn(None, 28, "电话", align="center", text=_chair_phone),
        PrintColumn(GrassrootsUnion.founded_on, 30, "成立时间", align="center"),
        PrintColumn(GrassrootsUnion.term_no, 11, "届次"),
        PrintColumn(GrassrootsUnion.term_end, 30, "换届到期日", align="center"),
        PrintColumn(None, 16, "备注"),
    ),
    _standing,
    unit="家",
)


def _committees(occasion: Occasion) -> Iterator[Part]:
    """Yield one sheet for each union; the office's own where none was asked for."""
    for union in _asked(occasion, GrassrootsUnion.alive().where(GrassrootsUnion.is_own)):
        seats = list(committee_of(union).order_by(CommitteeMember.id))
        heads = (union.name, f"第 {union.term_no} 届", f"共 {len(seats)} 人")
        yield Part(seats, heads=heads)


COMMITTEE_LIST = ListPrint(
    "unions.committees",
    "工会委员会组成人员名单",
    (
        PrintColumn(CommitteeMember.post, 30),
        PrintColumn(CommitteeMember.name, 24),
        PrintColumn(CommitteeMember.sex, 11, align="center"),
        PrintColumn(CommitteeMember.birth_month, 26, align="center"),
        PrintColumn(CommitteeMember.party_post, 32, "行政职务"),
        PrintColumn(CommitteeMember.duty, 32),
        PrintColumn(CommitteeMember.phone, 26, "电话", align="center"),
    ),
    _committees,
    landscape=False,
    single="委员会名单",
)


@dataclass(frozen=True)
class Term:
    """A union's term, and the days that are left of it."""

    union: GrassrootsUnion
    days: int

    @property
    def left(self) -> str:
        """Say how long the term still runs, or how long it has been over."""
        return f"{self.days} 天" if self.days >= 0 else f"逾期 {-self.days} 天"


def _ending(occasion: Occasion) -> Iterator[Part]:
    """Yield the terms that are over, and those that end within half a year of the list's day."""
    day = occasion.as_of
    standing = GrassrootsUnion.alive().where(GrassrootsUnion.status.in_(STANDING))
    query = _asked(occasion, standing.where(GrassrootsUnion.term_end <= day + _AHEAD))
    known = query.where(GrassrootsUnion.term_end.is_null(False))
    unions = known.order_by(GrassrootsUnion.term_end, GrassrootsUnion.id)
    terms = [Term(union, days_until(union.term_end, day)) for union in unions]
    yield Part(terms, heads=(office_head(), f"截至{write_date(day)}", f"共 {len(terms)} 家"))


def _of_union(kept: Shown, width_mm: float, align: Align = "left") -> PrintColumn:
    def text(term: Term) -> str:
        return kept.format(getattr(term.union, kept.name))

    return PrintColumn(None, width_mm, kept.label, align=align, text=text)


TERMS_LIST = ListPrint(
    "unions.terms",
    "换届到期一览表",
    (
        _of_union(GrassrootsUnion.name, 76),
        _of_union(GrassrootsUnion.union_type, 24, "center"),
        _of_union(GrassrootsUnion.chair, 24),
        _of_union(GrassrootsUnion.term_no, 12, "right"),
        _of_union(GrassrootsUnion.term_start, 34, "center"),
        _of_union(GrassrootsUnion.term_end, 34, "center"),
        PrintColumn(None, 26, "剩余天数", align="right", text=lambda term: term.left),
        _of_union(GrassrootsUnion.status, 26, "center"),
    ),
    _ending,
    unit="家",
)

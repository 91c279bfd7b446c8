"""The lists of grassroots unions, their committees and the terms that end (domain 2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import fn

from app.printing.heads import as_of_head, blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.records.base import Query
from app.rules.dates import days_until
from app.subjects.unions.grassroots.records import (
    STANDING,
    CommitteeMember,
    GrassrootsUnion,
    chairs_of,
    committee_of,
    unions_standing,
)

_AHEAD = timedelta(days=183)
_STANDING = Selection(
    GrassrootsUnion,
    (GrassrootsUnion.search_key, GrassrootsUnion.id),
    otherwise=lambda request: unions_standing(request.as_of),
)
_OWN = Selection(GrassrootsUnion, otherwise=lambda _: GrassrootsUnion.alive().where(GrassrootsUnion.is_own))
"""The unions asked for, else the office's own."""


def _workers(union: GrassrootsUnion) -> str:
    return str(union.enterprise.employee_count or "") if union.enterprise is not None else ""


def _with_chairs(request: PrintRequest) -> Iterator[Part]:
    """Yield the unions, each with the names and a telephone of those who chair it now, in one query."""
    seats = chairs_of(GrassrootsUnion.id)
    named = seats.select(fn.GROUP_CONCAT(CommitteeMember.name, "、"))
    called = seats.select(CommitteeMember.phone).limit(1)
    unions = _STANDING(request)
    rows = unions.select_extend(named.alias("chair_names"), called.alias("chair_phone"))
    yield Part(rows.iterator(), heads=(office_head(), as_of_head(request), f"共 {unions.count():,} 家"))


UNIONS_LIST = ListPrint(
    "unions.list",
    "基层工会组织一览表",
    (
        PrintColumn(GrassrootsUnion.name, 52),
        PrintColumn(GrassrootsUnion.union_type, heading="类型"),
        PrintColumn(GrassrootsUnion.enterprise, heading="依托单位"),
        PrintColumn(GrassrootsUnion.ownership_kind, 16, "所有制"),
        PrintColumn(None, 15, "职工人数", align="right", text=_workers),
        PrintColumn(GrassrootsUnion.member_count, heading="会员人数"),
        PrintColumn(GrassrootsUnion.female_member_count, 13, "女会员"),
        PrintColumn(GrassrootsUnion.chair, heading="主席", text=lambda union: union.chair_names or ""),
        PrintColumn(
            None, 28, "电话", align="center", text=lambda union: union.phone or union.chair_phone or ""
        ),
        PrintColumn(GrassrootsUnion.founded_on, heading="成立时间"),
        PrintColumn(GrassrootsUnion.term_no, 11, "届次"),
        PrintColumn(GrassrootsUnion.term_end, heading="换届到期日"),
        PrintColumn(None, 16, "备注"),
    ),
    Sheets(_with_chairs, unit="家", chosen=_STANDING),
)


def _committee(union: GrassrootsUnion, _: PrintRequest) -> Part:
    seats = list(committee_of(union).order_by(CommitteeMember.id))
    term = f"第 {union.term_no} 届" if union.term_no else ""
    return Part(seats, heads=(f"单位（盖章）：{union.name or ''}", term, f"共 {len(seats)} 人"))


COMMITTEE_LIST = ListPrint(
    "unions.committees",
    "工会委员会组成人员名单",
    (
        PrintColumn(CommitteeMember.post, 30),
        CommitteeMember.name,
        PrintColumn(CommitteeMember.sex, 11),
        CommitteeMember.birth_month,
        PrintColumn(CommitteeMember.party_post, 32, "行政职务"),
        PrintColumn(CommitteeMember.duty, 32),
        PrintColumn(CommitteeMember.phone, heading="电话"),
    ),
    _OWN.each(_committee),
    blank=blank("第 ＿＿＿ 届"),
    single="委员会名单",
)


def _ending(request: PrintRequest) -> Query[GrassrootsUnion]:
    """Select the unions whose term is over, or ends within half a year of the list's day."""
    standing = GrassrootsUnion.alive().where(GrassrootsUnion.status.in_(STANDING))
    return standing.where(GrassrootsUnion.term_end <= request.as_of + _AHEAD)


_TERMS = Selection(
    GrassrootsUnion,
    (GrassrootsUnion.term_end, GrassrootsUnion.id),
    otherwise=_ending,
    where=lambda _: GrassrootsUnion.term_end.is_null(False),
    only="有届满日期的",
)


def _days_left(union: GrassrootsUnion, day: date) -> str:
    """Say how long the term still runs, or how long it has been over."""
    days = days_until(union.term_end, day) if union.term_end is not None else 0
    return f"{days} 天" if days >= 0 else f"逾期 {-days} 天"


TERMS_LIST = ListPrint(
    "unions.terms",
    "换届到期一览表",
    (
        PrintColumn(GrassrootsUnion.name, 76),
        GrassrootsUnion.union_type,
        GrassrootsUnion.chair,
        GrassrootsUnion.term_no,
        GrassrootsUnion.term_start,
        GrassrootsUnion.term_end,
        PrintColumn(None, 26, "剩余天数", align="right", on=_days_left),
        GrassrootsUnion.status,
    ),
    _TERMS.sheet("家", as_of=True),
)

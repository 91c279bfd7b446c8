"""Whether the annual returns agree with the register of unions (逻辑检查, domain 9.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.records.base import plain_names
from app.records.profile import Profile, standard
from app.register import Disagreement
from app.rules.numbers import write_percent
from app.rules.periods import statistics_year
from app.rules.unit_names import plain_name
from app.subjects.publications.returns.records import JOINT_TYPES, AnnualReturn, ReturnStatus
from app.subjects.unions.grassroots.records import GrassrootsUnion, unions_standing

_IN_HAND = (ReturnStatus.RECEIVED.value, ReturnStatus.ENTERED.value)
_COUNTS = (
    (AnnualReturn.members, GrassrootsUnion.member_count),
    (AnnualReturn.women_members, GrassrootsUnion.female_member_count),
    (AnnualReturn.migrant_members, GrassrootsUnion.migrant_member_count),
    (AnnualReturn.covered_units, GrassrootsUnion.covered_unit_count),
)
"""What both registers count."""


def unions_say_the_same_in_both() -> Iterator[Disagreement]:
    """A union's return and its line in the register tell the same counts, but for what a few months change.

    The register knows today's numbers alone, so only the latest returns are compared; how much they
    may differ is what the office asks to be explained (年报变动须说明).
    """
    returns, unions = _latest()
    by_name = {plain: union for union in unions for plain in plain_names(GrassrootsUnion, union.__data__)}
    for record in returns:
        union = by_name.get(plain_name(record.union_name))
        if union is None:
            continue
        for told, kept in _COUNTS:
            here, there = record.__data__[told.name], union.__data__[kept.name]
            if here is not None and there is not None and _far_apart(here, there):
                sentence = f"“{union.name}”{record.year}统计年度年报的{told.label}是 {here:,}"
                yield Disagreement(f"{sentence}，基层工会台账是 {there:,}，请核对。", (record.id,))
        if None not in (record.union_type, union.union_type) and _form(record) != _form(union):
            sentence = (
                f"“{union.name}”年报的组织类型是“{record.union_type}”，基层工会台账是“{union.union_type}”"
            )
            yield Disagreement(f"{sentence}，请核对。", (record.id,), doubt=True)


def all_unions_report() -> Iterator[Disagreement]:
    """Every union that stood at the year's end has a return, and nobody else."""
    returns, unions = _latest()
    if not returns or not unions:
        return
    year = returns[0].year
    known = {plain for union in unions for plain in plain_names(GrassrootsUnion, union.__data__)}
    strangers = [record for record in returns if plain_name(record.union_name) not in known]
    if strangers:
        sentence = f"{year}统计年度有 {len(strangers):,} 家年报的工会不在基层工会台账中，请补登或核对名称"
        yield Disagreement(f"{sentence}。", tuple(record.id for record in strangers), doubt=True)
    reporting = {plain_name(record.union_name) for record in _of_year(year)}
    silent = [union for union in unions if reporting.isdisjoint(plain_names(GrassrootsUnion, union.__data__))]
    if silent:
        names = "、".join(union.name for union in silent[:3]) + ("等" if len(silent) > 3 else "")
        sentence = f"{year}统计年度没有{names} {len(silent):,} 家工会的年报，请催报"
        yield Disagreement(f"{sentence}。", doubt=True)


def members_are_as_many_in_both() -> Iterator[Disagreement]:
    """All returns together tell as many members as the register, once they are all in."""
    returns, unions = _latest()
    if not returns or not unions:
        return
    year = returns[0].year
    if any(record.status not in _IN_HAND for record in _of_year(year)):
        return
    here = sum(record.members or 0 for record in returns)
    there = sum(union.member_count or 0 for union in unions)
    if _far_apart(here, there):
        most = write_percent(standard(Profile.noted_change))
        sentence = (
            f"{year}统计年度年报会员合计 {here:,} 人，基层工会台账 {there:,} 人，相差超过 {most}，请核对"
        )
        yield Disagreement(f"{sentence}。", tuple(record.id for record in returns))


def _latest() -> tuple[list[AnnualReturn], list[GrassrootsUnion]]:
    """Return the returns in hand of the latest year there are any of, and the unions that stood then."""
    in_hand = AnnualReturn.alive().where(AnnualReturn.status.in_(_IN_HAND))
    last = in_hand.order_by(AnnualReturn.year.desc()).first()
    if last is None or last.year is None:
        return [], []
    returns = list(in_hand.where(AnnualReturn.year == last.year).order_by(AnnualReturn.id))
    day = min(statistics_year(last.year).last, date.today())
    return returns, list(unions_standing(day).where(~GrassrootsUnion.is_own).order_by(GrassrootsUnion.id))


def _of_year(year: int) -> list[AnnualReturn]:
    return list(AnnualReturn.alive().where(AnnualReturn.year == year))


def _form(record: AnnualReturn | GrassrootsUnion) -> str:
    """Return what the annual statistics tell apart: of one unit, of several, or another (domain 2.2)."""
    joint = record.union_type in JOINT_TYPES
    return "联合" if joint else str(record.union_type)


def _far_apart(here: int, there: int) -> bool:
    return abs(here - there) * 1000 > max(here, there) * standard(Profile.noted_change)


CONSISTENCY = (unions_say_the_same_in_both, all_unions_report, members_are_as_many_in_both)

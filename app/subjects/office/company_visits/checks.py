"""The rules of visits to enterprises: what was found wrong is followed up (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import in_order, not_ahead, others, told_together
from app.records.naming import same_unit
from app.subjects.office.company_visits.records import CompanyVisit, FollowUpStatus
from app.subjects.unions.enterprises.records import CLOSED


def days_fit(visit: CompanyVisit) -> Iterator[Problem]:
    """A visit was made, and followed up, by today."""
    yield from not_ahead(visit, CompanyVisit.visited_on, CompanyVisit.followed_on)
    yield from in_order(visit, (CompanyVisit.visited_on, CompanyVisit.followed_on))
    yield from in_order(visit, (CompanyVisit.visited_on, CompanyVisit.follow_up_by))


def follow_up_is_told(visit: CompanyVisit) -> Iterator[Problem]:
    """What is to be done says what and by when, what was done says so."""
    if visit.status == FollowUpStatus.OPEN:
        yield from told_together(visit, visit.status, CompanyVisit.problems, CompanyVisit.follow_up_by)
    elif visit.status == FollowUpStatus.DONE:
        yield from told_together(visit, visit.status, CompanyVisit.follow_up, CompanyVisit.followed_on)
    elif visit.problems:
        yield Warn(CompanyVisit.status, "发现了问题，请改为“待跟进”并填写跟进期限")
    if visit.status != FollowUpStatus.DONE and visit.followed_on is not None:
        yield Block(CompanyVisit.followed_on, f"状态为“{visit.status}”，跟进完请点“登记跟进”")


def visited_once_a_day(visit: CompanyVisit) -> Iterator[Problem]:
    """The same enterprise is visited once a day; one that is closed cannot be visited."""
    if visit.unit_name and visit.visited_on:
        same = others(visit).where(same_unit(CompanyVisit.enterprise, visit))
        if same.where(CompanyVisit.visited_on == visit.visited_on).exists():
            yield Warn(CompanyVisit.unit_name, "当天已登记走访过这家企业，请核对是否重复")
    unit = visit.enterprise
    if unit is not None and unit.business_status in CLOSED:
        yield Warn(CompanyVisit.enterprise, f"这家企业已{unit.business_status}，请核对")


COMPANY_VISIT = (days_fit, follow_up_is_told, visited_once_a_day)

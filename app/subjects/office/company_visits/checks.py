"""The rules of visits to enterprises: what was found wrong is followed up (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import others
from app.records.naming import same_unit
from app.subjects.office.company_visits.records import CompanyVisit, FollowUpStatus
from app.subjects.unions.enterprises.records import CLOSED


def state_fits(visit: CompanyVisit) -> Iterator[Problem]:
    """A problem is followed up, and only what was followed up has a day of it (domain 10)."""
    if visit.status == FollowUpStatus.NONE and visit.problems:
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


COMPANY_VISIT = (state_fits, visited_once_a_day)

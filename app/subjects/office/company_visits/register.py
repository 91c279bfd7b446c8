"""Visits to enterprises, and what they leave to do (domain 10)."""

from __future__ import annotations

from app.register import Register, Section, State, Step
from app.subjects.office.company_visits import checks
from app.subjects.office.company_visits.due import follow_ups_due
from app.subjects.office.company_visits.lists import COMPANY_VISIT_BOOK
from app.subjects.office.company_visits.records import CompanyVisit, FollowUpStatus

_PROBLEM = (CompanyVisit.problems, CompanyVisit.follow_up_by)

COMPANY_VISITS = Register(
    "office.company_visits",
    "走访企业",
    CompanyVisit,
    columns=(
        CompanyVisit.visited_on,
        CompanyVisit.unit_name,
        CompanyVisit.purpose,
        CompanyVisit.visited_by,
        CompanyVisit.status,
    ),
    identity=((CompanyVisit.unit_name, CompanyVisit.visited_on),),
    sections=(
        Section(
            "走访",
            CompanyVisit.visited_on,
            CompanyVisit.enterprise,
            CompanyVisit.unit_name,
            CompanyVisit.purpose,
            CompanyVisit.visited_by,
            CompanyVisit.received_by,
            CompanyVisit.situation,
        ),
        Section(
            "问题和跟进",
            CompanyVisit.problems,
            CompanyVisit.status,
            CompanyVisit.follow_up_by,
            CompanyVisit.followed_on,
            CompanyVisit.follow_up,
            CompanyVisit.visit_no,
            CompanyVisit.remark,
        ),
    ),
    filters=(CompanyVisit.visited_on, CompanyVisit.purpose, CompanyVisit.visited_by, CompanyVisit.status),
    search=(
        CompanyVisit.unit_name,
        CompanyVisit.visit_no,
        CompanyVisit.visited_by,
        CompanyVisit.situation,
        CompanyVisit.problems,
    ),
    checks=checks.COMPANY_VISIT,
    steps=(
        Step(
            "登记跟进",
            (FollowUpStatus.OPEN,),
            FollowUpStatus.DONE,
            asks=(CompanyVisit.followed_on, CompanyVisit.follow_up),
        ),
        Step(
            "转为待跟进",
            (FollowUpStatus.NONE,),
            FollowUpStatus.OPEN,
            asks=_PROBLEM,
            usual=False,
        ),
    ),
    prints=(COMPANY_VISIT_BOOK,),
    order=(CompanyVisit.visited_on.desc(), CompanyVisit.id.desc()),
    status=CompanyVisit.status,
    states=(
        State(FollowUpStatus.NONE, without=(CompanyVisit.followed_on,)),
        State(FollowUpStatus.OPEN, "warn", needs=_PROBLEM, without=(CompanyVisit.followed_on,)),
        State(FollowUpStatus.DONE, "good", needs=(CompanyVisit.follow_up, CompanyVisit.followed_on)),
    ),
    unit="次",
    due=follow_ups_due,
)

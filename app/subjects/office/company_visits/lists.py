"""The book of visits to enterprises, and what is left to do (走访企业记录表, domain 10)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.office.company_visits.records import CompanyVisit


def _follow_up(visit: CompanyVisit) -> str:
    """Tell what was done after a visit, or by when it will be."""
    if visit.follow_up:
        return str(visit.follow_up)
    return f"{CompanyVisit.follow_up_by.format(visit.follow_up_by)}前跟进" if visit.follow_up_by else ""


COMPANY_VISIT_BOOK = ListPrint(
    "office.company_visit_book",
    "走访企业记录表",
    (
        PrintColumn(CompanyVisit.visited_on, 35),
        PrintColumn(CompanyVisit.unit_name, 42),
        CompanyVisit.purpose,
        PrintColumn(CompanyVisit.visited_by, 38, align="center"),
        PrintColumn(CompanyVisit.received_by, align="center"),
        CompanyVisit.situation,
        PrintColumn(CompanyVisit.problems, 40),
        PrintColumn(
            None,
            38,
            "跟进",
            text=_follow_up,
            told_by=(CompanyVisit.follow_up, CompanyVisit.follow_up_by),
        ),
    ),
    Selection(CompanyVisit, (CompanyVisit.visited_on, CompanyVisit.id), CompanyVisit.visited_on).sheet("次"),
)

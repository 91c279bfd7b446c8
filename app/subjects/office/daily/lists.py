"""The books of the office: seals used, visitors received, enterprises visited (domain 10)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.office.company_visits.records import CompanyVisit
from app.subjects.office.seal_uses.records import SealUse
from app.subjects.office.visits.records import Visit

SEAL_BOOK = ListPrint(
    "office.seal_book",
    "用印登记簿",
    (
        PrintColumn(SealUse.used_on, 33),
        PrintColumn(SealUse.document, 62),
        PrintColumn(SealUse.reason, 46),
        PrintColumn(SealUse.seal, 30),
        PrintColumn(SealUse.copies, 14, align="center"),
        PrintColumn(SealUse.approved_by, 24, align="center"),
        PrintColumn(SealUse.handled_by, 24, align="center"),
        PrintColumn(None, 30, "用印人签名"),
    ),
    Selection(SealUse, (SealUse.used_on, SealUse.id), SealUse.used_on).sheet("次"),
    signing=True,
)


def _outcome(visit: Visit) -> str:
    """Tell what came of a matter: the answer, or who has it now."""
    lines = (visit.result, f"转办：{visit.passed_to}" if visit.passed_to else "")
    return "\n".join(line for line in lines if line)


VISIT_BOOK = ListPrint(
    "office.visit_book",
    "来访接待登记簿",
    (
        PrintColumn(Visit.visited_on, 35),
        PrintColumn(Visit.name, align="center"),
        PrintColumn(Visit.people, 12, "人数", align="center"),
        PrintColumn(Visit.unit, 34),
        PrintColumn(Visit.mobile, heading="联系电话", masked=True),
        Visit.matter,
        PrintColumn(Visit.received_by, align="center"),
        PrintColumn(None, 46, "处理", text=_outcome),
        PrintColumn(Visit.closed_on, 35),
    ),
    Selection(Visit, (Visit.visited_on, Visit.id), Visit.visited_on).sheet("件"),
)


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
        PrintColumn(None, 38, "跟进", text=_follow_up),
    ),
    Selection(CompanyVisit, (CompanyVisit.visited_on, CompanyVisit.id), CompanyVisit.visited_on).sheet("次"),
)

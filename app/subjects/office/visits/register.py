"""Visitors at the window: an open matter is answered or passed on (domain 10)."""

from __future__ import annotations

from app.records.retention import Retained
from app.register import Register, Retention, Section, State, Step
from app.subjects.office.visits import checks
from app.subjects.office.visits.due import visits_due
from app.subjects.office.visits.lists import VISIT_BOOK
from app.subjects.office.visits.records import Visit, VisitStatus


def _after_import(visit: Visit, names: frozenset[str]) -> None:
    """Settle the state: a book of visitors tells what came of a matter, seldom its state."""
    if "status" in names:
        return
    if visit.result:
        visit.status = VisitStatus.ANSWERED.value
        visit.closed_on = visit.closed_on or visit.visited_on
    elif visit.passed_to:
        visit.status = VisitStatus.PASSED_ON.value
        visit.closed_on = visit.closed_on or visit.visited_on


VISITS = Register(
    "office.visits",
    "来访接待",
    Visit,
    columns=(
        Visit.visited_on,
        Visit.name,
        Visit.people,
        Visit.mode,
        Visit.subject,
        Visit.received_by,
        Visit.status,
    ),
    sections=(
        Section(
            "来访",
            Visit.visited_on,
            Visit.name,
            Visit.people,
            Visit.unit,
            Visit.mobile,
            Visit.mode,
            Visit.subject,
            Visit.received_by,
            Visit.matter,
        ),
        Section(
            "处理",
            Visit.status,
            Visit.answer_by,
            Visit.closed_on,
            Visit.passed_to,
            Visit.result,
            Visit.visit_no,
            Visit.remark,
        ),
    ),
    filters=(Visit.visited_on, Visit.subject, Visit.mode, Visit.received_by, Visit.status),
    search=(Visit.name, Visit.visit_no, Visit.unit, Visit.mobile, Visit.matter),
    checks=checks.VISIT,
    steps=(
        Step("答复", (VisitStatus.OPEN,), VisitStatus.ANSWERED, asks=(Visit.closed_on, Visit.result)),
        Step(
            "转办",
            (VisitStatus.OPEN,),
            VisitStatus.PASSED_ON,
            asks=(Visit.closed_on, Visit.passed_to),
            usual=False,
        ),
    ),
    prints=(VISIT_BOOK,),
    order=(Visit.visited_on.desc(), Visit.id.desc()),
    status=Visit.status,
    states=(
        State(VisitStatus.OPEN, "warn", without=(Visit.closed_on,)),
        State(VisitStatus.ANSWERED, "good", needs=(Visit.result, Visit.closed_on)),
        State(VisitStatus.PASSED_ON, "info", needs=(Visit.passed_to, Visit.closed_on)),
    ),
    unit="件",
    sums=(Visit.people,),
    due=visits_due,
    after_import=_after_import,
    retention=Retention(Retained.VISITS, Visit.closed_on),
)

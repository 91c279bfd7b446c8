"""The book of visitors, and what came of each matter (来访接待登记簿, domain 10)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.office.visits.records import Visit


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
        PrintColumn(Visit.mobile, heading="联系电话"),
        Visit.matter,
        PrintColumn(Visit.received_by, align="center"),
        PrintColumn(None, 46, "处理", text=_outcome, told_by=(Visit.result, Visit.passed_to)),
        PrintColumn(Visit.closed_on, 35),
    ),
    Selection(Visit, (Visit.visited_on, Visit.id), Visit.visited_on).sheet("件"),
)

"""The roll of honours (荣誉登记表), and how an honour is told in a text."""

from __future__ import annotations

from datetime import date

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.records.profile import office_name_on
from app.subjects.office.honours.records import Honour


def recipient_of(honour: Honour) -> str:
    """Return who was granted an honour; the office itself need not be written down.

    Of a day that nobody knows it has the name of today.
    """
    return honour.recipient or office_name_on(honour.granted_on or date.today())


def cited(honour: Honour) -> str:
    """Return an honour as a report tells it: 王芳获区总工会“优秀工会工作者”."""
    return f"{recipient_of(honour)}获{honour.granted_by or ''}“{honour.title}”"


HONOUR_ROLL = ListPrint(
    "office.honour_roll",
    "荣誉登记表",
    (
        PrintColumn(Honour.granted_on, 35),
        PrintColumn(Honour.title, 60),
        Honour.level,
        Honour.granted_by,
        Honour.recipient_kind,
        PrintColumn(Honour.recipient, 50, text=recipient_of),
        Honour.employer,
        Honour.document_no,
    ),
    Selection(Honour, (Honour.granted_on, Honour.id), Honour.granted_on).sheet("项"),
)

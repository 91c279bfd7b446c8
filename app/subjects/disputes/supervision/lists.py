"""The ledger of letters of supervision (工会劳动法律监督一函两书台账, domain 18)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.disputes.supervision.records import SupervisionLetter

LETTERS = Selection(
    SupervisionLetter, (SupervisionLetter.issued_on, SupervisionLetter.id), SupervisionLetter.issued_on
)
"""The letters asked for, else those of the period, from the first on."""

LETTER_BOOK = ListPrint(
    "disputes.supervision_book",
    "工会劳动法律监督“一函两书”台账",
    (
        PrintColumn(SupervisionLetter.issued_on, 35),
        PrintColumn(SupervisionLetter.letter_no, 36),
        SupervisionLetter.kind,
        PrintColumn(SupervisionLetter.unit_name, 48),
        PrintColumn(SupervisionLetter.matter, 50),
        PrintColumn(SupervisionLetter.workers, 18, "涉及职工（人）"),
        PrintColumn(SupervisionLetter.due_on, 35),
        PrintColumn(SupervisionLetter.answered_on, 35),
        PrintColumn(SupervisionLetter.rectified_on, 35),
        PrintColumn(SupervisionLetter.rectified, 40),
        SupervisionLetter.status,
    ),
    LETTERS.sheet("份"),
)

"""A dispute's papers as they are bound: cover, table of contents, back cover (domain 4.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import zip_longest

from app.fields import Shown
from app.printing.bound import BoundSheet, Single
from app.printing.filling import Filling, table
from app.printing.form import Cell, FormSheet
from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import BLANK, LetterSheet, body, heading, or_blank, written
from app.records.base import Record
from app.rules.dates import write_date
from app.subjects.disputes.cases import letters, notices
from app.subjects.disputes.cases.attorney import ATTORNEY
from app.subjects.disputes.cases.forms import DISPUTE_CLOSING, DISPUTE_INTAKE, DISPUTE_VISIT
from app.subjects.disputes.cases.heads import body_name, mediators, number_of
from app.subjects.disputes.cases.inquiry import INQUIRIES
from app.subjects.disputes.cases.lists import CASES
from app.subjects.disputes.cases.records import (
    INQUIRY,
    MEETING,
    SERVING,
    TELLING,
    DisputeCase,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
    agreements_of,
    rows_of,
)
from app.subjects.disputes.cases.service import SERVICE
from app.subjects.disputes.mediation.records import Outcome

_COLUMNS = (("序号", 2), ("文书名称", 9), ("文号", 5), ("日期", 4), ("页号", 2), ("备注", 2))
_ROWS = 22
_COVER_ROW = 15.5  # mm
_WRITTEN = {MEETING: letters.MINUTES, INQUIRY: INQUIRIES}


@dataclass(frozen=True)
class Paper:
    """A paper of a case's file: its line in the table of contents, and what it is printed from.

    What the office does not print, such as copies of identity cards, has no print and is put in by hand.
    """

    title: str
    number: str | None = None
    day: date | None = None
    printed: FormPrint | None = None
    rows: tuple[Record, ...] = ()

    def sheets(self, full_ids: bool) -> tuple[Single, ...]:
        """Return what is printed of it."""
        made = [self.printed.sheet(row, full_ids) for row in self.rows] if self.printed else []
        return tuple(
            sheet for sheet in made if isinstance(sheet, FormSheet | LetterSheet)
        )  # no file in a file


def _made(layout: FormPrint, *rows: Record, number: str | None = None, day: date | None = None) -> Paper:
    return Paper(layout.title, number, day, layout, rows)


def papers(case: DisputeCase) -> Iterator[Paper]:
    """Yield the papers a file holds, in the order they are bound."""
    if case.id is None:
        return
    if case.apply_mode == "书面":
        yield _made(letters.APPLICATION, case, day=case.applied_on)
    yield _made(DISPUTE_INTAKE, case, number=case.serial_no, day=case.accepted_on or case.applied_on)
    yield _made(notices.RIGHTS, case, day=case.accepted_on)
    yield Paper("当事人身份证明")
    parties = list(rows_of(DisputeParty, case).order_by(DisputeParty.id))
    if represented := [party for party in parties if party.agent]:
        yield _made(ATTORNEY, *represented)
    yield _made(notices.SUMMONS, *parties)
    yield from _minutes(case)
    if rows_of(DisputeStep, case).where(DisputeStep.kind == SERVING).exists():
        yield _made(SERVICE, *parties)
    for agreement in agreements_of(case):
        yield _made(letters.AGREEMENT, agreement, number=agreement.agreement_no, day=agreement.signed_on)
    if case.outcome == Outcome.FAILED:
        yield _made(letters.OPINION, case, day=case.closed_on)
    if case.outcome in notices.ENDED:
        yield _made(notices.ENDING, case, day=case.closed_on)
    for visit in rows_of(DisputeFollowUp, case).order_by(DisputeFollowUp.visited_on):
        yield _made(DISPUTE_VISIT, visit, day=visit.visited_on)
    if case.closed_on:
        yield _made(DISPUTE_CLOSING, case, day=case.closed_on)


def _minutes(case: DisputeCase) -> Iterator[Paper]:
    """Yield the minutes of each session and inquiry, and the records of other steps, written by hand."""
    steps = rows_of(DisputeStep, case).where(DisputeStep.kind.not_in((TELLING, SERVING)))
    for step in steps.order_by(DisputeStep.held_on, DisputeStep.id):
        if (printed := _WRITTEN.get(step.kind)) is not None:
            yield _made(printed, step, day=step.held_on)
        else:
            yield Paper(f"{step.kind}记录", day=step.held_on)


def _cover(case: DisputeCase, full_ids: bool) -> FormSheet:
    filling = Filling(case, full_ids)
    lines: tuple[tuple[str, str | Shown], ...] = (
        ("案号", number_of(case)),
        ("案由", DisputeCase.subcategory),
        ("申请人", case.applicants or ""),
        ("被申请人", case.respondents or ""),
        ("调解员", mediators(case)),
        ("受理日期", DisputeCase.accepted_on),
        ("结案日期", DisputeCase.closed_on),
        ("结案方式", DisputeCase.outcome),
        ("立卷人", case.filed_by or ""),
        ("归档日期", DisputeCase.archived_on),
        ("保管期限", DisputeCase.retention),
        ("卷内页数", DisputeCase.pages),
        ("备注", ""),
    )
    return FormSheet(
        "\n".join(text for text in (body_name(case), "劳动争议调解卷宗") if text),
        tuple((Cell(name, 5, label=True), _cover_box(filling, told)) for name, told in lines),
    )


def _cover_box(filling: Filling[DisputeCase], told: str | Shown) -> Cell:
    if isinstance(told, str):
        return Cell(told, 19, height_mm=_COVER_ROW)
    return filling.box(told, 19, height_mm=_COVER_ROW)


def _contents(case: DisputeCase, _full_ids: bool, pages: Sequence[int | None] = ()) -> FormSheet:
    """List the papers; `pages` tells where each begins once they are bound, else that is left to the hand."""
    rows = [
        (
            str(number),
            paper.title,
            paper.number or "",
            write_date(paper.day) if paper.day else "",
            str(page or ""),
            "另附" if pages and page is None else "",
        )
        for number, (paper, page) in enumerate(zip_longest(papers(case), pages), start=1)
    ]
    return FormSheet(
        "卷内目录",
        table(_COLUMNS, rows, least=_ROWS),
        head_left=f"案号：{number_of(case)}",
        closing=("立卷人：", "检查人：", "立卷日期："),
    )


def _back(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "卷宗封底",
        (
            body(f"案号：{or_blank(case.case_no, 16)}"),
            body(f"本卷共装订{BLANK * 5}页，另有证物{BLANK * 5}件，存放于{BLANK * 8}。"),
            heading("需要说明的情况"),
            body("", 10),
        ),
        signatures=(("立卷人：", "检查人："), (f"立卷日期：{written(case.archived_on)}",)),
    )


def _file(case: DisputeCase, full_ids: bool) -> BoundSheet:
    """Bind the papers of a case as they lie in its file (domain 4.6)."""
    return BoundSheet(
        "劳动争议调解卷宗",
        cover=_cover(case, full_ids),
        contents=partial(_contents, case, full_ids),
        papers=tuple(paper.sheets(full_ids) for paper in papers(case)),
        back=_back(case, full_ids),
    )


DISPUTE_COVER = FormPrint(
    "disputes.cover", "卷宗封面", DisputeCase, CASES, _cover, hides_ids=False, single="卷宗封面"
)
DISPUTE_CONTENTS = FormPrint(
    "disputes.contents", "卷内目录", DisputeCase, CASES, _contents, hides_ids=False, single="卷内目录"
)
DISPUTE_BACK = FormPrint(
    "disputes.back_cover", "卷宗封底", DisputeCase, CASES, _back, hides_ids=False, single="封底"
)
DISPUTE_FILE = FormPrint(
    "disputes.bound",
    "劳动争议调解卷宗（整卷）",
    DisputeCase,
    CASES,
    _file,
    hides_ids=False,
    own_numbers=True,
    single="整卷",
    kind=PaperKind.FILE,
)

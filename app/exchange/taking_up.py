"""Taking a register up from a proposal: it is made, and the rows of its workbook come in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.described import changing
from app.described.description import Description
from app.described.opened import Opened
from app.exchange.cells import Options
from app.exchange.describing import Proposal
from app.exchange.importing import RowProblem, problems_by_row, report_of
from app.exchange.session import ImportSession

_TOLD = 5  # so many sentences are told of each kind


@dataclass
class Taken:
    """A register that was made, how many rows came in, and the rows and notes that did not.

    A row that came in without a cell that its field cannot take is told, too.
    """

    opened: Opened
    rows: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """Say how many rows came in, and what did not."""
        left = [*map(str, self.problems[:_TOLD]), *self.notes[:_TOLD]]
        more = len(self.problems) + len(self.notes) - len(left)
        told = "；".join(left) + (f"；等 {more} 处" if more else "")
        return f"已导入 {self.rows:,} 行。{f'{told}。' if told else ''}"


def take_up(proposal: Proposal, description: Description, *, rows: bool = True) -> Taken:
    """Make a register as it was proposed, or corrected in `description`, and import its rows where asked.

    Raises Refused with what is wrong with the description; nothing is made then.
    """
    opened = changing.make(description)
    return import_rows(opened, proposal) if rows else Taken(opened)


def import_rows(opened: Opened, proposal: Proposal) -> Taken:
    """Import the rows of a workbook into the register made of it: each sheet is a step of its own."""
    taken = Taken(opened)
    register = opened.own.register
    labels = {column.field.column: column.at for column in proposal.columns}
    for sheet, heading in proposal.sheets:
        names = ["" for _ in heading.names]
        for shown in opened.description.shown:
            if shown.column in labels:
                names[labels[shown.column]] = shown.label
        rows = [*sheet.rows[: heading.last - 1], names, *sheet.rows[heading.last :]]
        session = ImportSession.under(
            register, replace(sheet, rows=rows), heading.last, Options(incomplete=True)
        )
        session.import_rows(without_refused=True)
        report = report_of(session)
        taken.rows += report.new + report.changed if report.done else 0
        taken.problems += [*problems_by_row(session), *report.warnings]
        taken.notes += [f"第 {number} 行“{words}”是说明，没有登记" for number, words in report.notes]
        if report.totals_rows:
            told = "、".join(map(str, report.totals_rows))
            taken.notes.append(f"第 {told} 行是合计或签名，没有登记")
    return taken

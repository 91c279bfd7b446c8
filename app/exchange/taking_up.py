"""Taking a register up from a proposal: it is made, and the rows of its workbook come in."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.described import changing
from app.described.description import Description
from app.described.opened import Opened
from app.exchange.cells import Options
from app.exchange.describing import Proposal
from app.exchange.importing import RowProblem, report_of
from app.exchange.session import ImportSession


@dataclass
class Taken:
    """A register that was made, how many rows came in, and the rows and notes that did not.

    A row that came in without a cell that its field cannot take is told, too.
    """

    opened: Opened
    rows: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take_up(proposal: Proposal, description: Description, *, rows: bool = True) -> Taken:
    """Make a register as it was proposed, or corrected in `description`, and import its rows where asked.

    Raises Refused with what is wrong with the description; nothing is made then.
    """
    taken = Taken(changing.make(description))
    for sheet in proposal.sheets if rows else ():
        options = Options(incomplete=True)
        session = ImportSession.under(taken.opened.own.register, sheet, proposal.heading.last, options)
        session.import_rows(without_refused=True)
        report = report_of(session)
        taken.rows += report.new + report.changed if report.done else 0
        taken.problems += [*report.problems, *report.warnings]
        taken.notes += [f"第 {number} 行“{words}”是说明，没有登记" for number, words in report.notes]
        if report.totals_rows:
            told = "、".join(map(str, report.totals_rows))
            taken.notes.append(f"第 {told} 行是合计或签名，没有登记")
    return taken

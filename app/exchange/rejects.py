"""The rows an import refused, as a workbook like the original, with the reasons beside them."""

from __future__ import annotations

from pathlib import Path

from app.errors import Refused
from app.exchange.mapping import REASONS
from app.exchange.rows import Row, State
from app.exchange.session import ImportSession
from app.exchange.spreadsheet import close_book, fit_columns, open_book
from app.target import require_replaceable, written_whole

_RED, _PALE = "#A3201B", "#FBE9E7"


def require_other(target: Path, book: Path) -> None:
    """Refuse to write the rejects over the workbook they come from, or where nothing can be written."""
    if target.exists() and target.samefile(book):
        raise Refused(f"“{target.name}”就是要导入的表格，不能覆盖它，请换一个文件名。")
    require_replaceable(target, (".xlsx",))


def write_rejects(session: ImportSession, target: Path) -> int:
    """Write the refused rows and what is wrong with each; return how many there are.

    The columns are those of the sheet, in its order. Raises Refused where the file cannot be written.
    """
    refused = [row for row in session.rows if row.state is State.REFUSED]
    heading = session.columns.heading
    headings = session.sheet.rows[heading.first - 1 : heading.last]
    width = _place_of_reasons(session)
    with written_whole(target, ".xlsx") as unfinished:
        out = open_book(unfinished)
        sheet = out.add_worksheet("有误的行")
        text, bold = out.add_format({"num_format": "@"}), out.add_format({"bold": True, "bottom": 1})
        wrong = out.add_format({"num_format": "@", "bg_color": _PALE, "font_color": _RED})
        red = out.add_format({"font_color": _RED, "text_wrap": True})
        for line, cells in enumerate(headings):
            for column, cell in enumerate(cells[:width]):
                sheet.write_string(line, column, cell, bold)
        sheet.write_string(len(headings) - 1, width, REASONS, red)
        for line, row in enumerate(refused, start=len(headings)):
            for column, cell in enumerate(row.cells[:width]):
                problem = row.problem_at(column)
                sheet.write_string(line, column, cell, wrong if problem and problem.blocking else text)
            sheet.write_string(line, width, reasons(row), red)
        fit_columns(sheet, (cells[:width] for cells in (*headings, *(row.cells for row in refused))), text)
        sheet.set_column(width, width, 60)
        sheet.freeze_panes(len(headings), 0)
        close_book(out)
    return len(refused)


def _place_of_reasons(session: ImportSession) -> int:
    """Return the column right of the last: where the reasons of last time are, those of this time go."""
    names = session.columns.heading.names
    return names.index(REASONS) if REASONS in names else session.sheet.width


def reasons(row: Row) -> str:
    """Join all that forbids a row into one text, each with the label of its field."""
    return "；".join(f"{block.heading}：{block.sentence}".lstrip("：") for block in row.blocks)

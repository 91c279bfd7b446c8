"""The rows below a heading: records, totals and signatures, the examples of a template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.exchange.examples import is_example
from app.exchange.heading import COUNTED, is_totals_row
from app.exchange.mapping import Columns
from app.exchange.rows import Row
from app.exchange.sheet import Sheet, with_owner_cells

# A class of all Han characters takes a while to compile: that is left to the first row that may be a note.
_NOTE = (
    r"(以上|以下|上述|下列|其中|另有|此外|注|说明|备注)(?![一-龥]{1,2}$)"
    r"|第?[一二三四五六七八九十0-9]+(小组|组|部分|批|车间|班|分会|支部|页)([:：（(].*)?$"
    r"|[（(]?[一二三四五六七八九十]+[、．)）].+"
    r"|[接续转承过见]?[上下前次]页.*"
    r"|[上本去][年月期季](结转|结余|余额)$|[期年月]初余额$|结转下[年月期]$"
)
_WORDS = "[一-龥]{2}"


@dataclass
class Body:
    """The rows of a sheet by what they are; all are counted as Excel counts.

    `notes` are words between the records, each with its row: 以上为第一小组.
    """

    rows: list[Row] = field(default_factory=list)
    totals_rows: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


def read_body(sheet: Sheet, columns: Columns, corrected: Mapping[int, Row]) -> Body:
    """Tell records from what stands around them; `corrected` rows, by number, stay as they are.

    Empty rows, and the heading where a second page repeats it, are left out.
    """
    body = Body()
    register, heading, chosen = columns.register, columns.heading, columns.chosen
    own = {target.field.name: column for column, target in chosen.items() if target.is_own}
    names = list(heading.names)
    of_children = {column for column, target in chosen.items() if target.child or target.owner}
    fields = register.record.described()
    required = [column for name, column in own.items() if fields[name].required]
    for number, cells in enumerate(sheet.rows[heading.last :], start=heading.last + 1):
        if not any(cells[column].strip() for column in chosen if column < len(cells)):
            if is_totals_row(cells, {}, register):
                body.totals_rows.append(number)
            elif words := _words(cells):
                body.notes.append((number, words))
        elif is_totals_row(cells, own, register):
            body.totals_rows.append(number)
        elif is_example(cells, own, register):
            body.examples.append(number)
        elif note := _note(cells, sheet, number, required):
            body.notes.append((number, note))
        elif cells[: len(names)] != names:
            above = body.rows[-1].cells if of_children and body.rows else None
            whole = cells if above is None else with_owner_cells(cells, above, own.values(), of_children)
            body.rows.append(corrected.get(number) or Row(number, whole))
    return body


def _words(cells: Sequence[str]) -> str:
    """Return what stands in a row beside the columns that are read; numbers alone are those of the rows."""
    texts = dict.fromkeys(" ".join(cell.split()) for cell in cells)
    return " ".join(filter(None, texts)) if any(re.search(_WORDS, text) for text in texts) else ""


def _note(cells: Sequence[str], sheet: Sheet, number: int, required: Sequence[int]) -> str:
    """Return the words of a row that is no record; empty where it is one, though it may lack a lot.

    A note is one text, over merged cells or in the words of a note, beside which `required` columns are
    empty.
    """
    if "" not in [cells[column].strip() if column < len(cells) else "" for column in required]:
        return ""
    texts = {cell.strip() for cell in cells if cell.strip()}
    words = [text for text in texts if not COUNTED.fullmatch(text)]
    if len(words) != 1:
        return ""
    merged = len(texts) == 1 and any(
        top == bottom == number - 1 and right > left for (top, left), (bottom, right) in sheet.merged
    )
    return words[0] if merged or re.match(_NOTE, words[0]) else ""

"""The rows below a heading: records, totals and signatures, the examples of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.exchange.examples import is_example
from app.exchange.heading import is_totals_row
from app.exchange.mapping import Columns
from app.exchange.rows import Row
from app.exchange.sheet import Sheet, with_owner_cells


@dataclass
class Body:
    """The rows of a sheet by what they are; `totals_rows` and `examples` are counted as Excel counts."""

    rows: list[Row] = field(default_factory=list)
    totals_rows: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)


def read_body(sheet: Sheet, columns: Columns, corrected: Mapping[int, Row]) -> Body:
    """Tell records from what stands around them; `corrected` rows, by number, stay as they are.

    Empty rows, and the heading where a second page repeats it, are left out.
    """
    body = Body()
    register, heading, chosen = columns.register, columns.heading, columns.chosen
    own = {target.field.name: column for column, target in chosen.items() if target.is_own}
    names = list(heading.names)
    of_children = chosen.keys() - own.values()
    for number, cells in enumerate(sheet.rows[heading.last :], start=heading.last + 1):
        if not any(cells[column].strip() for column in chosen if column < len(cells)):
            if any(cell.strip() for cell in cells) and is_totals_row(cells, {}, register):
                body.totals_rows.append(number)
        elif is_totals_row(cells, own, register):
            body.totals_rows.append(number)
        elif is_example(cells, own, register):
            body.examples.append(number)
        elif cells[: len(names)] != names:
            above = body.rows[-1].cells if of_children and body.rows else None
            whole = cells if above is None else with_owner_cells(cells, above, own.values(), of_children)
            body.rows.append(corrected.get(number) or Row(number, whole))
    return body

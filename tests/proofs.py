"""Contact sheets of all prints, to be looked at: `make proofs`.

Each print on the sample office as it is, with the longest values, and with none that may lack; a list also
with one row and with many, and each blank.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

from app.printing.layout import Print, PrintRequest
from app.printing.pdf import AnySheet, write
from app.printing.prints import blank_sheet, filled
from app.printing.sheet import Sheet
from app.registry import prints
from tests.factories.hardest import write_longest, write_nothing
from tests.helpers.paper import PRINTED_AT
from tests.helpers.proofs import faults, read_pages

if TYPE_CHECKING:
    from PIL.Image import Image

DATA: dict[str, Callable[[], None]] = {
    "ordinary": lambda: None,
    "longest": write_longest,
    "empty": write_nothing,
}
_SHEETS = 2  # of each print: a form of one record is like that of another
_ROWS, _MANY = 12, 45
_TODAY = PrintRequest(date(2011, 12, 31))

_SCALE = 0.5  # of 72 dots per inch
_ACROSS, _PAGES = 6, 24  # of a contact sheet


def sheets_of(paper: Print) -> Iterator[AnySheet]:
    """Yield some sheets of a print; a list also with one row, and with many; and the blank one."""
    for sheet, _ in islice(filled(paper, _TODAY), _SHEETS):
        if isinstance(sheet, Sheet):
            yield _first_rows(sheet, _ROWS)
            yield _first_rows(sheet, 1)
            yield _first_rows(sheet, _MANY)
        else:
            yield sheet
    yield blank_sheet(paper)


def _first_rows(sheet: Sheet, number: int) -> Sheet:
    """Return the list with so many rows, the same ones again where it has fewer."""
    times = 1 + number // max(1, len(sheet.rows))
    rows = [*sheet.rows] * times
    amounts = None if sheet.amounts is None else [*sheet.amounts] * times
    beside = {place: ([*each] * times)[:number] for place, each in sheet.beside.items()}
    return replace(
        sheet, rows=rows[:number], amounts=amounts and amounts[:number], beside=beside, totals=frozenset()
    )


def _contact_sheet(path: Path) -> Image:
    """Return a picture of the first pages of a print side by side."""
    from PIL import Image

    document = pypdfium2.PdfDocument(path)
    pictures = [page.render(scale=_SCALE).to_pil() for page in islice(document, _PAGES)]
    document.close()
    side = max(max(picture.size) for picture in pictures)
    whole = Image.new(
        "RGB", (side * min(_ACROSS, len(pictures)), side * ceil(len(pictures) / _ACROSS)), "grey"
    )
    for at, picture in enumerate(pictures):
        whole.paste(picture, (at % _ACROSS * side, at // _ACROSS * side))
    return whole


def _make(folder: Path) -> None:
    for paper in prints():
        target = folder / f"{paper.key}.pdf"
        write([*sheets_of(paper)], target, printed_at=PRINTED_AT)
        _contact_sheet(target).save(target.with_suffix(".png"))
        for fault in faults(read_pages(target)):
            sys.stdout.write(f"{folder.name}/{paper.key}: {fault}\n")


def main(folder: Path) -> None:
    """Write the prints and their contact sheets into a folder, a folder within it for each kind of data."""
    from app import sample
    from app.office import close_office, open_office

    for name, prepare in DATA.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        office = folder / f"{name}.union"
        office.unlink(missing_ok=True)
        sample.build(office)
        open_office(office)
        prepare()
        _make(folder / name)
        close_office()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

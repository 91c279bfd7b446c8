"""All prints, read back from their files as a proof-reader reads them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from app.office import close_office, open_office
from app.printing.layout import Print, PrintRequest
from app.printing.pdf import AnySheet, write
from app.printing.prints import blank_sheet, filled
from app.printing.sheet import Sheet
from app.registry import find_print, prints
from tests.factories.hardest import write_longest, write_nothing
from tests.helpers.paper import PRINTED_AT
from tests.helpers.proofs import faults, read_pages

KEYS = [paper.key for paper in prints()]
_SHEETS = 2  # of each print: a form of one record is like that of another
_ROWS = 12
_MANY = 45
_TODAY = PrintRequest(date(2011, 12, 31))


def _office(folder: Path, sample_file: Path, prepare: Callable[[], None]) -> Iterator[None]:
    open_office(Path(shutil.copy(sample_file, folder / "test.union")))
    prepare()
    yield
    close_office()


@pytest.fixture(scope="module", params=["ordinary", "longest", "empty"])
def data(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sample_file: Path
) -> Iterator[None]:
    """The sample office, as it is, with the longest values, and with none that may lack."""
    prepare = {"ordinary": lambda: None, "longest": write_longest, "empty": write_nothing}[request.param]
    yield from _office(tmp_path_factory.mktemp(request.param), sample_file, prepare)


def _sheets(paper: Print) -> Iterator[AnySheet]:
    """Yield some sheets of a print; a list also with one row, and with many."""
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
    return replace(sheet, rows=rows[:number], amounts=amounts and amounts[:number], totals=frozenset())


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_torn_or_lost_or_alone_on_paper(key: str, tmp_path: Path) -> None:
    result = write([*_sheets(find_print(key))], tmp_path / "print.pdf", printed_at=PRINTED_AT)
    assert result.missing == ()
    assert faults(read_pages(tmp_path / "print.pdf")) == []

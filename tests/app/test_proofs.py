"""All prints, read back from their files as a proof-reader reads them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.office import close_office, open_office
from app.printing.pdf import AnySheet, write
from app.printing.sheet import Sheet
from app.registry import find_print, prints
from tests.factories.described import PAPERS, make_described
from tests.helpers.paper import PRINTED_AT
from tests.helpers.proofs import faults, read_pages
from tests.proofs import DATA, sheets_of

KEYS = [*(paper.key for paper in prints()), *PAPERS]


@pytest.fixture(scope="module", params=DATA)
def data(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sample_file: Path
) -> Iterator[None]:
    """The sample office, as it is, with the longest values, and with none that may lack."""
    folder = tmp_path_factory.mktemp(request.param)
    open_office(Path(shutil.copy(sample_file, folder / "test.union")))
    make_described(rows=True)
    DATA[request.param]()
    yield
    close_office()


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_torn_or_lost_or_alone_on_paper(key: str, tmp_path: Path) -> None:
    sheets = [*sheets_of(find_print(key))]
    result = write(sheets, tmp_path / "print.pdf", printed_at=PRINTED_AT)
    assert result.missing == ()
    assert faults(read_pages(tmp_path / "print.pdf")) == []
    assert _explained(sheets[:-1]) <= _explained(
        sheets[-1:]
    )  # what figures mean stands on the blank list, too


def _explained(sheets: list[AnySheet]) -> set[str]:
    return {
        note
        for sheet in sheets
        if isinstance(sheet, Sheet)
        for note in sheet.notes
        if note.startswith("注：")
    }

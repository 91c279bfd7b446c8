"""Printing to a real file, and reading it back with another program's eyes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.printing.pdf import AnySheet, write
from app.printing.sheet import Column, Sheet

PrintPages = Callable[..., list[Any]]


@pytest.fixture
def print_pages(tmp_path: Path, request: pytest.FixtureRequest) -> PrintPages:
    """Print the sheets given, and return the text pages of the file as pypdfium2 reads them."""

    def pages(*sheets: AnySheet) -> list[Any]:
        write(sheets, tmp_path / "print.pdf", printed_at=datetime(2011, 1, 18, 10, 30))
        document = pypdfium2.PdfDocument(tmp_path / "print.pdf")
        request.addfinalizer(document.close)
        return [page.get_textpage() for page in document]

    return pages


@pytest.fixture
def print_texts(print_pages: PrintPages) -> Callable[..., list[str]]:
    """Print the sheets given, and return what is written on each page."""
    return lambda *sheets: [page.get_text_bounded().replace("\r\n", "\n") for page in print_pages(*sheets)]


@pytest.fixture
def make_sheet() -> Callable[..., Sheet]:
    """Return a small list of names and amounts, told only what the test is about."""

    def make(names: list[str] | None = None, **given: Any) -> Sheet:  # noqa: ANN401  # as what they are handed to takes them
        names = ["陆建国", "欧阳秀兰"] if names is None else names
        columns = (Column("姓名", 40), Column("金额（元）", 30, "right", sum=True), Column("签字", 40))
        usual: dict[str, Any] = {
            "title": "慰问金发放表",
            "columns": columns,
            "rows": [(name, "800.00", "") for name in names],
            "amounts": [800_00] * len(names),
        }
        return Sheet(**(usual | given))

    return make

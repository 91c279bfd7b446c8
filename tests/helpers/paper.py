"""Printing from the open office to a real file, and reading the paper back with pypdfium2."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2

from app.printing.layout import PrintRequest
from app.printing.pdf import PrintResult
from app.printing.prints import make
from app.registry import find_print

PRINTED_AT = datetime(2011, 1, 18, 10, 30)


@dataclass(frozen=True)
class Paper:
    """What was printed: the text of each page, and the text that stands whole once lines are joined."""

    path: Path
    result: PrintResult
    pages: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]

    @property
    def text(self) -> str:
        """All pages, as their lines stand."""
        return "\n".join(self.pages)

    @property
    def joined(self) -> str:
        """All pages in one line, for what was broken into lines."""
        return self.text.replace("\n", "")


def print_out(
    folder: Path,
    key: str,
    *,
    public: bool = False,
    blank: bool = False,
    today: date = date(2011, 12, 31),
    **asked: Any,  # noqa: ANN401  # as what they are handed to takes them
) -> Paper:
    """Print what is asked for, and read it back."""
    path = folder / "print.pdf"
    request = PrintRequest(today, **asked)
    result = make(find_print(key), request, path, public=public, blank=blank, printed_at=PRINTED_AT)
    pages, sizes = read(path)
    return Paper(path, result, pages, sizes)


def read(path: Path) -> tuple[tuple[str, ...], tuple[tuple[float, float], ...]]:
    """Return the text of each page of a PDF, and the size of each in points."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = tuple(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document)
        sizes = tuple(page.get_size() for page in document)
    finally:
        document.close()
    return pages, sizes

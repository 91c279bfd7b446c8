"""What a bound file says: cover and contents, the papers numbered through, the back cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.printing.form import FormSheet
from app.printing.letter import LetterSheet

Single = FormSheet | LetterSheet


@dataclass(frozen=True)
class BoundSheet:
    """Papers bound as one file (整卷). Only the papers bear page numbers, running from the first to the last.

    `cover` and the table of contents lie before them, `back` behind. A paper has one or more sheets, or
    none where it is put in by hand; `contents` makes the table of contents from the page on which each begins
    (None for one without a sheet), once the papers are laid out.
    """

    title: str
    cover: Single
    contents: Callable[[Sequence[int | None]], Single]
    papers: tuple[tuple[Single, ...], ...]
    back: Single
    watermark: str = ""

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece, but the page numbers in the contents."""
        sheets = (sheet for paper in self.papers for sheet in paper)
        for sheet in (self.cover, self.contents(()), *sheets, self.back):
            yield from sheet.texts()

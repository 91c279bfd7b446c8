"""What a bound file says: cover and contents, the papers numbered through, the back cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.printing.form import FormSheet
from app.printing.letter import LetterSheet

Single = FormSheet | LetterSheet


@dataclass(frozen=True)
class BoundSheet:
    """Papers bound as one file (整卷). Only the papers bear page numbers, running from the first to the last.

    `front` lies before them (cover and contents), `back` behind.
    """

    title: str
    front: tuple[Single, ...]
    papers: tuple[Single, ...]
    back: tuple[Single, ...]
    watermark: str = ""

    @property
    def sheets(self) -> tuple[Single, ...]:
        """All that is bound, in order."""
        return (*self.front, *self.papers, *self.back)

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        for sheet in self.sheets:
            yield from sheet.texts()


def first_pages(papers: Sequence[Sequence[Single]]) -> list[int | None]:
    """Return on which running page each paper begins; None for one that has no sheet of ours."""
    from app.printing.pdf import pages_of

    found: list[int | None] = []
    page = 1
    for sheets in papers:
        found.append(page if sheets else None)
        page += sum(map(pages_of, sheets))
    return found

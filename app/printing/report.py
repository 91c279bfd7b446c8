"""What a report on paper says: title, headings, running text and signature, as official papers have them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "first", "second", "body", "signature"]


@dataclass(frozen=True)
class Passage:
    """One line of a report as written, which may take several on paper; `heading` stays with what follows."""

    text: str
    kind: Kind = "body"
    heading: bool = False


@dataclass(frozen=True)
class ReportSheet:
    """A report in the layout of official papers (GB/T 9704-2012; domain 0.6). Always portrait."""

    title: str
    passages: tuple[Passage, ...]
    watermark: str = ""

    def of_kind(self, *kinds: Kind) -> tuple[Passage, ...]:
        """Return the passages of these kinds, in order."""
        return tuple(passage for passage in self.passages if passage.kind in kinds)

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        yield from (passage.text for passage in self.passages)

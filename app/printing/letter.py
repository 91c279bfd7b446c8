"""What a printed letter says: running text as offices write it to people, signed and sealed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.rules.dates import write_date

BLANK = "＿"


@dataclass(frozen=True)
class Passage:
    """A piece of a letter; each line of its text is a paragraph.

    Where the text lacks, `lines` ruled lines are left for writing by hand.
    """

    text: str = ""
    kind: Literal["body", "heading", "addressee"] = "body"
    lines: int = 0


@dataclass(frozen=True)
class LetterSheet:
    """A printed letter. Always portrait.

    A row of `signatures` stands evenly spread, with room to sign after each. `seal` is the unit and
    the date, bottom right; an empty date leaves it to be filled in by hand.
    """

    title: str
    passages: tuple[Passage, ...]
    number: str = ""
    signatures: tuple[tuple[str, ...], ...] = ()
    seal: tuple[str, str] | None = None
    notes: tuple[str, ...] = ()
    watermark: str = ""

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        yield from (self.title, self.number, *self.notes, *(self.seal or ()))
        yield from (passage.text for passage in self.passages)
        yield from (text for row in self.signatures for text in row)


def heading(text: str) -> Passage:
    """Return the heading of what follows."""
    return Passage(text, "heading")


def to(names: str) -> Passage:
    """Return the line that says to whom the letter goes; a blank where nobody is named."""
    return Passage(f"{names or BLANK * 12}：", "addressee")


def body(text: str | None, lines: int = 0) -> Passage:
    """Return running text, or ruled lines to write it on."""
    return Passage(text or "", lines=lines)


def or_blank(text: str | None, blank: int = 8) -> str:
    """Return a value, or a blank of so many characters to fill it in."""
    return text or BLANK * blank


def written(day: date | None) -> str:
    """Write a date out, or leave blanks for it in the running text."""
    return write_date(day) if day else "＿＿＿＿年＿＿月＿＿日"

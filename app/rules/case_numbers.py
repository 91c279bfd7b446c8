"""Case numbers of mediation: （2011）泰劳调字第12号, counted by year and word (domain 4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PATTERN = re.compile(r"[（(〔\[](\d{4})[）)〕\]]([^0-9()（）]*字)第0*(\d{1,5})号")


@dataclass(frozen=True)
class CaseNumber:
    """A year, the body's word and a running number; written as it stands on the file."""

    year: int
    word: str
    number: int

    def __str__(self) -> str:
        return f"{prefix(self.year, self.word)}{self.number}号"

    @property
    def before(self) -> CaseNumber | None:
        """Return the number given just before this one; None for the first of the year."""
        return CaseNumber(self.year, self.word, self.number - 1) if self.number > 1 else None


def prefix(year: int, word: str) -> str:
    """Return what all numbers of a year and word begin with.

    >>> prefix(2011, "泰劳调字")
    '（2011）泰劳调字第'
    """
    return f"（{year}）{word}第"


def known_number(text: str) -> CaseNumber | None:
    """Return the parts of a number; None where it is built otherwise.

    >>> known_number("(2011) 泰劳调字第 012 号")
    CaseNumber(year=2011, word='泰劳调字', number=12)
    """
    match = _PATTERN.fullmatch("".join(text.split()))
    return CaseNumber(int(match[1]), match[2], int(match[3])) if match else None


def read_case_number(text: str) -> str:
    """Return a number in the usual writing; what is built otherwise stays as it is."""
    return str(known_number(text) or text)


def next_number(taken: Iterable[str], year: int, word: str) -> str:
    """Return the number after the highest of those taken in the year under the word."""
    known = filter(None, map(known_number, taken))
    used = (case.number for case in known if (case.year, case.word) == (year, word))
    return str(CaseNumber(year, word, max(used, default=0) + 1))

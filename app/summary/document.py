"""A rendered report: titles, headings and paragraphs, in which each figure is known as such."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.errors import Refused
from app.summary.quoted import Quoted

_LONGEST_HEADING = 40


class Rank(Enum):
    """What a line of a report is (domain 0.6: 党政机关公文格式)."""

    TITLE = "title"
    FIRST = "一、"
    SECOND = "（一）"
    THIRD = "1."
    BODY = "body"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Span:
    """A run of text; `quote` is the figure it stands for."""

    text: str
    quote: Quoted | None = None


@dataclass(frozen=True)
class Line:
    """One line of a report; `number` is that of the line of the text it was made of, from 1."""

    rank: Rank
    spans: tuple[Span, ...]
    number: int = 0

    @property
    def text(self) -> str:
        """Return the line as read."""
        return "".join(span.text for span in self.spans)

    @property
    def is_heading(self) -> bool:
        """Tell whether it stands above what follows, and is not a numbered passage."""
        if self.rank in (Rank.FIRST, Rank.SECOND):
            return len(self.text) <= _LONGEST_HEADING and not self.text.endswith(("。", "；"))
        return False


@dataclass(frozen=True)
class Document:
    """A report ready to be shown or written.

    `quotes` are the figures in it, `named` also those of sentences that were left out, `gaps` the labels
    of those without a number, which print ＿＿, `left_out` the labels of the figures whose sentences have
    no record, `doubts` say which contradict each other, `outdated` are the sentences that still name last
    year.
    """

    lines: tuple[Line, ...]
    quotes: tuple[Quoted, ...]
    gaps: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    named: tuple[Quoted, ...] = ()

    @property
    def text(self) -> str:
        """Return the whole report as plain text."""
        return "\n".join(line.text for line in self.lines)

    def require_this_year(self) -> None:
        """Raise Refused, quoting them, while there are sentences that still name last year."""
        if self.outdated:
            raise Refused(
                f"有 {len(self.outdated)} 句还写着上年：{'；'.join(self.outdated)}。"
                "请在“工作总结”中改写、删去，或选“保留”后再生成。"
            )

    @property
    def title(self) -> str:
        """Return the report's title."""
        return next((line.text for line in self.lines if line.rank is Rank.TITLE), "")

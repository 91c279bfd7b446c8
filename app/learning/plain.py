"""A report made plain for the grammar: one kind of figures, no blanks at them.

Every character of the plain text knows where it stands in the report, so that what is found can be
marked and replaced there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WIDE = str.maketrans("０１２３４５６７８９％．（）", "0123456789%.()")
_BEHIND = "万亿余多来年月日人名位家户个份次起件期场支篇块项对元条种届本张处"
_BLANK = re.compile(
    rf"(?<=[0-9])[ \t\u3000\u00a0]+(?=[%{_BEHIND}])|(?<=[0-9])[ \u3000\u00a0](?=[0-9]{{3}}(?![0-9]))"
)
_BLANK_BEFORE = re.compile(r"(?<=[\u4e00-\u9fff、，；：(])[ \t\u3000\u00a0]+(?=[0-9])")
_SEPARATOR = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])")


@dataclass(frozen=True)
class Plain:
    """A plain text; `at[i]` is where its character i stands in the report, and one place more for its end."""

    text: str
    at: tuple[int, ...]
    report: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the report."""
        return self.at[start], self.at[end - 1] + 1

    def said(self, start: int, end: int) -> str:
        """Return a stretch as the report has it."""
        first, last = self.span(start, end)
        return self.report[first:last]


def plain(report: str) -> Plain:
    """Make a report plain; raises nothing: what it does not know stays as it stands."""
    wide = report.translate(_WIDE)
    dropped = {
        i
        for pattern in (_BLANK, _BLANK_BEFORE)
        for match in pattern.finditer(wide)
        for i in range(*match.span())
    }
    for match in _SEPARATOR.finditer(wide):
        dropped.update(match.start() + place for place, sign in enumerate(match[0]) if sign in ",，")
    at = [place for place in range(len(wide)) if place not in dropped]
    return Plain("".join(wide[place] for place in at), (*at, len(wide)), report)

"""What is to be done with a record by a day, and how loudly that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "warn", "bad", "info", "quiet"]
_YEAR = 365


@dataclass(frozen=True)
class Due:
    """Something to do with a record, and in how many days (negative when overdue).

    `kind` is what is to be done, the same words for all records of a register that ask for it, so
    that many can be listed as one; `name` says with whom or what, `note` what else there is to know. `by` is
    the title of the step that settles it, of the rows in which that is noted, or the label of the field.
    """

    kind: str
    name: str
    record_id: int | None
    days: int
    note: str = ""
    by: str = ""

    @property
    def text(self) -> str:
        """Say it in one line."""
        named = f"{self.kind}：{self.name}" if self.name else self.kind
        return f"{named}，{self.note}" if self.note else named

    @property
    def tone(self) -> Tone:
        """Return how loudly it is said."""
        return "bad" if self.days < 0 else "warn" if self.days <= 1 else "info"

    @property
    def when(self) -> str:
        """Say when it is due, as a person would."""
        if self.days <= -_YEAR:
            return f"逾期 {-self.days // _YEAR} 年"
        if self.days < 0:
            return f"逾期 {-self.days} 天"
        return {0: "今天", 1: "明天"}.get(self.days, f"{self.days} 天")

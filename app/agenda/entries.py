"""What is due as the desk tells it: many records that ask for the same thing are one entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.agenda.reminders import Reminder
from app.register import Due, Tone
from app.registry import find_register

_TERMS = ((-1, "已逾期"), (7, "7 天内"), (30, "30 天内"))
_LATER = "30 天以后"
_NAMED = 2  # so many names stand for the records of an entry


@dataclass(frozen=True)
class Entry:
    """What one kind of reminder asks of some records of a register, the most urgent first."""

    register_key: str
    term: str
    dues: tuple[Due, ...]

    @property
    def title(self) -> str:
        """The kind, and when: what a list is called that shows only these records."""
        return f"{self.dues[0].kind}（{self.term}）"

    @property
    def ids(self) -> tuple[int, ...]:
        """The records, each once; none where a whole register is meant."""
        return tuple(dict.fromkeys(due.record_id for due in self.dues if due.record_id is not None))

    @property
    def when(self) -> str:
        """When the most urgent of them is due."""
        return self.dues[0].when

    @property
    def tone(self) -> Tone:
        """How loudly it is said."""
        return self.dues[0].tone

    @property
    def text(self) -> str:
        """Say it in one line: a single thing in full, of several the first names and how many."""
        if len(self.dues) == 1:
            return self.dues[0].text
        names = "、".join(due.name for due in self.dues[:_NAMED])
        return f"{self.dues[0].kind}：{names} 等 {len(self.dues)} {find_register(self.register_key).unit}"


def agenda(reminders: Iterable[Reminder]) -> list[Entry]:
    """Group reminders by term, register and kind, in the order of the first of each."""
    groups: dict[tuple[str, str, str], list[Due]] = {}
    for reminder in reminders:
        due = reminder.due
        groups.setdefault((_term(due.days), reminder.register_key, due.kind), []).append(due)
    return [Entry(key, term, tuple(dues)) for (term, key, _), dues in groups.items()]


def _term(days: int) -> str:
    return next((title for last, title in _TERMS if days <= last), _LATER)

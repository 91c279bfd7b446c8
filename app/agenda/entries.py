"""What is due as the desk tells it: many records that ask for the same thing are one entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.agenda.reminders import DESK, Reminder
from app.register import Due, Step, Tone
from app.registry import find_register

THIS_WEEK, OVERDUE, FORGOTTEN, WAITING = "7 天内", "已逾期", "逾期三个月以上", "已推迟"
PRESSING = (THIS_WEEK, OVERDUE)
"""The terms that put a number on a tab."""
FOLDED = (FORGOTTEN, WAITING)
"""The terms that are shown only when a person asks for them."""

_LATER = "30 天以后"
_TERMS = ((-91, FORGOTTEN), (-1, OVERDUE), (7, THIS_WEEK), (30, "30 天内"))
_ORDER = (THIS_WEEK, OVERDUE, "30 天内", _LATER, FORGOTTEN, WAITING)
_NAMED = 2  # so many names stand for the records of an entry


@dataclass(frozen=True)
class Entry:
    """What one kind of reminder asks of some records of a register, the most urgent first."""

    register_key: str
    term: str
    reminders: tuple[Reminder, ...]

    @property
    def dues(self) -> tuple[Due, ...]:
        """What is due."""
        return tuple(reminder.due for reminder in self.reminders)

    @property
    def title(self) -> str:
        """The kind, and when: what a list is called that shows only these records."""
        return f"{self.dues[0].kind}（{self.term}）"

    @property
    def ids(self) -> tuple[int, ...]:
        """The records, each once; none where a whole register is meant."""
        return tuple(dict.fromkeys(due.record_id for due in self.dues if due.record_id is not None))

    @property
    def count(self) -> int:
        """How many records are meant, as many as its list shows; what means none counts by itself."""
        return len({reminder.key for reminder in self.reminders})

    @property
    def person(self) -> str:
        """Who sees to it; empty where nobody was named."""
        return self.reminders[0].person

    @property
    def when(self) -> str:
        """When the most urgent of them is due; of those that were put off, until when."""
        until = self.reminders[0].until
        return self.dues[0].when if until is None else f"到 {until.month}月{until.day}日"

    @property
    def tone(self) -> Tone:
        """How loudly it is said."""
        return "quiet" if self.term == WAITING else self.dues[0].tone

    @property
    def step(self) -> Step | None:
        """The step that settles what it asks for; None where none does it alone.

        That of several records is one that can be taken for many.
        """
        if not self.ids:
            return None
        steps = find_register(self.register_key).steps
        one = next((step for step in steps if step.title == self.dues[0].by), None)
        return one if one is not None and (one.many or len(self.ids) == 1) else None

    @property
    def text(self) -> str:
        """Say it in one line: a single thing in full, of several the first names and how many."""
        why = f"（{self.reminders[0].reason}）" if self.reminders[0].reason else ""
        if len(self.dues) == 1:
            return self.dues[0].text + why
        names = "、".join(due.name for due in self.dues[:_NAMED])
        rest = f" 等 {self.count} {find_register(self.register_key).unit}" if self.count > 1 else ""
        return f"{self.dues[0].kind}：{names}{rest}{why}"

    def one_by_one(self) -> list[Entry]:
        """Return an entry for each record, as if it were alone."""
        groups: dict[object, list[Reminder]] = {}
        for reminder in self.reminders:
            groups.setdefault(reminder.key, []).append(reminder)
        return [Entry(self.register_key, self.term, tuple(group)) for group in groups.values()]


def agenda(reminders: Iterable[Reminder]) -> list[Entry]:
    """Group reminders by term, register and kind, by who sees to them, and by until when they wait.

    This week comes first, what is long overdue or waits last; within a term the most urgent is first.
    """
    groups: dict[tuple[str, str, str, str, date | None, str], list[Reminder]] = {}
    for one in reminders:
        term = WAITING if one.until is not None else _term(one.due.days)
        key = (term, one.register_key, one.due.kind, one.person, one.until, one.reason)
        groups.setdefault(key, []).append(one)
    entries = [Entry(key, term, tuple(group)) for (term, key, *_), group in groups.items()]
    return sorted(entries, key=lambda entry: _ORDER.index(entry.term))


def _term(days: int) -> str:
    return next((title for last, title in _TERMS if days <= last), _LATER)


def pressing(entries: Sequence[Entry]) -> dict[str, int]:
    """Return how much presses in each tab, by its key, and on the desk: what stands in its first terms."""
    numbers: dict[str, int] = {}
    for entry in entries:
        if entry.term in PRESSING:
            for key in {DESK, entry.register_key.split(".")[0]}:
                numbers[key] = numbers.get(key, 0) + entry.count
    return numbers

"""Life cycles that follow from dated events: each state is the one that the last event left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from app.checking.finding import Finding
from app.records.base import Record
from app.register import Course, Register
from app.registry import registers
from app.rules.dates import write_date

_Happened = list[tuple[str, date]]


def findings() -> Iterator[Finding]:
    """Yield the records whose state, first day or events contradict each other."""
    for register in registers():
        if register.course is not None and register.status is not None:
            events = _events(register.course)
            for record in register.record.alive().order_by(register.record.id):
                for sentence in _of(register, register.course, record, events[record.id]):
                    yield Finding(
                        f"{register.title}“{record}”{sentence}，请核对。", register.key, (record.id,)
                    )


def _events(course: Course) -> dict[int, _Happened]:
    """Return what happened to each record, in the order it happened."""
    model = course.rows.record
    happened: dict[int, _Happened] = defaultdict(list)
    rows = model.alive().select(course.owner, course.kind, course.day)
    for owner, kind, day in rows.order_by(course.day, course.place, model.id).tuples():
        happened[owner].append((kind, day))
    return happened


def _of(register: Register, course: Course, record: Record, events: _Happened) -> Iterator[str]:
    assert register.status is not None
    state, stands = course.start, record.__data__[register.status.name]
    for kind, day in events:
        if kind not in course.after(state):
            yield f"{write_date(day)}的“{kind}”接不上，之前是“{state}”"
        state = next((found.target for found in course.transitions if found.event == kind), state)
    if state != stands:
        last = f"最后一次变动是{write_date(events[-1][1])}的“{events[-1][0]}”" if events else "却没有变动记录"
        yield f"的{register.status.label}是“{stands}”，{last}"
    first = record.__data__[course.first_day.name]
    if events and first is not None and first != events[0][1]:
        began = f"第一次变动在{write_date(events[0][1])}"
        yield f"的{course.first_day.label}是{write_date(first)}，{began}"

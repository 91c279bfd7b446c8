"""The rules of each register: whether its records could be saved as they are.

Most rules follow from a record alone, and from what it belongs to. Others ask the file for each record, in
a millisecond or some: of a hundred thousand records that is minutes, spent step by step beside the window.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any

from peewee import DoesNotExist, PeeweeException

from app.checking.finding import UNREADABLE, Finding, named
from app.fields.problems import blocks
from app.figures.once import has_records
from app.records.base import Record, before_asking
from app.records.references import fetch_references
from app.register import Check, Register
from app.registry import registers

UNTELLABLE = (TypeError, ValueError, DoesNotExist)
"""What a rule raises over what is not of its kind, or leads nowhere: the check of the file tells of that."""
_AT_ONCE = 2000  # records whose references are fetched together
_STEP = 0.3  # seconds: another job, such as a list that is shown, need not wait longer


class _Asks(Exception):
    """A rule asks the file."""


class Rules:
    """The rules of a register, told apart as records are put before them: who has asked once asks."""

    def __init__(self, register: Register) -> None:
        self._alone = list(register.checks)
        self._asking: list[Check[Any]] = []

    def broken(self, record: Record) -> list[str]:
        """Return what a record could not be saved for, by the rules that do not ask."""
        token = before_asking.set(_refuse)
        try:
            return [sentence for rule in tuple(self._alone) for sentence in self._alone_by(rule, record)]
        finally:
            before_asking.reset(token)

    def broken_as_asked(self, record: Record) -> list[str]:
        """Return what a record could not be saved for, by the rules that ask."""
        self.broken(record)  # tells which ask
        return [sentence for rule in self._asking for sentence in _sentences(rule, record)]

    def _alone_by(self, rule: Check[Any], record: Record) -> list[str]:
        try:
            return _sentences(rule, record)
        except _Asks:
            self._alone.remove(rule)
            self._asking.append(rule)
            return []


def _refuse() -> None:
    raise _Asks


def _sentences(rule: Check[Any], record: Record) -> list[str]:
    return [f"“{problem.field.label}”有误：{problem.sentence}" for problem in blocks(rule(record))]


def forbidden_by(register: Register, found: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what rules say of records of a register, those of one sentence together."""
    for sentence, ids in found.items():
        yield Finding(f"{named(register, ids)}的{sentence}。", register.key, tuple(ids), by_rule=True)


@dataclass(frozen=True)
class Progress:
    """How far the asking has come: so many of the records of a register; `found` is told at its end."""

    register: Register
    done: int
    total: int
    found: tuple[Finding, ...] = ()

    @property
    def sentence(self) -> str:
        """Say it."""
        return f"正在逐条核对“{self.register.title}” {self.done:,} / {self.total:,} {self.register.unit}…"


def ask() -> Iterator[Progress]:
    """Put each record before the rules that ask the file; each step takes less than half a second.

    Between two steps others may save: what is said of a record holds for the moment of its step.
    """
    for register in registers():
        if register.checks:
            try:
                yield from _ask(register)
            except PeeweeException:
                yield Progress(register, 1, 1, (UNREADABLE,))


def _ask(register: Register) -> Iterator[Progress]:
    rules, found = Rules(register), defaultdict[str, list[int]](list)
    total, done, began = register.record.alive().count(), 0, monotonic()
    for record in records_of(register):
        with suppress(*UNTELLABLE):
            for sentence in rules.broken_as_asked(record):
                found[sentence].append(record.id)
        done += 1
        if monotonic() - began > _STEP:
            yield Progress(register, done, max(total, done))
            began = monotonic()
    yield Progress(register, done, done, tuple(forbidden_by(register, found)))


def records_of(register: Register) -> Iterator[Record]:
    """Yield the living records of a register with what they refer to."""
    model = register.record
    if not has_records(model):
        return
    last = 0
    while records := list(model.alive().where(model.id > last).order_by(model.id).limit(_AT_ONCE)):
        fetch_references(records, model)
        yield from records
        last = records[-1].id

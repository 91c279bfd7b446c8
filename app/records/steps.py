"""What was done, step by step: one save, deletion, act or import each, and who did it.

Every transaction that writes history is a step: its entries are one run of the history's numbers. A step with
a sentence is one that a person did and may take back; what has none, such as the closing of a year, has a way
back of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

import peewee

from app.records.base import after_begin, before_commit, change, database

_LONGEST = 200  # characters of a sentence


class Step(peewee.Model):
    """One transaction: what it did in a sentence, who, and which entries of the history it wrote.

    An undo is a step, too: it `undoes` another, which is `undone_by` it until the undo is taken back itself.
    """

    id = peewee.AutoField()
    at = peewee.DateTimeField(default=datetime.now)
    sentence = peewee.TextField(null=True)
    operator = peewee.TextField(null=True)
    first_change = peewee.IntegerField(index=True)
    last_change = peewee.IntegerField()
    undoes = peewee.IntegerField(null=True)
    undone_by = peewee.IntegerField(null=True)

    class Meta:
        database = database
        table_name = "step"


@dataclass
class _Doing:
    """The step that is being done: the last entry of the history before it, and what is known of it."""

    since: int
    sentence: str | None = None
    undoes: Step | None = None


@dataclass(frozen=True)
class _Idle:
    """A step that changed nothing, after the last one that did; `file` is where."""

    file: str
    sentence: str


_doing: ContextVar[_Doing | None] = ContextVar("doing", default=None)
_operator: str | None = None
_idle: _Idle | None = None


def work_as(operator: str) -> None:
    """Say who works here from now on: the history names them; nobody where it is empty."""
    global _operator  # noqa: PLW0603  # one person sits before the window, whichever thread does the work
    _operator = operator.strip() or None


def operator() -> str:
    """Return who works here; empty where nobody said."""
    return _operator or ""


@contextmanager
def step(sentence: str | Callable[[], str], *, undoes: Step | None = None) -> Iterator[None]:
    """Do several things to the file, or none of them, as one step that can be taken back.

    The sentence says what was done; a function is asked for it when it is done. Within another step, or a
    transaction that is none, it is a part of that.
    """
    outermost = database.transaction_depth() == 0
    with change():
        yield
        doing = _doing.get()
        if doing is not None and outermost:
            doing.sentence = (sentence if isinstance(sentence, str) else sentence())[:_LONGEST]
            doing.undoes = undoes


def changed_nothing() -> bool:
    """Tell whether what was done last in the open file changed nothing; unlike `idle_step` tell it again."""
    return _idle is not None and _idle.file == database.database


def idle_step() -> str:
    """Return what was done last in the open file, where that changed nothing; told once, else empty."""
    global _idle  # as the operator
    idle, _idle = _idle, None
    return idle.sentence if idle is not None and idle.file == database.database else ""


def last_change() -> int:
    """Return the number of the last entry of the history, 0 where there is none."""
    return int(database.execute_sql("SELECT max(id) FROM history").fetchone()[0] or 0)


def rows_of_last_step(table: str) -> frozenset[int]:
    """Return which rows of a table the last step wrote."""
    runs = database.execute_sql(
        "SELECT row_id, COALESCE(last_row_id, row_id) FROM history JOIN step"
        " ON history.id BETWEEN step.first_change AND step.last_change"
        " WHERE step.id = (SELECT max(id) FROM step) AND table_name = ?",
        (table,),
    )
    return frozenset(row for first, last in runs for row in range(first, last + 1))


def note_new_rows(table: str, first: int, last: int) -> None:
    """Let the history tell of rows that are about to be written, numbered in one run, as one entry."""
    database.execute_sql(
        "INSERT INTO history (at, action, table_name, row_id, last_row_id, changes) "
        "VALUES (strftime('%Y-%m-%d %H:%M:%f', 'now', 'localtime'), 'INSERT', ?, ?, ?, '{}')",
        (table, first, last),
    )


def _begin() -> None:
    _doing.set(_Doing(last_change()))


def _finish() -> None:
    global _idle  # noqa: PLW0603  # as the operator
    doing, last = _doing.get(), last_change()
    _doing.set(None)
    if doing is None:
        return
    if last == doing.since:
        if doing.sentence is not None:
            _idle = _Idle(str(database.database), doing.sentence)
        return
    _idle = None
    undone = doing.undoes
    done = Step.create(
        sentence=doing.sentence,
        operator=_operator,
        first_change=doing.since + 1,
        last_change=last,
        undoes=undone.id if undone is not None else None,
    )
    if undone is not None:
        Step.update(undone_by=done.id).where(Step.id == undone.id).execute()
        if undone.undoes is not None:  # an undo is taken back: what it undid is done again
            Step.update(undone_by=None).where(Step.id == undone.undoes).execute()


after_begin.append(_begin)
before_commit.insert(0, _finish)  # before the rows of the transaction are digested

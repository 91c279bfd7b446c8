"""Within one reading, what was asked of the records once is not asked again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from peewee import SQL, ColumnBase, Context, Node, Select, WrappedNode, fn

from app.records.base import Query, Record, database

_Answer = TypeVar("_Answer")
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Remember, until it ends, the answers given to `once`; a reading within a reading is part of it.

    Nothing may be written meanwhile: what was counted would be old.
    """
    if _answers.get() is not None:
        yield
        return
    before = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(before)


def in_one_reading() -> bool:
    """Tell whether answers are remembered."""
    return _answers.get() is not None


def once(question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
    """Return the answer to a question, worked out once in a reading, and each time outside of one."""
    answers = _answers.get()
    if answers is None:
        return answer()
    if question not in answers:
        answers[question] = answer()
    known: _Answer = answers[question]
    return known


def has_records(kind: type[Record]) -> bool:
    """Tell whether a register holds anything; most offices keep only some, and need count no others."""
    # In words: there are many registers, and Peewee would compose all columns of each.
    sql = f'SELECT EXISTS (SELECT 1 FROM "{kind._meta.table_name}")'
    return bool(once(("has records", kind), lambda: _first_value(sql, ())))


def first_value(query: Select) -> Any:  # noqa: ANN401  # of whatever column
    """Return the first value that a query finds; in a reading the same question is put once, whoever asks."""
    sql, values = query.sql()
    return once((sql, *values), lambda: _first_value(sql, values))


def _first_value(sql: str, values: Sequence[object]) -> Any:  # noqa: ANN401  # likewise
    row = database.execute_sql(sql, values).fetchone()
    return None if row is None else row[0]


class Ids(WrappedNode):
    """The SQL for the ids that a query selects; within one reading they are read once, to be written out.

    Many figures ask for the same records: who was on the roll that day, which units had closed. `question`
    says for what.
    """

    def __init__(self, query: Query, *question: Hashable) -> None:
        super().__init__(query)
        self._question = question

    def __sql__(self, ctx: Context) -> Context:
        node: Node = self.node
        if _answers.get() is not None:
            ids = once(("ids", *self._question), self._read)
            node = SQL("(SELECT value FROM json_each(?))", [ids])
        written: Context = ctx.sql(node)  # type: ignore[no-untyped-call]  # Peewee's stubs are untyped here
        return written

    def _read(self) -> str:
        found = self.node.select(self.node.model.id.alias("id")).order_by().alias("found")
        ids: str = first_value(found.select_from(fn.JSON_GROUP_ARRAY(found.c.id)))
        return ids


class Each(WrappedNode):
    """The SQL for what each record of a kind comes to; within one reading it is worked out once for all.

    Several figures ask for the household of each file, which takes long to find.
    """

    def __init__(self, value: ColumnBase, model: type[Record], question: str) -> None:
        super().__init__(value)
        self._model, self._question = model, question

    def __sql__(self, ctx: Context) -> Context:
        node: Node = self.node
        if _answers.get() is not None:
            once(self._question, self._read)
            node = fn.worked_out_once(self._question, self._model.id)
        written: Context = ctx.sql(node)  # type: ignore[no-untyped-call]  # likewise
        return written

    def _read(self) -> dict[int, object]:
        return dict(database.execute(self._model.select(self._model.id, self.node)))


def _worked_out(question: str, record_id: int) -> object:
    answers = _answers.get()
    return answers[question][record_id] if answers is not None else None


database.register_function(_worked_out, "worked_out_once", 2)

"""A condition with its words: what SQL says at length, a person says in three."""

from __future__ import annotations

from peewee import OP, Context, Expression, Node, WrappedNode


class OrBefore(WrappedNode):
    """A condition that holds by what a record says now, or held by what is kept of its past.

    A figure's explanation tells both in the words of the first, `now`.
    """

    def __init__(self, now: Node, before: Node) -> None:
        super().__init__(Expression(now, OP.OR, before))
        self.now, self.before = now, before

    def __sql__(self, ctx: Context) -> Context:
        written: Context = ctx.sql(self.node)  # type: ignore[no-untyped-call]  # Peewee's stubs are untyped here
        return written


class InWords(WrappedNode):
    """An SQL condition that a figure's explanation tells in these words."""

    def __init__(self, node: Node, words: str) -> None:
        super().__init__(node)
        self.words = words

    def __sql__(self, ctx: Context) -> Context:
        written: Context = ctx.sql(self.node)  # type: ignore[no-untyped-call]  # Peewee's stubs are untyped here
        return written

"""A condition with its words: what SQL says at length, a person says in three."""

from __future__ import annotations

from peewee import Context, Node, WrappedNode


class InWords(WrappedNode):
    """An SQL condition that a figure's explanation tells in these words."""

    def __init__(self, node: Node, words: str) -> None:
        super().__init__(node)
        self.words = words

    def __sql__(self, ctx: Context) -> Context:
        written: Context = ctx.sql(self.node)  # type: ignore[no-untyped-call]  # Peewee's stubs are untyped here
        return written

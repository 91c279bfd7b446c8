"""A condition with its words: what SQL says at length, a person says in three."""

from __future__ import annotations

from typing import Any

from peewee import WrappedNode


class Said(WrappedNode):
    """An SQL condition that a figure's explanation tells in these words."""

    def __init__(self, node: Any, words: str) -> None:
        super().__init__(node)
        self.words = words

    def __sql__(self, ctx: Any) -> Any:
        return ctx.sql(self.node)

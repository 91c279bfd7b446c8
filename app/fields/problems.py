"""What is wrong, or doubtful, with a record: said beside the field it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from app.errors import Invalid, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import peewee

    from app.fields.base import Described


class Remedy(NamedTuple):
    """A record that would do away with a problem: what the button says, and the values it proposes."""

    title: str
    record: type[peewee.Model]
    values: Mapping[str, object]


@dataclass(frozen=True, eq=False)
class Problem:
    """One sentence about one field; `source` names the regulation or the local standard that asks so.

    Where another record lacks, `remedy` says which.
    """

    field: Described
    sentence: str
    source: str = ""
    remedy: Remedy | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "sentence", readable(self.sentence))

    def __str__(self) -> str:
        return f"{self.field.label}：{self.cited}"

    @property
    def cited(self) -> str:
        """Return the sentence with its source behind it."""
        return f"{self.sentence}（依据：{self.source}）" if self.source else self.sentence


class Block(Problem):
    """The record must not be saved like this."""


class Warn(Problem):
    """The record may be saved, but a person should look again."""


class Blocked(Invalid):
    """A record was not saved; `problems` says why, field by field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(map(str, self.problems)))


def blocks(problems: Iterable[Problem]) -> list[Block]:
    """Keep only what forbids saving."""
    return [problem for problem in problems if isinstance(problem, Block)]

"""What a query is to the type checker: which records it selects, and what else it may be asked for.

Peewee's stubs say that a query read as tuples still gives records, and nothing of what the first row
is. At run time this is Peewee's own query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from typing_extensions import TypeVar

    Selected = TypeVar("Selected", bound=peewee.Model, default=Any)

    class Rows(peewee.Select):
        """Some columns of a query, a tuple for each row."""

        def __iter__(self) -> Iterator[tuple[Any, ...]]: ...
        def first(self, database: object = None, n: int = 1) -> tuple[Any, ...] | None: ...

    class Query(peewee.ModelSelect[Selected]):
        """A query for records of one kind; `Query` alone is one for records of any."""

        def __iter__(self) -> Iterator[Selected]: ...
        def select(self, *columns: object) -> Query[Selected]: ...
        def first(self, database: object = None, n: int = 1) -> Selected | None: ...
        def tuples(self, as_tuple: bool = True) -> Rows: ...  # type: ignore[override]  # the stubs say: records

else:
    Query = peewee.ModelSelect

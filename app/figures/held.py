"""The records behind a figure, packed to be stored: which they were and in which version."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from functools import cached_property

from app.records.base import Query, database


@dataclass(frozen=True)
class Held:
    """The versions of the records behind a figure, by id."""

    versions: dict[int, int]

    @classmethod
    def of(cls, query: Query) -> Held:
        """Read the ids and versions that a figure's query selects."""
        model = query.model
        # Past Peewee's row objects: a year holds millions of such pairs.
        return cls(dict(database.execute(query.select(model.id, model.version).order_by(model.id))))

    @classmethod
    def unpack(cls, packed: bytes) -> Held:
        """Read what `pack` wrote."""
        return cls(dict(json.loads(zlib.decompress(packed))))

    def pack(self) -> bytes:
        """Write the records as compressed JSON pairs."""
        return zlib.compress(self._plain)

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the list of records."""
        return hashlib.sha256(self._plain).hexdigest()

    @cached_property
    def _plain(self) -> bytes:
        return json.dumps(sorted(self.versions.items()), separators=(",", ":")).encode()

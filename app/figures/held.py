"""The records behind a figure, packed to be stored: which they were and in which version."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass

from app.records.base import Query


@dataclass(frozen=True)
class Held:
    """The versions of the records behind a figure, by id."""

    versions: dict[int, int]

    @classmethod
    def of(cls, query: Query) -> Held:
        """Read the ids and versions that a figure's query selects."""
        model = query.model
        return cls(dict(query.select(model.id, model.version).order_by(model.id).tuples()))

    @classmethod
    def unpack(cls, packed: bytes) -> Held:
        """Read what `pack` wrote."""
        return cls(dict(json.loads(zlib.decompress(packed))))

    def pack(self) -> bytes:
        """Write the records as compressed JSON pairs."""
        return zlib.compress(self._plain())

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the list of records."""
        return hashlib.sha256(self._plain()).hexdigest()

    def _plain(self) -> bytes:
        return json.dumps(sorted(self.versions.items()), separators=(",", ":")).encode()

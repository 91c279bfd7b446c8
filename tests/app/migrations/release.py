"""The small office that each release leaves behind, for all later ones to open; run by hand at a release:

    python -m tests.app.migrations.release

writes releases/VERSION.union.gz: a member, a hardship file, and a batch with one payment of 500 yuan, all
invented. Its words and days are always the same; only the moments of entry differ.
"""

from __future__ import annotations

import gzip
import tempfile
from datetime import date
from pathlib import Path

from app.office import close_office, create
from app.version import version
from tests.factories.people import make_batch, make_file, make_member

FOLDER = Path(__file__).with_name("releases")


def write(path: Path) -> None:
    """Make the office at a path, and close it."""
    create(path, "泰祥社区工会", code="TY")
    make_member(name="王小明", applied_on=date(2011, 3, 1), approved_on=date(2011, 3, 8))
    make_batch(make_file(name="李桂兰", applied_on=date(2011, 1, 4)), amount=500_00)
    close_office()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "release.union")
        write(made)
        (FOLDER / f"{version()}.union.gz").write_bytes(gzip.compress(made.read_bytes(), 9, mtime=0))

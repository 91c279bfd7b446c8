"""Whether each household has one file (一户一档, domain 3.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.register import Disagreement
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.checks import active_files
from app.subjects.hardship.files.records import HardshipFile


def one_file_a_household() -> Iterator[Disagreement]:
    """No identity number stands in two files that are neither closed nor declined, as holder or as family."""
    files = {file.id: file for file in active_files().order_by(HardshipFile.id)}
    named: dict[str, set[int]] = defaultdict(set)
    for file in files.values():
        if file.id_number:
            named[file.id_number.upper()].add(file.id)
    kin = HardshipFamily.alive().where(HardshipFamily.lives_together, HardshipFamily.id_number != "")
    for file_id, number in kin.select(HardshipFamily.file, HardshipFamily.id_number).tuples():
        if file_id in files:
            named[number.upper()].add(file_id)
    for ids in sorted({tuple(sorted(ids)) for ids in named.values() if len(ids) > 1}):
        names = "”和“".join(str(files[file_id]) for file_id in ids)
        yield Disagreement(f"困难档案“{names}”中有同一个人，一户只建一份档案，请核对。", ids)


CONSISTENCY = (one_file_a_household,)

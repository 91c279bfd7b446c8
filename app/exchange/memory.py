"""What the office remembers of importing: matched columns, and the imports that can be taken back."""

from __future__ import annotations

import json
from datetime import datetime

from app.exchange.heading import Heading
from app.exchange.mapping import Columns
from app.exchange.rows import Counts
from app.records.imports import ColumnMemory, ImportDone
from app.records.steps import last_change
from app.register import Register


def remembered_columns(register: Register, heading: Heading) -> dict[str, str]:
    """Return the key of the target of each heading as matched last time; nothing where they are new.

    The key is empty for a heading that filled nothing.
    """
    query = ColumnMemory.select().where(
        ColumnMemory.register == register.key, ColumnMemory.headings == _headings(heading)
    )
    memory = query.first()
    return json.loads(memory.columns) if memory is not None else {}


def _headings(heading: Heading) -> str:
    """Return the headings as one text: what a workbook of the same kind is looked up by."""
    return "\t".join(heading.fingerprint)


def matched(columns: Columns) -> dict[str, str]:
    """Return the key of the target of each heading as it is matched now, empty for one that fills nothing."""
    chosen = columns.chosen
    names = enumerate(columns.heading.fingerprint)
    return {name: chosen[column].key if column in chosen else "" for column, name in names if name}


def remember(columns: Columns) -> None:
    """Remember how the columns were matched, inside the caller's transaction."""
    now = matched(columns)
    if remembered_columns(columns.register, columns.heading) == now:
        return
    values = {
        "register": columns.register.key,
        "headings": _headings(columns.heading),
        "columns": json.dumps(now, ensure_ascii=False),
    }
    ColumnMemory.insert(**values).on_conflict(
        conflict_target=(ColumnMemory.register, ColumnMemory.headings),
        update={ColumnMemory.columns: values["columns"], ColumnMemory.updated_at: datetime.now()},
    ).execute()


def note_import(register: Register, book: str, counts: Counts, since: int) -> int | None:
    """Note an import whose history begins after the entry `since`.

    Return its id, None where nothing was new or changed.
    """
    if not counts.new and not counts.changed:
        return None
    done = ImportDone.create(
        register=register.key,
        book=book,
        new=counts.new,
        changed=counts.changed,
        refused=counts.refused,
        first_change=since + 1,
        last_change=last_change(),
    )
    return int(done.id)

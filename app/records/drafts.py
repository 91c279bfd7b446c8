"""What is typed into a form and not saved yet: a program that is killed, or loses power, offers it again.

It lies in the office file and nowhere else, so that it is encrypted and backed up like the records. It is no
record: it has neither history nor digest, and none of it is a step.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import peewee

from app.errors import Refused
from app.records.base import change, database


class Draft(peewee.Model):
    """The texts of one form, by field, as they were typed; 0 for a record that is new, or has no owner."""

    id = peewee.AutoField()
    form = peewee.TextField()
    record = peewee.IntegerField()
    owner = peewee.IntegerField()
    at = peewee.DateTimeField()
    texts = peewee.TextField()

    class Meta:
        database = database
        table_name = "draft"
        indexes = ((("form", "record", "owner"), True),)

    @property
    def typed(self) -> dict[str, str]:
        """Return what was typed, by the name of the field; nothing of a draft that is damaged."""
        try:
            return {str(name): str(text) for name, text in json.loads(self.texts).items()}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return {}


@dataclass(frozen=True)
class Place:
    """Where something is typed: into which form, of which record, a row of which other."""

    form: str
    record: int | None
    owner: int | None = None

    @property
    def columns(self) -> dict[str, object]:
        """Return what tells the draft of this place from all others."""
        return {"form": self.form, "record": self.record or 0, "owner": self.owner or 0}


class Kind(StrEnum):
    """What a draft is of; all but a form's stand before the name of the place."""

    FORM = "form"
    STEP = "step"
    BATCH = "batch"
    IMPORT = "import"
    MANY = "many"
    REASON = "reason"
    SUMMARY = "summary"


def kind_of(draft: Draft) -> tuple[Kind, str, str]:
    """Return what a draft is of, the key of its register, entry or report, and the title of its step."""
    first, *rest = draft.form.split("/", 2)
    if not rest:
        return Kind.FORM, first, ""
    return Kind(first), rest[0], rest[1] if len(rest) > 1 else ""


def of_step(register_key: str, title: str, record: int | None) -> Place:
    """Return where the answers to a step of a record are typed."""
    return Place(f"{Kind.STEP}/{register_key}/{title}", record)


def of_batch(entry_key: str) -> Place:
    """Return where a batch is put together."""
    return Place(f"{Kind.BATCH}/{entry_key}", None)


def of_import(register_key: str) -> Place:
    """Return where the sheet is matched and corrected that comes into a register."""
    return Place(f"{Kind.IMPORT}/{register_key}", None)


def of_many(register_key: str, title: str) -> Place:
    """Return where the answers to an act on many records of a register are typed, whichever they are."""
    return Place(f"{Kind.MANY}/{register_key}/{title}", None)


def of_reason(register_key: str, act: str, record: int | None = None) -> Place:
    """Return where the reason is typed for an act on a record, or on some."""
    return Place(f"{Kind.REASON}/{register_key}/{act}", record)


def of_summary(report_key: str, year: int) -> Place:
    """Return where the text of a report is written."""
    return Place(f"{Kind.SUMMARY}/{report_key}", year)


def keep(place: Place, texts: Mapping[str, str]) -> None:
    """Keep what is typed in the place of what was kept before; never in the way of who types.

    Where the file cannot be written, the form still holds it all, and saving will say why.
    """
    if not _is_writable():
        return
    values = {**place.columns, "at": datetime.now(), "texts": json.dumps(texts)}
    with suppress(Refused), change():
        Draft.insert(values).on_conflict_replace().execute()


def found(place: Place) -> Draft | None:
    """Return what was kept and neither saved nor given up since."""
    if not _is_writable():
        return None
    draft: Draft | None = Draft.get_or_none(**place.columns)
    return draft


def forget(place: Place) -> None:
    """Forget what was kept: it was saved, taken back, or left."""
    if found(place) is None:
        return
    with suppress(Refused), change():
        Draft.delete().where(
            Draft.form == place.form, Draft.record == (place.record or 0), Draft.owner == (place.owner or 0)
        ).execute()


def forget_before(moment: datetime) -> None:
    """Forget all that was left before a moment: nobody needs it any more."""
    if _is_writable():
        with change():
            Draft.delete().where(Draft.at < moment).execute()


def _is_writable() -> bool:
    """Tell whether a file is open, and not only looked at."""
    return not database.is_closed() and not database.execute_sql("PRAGMA query_only").fetchone()[0]

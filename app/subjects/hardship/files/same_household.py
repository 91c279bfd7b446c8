"""Which household a person belongs to, as the hardship files tell (一户一档, domain 3.5)."""

from __future__ import annotations

from peewee import ColumnBase, fn

from app.figures.once import Each
from app.subjects.hardship.families.records import HardshipFamily, at_home
from app.subjects.hardship.files.records import HardshipFile

_STILL = "9999-12-31"


def household(person: ColumnBase, day: ColumnBase | None = None) -> ColumnBase:
    """Return the SQL for who holds the household's file: the same for all who live in one household.

    `person` is the SQL for an identity number. Of several files that name a person, as holder or as family
    that lives there, the last one applied for by `day` counts (by today, where none is given), else the
    first one after it: an old and a new file are one household, so are somebody's aid before and after the
    file, and a grown child with a file of its own is another. Whom no file names is a household alone.
    """
    file, kin = HardshipFile.alias(), HardshipFamily.alias()
    until = fn.COALESCE(day, _STILL)
    lived_in = kin.select(kin.file).where(
        kin.id_number == person, at_home(kin, until), kin.deleted_at.is_null()
    )
    named = file.deleted_at.is_null() & ((file.id_number == person) | file.id.in_(lived_in))
    applied_on = fn.COALESCE(file.applied_on, file.opened_on, fn.DATE(file.created_at))
    distance = fn.ABS(fn.JULIANDAY(applied_on) - fn.JULIANDAY(until))
    holder = file.select(file.id_number).where(named, file.id_number.is_null(False))
    last = holder.order_by(applied_on > until, distance, file.id.desc()).limit(1)
    return fn.COALESCE(last, person)


def household_of_file() -> ColumnBase:
    """Return the SQL for the household of a hardship file, as it was told when the file was closed."""
    return Each(household(HardshipFile.id_number, HardshipFile.closed_on), HardshipFile, "household of file")

"""Which household a person belongs to, as the hardship files tell (一户一档, domain 3.5)."""

from __future__ import annotations

from datetime import date

from peewee import Case, ColumnBase, ModelAlias, fn

from app.figures.once import Each
from app.subjects.hardship.families.records import HardshipFamily, at_home
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.reviews.records import HardshipRound

_STILL = "9999-12-31"


def household(person: ColumnBase, day: ColumnBase | None = None) -> ColumnBase:
    """Return the SQL for who holds the household's file: the same for all who live in one household.

    `person` is the SQL for an identity number. Of several files that name a person, as holder or as family
    that lives there, the one that came last by `day` counts (by today, where none is given), else the first
    one after it: an old and a new file are one household, so are somebody's aid before and after the file,
    and a grown child with a file of its own is another. A file came when it was applied for, or when the
    person moved in. Whom no file names is a household alone.
    """
    file, kin = HardshipFile.alias(), HardshipFamily.alias()
    until = fn.COALESCE(day, _STILL)
    of_person = (kin.id_number == person) & at_home(kin, until) & kin.deleted_at.is_null()
    lived_in = kin.select(kin.file).where(of_person)
    moved_in = kin.select(fn.MAX(kin.joined_on)).where(of_person, kin.file == file.id)
    named = file.deleted_at.is_null() & ((file.id_number == person) | file.id.in_(lived_in))
    came = fn.MAX(_applied_on(file, until), fn.COALESCE(moved_in, ""))
    distance = fn.ABS(fn.JULIANDAY(came) - fn.JULIANDAY(until))
    holder = file.select(file.id_number).where(named, file.id_number.is_null(False))
    last = holder.order_by(came > until, distance, file.id.desc()).limit(1)
    return fn.COALESCE(last, person)


def _applied_on(file: ModelAlias[HardshipFile], until: ColumnBase) -> ColumnBase:
    """Return the SQL for when a file was last applied for by a day, else first after it.

    A household that applies anew has the days of its earlier applications in the rounds.
    """
    now = fn.COALESCE(file.applied_on, file.opened_on, fn.DATE(file.created_at))
    rounds = HardshipRound.alive().where(HardshipRound.file == file.id)
    last = rounds.where(HardshipRound.applied_on <= until).select(fn.MAX(HardshipRound.applied_on))
    first = rounds.select(fn.MIN(HardshipRound.applied_on))
    applied_on: ColumnBase = Case(None, [(now > until, fn.COALESCE(last, first, now))], now)
    return applied_on


def household_of_file(day: date) -> ColumnBase:
    """Return the SQL for the household of a hardship file on a day; once it is closed, on that of its end."""
    until = fn.MIN(fn.COALESCE(HardshipFile.closed_on, day), day)
    return Each(household(HardshipFile.id_number, until), HardshipFile, f"household of file on {day}")

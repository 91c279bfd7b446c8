"""Earlier applications of a household (历次申请): their order, and who was on file on a day for all that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import ColumnBase, fn

from app.fields.problems import Block, Problem, Warn
from app.rules.dates import write_date
from app.subjects.hardship.files.records import HardshipFile, asked_on
from app.subjects.hardship.reviews.records import HardshipReview, HardshipRound


def was_open(day: date) -> ColumnBase:
    """Return the SQL for the files that an earlier application had open on a day."""
    rounds = HardshipRound.alive().where(HardshipRound.opened_on <= day, HardshipRound.closed_on > day)
    return HardshipFile.id.in_(rounds.select(HardshipRound.file))


def open_then(file: HardshipFile | int, day: date) -> bool:
    """Tell whether an earlier application had a file open on a day."""
    rounds = HardshipRound.alive().where(HardshipRound.file == file)
    return rounds.where(HardshipRound.opened_on <= day, HardshipRound.closed_on > day).exists()


def before_the_present_one(earlier: HardshipRound) -> Iterator[Problem]:
    """A household applies anew when the last application is over."""
    file = HardshipFile.get_or_none(HardshipFile.id == earlier.__data__.get("file"))
    applied_on = asked_on(file) if file is not None else None
    if applied_on is None:
        return
    for field in (HardshipRound.closed_on, HardshipRound.applied_on):
        day = getattr(earlier, field.name)
        if day is not None and day > applied_on:
            yield Block(field, f"晚于现在的申请日期（{write_date(applied_on)}），请核对")


def after_the_last_one(file: HardshipFile) -> Iterator[Problem]:
    """The present application came after the earlier ones, or their days are wrong."""
    applied_on = asked_on(file)
    if file.id is None or applied_on is None:
        return
    over = fn.COALESCE(HardshipRound.closed_on, HardshipRound.applied_on)
    earlier = HardshipRound.alive().where(HardshipRound.file == file.id, over > applied_on).first()
    if earlier is not None:
        day = earlier.closed_on or earlier.applied_on
        yield Block(HardshipFile.applied_on, f"早于“历次申请”中的{write_date(day)}，请核对")


def reviewed_while_open(review: HardshipReview) -> Iterator[Problem]:
    """A file is reviewed while it is open: another day is written wrong, or else in the file (domain 3.5)."""
    file = HardshipFile.get_or_none(HardshipFile.id == review.__data__.get("file"))
    if file is None or review.reviewed_on is None or open_then(file.id, review.reviewed_on):
        return
    if file.opened_on is not None and review.reviewed_on < file.opened_on:
        yield Warn(HardshipReview.reviewed_on, f"早于建档日期（{write_date(file.opened_on)}），请核对")
    elif file.closed_on is not None and review.reviewed_on > file.closed_on:
        yield Warn(HardshipReview.reviewed_on, f"晚于退档日期（{write_date(file.closed_on)}），请核对")

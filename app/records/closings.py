"""Closed years (年度关账): the figures as they stood, and the records each was counted from."""

from __future__ import annotations

from datetime import date

import peewee

from app.fields import CountField, DateField, TextField
from app.records.base import Record


class YearClosing(Record):
    """A year whose figures are settled; put into the bin when the year is opened again."""

    year = CountField("年度")
    closed_on = DateField("关账日期", default=date.today)
    closed_by = TextField("关账人", null=True, suggest=True)
    reason = TextField("重新开账原因", null=True)

    naming = (year,)


class ClosedFigure(Record):
    """A figure as it stood when its year was closed.

    `names` are what it listed then, 、 between them. `held` lists the records behind it, as compressed
    JSON pairs of id and version; `fingerprint` is the SHA-256 of that list.
    """

    closing = peewee.ForeignKeyField(YearClosing, backref="figures")
    key = peewee.TextField()
    first = peewee.DateField()
    last = peewee.DateField()
    number = peewee.IntegerField(null=True)
    words = peewee.TextField(default="")
    records = peewee.IntegerField(default=0)
    fingerprint = peewee.TextField()
    held = peewee.BlobField()
    names = peewee.TextField(null=True)


YearClosing.add_index(
    peewee.SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS year_closing_once ON year_closing (year) WHERE deleted_at IS NULL"
    )
)
ClosedFigure.add_index(
    peewee.SQL("CREATE INDEX IF NOT EXISTS closed_figure_period ON closed_figure (first, last)")
)

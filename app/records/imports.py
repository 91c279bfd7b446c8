"""What the office remembers of importing: how columns were matched, and which imports were done."""

from __future__ import annotations

from datetime import datetime

import peewee

from app.fields import CountField, TextField
from app.records.base import Record


class ColumnMemory(Record):
    """How the columns under certain headings were matched with a register's fields."""

    register = TextField("台账")
    headings = TextField("表头", longest=100_000)
    columns = TextField("对应", longest=100_000)

    class Meta:
        indexes = ((("register", "headings"), True),)


class ImportDone(Record):
    """One import: what it took in, and which entries of the history it wrote.

    `first_change` and `last_change` are the ends of that run of entries; an import that was taken
    back says when.
    """

    done_at = peewee.DateTimeField(default=datetime.now)
    register = TextField("台账")
    book = TextField("表格", longest=1000)
    new = CountField("新增", default=0)
    changed = CountField("更新", default=0)
    refused = CountField("有误", default=0)
    first_change = CountField("首条历史", default=0)
    last_change = CountField("末条历史", default=0)
    undone_at = peewee.DateTimeField(null=True)

"""The print log: who saw full identity numbers on paper, when and why (domain 12.2)."""

from __future__ import annotations

from datetime import datetime

import peewee

from app.fields import CountField, FlagField, TextField
from app.records.base import Record


class PrintLogEntry(Record):
    """One list that was printed or exported."""

    printed_at = peewee.DateTimeField(default=datetime.now)
    key = TextField("打印项目")
    title = TextField("标题")
    rows = CountField("行数", default=0)
    pages = CountField("页数", default=0)
    is_public = FlagField("公示版", default=False)
    sensitive = FlagField("含完整证件号码", default=False)

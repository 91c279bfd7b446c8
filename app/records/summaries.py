"""The office's own summaries (工作总结): the text of each period, and figures overruled by hand."""

from __future__ import annotations

from datetime import date

import peewee

from app.fields import CountField, DateField, NotesField, TextField
from app.records.base import Record


class SummaryText(Record):
    """The text of one period's summary as the clerk wrote it, its figures by name.

    `report` is the kind of period: year, half1, quarter3. `kept` are the sentences of the year before that
    were looked at and stay as they are, one a line.
    """

    year = CountField("年度")
    report = TextField("期间")
    body = NotesField("正文")
    kept = NotesField("保留的句子", null=True)

    naming = (year,)


class FigureOverride(Record):
    """A figure that a person knows better than the records, and why (人工修改)."""

    key = TextField("统计项", longest=200)
    first = DateField("起始日期")
    last = DateField("截止日期")
    words = TextField("人工数值")
    reason = TextField("修改原因", longest=200)
    changed_by = TextField("修改人", null=True, suggest=True)
    changed_on = DateField("修改日期", default=date.today)

    naming = (key,)


class FigureAlias(Record):
    """Words of the office's own reports, and the figure that it means by them, as the text names it."""

    words = TextField("用词", longest=40)
    figure = TextField("统计项", longest=200)

    naming = (words,)


# The program learns a pair whole, and to a unique index no two empty values are the same.
FigureAlias.words.null = FigureAlias.figure.null = False
FigureAlias.add_index(
    peewee.SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS figure_alias_once ON figure_alias (words) WHERE deleted_at IS NULL"
    )
)
SummaryText.add_index(
    peewee.SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS summary_text_once ON summary_text (year, report) "
        "WHERE deleted_at IS NULL"
    )
)
FigureOverride.add_index(
    peewee.SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS figure_override_once ON figure_override (key, first, last) "
        "WHERE deleted_at IS NULL"
    )
)

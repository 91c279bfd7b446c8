"""Shortcomings (存在问题): what a year's work showed to be wanting, and what shall mend it."""

from __future__ import annotations

from app.fields import CountField, DateField, NotesField, TextField
from app.records.base import Record
from app.rules.dates import this_year


class Shortcoming(Record):
    """A problem of the year's work and its remedy, told in the summary of that year."""

    year = CountField("年度", default=this_year, least=1949, most=2200, about="写进哪一年的工作总结")
    problem = TextField(
        "存在问题",
        longest=200,
        aliases=("问题", "不足"),
        help_text="总结中原样引用，例如 非公企业建会率不高",
        about="工作中还有什么做得不够",
    )
    remedy = TextField(
        "改进措施",
        null=True,
        longest=200,
        aliases=("措施", "整改措施"),
        help_text="总结中原样引用，例如 对排摸的企业逐家走访动员",
        about="下一年怎样改，总结里原样引用",
    )
    handled_by = TextField("责任人", null=True, suggest=True, about="由谁去改，年底问他")
    solved_on = DateField("解决日期", null=True, past=True, about="问题解决的日子，还没有的空着")
    remark = NotesField("备注", null=True)

    naming = (problem,)

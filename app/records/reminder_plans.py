"""What is agreed about a reminder of the desk: until when it waits and why, and who sees to it."""

from __future__ import annotations

from app.fields import CountField, DateField, TextField
from app.records.base import Record


class ReminderPlan(Record):
    """One reminder that was put off, or handed to somebody.

    Which one follows from the `register` and the `kind` of what is due, and from the `row`; where none is
    meant, from the `name`.
    """

    register = TextField("台账")
    kind = TextField("提醒")
    row = CountField("记录", null=True)
    name = TextField("事项", longest=1000, null=True)
    until = DateField("推迟到", null=True)
    reason = TextField("推迟的原因", null=True, wide=True, help_text="例如 等街道通知")
    person = TextField("交给", longest=20, null=True)

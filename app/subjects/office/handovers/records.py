"""Handing the work over (工作交接): from whom to whom, and what no register holds (keys, seals, backups)."""

from __future__ import annotations

from datetime import date

from app.fields import ChoiceField, DateField, NotesField, PersonNameField, SerialField
from app.records.base import Record


class Handover(Record):
    """The work of one clerk handed over to another on a day."""

    handed_on = DateField("交接日期", default=date.today, aliases=("日期",))
    handover_no = SerialField("交接编号", "JJ", dated_by=handed_on, unique=True, aliases=("编号",))
    giver = PersonNameField("移交人", aliases=("交出人",))
    taker = PersonNameField("接交人", aliases=("接收人",))
    witness = PersonNameField("监交人", null=True)
    reason = ChoiceField("交接原因", ("调动", "离职", "退休", "轮岗", "休假", "其他"), default="调动")
    keys = NotesField("钥匙", null=True, help_text="哪里的、各几把，例如 办公室 2 把，档案柜 1 把")
    seals = NotesField("印章和证书", null=True, help_text="例如 工会公章 1 枚，工会法人资格证书正、副本")
    backups = NotesField(
        "备份存放处",
        null=True,
        help_text="在哪个文件夹、哪个移动硬盘，最近一次是哪天；密码当面交接，不写在这里",
    )
    things = NotesField("设备、票据和其他物品", null=True)
    unfinished = NotesField("其他未了事项", null=True)
    remark = NotesField("备注", null=True)

    naming = (giver, handover_no)

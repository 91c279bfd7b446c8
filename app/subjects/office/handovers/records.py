"""Handing the work over (工作交接): from whom to whom, and what no register holds (keys, seals, backups)."""

from __future__ import annotations

from datetime import date

from app.fields import ChoiceField, DateField, NotesField, PersonNameField, SerialField
from app.records.base import Record


class Handover(Record):
    """The work of one clerk handed over to another on a day."""

    handed_on = DateField("交接日期", default=date.today, aliases=("日期",), about="当面点清、双方签字的日子")
    handover_no = SerialField("交接编号", "JJ", dated_by=handed_on, unique=True, aliases=("编号",))
    giver = PersonNameField("移交人", aliases=("交出人",), about="离开这个岗位、把东西交出来的人")
    taker = PersonNameField("接交人", aliases=("接收人",), about="接手的人，清单上签字")
    witness = PersonNameField("监交人", null=True, about="在场看着点清的人，一般是负责人")
    reason = ChoiceField(
        "交接原因",
        ("调动", "离职", "退休", "轮岗", "休假", "其他"),
        default="调动",
        about="为什么交接，例如 调动、退休",
    )
    keys = NotesField(
        "钥匙",
        null=True,
        help_text="哪里的、各几把，例如 办公室 2 把，档案柜 1 把",
        about="交了哪些钥匙，清点一把写一把",
    )
    seals = NotesField(
        "印章和证书",
        null=True,
        help_text="例如 工会公章 1 枚，工会法人资格证书正、副本",
        about="交了哪些印章和证书，写枚数",
    )
    backups = NotesField(
        "备份存放处",
        null=True,
        help_text="在哪个文件夹、哪个移动硬盘，最近一次是哪天；密码当面交接，不写在这里",
        about="台账的备份放在哪里，接手的人找得到",
    )
    things = NotesField("设备、票据和其他物品", null=True, about="交出去的电脑、票据等物品")
    unfinished = NotesField("其他未了事项", null=True, about="还没有办完、要接着办的事")
    remark = NotesField("备注", null=True)

    naming = (giver, handover_no)

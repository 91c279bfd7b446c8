"""What told people of work: notices on boards, announcements on screens (domain 7.2)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    CountField,
    DateField,
    NotesField,
    SerialField,
    TextField,
)
from app.records.base import Record


class JobNotice(Record):
    """Notices of a recruiting campaign, put up and handed out in one compound (小区)."""

    posted_on = DateField(
        "张贴日期", default=date.today, aliases=("张贴时间", "日期"), about="贴到公告栏上的日子"
    )
    notice_no = SerialField("通知编号", "TZ", dated_by=posted_on, unique=True, aliases=("编号",))
    name = TextField(
        "通知名称",
        suggest=True,
        aliases=("名称",),
        help_text="活动的名称，例如 百家劳模帮困再就业",
        about="通知宣传的是什么活动",
    )
    compound = TextField(
        "小区",
        suggest=True,
        aliases=("张贴小区", "楼宇", "张贴地点", "张贴位置"),
        about="一个小区记一条，份数按小区合计",
    )
    copies = CountField("份数", least=1, unit="份", aliases=("张贴份数",), about="在这个小区贴了多少份")
    posted_by = TextField("张贴人", null=True, suggest=True, about="去贴的人，可以写楼组长")
    taken_down_on = DateField("撤下日期", null=True, after=(posted_on,), about="撤下来的日子，还贴着的空着")
    remark = NotesField("备注", null=True)

    naming = (notice_no,)

    def __str__(self) -> str:
        return f"{self.name}（{self.compound}）" if self.name and self.compound else super().__str__()


class ScreenBroadcast(Record):
    """An announcement that ran on an electronic screen (电子屏幕)."""

    first_on = DateField(
        "播放起",
        default=date.today,
        aliases=("开始日期", "播放时间", "播放日期", "播放期间"),
        about="屏幕上第一天放的日子",
    )
    last_on = DateField(
        "播放止", null=True, since=first_on, aliases=("结束日期",), about="屏幕上最后一天放的日子"
    )
    content = NotesField("播放内容", aliases=("内容",), about="屏幕上滚动的那段文字，原样抄下")
    place = TextField(
        "屏幕位置", suggest=True, aliases=("位置",), about="屏幕装在哪里，例如 社区服务中心大厅"
    )
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = TextField("备注", null=True)

    def __str__(self) -> str:
        return (self.content or "").split("\n")[0][:20] or super().__str__()

"""The office's places (场所): where it works, meets and learns, the seed's 三到位 (domain 11.2, F008)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import ChoiceField, CountField, DateField, FlagField, NotesField, TextField
from app.records.base import Record

KINDS = ("办公场所", "活动场所", "学习场所")


class VenueStatus(StrEnum):
    """Whether a place can be used."""

    IN_USE = "在用"
    BUILDING = "筹建装修"
    CLOSED = "停用"


class Venue(Record):
    """One place of the office."""

    name = TextField("场所名称", aliases=("名称",), about="场所的名称，例如 职工之家")
    kind = ChoiceField(
        "类别",
        KINDS,
        synonyms={"办公": KINDS[0], "活动": KINDS[1], "学习": KINDS[2]},
        about="用来办公、活动还是学习",
    )
    place = TextField("地点", suggest=True, aliases=("地址",), about="在哪条路、哪栋楼")
    area = CountField(
        "面积",
        null=True,
        unit="平方米",
        least=1,
        aliases=("面积(㎡)", "建筑面积"),
        about="建筑面积多少平方米",
    )
    opened_on = DateField("启用日期", default=date.today, forgotten=True, about="装修好、开始接待职工的日子")
    hung_sign = FlagField("已挂牌", default=False, about="门口挂了牌子的选“是”")
    hours = TextField(
        "开放时间", null=True, help_text="例如 周一至周五 9:00—16:30", about="每周哪几天、几点开放"
    )
    equipment = NotesField("设施", null=True, about="里面有哪些设备")
    keeper = TextField("管理人", null=True, suggest=True, aliases=("管理员",), about="有钥匙、管开门关门的人")
    status = ChoiceField(
        "状态", VenueStatus, default=VenueStatus.IN_USE.value, about="在用、在装修，还是已经停用"
    )
    closed_on = DateField(
        "停用日期", null=True, past=True, after=(opened_on,), about="从哪天起不再开放，不再计入场所数"
    )
    closed_reason = TextField("停用原因", null=True, about="例如 房子收回、搬到新址")
    remark = NotesField("备注", null=True)

    naming = (name,)


def kinds_missing() -> list[str]:
    """Return the kinds of place that the office has none of in use."""
    there = {
        kind
        for (kind,) in Venue.alive().where(Venue.status == VenueStatus.IN_USE).select(Venue.kind).tuples()
    }
    return [kind for kind in KINDS if kind not in there]

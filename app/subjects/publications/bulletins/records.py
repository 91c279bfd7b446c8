"""Bulletins (信息报送): what was written, to whom it was sent, who printed it (domain 9.3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import SQL

from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    FlagField,
    NotesField,
    ReferenceField,
    SerialField,
    TextField,
    When,
)
from app.records.base import Query, Record

OPINION = "舆情信息"
BULLETIN_KINDS = ("动态信息", OPINION, "经验做法", "调研报告", "图片")


class BulletinStatus(StrEnum):
    """Where a bulletin stands."""

    DRAFT = "拟稿"
    APPROVED = "已审批"
    SENT = "已报送"
    VOID = "作废"


def recipients_of(bulletin: Bulletin) -> Query[BulletinRecipient]:
    """Select the places a bulletin was sent to."""
    return BulletinRecipient.alive().where(BulletinRecipient.bulletin == bulletin.id)


def sent_between(first: date, last: date) -> Query[Bulletin]:
    """Select the bulletins sent within a span of days, both included."""
    return Bulletin.alive().where(
        Bulletin.status == BulletinStatus.SENT, Bulletin.sent_on.between(first, last)
    )


def _channels(bulletin: Bulletin) -> int:
    return recipients_of(bulletin).count() if bulletin.id else 0


def _adoptions(bulletin: Bulletin) -> int:
    return recipients_of(bulletin).where(BulletinRecipient.adopted).count() if bulletin.id else 0


class Bulletin(Record):
    """A piece of news, opinion or experience that the office reports."""

    drafted_on = DateField(
        "撰稿日期",
        default=date.today,
        forgotten=True,
        aliases=("撰写日期",),
        about="写好初稿的日子，每月篇数按报送日计",
    )
    bulletin_no = SerialField("信息编号", "XX", dated_by=drafted_on, unique=True, aliases=("编号",))
    title = TextField(
        "标题",
        wide=True,
        aliases=("信息标题", "题目", "信息名称", "稿件标题"),
        about="信息的标题，同一标题只报一次",
    )
    kind = ChoiceField(
        "类型",
        BULLETIN_KINDS,
        default="动态信息",
        synonyms={"动态": "动态信息", "舆情": OPINION, "舆情动态": OPINION, "调研": "调研报告"},
        aliases=("信息类型",),
        about="动态信息每月有任务，舆情信息另外计",
    )
    body = NotesField("正文", null=True, about="信息的全文，审批表上照印")
    author = TextField(
        "撰稿人",
        suggest=True,
        aliases=(
            "作者",
            "撰写人",
            "供稿人",
        ),
        about="署名的撰稿人，采用后记他的分",
    )
    event_on = DateField("活动日期", null=True, help_text="所报的活动是哪天办的", aliases=("涉及日期",))
    reviewer = TextField("审核人", null=True, suggest=True, stays=True, about="审核同意报送的负责人")
    approved_on = DateField(
        "审批日期", null=True, past=True, after=(drafted_on,), about="审批同意的日子，没有审批的不能报送"
    )
    sent_on = DateField(
        "报送日期",
        null=True,
        past=True,
        after=(approved_on,),
        aliases=("报送时间", "发送日期"),
        about="报送出去的日子，每月篇数按这一天计",
    )
    channels = CountField(
        "报送渠道数", derive=_channels, unit="个", short="渠道", about="报到了几个地方，自动计算"
    )
    adoptions = CountField(
        "采用次数", derive=_adoptions, unit="次", short="采用", about="被采用了几次，自动计算"
    )
    photo_name = TextField("照片文件名", null=True, longest=200, about="照片在台账里的名称，选了照片自动填好")
    photo = AttachmentField(
        "附件照片", called=photo_name, null=True, about="随信息报送的照片，存进台账随备份走"
    )
    status = ChoiceField("状态", BulletinStatus, default=BulletinStatus.DRAFT.value)
    remark = NotesField("备注", null=True)

    naming = (title, bulletin_no)


class BulletinRecipient(Record):
    """One place a bulletin was sent to, and whether it was used there."""

    bulletin_id: int | None

    bulletin = ReferenceField("信息", Bulletin, backref="recipients")
    channel = TextField(
        "报送渠道",
        suggest=True,
        aliases=("渠道", "报送单位"),
        help_text="例如 区总工会、街道党办",
        about="把信息报到哪里",
    )
    sent_on = DateField(
        "报送日期", default=date.today, aliases=("报送时间",), about="发到这个渠道的日子，各渠道可以不同"
    )
    adopted = FlagField("是否采用", default=False, aliases=("采用",), about="这里刊登或采用了的选“是”")
    adopted_on = DateField(
        "采用日期",
        null=True,
        after=(sent_on,),
        only_then=True,
        wanted_if=(When(adopted, True),),
        aliases=("采用时间",),
        about="对方刊出或编入专报的日子，不早于报送",
    )
    issue_no = TextField("刊物期号", null=True, about="登在哪一期，例如 2011年第6期")
    score = CountField("得分", null=True, unit="分", about="采用后考核记多少分")
    remark = TextField("备注", null=True)

    naming = (channel,)


BulletinRecipient.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS bulletin_recipient_once ON bulletin_recipient "
        "(bulletin_id, channel) WHERE deleted_at IS NULL"
    )
)

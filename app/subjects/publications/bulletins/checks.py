"""The rules of bulletins (domain 9.3): approval first, each place once, adoption after sending."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, in_order, not_ahead, others
from app.records.profile import Profile, standard
from app.subjects.publications.bulletins.records import (
    Bulletin,
    BulletinRecipient,
    BulletinStatus,
    recipients_of,
)

_PASSED = (BulletinStatus.APPROVED, BulletinStatus.SENT)


def days_in_order(bulletin: Bulletin) -> Iterator[Problem]:
    """A bulletin is written, approved, then sent, and while its news is fresh."""
    yield from in_order(bulletin, (Bulletin.drafted_on, Bulletin.approved_on, Bulletin.sent_on))
    yield from not_ahead(bulletin, Bulletin.approved_on, Bulletin.sent_on)
    if bulletin.sent_on and bulletin.event_on:
        days, within = (bulletin.sent_on - bulletin.event_on).days, standard(Profile.fresh_days)
        if days > within:
            yield Warn(Bulletin.sent_on, f"活动过了 {days} 天才报送，信息应在 {within} 天内报送")


def approved_before_sending(bulletin: Bulletin) -> Iterator[Problem]:
    """Nothing leaves the office without a reviewer's approval."""
    if bulletin.status in _PASSED or bulletin.sent_on is not None:
        if bulletin.approved_on is None:
            yield Block(Bulletin.approved_on, "缺少审批，请填写审批日期")
        if not bulletin.reviewer:
            yield Block(Bulletin.reviewer, "缺少审批，请填写审核人")
    if bulletin.status == BulletinStatus.SENT and bulletin.sent_on is None:
        yield Block(Bulletin.sent_on, "已报送，请填写报送日期")


def title_told_once(bulletin: Bulletin) -> Iterator[Problem]:
    """The same title twice is probably the same news twice."""
    if not bulletin.title or bulletin.status == BulletinStatus.VOID:
        return
    same = others(bulletin).where(Bulletin.title == bulletin.title, Bulletin.status != BulletinStatus.VOID)
    if (twin := first(same)) is not None:
        yield Warn(Bulletin.title, f"与 {twin.bulletin_no} 的标题相同，请核对是否重复报送")


def goes_somewhere(bulletin: Bulletin) -> Iterator[Problem]:
    """What is to be sent goes to at least one place."""
    if not bulletin.id or not recipients_of(bulletin).exists():
        yield Block(Bulletin.sent_on, "还没有报送渠道，请先在“报送渠道”中登记")


def sent_after_approval(sent: BulletinRecipient) -> Iterator[Problem]:
    """Only what was approved is sent, and not before that day."""
    if sent.bulletin_id is None:
        return
    bulletin = Bulletin.get_by_id(sent.bulletin_id)
    if bulletin.approved_on is None:
        yield Block(BulletinRecipient.sent_on, "这篇信息尚未审批，不能报送")
    elif sent.sent_on and sent.sent_on < bulletin.approved_on:
        told = Bulletin.approved_on.format(bulletin.approved_on)
        yield Block(BulletinRecipient.sent_on, f"早于审批日期（{told}），请核对两个日期")


def place_told_once(sent: BulletinRecipient) -> Iterator[Problem]:
    """A place gets a bulletin once, and the same title once."""
    if sent.bulletin_id is None or not sent.channel:
        return
    elsewhere = others(sent).where(BulletinRecipient.channel == sent.channel)
    if elsewhere.where(BulletinRecipient.bulletin == sent.bulletin_id).exists():
        yield Block(BulletinRecipient.channel, "这篇信息已向这个渠道报送过")
        return
    title = Bulletin.get_by_id(sent.bulletin_id).title
    namesakes = (
        Bulletin.alive()
        .select(Bulletin.id)
        .where(
            Bulletin.title == title, Bulletin.id != sent.bulletin_id, Bulletin.status != BulletinStatus.VOID
        )
    )
    if elsewhere.where(BulletinRecipient.bulletin.in_(namesakes)).exists():
        yield Block(BulletinRecipient.channel, f"已向“{sent.channel}”报送过同一标题的信息，请核对")


def adopted_after_sending(sent: BulletinRecipient) -> Iterator[Problem]:
    """What was used has a day, not before it was sent; what was not used has neither day nor score."""
    yield from in_order(sent, (BulletinRecipient.sent_on, BulletinRecipient.adopted_on))
    if sent.adopted and sent.adopted_on is None:
        yield Warn(BulletinRecipient.adopted_on, "已采用，请填写采用日期")
    if sent.adopted:
        return
    for field in (BulletinRecipient.adopted_on, BulletinRecipient.score):
        if getattr(sent, field.name):
            yield Block(field, f"填了{field.label}，请把“是否采用”改为“是”")


def forget_the_approval(bulletin: Bulletin) -> None:
    """A text that is written anew is approved anew."""
    bulletin.reviewer = bulletin.approved_on = None

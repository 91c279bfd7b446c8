"""The rules of bulletins (domain 9.3): approval first, each place once, adoption after sending."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, others
from app.records.profile import Profile, standard
from app.rules.dates import write_date
from app.subjects.publications.bulletins.records import (
    Bulletin,
    BulletinRecipient,
    BulletinStatus,
    recipients_of,
)

_APPROVED = (BulletinStatus.APPROVED, BulletinStatus.SENT)


def sent_while_fresh(bulletin: Bulletin) -> Iterator[Problem]:
    """News is sent within so many days of the event as the settings say (domain 9.3)."""
    if bulletin.sent_on and bulletin.event_on:
        days, within = (bulletin.sent_on - bulletin.event_on).days, standard(Profile.fresh_days)
        if days > within:
            yield Warn(Bulletin.sent_on, f"活动过了 {days} 天才报送，信息应在 {within} 天内报送")


def approved_before_sending(bulletin: Bulletin) -> Iterator[Problem]:
    """Nothing leaves the office without a reviewer's approval, whatever its state says (domain 9.3).

    The states that come after the approval need it by themselves.
    """
    if bulletin.sent_on is None or bulletin.status in _APPROVED:
        return
    for field in (Bulletin.reviewer, Bulletin.approved_on):
        if not getattr(bulletin, field.name):
            yield Block(field, f"填了报送日期却缺少审批，请填写{field.label}")


def title_told_once(bulletin: Bulletin) -> Iterator[Problem]:
    """The same title twice is probably the same news twice."""
    if not bulletin.title or bulletin.status == BulletinStatus.VOID:
        return
    for twin in _of_the_same_title(bulletin)[:1]:
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
        approved_on = write_date(bulletin.approved_on)
        yield Block(BulletinRecipient.sent_on, f"早于审批日期（{approved_on}），请核对两个日期")


def title_sent_once(sent: BulletinRecipient) -> Iterator[Problem]:
    """A place gets the same title once: two bulletins of one title are one piece of news (domain 9.3)."""
    if sent.bulletin_id is None or not sent.channel:
        return
    bulletin = Bulletin.get_by_id(sent.bulletin_id)
    elsewhere = others(sent).where(BulletinRecipient.channel == sent.channel)
    namesakes = _of_the_same_title(bulletin)
    if namesakes and elsewhere.where(BulletinRecipient.bulletin.in_(namesakes)).exists():
        yield Block(BulletinRecipient.channel, f"已向“{sent.channel}”报送过同一标题的信息，请核对")


def _of_the_same_title(bulletin: Bulletin) -> list[Bulletin]:
    return [one for one in duplicates(bulletin, Bulletin.title) if one.status != BulletinStatus.VOID]


def only_what_was_used_scores(sent: BulletinRecipient) -> Iterator[Problem]:
    """What was not used has neither a day of its use nor a score."""
    if sent.adopted:
        return
    for field in (BulletinRecipient.adopted_on, BulletinRecipient.score):
        if getattr(sent, field.name):
            yield Block(field, f"填了{field.label}，请把“是否采用”改为“是”")


def forget_the_approval(bulletin: Bulletin) -> None:
    """A text that is written anew is approved anew."""
    bulletin.reviewer = bulletin.approved_on = None

"""Bulletins and the places they are sent to (domain 9.3)."""

from __future__ import annotations

from app.register import Child, Condition, Register, Section, State, Step
from app.rules.dates import latest
from app.subjects.publications.bulletins import checks
from app.subjects.publications.bulletins.due import bulletins_due
from app.subjects.publications.bulletins.forms import APPROVAL_SLIP
from app.subjects.publications.bulletins.lists import BULLETIN_BOOK, BULLETIN_FIGURES
from app.subjects.publications.bulletins.records import (
    OPINION,
    Bulletin,
    BulletinRecipient,
    BulletinStatus,
    sent_between,
)
from app.subjects.publications.yearly_tasks.records import task_of

_APPROVAL = (Bulletin.reviewer, Bulletin.approved_on)

RECIPIENTS = Register(
    "publications.recipients",
    "报送渠道",
    BulletinRecipient,
    columns=(
        BulletinRecipient.channel,
        BulletinRecipient.sent_on,
        BulletinRecipient.adopted,
        BulletinRecipient.issue_no,
        BulletinRecipient.score,
    ),
    sections=(
        Section(
            "报送与采用",
            BulletinRecipient.channel,
            BulletinRecipient.sent_on,
            BulletinRecipient.adopted,
            BulletinRecipient.adopted_on,
            BulletinRecipient.issue_no,
            BulletinRecipient.score,
            BulletinRecipient.remark,
        ),
    ),
    filters=(BulletinRecipient.channel, BulletinRecipient.adopted, BulletinRecipient.sent_on),
    search=(BulletinRecipient.channel, BulletinRecipient.issue_no),
    checks=(checks.sent_after_approval, checks.title_sent_once, checks.only_what_was_used_scores),
    unique_together=((BulletinRecipient.bulletin, BulletinRecipient.channel),),
    order=(BulletinRecipient.id.asc(),),
    unit="处",
    sums=(BulletinRecipient.score,),
)


def _headline(bulletin: Bulletin) -> str:
    """Say how the bulletin's month stands against what is asked."""
    day = bulletin.sent_on or bulletin.drafted_on
    if day is None:
        return ""
    month = sent_between(day.replace(day=1), latest(f"{day:%Y-%m}"))
    news = month.where(Bulletin.kind != OPINION).count()
    least = task_of(day.year).bulletins_least
    state = "已完成" if news >= least else f"还差 {least - news} 篇"
    return f"{day.year}年{day.month}月已报送 {news} 篇，任务 {least} 篇，{state}"


def _after_import(bulletin: Bulletin, names: frozenset[str]) -> None:
    """Settle the state: a list of what was sent seldom says it."""
    if "status" not in names and bulletin.sent_on is not None:
        bulletin.status = BulletinStatus.SENT.value


BULLETINS = Register(
    "publications.bulletins",
    "信息报送",
    Bulletin,
    columns=(
        Bulletin.bulletin_no,
        Bulletin.title,
        Bulletin.kind,
        Bulletin.sent_on,
        Bulletin.adoptions,
        Bulletin.status,
    ),
    identity=((Bulletin.title, Bulletin.drafted_on),),
    sections=(
        Section(
            "信息",
            Bulletin.title,
            Bulletin.kind,
            Bulletin.author,
            Bulletin.drafted_on,
            Bulletin.event_on,
            Bulletin.body,
        ),
        Section(
            "审批与报送",
            Bulletin.bulletin_no,
            Bulletin.reviewer,
            Bulletin.approved_on,
            Bulletin.sent_on,
            Bulletin.channels,
            Bulletin.adoptions,
            Bulletin.status,
            Bulletin.photo,
            Bulletin.photo_name,
            Bulletin.remark,
        ),
    ),
    filters=(
        Bulletin.sent_on,
        Bulletin.kind,
        Bulletin.status,
        Bulletin.author,
        Condition("已被采用", lambda: Bulletin.adoptions > 0, usual=True),
    ),
    search=(Bulletin.title, Bulletin.bulletin_no, Bulletin.author, Bulletin.body),
    checks=(checks.sent_while_fresh, checks.approved_before_sending, checks.title_told_once),
    children=(Child(RECIPIENTS, BulletinRecipient.bulletin),),
    steps=(
        Step("审批", (BulletinStatus.DRAFT,), BulletinStatus.APPROVED, asks=_APPROVAL),
        Step(
            "报送",
            (BulletinStatus.APPROVED,),
            BulletinStatus.SENT,
            asks=(Bulletin.sent_on,),
            guard=checks.goes_somewhere,
        ),
        Step(
            "退回重写",
            (BulletinStatus.APPROVED,),
            BulletinStatus.DRAFT,
            asks=(Bulletin.remark,),
            prepare=checks.forget_the_approval,
            usual=False,
        ),
        Step(
            "作废",
            (BulletinStatus.DRAFT, BulletinStatus.APPROVED),
            BulletinStatus.VOID,
            asks=(Bulletin.remark,),
            usual=False,
        ),
    ),
    prints=(BULLETIN_BOOK, APPROVAL_SLIP, BULLETIN_FIGURES),
    order=(Bulletin.bulletin_no.desc(),),
    status=Bulletin.status,
    states=(
        State(BulletinStatus.DRAFT, "warn"),
        State(BulletinStatus.APPROVED, "info", needs=_APPROVAL),
        State(BulletinStatus.SENT, "good", needs=(*_APPROVAL, Bulletin.sent_on)),
        State(BulletinStatus.VOID),
    ),
    headline=_headline,
    unit="篇",
    sums=(Bulletin.adoptions,),
    after_import=_after_import,
    due=bulletins_due,
)

"""Nominations for honours: put forward, shown in public, handed in, granted or not (domain 18)."""

from __future__ import annotations

from app.register import Register, Section, State, Step
from app.subjects.office.nominations import checks
from app.subjects.office.nominations.due import nominations_due
from app.subjects.office.nominations.lists import NOMINATION_BOOK, NOMINATION_NOTICE
from app.subjects.office.nominations.records import UNOPPOSED, Nomination, NominationStatus
from app.subjects.office.nominations.steps import enter_honour

_OPEN = (
    NominationStatus.PROPOSED,
    NominationStatus.PUBLISHED,
    NominationStatus.CLEARED,
    NominationStatus.SENT,
)


def _after_import(nomination: Nomination, names: frozenset[str]) -> None:
    """Settle the state: a list tells how far a nomination came by its days, seldom by a word."""
    if "status" in names:
        return
    if nomination.granted_on is not None:
        nomination.status = NominationStatus.GRANTED.value
    elif nomination.sent_on is not None:
        nomination.status = NominationStatus.SENT.value
    elif nomination.notice_result == UNOPPOSED:
        nomination.status = NominationStatus.CLEARED.value
    elif nomination.notice_from is not None and nomination.notice_to is not None:
        nomination.status = NominationStatus.PUBLISHED.value


NOMINATIONS = Register(
    "office.nominations",
    "评先评优",
    Nomination,
    columns=(
        Nomination.nominated_on,
        Nomination.title,
        Nomination.recipient,
        Nomination.employer,
        Nomination.notice_to,
        Nomination.status,
    ),
    identity=((Nomination.title, Nomination.recipient, Nomination.nominated_on),),
    sections=(
        Section(
            "推荐",
            Nomination.nominated_on,
            Nomination.title,
            Nomination.level,
            Nomination.granted_by,
            Nomination.recipient_kind,
            Nomination.member,
            Nomination.recipient,
            Nomination.employer,
            Nomination.deeds,
        ),
        Section(
            "公示和上报",
            Nomination.status,
            Nomination.decided_on,
            Nomination.notice_from,
            Nomination.notice_to,
            Nomination.notice_result,
            Nomination.objection,
            Nomination.sent_on,
            Nomination.granted_on,
            Nomination.document_no,
            Nomination.remark,
        ),
    ),
    filters=(Nomination.nominated_on, Nomination.level, Nomination.recipient_kind, Nomination.status),
    search=(Nomination.title, Nomination.recipient, Nomination.employer, Nomination.granted_by),
    checks=checks.NOMINATION,
    steps=(
        Step(
            "开始公示",
            (NominationStatus.PROPOSED,),
            NominationStatus.PUBLISHED,
            asks=(Nomination.decided_on, Nomination.notice_from, Nomination.notice_to),
            many=True,
        ),
        Step(
            "登记公示结果",
            (NominationStatus.PUBLISHED,),
            NominationStatus.CLEARED,
            asks=(Nomination.notice_result,),
            guard=checks.notice_ran_its_course,
            many=True,
        ),
        Step(
            "上报",
            (NominationStatus.CLEARED,),
            NominationStatus.SENT,
            asks=(Nomination.sent_on,),
            many=True,
        ),
        Step(
            "登记授予",
            (NominationStatus.SENT,),
            NominationStatus.GRANTED,
            asks=(Nomination.granted_on, Nomination.granted_by),
            effect=enter_honour,
        ),
        Step("未通过", _OPEN, NominationStatus.REFUSED, asks=(Nomination.remark,), usual=False),
    ),
    prints=(NOMINATION_BOOK, NOMINATION_NOTICE),
    order=(Nomination.nominated_on.desc(), Nomination.id.desc()),
    status=Nomination.status,
    states=(
        State(NominationStatus.PROPOSED, "warn", without=(Nomination.sent_on, Nomination.granted_on)),
        State(
            NominationStatus.PUBLISHED,
            "info",
            needs=(Nomination.notice_from, Nomination.notice_to),
            without=(Nomination.sent_on, Nomination.granted_on),
        ),
        State(
            NominationStatus.CLEARED,
            "info",
            needs=(Nomination.notice_from, Nomination.notice_to, Nomination.notice_result),
            without=(Nomination.sent_on, Nomination.granted_on),
        ),
        State(
            NominationStatus.SENT,
            "info",
            needs=(Nomination.sent_on,),
            without=(Nomination.granted_on,),
        ),
        State(NominationStatus.GRANTED, "good", needs=(Nomination.granted_on, Nomination.granted_by)),
        State(NominationStatus.REFUSED, "quiet", without=(Nomination.granted_on,)),
    ),
    unit="项",
    due=nominations_due,
    after_import=_after_import,
)

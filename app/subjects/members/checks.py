"""The rules of membership (domain 1.3, 1.4 and 1.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, in_order, others
from app.rules.dates import age_on, earliest, latest
from app.rules.working_age import YOUNGEST
from app.subjects.members.records import (
    COMING,
    DuesPayment,
    EventKind,
    Member,
    MembershipEvent,
    MemberStatus,
)

_RURAL = ("农业", "外地农村")
ENDED = (
    MemberStatus.TRANSFERRED,
    MemberStatus.LEFT,
    MemberStatus.LAPSED,
    MemberStatus.EXPELLED,
    MemberStatus.DEAD,
)


def only_once(member: Member) -> Iterator[Problem]:
    """Nobody is a member twice; the same name and birthday make one look again."""
    if member.id_number:
        twin = next(iter(duplicates(member, Member.id_number)), None)
        if twin is not None:
            remedy = "重新入会请在那条记录上办理" if twin.status in ENDED else "请打开那条记录修改"
            yield Block(
                Member.id_number,
                f"{twin.name}（{twin.member_no}，{twin.status}）已用这个证件号码登记，{remedy}",
            )
    if member.name and member.birth_date:
        same = duplicates(member, Member.name, Member.birth_date)
        own = member.id_number
        twin = next((one for one in same if one.id_number is None or one.id_number != own), None)
        if twin is not None:
            yield Warn(Member.name, f"已有同名且同日出生的会员（{twin.member_no}），请确认不是同一人")
    if member.card_no and duplicates(member, Member.card_no):
        yield Block(Member.card_no, "这个会员证号码已发给别人，请核对")


def old_enough(member: Member) -> Iterator[Problem]:
    """A member is at least 16 when joining, and hardly worked before that age."""
    if member.birth_date is None:
        return
    joined = member.approved_on or member.applied_on
    if joined and age_on(member.birth_date, joined) < YOUNGEST:
        yield Block(Member.birth_date, f"入会时未满 {YOUNGEST} 周岁，请核对出生日期或申请日期")
    if member.work_start and age_on(member.birth_date, latest(member.work_start)) < YOUNGEST:
        yield Warn(Member.work_start, f"那时未满 {YOUNGEST} 周岁，请核对")


def migrant_is_asked_after(member: Member) -> Iterator[Problem]:
    """A rural household suggests a migrant worker; it never settles it (domain 1.3)."""
    if member.household_type in _RURAL and not member.is_migrant_worker:
        yield Warn(Member.is_migrant_worker, f"户籍为“{member.household_type}”，是农民工的请选“是”")


def approved_after_application(member: Member) -> Iterator[Problem]:
    """Membership counts from the approval, which follows the application."""
    yield from in_order(member, (Member.applied_on, Member.approved_on))
    if member.approved_on and member.approved_on > date.today():
        yield Block(Member.approved_on, "在今天之后，请核对")
    if member.status == MemberStatus.ACTIVE and member.approved_on is None:
        yield Block(Member.approved_on, "在册会员必须有批准日期，请填写")


def transfer_names_the_union(member: Member) -> Iterator[Problem]:
    """Whoever is transferred comes from, or goes to, a union with a name."""
    if member.join_mode == "转入" and not member.other_union:
        yield Warn(Member.other_union, "转入的会员，请填写原来所在的工会")


def change_is_explained(member: Member) -> Iterator[Problem]:
    """Leaving the roll needs a day and a reason."""
    if member.status in (MemberStatus.PENDING, MemberStatus.ACTIVE):
        return
    if member.status_date is None:
        yield Block(Member.status_date, f"会籍为“{member.status}”，请填写变动日期")
    if not member.status_reason:
        yield Block(Member.status_reason, f"会籍为“{member.status}”，请填写变动原因")


def dues_while_member(payment: DuesPayment) -> Iterator[Problem]:
    """Dues run from the approval, stop while membership is retained, and are paid once a month."""
    if payment.month is None or payment.member_id is None:
        return
    if len(payment.month) != len("2011-03"):
        yield Block(DuesPayment.month, "请填到月份，例如 2011年3月")
        return
    twin = others(payment).where(DuesPayment.member == payment.member_id, DuesPayment.month == payment.month)
    if twin.exists():
        yield Block(DuesPayment.month, "这个月的会费已登记过，请修改原来那一条")
    member = Member.get_by_id(payment.member_id)
    if member.approved_on is None or payment.month < member.approved_on.isoformat()[:7]:
        yield Block(DuesPayment.month, "早于批准入会的月份，不应缴费，请核对")
    elif not _on_roll(member, payment.month):
        yield Block(DuesPayment.month, "这个月会籍已保留、转出或终止，不缴会费，请核对")
    if payment.paid is not None and payment.due is not None and payment.paid > payment.due:
        yield Warn(DuesPayment.paid, "实缴多于应缴，请核对")


def _on_roll(member: Member, month: str) -> bool:
    """Tell whether the membership stood on the month's first day, or came about within it."""
    events = MembershipEvent.alive().where(MembershipEvent.member == member)
    first, last = earliest(month), latest(month)
    within = events.where(MembershipEvent.happened_on.between(first, last))
    if within.where(MembershipEvent.kind.in_(COMING)).exists():
        return True
    before = events.where(MembershipEvent.happened_on <= first)
    event = before.order_by(MembershipEvent.happened_on.desc(), MembershipEvent.id.desc()).first()
    return event is None or event.kind in COMING


def event_fits(event: MembershipEvent) -> Iterator[Problem]:
    """A transfer names the other union; nothing happens to a membership before its application."""
    if event.kind in (EventKind.MOVED_IN, EventKind.MOVED_OUT) and not event.other_union:
        yield Block(MembershipEvent.other_union, f"{event.kind}请写明对方工会名称")
    if event.happened_on and event.happened_on > date.today():
        yield Block(MembershipEvent.happened_on, "在今天之后，请核对")

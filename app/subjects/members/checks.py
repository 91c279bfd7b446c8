"""The rules of membership that need thought (domain 1.3, 1.4 and 1.7)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, where_alike
from app.records.distinct import are_distinct
from app.rules.dates import age_on, earliest, latest
from app.rules.working_age import YOUNGEST
from app.subjects.members.membership.records import COMING, LATEST_FIRST, DuesPayment, MembershipEvent
from app.subjects.members.records import Member, MemberStatus

_RURAL = ("农业", "外地农村")
_ENDED = (
    MemberStatus.TRANSFERRED,
    MemberStatus.LEFT,
    MemberStatus.LAPSED,
    MemberStatus.EXPELLED,
    MemberStatus.DEAD,
)


@where_alike((Member.id_number,), (Member.name, Member.birth_date))
def only_once(member: Member) -> Iterator[Problem]:
    """Nobody is a member twice; the same name and birthday make one look again (domain 1.7)."""
    if member.id_number:
        twin = next(iter(duplicates(member, Member.id_number)), None)
        if twin is not None:
            remedy = "重新入会请在那条记录上办理" if twin.status in _ENDED else "请打开那条记录修改"
            yield Block(
                Member.id_number,
                f"{twin.name}（{twin.member_no}，{twin.status}）已用这个证件号码登记，{remedy}",
            )
    if member.name and member.birth_date:
        namesakes = duplicates(member, Member.name, Member.birth_date)
        number = member.id_number  # who has the same number was told above
        twin = next(
            (
                other
                for other in namesakes
                if (other.id_number is None or other.id_number != number) and not are_distinct(member, other)
            ),
            None,
        )
        if twin is not None:
            yield Warn(Member.name, f"已有同名且同日出生的会员（{twin.member_no}），请确认不是同一人")


@where_alike((Member.card_no,))
def card_given_once(member: Member) -> Iterator[Problem]:
    """A card belongs to one member; of two that claim it the one at hand may be as wrong as the other."""
    if member.card_no and duplicates(member, Member.card_no):
        yield Block(Member.card_no, "这个会员证号码已发给别人，请核对")


def old_enough(member: Member) -> Iterator[Problem]:
    """A member is at least 16 when joining, and hardly worked before that age (domain 1.3)."""
    if member.birth_date is None:
        return
    joined = member.approved_on or member.applied_on
    if joined and age_on(member.birth_date, joined) < YOUNGEST:
        yield Block(Member.birth_date, f"入会时未满 {YOUNGEST} 周岁，请核对出生日期或申请日期")
    if member.work_start and age_on(member.birth_date, latest(member.work_start)) < YOUNGEST:
        yield Warn(Member.work_start, f"那时未满 {YOUNGEST} 周岁，请核对")


def joined_as_approved(member: Member) -> Iterator[Problem]:
    """The month or year of joining is that of the approval, from which membership counts (domain 1.2)."""
    if member.joined and member.approved_on and not member.approved_on.isoformat().startswith(member.joined):
        approved = Member.approved_on.format(member.approved_on)
        yield Warn(Member.joined, f"与批准日期（{approved}）不符，请核对")


def approval_is_a_step(member: Member) -> Iterator[Problem]:
    """Who waits for approval is no member yet, whatever day is written down already."""
    if member.status == MemberStatus.PENDING and member.approved_on is not None:
        yield Warn(Member.approved_on, "会籍状态还是待审批，不计入会员；已批准的请点“批准入会”")


def migrant_is_asked_after(member: Member) -> Iterator[Problem]:
    """A rural household suggests a migrant worker; it never settles it (domain 1.3)."""
    if member.household_type in _RURAL and not member.is_migrant_worker:
        yield Warn(Member.is_migrant_worker, f"户籍为“{member.household_type}”，是农民工的请选“是”")


def dues_while_member(payment: DuesPayment) -> Iterator[Problem]:
    """Dues run from the month of approval and stop while membership is retained (domain 1.7)."""
    if payment.month is None or payment.member_id is None:
        return
    if len(payment.month) != len("2011-03"):
        yield Block(DuesPayment.month, "请填到月份，例如 2011年3月")
        return
    member = Member.get_by_id(payment.member_id)
    if member.approved_on is None:
        yield Block(DuesPayment.member, "这名会员还没有批准日期，请先办理批准入会，再登记会费")
    elif payment.month < member.approved_on.isoformat()[:7]:
        yield Block(DuesPayment.month, "早于批准入会的月份，不应缴费，请核对")
    elif not _on_roll(member, payment.month):
        yield Block(DuesPayment.month, "这个月会籍已保留、转出或终止，不缴会费，请核对")


def _on_roll(member: Member, month: str) -> bool:
    """Tell whether the membership stood on the month's first day, or came about within it."""
    events = MembershipEvent.alive().where(MembershipEvent.member == member)
    first, last = earliest(month), latest(month)
    within = events.where(MembershipEvent.happened_on.between(first, last))
    if within.where(MembershipEvent.kind.in_(COMING)).exists():
        return True
    before = events.where(MembershipEvent.happened_on <= first)
    event = before.order_by(*LATEST_FIRST).first()
    return event is None or event.kind in COMING


def paid_as_due(payment: DuesPayment) -> Iterator[Problem]:
    """More than is due may be paid, for a month to come or by mistake."""
    if payment.paid is not None and payment.due is not None and payment.paid > payment.due:
        yield Warn(DuesPayment.paid, "实缴多于应缴，请核对")


MEMBER = (
    only_once,
    card_given_once,
    old_enough,
    joined_as_approved,
    approval_is_a_step,
    migrant_is_asked_after,
)
DUES = (dues_while_member, paid_as_due)

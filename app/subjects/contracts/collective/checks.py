"""The rules of collective contracts (domain 6.2, 6.3 and 6.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.records.naming import same_unit
from app.records.profile import Profile, standard
from app.rules import regulations
from app.rules.contract_terms import last_day
from app.subjects.contracts.collective.records import (
    IN_FORCE_SINCE,
    SIGNED,
    CollectiveContract,
    ContractKind,
    ContractStatus,
    Review,
    Scope,
    Signer,
)
from app.subjects.unions.grassroots.records import UnionType

_SIGNED_AS: dict[str, Signer] = {
    UnionType.INDEPENDENT: Signer.OWN_UNION,
    UnionType.COMPOUND: Signer.COMPOUND_UNION,
    UnionType.JOINT: Signer.COMPOUND_UNION,
    UnionType.TRADE: Signer.TRADE_UNION,
}
FILE_WITHIN = timedelta(days=10)
SILENCE = timedelta(days=15)
_MOST_REPS = 10
_YEAR = 12


def sides_are_equal(contract: CollectiveContract) -> Iterator[Problem]:
    """Both sides send as many negotiators, seldom more than ten (domain 6.2)."""
    ours, theirs = contract.worker_reps, contract.employer_reps
    for side, number in ((CollectiveContract.employer_reps, theirs), (CollectiveContract.worker_reps, ours)):
        if number is not None and number > _MOST_REPS:
            yield Warn(side, f"每方一般不超过 {_MOST_REPS} 人，请核对")
    if ours is not None and theirs is not None and ours != theirs:
        yield Block(
            CollectiveContract.worker_reps,
            f"企业方 {theirs} 人，双方代表人数应相等",
            source=regulations.NEGOTIATORS.source,
        )


def congress_agreed(contract: CollectiveContract) -> Iterator[Problem]:
    """A vote that failed may be noted, but nothing is signed on it."""
    gravity = Block if contract.status in SIGNED else Warn
    yield from (
        gravity(problem.field, problem.sentence, problem.source) for problem in congress_passed(contract)
    )


def congress_passed(contract: CollectiveContract) -> Iterator[Problem]:
    """Two thirds of the congress are present, and half of all who are due agree, or more (domain 6.2 and 18).

    三分之二以上 and 半数以上 include the number itself (集体合同规定 art. 36, 民法典 art. 1259); where the
    office is set to ask for 过半数, exactly half is not enough.
    """
    due, present, agreed = contract.congress_due, contract.congress_present, contract.congress_agreed
    if due is not None and present is not None and 3 * present < 2 * due:
        yield Block(
            CollectiveContract.congress_present,
            f"不足应到 {due} 人的三分之二，审议无效",
            source=regulations.DRAFT_AGREED.source,
        )
    if due is None or agreed is None:
        return
    if standard(Profile.strict_majority):
        if 2 * agreed <= due:
            yield Block(CollectiveContract.congress_agreed, f"未超过应到 {due} 人的半数，草案没有通过")
    elif 2 * agreed < due:
        yield Block(
            CollectiveContract.congress_agreed,
            f"不足应到 {due} 人的半数，草案没有通过",
            source=regulations.DRAFT_AGREED.source,
        )


def filed_in_time(contract: CollectiveContract) -> Iterator[Problem]:
    """Ten days lead from signing to filing, fifteen of silence from there to effect (domain 6.2)."""
    signed, filed = contract.signed_on, contract.filed_on
    if signed and filed and filed > signed + FILE_WITHIN:
        late = (filed - signed - FILE_WITHIN).days
        yield Warn(
            CollectiveContract.filed_on,
            f"签订后 10 日内应报送，晚了 {late} 天，请核对",
            source=regulations.FILING.source,
        )
    if contract.review_result == Review.SILENT and filed and contract.effective_on:
        earliest = filed + SILENCE
        if contract.effective_on < earliest:
            day = CollectiveContract.effective_on.format(earliest)
            yield Block(
                CollectiveContract.effective_on,
                f"报送满 15 日未答复才生效，不早于{day}",
                source=regulations.EFFECT.source,
            )


def not_objected(contract: CollectiveContract) -> Iterator[Problem]:
    """What the labour authority objects to does not take effect: it is negotiated and filed again."""
    if contract.review_result == Review.OBJECTED and contract.status in IN_FORCE_SINCE:
        yield Block(CollectiveContract.review_result, "劳动部门提出异议，请重新协商后再报送")


def term_is_usual(contract: CollectiveContract) -> Iterator[Problem]:
    """A contract runs for one to three years, one about wages for a year (domain 6.2)."""
    start, end = contract.start_on, contract.end_on
    if start is None or end is None or end < start:
        return
    if end < last_day(start, _YEAR):
        yield Warn(
            CollectiveContract.end_on,
            "期限不满一年，一般为 1 至 3 年，请核对",
            source=regulations.CONTRACT_TERM.source,
        )
    elif contract.kind == ContractKind.WAGE and end > last_day(start, _YEAR):
        yield Warn(CollectiveContract.end_on, "工资专项集体合同一般一年一签，请核对")
    elif end > last_day(start, 3 * _YEAR):
        yield Warn(
            CollectiveContract.end_on,
            "期限超过三年，一般为 1 至 3 年，请核对",
            source=regulations.CONTRACT_TERM.source,
        )
    if contract.status == ContractStatus.EFFECTIVE and end < date.today():
        yield Warn(CollectiveContract.end_on, "已到期，不再计入有效合同，请续签或标记到期")


def scope_fits_signer(contract: CollectiveContract) -> Iterator[Problem]:
    """An enterprise's own union signs for the enterprise, a compound or trade union for several."""
    own = contract.scope == Scope.ENTERPRISE
    if own and contract.signer_type in (Signer.COMPOUND_UNION, Signer.TRADE_UNION):
        yield Warn(CollectiveContract.signer_type, f"企业层级的合同由{contract.signer_type}签订，请核对")
    if contract.scope in (Scope.AREA, Scope.TRADE) and contract.signer_type == Signer.OWN_UNION:
        yield Warn(CollectiveContract.signer_type, f"{contract.scope}合同由独立工会签订，请核对")


def signer_is_the_union(contract: CollectiveContract) -> Iterator[Problem]:
    """A contract signed by a union of one kind is not told to be signed by another."""
    if contract.union is None or contract.signer_type is None:
        return
    fitting = _SIGNED_AS.get(contract.union.union_type)
    if fitting is not None and contract.signer_type != fitting:
        yield Warn(
            CollectiveContract.signer_type, f"“{contract.union.name}”是{contract.union.union_type}，请核对"
        )


def signed_once(contract: CollectiveContract) -> Iterator[Problem]:
    """Two contracts of one kind between the same sides do not run at the same time."""
    if not contract.employer or contract.start_on is None or contract.end_on is None:
        return
    same = others(contract).where(
        CollectiveContract.kind == contract.kind,
        same_unit(CollectiveContract.enterprise, contract),
        CollectiveContract.union_name == contract.union_name,
        CollectiveContract.status != ContractStatus.ENDED,
        CollectiveContract.start_on <= contract.end_on,
        CollectiveContract.end_on >= contract.start_on,
    )
    if contract.status != ContractStatus.ENDED and (twin := first(same)) is not None:
        yield Warn(
            CollectiveContract.start_on, f"与{twin.contract_no}的期限重叠，同一单位同类合同请勿重复登记"
        )


def renewal_follows(contract: CollectiveContract) -> Iterator[Problem]:
    """A renewal is another contract, of the same kind, that starts later."""
    if contract.renewed_from_id is None:
        return
    before = CollectiveContract.get_by_id(contract.renewed_from_id)
    if before.id == contract.id:
        yield Block(CollectiveContract.renewed_from, "合同不能续签自己，请改选前一份合同")
    elif before.kind != contract.kind:
        yield Block(CollectiveContract.renewed_from, f"前一份是{before.kind}，种类不同，请核对")
    elif contract.start_on and before.start_on and contract.start_on <= before.start_on:
        yield Block(CollectiveContract.renewed_from, "前一份合同的期限不早于这一份，请核对")


def may_expire(contract: CollectiveContract) -> Iterator[Problem]:
    """A contract is over only after its last day."""
    if contract.end_on and contract.end_on >= date.today():
        day = CollectiveContract.end_on.format(contract.end_on)
        yield Block(CollectiveContract.end_on, f"合同到{day}才到期")


def not_renewed_yet(contract: CollectiveContract) -> Iterator[Problem]:
    """A contract is renewed once."""
    following = first(others(contract).where(CollectiveContract.renewed_from == contract.id))
    if following is not None:
        yield Block(CollectiveContract.status, f"已续签（{following.contract_no}），请打开那份合同")

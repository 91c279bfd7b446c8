"""Enrolments in mutual insurance: one person's share of a product in a year (domain 8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from peewee import ColumnBase

from app.keeping import deriving, keeping
from app.register import BulkAction, Child, Condition, Register, Section, State, Step
from app.rules.campaigns import Campaign, each_year
from app.rules.dates import write_date
from app.subjects.insurance import checks
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.insurance.due import renewal_ahead, unpaid_due
from app.subjects.insurance.enrolments.renewal import renewal_of
from app.subjects.insurance.lists import ENROLMENT_ROSTER, INSURANCE_BY_MONTH, RENEWALS
from app.subjects.insurance.records import EnrolmentStatus, MutualEnrolment, MutualProduct


def _tell_claims(enrolment: MutualEnrolment) -> None:
    """A corrected name or number is corrected on the claims, too."""
    for claim in MutualClaim.alive().where(MutualClaim.enrolment == enrolment):
        before = dict(claim.__data__)
        deriving.compute_derived(claim)
        if claim.__data__ != before:
            keeping.store(claim)


def _renew(enrolment: MutualEnrolment, values: Mapping[str, object]) -> None:
    """Enrol the person again in the product that was chosen."""
    product = values["product"]
    if not isinstance(product, MutualProduct):
        product = MutualProduct.get_by_id(product)
    keeping.save(ENROLMENTS, renewal_of(enrolment, product))


def _ends_soon() -> ColumnBase:
    today = date.today()
    ends = MutualEnrolment.cover_to.between(today, today + renewal_ahead())
    return (MutualEnrolment.status == EnrolmentStatus.IN_FORCE) & ends


def _covered_today() -> ColumnBase:
    today = date.today()
    running = (MutualEnrolment.cover_from <= today) & (MutualEnrolment.cover_to >= today)
    return (MutualEnrolment.status == EnrolmentStatus.IN_FORCE) & running


def _headline(enrolment: MutualEnrolment) -> str:
    span = (enrolment.cover_from, enrolment.cover_to)
    days = f"{write_date(span[0])}至{write_date(span[1])}" if span[0] and span[1] else ""
    return "　".join(part for part in (enrolment.enrolment_no, enrolment.employer, days) if part)


def _begin_anew(enrolment: MutualEnrolment) -> None:
    """Who withdrew got the premium back: it is due again."""
    enrolment.withdrawn_on = enrolment.paid_on = None


def _after_import(enrolment: MutualEnrolment, names: frozenset[str]) -> None:
    """A list of the insured tells when each paid, seldom where the enrolment stands."""
    if "status" in names:
        return
    if enrolment.withdrawn_on is not None:
        enrolment.status = EnrolmentStatus.WITHDRAWN.value
    elif enrolment.paid_on is not None:
        enrolment.status = EnrolmentStatus.IN_FORCE.value


_PAID, _LEFT = (MutualEnrolment.paid_on,), (MutualEnrolment.withdrawn_on,)

ENROLMENTS = Register(
    "insurance",
    "参保",
    MutualEnrolment,
    columns=(
        MutualEnrolment.name,
        MutualEnrolment.product,
        MutualEnrolment.mode,
        MutualEnrolment.premium,
        MutualEnrolment.paid_on,
        MutualEnrolment.status,
    ),
    identity=(
        (MutualEnrolment.name, MutualEnrolment.birth_date, MutualEnrolment.employer),
        (MutualEnrolment.name, MutualEnrolment.birth_date, MutualEnrolment.mobile),
    ),
    sections=(
        Section(
            "参保人",
            MutualEnrolment.id_number,
            MutualEnrolment.name,
            MutualEnrolment.sex,
            MutualEnrolment.birth_date,
            MutualEnrolment.id_differs_reason,
            MutualEnrolment.work_state,
            MutualEnrolment.employer,
            MutualEnrolment.mobile,
            MutualEnrolment.bank_card,
            MutualEnrolment.enterprise,
            MutualEnrolment.remark,
        ),
        Section(
            "参保",
            MutualEnrolment.product,
            MutualEnrolment.mode,
            MutualEnrolment.group,
            MutualEnrolment.renewal,
            MutualEnrolment.premium,
            MutualEnrolment.paid_on,
            MutualEnrolment.cover_from,
            MutualEnrolment.cover_to,
            MutualEnrolment.age_at_start,
            MutualEnrolment.year,
            MutualEnrolment.status,
            MutualEnrolment.withdrawn_on,
            MutualEnrolment.enrolment_no,
            MutualEnrolment.registered_on,
            MutualEnrolment.handled_by,
        ),
    ),
    filters=(
        MutualEnrolment.year,
        MutualEnrolment.mode,
        MutualEnrolment.product,
        MutualEnrolment.status,
        MutualEnrolment.work_state,
        MutualEnrolment.paid_on,
        Condition("保障中", _covered_today, usual=True),
        Condition("即将到期", _ends_soon, usual=True),
    ),
    search=(
        MutualEnrolment.name,
        MutualEnrolment.id_number,
        MutualEnrolment.mobile,
        MutualEnrolment.employer,
        MutualEnrolment.enrolment_no,
    ),
    checks=(
        checks.one_share_each,
        checks.person_fits_product,
        checks.state_fits_age,
        checks.group_is_the_persons,
        checks.enrolment_follows_product,
        checks.ends_in_its_time,
    ),
    children=(Child(CLAIMS, MutualClaim.enrolment, without=(MutualClaim.name,)),),
    steps=(
        Step(
            "登记缴费",
            (EnrolmentStatus.UNPAID,),
            EnrolmentStatus.IN_FORCE,
            asks=(MutualEnrolment.paid_on,),
            many=True,
        ),
        Step("登记到期", (EnrolmentStatus.IN_FORCE,), EnrolmentStatus.ENDED, usual=False, many=True),
        Step(
            "退保",
            (EnrolmentStatus.UNPAID, EnrolmentStatus.IN_FORCE),
            EnrolmentStatus.WITHDRAWN,
            asks=(MutualEnrolment.withdrawn_on,),
            usual=False,
        ),
        Step(
            "撤销退保",
            (EnrolmentStatus.WITHDRAWN,),
            EnrolmentStatus.UNPAID,
            prepare=_begin_anew,
            usual=False,
        ),
    ),
    prints=(ENROLMENT_ROSTER, RENEWALS, INSURANCE_BY_MONTH),
    bulk_actions=(
        BulkAction(
            "续保",
            _renew,
            (EnrolmentStatus.IN_FORCE, EnrolmentStatus.ENDED),
            asks=(MutualEnrolment.product,),
            confirm="每人将登记一条新产品的参保，状态为“待缴”。",
        ),
    ),
    order=(MutualEnrolment.year.desc(), MutualEnrolment.search_key.asc()),
    status=MutualEnrolment.status,
    states=(
        State(EnrolmentStatus.UNPAID, "warn", without=(*_PAID, *_LEFT)),
        State(EnrolmentStatus.IN_FORCE, "good", needs=_PAID, without=_LEFT),
        State(EnrolmentStatus.ENDED, "quiet", needs=_PAID, without=_LEFT),
        State(EnrolmentStatus.WITHDRAWN, "quiet", needs=_LEFT),
    ),
    headline=_headline,
    unit="人次",
    sums=(MutualEnrolment.premium,),
    lookup=True,
    after=_tell_claims,
    after_import=_after_import,
    due=unpaid_due,
    campaigns=(Campaign("下年度互助保障参保", each_year((11, 1), (12, 31))),),
)

"""Claims on mutual insurance, from the application to the payment (domain 8)."""

from __future__ import annotations

from app.records.retention import Retained
from app.register import Register, Retention, Section, State, Step
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.subjects.insurance.claims import checks
from app.subjects.insurance.claims.records import ClaimStatus, MutualClaim
from app.subjects.insurance.due import claims_due
from app.subjects.insurance.forms import CLAIM_FORM
from app.subjects.insurance.lists import CLAIM_PAYMENTS, CLAIM_TRANSFERS


def _headline(claim: MutualClaim) -> str:
    parts = [claim.claim_no]
    if claim.status == ClaimStatus.PAID and claim.granted_on and claim.granted is not None:
        parts.append(f"{write_date(claim.granted_on)}给付 {write_fen(claim.granted)} 元")
    elif claim.applied_on:
        parts.append(f"{write_date(claim.applied_on)}申请")
    return "　".join(part for part in parts if part)


CLAIMS = Register(
    "insurance.claims",
    "给付",
    MutualClaim,
    columns=(
        MutualClaim.applied_on,
        MutualClaim.name,
        MutualClaim.kind,
        MutualClaim.granted,
        MutualClaim.granted_on,
        MutualClaim.status,
    ),
    identity=((MutualClaim.admitted_on, MutualClaim.kind),),
    sections=(
        Section(
            "申请",
            MutualClaim.enrolment,
            MutualClaim.name,
            MutualClaim.id_number,
            MutualClaim.product,
            MutualClaim.address,
            MutualClaim.applied_on,
            MutualClaim.kind,
            MutualClaim.admitted_on,
            MutualClaim.discharged_on,
            MutualClaim.hospital,
            MutualClaim.diagnosis,
            MutualClaim.claim_no,
            MutualClaim.handled_by,
        ),
        Section(
            "费用和给付",
            MutualClaim.total_cost,
            MutualClaim.insurance_paid,
            MutualClaim.own_share,
            MutualClaim.claimed,
            MutualClaim.assessed,
            MutualClaim.granted,
            MutualClaim.granted_on,
            MutualClaim.bank_card,
            MutualClaim.bank_name,
            MutualClaim.bank_holder,
            MutualClaim.papers,
            MutualClaim.lacking,
            MutualClaim.status,
            MutualClaim.refused_reason,
            MutualClaim.remark,
        ),
    ),
    filters=(
        MutualClaim.status,
        MutualClaim.granted_on,
        MutualClaim.kind,
        MutualClaim.product,
        MutualClaim.hospital,
        MutualClaim.applied_on,
    ),
    search=(MutualClaim.name, MutualClaim.id_number, MutualClaim.claim_no, MutualClaim.hospital),
    checks=checks.CLAIM,
    steps=(
        Step(
            "报上级",
            (ClaimStatus.RECEIVED,),
            ClaimStatus.REPORTED,
            asks=(MutualClaim.own_share, MutualClaim.claimed),
        ),
        Step(
            "登记给付",
            (ClaimStatus.REPORTED,),
            ClaimStatus.PAID,
            asks=(MutualClaim.granted, MutualClaim.granted_on),
        ),
        Step(
            "材料补齐",
            (ClaimStatus.INCOMPLETE,),
            ClaimStatus.RECEIVED,
            prepare=lambda claim: setattr(claim, "lacking", None),
        ),
        Step(
            "退回补材料",
            (ClaimStatus.RECEIVED, ClaimStatus.REPORTED),
            ClaimStatus.INCOMPLETE,
            asks=(MutualClaim.lacking,),
            usual=False,
        ),
        Step(
            "不予给付",
            (ClaimStatus.RECEIVED, ClaimStatus.INCOMPLETE, ClaimStatus.REPORTED),
            ClaimStatus.REFUSED,
            asks=(MutualClaim.refused_reason,),
            usual=False,
        ),
        Step(
            "重新受理",
            (ClaimStatus.REFUSED,),
            ClaimStatus.RECEIVED,
            prepare=lambda claim: setattr(claim, "refused_reason", None),
        ),
    ),
    prints=(CLAIM_FORM, CLAIM_PAYMENTS, CLAIM_TRANSFERS),
    order=(MutualClaim.applied_on.desc(),),
    status=MutualClaim.status,
    states=(
        State(ClaimStatus.RECEIVED, "info"),
        State(ClaimStatus.INCOMPLETE, "warn", needs=(MutualClaim.lacking,)),
        State(ClaimStatus.REPORTED, "info"),
        State(ClaimStatus.PAID, "good", needs=(MutualClaim.granted, MutualClaim.granted_on)),
        State(ClaimStatus.REFUSED, "bad", needs=(MutualClaim.refused_reason,)),
    ),
    headline=_headline,
    unit="人次",
    sums=(MutualClaim.granted,),
    due=claims_due,
    retention=Retention(Retained.CLAIMS, MutualClaim.granted_on),
)

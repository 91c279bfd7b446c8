"""What belongs to a dispute case: parties, sessions, extensions, agreements, follow-ups (domain 4.3)."""

from __future__ import annotations

from app.register import Register, Section, State
from app.subjects.disputes.cases.records import (
    DisputeAgreement,
    DisputeExtension,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
)
from app.subjects.disputes.mediation.records import Performance
from app.subjects.disputes.proceedings import checks

PARTIES = Register(
    "disputes.parties",
    "当事人",
    DisputeParty,
    columns=(
        DisputeParty.role,
        DisputeParty.name,
        DisputeParty.kind,
        DisputeParty.phone,
        DisputeParty.legal_rep,
    ),
    identity=((DisputeParty.name, DisputeParty.role),),
    sections=(
        Section(
            "当事人",
            DisputeParty.role,
            DisputeParty.kind,
            DisputeParty.name,
            DisputeParty.id_number,
            DisputeParty.sex,
            DisputeParty.birth_date,
            DisputeParty.id_differs_reason,
            DisputeParty.age,
            DisputeParty.ethnicity,
            DisputeParty.post,
            DisputeParty.employer,
            DisputeParty.phone,
            DisputeParty.legal_rep,
            DisputeParty.agent,
            DisputeParty.agent_phone,
            DisputeParty.enterprise,
            DisputeParty.remark,
        ),
    ),
    filters=(DisputeParty.role, DisputeParty.kind),
    search=(DisputeParty.name, DisputeParty.id_number, DisputeParty.phone, DisputeParty.employer),
    checks=(
        checks.person_is_one,
        checks.party_can_be_reached,
        checks.party_stands_once,
        checks.unit_is_registered,
    ),
    order=(DisputeParty.id.asc(),),
    unit="方",
)
STEPS = Register(
    "disputes.steps",
    "调解记录",
    DisputeStep,
    columns=(DisputeStep.held_on, DisputeStep.kind, DisputeStep.place, DisputeStep.present),
    sections=(
        Section(
            "调解记录",
            DisputeStep.held_on,
            DisputeStep.kind,
            DisputeStep.place,
            DisputeStep.present,
            DisputeStep.record,
            DisputeStep.recorded_by,
        ),
    ),
    filters=(DisputeStep.kind, DisputeStep.held_on),
    search=(DisputeStep.place, DisputeStep.present, DisputeStep.record),
    checks=(checks.step_within_case,),
    order=(DisputeStep.held_on.asc(), DisputeStep.id.asc()),
    unit="次",
)
EXTENSIONS = Register(
    "disputes.extensions",
    "延期",
    DisputeExtension,
    columns=(
        DisputeExtension.agreed_on,
        DisputeExtension.days,
        DisputeExtension.both_agree,
        DisputeExtension.reason,
    ),
    sections=(
        Section(
            "延期",
            DisputeExtension.agreed_on,
            DisputeExtension.days,
            DisputeExtension.both_agree,
            DisputeExtension.reason,
            DisputeExtension.remark,
        ),
    ),
    filters=(DisputeExtension.agreed_on,),
    search=(DisputeExtension.reason,),
    checks=(checks.extension_is_agreed,),
    order=(DisputeExtension.agreed_on.asc(),),
    unit="次",
    sums=(DisputeExtension.days,),
)
AGREEMENTS = Register(
    "disputes.agreements",
    "协议",
    DisputeAgreement,
    columns=(
        DisputeAgreement.agreement_no,
        DisputeAgreement.amount,
        DisputeAgreement.perform_by,
        DisputeAgreement.performance,
    ),
    sections=(
        Section(
            "协议",
            DisputeAgreement.agreement_no,
            DisputeAgreement.signed_on,
            DisputeAgreement.terms,
            DisputeAgreement.amount,
            DisputeAgreement.perform_by,
            DisputeAgreement.both_signed,
            DisputeAgreement.body_signed,
        ),
        Section(
            "履行",
            DisputeAgreement.performance,
            DisputeAgreement.performed_on,
            DisputeAgreement.performed_amount,
            DisputeAgreement.confirmation,
            DisputeAgreement.confirmed_on,
            DisputeAgreement.remark,
        ),
    ),
    filters=(DisputeAgreement.performance, DisputeAgreement.confirmation, DisputeAgreement.signed_on),
    search=(DisputeAgreement.agreement_no, DisputeAgreement.terms),
    checks=(checks.agreement_fits_case, checks.performance_is_in_time),
    order=(DisputeAgreement.signed_on.asc(),),
    status=DisputeAgreement.performance,
    states=(
        State(Performance.DONE, "good", needs=(DisputeAgreement.performed_on,)),
        State(Performance.PARTLY, "warn", needs=(DisputeAgreement.performed_amount,)),
        State(Performance.NOT_DONE, "bad"),
        State(Performance.WAITING, "info"),
    ),
    unit="份",
    sums=(DisputeAgreement.amount, DisputeAgreement.performed_amount),
)
FOLLOWUPS = Register(
    "disputes.followups",
    "回访",
    DisputeFollowUp,
    columns=(
        DisputeFollowUp.visited_on,
        DisputeFollowUp.mode,
        DisputeFollowUp.party,
        DisputeFollowUp.satisfaction,
        DisputeFollowUp.visited_by,
    ),
    sections=(
        Section(
            "回访",
            DisputeFollowUp.visited_on,
            DisputeFollowUp.mode,
            DisputeFollowUp.party,
            DisputeFollowUp.satisfaction,
            DisputeFollowUp.findings,
            DisputeFollowUp.opinion,
            DisputeFollowUp.visited_by,
        ),
    ),
    filters=(DisputeFollowUp.satisfaction, DisputeFollowUp.mode, DisputeFollowUp.visited_on),
    search=(DisputeFollowUp.party, DisputeFollowUp.findings, DisputeFollowUp.opinion),
    checks=(checks.follow_up_fits_case,),
    order=(DisputeFollowUp.visited_on.desc(),),
    unit="次",
)

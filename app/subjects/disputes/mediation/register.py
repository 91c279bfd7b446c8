"""Who mediates: the bodies, and their mediators (domain 4.2)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.disputes.mediation import checks
from app.subjects.disputes.mediation.records import MediationBody, Mediator

BODIES = Register(
    "disputes.bodies",
    "调解组织",
    MediationBody,
    columns=(
        MediationBody.name,
        MediationBody.form,
        MediationBody.case_word,
        MediationBody.founded_on,
    ),
    sections=(
        Section(
            "调解组织",
            MediationBody.name,
            MediationBody.form,
            MediationBody.kind,
            MediationBody.case_word,
            MediationBody.founded_on,
            MediationBody.ended_on,
            MediationBody.address,
            MediationBody.phone,
            MediationBody.remark,
        ),
    ),
    filters=(MediationBody.form, MediationBody.kind),
    search=(MediationBody.name, MediationBody.address),
    unique_together=((MediationBody.name,),),
    order=(MediationBody.id.asc(),),
    unit="个",
    mergeable=True,
)
MEDIATORS = Register(
    "disputes.mediators",
    "调解员",
    Mediator,
    columns=(Mediator.name, Mediator.engagement, Mediator.body, Mediator.mobile, Mediator.appointed_on),
    sections=(
        Section(
            "调解员",
            Mediator.name,
            Mediator.engagement,
            Mediator.body,
            Mediator.post,
            Mediator.mobile,
            Mediator.appointed_on,
            Mediator.left_on,
            Mediator.remark,
        ),
    ),
    filters=(Mediator.engagement, Mediator.body),
    search=(Mediator.name, Mediator.mobile),
    checks=(checks.namesake,),
    order=(Mediator.search_key.asc(),),
    unit="人",
    mergeable=True,
)

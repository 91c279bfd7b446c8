"""Voluntary service (domain 18)."""

from __future__ import annotations

from app.records.retention import Retained
from app.register import Register, Retention, Section
from app.subjects.activities.volunteering import checks
from app.subjects.activities.volunteering.lists import SERVICE_BOOK, SERVICE_PROOF
from app.subjects.activities.volunteering.records import VolunteerService

VOLUNTEERING = Register(
    "activities.volunteering",
    "志愿服务记录",
    VolunteerService,
    columns=(
        VolunteerService.served_on,
        VolunteerService.title,
        VolunteerService.name,
        VolunteerService.unit,
        VolunteerService.kind,
        VolunteerService.hours,
    ),
    identity=((VolunteerService.name, VolunteerService.served_on, VolunteerService.title),),
    sections=(
        Section(
            "志愿服务",
            VolunteerService.served_on,
            VolunteerService.title,
            VolunteerService.kind,
            VolunteerService.place,
            VolunteerService.member,
            VolunteerService.name,
            VolunteerService.unit,
            VolunteerService.hours,
            VolunteerService.served,
            VolunteerService.remark,
        ),
    ),
    filters=(
        VolunteerService.served_on,
        VolunteerService.kind,
        VolunteerService.title,
        VolunteerService.unit,
    ),
    search=(VolunteerService.name, VolunteerService.title, VolunteerService.unit, VolunteerService.place),
    checks=checks.SERVICE,
    prints=(SERVICE_BOOK, SERVICE_PROOF),
    order=(VolunteerService.served_on.desc(), VolunteerService.id.desc()),
    unit="人次",
    sums=(VolunteerService.hours,),
    retention=Retention(Retained.SERVICES, VolunteerService.served_on),
)

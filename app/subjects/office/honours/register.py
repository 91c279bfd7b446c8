"""Honours of the office, its units and its people."""

from __future__ import annotations

from app.records.profile import office_name
from app.register import Register, Section
from app.subjects.office.honours import checks
from app.subjects.office.honours.lists import HONOUR_ROLL
from app.subjects.office.honours.recipients import OURSELVES, PERSON
from app.subjects.office.honours.records import Honour


def _after_import(honour: Honour, names: frozenset[str]) -> None:
    """Tell who was honoured: a list of honours seldom says whether a name is a person's or a unit's."""
    if "recipient_kind" in names:
        return
    if honour.recipient in (None, "", office_name()):
        honour.recipient_kind = OURSELVES
    elif honour.employer or honour.member_id is not None:
        honour.recipient_kind = PERSON


HONOURS = Register(
    "office.honours",
    "荣誉",
    Honour,
    columns=(
        Honour.granted_on,
        Honour.title,
        Honour.level,
        Honour.recipient_kind,
        Honour.recipient,
        Honour.granted_by,
    ),
    sections=(
        Section(
            "荣誉",
            Honour.granted_on,
            Honour.title,
            Honour.level,
            Honour.granted_by,
            Honour.document_no,
        ),
        Section(
            "获得者",
            Honour.recipient_kind,
            Honour.member,
            Honour.recipient,
            Honour.employer,
            Honour.enterprise,
            Honour.union,
        ),
        Section("证书", Honour.certificate_name, Honour.certificate, Honour.remark),
    ),
    filters=(Honour.granted_on, Honour.level, Honour.recipient_kind, Honour.granted_by),
    search=(Honour.title, Honour.recipient, Honour.employer, Honour.granted_by, Honour.document_no),
    checks=checks.HONOUR,
    prints=(HONOUR_ROLL,),
    order=(Honour.granted_on.desc(), Honour.id.desc()),
    unit="项",
    after_import=_after_import,
)

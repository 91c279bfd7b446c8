"""Envelopes to the enterprises."""

from __future__ import annotations

from app.printing.envelope import envelope
from app.printing.labels import LabelSheet
from app.printing.layout import FormPrint, PaperKind
from app.printing.selection import Selection
from app.subjects.unions.enterprises.records import Enterprise


def _envelope(unit: Enterprise, _full_ids: bool) -> LabelSheet:
    to = "　".join(text for text in (unit.name, unit.contact_name) if text)
    return envelope("信封", to, unit.address, unit.postcode)


ENTERPRISE_ENVELOPES = FormPrint(
    "unions.enterprises.envelopes",
    "信封",
    Enterprise,
    Selection(Enterprise, (Enterprise.search_key, Enterprise.id)),
    _envelope,
    hides_ids=False,
    kind=PaperKind.LABEL,
)

"""What the steps of a nomination change beside its state."""

from __future__ import annotations

from app.keeping import keeping
from app.subjects.office.honours.register import HONOURS
from app.subjects.office.nominations.records import Nomination

_TAKEN = (
    "granted_on",
    "title",
    "level",
    "granted_by",
    "recipient_kind",
    "recipient",
    "employer",
    "document_no",
)


def enter_honour(nomination: Nomination) -> None:
    """Enter what was granted among the honours, where figures count it."""
    values = {name: getattr(nomination, name) for name in _TAKEN}
    keeping.save(HONOURS, keeping.new(HONOURS, member=nomination.member_id, **values))

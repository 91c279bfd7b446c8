"""What aid batches ask for: approval, then the hand-out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.register import Due
from app.subjects.hardship.aid.records import AidBatch, AidStatus

_ASKS = {
    AidStatus.DRAFT.value: ("帮扶批次待审批", "审批"),
    AidStatus.APPROVED.value: ("帮扶批次待发放", "标记已发放并签收"),
}


def batches_due(_today: date) -> Iterator[Due]:
    """Yield the batches that wait for approval or for the hand-out."""
    for batch in AidBatch.alive().where(AidBatch.status.in_(list(_ASKS))):
        kind, by = _ASKS[batch.status]
        yield Due(kind, batch.name, batch.id, 0, by=by)

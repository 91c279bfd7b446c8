"""What the steps of a hardship file change beside its state (domain 3.5)."""

from __future__ import annotations

from datetime import date

from app.keeping import keeping
from app.records.earlier import tell
from app.subjects.hardship.files.records import FileStatus, HardshipFile, Outcome
from app.subjects.hardship.reviews.records import HardshipReview, HardshipRound

_COUNTED = (
    HardshipFile.applied_on,
    HardshipFile.opened_on,
    HardshipFile.closed_on,
    HardshipFile.close_reason,
)


def keep_the_last_round(file: HardshipFile) -> None:
    """Keep what is counted of the application that is over: the file's days become those of a new one."""
    outcome = Outcome.DECLINED if file.status == FileStatus.DECLINED else Outcome.CLOSED
    values = {field.name: getattr(file, field.name) for field in _COUNTED}
    keeping.store(HardshipRound(file=file.id, outcome=outcome.value, **values))


def follow_review(review: HardshipReview) -> None:
    """A review that finds another category changes it from its day on (domain 3.5)."""
    if review.new_category is not None:
        file = HardshipFile.get_by_id(review.file_id)
        if tell(file, HardshipFile.category, review.new_category, review.reviewed_on):
            keeping.store(file)


def forget_the_last_round(file: HardshipFile) -> None:
    """A new application starts with no dates of the last one, which is kept among the earlier ones."""
    file.applied_on = date.today()
    for field in (
        HardshipFile.visited_on,
        HardshipFile.discussed_on,
        HardshipFile.consent_on,
        HardshipFile.notice_from,
        HardshipFile.notice_to,
        HardshipFile.notice_result,
        HardshipFile.notice_remark,
        HardshipFile.approved_on,
        HardshipFile.opened_on,
        HardshipFile.closed_on,
        HardshipFile.close_reason,
    ):
        setattr(file, field.name, None)

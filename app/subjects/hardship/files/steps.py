"""What the steps of a hardship file change beside its state (domain 3.5)."""

from __future__ import annotations

from datetime import date

from app.keeping import keeping
from app.records.earlier import tell
from app.subjects.hardship.files.records import HardshipFile, HardshipReview


def follow_review(review: HardshipReview) -> None:
    """A review that finds another category changes it from its day on (domain 3.5)."""
    if review.new_category is not None:
        file = HardshipFile.get_by_id(review.file_id)
        if tell(file, HardshipFile.category, review.new_category, review.reviewed_on):
            keeping.store(file)


def forget_the_last_round(file: HardshipFile) -> None:
    """A new application starts with no dates of the last one; the history keeps them."""
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

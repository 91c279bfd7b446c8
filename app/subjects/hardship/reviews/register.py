"""Reviews, earlier applications and evidence as rows of a hardship file (domain 3.5, 3.6)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.hardship.files import rounds, steps
from app.subjects.hardship.reviews.records import HardshipEvidence, HardshipReview, HardshipRound

REVIEWS = Register(
    "hardship.reviews",
    "复核",
    HardshipReview,
    columns=(
        HardshipReview.reviewed_on,
        HardshipReview.reviewed_by,
        HardshipReview.mode,
        HardshipReview.conclusion,
    ),
    sections=(
        Section(
            "复核",
            HardshipReview.reviewed_on,
            HardshipReview.reviewed_by,
            HardshipReview.mode,
            HardshipReview.conclusion,
            HardshipReview.new_income,
            HardshipReview.new_category,
            HardshipReview.remark,
        ),
    ),
    filters=(HardshipReview.conclusion, HardshipReview.reviewed_on),
    search=(HardshipReview.reviewed_by, HardshipReview.remark),
    checks=(rounds.reviewed_while_open,),
    order=(HardshipReview.reviewed_on.desc(),),
    after=steps.follow_review,
)
ROUNDS = Register(
    "hardship.rounds",
    "历次申请",
    HardshipRound,
    columns=(
        HardshipRound.applied_on,
        HardshipRound.opened_on,
        HardshipRound.closed_on,
        HardshipRound.close_reason,
        HardshipRound.outcome,
    ),
    sections=(
        Section(
            "以前的申请",
            HardshipRound.applied_on,
            HardshipRound.outcome,
            HardshipRound.opened_on,
            HardshipRound.closed_on,
            HardshipRound.close_reason,
        ),
    ),
    filters=(HardshipRound.outcome, HardshipRound.closed_on),
    search=(HardshipRound.close_reason,),
    checks=(rounds.before_the_present_one,),
    order=(HardshipRound.applied_on.desc(),),
    unit="次",
)
EVIDENCE = Register(
    "hardship.evidence",
    "附件",
    HardshipEvidence,
    columns=(HardshipEvidence.kind, HardshipEvidence.dated, HardshipEvidence.file_name),
    sections=(
        Section(
            "证明材料",
            HardshipEvidence.kind,
            HardshipEvidence.dated,
            HardshipEvidence.content,
            HardshipEvidence.file_name,
            HardshipEvidence.remark,
        ),
    ),
    filters=(HardshipEvidence.kind,),
    search=(HardshipEvidence.file_name, HardshipEvidence.remark),
    order=(HardshipEvidence.id.asc(),),
    unit="份",
)

"""The papers of a hardship file: proofs of outlay, and how long the public notice hangs."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields import Described
from app.fields.problems import Problem, Warn
from app.keeping.rules import notice_hangs_out
from app.records.profile import Profile
from app.rules import regulations
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.reviews.records import HardshipEvidence

PROOFS: dict[Described, tuple[str, ...]] = {
    HardshipFile.exp_illness: ("诊断", "医保结算单"),
    HardshipFile.exp_disability: ("诊断",),
    HardshipFile.exp_school: ("学籍证明", "学费收据"),
    HardshipFile.exp_housing: (),
    HardshipFile.exp_other: (),
}
"""The papers that prove each outlay; any other paper proves what has none of its own."""


def outlay_is_proven(file: HardshipFile) -> Iterator[Problem]:
    """Outlay that is taken off the income has its papers in the file (domain 3.6)."""
    if file.id is None:
        return
    papers = HardshipEvidence.alive().where(HardshipEvidence.file == file.id)
    have = {kind for (kind,) in papers.select(HardshipEvidence.kind).tuples()}
    for outlay, proofs in PROOFS.items():
        if getattr(file, outlay.name) and not have & {*proofs, "其他"}:
            yield Warn(outlay, f"还没有证明，请在“附件”中登记{'或'.join(proofs) or '凭据'}")


def notice_is_long_enough(file: HardshipFile) -> Iterator[Problem]:
    """A public notice runs for as many working days as the office has set (domain 3.5)."""
    yield from notice_hangs_out(file, Profile.notice_days, regulations.NOTICE.source)


PAPERS = (outlay_is_proven, notice_is_long_enough)

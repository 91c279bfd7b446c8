"""The rules of using a seal: somebody allows it, somebody else does it (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Problem, Warn
from app.keeping.rules import first, others
from app.subjects.office.seal_uses.records import SealUse


def two_people(use: SealUse) -> Iterator[Problem]:
    """Nobody allows it to himself."""
    if use.approved_by and use.approved_by in (use.handled_by, use.applicant):
        yield Warn(SealUse.approved_by, "批准人同时是经手人或申请人，请核对")


def sealed_once(use: SealUse) -> Iterator[Problem]:
    """The same paper sealed twice on a day may have been entered twice."""
    if use.document and use.used_on:
        same = others(use).where(SealUse.document == use.document, SealUse.used_on == use.used_on)
        if (twin := first(same.where(SealUse.seal == use.seal))) is not None:
            yield Warn(SealUse.document, f"当天已登记过这份文件（{twin.use_no}），请核对是否重复")


SEAL_USE = (two_people, sealed_once)

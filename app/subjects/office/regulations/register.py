"""The office's rules (规章制度): those that hold, those that were revised or repealed (domain 10)."""

from __future__ import annotations

from app.register import Register, Section, State, Step
from app.subjects.office.regulations import checks
from app.subjects.office.regulations.due import rules_due
from app.subjects.office.regulations.records import HOLDING, Regulation, RuleStatus

_REVISION = (Regulation.revised_on, Regulation.change_reason)
_REPEAL = (Regulation.repealed_on, Regulation.change_reason)

REGULATIONS = Register(
    "office.rules",
    "制度台账",
    Regulation,
    columns=(
        Regulation.issued_on,
        Regulation.title,
        Regulation.kind,
        Regulation.joint_unit,
        Regulation.status,
    ),
    identity=((Regulation.title, Regulation.issued_on),),
    sections=(
        Section(
            "制度",
            Regulation.title,
            Regulation.kind,
            Regulation.issued_on,
            Regulation.document_no,
            Regulation.joint_unit,
            Regulation.posted,
            Regulation.content,
            Regulation.text_name,
            Regulation.text,
        ),
        Section(
            "修订和废止",
            Regulation.status,
            Regulation.review_by,
            Regulation.revised_on,
            Regulation.repealed_on,
            Regulation.change_reason,
        ),
        Section("办理", Regulation.rule_no, Regulation.handled_by, Regulation.remark),
    ),
    filters=(
        Regulation.issued_on,
        Regulation.kind,
        Regulation.status,
        Regulation.joint_unit,
        Regulation.posted,
    ),
    search=(Regulation.title, Regulation.rule_no, Regulation.document_no, Regulation.joint_unit),
    checks=checks.RULE,
    steps=(
        Step("修订", HOLDING, RuleStatus.REVISED, asks=_REVISION),
        Step("废止", HOLDING, RuleStatus.REPEALED, asks=_REPEAL, usual=False),
    ),
    order=(Regulation.issued_on.desc(), Regulation.id.desc()),
    status=Regulation.status,
    states=(
        State(RuleStatus.IN_FORCE, "good"),
        State(RuleStatus.REVISED, "info", needs=_REVISION),
        State(RuleStatus.REPEALED, needs=_REPEAL),
    ),
    unit="项",
    due=rules_due,
)

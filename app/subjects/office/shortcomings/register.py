"""Shortcomings of a year and their remedies."""

from __future__ import annotations

from app.register import Condition, Register, Section
from app.subjects.office.shortcomings.records import Shortcoming

SHORTCOMINGS = Register(
    "office.shortcomings",
    "存在问题",
    Shortcoming,
    columns=(Shortcoming.year, Shortcoming.problem, Shortcoming.remedy, Shortcoming.solved_on),
    sections=(
        Section(
            "问题",
            Shortcoming.year,
            Shortcoming.handled_by,
            Shortcoming.problem,
            Shortcoming.remedy,
            Shortcoming.solved_on,
            Shortcoming.remark,
        ),
    ),
    filters=(
        Shortcoming.year,
        Shortcoming.solved_on,
        Condition("未解决", Shortcoming.solved_on.is_null, usual=True),
    ),
    search=(Shortcoming.problem, Shortcoming.remedy, Shortcoming.handled_by),
    unique_together=((Shortcoming.year, Shortcoming.problem),),
    order=(Shortcoming.year.desc(), Shortcoming.id.asc()),
    unit="个",
)

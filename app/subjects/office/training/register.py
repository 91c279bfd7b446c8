"""Training (domain 18)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.office.training.lists import TRAINING_BOOK, TRAINING_FORM
from app.subjects.office.training.records import Training

TRAININGS = Register(
    "office.training",
    "培训",
    Training,
    columns=(
        Training.began_on,
        Training.title,
        Training.kind,
        Training.held_by_us,
        Training.people,
        Training.hours,
    ),
    identity=((Training.title, Training.began_on),),
    sections=(
        Section(
            "培训",
            Training.began_on,
            Training.ended_on,
            Training.title,
            Training.kind,
            Training.held_by_us,
            Training.organiser,
            Training.place,
            Training.teacher,
            Training.content,
        ),
        Section(
            "人数和支出",
            Training.people,
            Training.units,
            Training.hours,
            Training.passed,
            Training.cost,
            Training.training_no,
            Training.remark,
        ),
    ),
    filters=(Training.began_on, Training.kind, Training.held_by_us),
    search=(Training.title, Training.training_no, Training.organiser, Training.teacher),
    prints=(TRAINING_BOOK, TRAINING_FORM),
    order=(Training.began_on.desc(), Training.id.desc()),
    unit="期",
    sums=(Training.people, Training.cost),
)

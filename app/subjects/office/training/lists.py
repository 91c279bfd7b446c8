"""Training on paper: the ledger, and the record of a course with room to sign in (domain 18)."""

from __future__ import annotations

from app.printing.filling import Filling, story, table
from app.printing.form import FormSheet
from app.printing.heads import office_head
from app.printing.layout import FormPrint, ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.office.training.records import Training

TRAININGS = Selection(Training, (Training.began_on, Training.id), Training.began_on)
_SIGN_IN = (("姓名", 3), ("单位", 5), ("签名", 4)) * 2
_ROWS = 12

TRAINING_BOOK = ListPrint(
    "office.training_book",
    "培训登记表",
    (
        PrintColumn(Training.began_on, 33),
        PrintColumn(Training.title, 56),
        PrintColumn(Training.kind, 30),
        PrintColumn(Training.held_by_us, 28),
        PrintColumn(Training.organiser, 36),
        PrintColumn(Training.teacher, 24),
        PrintColumn(Training.hours, 14, "学时"),
        PrintColumn(Training.people, 18, "参训人数"),
        PrintColumn(Training.passed, 18, "取得证书"),
        PrintColumn(Training.remark, 24),
    ),
    TRAININGS.sheet("期"),
)


def _record(training: Training, full_ids: bool) -> FormSheet:
    boxed = Filling(training, full_ids).boxed
    return FormSheet(
        "培训记录表",
        (
            boxed(Training.title, 22, align="left"),
            (*boxed(Training.kind, 12), *boxed(Training.held_by_us, 8)),
            (*boxed(Training.began_on, 6), *boxed(Training.ended_on, 6), *boxed(Training.hours, 6)),
            (*boxed(Training.organiser, 10), *boxed(Training.place, 10)),
            (*boxed(Training.teacher, 10), *boxed(Training.people, 4), *boxed(Training.passed, 4)),
            story("培训内容", training.content, 40),
            *table(_SIGN_IN, (), least=_ROWS),
        ),
        head_left=office_head(),
        head_right=f"编号：{training.training_no or ''}",
        closing=("班主任：", "记录人：", "负责人："),
    )


TRAINING_FORM = FormPrint(
    "office.training_form", "培训记录表", Training, TRAININGS, _record, hides_ids=False, single="记录表"
)

"""What an intern takes home: the training plan, the monthly marks, the final verdict (domain 9.4)."""

from __future__ import annotations

from app.fields import Shown
from app.printing.filling import Filling, Row, heading, labelled, opinion, table
from app.printing.form import GRID, Cell, FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint
from app.printing.selection import Selection
from app.rules.dates import write_date
from app.subjects.publications.interns.records import Intern, InternAssessment, InternPlan

_PLAN = (("月份", 4), ("锻炼方面", 5), ("内容", 7), ("目标", 5), ("完成情况", 3))
_MARKS = (
    ("月份", 4),
    ("出勤天数", 2),
    ("任务完成", 4),
    ("评分", 2),
    ("评语", 8),
    ("带教人签名", 4),
)
_ROWS = 15


_INTERNS = Selection(Intern, (Intern.first_day, Intern.id), Intern.first_day)


def _person(intern: Intern, filling: Filling) -> tuple[Row, ...]:
    boxed = filling.boxed
    days = (intern.first_day, intern.last_day)
    span = f"{write_date(days[0])}至{write_date(days[1])}" if days[0] and days[1] else ""
    return (
        (
            *boxed(Intern.name, 5),
            *boxed(Intern.sex, 2),
            *boxed(Intern.education, 4),
            *boxed(Intern.mobile, 5, "联系电话"),
        ),
        (*boxed(Intern.school, 10, align="left"), *boxed(Intern.major, 10, align="left")),
        (*labelled("见习期限", span, 13), *boxed(Intern.mentor, 7)),
    )


def _rows(model: type[InternPlan | InternAssessment], intern: Intern, *shown: Shown) -> list[tuple[str, ...]]:
    """Return the values of an intern's rows, month by month."""
    if intern.id is None:
        return []
    rows = model.alive().where(model.intern == intern.id).order_by(model.month, model.id)
    return [tuple(Filling(row, False).value(field) for field in shown) for row in rows]


def _sheet(intern: Intern, title: str, rows: tuple[Row, ...], *closing: str) -> FormSheet:
    return FormSheet(title, rows, head_left=f"编号：{intern.intern_no or ''}", closing=closing)


def _plan(intern: Intern, full_ids: bool) -> FormSheet:
    shown = (
        InternPlan.month,
        InternPlan.areas,
        InternPlan.content,
        InternPlan.goal,
        InternPlan.progress,
    )
    rows = (
        *_person(intern, Filling(intern, full_ids)),
        heading("带教计划"),
        *table(_PLAN, _rows(InternPlan, intern, *shown), least=_ROWS),
        opinion("单位意见", 46),
    )
    return _sheet(intern, "见习带教计划表", rows, "带教人：", "见习人员：", f"制定日期：{BLANK_DATE}")


INTERN_PLAN = FormPrint(
    "publications.intern_plan",
    "带教计划表",
    Intern,
    _INTERNS,
    _plan,
    hides_ids=False,
    dated=Intern.first_day,
    single="带教计划表",
)


def _marks(intern: Intern, full_ids: bool) -> FormSheet:
    shown = (
        InternAssessment.month,
        InternAssessment.days_present,
        InternAssessment.tasks_done,
        InternAssessment.score,
        InternAssessment.comment,
    )
    marks = [(*row, "") for row in _rows(InternAssessment, intern, *shown)]
    rows = (
        *_person(intern, Filling(intern, full_ids)),
        heading("月度考评（评分 0 至 100）"),
        *table(_MARKS, marks, least=_ROWS),
        (
            Cell("平均分", 4, label=True),
            Cell(_mean(intern), 4),
            *labelled("未考评月份", intern.unassessed if intern.id else "", GRID - 12, wide=4),
        ),
        opinion("单位意见", 46),
    )
    return _sheet(intern, "见习月度考评表", rows, "考评人：", "负责人：", f"日期：{BLANK_DATE}")


def _mean(intern: Intern) -> str:
    scores = [int(score) for (score,) in _rows(InternAssessment, intern, InternAssessment.score)]
    return f"{sum(scores) / len(scores):.1f}" if scores else ""


INTERN_MARKS = FormPrint(
    "publications.intern_marks",
    "月度考评表",
    Intern,
    _INTERNS,
    _marks,
    hides_ids=False,
    dated=Intern.first_day,
)


def _verdict(intern: Intern, full_ids: bool) -> FormSheet:
    filling = Filling(intern, full_ids)
    rows = (
        *_person(intern, filling),
        (*filling.boxed(Intern.agreement_on, 10, "协议签订"), *filling.boxed(Intern.status, 10)),
        _view("自我鉴定", filling.value(Intern.own_view), "本人签名：", 62),
        _view("带教意见", filling.value(Intern.mentor_view), "带教人签名：", 50),
        opinion("单位意见", 54, filling.value(Intern.office_view)),
        (Cell("备注", 3, label=True), Cell(intern.remark or "", GRID - 3, align="left", height_mm=14)),
    )
    return _sheet(intern, "见习鉴定表", rows)


def _view(label: str, text: str, signed: str, height_mm: float) -> Row:
    foot = f"{signed}　　　　　　　{BLANK_DATE}"
    return Cell(label, 3, label=True), Cell(text, GRID - 3, align="left", height_mm=height_mm, foot=foot)


INTERN_VERDICT = FormPrint(
    "publications.intern_verdict",
    "见习鉴定表",
    Intern,
    _INTERNS,
    _verdict,
    hides_ids=False,
    dated=Intern.first_day,
)

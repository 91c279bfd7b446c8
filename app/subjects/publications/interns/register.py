"""Interns, their training plans and monthly assessments (domain 9.4)."""

from __future__ import annotations

from app.register import Child, Register, Section, State, Step
from app.rules.dates import write_date
from app.subjects.publications.interns import checks
from app.subjects.publications.interns.due import assessments_due
from app.subjects.publications.interns.forms import INTERN_MARKS, INTERN_PLAN, INTERN_VERDICT
from app.subjects.publications.interns.records import Intern, InternAssessment, InternPlan, InternStatus

PLANS = Register(
    "publications.plans",
    "带教计划",
    InternPlan,
    columns=(InternPlan.month, InternPlan.areas, InternPlan.content, InternPlan.progress),
    sections=(
        Section(
            "带教计划",
            InternPlan.month,
            InternPlan.areas,
            InternPlan.content,
            InternPlan.goal,
            InternPlan.progress,
            InternPlan.remark,
        ),
    ),
    filters=(InternPlan.progress,),
    search=(InternPlan.content, InternPlan.goal),
    checks=(checks.within_internship,),
    order=(InternPlan.month.asc(),),
)
ASSESSMENTS = Register(
    "publications.assessments",
    "月度考评",
    InternAssessment,
    columns=(
        InternAssessment.month,
        InternAssessment.days_present,
        InternAssessment.tasks_done,
        InternAssessment.score,
        InternAssessment.mentor,
    ),
    sections=(
        Section(
            "月度考评",
            InternAssessment.month,
            InternAssessment.days_present,
            InternAssessment.tasks_done,
            InternAssessment.score,
            InternAssessment.comment,
            InternAssessment.mentor,
            InternAssessment.signed,
        ),
    ),
    filters=(InternAssessment.month, InternAssessment.tasks_done, InternAssessment.signed),
    search=(InternAssessment.comment, InternAssessment.mentor),
    checks=(checks.within_internship, checks.within_month),
    unique_together=((InternAssessment.intern, InternAssessment.month),),
    order=(InternAssessment.month.desc(),),
    means=(InternAssessment.score,),
)


def _headline(intern: Intern) -> str:
    if intern.first_day is None or intern.last_day is None:
        return ""
    span = f"{write_date(intern.first_day)}至{write_date(intern.last_day)}见习，已考评 {intern.assessed} 个月"
    return f"{span}　缺 {intern.unassessed}" if intern.unassessed else span


INTERNS = Register(
    "publications.interns",
    "见习带教",
    Intern,
    columns=(
        Intern.name,
        Intern.school,
        Intern.mentor,
        Intern.first_day,
        Intern.assessed,
        Intern.status,
    ),
    identity=((Intern.name, Intern.first_day, Intern.school),),
    sections=(
        Section(
            "见习",
            Intern.intern_no,
            Intern.name,
            Intern.sex,
            Intern.mobile,
            Intern.school,
            Intern.major,
            Intern.education,
            Intern.mentor,
            Intern.first_day,
            Intern.last_day,
            Intern.agreement_on,
            Intern.assessed,
            Intern.unassessed,
            Intern.status,
            Intern.status_reason,
            Intern.remark,
        ),
        Section("见习鉴定", Intern.own_view, Intern.mentor_view, Intern.office_view),
    ),
    filters=(Intern.status, Intern.first_day, Intern.school, Intern.mentor),
    search=(Intern.name, Intern.intern_no, Intern.school, Intern.major, Intern.mentor),
    checks=(checks.agreed_by_its_first_day, checks.entered_once),
    children=(Child(ASSESSMENTS, InternAssessment.intern), Child(PLANS, InternPlan.intern)),
    steps=(
        Step(
            "见习期满",
            (InternStatus.RUNNING,),
            InternStatus.FINISHED,
            asks=(Intern.mentor_view, Intern.office_view),
            guard=checks.every_month_was_assessed,
        ),
        Step(
            "提前终止",
            (InternStatus.RUNNING,),
            InternStatus.BROKEN_OFF,
            asks=(Intern.last_day, Intern.status_reason),
            usual=False,
        ),
    ),
    prints=(INTERN_PLAN, INTERN_MARKS, INTERN_VERDICT),
    order=(Intern.first_day.desc(), Intern.search_key.asc()),
    status=Intern.status,
    states=(
        State(InternStatus.RUNNING, "info"),
        State(InternStatus.FINISHED, "good"),
        State(InternStatus.BROKEN_OFF, needs=(Intern.status_reason,)),
    ),
    headline=_headline,
    unit="人",
    due=assessments_due,
)

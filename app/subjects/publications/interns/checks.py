"""The rules of internships (domain 9.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.rules.dates import earliest, latest, write_date, write_partial
from app.subjects.publications.interns.records import (
    Intern,
    InternAssessment,
    InternPlan,
    months_unassessed,
)

_MONTH = len("2011-07")


def agreed_by_its_first_day(intern: Intern) -> Iterator[Problem]:
    """The agreement (见习协议) is signed by the first day; one that is lacking is doubtful (domain 9.4)."""
    if intern.agreement_on is None:
        yield Warn(Intern.agreement_on, "还没有见习协议，请签订后填写日期")
    elif intern.first_day and intern.agreement_on > intern.first_day:
        yield Warn(Intern.agreement_on, f"晚于见习开始（{write_date(intern.first_day)}），请核对")


def entered_once(intern: Intern) -> Iterator[Problem]:
    """The same name, school and first day mean the same intern."""
    if not intern.name or not intern.school:
        return
    namesakes = duplicates(intern, Intern.name, Intern.school)
    if twin := next((one for one in namesakes if one.first_day == intern.first_day), None):
        yield Block(Intern.name, f"已登记为 {twin.intern_no}，请打开那条记录修改")
    elif namesakes:
        yield Warn(Intern.name, f"同校同名的见习人员已有 {namesakes[0].intern_no}，请确认不是同一人")


def every_month_was_assessed(intern: Intern) -> Iterator[Problem]:
    """An internship is finished when each of its months was assessed."""
    day_after = date.fromordinal(intern.last_day.toordinal() + 31) if intern.last_day else date.today()
    missing = months_unassessed(intern, min(day_after, date.today()))
    if missing:
        months = "、".join(write_partial(month) for month in missing)
        yield Block(Intern.status, f"缺月度考评：{months}，请先补齐")
    if intern.last_day is not None and intern.last_day > date.today():
        yield Block(Intern.last_day, "见习期还没有满")


def within_internship(row: InternPlan | InternAssessment) -> Iterator[Problem]:
    """A plan or an assessment is for a whole month of the internship."""
    field = type(row).month
    if row.month is None:
        return
    if len(row.month) != _MONTH:
        yield Block(field, "请填到月份，例如 2011年7月")
        return
    intern = Intern.get_or_none(Intern.id == row.intern_id)
    if intern is None:
        return
    if intern.first_day and latest(row.month) < intern.first_day:
        yield Block(field, f"早于见习开始（{write_date(intern.first_day)}），请核对")
    if intern.last_day and earliest(row.month) > intern.last_day:
        yield Block(field, f"晚于见习结束（{write_date(intern.last_day)}），请核对")


def within_month(row: InternAssessment) -> Iterator[Problem]:
    """Nobody is present on more days than the month has."""
    if row.month is None or len(row.month) != _MONTH or row.days_present is None:
        return
    days = latest(row.month).day
    if row.days_present > days:
        yield Block(InternAssessment.days_present, f"{write_partial(row.month)}只有 {days} 天，请核对")

"""Figures of interns (domain 9.4; F092)."""

from __future__ import annotations

from datetime import date

from peewee import ColumnBase, fn

from app.figures.figure import flow, stock
from app.figures.measures import distinct
from app.figures.splits import by
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.publications.interns.records import Intern, InternAssessment

TITLE = "见习带教"


_persons = distinct(
    "按姓名和学校去重后的人数", Intern.name.concat("|").concat(fn.COALESCE(Intern.school, ""))
)


@flow(
    "见习人员",
    "名",
    measure=_persons,
    split=by(Intern.education),
    lists=Intern.name,
    about="期间内有见习日子的都算",
    told="在本会见习的人员",
)
def present(period: Period) -> Query[Intern]:
    return Intern.alive().where(Intern.first_day <= period.last, Intern.last_day >= period.first)


@flow("新到见习人员", "名", measure=_persons, told="开始见习的人员")
def began(period: Period) -> Query[Intern]:
    return Intern.alive().where(Intern.first_day.between(*period))


@flow("见习考评", "次")
def assessments(period: Period) -> Query[InternAssessment]:
    first, last = f"{period.first:%Y-%m}", f"{period.last:%Y-%m}"
    return InternAssessment.alive().where(InternAssessment.month.between(first, last))


@stock("缺考评见习人员", "名", lists=Intern.name, told="已开始见习、此前有月份未考评的见习人员")
def unassessed(day: date) -> Query[Intern]:
    """As months_unassessed tells of one: the months that are over, less those that were assessed."""
    last = fn.MIN(_months(Intern.last_day), day.year * 12 + day.month - 1)
    over = last - _months(Intern.first_day) + 1
    done = InternAssessment.alive().where(
        InternAssessment.intern == Intern.id, InternAssessment.month < f"{day:%Y-%m}"
    )
    lacks = done.select(fn.COUNT(1)) < over
    return Intern.alive().where(
        Intern.first_day <= day, InWords(lacks, f"{day.year}年{day.month}月以前有月份未考评")
    )


def _months(day: ColumnBase) -> ColumnBase:
    return fn.SUBSTR(day, 1, 4).cast("INTEGER") * 12 + fn.SUBSTR(day, 6, 2).cast("INTEGER")

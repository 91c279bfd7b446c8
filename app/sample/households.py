"""Households in hardship: who lives in them, what comes in and what goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.rules.income import family_year_income, net_monthly_pc, suggested_category
from app.sample.people import Inventor, Person, surname_of
from app.sample.rows import Row
from app.sample.stories import AS_OF, Role, Story

_EXCLUSIONS = (
    "private_school",
    "controls_company",
    "second_home",
    "motor_vehicle",
    "refuses_check",
    "refuses_work",
    "hires_others",
)
NOTHING_EXCLUDES = dict.fromkeys(_EXCLUSIONS, "否")
"""The answers of a file on whose checklist everything was verified."""


class _School(NamedTuple):
    first_age: int
    education: str
    years: int
    name: str


_SCHOOLS = (
    _School(6, "小学", 5, "泰祥小学"),
    _School(11, "初中", 4, "泰祥中学"),
    _School(15, "高中", 3, "祥和高级中学"),
    _School(18, "本科", 4, "示例大学"),
)


@dataclass(frozen=True)
class Household:
    """The values of the file that follow from the household, and those of each who lives in it."""

    file: Row
    family: list[Row]


def invent_household(inventor: Inventor, story: Story, worker: Person, line: int) -> Household:
    """Invent a household that is poor by the poverty line (fen a month), as the story has it."""
    family = _family(inventor, story, worker)
    while (money := _money(inventor, story, family, line)) is None:
        pass
    return Household({"main_cause": story.cause, **story.values, **money}, family)


def _money(inventor: Inventor, story: Story, family: list[Row], line: int) -> Row | None:
    """Return the household's money and the category it makes; None where it is not poor, or in debt."""
    chance = inventor.random
    own = 100 * chance.choice(story.own)  # yuan to fen
    outlays = {name: 100 * chance.choice(yuan) for name, yuan in story.outlays.items()}
    year = family_year_income(own, [kin["monthly_income"] for kin in family], 0)
    net = net_monthly_pc(year, sum(outlays.values()), 1 + len(family))
    suggested = suggested_category(net, line, 2000, inclusive=False)
    if net < 0 or suggested is None:
        return None
    category = "意外致困" if story.cause == "遭受意外事故" else suggested
    return {"own_monthly_income": own, "category": category, **outlays}


def _family(inventor: Inventor, story: Story, worker: Person) -> list[Row]:
    """Invent who lives with the worker; children bear their father's surname where he is known."""
    fathers_name = surname_of(worker.name) if worker.sex == "男" else ""
    family: list[Row] = []
    for role in story.roles:
        surname = surname_of(worker.name) if role.relation == "父" else ""
        kin = _relative(inventor, role, worker, surname if role.occupation else fathers_name)
        if role.relation == "配偶" and kin["sex"] == "男":
            fathers_name = surname_of(kin["name"])
        family.append(kin)
    return family


def _relative(inventor: Inventor, role: Role, worker: Person, surname: str) -> Row:
    year = worker.birth_date.year - inventor.random.choice(role.older)
    sex = {"子": "男", "父": "男", "女": "女", "母": "女"}.get(role.relation)
    sex = sex or ("女" if worker.sex == "男" else "男")
    person = inventor.person(
        sex, range(year, year + 1), worker.area, surname=surname, ethnicity=worker.ethnicity
    )
    values = {
        "name": person.name,
        "relation": role.relation,
        "sex": person.sex,
        "birth_date": person.birth_date,
        "ethnicity": person.ethnicity,
        "monthly_income": 100 * inventor.random.choice(role.income),
        "health": role.health,
        "illness": None if role.health == "良好" else role.health,
        "medical_insurance": role.medical,
        "marital": role.marital,
        "household_type": "非农业" if worker.is_local else "农业",
        "occupation": role.occupation,
        **_identity(person),
    }
    return values if role.occupation else values | _childhood(AS_OF - year)


def _identity(person: Person) -> Row:
    if AS_OF - person.birth_date.year < 3:
        return {"id_number": None, "no_id_reason": "年幼，户口正在申报"}
    return {"id_number": person.id_number}


def _childhood(age: int) -> Row:
    """Return what a child of this age (years) does: nothing yet, which school it goes to, or seek work."""
    if age < _SCHOOLS[0].first_age:
        return {"occupation": "学龄前"}
    school = next(school for school in reversed(_SCHOOLS) if school.first_age <= age)
    if age >= school.first_age + school.years:
        return {"occupation": "失业", "education": school.education}
    return {
        "occupation": "学生",
        "education": school.education,
        "school_from": str(AS_OF - (age - school.first_age)),
        "school_years": school.years,
        "workplace": school.name,
    }

"""Help with finding work: job fairs with their employers and posts (domain 7)."""

from __future__ import annotations

from datetime import date, timedelta

from app.register import Child, Register, Section, State, Step
from app.rules.campaigns import Campaign
from app.rules.dates import write_date
from app.rules.festivals import day_of
from app.subjects.employment import checks
from app.subjects.employment.due import fairs_due
from app.subjects.employment.fairs.records import FairEmployer, FairStatus, JobFair, JobPost
from app.subjects.employment.lists import FAIR_EMPLOYERS, FAIR_FIGURES, POSTS_POSTER

POSTS = Register(
    "employment.posts",
    "岗位",
    JobPost,
    columns=(
        JobPost.employer,
        JobPost.title,
        JobPost.headcount,
        JobPost.wage_from,
        JobPost.wage_to,
    ),
    sections=(
        Section(
            "岗位",
            JobPost.employer,
            JobPost.title,
            JobPost.headcount,
            JobPost.trade,
            JobPost.sex_wanted,
            JobPost.age_wanted,
            JobPost.education_wanted,
            JobPost.wage_from,
            JobPost.wage_to,
            JobPost.workplace,
            JobPost.form,
            JobPost.fair,
            JobPost.remark,
        ),
    ),
    filters=(JobPost.education_wanted, JobPost.form),
    search=(JobPost.title, JobPost.trade, JobPost.workplace),
    checks=(checks.post_is_sound,),
    order=(JobPost.employer.asc(), JobPost.id.asc()),
    unit="个",
    sums=(JobPost.headcount,),
)
EMPLOYERS = Register(
    "employment.employers",
    "参会单位",
    FairEmployer,
    columns=(
        FairEmployer.stand_no,
        FairEmployer.name,
        FairEmployer.contact_name,
        FairEmployer.phone,
        FairEmployer.came,
    ),
    identity=((FairEmployer.name,),),
    sections=(
        Section(
            "参会单位",
            FairEmployer.name,
            FairEmployer.contact_name,
            FairEmployer.phone,
            FairEmployer.stand_no,
            FairEmployer.papers,
            FairEmployer.licence_checked,
            FairEmployer.came,
            FairEmployer.registered_on,
            FairEmployer.entry_no,
            FairEmployer.enterprise,
            FairEmployer.remark,
        ),
    ),
    filters=(FairEmployer.came, FairEmployer.licence_checked),
    search=(FairEmployer.name, FairEmployer.contact_name, FairEmployer.phone, FairEmployer.entry_no),
    checks=(checks.one_stand_an_employer, checks.employer_is_reliable),
    children=(Child(POSTS, JobPost.employer),),
    order=(FairEmployer.id.asc(),),
    unit="家",
)


def _fair_headline(fair: JobFair) -> str:
    parts = [fair.fair_no, write_date(fair.held_on) if fair.held_on else "", fair.entered]
    return "　".join(part for part in parts if part)


def _after_spring_festival(day: date) -> tuple[date, date]:
    return day_of("春节", day.year) + timedelta(days=1), date(day.year, 3, 31)


FAIRS = Register(
    "employment",
    "招聘会",
    JobFair,
    columns=(
        JobFair.held_on,
        JobFair.name,
        JobFair.employers_came,
        JobFair.openings,
        JobFair.seekers,
        JobFair.status,
    ),
    identity=((JobFair.name, JobFair.held_on),),
    sections=(
        Section(
            "招聘会",
            JobFair.name,
            JobFair.co_hosts,
            JobFair.held_on,
            JobFair.hours,
            JobFair.place,
            JobFair.stands,
            JobFair.fair_no,
            JobFair.handled_by,
            JobFair.remark,
        ),
        Section(
            "结果",
            JobFair.employers_came,
            JobFair.openings,
            JobFair.seekers,
            JobFair.registered_there,
            JobFair.agreed,
            JobFair.hired,
            JobFair.source,
            JobFair.entered,
            JobFair.status,
            JobFair.summary,
        ),
    ),
    filters=(JobFair.status, JobFair.held_on, JobFair.source),
    search=(JobFair.name, JobFair.fair_no, JobFair.co_hosts, JobFair.place),
    checks=(
        checks.fair_in_its_year,
        checks.fair_took_place,
        checks.fair_numbers_fit,
        checks.fair_sums_agree,
    ),
    children=(Child(EMPLOYERS, FairEmployer.fair), Child(POSTS, JobPost.fair)),
    steps=(
        Step(
            "登记结果",
            (FairStatus.PREPARING,),
            FairStatus.HELD,
            asks=(JobFair.employers_came, JobFair.openings, JobFair.seekers),
        ),
        Step("总结", (FairStatus.HELD,), FairStatus.SUMMED_UP, asks=(JobFair.summary,)),
        Step("取消", (FairStatus.PREPARING,), FairStatus.CANCELLED, asks=(JobFair.remark,), usual=False),
        Step("恢复筹备", (FairStatus.CANCELLED,), FairStatus.PREPARING, usual=False),
    ),
    prints=(FAIR_EMPLOYERS, POSTS_POSTER, FAIR_FIGURES),
    order=(JobFair.held_on.desc(),),
    status=JobFair.status,
    states=(
        State(FairStatus.PREPARING, "info"),
        State(FairStatus.HELD, "warn"),
        State(FairStatus.SUMMED_UP, "good", needs=(JobFair.summary,)),
        State(FairStatus.CANCELLED, "quiet"),
    ),
    headline=_fair_headline,
    unit="场",
    sums=(JobFair.employers_came, JobFair.openings, JobFair.seekers),
    due=fairs_due,
    campaigns=(Campaign("春风行动招聘会", _after_spring_festival),),
)

"""Wishes for a job, from the registration to what became of them (domain 7.2)."""

from __future__ import annotations

from datetime import date

from peewee import ColumnBase

from app.records.retention import Retained
from app.register import Condition, Register, Retention, Section, State, Step
from app.subjects.employment import checks
from app.subjects.employment.due import intentions_due
from app.subjects.employment.forms import SEEKER_FORM
from app.subjects.employment.intentions.records import JobIntention, Outcome
from app.subjects.employment.lists import SEEKERS_BOOK

_RECOMMENDATION = (JobIntention.recommended_to, JobIntention.recommended_on)
_HIRING = (JobIntention.hired_by, JobIntention.hired_on)
_WAITING = (Outcome.OPEN, Outcome.RECOMMENDED, Outcome.INTERVIEWED)


def _never_followed_up() -> ColumnBase:
    return (JobIntention.outcome == Outcome.HIRED) & JobIntention.followed_up_on.is_null()


def _forget_the_outcome(intention: JobIntention) -> None:
    """A seeker who looks again starts anew; the history keeps what was."""
    intention.registered_on = date.today()
    for field in (
        JobIntention.recommended_to,
        JobIntention.recommended_on,
        JobIntention.interviewed_on,
        JobIntention.hired_by,
        JobIntention.hired_on,
        JobIntention.jobless_reason,
        JobIntention.followed_up_on,
        JobIntention.follow_up,
    ):
        setattr(intention, field.name, None)


def _forget_the_interview(intention: JobIntention) -> None:
    """Whoever is recommended elsewhere has not been interviewed there."""
    intention.interviewed_on = None


INTENTIONS = Register(
    "employment.intentions",
    "就业意向",
    JobIntention,
    columns=(
        JobIntention.registered_on,
        JobIntention.name,
        JobIntention.is_migrant_worker,
        JobIntention.wanted_post,
        JobIntention.monthly_wage,
        JobIntention.outcome,
    ),
    sections=(
        Section(
            "登记",
            JobIntention.registered_on,
            JobIntention.name,
            JobIntention.mobile,
            JobIntention.id_number,
            JobIntention.sex,
            JobIntention.birth_date,
            JobIntention.id_differs_reason,
            JobIntention.household_type,
            JobIntention.is_migrant_worker,
            JobIntention.education,
            JobIntention.window,
            JobIntention.fair,
            JobIntention.intention_no,
            JobIntention.handled_by,
        ),
        Section(
            "意向",
            JobIntention.wanted_post,
            JobIntention.skills,
            JobIntention.monthly_wage,
            JobIntention.available_on,
            JobIntention.former_employer,
            JobIntention.jobless_since,
            JobIntention.difficulty,
            JobIntention.remark,
        ),
        Section(
            "处理和回访",
            JobIntention.outcome,
            JobIntention.recommended_to,
            JobIntention.recommended_on,
            JobIntention.interviewed_on,
            JobIntention.hired_by,
            JobIntention.hired_on,
            JobIntention.jobless_reason,
            JobIntention.followed_up_on,
            JobIntention.follow_up,
        ),
    ),
    filters=(
        JobIntention.outcome,
        JobIntention.registered_on,
        JobIntention.is_migrant_worker,
        JobIntention.difficulty,
        JobIntention.window,
        Condition("录用后未回访", _never_followed_up),
    ),
    search=(
        JobIntention.name,
        JobIntention.mobile,
        JobIntention.id_number,
        JobIntention.wanted_post,
        JobIntention.skills,
        JobIntention.intention_no,
    ),
    checks=(checks.one_registration_a_day, checks.intention_is_sound, checks.seeker_may_work),
    steps=(
        Step("推荐单位", (Outcome.OPEN,), Outcome.RECOMMENDED, asks=_RECOMMENDATION),
        Step(
            "登记面试",
            (Outcome.RECOMMENDED,),
            Outcome.INTERVIEWED,
            asks=(JobIntention.interviewed_on,),
        ),
        Step("登记录用", _WAITING, Outcome.HIRED, asks=_HIRING),
        Step(
            "改荐单位",
            (Outcome.RECOMMENDED, Outcome.INTERVIEWED),
            Outcome.RECOMMENDED,
            asks=_RECOMMENDATION,
            prepare=_forget_the_interview,
            usual=False,
        ),
        Step("登记未就业", _WAITING, Outcome.JOBLESS, asks=(JobIntention.jobless_reason,), usual=False),
        Step(
            "重新求职",
            (Outcome.HIRED, Outcome.JOBLESS),
            Outcome.OPEN,
            prepare=_forget_the_outcome,
            usual=False,
        ),
    ),
    prints=(SEEKERS_BOOK, SEEKER_FORM),
    order=(JobIntention.registered_on.desc(),),
    status=JobIntention.outcome,
    states=(
        State(Outcome.OPEN, "warn"),
        State(Outcome.RECOMMENDED, "info", needs=_RECOMMENDATION),
        State(Outcome.INTERVIEWED, "info", needs=(JobIntention.interviewed_on,)),
        State(Outcome.HIRED, "good", needs=_HIRING),
        State(Outcome.JOBLESS, "quiet", needs=(JobIntention.jobless_reason,)),
    ),
    unit="人次",
    due=intentions_due,
    retention=Retention(Retained.INTENTIONS, JobIntention.registered_on),
)

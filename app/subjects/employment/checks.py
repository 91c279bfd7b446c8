"""The rules of help with finding work (domain 7.1 and 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, others
from app.records.naming import same_unit
from app.rules.dates import age_on, write_date
from app.rules.working_age import YOUNGEST, works_until
from app.subjects.employment.fairs.records import (
    FairEmployer,
    FairStatus,
    JobFair,
    JobPost,
    employers_of,
    openings_of,
)
from app.subjects.employment.intentions.records import JobIntention, intentions_of
from app.subjects.employment.notices.records import JobNotice

_MOST_POSTS = 3
_WINTER_FAIR = re.compile("元旦|春节")
_NAMED_YEAR = re.compile("((?:19|20)[0-9]{2})年")


def fair_numbers_fit(fair: JobFair) -> Iterator[Problem]:
    """There are at least as many openings as employers, and no more agreed or hired than came."""
    if fair.employers_came is not None and fair.openings is not None and fair.openings < fair.employers_came:
        yield Warn(JobFair.openings, f"少于进场单位数 {fair.employers_came} 家，请核对")
    for part in (JobFair.registered_there, JobFair.agreed, JobFair.hired):
        number = getattr(fair, part.name)
        if number is not None and fair.seekers is not None and number > fair.seekers:
            yield Warn(part, f"多于求职人次 {fair.seekers}，请核对")


def fair_sums_agree(fair: JobFair) -> Iterator[Problem]:
    """What was typed as a sum agrees with the rows that were entered, where there are any."""
    if fair.id is None:
        return
    counted = (
        (JobFair.employers_came, employers_of(fair).count()),
        (JobFair.openings, openings_of(fair)),
        (JobFair.registered_there, intentions_of(fair).count()),
    )
    for field, number in counted:
        typed = getattr(fair, field.name)
        if number and typed is not None and typed != number:
            yield Warn(field, f"填的是 {typed}，逐项登记的合计是 {number}，请核对")


def fair_in_its_year(fair: JobFair) -> Iterator[Problem]:
    """A fair is held in the year it is named after; one for New Year in the winter before it, too."""
    named = _NAMED_YEAR.search(fair.name or "")
    if named is None or fair.held_on is None:
        return
    year = int(named[1])
    span = date(year, 1, 1), date(year, 12, 31)
    if _WINTER_FAIR.search(fair.name):
        span = date(year - 1, 12, 1), date(year, 3, 15)
    if not span[0] <= fair.held_on <= span[1]:
        yield Warn(JobFair.held_on, f"与名称中的“{named[0]}”不符，请核对举办日期")


def fair_took_place(fair: JobFair) -> Iterator[Problem]:
    """Only a fair whose day has come was held."""
    if (
        fair.status in (FairStatus.HELD, FairStatus.SUMMED_UP)
        and fair.held_on
        and fair.held_on > date.today()
    ):
        yield Block(JobFair.held_on, "还没有到举办日期，不能登记为已举办")


def one_stand_an_employer(employer: FairEmployer) -> Iterator[Problem]:
    """A legal entity has one stand at a fair, and a stand has one employer."""
    at_fair = others(employer).where(FairEmployer.fair == employer.fair_id)
    if employer.name and at_fair.where(same_unit(FairEmployer.enterprise, employer)).exists():
        yield Block(FairEmployer.name, "这个单位已登记参加这次招聘会，一个单位只设一个展位")
    if employer.stand_no:
        for twin in duplicates(employer, FairEmployer.fair, FairEmployer.stand_no)[:1]:
            yield Block(FairEmployer.stand_no, f"这个展位已给“{twin.name}”，请换一个")


def employer_is_reliable(employer: FairEmployer) -> Iterator[Problem]:
    """A licence is looked at before a stand is given; who stayed away loses the next slot."""
    if not employer.licence_checked:
        yield Warn(FairEmployer.licence_checked, "还没有核对营业执照")
    fair = JobFair.get_or_none(JobFair.id == employer.fair_id)
    if fair is None or fair.held_on is None or not employer.name:
        return
    before = others(employer).join(JobFair).where(same_unit(FairEmployer.enterprise, employer))
    earlier = before.where(JobFair.held_on < fair.held_on, JobFair.deleted_at.is_null())
    last = earlier.order_by(JobFair.held_on.desc()).first()
    if last is not None and last.came is False:
        yield Warn(FairEmployer.name, f"上一次“{last.fair.name}”登记后没有到场，请考虑是否再安排")


def post_is_sound(post: JobPost) -> Iterator[Problem]:
    """The wage has a sensible range, and nobody is shut out by sex or age.

    Nobody is refused for being a woman (就业促进法 art. 27); a limit of age is doubtful, too (domain 7.2).
    """
    if post.wage_from is not None and post.wage_to is not None and post.wage_to < post.wage_from:
        yield Block(JobPost.wage_to, f"低于月薪起 {JobPost.wage_from.format(post.wage_from)} 元，请核对")
    if post.sex_wanted != "不限":
        yield Warn(JobPost.sex_wanted, "限制性别可能构成就业歧视，请核对是否确有法定依据")
    if post.age_wanted and post.age_wanted != "不限":
        yield Warn(JobPost.age_wanted, "限制年龄可能构成就业歧视，请核对是否确有必要")


def one_registration_a_day(intention: JobIntention) -> Iterator[Problem]:
    """A seeker registers once a day; the same name alone makes one look again (domain 7.4)."""
    day, registered = JobIntention.registered_on, "这个人当天已登记，请修改原来那一条"
    if intention.id_number and duplicates(intention, day, JobIntention.id_number):
        yield Block(JobIntention.id_number, registered)
        return
    namesakes = duplicates(intention, day, JobIntention.name) if intention.name else []
    if intention.id_number:
        namesakes = [one for one in namesakes if not one.id_number]  # another number is another person
    if any(one.mobile and one.mobile == intention.mobile for one in namesakes):
        yield Block(JobIntention.name, registered)
    elif namesakes:
        yield Warn(JobIntention.name, f"当天已有同名的登记（{namesakes[0].intention_no}），请确认不是同一人")


def intention_is_sound(intention: JobIntention) -> Iterator[Problem]:
    """At most three posts are wished for (domain 7.2)."""
    wishes = [wish for wish in re.split("[、,，;；]", intention.wanted_post or "") if wish.strip()]
    if len(wishes) > _MOST_POSTS:
        yield Block(JobIntention.wanted_post, f"最多填 {_MOST_POSTS} 个岗位，现有 {len(wishes)} 个")


def seeker_may_work(intention: JobIntention) -> Iterator[Problem]:
    """Nobody works under 16; past the age of retirement there is no labour contract (domain 6.2 and 18)."""
    born, day = intention.birth_date, intention.registered_on or date.today()
    if born is None:
        return
    if age_on(born, day) < YOUNGEST:
        yield Block(JobIntention.birth_date, f"登记时未满 {YOUNGEST} 周岁，不能介绍就业，请核对出生日期")
    elif intention.sex and day >= (ends := works_until(born, intention.sex)):
        yield Warn(
            JobIntention.birth_date,
            f"登记时已过法定退休年龄（{write_date(ends)}），只能签劳务合同，请告知求职人",
        )


def notice_put_up_once(notice: JobNotice) -> Iterator[Problem]:
    """The same notice in the same compound on a day may have been entered twice."""
    same = (JobNotice.name, JobNotice.compound, JobNotice.posted_on)
    if notice.name and notice.compound and duplicates(notice, *same):
        yield Warn(JobNotice.compound, "这个小区当天已登记过同名通知，请核对是否重复")

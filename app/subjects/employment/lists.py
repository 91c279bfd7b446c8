"""The lists of a job fair, the book of seekers, the notices put up (domain 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from peewee import fn

from app.printing.heads import BLANK_DATE, LINE, blank, office_head, period_head, told_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.summaries import Figures, about, figures, with_total
from app.records.base import Query
from app.rules.dates import write_date
from app.rules.money import write_fen
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

_ANY = "不限"


_FAIRS = Selection(JobFair, (JobFair.held_on, JobFair.id), JobFair.held_on)


def _papers(employer: FairEmployer) -> str:
    """Write the papers without what is said of them in brackets."""
    return re.sub(r"\(.*?\)", "", FairEmployer.papers.format(employer.papers))


def _entered(fair: JobFair, _: PrintRequest) -> Part:
    entered = FairEmployer.alive().where(FairEmployer.fair == fair.id)
    return Part(
        list(entered.order_by(FairEmployer.stand_no, FairEmployer.id)),
        heads=(f"招聘会：{fair.name}", told_head("地点", fair.place), f"日期：{write_date(fair.held_on)}"),
    )


FAIR_EMPLOYERS = ListPrint(
    "employment.fair_employers",
    "招聘会参会单位登记表",
    (
        PrintColumn(FairEmployer.stand_no, 17, align="center"),
        PrintColumn(FairEmployer.name, 64),
        FairEmployer.contact_name,
        FairEmployer.phone,
        PrintColumn(FairEmployer.papers, 58, text=_papers),
        FairEmployer.licence_checked,
        FairEmployer.came,
        PrintColumn(None, 28, "签到"),
    ),
    _FAIRS.having(FairEmployer.fair, "有参会单位的").each(_entered, "家"),
    signing=True,
    blank=blank(f"地点：{LINE}", left=f"招聘会：{LINE}"),
    blank_rows=12,
    single="参会单位登记表",
)


def _offered(fair: JobFair, _: PrintRequest) -> Part:
    employers = employers_of(fair).select(FairEmployer.id)
    posts = JobPost.alive().where(JobPost.employer.in_(employers)).order_by(JobPost.employer, JobPost.id)
    offer = f"招聘单位 {employers.count()} 家，招聘 {openings_of(fair)} 人"
    return Part(
        list(posts),
        title=f"{fair.name}岗位信息一览表",
        heads=(told_head("地点", fair.place), offer, f"时间：{write_date(fair.held_on)} {fair.hours or ''}"),
        notes=(_FREE,),
    )


_FREE = "求职者免费入场；岗位以现场公布为准。"


def _wanted(post: JobPost) -> str:
    trade = None if post.trade == post.title else post.trade
    wanted = (post.sex_wanted, post.age_wanted, post.education_wanted, trade)
    return "、".join(part for part in wanted if part and part != _ANY) or _ANY


def _pay(post: JobPost) -> str:
    low, high = post.wage_from, post.wage_to
    if low is None and high is None:
        return "面议"
    amounts = [write_fen(fen).removesuffix(".00") for fen in (low, high) if fen is not None]
    return f"{'～'.join(dict.fromkeys(amounts))} 元/月"


POSTS_POSTER = ListPrint(
    "employment.poster",
    "岗位信息一览表",
    (
        PrintColumn(None, 62, "单位", text=lambda post: post.employer.name),
        PrintColumn(JobPost.title, 40, "岗位"),
        PrintColumn(JobPost.headcount, heading="人数", align="center"),
        PrintColumn(None, 52, "要求", text=_wanted),
        PrintColumn(None, 40, "待遇", text=_pay, align="center"),
        PrintColumn(None, 34, "联系电话", text=lambda post: post.employer.phone or "", align="center"),
    ),
    _FAIRS.having(JobPost.fair, "有岗位的").each(_offered, "个"),
    closing=(),
    blank=blank(
        "招聘单位＿＿＿家，招聘＿＿＿人",
        f"时间：{BLANK_DATE}",
        left=f"地点：{LINE}",
        title=f"{LINE}岗位信息一览表",
        notes=(_FREE,),
    ),
    is_public=True,
)


_HELD = replace(
    _FAIRS, where=lambda _: JobFair.status.in_((FairStatus.HELD, FairStatus.SUMMED_UP)), only="已举办的"
)


def _fair_figures(request: PrintRequest) -> Iterator[Part]:
    rows = with_total(_figures_of(fair) for fair in _HELD(request))
    heads = (office_head(), period_head(request.period), f"共 {max(0, len(rows) - 1)} 场")
    yield Part(rows, heads=heads, notes=(_COUNTED,))


_COUNTED = (
    "注：岗位数按招聘人数计；数据来源为“现场估算”的，各数为约数；现场登记没有填报的，按就业意向登记的人次计。"
)


def _figures_of(fair: JobFair) -> Figures:
    numbers = (
        fair.employers_came or 0,
        fair.openings or 0,
        fair.seekers or 0,
        intentions_of(fair).count() if fair.registered_there is None else fair.registered_there,
        fair.agreed or 0,
        fair.hired or 0,
    )
    return Figures((fair.name, write_date(fair.held_on), fair.source), numbers)


FAIR_FIGURES = ListPrint(
    "employment.fair_figures",
    "招聘会统计表",
    (
        about("招聘会名称", 72),
        about("举办日期", 32, 1),
        about("数据来源", 24, 2),
        *figures("进场单位", "岗位数", "求职人次", "现场登记", "达成意向", "录用数", width_mm=21),
    ),
    Sheets(_fair_figures, JobFair.held_on, JobFair, "场", _HELD),
    blank=blank("期间：＿＿＿＿年", "", notes=(_COUNTED,)),
    blank_rows=12,
    single="招聘会统计表",
)

SEEKERS = Selection(JobIntention, (JobIntention.registered_on, JobIntention.id), JobIntention.registered_on)

SEEKERS_BOOK = ListPrint(
    "employment.seekers",
    "求职人员登记簿",
    (
        JobIntention.registered_on,
        PrintColumn(JobIntention.name, 29),
        PrintColumn(JobIntention.sex, 11),
        JobIntention.household_type,
        PrintColumn(JobIntention.is_migrant_worker, heading="农民工"),
        PrintColumn(JobIntention.education, 18),
        PrintColumn(JobIntention.skills, 30),
        PrintColumn(JobIntention.wanted_post, 38),
        PrintColumn(JobIntention.monthly_wage, 22, "期望月薪（元）"),
        PrintColumn(JobIntention.mobile, heading="联系电话"),
        JobIntention.outcome,
        PrintColumn(JobIntention.handled_by, 20),
    ),
    SEEKERS.sheet("人次"),
    blank_rows=12,
)


def _copies(notices: Query[JobNotice]) -> str:
    places, copies = notices.select(fn.COUNT(1), fn.COALESCE(fn.SUM(JobNotice.copies), 0)).tuples()[0]
    return f"共 {places} 处、{copies:,} 份"


NOTICES_BOOK = ListPrint(
    "employment.notices_book",
    "通知张贴登记表",
    (
        JobNotice.posted_on,
        PrintColumn(JobNotice.name, 62),
        PrintColumn(JobNotice.compound, 50),
        JobNotice.copies,
        JobNotice.posted_by,
        JobNotice.taken_down_on,
        PrintColumn(JobNotice.remark, 34),
    ),
    Selection(JobNotice, (JobNotice.posted_on, JobNotice.id), JobNotice.posted_on).sheet("处", _copies),
    blank_rows=12,
)

"""The registration form of a member (工会会员登记表, domain 1.5)."""

from __future__ import annotations

from app.printing.filling import Filling, Row, heading, opinion, table
from app.printing.form import Cell, FormSheet
from app.printing.layout import FormPrint
from app.printing.selection import Selection
from app.subjects.members.membership.records import members_on_roll
from app.subjects.members.records import Member, MemberJob, MemberRelative

_RELATIVES = (("姓名", 5), ("与本人关系", 5), ("工作单位", 14))
_JOBS = (("起止年月", 8), ("单位", 10), ("职务", 6))
_RELATIVE_ROWS = 4
_JOB_ROWS = 5
_APPROVAL_HEIGHT = 50.0


MEMBERS = Selection(
    Member, (Member.search_key, Member.id), otherwise=lambda request: members_on_roll(request.as_of)
)
"""The members asked for, in whatever state, else those on the roll."""


def sheet(member: Member, _full_ids: bool) -> FormSheet:
    """Set one member's registration out on paper."""
    filling = Filling(member, full_ids=True)
    return FormSheet(
        "工会会员登记表",
        (
            *_person(filling),
            heading("家庭主要成员"),
            *table(_RELATIVES, _relatives(member), least=_RELATIVE_ROWS),
            heading("个人简历"),
            *table(_JOBS, _jobs(member), least=_JOB_ROWS),
            opinion("基层工会组织审批意见", _APPROVAL_HEIGHT),
            (Cell("备注", 3, label=True), Cell(member.remark or "", 21, align="left", height_mm=12)),
        ),
        head_left=f"NO. {member.member_no or ''}",
        head_right=f"会员证号码：{member.card_no or '＿＿＿＿＿＿＿＿'}",
        closing=("申请人签名：", f"申请日期：{filling.value(Member.applied_on)}"),
    )


def _person(filling: Filling) -> tuple[Row, ...]:
    boxed = filling.boxed
    return (
        (
            *boxed(Member.name, 5),
            *boxed(Member.sex, 2),
            *boxed(Member.ethnicity, 4),
            *boxed(Member.birth_date, 5),
        ),
        (
            *boxed(Member.id_number, 9),
            *boxed(Member.education, 3),
            *boxed(Member.political_status, 6),
        ),
        (
            *boxed(Member.native_place, 5),
            *boxed(Member.household_type, 4),
            *boxed(Member.is_migrant_worker, 2, "农民工"),
            *boxed(Member.mobile, 5, "联系电话"),
        ),
        (
            *boxed(Member.employer, 13, align="left"),
            *boxed(Member.job_title, 7, "职务工种"),
        ),
        (
            *boxed(Member.skill_level, 5, "职称等级"),
            *boxed(Member.monthly_wage, 4, "月工资（元）", wide=3),
            *boxed(Member.work_start, 7, "参加工作时间", wide=3),
        ),
        (
            *boxed(Member.new_work, 5, "新就业形态", wide=3),
            *boxed(Member.platform, 14, "平台"),
        ),
        boxed(Member.address, 22, align="left"),
        (
            *boxed(Member.join_mode, 5),
            *boxed(Member.approved_on, 6, "批准日期"),
            *boxed(Member.group_name, 7),
        ),
    )


def _relatives(member: Member) -> list[tuple[str, ...]]:
    if member.id is None:
        return []
    relatives = MemberRelative.alive().where(MemberRelative.member == member.id).order_by(MemberRelative.id)
    return [(kin.name or "", kin.relation or "", kin.employer or "") for kin in relatives]


def _jobs(member: Member) -> list[tuple[str, ...]]:
    if member.id is None:
        return []
    jobs = MemberJob.alive().where(MemberJob.member == member.id)
    return [
        (_span(job), job.employer or "", job.job_title or "")
        for job in jobs.order_by(MemberJob.first_month, MemberJob.id)
    ]


def _span(job: MemberJob) -> str:
    until = MemberJob.last_month.format(job.last_month) or "今"
    return f"{MemberJob.first_month.format(job.first_month)}至{until}"


MEMBER_FORM = FormPrint(
    "members.form",
    "工会会员登记表",
    Member,
    MEMBERS,
    sheet,
    hides_ids=False,
    own_numbers=True,
    single="登记表",
)

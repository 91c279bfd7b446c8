"""The form a seeker of work fills in (求职登记表, domain 7.3)."""

from __future__ import annotations

from app.printing.filling import Filling, heading
from app.printing.form import GRID, Cell, FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.employment.lists import SEEKERS

_CONSENT = (
    "本人所填内容属实，同意本会为推荐就业将以上必要信息告知招聘单位，不用于其他用途。"
    "本会为求职者登记、推荐不收取任何费用。"
)
_SIGNED = f"签名：　　　　　　　{BLANK_DATE}"


def _sheet(intention: JobIntention, full_ids: bool) -> FormSheet:
    filling = Filling(intention, full_ids)
    boxed = filling.boxed
    return FormSheet(
        "求职登记表",
        (
            (
                *boxed(JobIntention.name, 5),
                *boxed(JobIntention.sex, 2),
                *boxed(JobIntention.birth_date, 6),
                *boxed(JobIntention.is_migrant_worker, 3, "农民工"),
            ),
            (
                *boxed(JobIntention.id_number, 9),
                *boxed(JobIntention.mobile, 5, "联系电话"),
                *boxed(JobIntention.education, 4),
            ),
            (
                *boxed(JobIntention.household_type, 5),
                *boxed(JobIntention.difficulty, 7, "就业困难类型", wide=3),
                *boxed(JobIntention.jobless_since, 5),
            ),
            boxed(JobIntention.former_employer, 22, align="left"),
            heading("求职意向"),
            (
                *boxed(JobIntention.wanted_post, 12, align="left"),
                *boxed(JobIntention.monthly_wage, 7, "期望月薪（元）", wide=3),
            ),
            (
                *boxed(JobIntention.skills, 12, "技能工种", align="left"),
                *boxed(JobIntention.available_on, 7, "可到岗日期", wide=3),
            ),
            (
                Cell("工作经历\n和特长", 3, label=True),
                Cell(intention.remark or "", GRID - 3, align="left", height_mm=76),
            ),
            (
                Cell("本人声明", 3, label=True),
                Cell(_CONSENT, GRID - 3, align="left", height_mm=36, foot=_SIGNED),
            ),
            heading("处理情况（由工会填写）"),
            (
                *boxed(JobIntention.recommended_to, 12, "推荐单位", align="left"),
                *boxed(JobIntention.recommended_on, 7, "推荐日期", wide=3),
            ),
            (*boxed(JobIntention.interviewed_on, 10), *boxed(JobIntention.outcome, 10)),
            (
                *boxed(JobIntention.hired_by, 12, align="left"),
                *boxed(JobIntention.hired_on, 7, "录用日期", wide=3),
            ),
            (
                *boxed(JobIntention.followed_up_on, 6),
                *boxed(JobIntention.follow_up, 14, align="left"),
            ),
        ),
        head_left=f"编号：{intention.intention_no or ''}　　窗口：{intention.window or ''}",
        head_right=f"登记日期：{filling.value(JobIntention.registered_on) or BLANK_DATE}",
        closing=(f"经办人：{intention.handled_by or ''}", "审核人："),
    )


SEEKER_FORM = FormPrint(
    "employment.seeker",
    "求职登记表",
    JobIntention,
    SEEKERS,
    _sheet,
    dated=JobIntention.registered_on,
    single="登记表",
)

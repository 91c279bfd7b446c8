"""What the sample of our own years has beside the work of 2011: nobody spoke of it then."""

from __future__ import annotations

from datetime import date, timedelta

from app.keeping import keeping
from app.keeping.history import history_paused
from app.subjects.disputes.supervision.records import SupervisionLetter
from app.subjects.disputes.supervision.register import SUPERVISION
from app.subjects.members.records import MOBILE_WINDOW, ONLINE, Member, members_on_roll

_NEW_WORK = (
    ("外卖配送员", "即达外卖", ONLINE),
    ("外卖配送员", "即达外卖", MOBILE_WINDOW),
    ("外卖配送员", "好味外卖", MOBILE_WINDOW),
    ("快递员", "迅达快递", MOBILE_WINDOW),
    ("快递员", "迅达快递", ONLINE),
    ("网约车司机", "顺路出行", ONLINE),
    ("货车司机", "满运货运平台", MOBILE_WINDOW),
)

_LETTERS = (  # days before the sample's own: sent, answered, put right
    ("提示函", "恰尔斯服饰有限公司", "工时和休息休假", "旺季每月加班超过 36 小时", 35, 260, 250, 240),
    ("意见书", "央中餐饮有限公司", "工资报酬", "拖欠 12 名职工上月工资", 12, 120, 110, 104),
    ("意见书", "迅达快递泰祥营业部", "新就业形态劳动者权益", "未与 8 名快递员订立书面合同", 8, 70, 52, None),
    ("提示函", "卫庆电梯有限公司", "劳动安全卫生", "高温天气露天作业没有防暑措施", 20, 26, None, None),
)


def enter_modern(day: date) -> None:
    """Enter, up to a day, the work of the 2020s into the open sample."""
    with history_paused((Member,)):  # nobody did this: they joined so
        _say_who_works_through_a_platform(day)
    _send_letters(day)


def _say_who_works_through_a_platform(day: date) -> None:
    riders = (
        members_on_roll(day).where(Member.is_migrant_worker).order_by(Member.approved_on.desc(), Member.id)
    )
    for member, (group, platform, mode) in zip(riders, _NEW_WORK, strict=False):
        told = {"new_work": group, "platform": platform, "join_mode": mode}
        Member.update(told).where(Member.id == member.id).execute()


def _send_letters(day: date) -> None:
    for kind, unit, matter_kind, matter, workers, *before in _LETTERS:
        issued, answered, rectified = (None if ago is None else day - timedelta(ago) for ago in before)
        letter = SupervisionLetter(
            issued_on=issued,
            kind=kind,
            unit_name=unit,
            matter_kind=matter_kind,
            matter=matter,
            workers=workers,
            answered_on=answered,
            rectified_on=rectified,
            rectified="已按要求改正" if rectified else None,
            status="已整改" if rectified else "已答复" if answered else "待答复",
        )
        keeping.save(SUPERVISION, letter)

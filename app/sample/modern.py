"""What the sample of our own years has beside the work of 2011: nobody spoke of it then."""

from __future__ import annotations

from datetime import date, timedelta

from app.keeping import keeping
from app.keeping.history import history_paused
from app.records.terms import CONSENTS
from app.sample.described import enter_own_registers
from app.subjects.activities.volunteering.records import VolunteerService
from app.subjects.activities.volunteering.register import VOLUNTEERING
from app.subjects.disputes.supervision.records import SupervisionLetter
from app.subjects.disputes.supervision.register import SUPERVISION
from app.subjects.hardship.figures import open_on
from app.subjects.hardship.files.records import Category, HardshipFile
from app.subjects.hardship.limits.records import PovertyLine
from app.subjects.members.care.records import CareLimit, MemberBenefit, MemberCare
from app.subjects.members.care.register import BENEFITS, CARE, CARE_LIMITS
from app.subjects.members.membership.records import members_on_roll
from app.subjects.members.records import MOBILE_WINDOW, ONLINE, Member
from app.subjects.office.training.records import Training
from app.subjects.office.training.register import TRAININGS

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

_HEAT = (7, 20)
_LOW_INCOME = 3000  # tenths of a percent of the poverty line
_LAYERS = ((Category.GUARDED.value, 4), (Category.LOW_INCOME.value, None), (Category.ACCIDENT.value, 2))
_EXPENSES = "《基层工会经费收支管理办法》；金额为示例"
_LIMITS = (  # for each time, for each year, no cash
    ("节日", None, 1_500_00, True),
    ("生日", 300_00, 300_00, True),
    ("结婚", 600_00, 600_00, False),
    ("生育", 600_00, 600_00, False),
    ("生病住院", 1_000_00, None, False),
    ("退休离岗", 1_000_00, 1_000_00, True),
    ("会员去世", 2_000_00, 2_000_00, False),
    ("亲属去世", 1_000_00, None, False),
    ("送清凉", 100_00, None, True),
)
_GIFTS = (  # days before the sample's own, what for, worth, what
    (200, "生病住院", 800_00, None),
    (160, "生日", 200_00, "生日蛋糕"),
    (90, "结婚", 500_00, None),
    (60, "退休离岗", 600_00, "纪念品"),
    (15, "生日", 200_00, "生日蛋糕"),
)
_BENEFITS = (
    (150, "会员观影优惠", "观影演出", "泰祥影院", 120, 2_400_00),
    (45, "会员健康体检", "健康体检", "街道社区卫生服务中心", 46, 9_200_00),
)

_COURSES = (
    (190, "新任工会主席培训班", "工会主席培训", "本会举办", 36, 16, None),
    (110, "集体协商指导员培训", "工会干部培训", "参加上级培训", 3, 24, 3),
    (40, "快递员交通安全培训", "安全生产培训", "本会举办", 42, 4, None),
)
_SERVICES = (
    (170, "学雷锋便民服务", "便民服务", 2_50, 6),
    (80, "文明交通劝导", "文明宣传", 2_00, 4),
    (20, "驿站关爱户外劳动者", "关爱户外劳动者", 3_00, 5),
)


def enter_modern(day: date) -> None:
    """Enter, up to a day, the work of the 2020s into the open sample."""
    with history_paused((Member, HardshipFile, PovertyLine)):  # nobody did this: it was so
        _say_who_works_through_a_platform(day)
        _lay_out_layers(day)
        _say_what_was_consented()
    _send_letters(day)
    _give(day)
    _teach(day)
    _serve(day)
    enter_own_registers(day)


def _say_who_works_through_a_platform(day: date) -> None:
    riders = (
        members_on_roll(day).where(Member.is_migrant_worker).order_by(Member.approved_on.desc(), Member.id)
    )
    for member, (group, platform, mode) in zip(riders, _NEW_WORK, strict=False):
        told = {"new_work": group, "platform": platform, "join_mode": mode}
        Member.update(told).where(Member.id == member.id).execute()


def _lay_out_layers(day: date) -> None:
    """Let two households have risen above the line, one of them to be watched, and one have a low income."""
    PovertyLine.update(low_income=_LOW_INCOME).execute()
    files = list(open_on(day).where(HardshipFile.category == Category.ACCIDENT).order_by(HardshipFile.id))
    for file, (category, months) in zip(files, _LAYERS, strict=False):
        above = None if months is None else day - timedelta(30 * months)
        HardshipFile.update(category=category, above_since=above).where(HardshipFile.id == file.id).execute()


def _say_what_was_consented() -> None:
    """Let everybody have consented in writing when they joined, or applied for aid."""
    for record, day, purpose in (
        (Member, Member.approved_on, "会籍管理和会员服务"),
        (HardshipFile, HardshipFile.applied_on, "困难职工建档和帮扶"),
    ):
        told = {"data_purpose": purpose, "data_consent_on": day, "data_consent_mode": CONSENTS[0]}
        record.update(told).where(day.is_null(False)).execute()


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


def _give(day: date) -> None:
    for occasion, per_time, per_year, no_cash in _LIMITS:
        allowed = {"per_time": per_time, "per_year": per_year, "no_cash": no_cash, "source": _EXPENSES}
        keeping.save(CARE_LIMITS, CareLimit(year=day.year - 1, occasion=occasion, **allowed))
    members = members_on_roll(day).order_by(Member.id)
    for member, (ago, occasion, amount, goods) in zip(members, _GIFTS, strict=False):
        gift = MemberCare(
            given_on=day - timedelta(ago),
            occasion=occasion,
            member=member,
            recipient=member.name,
            employer=member.employer,
            form="实物" if goods else "现金",
            goods=goods,
            amount=amount,
            signed=True,
        )
        keeping.save(CARE, gift)
    cooling = MemberCare(
        given_on=_last_summer(day),
        occasion="送清凉",
        recipient_kind="集体",
        recipient="迅达快递泰祥营业部",
        people=40,
        goods="绿豆汤、毛巾和藿香正气水",
        amount=2_000_00,
    )
    keeping.save(CARE, cooling)
    for ago, title, kind, partner, people, cost in _BENEFITS:
        benefit = MemberBenefit(
            held_on=day - timedelta(ago), title=title, kind=kind, partner=partner, people=people, cost=cost
        )
        keeping.save(BENEFITS, benefit)


def _last_summer(day: date) -> date:
    return date(day.year if day.month > _HEAT[0] else day.year - 1, *_HEAT)


def _teach(day: date) -> None:
    for ago, title, kind, how, people, hours, passed in _COURSES:
        course = Training(
            began_on=day - timedelta(ago),
            title=title,
            kind=kind,
            held_by_us=how,
            people=people,
            hours=hours,
            passed=passed,
        )
        keeping.save(TRAININGS, course)


def _serve(day: date) -> None:
    members = list(members_on_roll(day).order_by(Member.id.desc()).limit(6))
    for ago, title, kind, hours, people in _SERVICES:
        for member in members[:people]:
            service = VolunteerService(
                served_on=day - timedelta(ago),
                title=title,
                kind=kind,
                place="泰祥小区",
                member=member,
                name=member.name,
                unit=member.employer,
                hours=hours,
            )
            keeping.save(VOLUNTEERING, service)

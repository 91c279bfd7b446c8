"""The sample office's help with finding work: the fairs of 2010 and 2011, wishes, notices, screens."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from app.sample.crowd import Crowd, random_shares
from app.sample.enterprises import AIDED_UNITS
from app.sample.names import STREETS
from app.sample.office import CULTURAL_CENTRE, Staff
from app.sample.rows import enter
from app.subjects.employment.fairs.records import FairEmployer, JobFair, JobPost
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.employment.notices.records import JobNotice, ScreenBroadcast

_EMPLOYERS, _OPENINGS, _SEEKERS = 148, 1023, 2046  # 近150家，1000多个岗位，2000多求职人员
_POSTS = 236
_FAIR = date(2011, 1, 15)
_AT_THE_FAIR, _AT_THE_WINDOW, _YEAR_BEFORE = 64, 112, 150


class _Campaign(NamedTuple):
    name: str
    posted_on: date
    copies: int  # in each compound


_CAMPAIGNS_2010 = (_Campaign("农民工就业援助周", date(2010, 3, 1), 150),)
_CAMPAIGNS_2011 = (
    _Campaign("百家劳模帮困再就业", date(2011, 2, 14), 100),
    _Campaign("农民工就业援助周", date(2011, 2, 21), 100),
)
_PLACES = "浦江 申达 永丰 新华 东方 康桥 长宁 虹联 瑞金 衡山 复兴 华亭 金鼎 嘉业 宏泰".split()
_KINDS = (
    "服饰有限公司",
    "餐饮管理有限公司",
    "物业管理有限公司",
    "电子科技有限公司",
    "物流有限公司",
    "超市有限公司",
    "家政服务有限公司",
    "印刷包装有限公司",
    "机电设备有限公司",
)
_TRADES = {
    "保洁员": (1_280_00, "小学"),
    "保安员": (1_500_00, "初中"),
    "营业员": (1_600_00, "初中"),
    "收银员": (1_600_00, "高中"),
    "厨师": (2_600_00, "初中"),
    "餐厅服务员": (1_700_00, "不限"),
    "缝纫工": (2_000_00, "不限"),
    "仓库管理员": (1_900_00, "高中"),
    "驾驶员": (2_800_00, "初中"),
    "电工": (2_500_00, "中专(中职)"),
    "文员": (2_000_00, "大专"),
    "会计": (2_800_00, "大专"),
}
_WINDOWS = ("一号窗口", "二号窗口", "职工援助服务中心")


def enter_employment(staff: Staff) -> None:
    """Enter the fairs with their employers and posts, the wishes, the notices and announcements."""
    crowd = Crowd(711)
    fair = _fairs(staff.clerk)
    _employers(crowd, fair)
    _intentions(crowd, fair, staff.clerk)
    _notices(staff.clerk)
    _screens(staff.clerk)


def _fairs(clerk: str) -> JobFair:
    shared: dict[str, object] = {
        "co_hosts": "市总工会、区总工会",
        "hours": "9:00—15:00",
        "place": CULTURAL_CENTRE,
        "source": "现场估算",
        "status": "已总结",
        "handled_by": clerk,
    }
    before = JobFair(
        name="泰祥社区2010年元旦春节送温暖援助服务日活动",
        held_on=date(2010, 1, 23),
        stands=140,
        employers_came=133,
        openings=921,
        seekers=1838,
        agreed=176,
        hired=71,
        summary="进场单位和岗位比上年有所增加。",
        **shared,
    )
    fair = JobFair(
        name="泰祥社区2011年元旦春节送温暖援助服务日活动",
        held_on=_FAIR,
        stands=150,
        employers_came=_EMPLOYERS,
        openings=_OPENINGS,
        seekers=_SEEKERS,
        registered_there=_AT_THE_FAIR,
        agreed=212,
        hired=87,
        summary="组织了近150家用工单位进场，提供1000多个岗位，有2000多求职人员进场应聘。",
        **shared,
    )
    enter([before, fair])
    return fair


def _employers(crowd: Crowd, fair: JobFair) -> None:
    invented = [f"{place}{kind}" for kind, place in product(_KINDS, _PLACES)]
    names = [*(unit.name for unit in AIDED_UNITS), *invented][:_EMPLOYERS]
    employers = [
        FairEmployer(
            fair=fair,
            registered_on=_FAIR - timedelta(days=crowd.random.randint(5, 20)),
            name=name,
            contact_name=crowd.person("女", range(1965, 1988)).name,
            phone=f"021-6000{position:04d}",
            papers=("单位介绍信", "执照复印件(盖章)", "经办人身份证"),
            licence_checked=True,
            stand_no=f"{'ABC'[position // 50]}{position % 50 + 1:02d}",
            came=True,
        )
        for position, name in enumerate(names)
    ]
    enter(employers)
    enter(_posts(crowd, employers))


def _posts(crowd: Crowd, employers: list[FairEmployer]) -> list[JobPost]:
    headcounts = random_shares(crowd.random, _OPENINGS, _POSTS, 1, 8)
    posts = []
    for position, headcount in enumerate(headcounts):
        title = list(_TRADES)[position % len(_TRADES)]
        wage, education = _TRADES[title]
        employer = employers[position % len(employers)]
        posts.append(
            JobPost(
                employer=employer,
                title=title,
                trade=title,
                headcount=headcount,
                education_wanted=education,
                wage_from=wage,
                wage_to=wage + 100_00 * crowd.random.randint(2, 8),
                workplace=crowd.random.choice(("泰祥街道", "区内", "市内")),
            )
        )
    return posts


def _intentions(crowd: Crowd, fair: JobFair, clerk: str) -> None:
    days = [_FAIR] * _AT_THE_FAIR
    for year, wishes in ((2010, _YEAR_BEFORE), (2011, _AT_THE_WINDOW)):
        first = date(year, 1, 20)
        days += [first + timedelta(days=position * 340 // wishes) for position in range(wishes)]
    enter([_intention(crowd, day, fair, clerk) for day in sorted(days)])


def _intention(crowd: Crowd, day: date, fair: JobFair, clerk: str) -> JobIntention:
    chance = crowd.random
    migrant = chance.random() < 0.6
    person = crowd.person(chance.choice("男女"), range(1958, 1990), local=not migrant)
    title = chance.choice(list(_TRADES))
    return JobIntention(
        registered_on=day,
        fair=fair if day == _FAIR else None,
        window="招聘会现场" if day == _FAIR else chance.choice(_WINDOWS),
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        id_number=person.id_number if chance.random() < 0.5 else None,
        mobile=person.mobile,
        household_type="外地农村" if migrant else "本市城镇",
        is_migrant_worker=migrant,
        education=chance.choice(("初中", "初中", "高中", "中专(中职)", "大专")),
        wanted_post=title,
        skills=title,
        monthly_wage=_TRADES[title][0] + 100_00 * chance.randint(0, 5),
        difficulty=None if migrant else chance.choice((None, "大龄失业", "连续失业一年以上", "低保家庭")),
        handled_by=clerk,
        **_outcome(crowd, day),
    )


def _outcome(crowd: Crowd, day: date) -> dict[str, object]:
    """Return what became of a wish; those of December 2011 still wait."""
    chance = crowd.random
    if day >= date(2011, 12, 5):
        return {}
    unit = chance.choice(AIDED_UNITS).name
    recommended = {"recommended_to": unit, "recommended_on": day + timedelta(days=3)}
    luck = chance.random()
    if luck < 0.5:
        hired_on = day + timedelta(days=12)
        followed_up = {"followed_up_on": day + timedelta(days=40), "follow_up": "在岗，工作稳定"}
        return recommended | followed_up | {"outcome": "录用", "hired_by": unit, "hired_on": hired_on}
    reason = chance.choice(("已返乡", "工资低于期望", "自行找到工作", "照顾家人，暂不就业"))
    return recommended | {"outcome": "未就业", "jobless_reason": reason}


def _notices(clerk: str) -> None:
    enter(
        [
            JobNotice(
                posted_on=campaign.posted_on,
                name=campaign.name,
                compound=compound,
                copies=campaign.copies,
                posted_by=clerk,
                taken_down_on=campaign.posted_on + timedelta(days=28),
            )
            for campaign in (*_CAMPAIGNS_2010, *_CAMPAIGNS_2011)
            for compound in STREETS
        ]
    )


def _screens(clerk: str) -> None:
    enter(
        [
            ScreenBroadcast(
                first_on=day,
                last_on=day + timedelta(days=13),
                content=f"{name}招聘信息",
                place="职工援助服务中心电子屏幕",
                handled_by=clerk,
            )
            for name, day, *_ in (("援助服务日", date(2011, 1, 4)), *_CAMPAIGNS_2011)
        ]
    )

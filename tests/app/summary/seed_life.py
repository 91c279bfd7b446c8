"""The seed's numbers of its parts three to five: activities, the survey, returns, papers, bulletins."""

from __future__ import annotations

from tests.app.summary.said import ALIVE, Phrase
from tests.helpers.figures import IN

HELD = f"FROM activity WHERE {ALIVE} AND starts_on {IN} AND status <> '取消'"
RUN = f"(SELECT id {HELD} AND name LIKE '%长跑%')"
MAY = f"(SELECT id {HELD} AND name LIKE '%红五月%')"
SURVEYED = f"""FROM survey_item WHERE {ALIVE} AND survey_id IN
    (SELECT id FROM survey WHERE month = '2011-11')"""
ENTERED = f"FROM annual_return WHERE {ALIVE} AND year = 2011 AND status = '已录入国家软件'"
MONTHLY = f"""(SELECT COUNT(*) AS number FROM bulletin WHERE {ALIVE} AND status = '已报送'
    AND kind <> '舆情信息' AND sent_on {IN} GROUP BY substr(sent_on, 1, 7))"""


def _kind(ownership: str) -> str:
    return f"{SURVEYED} AND ownership_kind = '{ownership}'"


def _surveyed(first: int, ownership: str, *printed: str) -> Phrase:
    one = _kind(ownership)
    return Phrase(
        f"F{first:03d}",
        f"{ownership}{{}}家，职工{{}}人，有工会的{{}}家",
        (f"SELECT COUNT(*) {one}", f"SELECT SUM(employee_count) {one}", f"SELECT SUM(has_union) {one}"),
        printed,
    )


def _large(number: int, ownership: str, printed: str) -> Phrase:
    before = "筹备组建中的1家，" if ownership == "国内合资企业" else ""
    asked = f"SELECT SUM(employee_count >= 50) {_kind(ownership)}"
    return Phrase(f"F{number:03d}", f"{before}50人以上的{{}}家", (asked,), (printed,))


def _ordered(title: str, printed: str) -> Phrase:
    asked = f"""SELECT SUM(copies) FROM subscription WHERE {ALIVE} AND year = 2011
        AND periodical_id IN (SELECT id FROM periodical WHERE name = '{title}')"""
    return Phrase("F082–F088", f"{title}{{}}份", (asked,), (printed,))


LIFE = (
    Phrase("F050", "企业迎春联谊会", (f"SELECT COUNT(*) {HELD} AND name LIKE '%迎春联谊会%'",), (), (1,)),
    Phrase("F051", "牌艺友谊赛", (f"SELECT COUNT(*) {HELD} AND name LIKE '%牌艺友谊赛%'",), (), (1,)),
    Phrase("F052", "长跑赛{}人次", (f"SELECT SUM(attended) FROM activity WHERE id IN {RUN}",), ("145",)),
    Phrase("F053", "组队{}支", (f"SELECT COUNT(*) FROM activity_team WHERE activity_id IN {RUN}",), ("13",)),
    Phrase("F054", "第四届职工春季长跑赛", (f"SELECT edition FROM activity WHERE id IN {RUN}",), (), (4,)),
    Phrase(
        "F055, F056",
        "获得{}个前三名、{}个优胜奖",
        (
            f"SELECT SUM(top_three) FROM activity_award WHERE activity_id IN {RUN}",
            f"SELECT COUNT(*) FROM activity_award WHERE rank = '优胜奖' AND activity_id IN {RUN}",
        ),
        ("10", "18"),
    ),
    Phrase(
        "F057",
        "长跑赛的参赛人数、获奖数均创历次之最",
        (f"SELECT MAX(attended) FROM activity WHERE {ALIVE} AND name LIKE '%长跑%' AND status <> '取消'",),
        (),
        (145,),
    ),
    Phrase("F058", "系列文体活动{}人次", (f"SELECT SUM(attended) FROM activity WHERE id IN {MAY}",), ("88",)),
    Phrase(
        "F060", "等{}个项目", (f"SELECT COUNT(*) FROM activity_project WHERE activity_id IN {MAY}",), ("7",)
    ),
    Phrase(
        "F061",
        "获得优秀组织奖{}个",
        (f"SELECT COUNT(*) FROM activity_award WHERE rank = '优秀组织奖' AND activity_id IN {MAY}",),
        ("1",),
    ),
    Phrase(
        "F062–F065",
        "{}家企业进行了排摸。职工总数{}人，有工会的{}家，50人以上的{}家",
        tuple(
            f"SELECT {told} {SURVEYED}"
            for told in ("COUNT(*)", "SUM(employee_count)", "SUM(has_union)", "SUM(employee_count >= 50)")
        ),
        ("60", "7298", "11", "32"),
    ),
    _surveyed(66, "外资企业", "28", "3456", "3"),
    _large(69, "外资企业", "16"),
    _surveyed(70, "私营企业", "27", "2348", "5"),
    _large(73, "私营企业", "12"),
    _surveyed(74, "国内合资企业", "5", "1494", "3"),
    Phrase("F077", "筹备组建中的{}家", (f"SELECT SUM(preparing) {_kind('国内合资企业')}",), ("1",)),
    _large(78, "国内合资企业", "4"),
    Phrase(
        "F079–F081",
        "完成{}家基层工会的统计年报，其中独立工会{}家、联合工会{}家",
        (
            f"SELECT COUNT(*) {ENTERED}",
            f"SELECT COUNT(*) {ENTERED} AND union_type = '独立工会'",
            f"SELECT COUNT(*) {ENTERED} AND union_type <> '独立工会'",
        ),
        ("985", "111", "874"),
    ),
    _ordered("劳动报", "110"),
    _ordered("工人日报", "17"),
    _ordered("上海工运", "12"),
    _ordered("工会理论研究", "1"),
    _ordered("中国工会财务", "2"),
    _ordered("民管信息资料", "20"),
    _ordered("主人", "4"),
    Phrase(
        "F089",
        "报送工会动态信息{}—{}篇",
        (f"SELECT MIN(number) FROM {MONTHLY}", f"SELECT MAX(number) FROM {MONTHLY}"),
        ("3", "4"),
    ),
    Phrase(
        "F090",
        "每月向区总工会、街道党办、行政办",
        (
            f"""SELECT COUNT(DISTINCT channel) FROM bulletin_recipient WHERE {ALIVE}
            AND channel IN ('区总工会', '街道党办', '行政办')""",
        ),
        (),
        (3,),
    ),
    Phrase(
        "F091",
        "会同泰祥社区妇联建立“两新组织妇女工作联系制度”",
        (f"SELECT COUNT(*) FROM regulation WHERE {ALIVE} AND issued_on {IN} AND joint_unit LIKE '%妇联'",),
        (),
        (1,),
    ),
    Phrase(
        "F092",
        "落实{}名见习大学生",
        (
            f"""SELECT COUNT(*) FROM intern WHERE {ALIVE}
            AND first_day <= '2011-12-31' AND last_day >= '2011-01-01'""",
        ),
        ("3",),
    ),
)

"""What the sample's disputes are about, and how those of each year ended."""

from __future__ import annotations

from typing import NamedTuple

from app.subjects.disputes.mediation.records import CATEGORIES, Outcome


class Topic(NamedTuple):
    """A kind of dispute: its class, its claim in yuan, and the words of the application."""

    category: str
    subcategory: str
    claim: range
    claims: str
    facts: str
    by_unit: bool = False  # the enterprise asks for help
    people: int = 1


TOPICS = (
    Topic(
        CATEGORIES[4],
        "拖欠工资",
        range(3_000, 9_000, 300),
        "支付拖欠的三个月工资",
        "单位资金周转困难，工资已三个月未发。",
    ),
    Topic(
        CATEGORIES[4],
        "加班费",
        range(1_200, 4_800, 200),
        "支付双休日加班费",
        "旺季双休日连续加班，单位只按平日工资计发。",
    ),
    Topic(
        CATEGORIES[1],
        "未签合同双倍工资",
        range(6_000, 16_000, 500),
        "支付未签劳动合同期间的双倍工资",
        "入职八个月，单位一直没有签订书面劳动合同。",
    ),
    Topic(
        CATEGORIES[4],
        "经济补偿",
        range(4_000, 12_000, 400),
        "支付终止劳动合同的经济补偿",
        "合同期满单位不再续签，未付经济补偿。",
    ),
    Topic(
        CATEGORIES[3],
        "社保",
        range(2_000, 6_000, 200),
        "补缴在职期间的社会保险费",
        "单位未按规定办理参保手续。",
    ),
    Topic(
        CATEGORIES[2],
        "违法解除",
        range(5_000, 15_000, 500),
        "支付违法解除劳动合同的赔偿金",
        "单位以违反制度为由辞退，本人不服。",
    ),
    Topic(
        CATEGORIES[4],
        "工伤待遇",
        range(5_000, 20_000, 500),
        "支付工伤医疗费和停工留薪期工资",
        "操作时手部受伤，医疗费由本人垫付。",
    ),
    Topic(
        CATEGORIES[0],
        "其他",
        range(1),
        "确认双方存在劳动关系",
        "由他人介绍到单位工作，单位否认劳动关系。",
    ),
    Topic(
        CATEGORIES[2],
        "其他",
        range(1_000, 3_000, 100),
        "办理工作交接，返还工具押金",
        "员工离职后未办理交接，单位请求工会协助。",
        by_unit=True,
    ),
    Topic(
        CATEGORIES[4],
        "拖欠工资",
        range(18_000, 36_000, 600),
        "支付一个月工资",
        "工程款未到账，班组十二人工资未发。",
        people=12,
    ),
)
_A, _S, _F, _W = Outcome.AGREED, Outcome.SETTLED, Outcome.FAILED, Outcome.WITHDRAWN
_U, _R, _E = Outcome.UNWILLING, Outcome.ARBITRATION, Outcome.ELSEWHERE
OUTCOMES_2010 = (_S, _F, _W, _A, _F, _R, _S, _F, _W, _U, _A, _F, _S, _W, _R, _F)
OUTCOMES_2011 = (_F, _S, _A, _W, _F, _U, _S, _R, _F, _A, _W, _S, _E, _A, _F, _R, _W, _S, _U, _F)
"""Of the twenty accepted from April 2011 on three were mediated with success; all are closed."""
NOTES = {
    _F: "双方对金额分歧较大，已告知可申请仲裁",
    _U: "一方表示不愿调解，已告知另一方",
    _R: "申请人已向区劳动人事争议仲裁委员会申请仲裁",
    _E: "涉及未参保，移送街道劳动保障监察协管站",
    _W: "双方自行协商解决，申请人撤回申请",
}

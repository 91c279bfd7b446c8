"""Invented sentences as other offices write them: what each of their numbers is, by its surroundings."""

from __future__ import annotations

import pytest

from app.learning.learned import learn

pytestmark = pytest.mark.usefixtures("office")

NOTHING = ""
ENUMERATED = (
    ("签订区域性工资集体合同12份，签订行业性工资集体合同7份。", ("签订合同·工资专项集体合同",) * 2),
    (
        "共签订集体合同36份，其中工资专项集体合同21份、女职工专项集体合同15份。",
        ("签订合同", "签订合同·工资专项集体合同", "签订合同·女职工权益保护专项集体合同"),
    ),
    ("评选出“服务之星”6人、“岗位能手”9人。", ("获荣誉个人", "获荣誉个人")),
    ("3个单位荣获市级奖状，5个单位荣获区级先锋号。", ("获荣誉单位", "获荣誉单位")),
    ("在档困难职工41户96人。", ("在档困难职工", "在档困难人口")),
    (
        "共有基层工会17个，其中机关事业单位工会12个、社区工会5个。",
        ("基层工会", "基层工会所有制·机关事业", "基层工会·社区工会"),
    ),
    ("走访慰问困难企业3家、困难职工36户。", ("慰问企业", "困难慰问人次")),
    ("举办拔河、棋牌等文体活动9场。", ("开展活动",)),
    ("看望住院会员8人和慰问困难职工21户。", ("会员慰问·生病住院", "困难慰问人次")),
    ("为58名困难职工提供了生活救助、医疗救助等帮扶。", ("帮扶人数",)),
)
VERBS = (
    ("捐助衣物26件，现金3150元。", ("实物捐赠", "募得善款")),
    ("新建工会9个、覆盖企业47家。", ("新建工会", "联合工会涵盖单位")),
    ("先后投入8.4万元，为困难职工提供生活救助、医疗救助。", ("帮扶资金",)),
    (
        "医疗救助14人，发放资金3.6万元。",
        ("帮扶人数·医疗救助", "帮扶资金"),
    ),
    ("筹措资金3万元，为户外劳动者送清凉。", ("送清凉支出",)),
    ("指导37个基层工会规范建设。", (NOTHING,)),
    ("慰问了18家困难职工家庭。", ("困难慰问人次",)),
    ("工会干部一起为职工讲解了政策。", ()),
    ("新建工会小组9个。", (NOTHING,)),
    ("工会驿站新建4个。", (NOTHING,)),
    ("17名货车司机加入工会。", ("发展新就业形态会员·货车司机",)),
    ("“三八”节为260名女职工发放节日慰问品。", ("会员慰问·节日",)),
    ("为4名患病会员送去药品。", (NOTHING,)),
)
WORDS = (
    ("参加社区志愿者服务12次。", ("志愿服务活动",)),
    ("参加招聘的企业63家。", ("进场用工单位",)),
    ("320人与企业达成意向性就业协议。", ("达成就业意向",)),
    ("收到职工代表提案44件。", ("征求意见",)),
    ("义卖所得2860元。", ("募得善款",)),
    ("为会员庆生75人次。", ("会员慰问·生日",)),
    ("组织女职工健康体检130人次。", ("普惠受益·健康体检",)),
    ("组织职工疗休养24人次。", ("普惠受益·疗休养",)),
    ("区总工会下拨工会经费5.6万元。", ("经费收入·上级补助",)),
    ("建立了6项工作制度。", ("出台制度",)),
    ("建立劳动争议调解委员会28个。", ("调解组织·调解委员会",)),
    ("开展技能比武7场次。", ("开展活动",)),
    ("编发工会信息64期。", ("报送信息",)),
    ("受理来信来访52件。", ("来访接待",)),
    ("已有单建工会33家。", ("单独基层工会",)),
    ("开展篮球友谊赛4场。", ("开展活动",)),
    ("建有女工委员会14个。", ("基层女职工组织",)),
    ("邀请41家企业入场。", ("进场用工单位",)),
    ("安排下岗职工39名。", ("实现就业",)),
    ("参与法律援助案件（法律咨询、代写法律文书、协商调解）46件。", ("受理争议",)),
    ("接待来电咨询19件。", ("来访接待",)),
)


def _first(sentence: str) -> tuple[str, ...]:
    numbers = learn(sentence, 2022).numbers
    return tuple(one.proposals[0].label if one.proposals else NOTHING for one in numbers)


@pytest.mark.parametrize(("sentence", "figures"), ENUMERATED)
def test_numbers_in_a_row_are_each_its_own(sentence: str, figures: tuple[str, ...]) -> None:
    assert _first(sentence) == figures


@pytest.mark.parametrize(("sentence", "figures"), VERBS)
def test_a_number_is_what_its_verb_says(sentence: str, figures: tuple[str, ...]) -> None:
    assert _first(sentence) == figures


@pytest.mark.parametrize(("sentence", "figures"), WORDS)
def test_what_reports_call_otherwise_is_known(sentence: str, figures: tuple[str, ...]) -> None:
    assert _first(sentence) == figures

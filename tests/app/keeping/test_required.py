"""What the tables of the domain file mark R, and no default fills in, is asked for."""

from __future__ import annotations

import pytest

from app.fields.problems import Block
from app.keeping import deriving, judging, keeping
from app.office import Office
from app.registry import find_register

REQUIRED = {
    # 1.3
    "members": "姓名 性别 出生日期 证件号码 工作单位 手机号码",
    "members.events": "会员 事件",
    "members.dues": "会员 所属年月 应缴 实缴",
    # 2.3 to 2.5
    "unions.enterprises": "单位名称 所有制类型 是否非公企业 联系人 职工人数",
    "unions": "工会名称 工会类型 所有制(年报口径) 上级工会 成立日期 本届起始日期 会员数",
    "unions.committee": "工会 姓名 性别 职务 任职日期",
    "unions.surveys": "排摸名称 排摸日期",
    "unions.survey_items": "排摸 单位名称 所有制类型 职工人数 有无工会 是否筹备组建中",
    # 3.6 to 3.8
    "hardship": "困难类别 姓名 性别 出生日期 身份证号 婚姻状况 住房类型 工作单位 本人月平均收入 "
    "主要致困原因 建档人",
    "hardship.family": "档案 姓名 关系 身份证号 人员身份",
    "hardship.batches": "批次名称 年度",
    "hardship.payments": "发放批次 姓名 身份证号 金额",
    "hardship.drives": "主题 组织单位 募捐日期 用途",
    # 4.3
    "disputes": "争议类别 争议细类 申请请求 事实与理由 调解员",
    # 5.3
    "activities": "活动名称 类别 开始日期 结束日期",
    "activities.awards": "活动 名次",
    # 6.3
    "contracts": "合同种类 层级 签约主体类型 签约单位(企业方) 职工方(工会) 企业首席代表 职工首席代表 "
    "企业方代表人数 职工方代表人数 期限起 期限止 覆盖企业数 覆盖职工数 其中女职工",
    "unions.open_affairs": "单位 年度",
    # 7.2
    "employment": "招聘会名称 举办日期",
    "employment.intentions": "姓名 手机号码 求职岗位",
    # 8.2
    "insurance.products": "产品名称 年度 类别 对象 保费 保障起 保障止",
    "insurance": "产品 姓名 身份证号 性别 保费 期限起 期限止",
    "insurance.claims": "参保记录",
    # 9
    "publications.returns": "统计年度 所有制 基层工会 组织类型",
    "publications.subscriptions": "年度 报刊 份数",
    "publications.bulletins": "标题 撰稿人",
    "publications.interns": "姓名 学校 见习结束 带教人",
    "publications.club": "名称 类别",
    "publications.lendings": "物品 借用人",
}


@pytest.mark.parametrize("key", REQUIRED)
def test_a_record_without_what_is_required_is_not_kept(office: Office, key: str) -> None:
    register = find_register(key)
    record = keeping.new(register)
    deriving.compute_derived(record)
    asked = {one.field.label for one in judging.problems(register, record) if isinstance(one, Block)}
    assert set(REQUIRED[key].split()) <= asked

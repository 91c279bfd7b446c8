"""The words with which offices head their columns, each meaning one field of a register."""

from __future__ import annotations

from collections import Counter

import pytest

from app.exchange.heading import normalized
from app.exchange.proposing import propose
from app.exchange.sheet import Sheet
from app.exchange.targets import targets
from app.register import Register
from app.registry import find_register
from tests.helpers.every_register import every_register


@every_register
def test_no_heading_means_two_fields_of_a_record(register: Register) -> None:
    own = (target for target in targets(register) if target.is_own)
    names = Counter(name for target in own for name in {*map(normalized, target.names)})
    assert [name for name, many in names.items() if many > 1] == []


@pytest.mark.parametrize(
    ("key", "headings"),
    [
        ("members", {"职工姓名": "name", "移动电话": "mobile", "用人单位": "employer"}),
        ("members", {"新就业群体": "new_work", "平台企业": "platform", "入会途径": "join_mode"}),
        (
            "disputes.supervision",
            {
                "文书类型": "kind",
                "用人单位": "unit_name",
                "整改期限": "stated_due",
                "整改时间": "rectified_on",
            },
        ),
        ("members.care", {"会员姓名": "recipient", "慰问类型": "occasion", "慰问品名称": "goods"}),
        ("members.benefits", {"服务项目": "title", "惠及职工": "people", "合作商户": "partner"}),
        ("office.nominations", {"姓名": "recipient", "荣誉称号": "title", "先进事迹": "deeds"}),
        ("office.training", {"培训班名称": "title", "培训时间": "began_on", "课时": "hours"}),
        ("activities.volunteering", {"姓名": "name", "活动名称": "title", "服务时数": "hours"}),
        ("members.dues", {"缴费月份": "month", "实缴金额": "paid", "交费日期": "paid_on"}),
        ("office.goals", {"项目": "title", "目标": "target", "完成": "stated"}),
        ("office.honours", {"获奖单位": "recipient", "奖项名称": "title", "表彰时间": "granted_on"}),
        ("office.visits", {"来访人": "name", "诉求内容": "matter", "答复时间": "closed_on"}),
        (
            "office.company_visits",
            {"走访单位": "unit_name", "了解情况": "situation", "解决情况": "follow_up"},
        ),
        ("office.cash", {"摘要": "summary", "经手人": "handled_by"}),
        ("employment.intentions", {"应聘单位": "recommended_to", "上岗时间": "hired_on"}),
        ("publications.interns", {"见习开始时间": "first_day", "见习结束日期": "last_day"}),
        ("contracts", {"有效期": "start_on", "登记号": "receipt_no", "职代会通过日期": "congress_on"}),
        ("unions", {"工会全称": "name", "组建日期": "founded_on", "社会信用代码": "uscc"}),
        ("unions.enterprises", {"公司名称": "name", "法人代表": "legal_rep", "员工人数": "employee_count"}),
        ("hardship", {"致贫原因": "main_cause", "户口性质": "household_type", "建档时间": "opened_on"}),
        ("hardship.payments", {"受助人": "name", "慰问金额": "amount", "发放时间": "paid_on"}),
        ("disputes", {"纠纷类别": "category", "案情简介": "facts", "办结日期": "closed_on"}),
        ("contracts", {"合同类别": "kind", "到期时间": "end_on", "公司名称": "employer"}),
        (
            "insurance",
            {"险种": "product", "被保险人": "name", "起始日期": "cover_from", "终止日期": "cover_to"},
        ),
        ("insurance.claims", {"病种": "diagnosis", "总费用": "total_cost", "理赔金额": "granted"}),
        ("activities", {"活动时间": "starts_on", "活动地点": "place", "活动类型": "kind"}),
        ("office.visits", {"来访时间": "visited_on", "反映事项": "matter", "处理意见": "result"}),
        ("office.seal", {"用印内容": "document", "盖章时间": "used_on"}),
        ("office.rules", {"制度名称": "title", "制定时间": "issued_on"}),
        ("unions", {"工会名称": "name", "其中女会员": "female_member_count", "成立时间": "founded_on"}),
        ("hardship", {"户主": "name", "住房": "housing", "退档时间": "closed_on"}),
        ("insurance", {"姓名": "name", "参保险种": "product"}),
        ("unions.enterprises", {"单位名称": "name", "手机号": "contact_mobile", "是否非公": "is_non_public"}),
        ("activities.participants", {"姓名": "name", "是否签到": "signed_in", "移动电话": "mobile"}),
        ("members.events", {"会员": "member", "转往单位": "other_union"}),
        (
            "hardship.family",
            {"户主姓名": "file.name", "户主身份证号": "file.id_number", "家庭成员姓名": "name"},
        ),
        (
            "hardship.family",
            {"职业状况": "occupation", "健康": "health", "姓名": "name", "身份证号": "id_number"},
        ),
        ("members.relatives", {"会员姓名": "member.name", "姓名": "name"}),
        ("office.venues", {"场所名称": "name", "类型": "kind", "管理员": "keeper", "启用时间": "opened_on"}),
        (
            "unions.survey_items",
            {"单位名称": "unit_name", "单位性质": "ownership_kind", "是否筹建": "preparing"},
        ),
        ("members", {"姓名": "name", "民族成份": "ethnicity", "公民身份证号码": "id_number"}),
        (
            "hardship.family",
            {"公民身份号码": "id_number", "婚姻情况": "marital", "医疗保险": "medical_insurance"},
        ),
        ("insurance.claims", {"银行账户": "bank_card", "银行名称": "bank_name", "持卡人": "bank_holder"}),
        ("disputes.parties", {"证件号码": "id_number", "出生年月": "birth_date", "联系方式": "phone"}),
        ("contracts.headcounts", {"用工单位": "employer", "农民工人数": "migrants"}),
        (
            "unions.survey_items",
            {"企业全称": "unit_name", "用工人数": "employee_count", "经济类型": "ownership_kind"},
        ),
        ("employment.employers", {"用人单位": "name", "联络人": "contact_name"}),
        ("office.nominations", {"称号": "title", "获奖时间": "granted_on"}),
        ("activities.budget", {"价格": "unit_price", "凭证编号": "voucher_no"}),
        ("office.visits", {"来访者": "name", "公司名称": "unit", "来访形式": "mode"}),
        ("publications.lendings", {"借阅者": "borrower", "书名": "item", "借阅时间": "lent_on"}),
        ("employment.employers", {"公司": "name", "展位编号": "stand_no"}),
        ("contracts.headcounts", {"用人单位": "employer", "未签合同": "unsigned"}),
        ("unions", {"工会全称": "name", "所属单位": "enterprise", "建会时间": "founded_on"}),
        ("unions.enterprises", {"企业全称": "name", "建会与否": "union_status", "其中女工": "female_count"}),
        ("disputes", {"案号": "case_no", "结果": "outcome", "申请形式": "apply_mode"}),
        ("office.seal", {"用印文件": "document", "审批人员": "approved_by"}),
        ("hardship.family", {"户主姓名": "file.name", "公民身份号码": "id_number", "婚否": "marital"}),
    ],
)
def test_a_column_is_known_by_what_offices_call_it(key: str, headings: dict[str, str]) -> None:
    register = find_register(key)
    chosen = propose(register, Sheet("a", [list(headings)])).chosen
    assert {name: chosen[at].key for at, name in enumerate(headings) if at in chosen} == headings


@pytest.mark.parametrize(
    ("key", "naming", "heading", "first"),
    [
        ("contracts", "签约单位", "合同起止日期", "start_on"),
        ("contracts", "签约单位", "起讫时间", "start_on"),
        ("insurance.claims", "参保编号", "住院起止时间", "admitted_on"),
        ("publications.interns", "姓名", "见习起止时间", "first_day"),
        ("office.nominations", "荣誉名称", "公示起止日期", "notice_from"),
    ],
)
def test_a_column_of_two_days_is_that_of_the_first(key: str, naming: str, heading: str, first: str) -> None:
    chosen = propose(find_register(key), Sheet("a", [[naming, heading, "备注"]])).chosen
    assert chosen[1].key == first


def test_two_days_of_several_spans_are_asked_for() -> None:
    """Of a nomination the talks and the notice on the wall both last some days."""
    chosen = propose(find_register("office.nominations"), Sheet("a", [["荣誉名称", "起止日期"]])).chosen
    assert list(chosen) == [0]


def test_a_day_may_be_called_a_time_unless_another_field_is_called_so() -> None:
    """制定日期 is known; 制定时间 means it, too. 开始时间 of a meeting is the hour."""
    meeting = propose(find_register("office"), Sheet("a", [["会议名称", "会议日期", "开始时间"]])).chosen
    assert [one.key for one in meeting.values()] == ["name", "held_on", "starts_at"]

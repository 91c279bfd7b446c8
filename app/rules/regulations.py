"""What laws and regulations say that stands behind a field or a refusal, with the place where it is said.

Only what a clerk may have to show somebody is here, in the words of the source as far as one sentence
allows. Local standards (limits, lines, days) are no part of it: they are settings that name their own source.
"""

from __future__ import annotations

from typing import NamedTuple


class Regulation(NamedTuple):
    """What a source says, in one sentence, and the source with its article where that is sure."""

    says: str
    source: str

    def __str__(self) -> str:
        return f"{self.says}（{self.source}）"


# Members
MEMBERSHIP_FROM_APPROVAL = Regulation("会籍自基层工会批准入会之日起算", "《工会会员会籍管理办法》")
LEAVING = Regulation(
    "没有正当理由连续六个月不交会费、不参加工会组织生活，经教育拒不改正的，视为自动退会", "《中国工会章程》"
)
TRANSFER = Regulation("会员组织关系随劳动（工作）关系变动，凭会员证明接转", "《中国工会章程》")
DUES = Regulation("会员每月按工资收入的 0.5% 交会费", "《关于收交工会会费的通知》")
ONE_NUMBER = Regulation("公民身份号码由十七位本体码和一位校验码组成，一人一号", "GB 11643—1999")
CREDIT_CODE = Regulation("统一社会信用代码十八位，末位是校验码", "GB 32100—2015")
NAMES = Regulation("少数民族姓名中的间隔点用“·”，姓名一栏至少能写五十个字符", "民委发〔2016〕33号")

MEMBER_GIFTS = Regulation(
    "会员过节、生日、结婚生育、生病住院、退休离岗和去世，工会可以慰问", "《基层工会经费收支管理办法》第八条"
)
GIFTS_IN_KIND = Regulation(
    "节日慰问品原则上为符合传统节日习惯的用品和职工必需的生活用品", "《基层工会经费收支管理办法》第八条"
)

# Unions
UNION_25 = Regulation("有会员二十五人以上的，应当建立基层工会委员会", "《工会法》第十一条")
WOMEN = Regulation("女会员人数较多的，可以建立女职工委员会", "《工会法》第十一条")
LEGAL_PERSON = Regulation("基层工会具备法人条件的，依法取得社会团体法人资格", "《工会法》第十五条")
TERM = Regulation("基层工会委员会每届任期三年或者五年", "《工会法》第十六条")
AUDIT = Regulation("工会应当建立预算、决算和经费审查监督制度", "《工会法》第四十五条")
ELECTION = Regulation("会员大会或会员代表大会有三分之二以上到会，方可选举", "《工会基层组织选举工作条例》")
OPEN_AFFAIRS = Regulation(
    "职工代表大会是职工行使民主管理权力的机构，是企业民主管理的基本形式", "《企业民主管理规定》"
)
CONGRESS = Regulation(
    "职工代表大会每年至少召开一次，有三分之二以上的职工代表出席方可开会", "《企业民主管理规定》"
)
STATISTICS_YEAR = Regulation("工会统计年度从上年10月1日到本年9月30日", "工会统计调查制度")

# Hardship and aid
ONE_FILE = Regulation("困难职工一户一档，一户有几名困难职工的不重复建档", "《困难职工档案管理办法》")
HARDSHIP = Regulation(
    "家庭人均净收入在低保标准以内的为深度困难，在规定倍数以内的为相对困难", "本地困难职工认定办法"
)
NET_INCOME = Regulation(
    "月人均净收入为家庭全年收入减去必要的刚性支出，除以家庭人口和十二个月", "本地困难职工认定办法"
)
MIGRANT_CONTRACT = Regulation("农民工建档，应与用人单位有一年以上劳动关系", "本地困难职工认定办法")
OPEN_FILE = Regulation("困难职工档案动态管理，随时脱困随时撤档", "《困难职工档案管理办法》")
YEARLY_REVIEW = Regulation("困难职工档案每年至少全面清理核查一次", "《困难职工档案管理办法》")
KEEP_TEN_YEARS = Regulation("撤档的困难职工原始档案自撤档之日起保存十年", "《困难职工档案管理办法》")
NOTICE = Regulation("建档和帮扶的人员应当在所在单位或社区公示", "《困难职工档案管理办法》")
REAL_NAME = Regulation("送温暖资金实名发放，一般通过银行卡支付", "《工会送温暖资金使用管理办法》")
FUND_USE = Regulation("帮扶资金专款专用，按来源分别核算", "《工会送温暖资金使用管理办法》")
DONATION_USE = Regulation("捐赠财产的使用应当尊重捐赠人的意愿，不得挪作他用", "《公益事业捐赠法》第五条")
DONATION_RECEIPT = Regulation(
    "受赠人接受捐赠后，应当出具合法有效的收据，将受赠财产登记造册", "《公益事业捐赠法》第十六条"
)

# Personal information
MINIMAL = Regulation("收集个人信息，限于实现处理目的的最小范围", "《个人信息保护法》第六条")
PUBLISHING = Regulation("不得公开处理的个人信息，取得个人单独同意的除外", "《个人信息保护法》第二十五条")
SENSITIVE = Regulation(
    "医疗健康等敏感个人信息，有特定的目的和充分的必要性方可处理", "《个人信息保护法》第二十八条"
)

PURPOSE = Regulation("处理个人信息应当具有明确、合理的目的", "《个人信息保护法》第六条")
SEPARATE_CONSENT = Regulation("处理敏感个人信息应当取得个人的单独同意", "《个人信息保护法》第二十九条")
SHORTEST = Regulation(
    "个人信息的保存期限应当为实现处理目的所必要的最短时间，法律另有规定的除外", "《个人信息保护法》第十九条"
)

# Disputes
DISPUTE_KINDS = Regulation("六类劳动争议适用调解仲裁法", "《劳动争议调解仲裁法》第二条")
REPRESENTATIVES = Regulation(
    "劳动者一方在十人以上并有共同请求的，可以推举代表参加调解", "《劳动争议调解仲裁法》第七条"
)
MEDIATION_BODIES = Regulation(
    "企业调解委员会、基层人民调解组织和乡镇街道调解组织可以调解劳动争议", "《劳动争议调解仲裁法》第十条"
)
ORAL_APPLICATION = Regulation(
    "申请调解可以书面，也可以口头，口头的当场记录", "《劳动争议调解仲裁法》第十二条"
)
ACCEPTING = Regulation("收到调解申请后三个工作日内受理，或者说明不受理的理由", "《企业劳动争议协商调解规定》")
ARBITRATION_OPEN = Regulation(
    "收到调解申请之日起十五日内未达成调解协议的，当事人可以申请仲裁", "《劳动争议调解仲裁法》第十四条"
)
AGREEMENT = Regulation(
    "调解协议书由双方签名或盖章，经调解员签名并加盖调解组织印章后生效", "《劳动争议调解仲裁法》第十四条"
)
MEDIATION_LIMIT = Regulation(
    "调解自受理之日起十五日内结束，双方同意的可以延期", "《企业劳动争议协商调解规定》"
)
LIMITATION = Regulation(
    "申请仲裁的时效为一年，从知道或应当知道权利被侵害之日起算", "《劳动争议调解仲裁法》第二十七条"
)
FOLLOWING = Regulation("调解委员会应当对调解协议的履行情况进行监督", "《人民调解法》第三十一条")
CONFIRMATION = Regulation(
    "双方可以自调解协议生效之日起三十日内共同向人民法院申请司法确认", "《人民调解法》第三十三条"
)

UNION_SUPERVISION = Regulation(
    "用人单位违反劳动法律法规的，工会可以提出监督意见，拒不改正的提请有关部门处理", "《工会劳动法律监督办法》"
)

# Contracts
CONTRACT_KINDS = Regulation(
    "可以订立劳动安全卫生、女职工权益保护、工资调整机制等专项集体合同", "《劳动合同法》第五十二条"
)
AREA_CONTRACTS = Regulation(
    "县级以下区域内可以订立行业性集体合同，或者区域性集体合同", "《劳动合同法》第五十三条"
)
NEGOTIATORS = Regulation(
    "集体协商双方代表人数对等，每方至少三人，各确定一名首席代表", "《集体合同规定》第十九条"
)
DRAFT_AGREED = Regulation(
    "职工代表或职工有三分之二以上出席，全体的半数以上同意，草案方获通过", "《集体合同规定》第三十六条"
)
CONTRACT_TERM = Regulation(
    "集体合同期限一般为一至三年，期满前三个月内可以要求重新签订或续订", "《集体合同规定》第三十八条"
)
FILING = Regulation(
    "集体合同签订之日起十日内，文本一式三份报送劳动保障行政部门审查", "《集体合同规定》第四十二条"
)
EFFECT = Regulation(
    "劳动保障行政部门自收到文本之日起十五日内未提出异议的，集体合同即行生效", "《集体合同规定》第四十七条"
)
LABOUR_CONTRACT = Regulation("建立劳动关系，应当订立书面劳动合同", "《劳动合同法》第十条")

# Services and money
JOB_FAIR_PAPERS = Regulation(
    "用人单位参加招聘会，应当出示营业执照副本、招聘简章和经办人身份证件", "《人力资源市场暂行条例》"
)
FAIR_HIRING = Regulation(
    "除国家规定不适合妇女的岗位外，不得以性别为由拒绝录用妇女", "《就业促进法》第二十七条"
)
ONE_SHARE = Regulation("每人每期只能参保一份，中途不退保", "本地互助保障办法")
EXPENSES = Regulation("基层工会经费的支出范围和标准从其规定", "《基层工会经费收支管理办法》")

"""The seed's numbers of its parts one and two: the union, contracts, jobs, disputes, aid, insurance."""

from __future__ import annotations

from tests.app.summary.said import ALIVE, Phrase
from tests.helpers.figures import IN

OWN = "(SELECT id FROM grassroots_union WHERE is_own)"
SEATS = f"FROM committee_member WHERE {ALIVE} AND left_on IS NULL AND union_id = {OWN}"
JOINED = f"""FROM member WHERE {ALIVE} AND id IN (SELECT member_id FROM membership_event
    WHERE kind = '入会' AND happened_on BETWEEN '2011-01-01' AND '2011-06-30')"""
FOUNDED = f"""FROM grassroots_union WHERE {ALIVE} AND NOT is_own
    AND founded_on BETWEEN '2011-01-01' AND '2011-06-30'"""


def _in_force(kind: str, day: str = "2011-12-31") -> str:
    return f"""FROM collective_contract AS c WHERE c.{ALIVE} AND kind = '{kind}'
        AND effective_on <= '{day}' AND start_on <= '{day}' AND end_on >= '{day}'
        AND (ended_on IS NULL OR ended_on > '{day}')"""


def _covered(value: str, day: str = "2011-12-31") -> str:
    return f"""SELECT {value} FROM contract_coverage WHERE {ALIVE}
        AND contract_id IN (SELECT id {_in_force("集体合同", day)})"""


def _grown(value: str) -> str:
    before = f"(SELECT ({_covered(value, '2010-12-31')}) AS before)"
    return f"SELECT 100.0 * (({_covered(value)}) - before) / before FROM {before}"


COUNTED = f"FROM labor_contract_count WHERE {ALIVE} AND counted_on {IN}"
OPEN = f"FROM open_affairs WHERE {ALIVE} AND year = 2011"
FAIRS = f"FROM job_fair WHERE {ALIVE} AND held_on {IN}"
NOTICES = f"FROM job_notice WHERE {ALIVE} AND posted_on {IN}"
ACCEPTED = f"FROM dispute_case WHERE {ALIVE} AND accepted_on BETWEEN '2011-04-01' AND '2011-12-31'"
VISITS = f"""FROM aid_payment WHERE {ALIVE} AND status = '已发放' AND aid_kind = '送温暖慰问'
    AND paid_on {IN}"""
M11 = "BETWEEN '2011-01-01' AND '2011-11-30'"
GRANTED = f"FROM mutual_claim WHERE {ALIVE} AND status = '已给付' AND granted_on {M11}"
SINGLES = f"FROM mutual_enrolment WHERE {ALIVE} AND mode = '散户' AND status <> '退保' AND paid_on {IN}"
RIGHTS = (
    Phrase("F002", "工会委员会由{}人组成", (f"SELECT COUNT(DISTINCT name) {SEATS}",), ("6",)),
    Phrase(
        "F003", "现有会员{}人", (f"SELECT COUNT(*) FROM member WHERE {ALIVE} AND status = '在册'",), ("50",)
    ),
    Phrase("F004", "{}年工作总结", ("SELECT 2011",), ("2011",)),
    Phrase(
        "F005", "由社区书记任工会主席", (f"SELECT COUNT(*) {SEATS} AND party_post = '社区书记'",), (), (1,)
    ),
    Phrase(
        "F006",
        "经审委员{}名、女工委员{}名",
        (f"SELECT COUNT(*) {SEATS} AND post = '经审委员'", f"SELECT COUNT(*) {SEATS} AND post = '女工委员'"),
        ("1", "1"),
    ),
    Phrase("F007", "明确{}名副主任主管", (f"SELECT COUNT(*) {SEATS} AND duty LIKE '%主管%'",), ("1",)),
    Phrase(
        "F008", "场所{}处到位", (f"SELECT COUNT(*) FROM venue WHERE {ALIVE} AND status = '在用'",), ("3",)
    ),
    Phrase(
        "F009, F011",
        "上半年共发展会员{}名，其中农民工会员{}名",
        (f"SELECT COUNT(*) {JOINED}", f"SELECT SUM(is_migrant_worker) {JOINED}"),
        ("23", "17"),
    ),
    Phrase("F010", "新成立广达汽车修配有限责任公司工会委员会", (f"SELECT COUNT(*) {FOUNDED}",), (), (1,)),
    Phrase(
        "F012", "乒乓球案、象棋、跳棋、图书等{}类", ("SELECT COUNT(DISTINCT name) FROM club_item",), ("4",)
    ),
    Phrase(
        "F013–F015",
        "签约单位达到{}个，其中{}家小区工会、{}家独立工会",
        (
            f"SELECT COUNT(DISTINCT employer) {_in_force('集体合同')}",
            f"SELECT COUNT(DISTINCT employer) {_in_force('集体合同')} AND signer_type = '小区工会'",
            f"SELECT COUNT(DISTINCT employer) {_in_force('集体合同')} AND signer_type = '独立工会'",
        ),
        ("81", "18", "63"),
    ),
    Phrase(
        "F016, F017",
        "覆盖企业{}家，比上年同期增长{}%",
        (_covered("COUNT(DISTINCT employer)"), _grown("COUNT(DISTINCT employer)")),
        ("686", "10"),
        (686, 9.9),
    ),
    Phrase(
        "F018, F019",
        "覆盖职工{}人，比上年同期增长{}%",
        (_covered("SUM(workers)"), _grown("SUM(workers)")),
        ("10000余", "11"),
        (10230, 11.0),
    ),
    Phrase("F020", "{}家企业签订了工资专项", (f"SELECT COUNT(*) {_in_force('工资专项集体合同')}",), ("23",)),
    Phrase(
        "F021–F023",
        "{}人签订了劳动合同、劳务合同和劳务协议，其中{}人签订劳动合同，{}人签订劳务合同",
        (
            f"SELECT SUM(labor_contracts + service_contracts + service_agreements) {COUNTED}",
            f"SELECT SUM(labor_contracts) {COUNTED}",
            f"SELECT SUM(service_contracts + service_agreements) {COUNTED}",
        ),
        ("9415", "6514", "2901"),
    ),
    Phrase(
        "F024",
        "已有{}家独立工会",
        (
            f"""SELECT COUNT(*) {OPEN} AND established AND enterprise_id IN (SELECT enterprise_id
            FROM grassroots_union WHERE union_type = '独立工会')""",
        ),
        ("60多",),
        (65,),
    ),
    Phrase("F025–F027", "等{}家单位的经验", (f"SELECT COUNT(*) {OPEN} AND is_typical",), ("6",)),
    Phrase(
        "F028–F030",
        "组织{}家用工单位进场，提供{}个岗位，{}名求职人员进场",
        tuple(f"SELECT SUM({told}) {FAIRS}" for told in ("employers_came", "openings", "seekers")),
        ("近150", "1000多", "2000多"),
        (148, 1023, 2046),
    ),
    Phrase(
        "F031", "发放和张贴通知{}份", (f"SELECT SUM(copies) / COUNT(DISTINCT compound) {NOTICES}",), ("200",)
    ),
    Phrase(
        "F032", "百家劳模帮困再就业、农民工就业援助周", (f"SELECT COUNT(DISTINCT name) {NOTICES}",), (), (2,)
    ),
    Phrase("F034", "建有调解组织{}个", (f"SELECT COUNT(*) FROM mediation_body WHERE {ALIVE}",), ("2",)),
    Phrase(
        "F035–F037",
        "从4月份开始至今，共受理劳动争议{}起，调解成功{}起，办结率{}%",
        (
            f"SELECT COUNT(*) {ACCEPTED}",
            f"SELECT COUNT(*) {ACCEPTED} AND outcome LIKE '调解成功%'",
            f"SELECT 100.0 * COUNT(closed_on) / COUNT(*) {ACCEPTED}",
        ),
        ("20", "3", "100"),
    ),
    Phrase(
        "F038, F039",
        "其中{}家企业的{}位特别困难的职工",
        (f"SELECT COUNT(DISTINCT employer) {VISITS}", f"SELECT COUNT(DISTINCT id_number) {VISITS}"),
        ("17", "47"),
    ),
    Phrase("F040", "春节、国庆等节日", (f"SELECT COUNT(DISTINCT occasion) {VISITS}",), (), (2,)),
    Phrase("F041", "发放帮困金{}元", (f"SELECT SUM(amount) / 100.0 {VISITS}",), ("23800",)),
    Phrase(
        "F043",
        "共募得善款{}元",
        (f"SELECT SUM(amount) / 100.0 FROM donation WHERE {ALIVE} AND donated_on {IN}",),
        ("7519",),
    ),
    Phrase(
        "F044",
        "接待工会互助医疗保障咨询{}人次",
        (f"SELECT SUM(persons) FROM mutual_consultation WHERE {ALIVE} AND asked_on {M11}",),
        ("近3500",),
        (3468,),
    ),
    Phrase(
        "F045, F046",
        "为{}人次办理了住院和大病医疗给付，给付总金额{}元",
        (f"SELECT COUNT(*) {GRANTED}", f"SELECT SUM(granted) / 100.0 {GRANTED}"),
        ("2766", "2109659.70"),
    ),
    Phrase(
        "F048, F049",
        "散户共{}人次办理互助保障参保，参保总金额{}元",
        (f"SELECT COUNT(*) {SINGLES}", f"SELECT SUM(premium) / 100.0 {SINGLES}"),
        ("1805", "109122"),
    ),
)

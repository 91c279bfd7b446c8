"""Labour disputes (劳动争议): the case, its parties, sessions, agreements, follow-ups (domain 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from peewee import SQL, ColumnBase, fn

from app.fields import (
    Age,
    CaseNumberField,
    ChoiceField,
    CountField,
    DateField,
    Derived,
    DiffersReasonField,
    FlagField,
    MoneyField,
    NotesField,
    PartyNameField,
    PersonalPhoneField,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
)
from app.fields.declared import When
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.naming import NamedLink
from app.records.terms import ETHNICITIES, ETHNICITY_SHORT, RETENTION_SHORT, RETENTIONS, Sex
from app.rules import regulations
from app.rules.case_numbers import next_number
from app.rules.dates import write_date
from app.subjects.disputes.mediation import records as terms
from app.subjects.disputes.mediation.records import (
    CaseStatus,
    MediationBody,
    Mediator,
    Outcome,
    PartyKind,
    Performance,
    Role,
)
from app.subjects.unions.enterprises.records import Enterprise

ARBITRATION_DAYS = 15  # from the receipt of the application: 劳动争议调解仲裁法, article 14
LIMIT_DAYS = 15  # from the acceptance, the body's own limit: 企业劳动争议协商调解规定
COLLECTIVE_FROM = 10  # the same law, article 7: so many may name representatives
TELL_AHEAD = timedelta(days=7)  # so long before they come, days of a case are called to mind
MEETING = "调解"
TELLING = "告知权利义务"
INQUIRY, SERVING = "调查", "送达"
OPEN = (CaseStatus.ACCEPTED.value, CaseStatus.MEDIATING.value)
CLOSED = (CaseStatus.CLOSED.value, CaseStatus.FOLLOWED.value, CaseStatus.ARCHIVED.value)


def closed_by(day: date) -> InWords:
    """Return the condition for the cases that were closed by a day; what is closed later was open then."""
    closed = DisputeCase.closed_on.is_null() | (DisputeCase.closed_on <= day)
    return InWords(DisputeCase.status.in_(CLOSED) & closed, f"截至{write_date(day)}已结案")


def was_closed(case: DisputeCase, day: date) -> bool:
    """Tell whether a case was closed by a day: what `closed_by` selects."""
    return case.status in CLOSED and (case.closed_on is None or case.closed_on <= day)


OfCase = TypeVar(
    "OfCase", "DisputeParty", "DisputeStep", "DisputeAgreement", "DisputeExtension", "DisputeFollowUp"
)
"""The kinds of record that belong to a case."""


def rows_of(model: type[OfCase], case: DisputeCase) -> Query[OfCase]:
    """Select the living rows of a case; none for a case that is not in the file yet."""
    return model.alive().where(model.case == (case.id or 0)).order_by(model.id)


def _named(role: Role) -> Callable[[DisputeCase], str | None]:
    def names(case: DisputeCase) -> str | None:
        parties = rows_of(DisputeParty, case).where(DisputeParty.role == role)
        return "、".join(party.name for party in parties) or None

    return names


def limit_starts(case: DisputeCase) -> date | None:
    """Return the day from which the limit runs: the acceptance, before it the application."""
    day: date | None = case.accepted_on or case.applied_on
    return day


def _due_on(case: DisputeCase) -> date | None:
    starts = limit_starts(case)
    if starts is None:
        return None
    agreed = rows_of(DisputeExtension, case).where(DisputeExtension.both_agree)
    days = agreed.select(fn.COALESCE(fn.SUM(DisputeExtension.days), 0)).order_by().scalar()
    return starts + timedelta(days=LIMIT_DAYS + int(days))


def _arbitration_open_on(case: DisputeCase) -> date | None:
    return case.applied_on + timedelta(days=ARBITRATION_DAYS) if case.applied_on is not None else None


def open_to_arbitration(day: date) -> ColumnBase:
    """Return the SQL for cases without an end whose parties may go to arbitration on a day, or before.

    No extension puts it off: what both consent to is the body's own limit.
    """
    under_way = DisputeCase.status.in_((CaseStatus.REGISTERED.value, *OPEN))
    return under_way & (DisputeCase.arbitration_open_on <= day)


def told_of_arbitration() -> ColumnBase:
    """Return the SQL for cases whose parties were told of their rights since that day came near."""
    soon = fn.DATE(DisputeCase.arbitration_open_on, f"-{TELL_AHEAD.days} days")
    told = DisputeStep.alive().where(
        DisputeStep.case == DisputeCase.id, DisputeStep.kind == TELLING, DisputeStep.held_on >= soon
    )
    exists: ColumnBase = fn.EXISTS(told)
    return exists


def _is_collective(case: DisputeCase) -> bool:
    return (case.people_count or 0) >= COLLECTIVE_FROM


def limit_left(case: DisputeCase, today: date) -> str:
    """Say how many days the limit leaves; nothing for a case that is closed or was refused."""
    if case.due_on is None or case.status not in (CaseStatus.REGISTERED, *OPEN):
        return ""
    left = (case.due_on - today).days
    if left < 0:
        return f"超期 {-left} 天"
    return f"剩 {left} 天" if left else "今天到期"


def _limit(case: DisputeCase) -> str:
    return limit_left(case, date.today())


def _by_limit() -> ColumnBase:
    """Order by the last day; a case that has no limit any more comes after all others."""
    counted = DisputeCase.status.in_((CaseStatus.REGISTERED.value, *OPEN))
    return fn.IIF(counted, DisputeCase.due_on, None)


def arbitration_ends(case: DisputeCase) -> date | None:
    """Return the last day on which arbitration may be applied for: a year from knowing (article 27)."""
    known: date | None = case.known_on
    if known is None:
        return None
    day = 28 if (known.month, known.day) == (2, 29) else known.day
    return known.replace(year=known.year + 1, day=day)


def _arbitration(case: DisputeCase) -> str:
    ends = arbitration_ends(case)
    if ends is None:
        return ""
    excepted = "，在职期间拖欠劳动报酬的不受限制" if case.subcategory == terms.UNPAID_WAGES else ""
    return f"{write_date(ends)}{excepted}"


def _sessions(case: DisputeCase) -> str:
    return str(rows_of(DisputeStep, case).where(DisputeStep.kind == MEETING).count()) if case.id else ""


def next_case_no(case: DisputeCase) -> str:
    """Return the number the case gets on acceptance; numbers in the recycle bin count as used."""
    body = case.body or MediationBody.alive().order_by(MediationBody.id).first()
    word = body.case_word if body is not None else terms.DEFAULT_WORD
    taken = DisputeCase.select(DisputeCase.case_no).where(DisputeCase.case_no.is_null(False))
    return next_number((text for (text,) in taken.tuples()), (limit_starts(case) or date.today()).year, word)


class DisputeCase(Record):
    """A labour dispute, from the application to the archive (domain 4.3)."""

    mediator_id: int | None
    second_mediator_id: int | None

    applied_on = DateField(
        "申请日期",
        default=date.today,
        forgotten=True,
        past=True,
        aliases=("申请时间",),
        about="收到调解申请的日子，口头申请的填来说的那天",
        rule=regulations.ORAL_APPLICATION,
    )
    serial_no = SerialField("编号", "TJ", dated_by=applied_on, unique=True)
    case_no = CaseNumberField(
        "案号",
        null=True,
        longest=40,
        help_text="不填则受理时自动编排",
        aliases=("案件编号", "案件号"),
        about="写在各种文书上的案号，一案一号",
    )
    applicants = TextField(
        "申请人",
        null=True,
        derive=_named(Role.APPLICANT),
        longest=2000,
        aliases=("申请人姓名", "申诉人", "申请方", "劳动者"),
        about="申请调解的一方，取自下面的当事人",
    )
    respondents = TextField(
        "被申请人",
        null=True,
        derive=_named(Role.RESPONDENT),
        longest=2000,
        aliases=("被申请单位", "被申诉人", "被申请方", "用人单位"),
        about="被申请的一方，取自下面的当事人",
    )
    apply_mode = ChoiceField(
        "申请方式",
        terms.APPLY_MODES,
        default="书面",
        about="当事人书面、口头申请，还是别处转来",
        rule=regulations.ORAL_APPLICATION,
    )
    referred_by = TextField(
        "转交单位",
        null=True,
        suggest=True,
        only_then=True,
        required_if=(When(apply_mode, terms.HANDED_ON),),
        about="把案件转来的单位，例如 街道信访办",
    )
    source = ChoiceField(
        "案件来源",
        terms.SOURCES,
        default="当事人申请",
        aliases=("来源",),
        about="这件案子是怎样来的，结案报表按来源统计",
    )
    body = ReferenceField(
        "调解组织",
        MediationBody,
        null=True,
        backref="cases",
        about="哪个调解组织受理，案号和印章随它",
        rule=regulations.MEDIATION_BODIES,
    )
    mediator = ReferenceField(
        "调解员",
        Mediator,
        null=True,
        backref="cases",
        aliases=(
            "承办人",
            "调解人",
            "主办调解员",
        ),
        about="主持这次调解、在协议书上签名的人",
    )
    second_mediator = ReferenceField(
        "协同调解员", Mediator, null=True, backref="assisted", about="协助调解的另一名调解员，没有的不填"
    )
    accepted_on = DateField(
        "受理日期",
        null=True,
        past=True,
        after=(applied_on,),
        aliases=("受理时间",),
        about="决定受理的日子，三个工作日内作出",
        rule=regulations.ACCEPTING,
    )
    refuse_reason = TextField(
        "不予受理原因",
        null=True,
        suggest=True,
        about="为什么不受理，要书面告诉申请人",
        rule=regulations.ACCEPTING,
    )
    people_count = CountField(
        "涉及人数",
        default=1,
        least=1,
        unit="人",
        aliases=(
            "人数",
            "涉案人数",
        ),
        about="这件争议牵涉多少名职工，十人以上算集体争议",
        rule=regulations.REPRESENTATIVES,
    )
    migrant_count = CountField(
        "其中农民工",
        null=True,
        at_most=(people_count,),
        unit="人",
        about="牵涉的职工中农民工有多少人",
    )
    is_collective = FlagField(
        "集体争议",
        derive=_is_collective,
        about="涉及十人以上的自动标为集体争议",
        rule=regulations.REPRESENTATIVES,
    )
    representatives = TextField(
        "推举代表",
        null=True,
        only_then=True,
        wanted_if=(When(is_collective, True),),
        help_text="十人以上可以推举代表，写明姓名",
        about="推举出来参加调解的职工，写姓名，几人用顿号",
        rule=regulations.REPRESENTATIVES,
    )
    category = ChoiceField(
        "争议类别",
        terms.CATEGORIES,
        synonyms=terms.CATEGORY_SYNONYMS,
        aliases=(
            "纠纷类型",
            "争议类型",
            "纠纷类别",
            "案由",
            "案件类别",
        ),
        about="属于法律规定的六类劳动争议中的哪一类",
        rule=regulations.DISPUTE_KINDS,
    )
    subcategory = ChoiceField(
        "争议细类",
        terms.SUBCATEGORIES,
        synonyms=terms.SUBCATEGORY_SYNONYMS,
        aliases=(
            "细类",
            "争议子类",
        ),
        about="争议具体为了什么，例如 拖欠工资",
    )
    claim_amount = MoneyField(
        "争议金额",
        null=True,
        unit="元",
        aliases=("标的额", "涉及金额", "涉案金额", "金额", "争议标的"),
        about="申请人要求的金额合计",
    )
    claims = NotesField(
        "申请请求",
        aliases=("请求事项", "调解请求", "诉求", "申请事项", "争议请求", "仲裁请求"),
        about="申请人要求什么，一条一条写清楚",
    )
    facts = NotesField(
        "事实与理由",
        aliases=("简要情况", "案情", "案情简介", "案件简介", "纠纷简介", "争议事由", "争议事实"),
        about="争议的经过和理由，照申请人说的记",
    )
    known_on = DateField(
        "知道权利被侵害之日",
        null=True,
        past=True,
        help_text="仲裁时效从这一天起算一年",
        about="申请人知道权利受损的日子，拿不准的问清再填",
        rule=regulations.LIMITATION,
    )
    arbitration_until = Derived(
        "仲裁时效到期日",
        _arbitration,
        wide=True,
        about="最迟哪天申请仲裁，由知道权利被侵害之日算出",
        rule=regulations.LIMITATION,
    )
    arbitration_open_on = DateField(
        "可申请仲裁日",
        null=True,
        derive=_arbitration_open_on,
        help_text="申请之日起 15 天，届时未达成协议的，当事人可以申请仲裁，延期不影响",
        about="从这一天起当事人可以申请仲裁",
        rule=regulations.ARBITRATION_OPEN,
    )
    due_on = DateField(
        "到期日",
        null=True,
        derive=_due_on,
        help_text="受理之日起 15 天，加双方同意的延期",
        about="最迟哪天结束调解",
        rule=regulations.MEDIATION_LIMIT,
    )
    limit = Derived("期限", _limit, sort=_by_limit, about="离到期日还有几天，或已经超过几天")
    sessions = Derived("调解次数", _sessions, align="right", about="已经调解了几次，取自调解记录")
    outcome = ChoiceField(
        "结案方式",
        Outcome,
        null=True,
        synonyms=terms.OUTCOME_SYNONYMS,
        aliases=("调解结果", "处理结果", "结案形式", "办理结果"),
        about="调解是怎样结束的，各种结果都算办结",
    )
    closed_on = DateField(
        "结案日期",
        null=True,
        past=True,
        after=(accepted_on,),
        aliases=(
            "结案时间",
            "办结日期",
            "办结时间",
        ),
        about="达成协议或终止调解的日子",
    )
    outcome_note = NotesField(
        "结案说明",
        null=True,
        required_if=(When(outcome, Outcome.ELSEWHERE.value),),
        help_text="转到哪个部门、不成的原因等",
        about="结案的具体情况，卷宗里照印",
    )
    archived_on = DateField(
        "归档日期",
        null=True,
        past=True,
        after=(closed_on,),
        aliases=("归档时间",),
        about="回访做完、材料装订成卷的日子",
    )
    filed_by = TextField("立卷人", null=True, suggest=True, about="装订卷宗并在封底签名的人")
    retention = ChoiceField(
        "保管期限", RETENTIONS, null=True, synonyms=RETENTION_SHORT, about="卷宗要保存多久，印在封面上"
    )
    pages = CountField(
        "卷内页数", null=True, unit="页", aliases=("页数",), about="卷内文件连续编号的最后一页"
    )
    status = ChoiceField("状态", CaseStatus, default=CaseStatus.REGISTERED.value)
    handled_by = TextField("经办人", null=True, suggest=True, about="登记和办理这件案子的本会工作人员")
    remark = NotesField("备注", null=True)

    naming = (applicants, case_no, serial_no)


DisputeCase.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS dispute_case_no_once ON dispute_case (case_no) "
        "WHERE deleted_at IS NULL AND case_no IS NOT NULL"
    )
)


class DisputeParty(Record):
    """One who stands on a side of a case, or is concerned as a third party."""

    case_id: int | None
    enterprise_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="parties")
    role = ChoiceField(
        "地位", Role, aliases=("当事人地位",), about="是申请调解的一方、被申请的一方，还是第三人"
    )
    kind = ChoiceField(
        "类型",
        PartyKind,
        synonyms={"劳动者": "个人", "职工": "个人", "企业": "单位"},
        about="当事人是个人还是单位，单位不填身份证号",
    )
    name = PartyNameField(
        "姓名/名称",
        suggest=True,
        aliases=("姓名", "名称", "单位名称"),
        about="当事人的姓名或单位全称，写在文书上",
    )
    sex = ChoiceField("性别", Sex, null=True, only_if=(When(kind, PartyKind.PERSON),))
    birth_date = DateField("出生日期", null=True, only_if=(When(kind, PartyKind.PERSON),))
    age = Age("年龄", born=birth_date)
    ethnicity = ChoiceField(
        "民族", ETHNICITIES, null=True, synonyms=ETHNICITY_SHORT, only_if=(When(kind, PartyKind.PERSON),)
    )
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        null=True,
        only_if=(When(kind, PartyKind.PERSON),),
        about="个人当事人的号码，文书上核对身份用",
    )
    post = TextField(
        "职务(岗位)",
        null=True,
        only_if=(When(kind, PartyKind.PERSON),),
        suggest=True,
        aliases=("职务", "岗位"),
        about="写岗位，例如 焊工、出纳，劳动关系靠它说明",
    )
    employer = TextField(
        "单位或住址",
        null=True,
        suggest=True,
        units=Enterprise,
        aliases=("单位", "住址", "地址"),
        about="当事人的工作单位，或送达文书的住址",
    )
    phone = PersonalPhoneField("电话", null=True, aliases=("手机号码",), about="通知调解时联系当事人的电话")
    enterprise = NamedLink(
        "企业台账",
        Enterprise,
        by=name,
        only=((kind, PartyKind.UNIT.value),),
        backref="disputes",
        about="单位当事人在企业台账中的那一条，按名称自动对应",
    )
    legal_rep = PersonNameField(
        "法定代表人",
        null=True,
        only_if=(When(kind, PartyKind.UNIT),),
        aliases=("负责人", "法定代表人/负责人"),
        about="照营业执照填，协议书由他或代理人签",
    )
    agent = PersonNameField("委托代理人", null=True, about="受委托参加调解的人，要有授权委托书")
    agent_phone = PersonalPhoneField("代理人电话", null=True, about="联系代理人用，通知书也发给他")
    remark = TextField("备注", null=True)

    naming = (name,)


class DisputeStep(Record):
    """One session, or another step in the handling of a case."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="steps")
    held_on = DateField(
        "日期",
        default=date.today,
        past=True,
        aliases=("调解日期", "调解时间"),
        about="做这件事的日子，不晚于结案",
    )
    kind = ChoiceField(
        "事项",
        (MEETING, TELLING, INQUIRY, SERVING, "协商", "其他"),
        default=MEETING,
        about="这一次是调解、告知、调查还是送达",
    )
    place = TextField("地点", suggest=True, aliases=("调解地点",), about="在哪里调解或调查")
    present = TextField(
        "参加人", longest=200, aliases=("参加人员",), about="到场的有哪些人，调解员和双方都写上"
    )
    record = NotesField(
        "记录", aliases=("调解情况", "调解记录", "内容"), about="谁说了什么、谈到哪一步，笔录上照印"
    )
    recorded_by = TextField("记录人", null=True, suggest=True, about="做记录的人，与调解员分开")


class DisputeExtension(Record):
    """An extension of the limit, to which both sides consent (企业劳动争议协商调解规定)."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="extensions")
    agreed_on = DateField(
        "同意日期",
        default=date.today,
        past=True,
        aliases=("延期日期",),
        about="双方同意延期的日子，要在到期以前",
    )
    days = CountField(
        "延长天数",
        least=1,
        unit="天",
        about="在原来期限上再加几天，到期日随之后移",
        rule=regulations.MEDIATION_LIMIT,
    )
    both_agree = FlagField(
        "双方同意",
        default=False,
        about="双方都同意的选“是”，一方不同意不能延期",
        rule=regulations.MEDIATION_LIMIT,
    )
    reason = TextField("延期原因", aliases=("原因",), about="为什么要延期，例如 等待工伤鉴定")
    remark = TextField("备注", null=True)


class DisputeAgreement(Record):
    """The agreement that closed a case, and its performance."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="agreements")
    signed_on = DateField(
        "签订日期",
        default=date.today,
        past=True,
        aliases=("协议日期", "签订时间"),
        about="双方签字或盖章的日子",
        rule=regulations.AGREEMENT,
    )
    agreement_no = SerialField("协议编号", "XY", dated_by=signed_on, unique=True)
    terms = NotesField(
        "协议内容和履行方式", aliases=("协议内容", "履行方式"), about="双方约定做什么、怎样做，协议书上照印"
    )
    amount = MoneyField(
        "协议金额",
        unit="元",
        help_text="不涉及金额的填 0",
        aliases=("金额", "履行金额"),
        about="协议约定给付多少钱",
    )
    perform_by = DateField("履行期限", after=(signed_on,), about="约定最迟哪天履行完毕")
    both_signed = FlagField(
        "双方已签字盖章",
        default=False,
        about="双方都签字或盖章的选“是”，才有约束力",
        rule=regulations.AGREEMENT,
    )
    body_signed = FlagField(
        "调解员已签名、调解组织已盖章",
        default=False,
        short="调解组织已签章",
        about="调解员签名、调解组织盖章以后选“是”",
        rule=regulations.AGREEMENT,
    )
    performance = ChoiceField(
        "履行情况",
        Performance,
        default=Performance.WAITING.value,
        about="协议履行到什么程度，回访时核实",
        rule=regulations.FOLLOWING,
    )
    performed_on = DateField(
        "履行日期",
        null=True,
        past=True,
        after=(signed_on,),
        aliases=("履行时间",),
        about="钱付清、事做完的日子，以凭证为准",
    )
    performed_amount = MoneyField(
        "已履行金额", null=True, at_most=(amount,), unit="元", about="已经给付了多少钱"
    )
    confirmation = ChoiceField(
        "司法确认/仲裁审查",
        ("未申请", "已申请司法确认", "已司法确认", "已申请仲裁审查", "已仲裁审查", "不予确认"),
        null=True,
        help_text="司法确认由双方在协议生效后 30 天内共同申请",
        aliases=("司法确认",),
        about="有没有请法院确认或请仲裁委员会审查",
        rule=regulations.CONFIRMATION,
    )
    confirmed_on = DateField("确认日期", null=True, about="法院或仲裁委员会作出确认的日子")
    remark = NotesField("备注", null=True)


def agreements_of(case: DisputeCase) -> Query[DisputeAgreement]:
    """Select the agreements of a case, the first signed first."""
    return rows_of(DisputeAgreement, case).order_by(DisputeAgreement.signed_on, DisputeAgreement.id)


class DisputeFollowUp(Record):
    """A visit or call after the agreement: is it performed, and are the parties content (回访)."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="followups")
    visited_on = DateField(
        "回访日期",
        default=date.today,
        past=True,
        aliases=("回访时间",),
        about="去问协议履行情况的日子，达成协议后要有一次",
    )
    mode = ChoiceField(
        "回访方式",
        ("上门", "电话", "来访", "书面", "其他"),
        default="电话",
        aliases=("方式",),
        about="怎样回访的：上门、电话或来访",
    )
    party = TextField("受访当事人", aliases=("受访人", "回访对象"), about="问的是申请人还是被申请人，写姓名")
    satisfaction = ChoiceField(
        "满意度", ("满意", "基本满意", "不满意", "未表态"), about="当事人对调解是否满意，没有说的选未表态"
    )
    findings = NotesField(
        "回访情况",
        null=True,
        help_text="协议履行得怎样",
        aliases=("情况",),
        about="问到的协议履行情况",
        rule=regulations.FOLLOWING,
    )
    opinion = NotesField(
        "意见", null=True, required_if=(When(satisfaction, "不满意"),), about="当事人提的意见，不满意的要写明"
    )
    visited_by = TextField("回访人", null=True, suggest=True, about="去问的人，一般是原来的调解员")

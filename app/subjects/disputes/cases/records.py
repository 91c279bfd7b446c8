"""Labour disputes (劳动争议): the case, its parties, sessions, agreements, follow-ups (domain 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from peewee import SQL, ColumnBase, fn

from app.fields import (
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
    PersonNameField,
    PhoneField,
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
from app.rules.case_numbers import next_number
from app.rules.dates import age_on, write_date
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

    applied_on = DateField("申请日期", default=date.today, forgotten=True, past=True, aliases=("申请时间",))
    serial_no = SerialField("编号", "TJ", dated_by=applied_on, unique=True)
    case_no = CaseNumberField(
        "案号", null=True, longest=40, help_text="不填则受理时自动编排", aliases=("案件编号", "案件号")
    )
    applicants = TextField(
        "申请人",
        null=True,
        derive=_named(Role.APPLICANT),
        longest=2000,
        aliases=("申请人姓名", "申诉人", "申请方", "劳动者"),
    )
    respondents = TextField(
        "被申请人",
        null=True,
        derive=_named(Role.RESPONDENT),
        longest=2000,
        aliases=("被申请单位", "被申诉人", "被申请方", "用人单位"),
    )
    apply_mode = ChoiceField("申请方式", terms.APPLY_MODES, default="书面")
    referred_by = TextField(
        "转交单位", null=True, suggest=True, required_if=(When(apply_mode, terms.HANDED_ON),)
    )
    source = ChoiceField("案件来源", terms.SOURCES, default="当事人申请", aliases=("来源",))
    body = ReferenceField("调解组织", MediationBody, null=True, backref="cases")
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
    )
    second_mediator = ReferenceField("协同调解员", Mediator, null=True, backref="assisted")
    accepted_on = DateField("受理日期", null=True, past=True, after=(applied_on,), aliases=("受理时间",))
    refuse_reason = TextField("不予受理原因", null=True, suggest=True)
    people_count = CountField(
        "涉及人数",
        default=1,
        least=1,
        unit="人",
        aliases=(
            "人数",
            "涉案人数",
        ),
    )
    migrant_count = CountField(
        "其中农民工", null=True, at_most=(people_count,), unit="人", aliases=("农民工人数",)
    )
    is_collective = FlagField("集体争议", derive=_is_collective)
    representatives = TextField(
        "推举代表",
        null=True,
        wanted_if=(When(is_collective, True),),
        help_text="十人以上可以推举代表，写明姓名",
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
    )
    subcategory = ChoiceField(
        "争议细类",
        terms.SUBCATEGORIES,
        synonyms=terms.SUBCATEGORY_SYNONYMS,
        aliases=(
            "细类",
            "争议子类",
        ),
    )
    claim_amount = MoneyField(
        "争议金额", null=True, unit="元", aliases=("标的额", "涉及金额", "涉案金额", "金额", "争议标的")
    )
    claims = NotesField(
        "申请请求",
        aliases=(
            "请求事项",
            "调解请求",
            "诉求",
            "申请事项",
        ),
    )
    facts = NotesField(
        "事实与理由",
        aliases=(
            "简要情况",
            "案情",
            "案情简介",
            "案件简介",
            "纠纷简介",
        ),
    )
    known_on = DateField("知道权利被侵害之日", null=True, past=True, help_text="仲裁时效从这一天起算一年")
    arbitration_until = Derived("仲裁时效到期日", _arbitration, wide=True)
    arbitration_open_on = DateField(
        "可申请仲裁日",
        null=True,
        derive=_arbitration_open_on,
        help_text="申请之日起 15 天，届时未达成协议的，当事人可以申请仲裁，延期不影响",
    )
    due_on = DateField("到期日", null=True, derive=_due_on, help_text="受理之日起 15 天，加双方同意的延期")
    limit = Derived("期限", _limit, sort=_by_limit)
    sessions = Derived("调解次数", _sessions, align="right")
    outcome = ChoiceField(
        "结案方式",
        Outcome,
        null=True,
        synonyms=terms.OUTCOME_SYNONYMS,
        aliases=("调解结果", "处理结果", "结案形式", "办理结果"),
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
    )
    outcome_note = NotesField(
        "结案说明",
        null=True,
        required_if=(When(outcome, Outcome.ELSEWHERE.value),),
        help_text="转到哪个部门、不成的原因等",
    )
    archived_on = DateField("归档日期", null=True, past=True, after=(closed_on,), aliases=("归档时间",))
    filed_by = TextField("立卷人", null=True, suggest=True)
    retention = ChoiceField("保管期限", RETENTIONS, null=True, synonyms=RETENTION_SHORT)
    pages = CountField("卷内页数", null=True, unit="页", aliases=("页数",))
    status = ChoiceField("状态", CaseStatus, default=CaseStatus.REGISTERED.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (applicants, case_no, serial_no)


DisputeCase.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS dispute_case_no_once ON dispute_case (case_no) "
        "WHERE deleted_at IS NULL AND case_no IS NOT NULL"
    )
)


def _age(party: DisputeParty) -> str:
    return f"{age_on(party.birth_date, date.today())}岁" if party.birth_date else ""


def _by_age() -> ColumnBase:
    return 0 - fn.JULIANDAY(DisputeParty.birth_date)


class DisputeParty(Record):
    """One who stands on a side of a case, or is concerned as a third party."""

    case_id: int | None
    enterprise_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="parties")
    role = ChoiceField("地位", Role, aliases=("当事人地位",))
    kind = ChoiceField("类型", PartyKind, synonyms={"劳动者": "个人", "职工": "个人", "企业": "单位"})
    name = PartyNameField("姓名/名称", suggest=True, aliases=("姓名", "名称", "单位名称"))
    sex = ChoiceField("性别", Sex, null=True)
    birth_date = DateField("出生日期", null=True)
    age = Derived("年龄", _age, sort=_by_age)
    ethnicity = ChoiceField("民族", ETHNICITIES, null=True, synonyms=ETHNICITY_SHORT)
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        null=True,
        aliases=("身份证号码", "身份证", "公民身份号码"),
    )
    post = TextField("职务(岗位)", null=True, suggest=True, aliases=("职务", "岗位"))
    employer = TextField(
        "单位或住址", null=True, suggest=True, units=Enterprise, aliases=("单位", "住址", "地址")
    )
    phone = PhoneField("电话", null=True, aliases=("联系电话", "手机号码"))
    enterprise = NamedLink(
        "企业台账", Enterprise, by=name, only=((kind, PartyKind.UNIT.value),), backref="disputes"
    )
    legal_rep = PersonNameField("法定代表人", null=True, aliases=("负责人", "法定代表人/负责人"))
    agent = PersonNameField("委托代理人", null=True)
    agent_phone = PhoneField("代理人电话", null=True)
    remark = TextField("备注", null=True)

    naming = (name,)


class DisputeStep(Record):
    """One session, or another step in the handling of a case."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="steps")
    held_on = DateField("日期", default=date.today, past=True, aliases=("调解日期", "调解时间"))
    kind = ChoiceField("事项", (MEETING, TELLING, INQUIRY, SERVING, "协商", "其他"), default=MEETING)
    place = TextField("地点", suggest=True, aliases=("调解地点",))
    present = TextField("参加人", longest=200, aliases=("参加人员",))
    record = NotesField("记录", aliases=("调解情况", "调解记录", "内容"))
    recorded_by = TextField("记录人", null=True, suggest=True)


class DisputeExtension(Record):
    """An extension of the limit, to which both sides consent (企业劳动争议协商调解规定)."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="extensions")
    agreed_on = DateField("同意日期", default=date.today, past=True, aliases=("延期日期",))
    days = CountField("延长天数", least=1, unit="天")
    both_agree = FlagField("双方同意", default=False)
    reason = TextField("延期原因", aliases=("原因",))
    remark = TextField("备注", null=True)


class DisputeAgreement(Record):
    """The agreement that closed a case, and its performance."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="agreements")
    signed_on = DateField("签订日期", default=date.today, past=True, aliases=("协议日期", "签订时间"))
    agreement_no = SerialField("协议编号", "XY", dated_by=signed_on, unique=True)
    terms = NotesField("协议内容和履行方式", aliases=("协议内容", "履行方式"))
    amount = MoneyField("协议金额", unit="元", help_text="不涉及金额的填 0", aliases=("金额", "履行金额"))
    perform_by = DateField("履行期限", after=(signed_on,))
    both_signed = FlagField("双方已签字盖章", default=False)
    body_signed = FlagField("调解员已签名、调解组织已盖章", default=False, short="调解组织已签章")
    performance = ChoiceField("履行情况", Performance, default=Performance.WAITING.value)
    performed_on = DateField("履行日期", null=True, past=True, after=(signed_on,), aliases=("履行时间",))
    performed_amount = MoneyField("已履行金额", null=True, at_most=(amount,), unit="元")
    confirmation = ChoiceField(
        "司法确认/仲裁审查",
        ("未申请", "已申请司法确认", "已司法确认", "已申请仲裁审查", "已仲裁审查", "不予确认"),
        null=True,
        help_text="司法确认由双方在协议生效后 30 天内共同申请",
        aliases=("司法确认",),
    )
    confirmed_on = DateField("确认日期", null=True)
    remark = NotesField("备注", null=True)


def agreements_of(case: DisputeCase) -> Query[DisputeAgreement]:
    """Select the agreements of a case, the first signed first."""
    return rows_of(DisputeAgreement, case).order_by(DisputeAgreement.signed_on, DisputeAgreement.id)


class DisputeFollowUp(Record):
    """A visit or call after the agreement: is it performed, and are the parties content (回访)."""

    case_id: int | None

    case = ReferenceField("案件", DisputeCase, backref="followups")
    visited_on = DateField("回访日期", default=date.today, past=True, aliases=("回访时间",))
    mode = ChoiceField(
        "回访方式", ("上门", "电话", "来访", "书面", "其他"), default="电话", aliases=("方式",)
    )
    party = TextField("受访当事人", aliases=("受访人", "回访对象"))
    satisfaction = ChoiceField("满意度", ("满意", "基本满意", "不满意", "未表态"))
    findings = NotesField("回访情况", null=True, help_text="协议履行得怎样", aliases=("情况",))
    opinion = NotesField("意见", null=True, required_if=(When(satisfaction, "不满意"),))
    visited_by = TextField("回访人", null=True, suggest=True)

"""Grassroots unions (基层工会): their committees, the units they cover, their elections (domain 2.4)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import SQL, Case, ColumnBase, Context, fn

from app.fields import (
    ChoiceField,
    ChoicesField,
    CountField,
    CreditCodeField,
    DateField,
    Derived,
    FlagField,
    NotesField,
    OverTime,
    PartialDateField,
    PersonNameField,
    PhoneField,
    ReferenceField,
    SerialField,
    TextField,
    UnitNameField,
    When,
)
from app.records import terms
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.earlier import ValueOn, earlier_values, since_of, undated
from app.records.naming import NamedLink
from app.records.prepared import Prepared
from app.records.profile import upper_union_name
from app.records.spelled import name_holds
from app.rules import regulations
from app.rules.dates import write_date, years_later
from app.subjects.unions.enterprises.records import Enterprise, closed_units


class UnionType(StrEnum):
    """How a grassroots union is set up, in the office's own words (domain 2.2)."""

    INDEPENDENT = "独立工会"
    JOINT = "联合工会"
    COMPOUND = "小区工会"
    TRADE = "行业工会"
    FEDERATION = "楼宇(园区)工会联合会"
    COMMUNITY = "社区工会"


JOINT_TYPES = (UnionType.JOINT.value, UnionType.COMPOUND.value, UnionType.TRADE.value)
"""One union covering several units; the annual statistics call each of them 联合基层工会."""
TYPES_ALSO = {
    **dict.fromkeys(("独立", "单独", "单独工会", "单独基层工会"), UnionType.INDEPENDENT.value),
    **dict.fromkeys(("联合", "联合基层工会"), UnionType.JOINT.value),
}
OWNERSHIPS = ("外资", "私营", "国有", "集体", "机关事业", "其他")
"""Whose the unit of a union is, as the annual statistics ask it."""
OWNERSHIPS_ALSO = {
    **dict.fromkeys(("外资企业", "外商投资企业", "中外合资企业", "中外合资"), "外资"),
    **dict.fromkeys(("私营企业", "民营", "民营企业", "私企", "民企"), "私营"),
    **dict.fromkeys(("国有企业", "国企"), "国有"),
    **dict.fromkeys(("集体企业", "集体所有制"), "集体"),
    **dict.fromkeys(("机关", "事业", "事业单位"), "机关事业"),
}


class UnionStatus(StrEnum):
    """Where a grassroots union stands."""

    PREPARING = "筹建"
    NORMAL = "正常"
    EXPIRED = "到期未换届"
    STALLED = "停摆"
    DISSOLVED = "撤销"


STANDING = (UnionStatus.NORMAL.value, UnionStatus.EXPIRED.value, UnionStatus.STALLED.value)
CHAIR, DEPUTY = "主席", "副主席"
POSTS = (
    CHAIR,
    DEPUTY,
    "委员",
    "经审委员会主任",
    "经审委员",
    "女职工委员会主任",
    "女工委员",
    "组织委员",
    "宣传委员",
    "文体委员",
    "劳动保护委员",
    "财务委员",
)
ENDINGS = ("工会工作委员会", "工会委员会", "工会联合会", "工会")
"""What a union's name ends with, the longest first."""
_TERMS = {"3年": 3, "5年": 5}
_SECOND = 2  # the number of the term before which there was the first
_KINDS = {UnionType.INDEPENDENT.value: "单独基层工会"} | dict.fromkeys(JOINT_TYPES, "联合基层工会")


def _organisation(union: GrassrootsUnion) -> str | None:
    return _KINDS.get(union.union_type, "其他") if union.union_type else None


def _term_end(union: GrassrootsUnion) -> date | None:
    """A term ends three or five years after it began, or on the day the upper union set instead."""
    if union.term_end_set is not None or union.term_start is None:
        return union.term_end_set
    return years_later(union.term_start, _TERMS.get(union.term_years, 3))


def _chair(union: GrassrootsUnion) -> str:
    if union.id is None:
        return ""
    return "、".join(name for (name,) in _CHAIRS(union.id))


def _by_chair() -> Query[CommitteeMember]:
    member = CommitteeMember
    return member.select(fn.MIN(member.search_key)).where(
        member.union == GrassrootsUnion.id,
        member.post == CHAIR,
        member.left_on.is_null(),
        member.deleted_at.is_null(),
    )


def _chaired_by(word: str) -> ColumnBase:
    return fn.EXISTS(chairs_of(GrassrootsUnion.id).where(name_holds(CommitteeMember, word)))


class GrassrootsUnion(Record):
    """A grassroots union: of one unit, of several, or the office's own (domain 2.4)."""

    enterprise_id: int | None

    registered_on = DateField("登记日期", entered=True, default=date.today)
    founded_on = DateField(
        "成立日期",
        null=True,
        past=True,
        aliases=("成立时间", "建会时间", "建会日期", "组建时间", "组建日期"),
        about="上级工会批复同意成立的日子",
        rule=regulations.UNION_25,
    )
    told_on = DateField(
        "数据截至日期",
        null=True,
        past=True,
        aliases=("截至日期",),
        help_text="会员数、法人资格等从这一天起是这样；以前的留在“历次数据”中，更正填错的数不改这个日期",
        about="会员数等这些数字是哪一天的情况",
    )
    union_no = SerialField("编号", "JC", dated_by=registered_on, unique=True)
    name = UnitNameField(
        "工会名称",
        index=True,
        aliases=("基层工会名称", "工会组织名称", "工会全称"),
        help_text="以工会委员会、工会联合会或工会结尾",
        about="与成立批复和印章一致的工会全称",
    )
    former_names = UnitNameField(
        "曾用名/简称",
        several=True,
        former_of=name,
        null=True,
        longest=500,
        aliases=("曾用名", "简称"),
        help_text="几个名称之间用顿号；改名后原来的名称自动记在这里",
        about="旧文件上用过的名称和平时的简称，查找和导入时认得",
    )
    union_type = ChoiceField(
        "工会类型",
        UnionType,
        aliases=("类型",),
        synonyms=TYPES_ALSO,
        over_time=OverTime(told_on, begins=founded_on),
        about="一个单位单独建的选独立工会，几个单位合建的选联合或小区工会",
    )
    organisation = ChoiceField(
        "基层工会组织类型",
        ("单独基层工会", "联合基层工会", "其他"),
        null=True,
        derive=_organisation,
        short="年报类型",
        over_time=OverTime(told_on, begins=founded_on),
        about="工会统计年报要填的组织类型，由工会类型自动得出",
    )
    is_own = FlagField(
        "是否本会",
        default=False,
        help_text="本办公室自己的工会，只有一个",
        about="本办公室自己的这个工会选“是”，全台账只有一个",
    )
    ownership_kind = ChoiceField(
        "所有制(年报口径)",
        OWNERSHIPS,
        short="所有制",
        aliases=("所有制", "经济类型"),
        synonyms=OWNERSHIPS_ALSO,
        over_time=OverTime(told_on, begins=founded_on),
        about="所在单位的所有制，年报分外资、私营等口径统计",
    )
    enterprise = ReferenceField(
        "依托单位",
        Enterprise,
        null=True,
        backref="unions",
        aliases=("所在单位", "建会单位", "单位名称", "企业名称", "建会企业"),
        required_if=(When(union_type, UnionType.INDEPENDENT),),
        about="独立工会建在哪个单位，从企业台账中选",
    )
    covered_unit_count = CountField(
        "涵盖单位数",
        null=True,
        unit="家",
        aliases=("覆盖单位数", "涵盖企业数", "覆盖企业数"),
        over_time=OverTime(told_on),
        required_if=(When(union_type, *JOINT_TYPES),),
        about="这个联合工会覆盖多少个单位，没有逐家登记时填数",
    )
    parent_union = TextField(
        "上级工会",
        default=upper_union_name,
        suggest=True,
        about="批准它成立、领导它的上一级工会",
    )
    approval_no = TextField(
        "批复文号", null=True, aliases=("批文号", "批复号"), about="上级工会同意成立的批复文号，照抄原文"
    )
    term_no = CountField(
        "届次",
        default=1,
        least=1,
        unit="届",
        help_text="第几届，填数字",
        aliases=("本届届次",),
        about="现任委员会是成立以来的第几届",
    )
    term_start = DateField(
        "本届起始日期",
        null=True,
        after=(founded_on,),
        aliases=(
            "换届时间",
            "本届换届时间",
            "换届日期",
            "本届起始时间",
        ),
        about="现任委员会选出的日子，任期从这一天起算",
    )
    term_years = ChoiceField(
        "任期",
        tuple(_TERMS),
        default="3年",
        synonyms={"三年": "3年", "五年": "5年", "3": "3年", "5": "5年"},
        aliases=("任期年限",),
        about="选举时确定的每届年限",
        rule=regulations.TERM,
    )
    term_end_set = DateField(
        "另定到期日",
        null=True,
        after=(term_start,),
        help_text="不填则按起始日期加任期计算",
        about="上级批准提前或延期换届的，填批准的日子",
    )
    term_end = DateField(
        "换届到期日",
        null=True,
        derive=_term_end,
        over_time=OverTime(term_start, turn=term_no),
        aliases=("届满时间", "届满日期", "任期届满时间", "任期届满日期", "下次换届时间"),
        about="现任委员会任期届满的日子，由起始日期和任期算出",
        rule=regulations.TERM,
    )
    is_legal_person = FlagField(
        "法人资格",
        default=False,
        over_time=OverTime(told_on),
        about="已领《工会法人资格证书》的选“是”",
        rule=regulations.LEGAL_PERSON,
    )
    cert_no = TextField(
        "法人资格证书号",
        null=True,
        only_then=True,
        wanted_if=(When(is_legal_person, True),),
        aliases=("法人证书号", "法人证号", "法人资格证号"),
        about="《工会法人资格证书》上的编号",
    )
    uscc = CreditCodeField(
        "统一社会信用代码",
        null=True,
    )
    member_count = CountField(
        "会员数",
        unit="人",
        over_time=OverTime(told_on),
        about="这个工会现有会员多少人，由工会报来，不从会员名册计算",
    )
    female_member_count = CountField(
        "女会员数",
        null=True,
        at_most=(member_count,),
        unit="人",
        aliases=(
            "女会员",
            "其中女会员",
            "女会员人数",
            "其中女",
        ),
        over_time=OverTime(told_on),
        about="会员中的女性，包括在会员数以内，达到一定人数提示建女职工委员会",
        rule=regulations.WOMEN,
    )
    migrant_member_count = CountField(
        "农民工会员数",
        null=True,
        at_most=(member_count,),
        unit="人",
        aliases=(
            "农民工会员",
            "农民工会员人数",
        ),
        over_time=OverTime(told_on),
        about="会员中的农民工，包括在会员数以内，不另加",
    )
    chair = Derived("主席", _chair, sort=_by_chair, found=_chaired_by, about="现任主席的姓名，取自委员会成员")
    has_women_committee = ChoiceField(
        "女职工委员会",
        ("已建", "设女工委员", "未建"),
        null=True,
        over_time=OverTime(told_on),
        about="有没有建女职工委员会，人少的设一名女工委员也要选明",
        rule=regulations.WOMEN,
    )
    has_audit_committee = FlagField(
        "经费审查组织",
        null=True,
        aliases=("经审组织",),
        over_time=OverTime(told_on),
        about="有没有选出经费审查委员会或经审委员",
        rule=regulations.AUDIT,
    )
    venues = ChoicesField(
        "场所到位",
        ("办公场所", "活动场所", "学习场所"),
        null=True,
        about="办公、活动、学习三种场所，有了的勾上",
    )
    phone = PhoneField("电话", null=True, about="联系这个工会的办公电话或主席电话")
    account_no = TextField(
        "账号", null=True, longest=40, aliases=("银行账号",), about="工会经费账户的账号，照开户许可证抄"
    )
    bank_name = TextField(
        "开户行",
        null=True,
        required_if=(When(account_no),),
        suggest=True,
        aliases=("开户银行",),
        about="工会经费账户的开户银行，写到支行",
    )
    status = ChoiceField(
        "状态",
        UnionStatus,
        default=UnionStatus.NORMAL.value,
        aliases=("工会状态",),
        about="现在运转是否正常，停摆和撤销的不计入工会数",
    )
    status_date = DateField(
        "撤销日期", null=True, past=True, after=(founded_on,), about="上级批准撤销、从此不再计入的日子"
    )
    status_reason = TextField(
        "停摆或撤销原因", null=True, suggest=True, about="为什么停摆或撤销，例如 企业迁出"
    )
    handled_by = TextField("经办人", null=True, suggest=True, about="登记这个工会的本会工作人员")
    remark = NotesField("备注", null=True)

    naming = (name, former_names, union_no)


GrassrootsUnion.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS grassroots_union_own_once ON grassroots_union (is_own) "
        "WHERE deleted_at IS NULL AND is_own"
    )
)


EarlierUnion = earlier_values(GrassrootsUnion, "工会")


class CommitteeMember(Record):
    """Somebody's seat on a union's committee, from a day on (工会委员会成员)."""

    union_id: int | None

    union = ReferenceField("工会", GrassrootsUnion, backref="committee")
    term_no = CountField("届次", default=1, unit="届", about="在第几届委员会任职，不填算现任一届")
    name = PersonNameField(
        "姓名", alone=True, aliases=("委员姓名",), about="这名委员的姓名，与选举结果批复一致"
    )
    sex = ChoiceField("性别", terms.Sex)
    birth_month = PartialDateField(
        "出生年月", null=True, aliases=("出生日期",), about="出生年月，成员名单上要打印"
    )
    post = ChoiceField("职务", POSTS, aliases=("工会职务",), about="在工会委员会中的职务，现任主席只能有一人")
    party_post = TextField(
        "党政职务",
        null=True,
        suggest=True,
        aliases=("行政职务",),
        about="同时担任的党政职务，例如 社区书记、副主任",
    )
    duty = TextField(
        "分工",
        null=True,
        suggest=True,
        aliases=("分管工作", "工作分工"),
        about="在委员会中分管什么，例如 文体、女工",
    )
    engagement = ChoiceField(
        "专职/兼职",
        ("专职", "兼职"),
        default="兼职",
        aliases=("专兼职", "专(兼)职", "专/兼职"),
        about="专门做工会工作的选专职，另有本职工作的选兼职",
    )
    appointed_on = DateField(
        "任职日期",
        aliases=(
            "任职时间",
            "当选日期",
            "当选时间",
        ),
        about="当选或任命生效的日子",
    )
    left_on = DateField(
        "离任日期",
        null=True,
        after=(appointed_on,),
        help_text="在任的不填",
        aliases=("离任时间",),
        about="不再担任这个职务的日子，在任的空着",
    )
    phone = PhoneField(
        "电话",
        null=True,
        aliases=(
            "手机",
            "手机号码",
        ),
        about="找这名委员用的电话，成员名单上照印",
    )

    naming = (name,)


class CoveredUnit(Record):
    """A unit that a joint union covers (涵盖单位)."""

    union_id: int | None
    enterprise_id: int | None

    union = ReferenceField("工会", GrassrootsUnion, backref="covered")
    unit_name = TextField(
        "单位名称",
        aliases=("涵盖单位",),
        about="加入联合工会的单位全称",
    )
    enterprise = NamedLink(
        "企业",
        Enterprise,
        by=unit_name,
        fills=lambda unit: {"unit_name": unit.name, "employee_count": unit.employee_count},
        help_text="没有登记的单位只填名称",
        about="这个涵盖单位在企业台账中的那一条",
    )
    employee_count = CountField("职工人数", null=True, unit="人", about="单位报来的全部职工，包括没有入会的")
    member_count = CountField(
        "会员人数", null=True, unit="人", about="这个单位加入工会的人数，不多于职工人数"
    )
    joined_on = DateField(
        "加入日期", null=True, aliases=("加入时间",), about="这个单位从哪天起由联合工会涵盖"
    )
    left_on = DateField(
        "退出日期",
        null=True,
        after=(joined_on,),
        aliases=("退出时间",),
        about="这个单位从哪天起不再由它涵盖，还在的空着",
    )
    remark = TextField("备注", null=True)

    naming = (unit_name,)


class UnionElection(Record):
    """An election of a union's committee (换届选举)."""

    union_id: int | None

    union = ReferenceField("工会", GrassrootsUnion, backref="elections")
    held_on = DateField(
        "换届日期",
        default=date.today,
        past=True,
        aliases=("换届时间", "选举日期", "召开日期"),
        about="选出新一届委员会的那次大会的日子",
    )
    term_no = CountField("届次", unit="届", about="这次选出的是第几届委员会")
    meeting = ChoiceField(
        "会议形式",
        ("会员大会", "会员代表大会"),
        default="会员大会",
        aliases=("换届形式", "选举形式"),
        about="全体会员都开会的选会员大会，选代表开会的选会员代表大会",
        rule=regulations.ELECTION,
    )
    expected = CountField(
        "应到", null=True, unit="人", aliases=("应到人数",), about="应当到会的会员或代表有多少人"
    )
    attended = CountField(
        "实到",
        null=True,
        at_most=(expected,),
        unit="人",
        aliases=("实到人数",),
        about="实际到会的会员或代表有多少人，三分之二以上才能选举",
        rule=regulations.ELECTION,
    )
    approval_no = TextField(
        "选举结果批复文号", null=True, aliases=("批复文号",), about="上级工会同意选举结果的批复文号"
    )
    remark = TextField("备注", null=True)


def committee_of(union: GrassrootsUnion | int | ColumnBase) -> Query[CommitteeMember]:
    """Select who sits on a union's committee now; the union may be the row of a query around it."""
    return CommitteeMember.alive().where(CommitteeMember.union == union, CommitteeMember.left_on.is_null())


def committee_on(day: date) -> Query[CommitteeMember]:
    """Select the seats on the committee of the office's own union that were taken on a day."""
    seat, own = CommitteeMember, GrassrootsUnion.alive().where(GrassrootsUnion.is_own)
    sitting = (seat.appointed_on <= day) & (seat.left_on.is_null() | (seat.left_on > day))
    ours = seat.union.in_(own.select(GrassrootsUnion.id))
    return seat.alive().where(InWords(ours & sitting, f"本会{write_date(day)}在任"))


def chairs_of(union: GrassrootsUnion | int | ColumnBase) -> Query[CommitteeMember]:
    """Select a union's current chair: one row, where the register is in order."""
    return committee_of(union).where(CommitteeMember.post == CHAIR)


_CHAIRS = Prepared(lambda union: chairs_of(union).select(CommitteeMember.name))


def covered_by(union: GrassrootsUnion | int) -> Query[CoveredUnit]:
    """Select the units that a union covers now."""
    return CoveredUnit.alive().where(CoveredUnit.union == union, CoveredUnit.left_on.is_null())


def covered_on(day: date) -> Query[CoveredUnit]:
    """Select the units that the unions of a day covered then; one entered without a date always was.

    A unit that had closed is covered no more.
    """
    unit = CoveredUnit
    stays = unit.left_on.is_null() | (unit.left_on > day)
    stays &= unit.enterprise.is_null() | unit.enterprise.not_in(closed_units(day))
    standing = unit.union.in_(unions_standing(day).select(GrassrootsUnion.id))
    return unit.alive().where(
        InWords(standing & stays, f"{write_date(day)}在涵盖之列"), undated(unit.joined_on, day, "")
    )


class TermEndOn(ValueOn):
    """The SQL for the end of the term that a union's committee served on a day, or when it was founded.

    What was told of a former term counts. Of one that only its election is known of, the term began on that
    day; the first with the founding. It is taken to have been as long as terms are now.
    """

    def __init__(self, day: date) -> None:
        super().__init__(GrassrootsUnion.term_end, day)

    @property
    def kept(self) -> ColumnBase:
        """Return the SQL for whether the term is known; where none was ever told, nothing is missing."""
        known: ColumnBase = self._serving | GrassrootsUnion.term_end.is_null() | self._former.is_null(False)
        return known

    def __sql__(self, ctx: Context) -> Context:
        ended = Case(None, [(self._serving, GrassrootsUnion.term_end)], self._former)
        written: Context = ctx.sql(ended)  # type: ignore[no-untyped-call]  # Peewee's stubs are untyped here
        return written

    @property
    def _asked(self) -> ColumnBase:
        day = self.day.isoformat()
        asked: ColumnBase = fn.MAX(day, fn.COALESCE(GrassrootsUnion.founded_on, day))
        return asked

    @property
    def _serving(self) -> ColumnBase:
        """Return the SQL for whether it is the term that the union has now."""
        serving: ColumnBase = since_of(GrassrootsUnion.term_end) <= self._asked
        return serving

    @property
    def _former(self) -> ColumnBase:
        union, election, earlier = GrassrootsUnion, UnionElection, EarlierUnion._meta.fields
        elections = election.alive().where(election.union == union.id)
        elected = elections.where(election.held_on <= self._asked).select(fn.MAX(election.held_on))
        later = elections.where(election.held_on > self._asked, election.term_no == _SECOND)
        first = (union.term_no == _SECOND) | fn.EXISTS(later.select(election.id))
        began = fn.COALESCE(elected, Case(None, [(first, union.founded_on)]))
        told = (
            EarlierUnion.alive()
            .where(earlier["owner"] == union.id, earlier["term_end"].is_null(False))
            .where(earlier["day"] <= self._asked, earlier["day"] >= fn.COALESCE(elected, ""))
            .order_by(earlier["day"].desc())
            .limit(1)
            .select(earlier["term_end"])
        )
        years = fn.SUBSTR(union.term_years, 1, 1).concat(" years")
        former: ColumnBase = fn.COALESCE(told, fn.DATE(began, years, "floor"))
        return former


def unions_standing(day: date) -> Query[GrassrootsUnion]:
    """Select the unions founded by a day and not dissolved by then (a stock, domain 0.2).

    One that is being prepared is not founded, whatever day is planned.
    """
    union = GrassrootsUnion
    gone = (union.status == UnionStatus.DISSOLVED) & (union.status_date <= day)
    founded = (union.founded_on <= day) & (union.status != UnionStatus.PREPARING)
    return union.alive().where(InWords(founded & ~gone, f"{write_date(day)}已成立、未撤销"))

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
from app.records.profile import upper_union_name
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
    return "、".join(name for (name,) in chairs_of(union).select(CommitteeMember.name).tuples())


def _by_chair() -> Query[CommitteeMember]:
    member = CommitteeMember
    return member.select(fn.MIN(member.search_key)).where(
        member.union == GrassrootsUnion.id,
        member.post == CHAIR,
        member.left_on.is_null(),
        member.deleted_at.is_null(),
    )


class GrassrootsUnion(Record):
    """A grassroots union: of one unit, of several, or the office's own (domain 2.4)."""

    enterprise_id: int | None

    registered_on = DateField("登记日期", entered=True, default=date.today)
    founded_on = DateField(
        "成立日期", null=True, past=True, aliases=("成立时间", "建会时间", "建会日期", "组建时间", "组建日期")
    )
    told_on = DateField(
        "数据截至日期",
        null=True,
        past=True,
        aliases=("截至日期",),
        help_text="会员数、法人资格等从这一天起是这样；以前的留在“历次数据”中，更正填错的数不改这个日期",
    )
    union_no = SerialField("编号", "JC", dated_by=registered_on, unique=True)
    name = UnitNameField(
        "工会名称",
        index=True,
        aliases=("基层工会名称", "工会组织名称", "工会全称"),
        help_text="以工会委员会、工会联合会或工会结尾",
    )
    former_names = UnitNameField(
        "曾用名/简称",
        several=True,
        former_of=name,
        null=True,
        longest=500,
        aliases=("曾用名", "简称"),
        help_text="几个名称之间用顿号；改名后原来的名称自动记在这里",
    )
    union_type = ChoiceField(
        "工会类型",
        UnionType,
        aliases=("类型",),
        synonyms={"单独工会": "独立工会", "单独基层工会": "独立工会", "联合基层工会": "联合工会"},
        over_time=OverTime(told_on, begins=founded_on),
    )
    organisation = ChoiceField(
        "基层工会组织类型",
        ("单独基层工会", "联合基层工会", "其他"),
        null=True,
        derive=_organisation,
        short="年报类型",
        over_time=OverTime(told_on, begins=founded_on),
    )
    is_own = FlagField("是否本会", default=False, help_text="本办公室自己的工会，只有一个")
    ownership_kind = ChoiceField(
        "所有制(年报口径)",
        ("外资", "私营", "国有", "集体", "机关事业", "其他"),
        short="所有制",
        aliases=("所有制", "经济类型"),
        synonyms={"外资企业": "外资", "私营企业": "私营", "民营": "私营", "国有企业": "国有"},
        over_time=OverTime(told_on, begins=founded_on),
    )
    enterprise = ReferenceField(
        "依托单位",
        Enterprise,
        null=True,
        backref="unions",
        aliases=("所在单位", "建会单位", "单位名称", "企业名称", "建会企业"),
        required_if=(When(union_type, UnionType.INDEPENDENT),),
    )
    covered_unit_count = CountField(
        "涵盖单位数",
        null=True,
        unit="家",
        aliases=("覆盖单位数",),
        over_time=OverTime(told_on),
        required_if=(When(union_type, *JOINT_TYPES),),
    )
    parent_union = TextField("上级工会", default=upper_union_name, suggest=True, aliases=("主管工会",))
    approval_no = TextField("批复文号", null=True, aliases=("批文号", "批复号"))
    term_no = CountField(
        "届次", default=1, least=1, unit="届", help_text="第几届，填数字", aliases=("本届届次",)
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
    )
    term_years = ChoiceField(
        "任期",
        tuple(_TERMS),
        default="3年",
        synonyms={"三年": "3年", "五年": "5年", "3": "3年", "5": "5年"},
        aliases=("任期年限",),
    )
    term_end_set = DateField(
        "另定到期日", null=True, after=(term_start,), help_text="不填则按起始日期加任期计算"
    )
    term_end = DateField(
        "换届到期日", null=True, derive=_term_end, over_time=OverTime(term_start, turn=term_no)
    )
    is_legal_person = FlagField("法人资格", default=False, over_time=OverTime(told_on))
    cert_no = TextField(
        "法人资格证书号", null=True, wanted_if=(When(is_legal_person, True),), aliases=("法人证书号",)
    )
    uscc = CreditCodeField(
        "统一社会信用代码",
        null=True,
        aliases=(
            "信用代码",
            "社会信用代码",
        ),
    )
    member_count = CountField(
        "会员数",
        unit="人",
        aliases=(
            "会员人数",
            "工会会员数",
            "会员总数",
        ),
        over_time=OverTime(told_on),
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
    )
    chair = Derived("主席", _chair, sort=_by_chair)
    has_women_committee = ChoiceField(
        "女职工委员会", ("已建", "设女工委员", "未建"), null=True, over_time=OverTime(told_on)
    )
    has_audit_committee = FlagField(
        "经费审查组织", null=True, aliases=("经审组织",), over_time=OverTime(told_on)
    )
    venues = ChoicesField("场所到位", ("办公场所", "活动场所", "学习场所"), null=True)
    phone = PhoneField("电话", null=True, aliases=("联系电话",))
    account_no = TextField("账号", null=True, longest=40, aliases=("银行账号",))
    bank_name = TextField(
        "开户行", null=True, required_if=(When(account_no),), suggest=True, aliases=("开户银行",)
    )
    status = ChoiceField("状态", UnionStatus, default=UnionStatus.NORMAL.value, aliases=("工会状态",))
    status_date = DateField("撤销日期", null=True, past=True, after=(founded_on,))
    status_reason = TextField("停摆或撤销原因", null=True, suggest=True)
    handled_by = TextField("经办人", null=True, suggest=True)
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
    term_no = CountField("届次", default=1, unit="届")
    name = PersonNameField("姓名", aliases=("委员姓名",))
    sex = ChoiceField("性别", terms.Sex)
    birth_month = PartialDateField("出生年月", null=True, aliases=("出生日期",))
    post = ChoiceField("职务", POSTS, aliases=("工会职务",))
    party_post = TextField("党政职务", null=True, suggest=True, aliases=("行政职务",))
    duty = TextField("分工", null=True, suggest=True)
    engagement = ChoiceField(
        "专职/兼职", ("专职", "兼职"), default="兼职", aliases=("专兼职", "专(兼)职", "专/兼职")
    )
    appointed_on = DateField(
        "任职日期",
        aliases=(
            "任职时间",
            "当选日期",
            "当选时间",
        ),
    )
    left_on = DateField(
        "离任日期", null=True, after=(appointed_on,), help_text="在任的不填", aliases=("离任时间", "卸任日期")
    )
    phone = PhoneField(
        "电话",
        null=True,
        aliases=(
            "联系电话",
            "手机",
            "手机号码",
            "联系方式",
        ),
    )

    naming = (name,)


class CoveredUnit(Record):
    """A unit that a joint union covers (涵盖单位)."""

    union_id: int | None
    enterprise_id: int | None

    union = ReferenceField("工会", GrassrootsUnion, backref="covered")
    unit_name = TextField(
        "单位名称",
        aliases=(
            "涵盖单位",
            "企业名称",
        ),
    )
    enterprise = NamedLink(
        "企业",
        Enterprise,
        by=unit_name,
        fills=lambda unit: {"unit_name": unit.name, "employee_count": unit.employee_count},
        help_text="没有登记的单位只填名称",
    )
    employee_count = CountField("职工人数", null=True, unit="人", aliases=("职工数",))
    member_count = CountField("会员人数", null=True, unit="人", aliases=("会员数",))
    joined_on = DateField("加入日期", null=True, aliases=("加入时间",))
    left_on = DateField("退出日期", null=True, after=(joined_on,), aliases=("退出时间",))
    remark = TextField("备注", null=True)

    naming = (unit_name,)


class UnionElection(Record):
    """An election of a union's committee (换届选举)."""

    union_id: int | None

    union = ReferenceField("工会", GrassrootsUnion, backref="elections")
    held_on = DateField(
        "换届日期", default=date.today, past=True, aliases=("换届时间", "选举日期", "召开日期")
    )
    term_no = CountField("届次", unit="届")
    meeting = ChoiceField(
        "会议形式", ("会员大会", "会员代表大会"), default="会员大会", aliases=("换届形式", "选举形式")
    )
    expected = CountField("应到", null=True, unit="人", aliases=("应到人数",))
    attended = CountField("实到", null=True, at_most=(expected,), unit="人", aliases=("实到人数",))
    approval_no = TextField("选举结果批复文号", null=True, aliases=("批复文号",))
    remark = TextField("备注", null=True)


def committee_of(union: GrassrootsUnion | int) -> Query[CommitteeMember]:
    """Select who sits on a union's committee now."""
    return CommitteeMember.alive().where(CommitteeMember.union == union, CommitteeMember.left_on.is_null())


def committee_on(day: date) -> Query[CommitteeMember]:
    """Select the seats on the committee of the office's own union that were taken on a day."""
    seat, own = CommitteeMember, GrassrootsUnion.alive().where(GrassrootsUnion.is_own)
    sitting = (seat.appointed_on <= day) & (seat.left_on.is_null() | (seat.left_on > day))
    ours = seat.union.in_(own.select(GrassrootsUnion.id))
    return seat.alive().where(InWords(ours & sitting, f"本会{write_date(day)}在任"))


def chairs_of(union: GrassrootsUnion | int) -> Query[CommitteeMember]:
    """Select a union's current chair: one row, where the register is in order."""
    return committee_of(union).where(CommitteeMember.post == CHAIR)


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

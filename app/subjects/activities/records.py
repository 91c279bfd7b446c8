"""Activities (文体活动): the event, its series, projects, teams, participants, awards, budget (domain 5)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

from peewee import ColumnBase, fn

from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    Derived,
    FlagField,
    MobileField,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
    TimeField,
    taken,
)
from app.fields.declared import When
from app.records.base import Query, Record
from app.records.naming import NamedLink
from app.records.terms import FUND_SOURCES
from app.subjects.members.records import Member, member_named
from app.subjects.unions.enterprises.records import Enterprise

KINDS = ("文艺联谊", "体育比赛", "棋牌", "节日庆祝", "培训讲座", "参观", "志愿", "其他")
TOGETHER = "会同举办"
FOR_OTHERS = ("承办", "协办", "组队参加")
"""The office's parts in what another organises."""
ROLES = ("主办", *FOR_OTHERS, TOGETHER)
OTHERS = ("个人", "队", "单位")
OURSELVES = "本会"
TOP_THREE = ("第1名", "第2名", "第3名")
MERIT = "优胜奖"
OTHER_RANK = "其他"
RANKS = (
    *TOP_THREE,
    "第4名",
    "第5名",
    "第6名",
    "第7名",
    "第8名",
    MERIT,
    "优秀组织奖",
    "道德风尚奖",
    OTHER_RANK,
)
PRIZES = "奖品"
BUDGET_ITEMS = (PRIZES, "场地", "器材", "餐饮", "交通", "宣传", "裁判劳务", "其他")


class ActivityStatus(StrEnum):
    """Where an activity stands."""

    PLANNED = "计划"
    ENTERING = "报名"
    RUNNING = "进行"
    OVER = "结束"
    SUMMED_UP = "已总结"
    CANCELLED = "取消"


TOOK_PLACE = (ActivityStatus.RUNNING.value, ActivityStatus.OVER.value, ActivityStatus.SUMMED_UP.value)


class ActivitySeries(Record):
    """A row of events held again and again (系列活动), whose editions are compared."""

    name = TextField("系列名称", unique=True, help_text="例如 “迎新春”牌艺友谊赛")
    first_year = CountField("首届年份", null=True)
    remark = NotesField("备注", null=True)

    naming = (name,)


def persons(participants: Query[ActivityParticipant]) -> int:
    """Count distinct persons, as `who` tells them apart."""
    return int(participants.select(fn.COUNT(who().distinct())).order_by().scalar() or 0)


def who() -> ColumnBase:
    """Return the SQL by which participants differ: by membership, else by name and unit together.

    Who is entered by name at one event and as a member at another is the one member of that name and unit
    (domain 0.3).
    """
    unit = fn.plain_unit_name(ActivityParticipant.employer)
    known_as = ActivityParticipant.name.concat("|").concat(fn.COALESCE(unit, ""))
    named = member_named(ActivityParticipant.name, ActivityParticipant.employer)
    return fn.COALESCE(ActivityParticipant.member, named, known_as)


def _attended(activity: Activity) -> int | None:
    """Return who came: as typed in, else who signed in, else who was entered for it."""
    if activity.stated_count is not None:
        return int(activity.stated_count)
    if activity.status not in TOOK_PLACE:
        return None
    listed = rows_of(ActivityParticipant, activity)
    return persons(listed.where(ActivityParticipant.signed_in)) or persons(listed) or None


def _awarded(activity: Activity) -> int | None:
    if activity.stated_awards is not None:
        return int(activity.stated_awards)
    return int(rows_of(ActivityAward, activity).count()) or None


OfActivity = TypeVar(
    "OfActivity",
    "ActivityParticipant",
    "ActivityProject",
    "ActivityTeam",
    "ActivityAward",
    "ActivityBudgetLine",
)
"""The kinds of record that belong to an activity."""


def rows_of(model: type[OfActivity], activity: Activity) -> Query[OfActivity]:
    """Select the living rows of a kind that belong to an activity; none for one not in the file yet."""
    return model.alive().where(model.activity == (activity.id or 0)).order_by(model.id)


def _entered(activity: Activity) -> str:
    return str(persons(rows_of(ActivityParticipant, activity))) if activity.id else ""


def _teams(activity: Activity) -> str:
    return str(rows_of(ActivityTeam, activity).count()) if activity.id else ""


def _by_teams() -> Query[ActivityTeam]:
    return ActivityTeam.select(fn.COUNT(1)).where(
        ActivityTeam.activity == Activity.id, ActivityTeam.deleted_at.is_null()
    )


def planned_sum(activity: Activity) -> int:
    """Add up what the budget's lines plan, in fen."""
    return _sum_of(activity, ActivityBudgetLine.planned)


def spent_sum(activity: Activity) -> int:
    """Add up what was really spent on the budget's lines, in fen."""
    return _sum_of(activity, ActivityBudgetLine.actual)


def _sum_of(activity: Activity, field: MoneyField) -> int:
    total = fn.COALESCE(fn.SUM(field), 0)
    return int(rows_of(ActivityBudgetLine, activity).select(total).order_by().scalar())


def _write_planned(activity: Activity) -> str:
    return Activity.budget_total.format(planned_sum(activity)) if activity.id else ""


def _write_spent(activity: Activity) -> str:
    return Activity.budget_total.format(spent_sum(activity)) if activity.id else ""


class Activity(Record):
    """One event that the office holds or takes part in."""

    series_id: int | None

    enter_by = DateField("报名截止", null=True)
    starts_on = DateField(
        "开始日期",
        after=(enter_by,),
        aliases=(
            "活动日期",
            "日期",
            "活动时间",
            "举办时间",
            "举办日期",
            "开始时间",
            "时间",
            "起止时间",
            "起止日期",
            "活动起止时间",
        ),
    )
    ends_on = DateField("结束日期", since=starts_on, aliases=("结束时间",))
    activity_no = SerialField("活动编号", "HD", dated_by=starts_on, unique=True)
    name = TextField("活动名称", aliases=("名称",), help_text="例如 2011年企业迎春联谊会")
    edition = CountField("届次", null=True, least=1, unit="届", help_text="第四届填 4")
    series = ReferenceField(
        "系列",
        ActivitySeries,
        null=True,
        wanted_if=(When(edition),),
        help_text="历届之间比较人数和获奖数",
    )
    kind = ChoiceField(
        "类别",
        KINDS,
        synonyms={"联谊": "文艺联谊", "比赛": "体育比赛", "讲座": "培训讲座"},
        aliases=("活动类别", "活动类型"),
    )
    our_role = ChoiceField("我方角色", ROLES, default="主办")
    organiser = TextField("主办单位", null=True, suggest=True, wanted_if=(When(our_role, *FOR_OTHERS),))
    co_organiser = TextField(
        "协办单位",
        null=True,
        suggest=True,
        wanted_if=(When(our_role, TOGETHER),),
        help_text="例如 社区妇联",
    )
    place = TextField("地点", null=True, suggest=True, aliases=("活动地点", "举办地点"))
    theme = TextField("主题", null=True, aliases=("活动主题",))
    audience = TextField("对象", null=True, suggest=True, aliases=("参加对象", "活动对象"))
    aims = NotesField("目的和背景", null=True, aliases=("活动目的",))
    rules = NotesField("规则和评奖办法", null=True)
    planned_count = CountField("计划人数", null=True, unit="人")
    entered = Derived("报名人数", _entered, align="right")
    stated_count = CountField("填报参加人数", null=True, unit="人", help_text="没有逐人登记时填写")
    stated_awards = CountField("填报获奖数", null=True, unit="个", help_text="没有逐项登记时填写")
    stated_source = TextField(
        "填报来源",
        null=True,
        suggest=True,
        required_if=(When(stated_count), When(stated_awards)),
        help_text="例如 主办方秩序册",
    )
    attended = CountField(
        "参加人数", short="人数", null=True, derive=_attended, unit="人", aliases=("实际参加人数",)
    )
    awarded = CountField("获奖数", short="获奖", null=True, derive=_awarded, unit="个")
    teams = Derived("队数", _teams, align="right", sort=_by_teams)
    budget_total = MoneyField("预算总额", null=True, unit="元", aliases=("预算", "经费预算", "预算金额"))
    actual_cost = MoneyField("实际支出", null=True, unit="元", aliases=("经费支出", "实际经费", "支出金额"))
    plan_sum = Derived("预算明细合计", _write_planned, align="right")
    spent_sum = Derived("支出明细合计", _write_spent, align="right")
    fund_source = ChoiceField("资金来源", FUND_SOURCES, null=True, aliases=("经费来源",))
    plan_name = TextField("方案文件名", null=True, longest=200)
    plan = AttachmentField("活动方案", called=plan_name, null=True)
    summary = NotesField("活动总结", null=True, aliases=("总结",))
    status = ChoiceField("状态", ActivityStatus, default=ActivityStatus.PLANNED.value)
    cancel_reason = TextField("取消原因", null=True)
    handled_by = TextField("经办人", null=True, suggest=True)
    registered_on = DateField("登记日期", entered=True, default=date.today)
    remark = NotesField("备注", null=True)

    naming = (name, activity_no)


class ActivityProject(Record):
    """One of the things competed in at an event (项目)."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="projects")
    name = TextField("项目名称", suggest=True, aliases=("项目",))
    mode = ChoiceField(
        "团体或个人", ("个人", "团体"), default="个人", synonyms={"个人赛": "个人", "团体赛": "团体"}
    )
    group_name = TextField("组别", null=True, suggest=True)
    remark = TextField("备注", null=True)

    naming = (name,)


class ActivityTeam(Record):
    """A team at an event."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="team_rows")
    name = TextField("队名", aliases=("队伍名称", "代表队"))
    unit_name = TextField("所属单位", null=True, suggest=True, aliases=("单位名称", "参赛单位", "单位"))
    enterprise = NamedLink("所属企业", Enterprise, by=unit_name, fills=taken(unit_name="name"))
    leader = PersonNameField("领队", null=True, aliases=("领队姓名",))
    headcount = CountField("人数", null=True, unit="人", aliases=("队员人数", "参赛人数"))
    remark = TextField("备注", null=True)

    naming = (name,)


def _names(
    model: type[ActivityProject | ActivityTeam | ActivityParticipant],
    row: ActivityParticipant | ActivityAward,
) -> list[str]:
    """Return what the rows of a kind are called that belong to the same event as a row."""
    if row.activity_id is None:
        return []
    named = model.alive().where(model.activity == row.activity_id).order_by(model.id)
    return [name for (name,) in named.select(model.name).tuples()]


def _projects_there(row: ActivityParticipant | ActivityAward) -> list[str]:
    return _names(ActivityProject, row)


def _teams_there(row: ActivityParticipant | ActivityAward) -> list[str]:
    return _names(ActivityTeam, row)


def _winners_there(award: ActivityAward) -> list[str]:
    if award.recipient_kind == "队":
        return _teams_there(award)
    return list(dict.fromkeys(_names(ActivityParticipant, award))) if award.recipient_kind == "个人" else []


class ActivityParticipant(Record):
    """One person's part in an event, in one of its projects where it has some."""

    activity_id: int | None
    member_id: int | None

    activity = ReferenceField("活动", Activity, backref="participants", aliases=("活动名称",))
    member = ReferenceField("会员", Member, null=True, fills=taken("name", "employer"))
    name = PersonNameField("姓名", index=True, aliases=("参加人", "参加人员", "参赛人", "队员姓名"))
    employer = TextField(
        "单位", suggest=True, units=Enterprise, aliases=("工作单位", "所在单位", "单位名称", "参赛单位")
    )
    mobile = MobileField("电话", null=True, aliases=("手机号码", "联系电话", "手机"))
    project = TextField("项目", null=True, offers=_projects_there, aliases=("参赛项目", "比赛项目"))
    team = TextField("队名", null=True, offers=_teams_there, aliases=("队", "代表队"))
    number = TextField("号码", null=True, longest=10)
    entered_on = DateField("报名日期", null=True)
    walk_in = FlagField("现场报名", default=False)
    signed_in = FlagField("已签到", default=False)
    signed_at = TimeField("签到时间", null=True, help_text="例如 8:30")
    remark = TextField("备注", null=True)

    naming = (name,)


def _in_top_three(award: ActivityAward) -> bool:
    return award.rank in TOP_THREE


class ActivityAward(Record):
    """An award won at an event: by a person, a team, a unit, or the office itself."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="awards", aliases=("活动名称",))
    recipient_kind = ChoiceField("获奖对象", (*OTHERS, OURSELVES), default=OTHERS[0])
    winner = TextField(
        "获奖者",
        null=True,
        offers=_winners_there,
        required_if=(When(recipient_kind, *OTHERS),),
        aliases=("姓名", "队名", "获奖人", "获奖人员", "获奖单位", "获奖队"),
        help_text="本会获奖可不填",
    )
    employer = TextField("单位", null=True, suggest=True, units=Enterprise, aliases=("单位名称", "所在单位"))
    project = TextField("项目", null=True, offers=_projects_there, aliases=("获奖项目", "比赛项目"))
    group_name = TextField("组别", null=True, suggest=True)
    rank = ChoiceField("名次", RANKS, aliases=("奖项", "等次", "获奖等次", "获奖等级", "获奖名次"))
    rank_text = TextField("奖项名称", null=True, required_if=(When(rank, OTHER_RANK),))
    top_three = FlagField("前三名", derive=_in_top_three)
    certificate = FlagField("有证书", default=False)
    prize = TextField("奖品名称", null=True, suggest=True, aliases=("奖品",))
    prize_count = CountField("数量", null=True)
    amount = MoneyField("奖品金额", null=True, unit="元", aliases=("金额",))
    granted_by = TextField("授予单位", null=True, suggest=True)
    awarded_on = DateField("颁奖日期", null=True, past=True, aliases=("获奖日期", "获奖时间"))
    remark = TextField("备注", null=True)


def _planned(line: ActivityBudgetLine) -> int | None:
    return None if line.unit_price is None else int(line.unit_price) * int(line.quantity or 0)


class ActivityBudgetLine(Record):
    """A line of an event's budget, and what it really cost."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="budget_lines")
    item = ChoiceField("科目", BUDGET_ITEMS, aliases=("支出项目", "费用名称", "项目"))
    purpose = TextField("用途说明", null=True, help_text="例如 一等奖奖品", aliases=("用途", "说明"))
    quantity = CountField("数量", default=1, least=1)
    unit_price = MoneyField("单价", unit="元")
    planned = MoneyField("预算金额", null=True, derive=_planned, unit="元")
    actual = MoneyField("实际金额", null=True, unit="元", aliases=("金额", "实际支出"))
    voucher_no = TextField("凭证号", null=True)
    remark = TextField("备注", null=True)

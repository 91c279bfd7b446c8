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
from app.rules import regulations
from app.subjects.members.records import Member, person_told
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

    name = TextField(
        "系列名称",
        unique=True,
        help_text="例如 “迎新春”牌艺友谊赛",
        about="历届活动共同的名称，不写届次和年份",
    )
    first_year = CountField("首届年份", null=True, about="第一届在哪一年举办，填四位数字")
    remark = NotesField("备注", null=True)

    naming = (name,)


def persons(participants: Query[ActivityParticipant]) -> int:
    """Count distinct persons, as `who` tells them apart."""
    return int(participants.select(fn.COUNT(who().distinct())).order_by().scalar() or 0)


def who() -> ColumnBase:
    """Return the SQL by which participants differ."""
    participant = ActivityParticipant
    return person_told(participant.member, participant.name, participant.employer)


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

    enter_by = DateField("报名截止", null=True, about="过了这一天不再收报名，现场报名的另外标明")
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
        about="活动第一天，统计按这一天归到年度",
    )
    ends_on = DateField(
        "结束日期", since=starts_on, aliases=("结束时间",), about="活动最后一天，一天办完的与开始日期相同"
    )
    activity_no = SerialField("活动编号", "HD", dated_by=starts_on, unique=True)
    name = TextField(
        "活动名称",
        aliases=("名称",),
        help_text="例如 2011年企业迎春联谊会",
        about="活动的全称，写上年度，总结中用它称呼",
    )
    edition = CountField(
        "届次", null=True, least=1, unit="届", help_text="第四届填 4", about="这是这个系列的第几届"
    )
    series = ReferenceField(
        "系列",
        ActivitySeries,
        null=True,
        wanted_if=(When(edition),),
        help_text="历届之间比较人数和获奖数",
        about="每年或每届都办的同一项活动归在哪个系列",
    )
    kind = ChoiceField(
        "类别",
        KINDS,
        synonyms={"联谊": "文艺联谊", "比赛": "体育比赛", "讲座": "培训讲座"},
        aliases=("活动类别", "活动类型"),
        about="活动属于哪一类，统计按类别分",
    )
    our_role = ChoiceField("我方角色", ROLES, default="主办", about="本会是主办、协办，还是只组队参加")
    organiser = TextField(
        "主办单位",
        null=True,
        suggest=True,
        wanted_if=(When(our_role, *FOR_OTHERS),),
        about="出面主办的单位，本会主办的写本会",
    )
    co_organiser = TextField(
        "协办单位",
        null=True,
        suggest=True,
        wanted_if=(When(our_role, TOGETHER),),
        help_text="例如 社区妇联",
        about="一起办的其他单位，没有的不填",
    )
    place = TextField(
        "地点",
        null=True,
        suggest=True,
        aliases=("活动地点", "举办地点"),
        about="写到场馆和楼层，通知和签到表上照印",
    )
    theme = TextField("主题", null=True, aliases=("活动主题",), about="海报上的那句话，没有的不填")
    audience = TextField(
        "对象",
        null=True,
        suggest=True,
        aliases=("参加对象", "活动对象"),
        about="哪些人可以参加，例如 辖区企业职工",
    )
    aims = NotesField("目的和背景", null=True, aliases=("活动目的",), about="为什么办这项活动，方案上照印")
    rules = NotesField("规则和评奖办法", null=True, about="比赛怎样进行，怎样评奖")
    planned_count = CountField("计划人数", null=True, unit="人", about="打算有多少人参加")
    entered = Derived("报名人数", _entered, align="right", about="已登记的参加人员有多少人")
    stated_count = CountField(
        "填报参加人数",
        null=True,
        unit="人",
        help_text="没有逐人登记时填写",
        about="没有逐人登记时，从秩序册等抄来的人数",
    )
    stated_awards = CountField(
        "填报获奖数",
        null=True,
        unit="个",
        help_text="没有逐项登记时填写",
        about="没有逐项登记时，从通报等抄来的获奖数",
    )
    stated_source = TextField(
        "填报来源",
        null=True,
        suggest=True,
        required_if=(When(stated_count), When(stated_awards)),
        help_text="例如 主办方秩序册",
        about="填报的数从哪份材料抄来，以后好查",
    )
    attended = CountField(
        "参加人数",
        short="人数",
        null=True,
        derive=_attended,
        unit="人",
        aliases=("实际参加人数",),
        about="实际参加的人数，有签到的按签到，没有的按填报",
    )
    awarded = CountField(
        "获奖数",
        short="获奖",
        null=True,
        derive=_awarded,
        unit="个",
        about="一共得了多少个奖，有逐项登记的按登记",
    )
    teams = Derived("队数", _teams, align="right", sort=_by_teams, about="已登记的队伍有多少支")
    budget_total = MoneyField(
        "预算总额",
        null=True,
        unit="元",
        aliases=("预算", "经费预算", "预算金额"),
        about="批准可以花的总数，与经费明细核对",
    )
    actual_cost = MoneyField(
        "实际支出",
        null=True,
        unit="元",
        aliases=("经费支出", "实际经费", "支出金额"),
        about="实际一共花了多少钱，超出预算会提醒",
    )
    plan_sum = Derived("预算明细合计", _write_planned, align="right", about="经费明细中预算金额的合计")
    spent_sum = Derived("支出明细合计", _write_spent, align="right", about="经费明细中实际金额的合计")
    fund_source = ChoiceField(
        "资金来源",
        FUND_SOURCES,
        null=True,
        about="办活动的钱从哪里来",
        rule=regulations.EXPENSES,
    )
    plan_name = TextField(
        "方案文件名", null=True, longest=200, about="方案文件在台账里的名称，选了文件自动填好"
    )
    plan = AttachmentField("活动方案", called=plan_name, null=True, about="活动方案的文件，存进台账随备份走")
    summary = NotesField("活动总结", null=True, aliases=("总结",), about="活动办得怎样，总结表上照印")
    status = ChoiceField("状态", ActivityStatus, default=ActivityStatus.PLANNED.value)
    cancel_reason = TextField("取消原因", null=True, about="为什么取消，例如 天气、疫情")
    handled_by = TextField("经办人", null=True, suggest=True, about="筹办这项活动的本会工作人员")
    registered_on = DateField("登记日期", entered=True, default=date.today)
    remark = NotesField("备注", null=True)

    naming = (name, activity_no)


class ActivityProject(Record):
    """One of the things competed in at an event (项目)."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="projects")
    name = TextField(
        "项目名称", suggest=True, aliases=("项目",), about="比赛或活动的项目，例如 中国象棋、80分"
    )
    mode = ChoiceField(
        "团体或个人",
        ("个人", "团体"),
        default="个人",
        synonyms={"个人赛": "个人", "团体赛": "团体"},
        about="一个人比的选个人，组队比的选团体",
    )
    group_name = TextField("组别", null=True, suggest=True, about="项目里分的组，例如 男子组、青年组")
    remark = TextField("备注", null=True)

    naming = (name,)


class ActivityTeam(Record):
    """A team at an event."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="team_rows")
    name = TextField("队名", aliases=("队伍名称", "代表队"), about="队伍的名称，报名和获奖时用同一个")
    unit_name = TextField(
        "所属单位",
        null=True,
        suggest=True,
        aliases=("单位名称", "参赛单位", "单位"),
        about="派出队伍的单位名称",
    )
    enterprise = NamedLink(
        "所属企业",
        Enterprise,
        by=unit_name,
        fills=taken(unit_name="name"),
        about="派出队伍的单位在企业台账中的那一条",
    )
    leader = PersonNameField("领队", null=True, aliases=("领队姓名",), about="带队的人，有事与他联系")
    headcount = CountField(
        "人数", null=True, unit="人", aliases=("队员人数", "参赛人数"), about="这支队一共多少人，包括领队"
    )
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
    member = ReferenceField(
        "会员", Member, null=True, fills=taken("name", "employer"), about="参加的人是本会会员时，从名册中选"
    )
    name = PersonNameField(
        "姓名",
        alone=True,
        index=True,
        aliases=("参加人", "参加人员", "参赛人", "队员姓名"),
        about="参加人的姓名，选了会员自动填好",
    )
    employer = TextField(
        "单位",
        suggest=True,
        units=Enterprise,
        aliases=("工作单位", "所在单位", "单位名称", "参赛单位"),
        about="参加人的单位，统计有多少家单位参加用",
    )
    mobile = MobileField(
        "电话",
        null=True,
        aliases=(
            "手机号码",
            "手机",
        ),
        about="通知比赛时间用，签到表可以不印",
    )
    project = TextField(
        "项目",
        null=True,
        offers=_projects_there,
        aliases=("参赛项目", "比赛项目"),
        about="参加哪个项目，同一项目只登记一次",
    )
    team = TextField(
        "队名",
        null=True,
        offers=_teams_there,
        aliases=("队", "代表队", "队伍", "队伍名称"),
        about="代表哪支队参加，个人参加的不填",
    )
    number = TextField("号码", null=True, longest=10, about="比赛时戴的号码布，没有的不填")
    entered_on = DateField("报名日期", null=True, about="报名的日子，不晚于报名截止")
    walk_in = FlagField("现场报名", default=False, about="没有预先报名、当天到场参加的选“是”")
    signed_in = FlagField("已签到", default=False, about="当天已经签到的选“是”，参加人数按签到计")
    signed_at = TimeField("签到时间", null=True, help_text="例如 8:30", about="签到的钟点，迟到的裁判要看")
    remark = TextField("备注", null=True)

    naming = (name,)


def _in_top_three(award: ActivityAward) -> bool:
    return award.rank in TOP_THREE


class ActivityAward(Record):
    """An award won at an event: by a person, a team, a unit, or the office itself."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="awards", aliases=("活动名称",))
    recipient_kind = ChoiceField(
        "获奖对象", (*OTHERS, OURSELVES), default=OTHERS[0], about="奖发给个人、队、单位，还是本会"
    )
    winner = TextField(
        "获奖者",
        null=True,
        offers=_winners_there,
        required_if=(When(recipient_kind, *OTHERS),),
        aliases=("姓名", "队名", "获奖人", "获奖人员", "获奖单位", "获奖队"),
        help_text="本会获奖可不填",
        about="获奖的人、队或单位的名称",
    )
    employer = TextField(
        "单位",
        null=True,
        suggest=True,
        units=Enterprise,
        aliases=("单位名称", "所在单位"),
        about="获奖人从哪家单位来，获奖名单上照印",
    )
    project = TextField(
        "项目", null=True, offers=_projects_there, aliases=("获奖项目", "比赛项目"), about="在哪个项目中获奖"
    )
    group_name = TextField("组别", null=True, suggest=True, about="在项目的哪一组中获奖")
    rank = ChoiceField(
        "名次",
        RANKS,
        aliases=("奖项", "等次", "获奖等次", "获奖等级", "获奖名次"),
        about="得了第几名，优胜奖不算前三名",
    )
    rank_text = TextField(
        "奖项名称",
        null=True,
        required_if=(When(rank, OTHER_RANK),),
        about="不是名次的奖在这里写名称，例如 最佳人气奖",
    )
    top_three = FlagField("前三名", derive=_in_top_three, about="第一到第三名自动标出，统计前三名用")
    certificate = FlagField("有证书", default=False, about="发了获奖证书的选“是”")
    prize = TextField(
        "奖品名称", null=True, suggest=True, aliases=("奖品",), about="发的奖品是什么，例如 羽毛球拍"
    )
    prize_count = CountField("数量", null=True, about="发给获奖者多少件奖品")
    amount = MoneyField(
        "奖品金额",
        null=True,
        unit="元",
        aliases=("金额",),
        about="奖品值多少钱，不超过“设置”中的奖品限额",
        rule=regulations.EXPENSES,
    )
    granted_by = TextField("授予单位", null=True, suggest=True, about="奖状落款的单位，外面比赛得的写对方")
    awarded_on = DateField(
        "颁奖日期",
        null=True,
        past=True,
        aliases=("获奖日期", "获奖时间"),
        about="奖状上的日子，获奖统计归在这一年",
    )
    remark = TextField("备注", null=True)


def _planned(line: ActivityBudgetLine) -> int | None:
    return None if line.unit_price is None else int(line.unit_price) * int(line.quantity or 0)


class ActivityBudgetLine(Record):
    """A line of an event's budget, and what it really cost."""

    activity_id: int | None

    activity = ReferenceField("活动", Activity, backref="budget_lines")
    item = ChoiceField(
        "科目", BUDGET_ITEMS, aliases=("支出项目", "费用名称", "项目"), about="这笔钱花在哪一类上"
    )
    purpose = TextField(
        "用途说明",
        null=True,
        help_text="例如 一等奖奖品",
        aliases=("用途", "说明"),
        about="这笔钱具体买什么或付给谁",
    )
    quantity = CountField("数量", default=1, least=1, about="买多少件，或请几个人")
    unit_price = MoneyField("单价", unit="元", about="每件或每人多少钱")
    planned = MoneyField("预算金额", null=True, derive=_planned, unit="元", about="数量乘单价，自动算出")
    actual = MoneyField(
        "实际金额", null=True, unit="元", aliases=("金额", "实际支出"), about="实际花了多少钱，按发票填"
    )
    voucher_no = TextField("凭证号", null=True)
    remark = TextField("备注", null=True)

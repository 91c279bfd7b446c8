"""Valid records of publications, bulletins, returns, interns and the club; a test names what it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

from app.keeping import keeping
from app.records.base import Record
from app.subjects.publications.bulletins.records import Bulletin, BulletinRecipient
from app.subjects.publications.bulletins.register import BULLETINS, RECIPIENTS
from app.subjects.publications.club.records import ClubItem, Lending, Stocktake
from app.subjects.publications.club.register import CLUB, LENDINGS, STOCKTAKES
from app.subjects.publications.interns.records import Intern, InternAssessment, InternPlan
from app.subjects.publications.interns.register import ASSESSMENTS, INTERNS, PLANS
from app.subjects.publications.records import Distribution, Periodical, Subscription, SubscriptionQuota
from app.subjects.publications.register import (
    DISTRIBUTIONS,
    PUBLICATIONS,
    QUOTAS,
    SUBSCRIPTIONS,
    YEARLY_TASKS,
)
from app.subjects.publications.returns.records import AnnualReturn
from app.subjects.publications.returns.register import RETURNS
from app.subjects.publications.yearly_tasks.records import YearlyTask

_numbers = count(1)


def make_title(**values: object) -> Periodical:
    """Save a newspaper of 180 yuan a year."""
    defaults = {"name": f"劳动报{next(_numbers)}", "yearly_price": 180_00}
    return keeping.save(PUBLICATIONS, Periodical(**(defaults | values)))


def new_subscription(title: Periodical, **values: object) -> Subscription:
    """Return an order of 110 copies for 2011, not saved yet."""
    defaults = {"year": 2011, "copies": 110, "unit_price": 180_00, "ordered_on": date(2010, 12, 15)}
    return Subscription(periodical=title, **(defaults | values))


def make_subscription(title: Periodical, **values: object) -> Subscription:
    """Save an order of 110 copies for 2011."""
    return keeping.save(SUBSCRIPTIONS, new_subscription(title, **values))


def new_distribution(title: Periodical, **values: object) -> Distribution:
    """Return two copies handed to a union for 2011, not saved yet."""
    defaults = {"year": 2011, "given_on": date(2011, 1, 6), "unit": "有司建筑公司工会", "copies": 2}
    return Distribution(periodical=title, **(defaults | values))


def make_distribution(title: Periodical, **values: object) -> Distribution:
    """Save two copies handed to a union for 2011."""
    return keeping.save(DISTRIBUTIONS, new_distribution(title, **values))


def new_quota(title: Periodical, **values: object) -> SubscriptionQuota:
    """Return a quota of 110 copies for 2011, not saved yet."""
    return SubscriptionQuota(periodical=title, **({"year": 2011, "copies": 110} | values))


def make_quota(title: Periodical, **values: object) -> SubscriptionQuota:
    """Save a quota of 110 copies for 2011."""
    return keeping.save(QUOTAS, new_quota(title, **values))


def make_task(**values: object) -> YearlyTask:
    """Save what 2011 asks: three or four bulletins a month."""
    return keeping.save(YEARLY_TASKS, YearlyTask(**({"year": 2011} | values)))


def new_bulletin(**values: object) -> Bulletin:
    """Return a bulletin sent on 10 March 2011, not saved yet."""
    defaults = {
        "title": f"社区工会动态第{next(_numbers)}期",
        "author": "李强",
        "drafted_on": date(2011, 3, 8),
        "reviewer": "王芳",
        "approved_on": date(2011, 3, 9),
        "sent_on": date(2011, 3, 10),
        "status": "已报送",
    }
    return Bulletin(**(defaults | values))


def make_bulletin(**values: object) -> Bulletin:
    """Save a bulletin sent on 10 March 2011."""
    return keeping.save(BULLETINS, new_bulletin(**values))


def make_draft(**values: object) -> Bulletin:
    """Save a bulletin that nobody approved yet."""
    blank = {"reviewer": None, "approved_on": None, "sent_on": None, "status": "拟稿"}
    return make_bulletin(**(blank | values))


def new_recipient(bulletin: Bulletin, **values: object) -> BulletinRecipient:
    """Return a bulletin's way to the district union, not saved yet."""
    defaults = {"channel": "区总工会", "sent_on": date(2011, 3, 10)}
    return BulletinRecipient(bulletin=bulletin, **(defaults | values))


def make_recipient(bulletin: Bulletin, **values: object) -> BulletinRecipient:
    """Save a bulletin's way to the district union."""
    return keeping.save(RECIPIENTS, new_recipient(bulletin, **values))


def new_return(**values: object) -> AnnualReturn:
    """Return an independent union's return for 2011, in hand, not saved yet."""
    defaults = {
        "year": 2011,
        "union_name": f"第{next(_numbers)}公司工会",
        "union_type": "独立工会",
        "ownership": "私营",
        "workers": 100,
        "members": 80,
        "received_on": date(2011, 10, 12),
        "status": "已收",
    }
    return AnnualReturn(**(defaults | values))


def make_return(**values: object) -> AnnualReturn:
    """Save an independent union's return for 2011, in hand."""
    return keeping.save(RETURNS, new_return(**values))


def make_missing_return(**values: object) -> AnnualReturn:
    """Save the row of a union that did not report for 2011 yet."""
    return make_return(**({"workers": None, "members": None, "received_on": None, "status": "未报"} | values))


def make_entered_return(**values: object) -> AnnualReturn:
    """Save a return for 2011 that stands in the national software."""
    entered = {"status": "已录入国家软件", "check_result": "通过", "entered_on": date(2011, 10, 20)}
    return make_return(**(entered | values))


def new_intern(**values: object) -> Intern:
    """Return an intern from July to September 2011, not saved yet."""
    defaults = {
        "name": "陆小安",
        "school": f"第{next(_numbers)}大学",
        "mentor": "王芳",
        "first_day": date(2011, 7, 4),
        "last_day": date(2011, 9, 30),
        "agreement_on": date(2011, 7, 1),
    }
    return Intern(**(defaults | values))


def make_intern(**values: object) -> Intern:
    """Save an intern from July to September 2011."""
    return keeping.save(INTERNS, new_intern(**values))


def new_assessment(intern: Intern, month: str = "2011-07", **values: object) -> InternAssessment:
    """Return the assessment of a month, not saved yet."""
    defaults = {"days_present": 20, "tasks_done": "全部完成", "score": 92, "mentor": "王芳"}
    return InternAssessment(intern=intern, month=month, **(defaults | values))


def make_assessment(intern: Intern, month: str = "2011-07", **values: object) -> InternAssessment:
    """Save the assessment of a month."""
    return keeping.save(ASSESSMENTS, new_assessment(intern, month, **values))


def make_plan(intern: Intern, **values: object) -> InternPlan:
    """Save a month of an intern's plan."""
    defaults = {"month": "2011-07", "areas": ("日常工作", "走访企业"), "content": "熟悉工会台账"}
    return keeping.save(PLANS, InternPlan(intern=intern, **(defaults | values)))


def new_item(**values: object) -> ClubItem:
    """Return four boards of a game, not saved yet."""
    defaults = {"name": "象棋", "kind": "棋牌", "pieces": 4, "acquired_on": date(2011, 3, 1)}
    return ClubItem(**(defaults | values))


def make_item(**values: object) -> ClubItem:
    """Save four boards of a game."""
    return keeping.save(CLUB, new_item(**values))


def new_lending(item: ClubItem, **values: object) -> Lending:
    """Return one piece lent from 1 to 15 June 2011, not saved yet."""
    defaults = {"borrower": "周永福", "lent_on": date(2011, 6, 1), "due_on": date(2011, 6, 15)}
    return Lending(item=item, **(defaults | values))


def make_lending(item: ClubItem, **values: object) -> Lending:
    """Save one piece lent from 1 to 15 June 2011."""
    return keeping.save(LENDINGS, new_lending(item, **values))


def new_stocktake(item: ClubItem, **values: object) -> Stocktake:
    """Return a count in which all four boards were there, not saved yet."""
    return Stocktake(item=item, **({"counted_on": date(2011, 6, 30), "counted": 4} | values))


MAKERS: dict[str, Callable[[], Record]] = {
    "publications": lambda: make_title(post_code="3-4", publisher="市总工会", frequency="日报"),
    "publications.subscriptions": lambda: make_subscription(make_title(), paid_on=date(2010, 12, 20)),
    "publications.distributions": lambda: make_distribution(make_title(), receiver="周永福", signed=True),
    "publications.quotas": lambda: make_quota(make_title(), from_whom="区总工会"),
    "publications.bulletins": lambda: make_bulletin(body="第一行\n第二行", event_on=date(2011, 3, 8)),
    "publications.recipients": lambda: make_recipient(
        make_bulletin(), adopted=True, adopted_on=date(2011, 3, 20), issue_no="第5期", score=10
    ),
    "publications.returns": lambda: make_entered_return(
        union_type="联合工会", covered_units=12, code="31010400001", has_congress=True, has_mediation=False
    ),
    "publications.interns": lambda: make_intern(major="社会工作", mobile="13800138000", sex="女"),
    "publications.plans": lambda: make_plan(make_intern(), goal="会用台账"),
    "publications.assessments": lambda: make_assessment(make_intern(), comment="认真", signed=True),
    "publications.club": lambda: make_item(unit_price=35_50, place="活动室"),
    "publications.lendings": lambda: make_lending(make_item(), mobile="13800138000", unit="有司建筑公司"),
    "publications.stocktakes": lambda: keeping.save(
        STOCKTAKES, new_stocktake(make_item(), counted=3, remark="一副待查")
    ),
    "publications.tasks": lambda: make_task(returns_due=date(2011, 10, 25)),
}


def fill() -> None:
    """Save records in all these registers, each kind with children on two owners."""
    make_task()
    for name in ("劳动报", "工人日报"):
        title = make_title(name=name)
        make_quota(title)
        make_subscription(title)
        make_subscription(title, mode="赠阅", unit_price=0, copies=2)
        make_distribution(title)
        make_distribution(title, receiver="周永福", signed=True)
    for _ in range(2):
        make_recipient(bulletin := make_bulletin())
        make_recipient(bulletin, channel="街道党办", adopted=True, adopted_on=date(2011, 3, 20), score=5)
        intern = make_intern()
        make_plan(intern)
        make_assessment(intern)
        make_assessment(intern, "2011-08")
        item = make_item()
        make_lending(item)
        make_lending(
            item, borrower="王芳", returned_on=date(2011, 6, 9), condition="遗失", compensation=30_00,
            status="已归还",
        )  # fmt: skip
        keeping.save(STOCKTAKES, new_stocktake(item, counted=2))
    make_draft()
    make_return(year=2010, union_name="有司建筑公司工会", received_on=date(2010, 10, 8))
    make_entered_return(union_name="有司建筑公司工会", code="001")
    make_missing_return(reminders=2, reminded_on=date(2011, 10, 20))

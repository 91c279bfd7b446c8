"""The sample office itself: who it is, the lines and limits of its years, the money it got for aid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.keeping import keeping
from app.records.profile import profile
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.funds.register import FUND_INCOMES
from app.subjects.hardship.limits.records import AidLimit, PovertyLine
from app.subjects.hardship.limits.register import AID_LIMITS, POVERTY_LINES
from app.subjects.office.profile.register import PROFILE

NAME = "泰祥社区工会"
CODE = "TY"
CITY = "上海"
UPPER_UNION = "区总工会"
FOUNDED = date(2008, 5, 20)
TRADE_UNION = "泰祥物业行业工会"
CULTURAL_CENTRE = "泰祥社区文化活动中心"
SUBSIDY = "上级工会经费补助"
OWN_FUNDS = "本级工会经费"

_SOURCE = "示例"
_POVERTY_LINES = ((date(2009, 4, 1), 425_00), (date(2010, 4, 1), 450_00), (date(2011, 4, 1), 505_00))
_INCOMES = (
    (date(2010, 1, 18), SUBSIDY, 8_000_00, UPPER_UNION, "2010年春节送温暖补助"),
    (date(2011, 1, 7), SUBSIDY, 18_000_00, UPPER_UNION, "2011年元旦春节送温暖补助"),
    (date(2011, 3, 15), OWN_FUNDS, 10_000_00, "泰祥社区工会经费账户", "年度帮扶预算"),
)


_BUDGET = 60_000_00  # fen: enough to aid every household in hardship once more
_BUDGETED = timedelta(days=10)


@dataclass(frozen=True)
class Staff:
    """The names that stand below the office's lists."""

    leader: str
    auditor: str
    clerk: str


def fill_in_profile(staff: Staff) -> None:
    """Fill in the profile (单位信息) that `create` left with a name and a code only."""
    office = profile()
    values = {
        "street": "泰祥街道",
        "upper_union": UPPER_UNION,
        "city": CITY,
        "founded_on": FOUNDED,
        "address": "泰祥小区1号底楼",
        "postcode": "200031",
        "phone": "021-60000011",
        "notice_phone": "021-60000012",
        "leader": staff.leader,
        "auditor": staff.auditor,
        "clerk": staff.clerk,
    }
    keeping.assign(office, values)
    keeping.save(PROFILE, office)


def enter_aid_terms() -> None:
    """Enter the poverty lines, the limits of aid and the money that came in."""
    for day, line in _POVERTY_LINES:
        keeping.save(POVERTY_LINES, PovertyLine(effective_from=day, monthly=line, source=_SOURCE))
    for year in (2010, 2011):
        limit = AidLimit(year=year, per_time=3_000_00, per_year=6_000_00, source=_SOURCE)
        keeping.save(AID_LIMITS, limit)
    for day, source, amount, giver, remark in _INCOMES:
        income = FundIncome(
            received_on=day, fund_source=source, amount=amount, from_whom=giver, remark=remark
        )
        keeping.save(FUND_INCOMES, income)


def enter_budget(day: date) -> None:
    """Enter the money that is there on a day for the next hand-out."""
    keeping.save(
        FUND_INCOMES,
        FundIncome(
            received_on=max(day - _BUDGETED, day.replace(month=1, day=1)),
            fund_source=OWN_FUNDS,
            amount=_BUDGET,
            from_whom="泰祥社区工会经费账户",
            remark="送温暖预算",
        ),
    )

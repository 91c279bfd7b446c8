"""The sample office's insurance claims: 2,766 paid from January to November 2011, and those around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.sample.crowd import Crowd, random_shares
from app.sample.rows import Row, enter
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.records import MutualEnrolment

_PAID = {2010: 2514, 2011: 2766}  # 人次, January to November
_GRANTED = {2010: 1_905_112_40, 2011: 2_109_659_70}  # fen in these months
_IN_DECEMBER, _UNDER_WAY, _REFUSED = 96, 24, 12
_LEAST, _MOST = 80_0, 2_400_0  # of one payment, in tenths of a yuan
_HOSPITALS = ("市第六人民医院", "区中心医院", "华山医院", "中山医院", "泰祥社区卫生服务中心")
_STREETS = ("泰祥小区", "斜土路", "大木桥路", "中山南二路")
_PAPERS = ("互助金申请书", "身份证复印件", "银行卡复印件", "出院小结", "医保结算单", "费用收据")


def enter_claims(crowd: Crowd, year: int, insured: Sequence[MutualEnrolment], clerk: str) -> None:
    """Enter a year's claims on these enrolments, in the order of application."""
    chance = crowd.random
    tenths = random_shares(chance, _GRANTED[year] // 10, _PAID[year], _LEAST, _MOST)
    paid = [_paid(crowd, year, 10 * amount, range(40, 330)) for amount in tenths]
    if year == 2011:
        paid += [_paid(crowd, year, 500_00, range(334, 364)) for _ in range(_IN_DECEMBER)]
        paid += list(_others(crowd, year))
    stays: set[tuple[int, date]] = set()
    for claim in paid:
        enrolment = chance.choice(insured)
        while (enrolment.id, claim["admitted_on"]) in stays:
            enrolment = chance.choice(insured)
        stays.add((enrolment.id, claim["admitted_on"]))
        claim["enrolment"] = enrolment
    paid.sort(key=lambda claim: claim["applied_on"])
    enter([MutualClaim(handled_by=clerk, **claim) for claim in paid])


def _paid(crowd: Crowd, year: int, granted: int, days: range) -> Row:
    """Return a claim paid on one of these days of the year, counted from its first."""
    paid_on = date(year, 1, 1) + timedelta(days=crowd.random.choice(days))
    return _stay(crowd, paid_on - timedelta(days=9), granted) | {
        "granted": granted,
        "granted_on": paid_on,
        "status": "已给付",
    }


def _stay(crowd: Crowd, applied_on: date, claimed: int) -> Row:
    own_share = claimed * crowd.random.choice((2, 3))
    serious = crowd.random.random() < 0.08
    return {
        "applied_on": applied_on,
        "kind": "大病" if serious else "住院",
        "admitted_on": applied_on - timedelta(days=crowd.random.randint(12, 30)),
        "discharged_on": applied_on - timedelta(days=crowd.random.randint(3, 11)),
        "address": f"{_STREETS[applied_on.day % len(_STREETS)]}{10 * applied_on.month + applied_on.day}号",
        "hospital": crowd.random.choice(_HOSPITALS),
        "total_cost": own_share * 4,
        "insurance_paid": own_share * 3,
        "own_share": own_share,
        "claimed": claimed,
        "papers": (*_PAPERS, "大病证明") if serious else _PAPERS,
    }


def _others(crowd: Crowd, year: int) -> Iterator[Row]:
    """Yield the claims of the year's end that are under way, and those that were refused."""
    for position in range(_UNDER_WAY):
        stay = _stay(crowd, date(year, 12, 8) + timedelta(days=position % 22), 400_00)
        state = ("受理", "报上级", "补材料")[position % 3]
        yield stay | {"status": state, "lacking": "出院小结" if state == "补材料" else None}
    for position in range(_REFUSED):
        stay = _stay(crowd, date(year, 3, 1) + timedelta(days=20 * position), 300_00)
        yield stay | {"status": "不予给付", "refused_reason": "不属于保障范围"}

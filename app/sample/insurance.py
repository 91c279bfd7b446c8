"""The sample office's mutual insurance: products, those enrolled in 2010 and 2011, consultations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.rules.working_days import add_working_days
from app.sample.claims import enter_claims
from app.sample.crowd import Crowd, Stranger, random_shares
from app.sample.office import Staff
from app.sample.rows import enter
from app.subjects.insurance.records import MutualConsultation, MutualEnrolment, MutualGroup, MutualProduct

_WORKING, _RETIRED = range(1955, 1990), range(1935, 1951)


class _Terms(NamedTuple):
    name: str
    kind: str
    audience: tuple[str, ...]
    premium: int  # fen a year and person
    singles_2010: int
    singles_2011: int  # how many enrolled by themselves


_IN_PATIENT = _Terms("在职住院保障", "住院", ("在职", "散户"), 60_00, 994, 1092)
_PENSIONERS = _Terms("退休住院保障", "退休住院", ("退休", "散户"), 78_00, 259, 284)
_WOMEN = _Terms("女职工特种病保障", "女职工", ("在职", "散户"), 50_00, 390, 429)
_PRODUCTS = (_IN_PATIENT, _PENSIONERS, _WOMEN)
"""In 2011: 1,092 × 60 + 284 × 78 + 429 × 50 = 109,122 yuan from 1,805 single enrolments."""

_UNITS = (
    ("泰祥街道办事处", "机关", 46, 18),
    ("泰祥司法所", "机关", 12, 4),
    ("泰祥税务所", "机关", 28, 9),
    ("泰祥派出所", "机关", 52, 14),
    ("泰祥第一小学", "事业", 48, 26),
    ("泰祥第二小学", "事业", 41, 19),
    ("泰祥中学", "事业", 67, 33),
    ("泰祥幼儿园", "事业", 29, 8),
    ("泰祥社区卫生服务中心", "事业", 58, 21),
    ("泰祥文化活动中心", "事业", 14, 5),
    ("泰祥图书馆", "事业", 11, 6),
    ("泰祥环卫所", "事业", 36, 15),
)
_LISTED = 5  # so many units, the first, handed in the names of 2011 in a table
_CONSULTED = {2010: 3124, 2011: 3468}  # 人次, January to November
_IN_DECEMBER = (6, 19)  # persons on a day, at least and at most


def enter_insurance(staff: Staff) -> None:
    """Enter the products, the units and persons enrolled, their claims, and the days' questions."""
    crowd = Crowd(812)
    clerk = staff.clerk
    for year in (2010, 2011):
        products = [_product(year, terms) for terms in _PRODUCTS]
        enter(products)
        groups = [_group(year, product, unit, clerk) for unit in _UNITS for product in products[:2]]
        enter(groups)
        enrolments = list(_singles(crowd, products, clerk))
        if year == 2011:
            enrolments += [
                enrolment for group in groups[: 2 * _LISTED] for enrolment in _roster(crowd, group, clerk)
            ]
        enter(enrolments)
        enter_claims(
            crowd, year, [enrolment for enrolment in enrolments if enrolment.product.kind != "女职工"], clerk
        )
        enter(list(_consultations(crowd, year, clerk)))


def _product(year: int, terms: _Terms) -> MutualProduct:
    return MutualProduct(
        name=terms.name,
        year=year,
        kind=terms.kind,
        audience=terms.audience,
        premium=terms.premium,
        cover_from=date(year, 1, 1),
        cover_to=date(year, 12, 31),
        yearly_cap=20_000_00,
        benefit="住院自付部分按规定比例给付" if terms is not _WOMEN else "确诊后一次性给付",
    )


def _group(year: int, product: MutualProduct, unit: tuple[str, str, int, int], clerk: str) -> MutualGroup:
    name, kind, active, retired = unit
    takes_retired = product.kind == "退休住院"
    persons = {"active_count": 0, "retired_count": retired} if takes_retired else {"active_count": active}
    return MutualGroup(
        registered_on=date(year, 1, 6),
        product=product,
        unit_name=name,
        unit_kind=kind,
        fee_received=product.premium * (retired if takes_retired else active),
        received_on=date(year, 1, 14),
        papers=("参保单(一式两份)", "名册(纸质)", "名册(电子)"),
        completed_on=date(year, 1, 28),
        status="已完成",
        handled_by=clerk,
        **persons,
    )


def _singles(crowd: Crowd, products: list[MutualProduct], clerk: str) -> Iterator[MutualEnrolment]:
    """Yield the single persons; most women of the third product are in the first, too."""
    women: list[Stranger] = []
    for product, terms in zip(products, _PRODUCTS, strict=True):
        number = terms.singles_2011 if product.year == 2011 else terms.singles_2010
        for position in range(number):
            if terms is _WOMEN:
                person = women[position] if position < len(women) else crowd.person("女", _WORKING)
            else:
                born = _RETIRED if terms is _PENSIONERS else _WORKING
                person = crowd.person(crowd.random.choice("男女"), born)
            if terms is _IN_PATIENT and person.sex == "女":
                women.append(person)
            yield _enrolment(crowd, product, person, clerk, mobile=person.mobile)


def _roster(crowd: Crowd, group: MutualGroup, clerk: str) -> Iterator[MutualEnrolment]:
    for _ in range(group.active_count + group.retired_count):
        born = _RETIRED if group.retired_count else _WORKING
        person = crowd.person(crowd.random.choice("男女"), born)
        yield _enrolment(
            crowd, group.product, person, clerk, mode="单位集体", group=group, employer=group.unit_name
        )


def _enrolment(
    crowd: Crowd, product: MutualProduct, person: Stranger, clerk: str, **values: object
) -> MutualEnrolment:
    day = date(product.year, 1, 4) + timedelta(days=crowd.random.randrange(24))
    return MutualEnrolment(
        registered_on=day,
        product=product,
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        id_number=person.id_number,
        work_state="退休" if product.kind == "退休住院" else "在职",
        renewal=crowd.random.choice(("新保", "续保", "续保")),
        premium=product.premium,
        cover_from=product.cover_from,
        cover_to=product.cover_to,
        paid_on=day,
        status="到期" if product.year == 2010 else "有效",
        handled_by=clerk,
        **values,
    )


def _consultations(crowd: Crowd, year: int, clerk: str) -> Iterator[MutualConsultation]:
    days = []
    day = date(year, 1, 3)
    while (day := add_working_days(day, 1).day).year == year:
        days.append(day)
    before = [day for day in days if day.month < 12]
    counts = random_shares(crowd.random, _CONSULTED[year], len(before), 4, 30)
    counts += [crowd.random.randint(*_IN_DECEMBER) for _ in days[len(before) :]]
    for day, persons in zip(days, counts, strict=True):
        yield MutualConsultation(
            asked_on=day,
            way=crowd.random.choice(("窗口", "窗口", "窗口", "电话")),
            persons=persons,
            topic=crowd.random.choice(("参保办法", "住院报销", "大病报销", "续保")),
            handled_by=clerk,
        )

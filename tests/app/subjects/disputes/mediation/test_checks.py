"""The rules of mediators and mediation bodies, one by one (domain 4.2)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.subjects.disputes.mediation.records import MediationBody
from app.subjects.disputes.mediation.register import BODIES, MEDIATORS
from tests.factories.disputes import make_body, make_mediator
from tests.helpers.problems import blocked, warned


def test_a_mediator_of_the_same_name_is_doubtful(office: Office) -> None:
    first = make_mediator(name="欧阳静")
    twin = type(first)(name="欧阳静", appointed_on=date(2011, 4, 1))
    assert "同名" in warned(MEDIATORS, twin)["name"]
    assert warned(MEDIATORS, first) == {}


def test_a_mediator_leaves_after_being_appointed(office: Office) -> None:
    mediator = make_mediator()
    mediator.left_on = date(2011, 3, 31)
    assert "left_on" in blocked(MEDIATORS, mediator)


def test_a_body_stands_once_in_the_list(office: Office) -> None:
    first = make_body()
    twin = MediationBody(name=first.name, form="调解委员会", kind=first.kind)
    assert "已登记" in blocked(BODIES, twin)["name"]
    assert blocked(BODIES, first) == {}


def test_a_body_ends_after_its_founding(office: Office) -> None:
    body = make_body(founded_on=date(2011, 4, 1), ended_on=date(2011, 4, 1))
    assert blocked(BODIES, body) == {}
    body.ended_on = date(2011, 3, 31)
    assert "早于成立日期" in blocked(BODIES, body)["ended_on"]

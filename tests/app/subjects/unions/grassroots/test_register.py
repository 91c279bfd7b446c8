"""The life of a grassroots union, and what its list can be asked (domain 2.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app import listing
from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria, SortKey
from app.office import Office
from app.register import Register
from app.subjects.members.register import MEMBERS
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.records import GrassrootsUnion, UnionElection, unions_standing
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.people import make_enterprise, make_member
from tests.factories.unions import make_election, make_independent, make_seat, make_union
from tests.helpers.problems import advance, forbidden, step_called

STATES = ("筹建", "正常", "到期未换届", "停摆", "撤销")
STEPS = {
    "批复成立": ({"筹建"}, "正常"),
    "换届": ({"正常", "到期未换届", "停摆"}, "正常"),
    "标记到期未换届": ({"正常"}, "到期未换届"),
    "恢复活动": ({"停摆"}, "正常"),
    "停摆": ({"正常", "到期未换届"}, "停摆"),
    "撤销": ({"筹建", "正常", "到期未换届", "停摆"}, "撤销"),
}
ASKED = {
    "founded_on": date(2009, 6, 1),
    "term_start": date(2012, 6, 1),
    "term_no": 2,
    "status_date": date(2012, 6, 1),
    "status_reason": "单位注销",
}


def _union(state: str) -> GrassrootsUnion:
    if state == "筹建":
        return make_union(status=state, founded_on=None, term_start=None)
    told = {"status_date": date(2011, 1, 1)} if state == "撤销" else {}
    return make_union(status=state, status_reason="停产", **told)


def test_every_step_is_tried() -> None:
    assert {step.title for step in UNIONS.steps} == STEPS.keys()


@pytest.mark.parametrize("title", STEPS)
@pytest.mark.parametrize("state", STATES)
def test_a_step_is_taken_from_where_it_may_start_only(office: Office, title: str, state: str) -> None:
    sources, target = STEPS[title]
    union = _union(state)
    values = {asked.name: ASKED[asked.name] for asked in step_called(UNIONS, title).asks}
    if state not in sources:
        with pytest.raises(Refused, match=state):
            advance(UNIONS, union, title, values)
        return
    advance(UNIONS, union, title, values)
    assert GrassrootsUnion.get_by_id(union.id).status == target


def test_a_union_that_is_set_up_begins_its_first_term_that_day(office: Office) -> None:
    union = make_union(status="筹建", founded_on=None, term_start=None, term_end_set=None)
    advance(UNIONS, union, "批复成立", {"founded_on": date(2011, 4, 12)})
    stored = GrassrootsUnion.get_by_id(union.id)
    assert (stored.term_start, stored.term_end) == (date(2011, 4, 12), date(2014, 4, 12))


def test_an_election_begins_a_term_and_is_noted(office: Office) -> None:
    union = make_union(term_end_set=date(2012, 5, 1), status="到期未换届")
    advance(UNIONS, union, "换届", {"term_start": date(2012, 6, 1), "term_no": 2})
    stored = GrassrootsUnion.get_by_id(union.id)
    assert (stored.term_no, stored.term_end, stored.status) == (2, date(2015, 6, 1), "正常")
    (election,) = UnionElection.select().where(UnionElection.union == union)
    assert (election.held_on, election.term_no) == (date(2012, 6, 1), 2)


def test_an_election_that_was_entered_already_is_not_noted_again(office: Office) -> None:
    union = make_union()
    make_election(union, held_on=date(2012, 5, 30), term_no=2)
    advance(UNIONS, union, "换届", {"term_start": date(2012, 6, 1), "term_no": 2})
    assert UnionElection.select().where(UnionElection.union == union).count() == 1


def test_an_election_goes_forward(office: Office) -> None:
    union = make_union(term_no=2)
    told = forbidden(UNIONS, union, "换届", term_start=date(2009, 6, 1), term_no=2)
    assert told.keys() == {"term_start", "term_no"}
    assert forbidden(UNIONS, union, "换届", term_start=date(2009, 6, 2), term_no=3) == {}


def test_dissolving_without_a_reason_is_refused(office: Office) -> None:
    with pytest.raises(Blocked, match="请填写停摆或撤销原因"):
        advance(UNIONS, make_union(), "撤销", {"status_date": date(2012, 6, 1)})


def test_the_annual_statistics_know_two_kinds_of_union(office: Office) -> None:
    kinds = {
        "独立工会": "单独基层工会",
        "联合工会": "联合基层工会",
        "小区工会": "联合基层工会",
        "行业工会": "联合基层工会",
        "楼宇(园区)工会联合会": "其他",
        "社区工会": "其他",
    }
    for kind, organisation in kinds.items():
        union = make_union(union_type=kind, enterprise=make_enterprise())
        assert GrassrootsUnion.get_by_id(union.id).organisation == organisation


def test_the_chair_stands_in_the_list(office: Office) -> None:
    union = make_union()
    make_seat(union, name="王芳", post="主席", left_on=date(2010, 1, 1))
    make_seat(union, name="李强", post="主席")
    other = make_union()
    make_seat(other, name="安小明", post="主席")
    assert GrassrootsUnion.get_by_id(union.id).chair == "李强"
    assert listing.ids(UNIONS, Criteria(order=(SortKey("chair"),))) == [other.id, union.id]


def test_the_number_of_unions_is_that_of_a_day(office: Office) -> None:
    make_union(founded_on=date(2009, 6, 1))
    make_union(founded_on=date(2011, 4, 12), term_start=date(2011, 4, 12))
    make_union(status="撤销", status_date=date(2011, 5, 1), status_reason="单位注销")
    make_union(status="筹建", founded_on=None, term_start=None)
    days = (date(2009, 5, 31), date(2010, 12, 31), date(2011, 4, 30), date(2011, 5, 1))
    assert [unions_standing(day).count() for day in days] == [0, 2, 3, 2]


def _found(register: Register, title: str) -> set[int]:
    return set(listing.ids(register, Criteria(filters={title: (True,)})))


def test_terms_that_are_over_or_end_soon_can_be_listed(office: Office) -> None:
    today = date.today()
    over = make_union(term_end_set=today - timedelta(days=1))
    last_day = make_union(term_end_set=today)
    soon = make_union(term_end_set=today + timedelta(days=183))
    make_union(term_end_set=today + timedelta(days=184))
    make_union(
        term_end_set=today - timedelta(days=1), status="撤销", status_date=today, status_reason="单位注销"
    )
    assert _found(UNIONS, "任期已过") == {over.id}
    assert _found(UNIONS, "半年内到期") == {last_day.id, soon.id}


def test_the_unions_of_closed_units_can_be_listed(office: Office) -> None:
    union = make_independent(make_enterprise(business_status="注销"))
    make_independent()
    assert _found(UNIONS, "单位已关闭") == {union.id}


def test_units_of_fifty_without_a_union_can_be_listed(office: Office) -> None:
    large = make_enterprise(employee_count=50, union_status="未建会")
    preparing = make_enterprise(employee_count=51, union_status="筹备组建中")
    make_enterprise(employee_count=49, union_status="未建会")
    make_enterprise(employee_count=50, union_status="已建会")
    make_enterprise(employee_count=50, union_status="未建会", business_status="注销")
    assert _found(ENTERPRISES, "规模以上未建会") == {large.id, preparing.id}


def test_members_of_closed_enterprises_can_be_listed(office: Office) -> None:
    closed = make_enterprise(business_status="注销")
    member = make_member(employer=closed.name)
    make_member(employer=make_enterprise().name)
    make_member(employer="灵活就业")
    assert _found(MEMBERS, "单位已关闭") == {member.id}


def test_a_union_in_the_bin_takes_its_committee_with_it(office: Office) -> None:
    union = make_union()
    seat = make_seat(union, post="主席")
    keeping.to_bin(UNIONS, [union.id])
    assert type(seat).get_by_id(seat.id).deleted_at is not None
    keeping.restore(UNIONS, [union.id])
    assert type(seat).get_by_id(seat.id).deleted_at is None

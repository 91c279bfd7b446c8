"""What a rule counts by is the office's to set (domain 0.8)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.keeping import keeping
from app.listing import Criteria, ids
from app.office import Office, close_office
from app.records.profile import Profile, profile, standard
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.insurance.due import products_due
from app.subjects.office.profile.register import PROFILE
from app.subjects.publications.bulletins.register import BULLETINS
from app.subjects.publications.club.register import LENDINGS
from app.subjects.publications.returns.register import RETURNS
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.due import terms_due
from app.subjects.unions.grassroots.register import UNIONS
from app.subjects.unions.surveys.records import Survey
from tests.factories.disputes import make_case
from tests.factories.insurance import make_enrolment, make_product
from tests.factories.people import make_enterprise
from tests.factories.publications import (
    make_item,
    make_lending,
    make_return,
    new_bulletin,
    new_lending,
    new_return,
)
from tests.factories.unions import make_survey, make_union, new_item, new_union
from tests.helpers.problems import blocked, warned

TODAY = date(2011, 6, 1)


def _set(**values: object) -> None:
    office = profile()
    keeping.assign(office, values)
    keeping.save(PROFILE, office)


def test_without_an_office_the_usual_number_counts(office: Office) -> None:
    _set(large_unit=30)
    assert standard(Profile.large_unit) == 30
    close_office()
    assert standard(Profile.large_unit) == 50


def test_a_number_that_is_taken_back_is_the_usual_one_again(office: Office) -> None:
    _set(women_for_committee=10)
    _set(women_for_committee=None)
    assert standard(Profile.women_for_committee) == 25


def test_another_number_of_women_asks_for_a_committee(office: Office) -> None:
    union = new_union(female_member_count=12, has_women_committee="设女工委员")
    assert warned(UNIONS, union) == {}
    _set(women_for_committee=10)
    assert "女会员 12 人" in warned(UNIONS, union)["has_women_committee"]


def test_the_end_of_a_term_is_told_as_early_as_is_set(office: Office) -> None:
    make_union(term_end_set=TODAY + timedelta(days=240))
    assert list(terms_due(TODAY)) == []
    _set(term_first_days=365, term_second_days=240)
    (due,) = terms_due(TODAY)
    assert "请报换届方案" in due.text


def test_units_as_large_as_is_set_are_asked_for_a_union(office: Office) -> None:
    unit = make_enterprise(employee_count=30, union_status="未建会")
    criteria = Criteria(filters={"规模以上未建会": (True,)})
    assert ids(ENTERPRISES, criteria) == []
    _set(large_unit=30)
    assert ids(ENTERPRISES, criteria) == [unit.id]


def test_a_survey_begins_with_the_size_that_is_set_and_keeps_it(office: Office) -> None:
    before = make_survey()
    _set(large_unit=100)
    assert new_item(make_survey(), employee_count=60).survey.threshold == 100
    assert Survey.get_by_id(before.id).threshold == 50


def test_renewal_is_told_as_early_as_is_set(office: Office) -> None:
    make_enrolment(make_product())
    assert list(products_due(date(2011, 10, 2))) == []
    _set(renewal_days=90)
    assert [due.days for due in products_due(date(2011, 10, 2))] == [90]


def test_an_agreement_is_followed_up_within_the_days_that_are_set(office: Office) -> None:
    ended = date.today() - timedelta(days=20)
    days: dict[str, Any] = {"applied_on": ended, "accepted_on": ended, "closed_on": ended}
    case = make_case("结案", outcome="调解成功(达成协议)", **days)
    assert "closed_on" not in warned(DISPUTES, case)
    _set(follow_up_days=15)
    assert "已超过 15 天" in warned(DISPUTES, case)["closed_on"]


def test_news_is_fresh_for_the_days_that_are_set(office: Office) -> None:
    bulletin = new_bulletin()
    assert bulletin.sent_on is not None
    bulletin.event_on = bulletin.sent_on - timedelta(days=7)
    assert warned(BULLETINS, bulletin) == {}
    _set(fresh_days=3)
    assert "应在 3 天内报送" in warned(BULLETINS, bulletin)["sent_on"]


def test_a_change_beyond_the_share_that_is_set_needs_a_note(office: Office) -> None:
    make_return(year=2010, union_name="甲工会", received_on=date(2010, 10, 8), workers=100, members=80)
    now = new_return(union_name="甲工会", workers=115, members=80)
    assert warned(RETURNS, now) == {}
    _set(noted_change=100)
    assert "变动超过 10.0%" in warned(RETURNS, now)["change_note"]


def test_books_are_lent_as_many_and_as_long_as_is_set(office: Office) -> None:
    make_lending(make_item(name="第一卷", kind="图书"))
    _set(books_each=1, lending_days=7, lending_renewals=0)
    lending = new_lending(make_item(name="第二卷", kind="图书"), renewals=1)
    assert "已有 1 本书" in warned(LENDINGS, lending)["borrower"]
    assert "只能续借 0 次" in blocked(LENDINGS, lending)["renewals"]
    assert type(lending)().due_on == date.today() + timedelta(days=7)

"""Ordinary cases of life, over all subjects: none of them is forbidden by a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.fields import Described
from app.office import Office
from app.records.base import Record
from app.register import register_of
from app.subjects.disputes.cases.records import DisputeParty
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.insurance.records import MutualEnrolment
from app.subjects.members.membership.records import DuesPayment
from app.subjects.members.records import Member
from tests.factories import (
    activities,
    contracts,
    disputes,
    donations,
    employment,
    insurance,
    paperwork,
    people,
    publications,
    unions,
)
from tests.helpers.problems import blocked

TODAY = date.today()
FOREIGNER = people.resident_id(date(1988, 3, 12), "女", area="931840")
_AID: dict[str, Any] = {"aid_kind": "子女助学", "occasion": "金秋助学", "planned_on": date(2011, 8, 25)}
_FILED = {"student_name": "周小安", "school": "上海大学"}


def _second_child() -> Record:
    """Two children of one household at school: each is aided (domain 3.7)."""
    file, batch = people.make_file(), people.make_batch(**_AID)
    people.make_payment(batch, file, **_FILED)
    return people.new_payment(batch, file, **(_FILED | {"student_name": "周小宁"}))


def _wife_outside() -> Record:
    file = people.make_file()
    wife = people.make_kin(file, relation="配偶")
    return people.new_payment(people.make_batch(), name=wife.name, id_number=wife.id_number)


def _file_after_an_old_one() -> Record:
    closed = {"status": "退档(脱困)", "closed_on": date(2011, 3, 1), "close_reason": "脱困"}
    old = people.make_file(**closed)
    days = dict.fromkeys(("applied_on", "approved_on", "opened_on"), date(2011, 6, 1))
    return people.new_file(name=old.name, id_number=old.id_number, **days)


def _child_of_both_parents() -> Record:
    """The divorced parents both live with the child, by turns."""
    hers, his = people.make_file(), people.make_file()
    child = people.make_kin(hers, relation="女")
    return people.new_kin(his, relation="女", name=child.name, id_number=child.id_number)


def _namesake_at_a_meeting() -> Record:
    meeting = paperwork.make_meeting()
    paperwork.make_attendee(meeting, name="王芳", unit="泰祥电器", post="会计")
    return paperwork.new_attendee(meeting, name="王芳", unit="泰祥电器", post="车间主任")


def _namesake_in_a_contest() -> Record:
    activity = activities.make_activity()
    who = {"name": "王伟", "employer": "泰祥电器"}
    activities.make_participant(activity, **who, mobile="13800138001")
    return activities.new_participant(activity, **who, mobile="13800138002")


def _namesake_in_a_case() -> Record:
    case = disputes.make_case(sides=False)
    disputes.make_party(case, name="王伟", id_number=None, sex="男", phone="13800138001")
    return disputes.new_party(case, name="王伟", id_number=None, sex="男", phone="13800138002")


def _paid_the_fixed_sum() -> Record:
    """A grave illness is paid a fixed sum, more than the person bore."""
    return insurance.new_claim(
        kind="大病", status="已给付", own_share=2_000_00, granted=10_000_00, granted_on=date(2011, 6, 8)
    )


def _asked_again_before_hired() -> Record:
    days = {"recommended_on": date(2011, 3, 11), "followed_up_on": date(2011, 4, 1)}
    told = {"recommended_to": "有司建筑公司", "hired_by": "有司建筑公司", "outcome": "录用"}
    return employment.new_intention(**days, **told, hired_on=date(2011, 4, 20))


def _insured_again() -> Record:
    product = insurance.make_product()
    left = {"status": "退保", "withdrawn_on": date(2010, 12, 20)}
    gone = insurance.make_enrolment(product, **left)
    return insurance.new_enrolment(product, name=gone.name, id_number=gone.id_number)


def _withdrawn_case() -> Record:
    return disputes.new_case("结案", outcome="撤回申请", closed_on=date(2011, 4, 6))


def _agreement_at_once() -> Record:
    """Signed and performed on the day of the acceptance, about no money."""
    day = date(2011, 4, 6)
    told = {"signed_on": day, "perform_by": day, "performed_on": day, "amount": 0, "performed_amount": 0}
    return disputes.new_agreement(disputes.make_case("调解中"), **told)


CASES: dict[str, Callable[[], Record]] = {
    "half of a congress agrees": lambda: contracts.new_contract(
        congress_due=30, congress_present=20, congress_agreed=15
    ),
    "two thirds exactly are there": lambda: contracts.new_contract(
        congress_due=30, congress_present=20, congress_agreed=20
    ),
    "a contract for exactly a year": lambda: contracts.new_contract(
        start_on=date(2011, 3, 8), end_on=date(2012, 3, 7)
    ),
    "three negotiators a side": lambda: contracts.new_contract(employer_reps=3, worker_reps=3),
    "signed on the day of the congress, filed the same day": lambda: contracts.new_contract(
        congress_on=date(2011, 3, 8), signed_on=date(2011, 3, 8), filed_on=date(2011, 3, 8)
    ),
    "a member from abroad with the card of 2023": lambda: people.new_member(
        id_type="外国人永久居留身份证", id_number=FOREIGNER, name="Mary Ann O'Brien"
    ),
    "a member with a passport": lambda: people.new_member(
        id_type="护照", id_number="E12345678", sex="男", birth_date=date(1980, 1, 1)
    ),
    "a member with a card that is wrong about the birthday": lambda: people.new_member(
        birth_date=date(1979, 5, 6), id_number=people.resident_id(), id_differs_reason="登记有误"
    ),
    "a member of a single rare character": lambda: people.new_member(name="𠮷"),
    "a member with a name of many parts": lambda: people.new_member(name="阿依古丽·买买提·吐尔逊"),
    "a member who joined on the sixteenth birthday": lambda: people.new_member(
        birth_date=date(1995, 3, 8), applied_on=date(2011, 3, 8), approved_on=date(2011, 3, 8)
    ),
    "a member approved on the day of the application": lambda: people.new_member(
        applied_on=date(2011, 3, 8), approved_on=date(2011, 3, 8)
    ),
    "a twin of a member": lambda: people.new_member(birth_date=people.make_member().birth_date),
    "dues in the month of the approval": lambda: DuesPayment(
        member=people.make_member(), month="2011-03", due=5_00, paid=5_00
    ),
    "dues paid by halves": lambda: DuesPayment(
        member=people.make_member(), month="2011-04", due=5_00, paid=2_50
    ),
    "a wife aided outside her husband's file": _wife_outside,
    "a new file after an old one": _file_after_an_old_one,
    "two children of one household at school": _second_child,
    "a child that lives with both parents by turns": _child_of_both_parents,
    "a child without a number": lambda: people.new_kin(
        people.make_file(), id_number=None, birth_date=TODAY, no_id_reason="新生儿，尚未落户"
    ),
    "a worker from abroad in hardship": lambda: people.new_file(id_number=FOREIGNER),
    "a file of a household of one without income": lambda: people.new_file(own_monthly_income=0),
    "goods for somebody without a file": lambda: people.new_payment(
        people.make_batch(), pay_mode="实物", goods="大米"
    ),
    "a namesake at a meeting": _namesake_at_a_meeting,
    "a namesake in a contest": _namesake_in_a_contest,
    "a namesake in a collective dispute": _namesake_in_a_case,
    "a case withdrawn on the day it was accepted": _withdrawn_case,
    "an agreement performed on the spot": _agreement_at_once,
    "a case of exactly ten without representatives": lambda: disputes.new_case(people_count=10),
    "a case accepted on the day of the application": lambda: disputes.new_case(
        "受理", accepted_on=date(2011, 4, 6)
    ),
    "a fixed sum for a grave illness": _paid_the_fixed_sum,
    "an outpatient without a day of discharge": lambda: insurance.new_claim(discharged_on=None),
    "insured again after withdrawing": _insured_again,
    "a seeker without a number": lambda: employment.new_intention(id_number=None),
    "a seeker asked again before being hired": _asked_again_before_hired,
    "a seeker past the age of retirement": lambda: employment.new_intention(
        id_number=people.resident_id(date(1945, 5, 1))
    ),
    "a seeker of exactly three posts": lambda: employment.new_intention(wanted_post="保洁、保安、厨师"),
    "a post with a fixed wage": lambda: employment.new_post(
        employment.make_employer(employment.make_fair()), wage_from=2_000_00, wage_to=2_000_00
    ),
    "an anonymous gift": lambda: donations.new_donation(
        donations.make_drive(), donor=None, anonymous=True, receipt_no=None
    ),
    "a gift in kind": lambda: donations.new_donation(
        donations.make_drive(), mode="实物", amount=None, goods="毛毯", goods_count=3
    ),
    "a union that is being founded": lambda: unions.new_union(name="广达公司工会委员会（筹）"),
    "a union of the street's committee": lambda: unions.new_union(name="泰祥街道工会工作委员会"),
    "an election at which everybody came": lambda: unions.new_election(
        unions.make_union(), expected=30, attended=30
    ),
    "an event of a single day": lambda: activities.new_activity(
        starts_on=date(2011, 3, 12), ends_on=date(2011, 3, 12)
    ),
    "an intern for a month": lambda: publications.new_intern(
        first_day=date(2011, 7, 1), last_day=date(2011, 7, 31), agreement_on=date(2011, 7, 1)
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_ordinary_case_is_not_forbidden(office: Office, case: str) -> None:
    record = CASES[case]()
    register = register_of(type(record))
    assert register is not None
    assert blocked(register, record) == {}


@pytest.mark.parametrize(
    "field",
    [
        HardshipFile.id_number,
        HardshipFamily.id_number,
        MutualEnrolment.id_number,
        DisputeParty.id_number,
        JobIntention.id_number,
        Member.id_number,
    ],
    ids=lambda field: field.model.__name__,
)
def test_every_number_of_a_person_takes_the_documents_that_people_hold(field: Described) -> None:
    """Residents, people of 港澳台, foreigners of both cards, travellers (domain 1.3 and 18)."""
    permit = people.resident_id(date(1980, 1, 1), "男", area="830000")
    for number in (people.resident_id(), permit, FOREIGNER, "USA310088031210", "E12345678"):
        assert field.parse(number) == number

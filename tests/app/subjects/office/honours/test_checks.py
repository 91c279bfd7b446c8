"""The rules of honours, and their links."""

from __future__ import annotations

from app.keeping import keeping
from app.office import Office
from app.subjects.office.honours.register import HONOURS
from tests.factories.paperwork import make_honour, new_honour
from tests.factories.people import make_enterprise, make_member
from tests.helpers.problems import blocked, warned


def test_who_was_honoured_is_named_unless_it_is_the_office_itself(office: Office) -> None:
    assert "recipient" in blocked(HONOURS, new_honour(recipient=None))
    assert blocked(HONOURS, new_honour(recipient_kind="本会", recipient=None)) == {}


def test_a_member_is_a_person_and_the_one_who_is_named(office: Office) -> None:
    member = make_member(name="王芳")
    assert "member" in blocked(HONOURS, new_honour(recipient="王芳", member=member))
    person = {"recipient_kind": "个人", "member": member}
    assert "member" in blocked(HONOURS, new_honour(recipient="李强", **person))
    assert blocked(HONOURS, new_honour(recipient="王芳", **person)) == {}


def test_the_same_honour_of_a_year_is_doubted(office: Office) -> None:
    make_honour(title="模范职工小家")
    assert "title" in warned(HONOURS, new_honour(title="模范职工小家"))
    assert warned(HONOURS, new_honour(title="模范职工小家", recipient="有司建筑公司")) == {}


def test_a_unit_is_linked_to_its_enterprise_a_person_of_that_name_is_not(office: Office) -> None:
    enterprise = make_enterprise(name="恰尔斯服饰有限公司", short_name="恰尔斯")
    assert make_honour(recipient="恰尔斯").enterprise == enterprise
    person = keeping.save(HONOURS, new_honour(recipient="恰尔斯", recipient_kind="个人"))
    assert person.enterprise is None

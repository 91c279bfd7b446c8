"""A record begun as another one takes over what may be the same again, and nothing that is its own."""

from __future__ import annotations

from datetime import date

from app.keeping import duplicating, keeping
from app.office import Office
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.people import make_member


def test_what_was_typed_is_taken_over_and_today_is_proposed(office: Office) -> None:
    visit = Visit.create(
        visited_on=date(2011, 5, 6), name="王芳", subject="困难帮扶", matter="咨询", received_by="李强"
    )
    values = duplicating.values_of(VISITS, visit)
    assert values["name"] == "王芳"
    assert values["matter"] == "咨询"
    assert not {"visited_on", "status"} & values.keys()
    assert keeping.new(VISITS, **values).id is None


def test_a_number_or_a_state_is_never_taken_over_and_a_person_is_another(office: Office) -> None:
    member = make_member(group_name="一组")
    values = duplicating.values_of(MEMBERS, member)
    assert values["group_name"] == "一组"
    assert not {"name", "id_number", "member_no", "card_no", "status"} & values.keys()

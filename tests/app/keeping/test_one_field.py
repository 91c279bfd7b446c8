"""One field of many records: which can be changed so, whom it concerns, and that one undo takes it back."""

from __future__ import annotations

import pytest

from app.fields.problems import Blocked
from app.keeping import bulk, one_field, undoing
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member


def test_a_value_is_saved_as_it_was_typed(office: Office) -> None:
    member = make_member(group_name=None)
    saved = one_field.write_value(MEMBERS, member, Member.group_name, " 一组 ")
    assert saved.group_name == Member.get_by_id(member.id).group_name == "一组"


def test_a_value_that_cannot_be_read_is_refused_and_the_record_in_hand_stays(office: Office) -> None:
    member = make_member(monthly_wage=100_00)
    with pytest.raises(Blocked):
        one_field.write_value(MEMBERS, member, Member.monthly_wage, "很多")
    assert member.monthly_wage == 100_00


def test_names_and_numbers_are_not_the_same_in_many_records() -> None:
    names = [field.name for field in one_field.fields_of_many(MEMBERS)]
    assert "group_name" in names
    assert not {"name", "id_number", "member_no", "status"} & set(names)


def test_only_those_that_hold_something_else_are_concerned(office: Office) -> None:
    first, second, third = (make_member(group_name=group) for group in ("一组", "二组", None))
    ids = [first.id, second.id, third.id]
    assert one_field.differing(MEMBERS, ids, Member.group_name, "一组") == [second.id, third.id]
    assert one_field.differing(MEMBERS, ids, Member.group_name, None) == [first.id, second.id]


def test_a_change_of_many_is_taken_back_by_one_undo(office: Office) -> None:
    ids = [make_member(group_name=group).id for group in ("一组", "二组", None)]
    act = one_field.change_of(MEMBERS, Member.group_name)
    assert bulk.perform(MEMBERS, ids, act, {"group_name": "三组"}).done == 3
    assert {member.group_name for member in Member.alive()} == {"三组"}
    assert undoing.undo() == "已撤销：修改工会小组：3 人会员"
    assert [Member.get_by_id(one).group_name for one in ids] == ["一组", "二组", None]

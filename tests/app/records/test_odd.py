"""Whoever stumbles over a word in the place of a day is told where it stands."""

from __future__ import annotations

import pytest
from peewee import SQL

from app.fields import Described
from app.office import Office
from app.records.odd import trouble
from app.subjects.members.records import Member
from tests.factories.people import make_member

STUMBLED = TypeError("unsupported operand")


@pytest.mark.parametrize(
    ("field", "odd"),
    [
        (Member.birth_date, "abc"),
        (Member.applied_on, "2011-13-45"),
        (Member.joined, "不详"),
        (Member.monthly_wage, "三千"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_the_record_and_the_field_are_named(office: Office, field: Described, odd: str) -> None:
    make_member(name="李娜")
    member = make_member(name="王芳")
    Member.update({field: SQL("?", [odd])}).where(Member.id == member.id).execute()
    sentence = trouble(STUMBLED)
    assert sentence is not None
    assert sentence.startswith(f"“{member}”的{field.label}读不出来")


def test_a_file_of_sound_values_is_not_blamed(office: Office) -> None:
    make_member(name="王芳", joined="2010")
    assert trouble(STUMBLED) is None
    assert trouble(KeyError("name")) is None

"""New records judged together: what is only asked of those that are like others is asked of no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.fields.problems import Problem, Warn
from app.keeping import together
from app.keeping.rules import Alike
from app.office import Office
from app.records.base import change
from app.records.batch import open_batch
from app.register import Register
from app.registry import registers
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories import people

ALIKE = [
    pytest.param(register, check, id=f"{register.key} {'/'.join(map('+'.join, check.sets))}")
    for register in registers()
    for check in register.checks
    if isinstance(check, Alike)
]


def filled(register: Register) -> Any:  # noqa: ANN401  # of whichever kind
    return {"members": lambda: people.new_member(id_number=people.resident_id(), card_no="7")}[register.key]()


@pytest.mark.parametrize(("register", "check"), ALIKE)
def test_a_check_of_those_alike_asks_for_no_others(office: Office, register: Register, check: Alike) -> None:
    with change(), open_batch() as batch, batch.watched(register.record) as questions:
        questions.place = 0
        told = list(check(filled(register)))
    assert (told, questions.only_by_values) == ([], True)
    assert set(questions.by_values) == set(check.sets)


def test_what_only_the_file_can_answer_is_not_asked_of_many(office: Office) -> None:
    def asking(member: Member) -> Iterator[Problem]:
        if Member.alive().where(Member.name == "王芳").exists():
            yield Warn(Member.name, "已有王芳")

    register = replace(MEMBERS, checks=(asking,))
    members = [people.new_member(name="王芳"), people.new_member(name="李强")]
    with change(), open_batch() as batch:
        assert together.judge(register, members, batch) == [None, None]


def test_who_has_left_is_kept_by_herself(office: Office) -> None:
    left = {"status": "退会", "status_date": date(2012, 3, 4), "status_reason": "换了单位"}
    members = [people.new_member(name="王芳"), people.new_member(name="李强", **left)]
    with change(), open_batch() as batch:
        one, other = together.judge(MEMBERS, members, batch)
    assert one is not None
    assert other is None  # two events are told of her: her state follows from them

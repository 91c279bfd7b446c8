"""Identity numbers settle sex and birth date, and contradict what does not agree."""

from __future__ import annotations

from datetime import date

import pytest

from app.fields.problems import Block
from app.subjects.members.records import Member
from tests.factories.people import new_member, resident_id

WOMAN = resident_id(date(1980, 5, 6), "女")


def _told(member: Member) -> list[tuple[str, str]]:
    problems = list(Member.id_number.check(member))
    assert all(isinstance(problem, Block) for problem in problems)
    return [(problem.field.name, problem.sentence) for problem in problems]


def test_a_number_settles_sex_and_birth_date() -> None:
    assert Member.id_number.implied(WOMAN) == {"sex": "女", "birth_date": date(1980, 5, 6)}


def test_a_passport_settles_nothing() -> None:
    assert Member.id_number.implied("E12345678") == {}


def test_a_sex_that_contradicts_the_number_is_an_error_naming_both_fields() -> None:
    [(field, sentence)] = _told(new_member(id_number=WOMAN, sex="男"))
    assert field == "sex"
    assert "请核对性别和证件号码" in sentence


def test_a_birth_date_that_contradicts_the_number_is_an_error_naming_both_fields() -> None:
    [(field, sentence)] = _told(new_member(id_number=WOMAN, birth_date=date(1980, 6, 5)))
    assert field == "birth_date"
    assert "1980年6月5日" in sentence
    assert "1980年5月6日" in sentence
    assert "请核对出生日期和证件号码" in sentence


def test_a_number_that_agrees_is_no_problem() -> None:
    assert _told(new_member(id_number=WOMAN)) == []


@pytest.mark.parametrize(
    ("kind", "number", "told"),
    [
        ("居民身份证", "E12345678", "应为 18 位"),
        ("护照", "E1", "应为 5 至 20 位"),
        ("外国人永久居留身份证", "ABC123", "应为 15 位"),
        ("台湾居民居住证", "830000198001010010", "校验码不符"),
    ],
)
def test_a_number_is_judged_by_its_kind_of_document(kind: str, number: str, told: str) -> None:
    member = new_member(id_type=kind, id_number=number, sex="男", birth_date=date(1980, 1, 1))
    [(field, sentence)] = _told(member)
    assert field == "id_number"
    assert told in sentence


@pytest.mark.parametrize(("kind", "number"), [("护照", "E12345678"), ("其他", "沪A-77")])
def test_another_document_is_taken_as_it_is(kind: str, number: str) -> None:
    assert _told(new_member(id_type=kind, id_number=number, sex="男", birth_date=date(1980, 1, 1))) == []

"""Identity numbers settle sex and birth date, and contradict what does not agree."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Invalid
from app.fields.problems import Block, Problem, Warn
from app.keeping import judging, keeping
from app.listing import Criteria, ids
from app.office import Office
from app.records.base import Record
from app.register import DIFFERING, Register
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member, new_file, new_member, resident_id

WOMAN = resident_id(date(1980, 5, 6), "女")


def _told(member: Member) -> list[tuple[str, str]]:
    problems = list(Member.id_number.check(member))
    assert all(isinstance(problem, Block) for problem in problems)
    return [(problem.field.name, problem.sentence) for problem in problems]


def test_a_number_settles_sex_and_birth_date() -> None:
    assert Member.id_number.implied(WOMAN) == {"sex": "女", "birth_date": date(1980, 5, 6)}


def test_a_birth_that_no_calendar_has_implies_nothing() -> None:
    """As another program may have written it into the file."""
    assert Member.id_number.implied(f"{WOMAN[:10]}0230{WOMAN[14:]}") == {"sex": "女"}


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


FOREIGNER = resident_id(date(1988, 3, 12), "女", area="931840")


def _kinds(register: Register, record: Record, field: str) -> list[type[Problem]]:
    return [type(problem) for problem in judging.problems(register, record) if problem.field.name == field]


def test_the_foreigners_card_of_2023_settles_sex_and_birth_date_in_every_field() -> None:
    """The number has the build of GB 11643: it derives what a resident's does (domain 18)."""
    settled = {"sex": "女", "birth_date": date(1988, 3, 12)}
    for field in (Member.id_number, HardshipFile.id_number, HardshipFamily.id_number, JobIntention.id_number):
        assert field.parse(FOREIGNER) == FOREIGNER
        assert field.implied(FOREIGNER) == settled


def test_a_foreigners_number_said_to_be_a_residents_asks_for_the_kind_of_document(office: Office) -> None:
    member = new_member(id_number=FOREIGNER)
    assert _kinds(MEMBERS, member, "id_type") == [Warn]
    assert keeping.save(MEMBERS, member).id


def test_a_foreigners_card_of_2023_contradicts_what_does_not_agree() -> None:
    [(field, _)] = _told(new_member(id_type="外国人永久居留身份证", id_number=FOREIGNER, sex="男"))
    assert field == "sex"


def test_a_genuine_document_that_contradicts_is_entered_with_a_reason_and_marked(office: Office) -> None:
    """Old cards bear mistakes of the registry: who holds one is no liar, the office only says why."""
    member = new_member(id_number=WOMAN, sex="男", birth_date=date(1980, 6, 5))
    assert _kinds(MEMBERS, member, "sex") == [Block]
    member.id_differs_reason = "证件登记有误，本人已向派出所申请更正"
    for field in ("sex", "birth_date"):
        assert _kinds(MEMBERS, member, field) == [Warn]
    keeping.save(MEMBERS, member)
    make_member()
    assert ids(MEMBERS, Criteria(filters={DIFFERING: (True,)})) == [member.id]


@pytest.mark.parametrize("number", ["E12345678", "H12345678", "USA310088031210"])
def test_who_has_no_residents_number_is_known_by_another_in_every_field(office: Office, number: str) -> None:
    """A worker from abroad is aided, insured and mediated for, too; the number is doubted, not refused."""
    assert HardshipFile.id_number.parse(number) == number
    file = new_file(id_number=number, sex="男", birth_date=date(1980, 1, 1))
    assert _kinds(HARDSHIP, file, "id_number") == [Warn]
    assert HardshipFile.id_number.mask(number)[2:-2].strip("*") == ""


@pytest.mark.parametrize("number", ["31010519800506123", "3101051980050612345", "E123"])
def test_a_number_that_lost_a_digit_is_still_refused(number: str) -> None:
    with pytest.raises(Invalid):
        HardshipFile.id_number.parse(number)

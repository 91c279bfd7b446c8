"""Whose a row is: told by a number, or by a name with what tells people of one name apart (domain 0.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from app.exchange.cells import Options
from app.exchange.importing import RowProblem
from app.exchange.missing import missing
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.registry import find_register
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.records import MutualEnrolment
from app.subjects.members.membership.records import DuesPayment
from tests.factories import insurance, people

DUES = ["所属年月", "应缴", "实缴", "缴费日期"]
PAID = ["2011-4", "20", "20", "2011-4-5"]

Take = Callable[..., ImportSession]


@pytest.fixture
def take(office: Office) -> Take:
    def taken(into: str, *rows: list[str], **options: bool) -> ImportSession:
        sheet = Sheet("book", [list(row) for row in rows])
        session = ImportSession.of(find_register(into), sheet, Options(**options))  # type: ignore[arg-type]  # as the test names them
        session.import_rows(without_refused=True)
        return session

    return taken


def sentences_of(session: ImportSession) -> list[str]:
    return [str(RowProblem(row.number, one.heading, one.sentence)) for row, one in session.problems]


def payers() -> list[str]:
    return [payment.member.member_no for payment in DuesPayment.select()]


def test_dues_go_to_the_member_of_the_number(take: Take) -> None:
    members = [people.make_member(name="王芳"), people.make_member(name="王芳")]
    session = take("members.dues", ["姓名", "身份证号", *DUES], ["王芳", members[1].id_number, *PAID])
    assert sentences_of(session) == []
    assert payers() == [members[1].member_no]


@pytest.mark.parametrize("heading", ["证件号码", "身份证号码", "会员身份证号", "会员编号", "会员"])
def test_a_number_alone_tells_the_member_whatever_its_column_is_called(take: Take, heading: str) -> None:
    member = people.make_member()
    number = member.member_no if heading == "会员编号" else member.id_number
    take("members.dues", [heading, *DUES], [number, *PAID])
    assert payers() == [member.member_no]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [(["出生日期"], ["1970-1-1"]), (["工作单位"], ["一厂"]), (["手机号码"], ["13800000001"])],
)
def test_a_name_with_birth_unit_or_phone_tells_the_member(
    take: Take, headings: list[str], cells: list[str]
) -> None:
    people.make_member(name="王芳", birth_date=date(1975, 5, 5), employer="二厂", mobile="13800000002")
    member = people.make_member(
        name="王芳", birth_date=date(1970, 1, 1), employer="一厂", mobile="13800000001"
    )
    take("members.dues", ["姓名", *headings, *DUES], ["王芳", *cells, *PAID])
    assert payers() == [member.member_no]


@pytest.mark.parametrize(
    "words", ["王芳 1970-1-1", "王芳（1970年1月1日）", "王芳（一厂）", "王芳,13800000001"]
)
def test_a_cell_may_name_a_member_with_birth_unit_or_phone(take: Take, words: str) -> None:
    people.make_member(name="王芳", birth_date=date(1975, 5, 5), employer="二厂", mobile="13800000002")
    member = people.make_member(
        name="王芳", birth_date=date(1970, 1, 1), employer="一厂", mobile="13800000001"
    )
    assert sentences_of(take("members.dues", ["会员", *DUES], [words, *PAID], by_name=False)) == []
    assert payers() == [member.member_no]


def test_a_unit_is_the_same_in_any_way_of_writing_it(take: Take) -> None:
    member = people.make_member(name="王芳", employer="上海（集团）电梯有限公司")
    take("members.dues", ["姓名", "工作单位", *DUES], ["王芳", "上海 (集团) 电梯有限公司", *PAID])
    assert payers() == [member.member_no]


@pytest.mark.parametrize("heading", ["姓名", "会员"])
def test_a_name_alone_is_asked_naming_who_may_be_meant(take: Take, heading: str) -> None:
    member = people.make_member(name="王芳")
    session = take("members.dues", [heading, *DUES], ["王芳", *PAID], by_name=False)
    (sentence,) = sentences_of(session)
    assert member.member_no in sentence
    assert payers() == []


@pytest.mark.parametrize("heading", ["姓名", "会员"])
def test_a_name_alone_is_enough_where_the_person_who_imports_says_so(take: Take, heading: str) -> None:
    member = people.make_member(name="王芳")
    assert sentences_of(take("members.dues", [heading, *DUES], ["王芳", *PAID], by_name=True)) == []
    assert payers() == [member.member_no]


@pytest.mark.parametrize("heading", ["姓名", "会员"])
def test_of_two_of_one_name_both_are_named_whatever_was_confirmed(take: Take, heading: str) -> None:
    members = [people.make_member(name="王芳"), people.make_member(name="王芳")]
    (sentence,) = sentences_of(take("members.dues", [heading, *DUES], ["王芳", *PAID], by_name=True))
    assert all(member.member_no in sentence for member in members)


def test_the_answer_offered_for_a_name_is_understood(take: Take) -> None:
    member = people.make_member(name="王芳")
    session = take("members.dues", ["会员", *DUES], ["王芳", *PAID], by_name=False)
    ((row, problem),) = session.problems
    assert problem.column is not None
    session.correct(row.number, problem.column, problem.offer)
    assert session.import_rows().new == 1
    assert payers() == [member.member_no]


def test_a_number_of_another_name_is_told(take: Take) -> None:
    member = people.make_member(name="王芳")
    (sentence,) = sentences_of(
        take("members.dues", ["姓名", "身份证号", *DUES], ["李强", member.id_number, *PAID])
    )
    assert "王芳" in sentence
    assert "李强" in sentence


def test_a_reference_and_a_number_of_two_people_contradict_each_other(take: Take) -> None:
    first, second = people.make_member(name="王芳"), people.make_member(name="李强")
    rows = [["会员", "身份证号", *DUES], [first.member_no, second.id_number, *PAID]]
    (sentence,) = sentences_of(take("members.dues", *rows))
    assert "“会员”" in sentence
    assert payers() == []


def test_an_unknown_number_is_told_and_nobody_else_is_taken(take: Take) -> None:
    people.make_member(name="王芳")
    rows = [["姓名", "身份证号", *DUES], ["王芳", people.resident_id(), *PAID]]
    lacks, sentence = sentences_of(take("members.dues", *rows))
    assert "请填写会员" in lacks
    assert "没有找到" in sentence


def test_the_number_of_a_relative_is_not_that_of_the_member(take: Take) -> None:
    """A list of relatives is about them: their name and number are never the member's."""
    session = take("members.relatives", ["会员", "姓名", "关系", "身份证号"], ["无此人", "王芳", "妻", "x"])
    assert session.columns.unknown == ["身份证号"]


def test_a_claim_goes_to_the_enrolment_that_covered_the_stay(take: Take) -> None:
    """One person is enrolled every year; the stay of 2011 belongs to the cover of 2011 (domain 8.1)."""
    enrolments = [
        insurance.make_enrolment(
            insurance.make_product(year=year, cover_from=date(year, 1, 1), cover_to=date(year, 12, 31)),
            name="白静",
            id_number="310101198310019462",
            sex="女",
            birth_date=date(1983, 10, 1),
            cover_from=date(year, 1, 1),
            cover_to=date(year, 12, 31),
        )
        for year in (2010, 2011)
    ]
    rows = [
        ["姓名", "身份证号", "入院日期", "申请日期", "申请金额"],
        ["白静", "310101198310019462", "2011-10-1", "2011-11-1", "500"],
    ]
    session = take("insurance.claims", *rows)
    assert sentences_of(session) == []
    assert [claim.enrolment_id for claim in MutualClaim.select()] == [enrolments[1].id]


def _insured_twice() -> tuple[MutualEnrolment, MutualEnrolment]:
    """One woman in two products of one year: in hospital, and of a woman's illness (domain 8.1)."""
    particulars: dict[str, Any] = {"name": "白静", "sex": "女", "birth_date": date(1983, 10, 1)}
    hospital = insurance.make_product(kind="在职住院")
    illness = insurance.make_product(kind="女职工特种病")
    first, second = (
        insurance.make_enrolment(product, id_number="310101198310019462", **particulars)
        for product in (hospital, illness)
    )
    return first, second


CLAIM = ["身份证号", "产品", "入院日期", "申请日期", "申请金额"]
CLAIMED = ["2011-10-1", "2011-11-1", "500"]


def test_a_claim_goes_to_the_enrolment_in_the_product_it_tells(take: Take) -> None:
    hospital, illness = _insured_twice()
    rows = [[hospital.id_number, str(one.product), *CLAIMED] for one in (illness, hospital)]
    assert [one for one in sentences_of(take("insurance.claims", CLAIM, *rows)) if "没有找到" in one] == []
    assert [claim.enrolment_id for claim in MutualClaim.select()] == [illness.id, hospital.id]


def test_an_enrolment_in_another_product_is_not_taken_for_the_one_that_is_missing(take: Take) -> None:
    hospital, illness = _insured_twice()
    told = str(hospital.product)
    hospital.deleted_at = datetime(2011, 12, 1)
    hospital.save()
    sentences = sentences_of(take("insurance.claims", CLAIM, [illness.id_number, told, *CLAIMED]))
    assert any("没有找到" in one and told in one for one in sentences), sentences
    assert MutualClaim.select().count() == 0


def test_an_enrolment_named_by_a_number_is_that_one_or_nobodys(take: Take) -> None:
    _, illness = _insured_twice()
    named = illness.enrolment_no[:-4] + "9999"
    rows = [["参保记录", *CLAIM], [f"白静（{named}）", illness.id_number, "", *CLAIMED]]
    (sentence,) = sentences_of(take("insurance.claims", *rows))
    assert named in sentence
    assert MutualClaim.select().count() == 0


def test_a_payment_is_filled_into_the_claim_of_that_person_and_stay(take: Take) -> None:
    claim = insurance.make_claim(granted=None, granted_on=None)
    insurance.make_claim(granted=None, granted_on=None)
    rows = [
        ["身份证号", "入院日期", "给付类型", "备注"],
        [claim.id_number, claim.admitted_on.isoformat(), claim.kind, "已通知"],
    ]
    sheet = Sheet("book", rows)
    session = ImportSession.of(find_register("insurance.claims"), sheet, Options("fill"))
    session.import_rows()
    assert (session.counts.new, session.counts.changed) == (0, 1), sentences_of(session)
    assert MutualClaim.get_by_id(claim.id).remark == "已通知"


def test_enrolments_of_one_person_that_fit_alike_are_named(take: Take) -> None:
    enrolment = insurance.make_enrolment(id_number=people.resident_id(), name="白静")
    other = insurance.make_enrolment(name="白静", id_number=enrolment.id_number)
    rows = [["身份证号", "入院日期", "申请日期"], [enrolment.id_number, "2011-5-3", "2011-5-20"]]
    (sentence,) = sentences_of(take("insurance.claims", *rows))
    assert enrolment.enrolment_no in sentence
    assert other.enrolment_no in sentence
    assert "只凭姓名" not in sentence


def test_nobody_is_asked_for_once_where_the_rows_tell_whose_they_are(office: Office) -> None:
    sheet = Sheet("book", [["姓名", "身份证号", *DUES], ["王芳", people.resident_id(), *PAID]])
    assert missing(ImportSession.of(find_register("members.dues"), sheet)) == []

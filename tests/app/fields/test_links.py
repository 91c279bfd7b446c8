"""References are found by what people call a record."""

from __future__ import annotations

import pytest

from app.errors import Invalid
from app.fields import Described
from app.keeping import keeping
from app.office import Office
from app.subjects.activities.records import ActivityParticipant
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.people import make_enterprise, make_member

UNIT, MEMBER = Member.enterprise, MembershipEvent.member


@pytest.mark.parametrize("written", ["上海有司建筑有限公司", "有司建筑", "91310000607378000T"])
def test_a_record_is_found_by_each_of_its_names(office: Office, written: str) -> None:
    unit = make_enterprise(name="上海有司建筑有限公司", short_name="有司建筑", uscc="91310000607378000T")
    assert UNIT.parse(written) == unit


@pytest.mark.parametrize("written", ["上海有司（建筑）有限责任公司", "有司厂", "有司建筑"])
def test_a_unit_is_found_by_each_of_several_names_however_written(office: Office, written: str) -> None:
    unit = make_enterprise(name="上海有司建筑有限公司", short_name="有司建筑、有司厂")
    assert UNIT.parse(written) == unit


def test_what_a_reference_writes_it_reads_back(office: Office) -> None:
    member = make_member(name="王芳")
    assert MEMBER.format(member) == f"王芳（{member.member_no}）"
    assert MEMBER.parse(MEMBER.format(member)) == member


def test_a_name_borne_by_two_asks_for_the_number(office: Office) -> None:
    make_member(name="王芳")
    second = make_member(name="王芳")
    with pytest.raises(Invalid, match="不止一条，请改填编号"):
        MEMBER.parse("王芳")
    assert MEMBER.parse(second.member_no) == second


def test_a_record_in_the_recycle_bin_is_not_found(office: Office) -> None:
    unit = make_enterprise(name="上海有司建筑有限公司")
    keeping.to_bin(ENTERPRISES, [unit.id])
    with pytest.raises(Invalid, match="没有找到“上海有司建筑有限公司”，请先登记"):
        UNIT.parse("上海有司建筑有限公司")


def test_a_reference_kept_as_a_number_is_written_by_name(office: Office) -> None:
    unit = make_enterprise(name="上海有司建筑有限公司")
    kept: Described = UNIT
    assert kept.format(unit.id) == UNIT.format(Enterprise.get_by_id(unit.id)) == "上海有司建筑有限公司"


def test_a_reference_fills_in_what_the_other_record_lends(office: Office) -> None:
    member = make_member(name="王芳", employer="有司建筑公司")
    lent = {"name": "王芳", "employer": "有司建筑公司"}
    assert ActivityParticipant.member.implied(member) == ActivityParticipant.member.implied(member.id) == lent
    assert MEMBER.implied(member) == {}


def test_an_attachment_is_said_to_be_there_in_no_jargon() -> None:
    assert HardshipEvidence.content.format(b"x" * 5000) == "已附"


def test_a_required_reference_that_is_not_filled_in_yet_reads_as_nothing() -> None:
    assert AidPayment().batch is None

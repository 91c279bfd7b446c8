"""Two entries of one person or unit become one: nothing that belongs to either is lost."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from peewee import fn

from app.errors import Refused
from app.fields import ReferenceField
from app.fields.problems import Blocked
from app.keeping import judging, keeping, merging, undoing
from app.office import Office, close_office, open_office
from app.records.base import Record
from app.records.distinct import tell_apart
from app.records.naming import NamedLink
from app.register import Register, register_of
from app.registry import figures, registers
from app.rules.periods import year
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import DUES, MEMBERS
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.records import GrassrootsUnion
from app.subjects.unions.grassroots.register import UNIONS
from app.subjects.unions.open_affairs.records import OpenAffairs
from app.subjects.unions.surveys.records import SurveyItem
from tests.factories.contracts import make_contract
from tests.factories.disputes import make_mediator
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_file,
    make_fund,
    make_kin,
    make_member,
    make_payment,
    resident_id,
)
from tests.factories.unions import make_affairs, make_independent, make_item, make_survey, make_union
from tests.helpers.content import content

_MERGEABLE = [register for register in registers() if register.mergeable]


def _dues(member: Member, month: str, paid: int) -> DuesPayment:
    return keeping.save(DUES, DuesPayment(member=member, month=month, due=paid, paid=paid))


def test_people_and_units_that_others_refer_to_can_be_merged() -> None:
    assert {register.key for register in _MERGEABLE} == {
        "members",
        "hardship",
        "unions",
        "unions.enterprises",
        "disputes.mediators",
        "disputes.bodies",
    }


@pytest.mark.parametrize("register", _MERGEABLE, ids=lambda register: register.key)
def test_every_reference_in_the_file_moves(sample_file: Path, tmp_path: Path, register: Register) -> None:
    """The record of the sample office with the most rows is merged into the one with the fewest."""
    open_office(Path(shutil.copy(sample_file, tmp_path / "sample.union")))
    try:
        model = register.record
        links = list(model._meta.backrefs)
        rows = {link: _referring(link) for link in links}
        counted = {
            one.id: sum(list(of.values()).count(one.id) for of in rows.values()) for one in model.alive()
        }
        other, kept = max(counted, key=counted.__getitem__), min(counted, key=counted.__getitem__)
        merging.merge(register, model.get_by_id(kept), model.get_by_id(other))
        for link in links:
            moved = {row_id for row_id, owner in rows[link].items() if owner == other}
            now = _referring(link)
            assert other not in now.values()
            assert {now.get(row_id) for row_id in moved} <= {kept}
            others = {row_id: owner for row_id, owner in rows[link].items() if owner != other}
            assert {row_id: now[row_id] for row_id in others} == others
    finally:
        close_office()


def _referring(link: ReferenceField) -> dict[int, int]:
    rows = link.model.alive().where(link.is_null(False)).select(link.model.id, link)
    return dict(rows.tuples())


def test_a_members_rows_go_to_the_one_that_stays(office: Office) -> None:
    kept, other = make_member(name="王芳"), make_member(name="王方")
    _dues(kept, "2011-03", 5_00)
    paid = _dues(other, "2011-04", 5_00)
    merging.merge(MEMBERS, kept, other)
    assert [one.id for one in Member.alive()] == [kept.id]
    assert DuesPayment.get_by_id(paid.id).member_id == kept.id


def test_what_the_kept_one_lacks_is_taken_from_the_other(office: Office) -> None:
    kept = make_member(name="王芳", address=None, education="大专")
    other = make_member(name="王芳", address="泰祥路5号", education="本科")
    merged = merging.merge(MEMBERS, kept, other)
    assert (merged.address, merged.education) == ("泰祥路5号", "大专")


def test_values_chosen_from_the_other_stay_even_where_only_one_may_have_them(office: Office) -> None:
    kept, other = make_member(name="王芳"), make_member(name="王方")
    number, card = other.id_number, other.member_no
    merged = merging.merge(MEMBERS, kept, other, {"id_number": number, "member_no": card, "name": "王方"})
    assert (merged.name, merged.id_number, merged.member_no) == ("王方", number, card)


def test_the_fields_in_which_they_differ_are_told_in_the_order_of_the_form(office: Office) -> None:
    kept = make_member(name="王芳", mobile="13800138000", address=None)
    other = make_member(name="王方", mobile="13800138000", address="泰祥路5号")
    told = {choice.field.name: choice.proposed for choice in merging.choices(MEMBERS, kept, other)}
    assert told["name"] == "王芳"
    assert told["address"] == "泰祥路5号"
    assert "mobile" not in told


def test_the_same_payment_entered_with_both_is_one(office: Office) -> None:
    kept, other = make_member(), make_member()
    for member in (kept, other):
        _dues(member, "2011-03", 5_00)
    merging.merge(MEMBERS, kept, other)
    assert DuesPayment.alive().count() == 1


def test_payments_that_say_different_things_are_not_lost_but_asked_about(office: Office) -> None:
    kept, other = make_member(), make_member()
    _dues(kept, "2011-03", 5_00)
    _dues(other, "2011-03", 6_00)
    before = content()
    with pytest.raises(Refused, match=r"两边的会费.*说法不同（.*实缴.*）"):
        merging.merge(MEMBERS, kept, other)
    assert content() == before


def test_joining_once_is_told_once(office: Office) -> None:
    """Both entries say that she joined on the same day: she is one new member, not two."""
    kept, other = make_member(), make_member()
    merging.merge(MEMBERS, kept, other)
    joined = MembershipEvent.alive().where(MembershipEvent.member == kept)
    assert joined.count() <= 1


def test_aid_paid_to_both_files_is_paid_to_one_person(office: Office) -> None:
    """A number mistyped in the second file: what was paid under it was paid to the same person."""
    make_fund()
    kept, other = make_file(name="李娟"), make_file(name="李娟")
    make_payment(make_batch(), kept)
    make_payment(make_batch(name="2011年中秋慰问", occasion="中秋"), other, occasion="中秋")
    total = AidPayment.alive().select(fn.SUM(AidPayment.amount)).scalar()
    merging.merge(HARDSHIP, kept, other)
    paid = AidPayment.alive()
    assert {payment.id_number for payment in paid} == {kept.id_number}
    assert sum(payment.amount for payment in paid) == total == 1000_00


def test_relatives_of_both_files_make_one_household(office: Office) -> None:
    kept, other = (
        make_file(),
        make_file(status="退档(其他)", closed_on=date(2011, 6, 1), close_reason="其他"),
    )
    make_kin(kept, name="李小明")
    make_kin(other, name="李小红")
    merged = merging.merge(HARDSHIP, kept, other)
    assert HardshipFamily.alive().where(HardshipFamily.file == kept).count() == 2
    assert merged.family_size == HardshipFile.get_by_id(kept.id).family_size == 3


def test_a_unit_is_known_by_the_names_of_both(office: Office) -> None:
    kept, other = (
        make_enterprise(name="上海泰祥电器有限公司"),
        make_enterprise(name="泰祥电器厂", short_name="泰电"),
    )
    workers = [make_member(employer=name) for name in ("上海泰祥电器有限公司", "泰祥电器厂", "泰电")]
    merged = merging.merge(ENTERPRISES, kept, other)
    assert merged.name == "上海泰祥电器有限公司"
    assert set((merged.short_name or "").split("、")) == {"泰祥电器厂", "泰电"}
    assert all(Member.get_by_id(worker.id).enterprise == kept for worker in workers)
    assert make_member(employer="泰祥电器厂").enterprise == kept


def test_a_unit_may_keep_the_name_of_the_other(office: Office) -> None:
    kept, other = make_enterprise(name="泰祥电器厂"), make_enterprise(name="上海泰祥电器有限公司")
    workers = [make_member(employer=one.name) for one in (kept, other)]
    merged = merging.merge(ENTERPRISES, kept, other, {"name": "上海泰祥电器有限公司"})
    assert (merged.name, merged.short_name) == ("上海泰祥电器有限公司", "泰祥电器厂")
    assert all(Member.get_by_id(worker.id).enterprise == kept for worker in workers)


def test_what_was_chosen_of_a_unit_moves_whatever_it_is_called(office: Office) -> None:
    kept, other = make_enterprise(), make_enterprise()
    union, affairs = make_independent(other, name="泰祥电器工会"), make_affairs(enterprise=other)
    merging.merge(ENTERPRISES, kept, other)
    assert GrassrootsUnion.get_by_id(union.id).enterprise_id == kept.id
    assert OpenAffairs.get_by_id(affairs.id).enterprise_id == kept.id


def test_two_reports_of_a_unit_for_one_year_are_asked_about(office: Office) -> None:
    kept, other = make_enterprise(), make_enterprise()
    make_affairs(enterprise=kept)
    make_affairs(enterprise=other)
    with pytest.raises(Refused, match="两边都有民主管理"):
        merging.merge(ENTERPRISES, kept, other)


def test_two_units_that_one_survey_visited_are_asked_about(office: Office) -> None:
    """It was counted twice; which row goes only the clerk knows. In two surveys it stands once each."""
    kept, other = make_enterprise(), make_enterprise()
    row = make_item(make_survey(), unit_name=other.name)
    merging.merge(ENTERPRISES, kept, other)
    assert SurveyItem.get_by_id(row.id).enterprise_id == kept.id
    third = make_enterprise()
    make_item(row.survey, unit_name=third.name)
    with pytest.raises(Refused, match="两边都有排摸单位"):
        merging.merge(ENTERPRISES, kept, third)
    assert Enterprise.get_by_id(third.id).deleted_at is None


def test_contracts_of_a_union_stay_with_it(office: Office) -> None:
    kept, other = make_union(name="第一楼宇联合工会"), make_union(name="一号楼联合工会")
    contract = make_contract(union_name="一号楼联合工会")
    assert CollectiveContract.get_by_id(contract.id).union_id == other.id
    merging.merge(UNIONS, kept, other)
    assert CollectiveContract.get_by_id(contract.id).union_id == kept.id


@pytest.mark.parametrize("make", [make_member, make_file, make_enterprise, make_union, make_mediator])
def test_a_merge_is_undone_and_done_again_as_one_step(office: Office, make: object) -> None:
    kept, other = make(), make()  # type: ignore[operator]
    register = register_of(type(kept))
    assert register is not None
    if isinstance(kept, Enterprise):
        make_member(employer=other.name)
    before = content()
    merging.merge(register, kept, other)
    merged = content()
    assert merged != before
    assert undoing.undo() == f"已撤销：合并{register.title}“{other}”到“{kept}”"
    assert content() == before
    undoing.redo()
    assert content() == merged


def test_the_same_record_twice_or_one_in_the_bin_is_refused(office: Office) -> None:
    member, binned = make_member(), make_member()
    keeping.to_bin(MEMBERS, [binned.id])
    with pytest.raises(Refused, match="两条不同的记录"):
        merging.merge(MEMBERS, member, member)
    with pytest.raises(Refused, match="回收站"):
        merging.merge(MEMBERS, member, binned)


def test_a_rule_that_forbids_the_result_leaves_both_as_they_were(office: Office) -> None:
    kept, other = make_member(), make_member()
    before = content()
    with pytest.raises(Blocked):
        merging.merge(MEMBERS, kept, other, {"name": None})
    assert content() == before


def _pairs(register: Register) -> list[set[int]]:
    return [{pair.one.id, pair.other.id} for pair in merging.suspects(register)]


def _namesakes() -> tuple[Record, Record]:
    values = {"name": "王芳", "birth_date": date(1980, 5, 6), "employer": "甲厂"}
    return make_member(**values), make_member(mobile="13900139000", **values)


def test_namesakes_born_on_one_day_are_suspected_once(office: Office) -> None:
    one, other = _namesakes()
    make_member(name="李娟")
    assert _pairs(MEMBERS) == [{one.id, other.id}]


def test_who_was_found_to_be_two_is_not_asked_about_again(office: Office) -> None:
    one, other = _namesakes()
    assert any("已有同名" in problem.sentence for problem in judging.problems(MEMBERS, one))
    tell_apart(other, one)
    close_office()
    open_office(office.path)
    assert _pairs(MEMBERS) == []
    assert not any("已有同名" in problem.sentence for problem in judging.problems(MEMBERS, one))


def test_files_of_one_number_are_suspected(office: Office) -> None:
    number = resident_id()
    closed = make_file(id_number=number, status="退档(其他)", closed_on=date(2011, 6, 1), close_reason="其他")
    opened = make_file(id_number=number)
    assert {closed.id, opened.id} in _pairs(HARDSHIP)


def test_units_that_share_a_name_in_any_spelling_are_suspected(office: Office) -> None:
    one = make_enterprise(name="上海泰祥电器有限公司")
    other = make_enterprise(name="上海泰祥电器有限责任公司")
    make_enterprise(name="上海浦江印刷厂")
    assert _pairs(ENTERPRISES) == [{one.id, other.id}]


def test_links_that_follow_from_names_are_among_those_moved() -> None:
    assert any(isinstance(link, NamedLink) for link in Enterprise._meta.backrefs)


def test_who_was_approved_under_one_of_two_entries_is_a_member_since_then(office: Office) -> None:
    """The state follows from what happened, whichever of the two it was written under."""
    waiting = make_member(status="待审批", approved_on=None, applied_on=date(2011, 11, 28))
    approved = make_member(approved_on=date(2011, 3, 8), applied_on=date(2011, 3, 1))
    merging.merge(MEMBERS, waiting, approved, {"applied_on": date(2011, 3, 1)})
    merged = Member.get_by_id(waiting.id)
    assert (merged.status, merged.approved_on) == ("在册", date(2011, 3, 8))


def test_who_was_entered_twice_joined_once(office: Office) -> None:
    """The earlier day of joining stays: two joinings would count one person as two new members."""
    first, again = (
        make_member(applied_on=day, approved_on=day) for day in (date(2008, 5, 20), date(2011, 3, 8))
    )
    merging.merge(MEMBERS, again, first)
    joined = [event.happened_on for event in MembershipEvent.alive().where(MembershipEvent.member == again)]
    assert (joined, Member.get_by_id(again.id).approved_on) == ([date(2008, 5, 20)], date(2008, 5, 20))


def test_every_figure_is_again_what_it_was_before_the_second_entry(sample_file: Path, tmp_path: Path) -> None:
    """An enterprise is entered twice, and half of those who work there are written under the second name."""
    open_office(Path(shutil.copy(sample_file, tmp_path / "sample.union")))
    try:
        numbers = {figure.key: figure.number(year(2011)) for figure in figures(parts=True)}
        employed = Member.alive().where(Member.enterprise.is_null(False)).first()
        assert employed is not None
        unit = employed.enterprise
        assert unit is not None
        twin = make_enterprise(
            name="泰祥第二次登记的单位",
            employee_count=unit.employee_count,
            told_on=date(2010, 12, 31),
        )
        for worker in list(Member.alive().where(Member.enterprise == unit))[::2]:
            worker.employer = twin.name
            keeping.store(worker)
        assert {figure.key: figure.number(year(2011)) for figure in figures(parts=True)} != numbers
        merging.merge(ENTERPRISES, unit, twin)
        again = {figure.key: figure.number(year(2011)) for figure in figures(parts=True)}
        assert {key: (number, again[key]) for key, number in numbers.items() if number != again[key]} == {}
    finally:
        close_office()

"""Finding who is already there while a name or number is being typed."""

from __future__ import annotations

from datetime import date

import pytest

from app.fields import TextField
from app.keeping import keeping, lookup
from app.keeping.lookup import PersonMatch
from app.office import Office
from app.registry import registers
from app.subjects.activities.records import ActivityAward, ActivityParticipant
from app.subjects.disputes.cases.records import DisputeParty
from app.subjects.hardship.aid.records import AidBatch, AidPayment, live_payments
from app.subjects.hardship.donations.records import DonationUse
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.company_visits.records import CompanyVisit
from tests.factories.activities import make_activity, make_project, make_team
from tests.factories.people import make_batch, make_enterprise, make_file, make_kin, make_member, new_member


def who(text: str, *, limit: int = 8) -> list[PersonMatch]:
    return lookup.who(registers(), text, limit=limit)


def test_a_name_shows_members_files_and_families(office: Office) -> None:
    member = make_member(name="王芳")
    file = make_file(name="王芳")
    other = make_file(name="李强")
    make_kin(other, name="王芳", relation="配偶")
    told = [(one.register_key, one.record_id, one.title, one.note) for one in who("王芳")]
    assert told == [
        ("members", member.id, "王芳", f"会员 {member.member_no}　在册"),
        ("hardship", file.id, "王芳", f"困难档案 {file.file_no}　在档"),
        ("hardship", other.id, "王芳", "李强的家庭成员（配偶）"),
    ]


@pytest.mark.parametrize("typed", [0, 6, 18])
def test_a_number_shows_its_holder(office: Office, typed: int) -> None:
    member = make_member()
    found = who(member.id_number[:typed])
    assert [one.record_id for one in found] == ([member.id] if typed else [])


def test_one_character_shows_nobody(office: Office) -> None:
    make_member(name="王芳")
    assert who("王") == []


def test_who_is_in_the_recycle_bin_is_not_shown(office: Office) -> None:
    keeping.to_bin(MEMBERS, [make_member(name="王芳").id])
    assert who("王芳") == []


def test_no_more_are_shown_than_asked_for(office: Office) -> None:
    for _ in range(4):
        make_member(name="王芳")
    assert len(who("王芳", limit=3)) == 3


def test_percent_and_underscore_are_characters(office: Office) -> None:
    make_member(name="王芳")
    assert who("王_") == who("%芳") == []


def test_an_employer_is_offered_from_the_register_first_then_as_written_before(office: Office) -> None:
    make_enterprise(name="上海有司建筑有限公司")
    for employer in ("有司商店", "有司商店", "灵活就业"):
        make_member(employer=employer)
    assert lookup.suggestions(Member.employer, "有司") == ["上海有司建筑有限公司", "有司商店"]
    assert lookup.suggestions(Member.employer, "yousi") == ["上海有司建筑有限公司"]


@pytest.mark.parametrize("field", [CompanyVisit.unit_name, AidPayment.employer, ActivityParticipant.employer])
def test_a_unit_is_offered_wherever_a_row_names_one(office: Office, field: TextField) -> None:
    make_enterprise(name="上海有司建筑有限公司")
    assert lookup.suggestions(field, "有司") == ["上海有司建筑有限公司"]


@pytest.mark.parametrize(("kind", "offered"), [("单位", ["上海有司建筑有限公司"]), ("个人", [])])
def test_a_unit_is_offered_for_the_party_that_is_one(office: Office, kind: str, offered: list[str]) -> None:
    make_enterprise(name="上海有司建筑有限公司")
    party = DisputeParty(kind=kind)
    assert lookup.suggestions(DisputeParty.name, "有司", record=party) == offered


def test_a_text_written_before_is_offered_the_most_used_first(office: Office) -> None:
    for title in ("电工", "电焊工", "电焊工", "厨师"):
        make_member(job_title=title)
    assert lookup.suggestions(Member.job_title, "电") == ["电焊工", "电工"]
    assert lookup.suggestions(Member.job_title, "电", limit=1) == ["电焊工"]
    keeping.to_bin(MEMBERS, [make_member(job_title="电梯工").id])
    assert "电梯工" not in lookup.suggestions(Member.job_title, "")


def test_only_the_teams_and_projects_of_the_same_event_are_offered(office: Office) -> None:
    here, elsewhere = make_activity(), make_activity(name="去年的友谊赛")
    for activity, name in ((here, "有司一队"), (here, "卫庆队"), (elsewhere, "有司二队")):
        make_team(activity, name=name)
        make_project(activity, name=f"{name}的项目")
    participant = ActivityParticipant(activity=here)
    assert lookup.suggestions(ActivityParticipant.team, "", record=participant) == ["有司一队", "卫庆队"]
    assert lookup.suggestions(ActivityParticipant.team, "yousi", record=participant) == ["有司一队"]
    assert lookup.suggestions(ActivityParticipant.project, "二", record=participant) == []
    award = ActivityAward(activity=here, recipient_kind="队")
    assert lookup.suggestions(ActivityAward.winner, "有司", record=award) == ["有司一队"]
    assert lookup.suggestions(ActivityAward.winner, "有司", record=ActivityAward(activity=here)) == []


@pytest.mark.parametrize("typed", ["王芳", "芳", "wangfang", "wf", "TY-HZ-2011-0001", "wang 王"])
def test_a_record_to_point_to_is_found_by_name_number_and_pinyin(office: Office, typed: str) -> None:
    file = make_file(name="王芳")
    make_file(name="李强")
    assert lookup.choose(AidPayment.file, typed) == [(file.id, "王芳（TY-HZ-2011-0001）")]


def test_all_records_are_offered_by_pinyin_before_anything_is_typed(office: Office) -> None:
    for name in ("王芳", "李强", "安静"):
        make_file(name=name)
    told = [title[:2] for _, title in lookup.choose(AidPayment.file, "")]
    assert told == ["安静", "李强", "王芳"]


def test_a_batch_is_found_by_its_name(office: Office) -> None:
    batch = make_batch(name="2011年国庆慰问")
    make_batch(name="2011年春节慰问")
    assert lookup.choose(AidPayment.batch, "国庆") == [(batch.id, str(AidBatch.get_by_id(batch.id)))]
    assert HardshipFile.select().count() == 0


def test_two_payments_of_a_person_are_told_apart(office: Office) -> None:
    file = make_file(name="王芳")
    spring = make_batch(file, amount=500_00)
    autumn = make_batch(file, amount=300_00, occasion="国庆", planned_on=date(2011, 9, 20))
    (first,), (second,) = live_payments(spring), live_payments(autumn)
    assert lookup.choose(DonationUse.payment, "王芳") == [
        (first.id, "王芳 2011年春节送温暖慰问 500.00元 2011年1月25日"),
        (second.id, "王芳 2011年国庆送温暖慰问 300.00元 2011年9月20日"),
    ]
    assert lookup.choose(DonationUse.payment, "wf 国庆") == [(second.id, str(second))]
    assert DonationUse.payment.parse(str(second)) == second


@pytest.mark.parametrize("name", ["丁\uf96b", "凞㐂", "丁𠮷"])
def test_a_rare_name_is_found_as_typed(office: Office, name: str) -> None:
    file = make_file(name=name)
    assert [one.record_id for one in who(f" {name} ")] == [file.id]
    assert [one for one, _ in lookup.choose(AidPayment.file, name)] == [file.id]


def test_a_number_typed_in_full_width_shows_its_holder(office: Office) -> None:
    member = make_member()
    wide = member.id_number.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert [one.record_id for one in who(wide)] == [member.id]


@pytest.mark.parametrize("mark", [" ", "-", "\u2009"])
def test_a_number_typed_in_groups_shows_its_holder(office: Office, mark: str) -> None:
    member = make_member()
    assert [one.record_id for one in who(mark.join((member.id_number[:6], member.id_number[6:])))] == [
        member.id
    ]


def test_a_number_that_a_spreadsheet_damaged_is_nobodys(office: Office) -> None:
    assert who("3.10104E+17") == []


def test_a_person_not_kept_yet_is_nobody(office: Office) -> None:
    assert who(new_member(name="王芳").name) == []

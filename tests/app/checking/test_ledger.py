"""What the check says of the ledger: records that disagree, each with its register and number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.checking import rules
from app.checking.finding import Finding
from app.checking.ledger import check_ledger, check_ledger_of
from app.checking.rules import Rules
from app.fields.problems import Block, Problem
from app.keeping import keeping
from app.office import Office, close_office, open_office
from app.records.base import Record, database
from app.subjects.contracts.collective.records import ContractCoverage
from app.subjects.hardship.donations.records import DonationDrive
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import DUES, MEMBERS
from app.subjects.unions.grassroots.records import CommitteeMember, GrassrootsUnion
from tests.app.exchange import world
from tests.factories.activities import make_activity, make_participant
from tests.factories.contracts import make_area, make_contract
from tests.factories.donations import make_donation, make_drive
from tests.factories.insurance import make_claim, make_enrolment
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_event,
    make_file,
    make_kin,
    make_member,
    make_payment,
)
from tests.factories.publications import make_entered_return, make_item, make_lending, make_missing_return
from tests.factories.unions import make_covered, make_election, make_independent, make_seat, make_union


def wrong() -> list[Finding]:
    return [finding for finding in check_ledger() if not finding.note]


def notes() -> str:
    return "\n".join(finding.sentence for finding in check_ledger() if finding.note)


def write(record: Record, **values: object) -> None:
    """Write values past the program, as another program or an old fault would."""
    type(record).update(values).where(type(record).id == record.id).execute()


def the_one() -> tuple[str, str, tuple[int, ...]]:
    (found,) = wrong()
    return found.sentence, found.register, found.ids


def test_the_sample_office_agrees_with_itself(sample_file: Path) -> None:
    open_office(sample_file, read_only=True)
    assert check_ledger() == []
    close_office()


def test_an_office_with_something_of_all_has_doubts_at_most(office: Office) -> None:
    world.fill()
    assert wrong() == []
    assert [one.found for one in rules.ask() if one.found] == []


def test_an_empty_office_has_nothing_that_could_disagree(office: Office) -> None:
    assert check_ledger() == []


def test_a_state_that_is_not_that_of_the_last_event_is_told(office: Office) -> None:
    """Domain 1.4: who is on the roll follows from the last event."""
    member = make_member(name="单小娟")
    write(member, status="退会", status_date=date(2011, 5, 3), status_reason="离职")
    sentence, register, ids = the_one()
    assert "单小娟" in sentence
    assert "退会" in sentence
    assert "入会" in sentence
    assert (register, ids) == ("members", (member.id,))


def test_a_member_whose_events_are_gone_is_told(office: Office) -> None:
    member = make_member()
    MembershipEvent.delete().execute()
    assert the_one()[1:] == ("members", (member.id,))


def test_a_day_of_approval_that_is_no_joining_is_told(office: Office) -> None:
    member = make_member()
    write(member, approved_on=date(2011, 12, 30))
    assert "批准日期" in the_one()[0]


def test_events_that_cannot_follow_each_other_are_told(office: Office) -> None:
    member = make_member()
    event = make_event(member, "保留会籍", date(2011, 12, 1))
    make_event(member, "恢复会籍", date(2012, 12, 1))
    event.delete_instance()
    assert "恢复会籍" in the_one()[0]


def test_one_number_of_two_living_members_is_told(office: Office) -> None:
    database.execute_sql("DROP INDEX member_id_once")
    one, other = make_member(), make_member()
    write(other, id_number=one.id_number, birth_date=one.birth_date, sex=one.sex)
    _, register, ids = the_one()
    assert (register, ids) == ("members", (one.id, other.id))


def test_a_number_that_contradicts_its_person_is_told_without_the_number(office: Office) -> None:
    member = make_member(sex="男")
    write(member, sex="女")
    sentence = "".join(finding.sentence for finding in wrong())
    assert "性别" in sentence
    assert member.id_number not in sentence


def test_two_enterprises_of_one_plain_name_are_told(office: Office) -> None:
    one = make_enterprise(name="上海天成有限公司")
    other = make_enterprise(name="上海天地有限公司")
    write(other, name="上海（天成）有限责任公司")
    assert the_one()[1:] == ("unions.enterprises", (one.id, other.id))


def test_a_link_to_another_unit_than_the_row_names_is_told(office: Office) -> None:
    right, other = make_enterprise(name="天成电梯有限公司"), make_enterprise(name="万和服饰有限公司")
    member = make_member(employer=right.name)
    write(member, enterprise=other)
    sentence, register, ids = the_one()
    assert "天成电梯有限公司" in sentence
    assert (register, ids) == ("members", (member.id,))


def test_a_row_that_lost_its_link_is_told(office: Office) -> None:
    make_enterprise(name="天成电梯有限公司")
    member = make_member(employer="天成电梯有限公司")
    write(member, enterprise=None)
    assert the_one()[1:] == ("members", (member.id,))


def test_a_row_that_leads_into_the_bin_is_told(office: Office) -> None:
    file = make_file()
    payment = make_payment(make_batch(), file)
    write(file, deleted_at=payment.created_at)
    assert ("hardship.payments", (payment.id,)) in {(one.register, one.ids) for one in wrong()}


def test_a_term_that_no_list_offers_is_told(office: Office) -> None:
    """Whom no part counts is lacking in the sum of the parts too."""
    write(make_member(), education="博士后")
    assert ["博士后" in one.sentence or "≠" in one.sentence for one in wrong()] == [True, True]


def test_what_a_rule_of_the_register_forbids_is_told(office: Office) -> None:
    claim = make_claim(make_enrolment(), status="已给付", granted=500_00, granted_on=date(2011, 6, 6))
    write(claim, granted=0)
    sentence, register, ids = the_one()
    assert "“给付金额”有误：已给付的金额应大于 0" in sentence
    assert (register, ids) == ("insurance.claims", (claim.id,))


def asks_for(name: str, begun: list[int]) -> Callable[[Member], Iterator[Problem]]:
    """A rule that asks the file of each record, and forbids one of a name."""

    def asks(member: Member) -> Iterator[Problem]:
        begun.append(member.id)
        if Member.select().where(Member.id == member.id, Member.name == name).exists():
            yield Block(Member.name, "不可能")

    return asks


def test_a_rule_that_asks_the_file_for_each_record_is_left_to_the_asking(office: Office) -> None:
    """However many records there are: it is begun once."""
    begun: list[int] = []
    members = [make_member() for _ in range(3)]
    asked = Rules(replace(MEMBERS, checks=(asks_for("", begun),)))
    assert [asked.broken(member) for member in members] == [[], [], []]
    assert begun == [members[0].id]


def test_what_such_a_rule_forbids_is_told_by_the_asking(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = [make_member(name=name) for name in ("王芳", "李娜", "王芳")]
    register = replace(MEMBERS, checks=(asks_for("王芳", []),))
    monkeypatch.setattr(rules, "registers", lambda: [register])
    monkeypatch.setattr(rules, "_STEP", 0)
    steps = list(rules.ask())
    assert [step.done for step in steps] == [1, 2, 3, 3]
    assert steps[1].sentence == "正在逐条核对“会员” 2 / 3 人…"
    (found,) = [one for step in steps for one in step.found]
    assert found.ids == (members[0].id, members[2].id)
    assert "“姓名”有误：不可能" in found.sentence


def test_more_lent_than_there_is_is_told_by_the_check_of_a_file(office: Office) -> None:
    lending = make_lending(make_item(pieces=4))
    write(lending, pieces=5)
    assert not [one for one in wrong() if "可借" in one.sentence]
    close_office()
    told: list[rules.Progress] = []
    (found,) = [one for one in check_ledger_of(office.path, follow=told.append) if "可借" in one.sentence]
    assert "只有 4 件可借" in found.sentence
    assert found.ids == (lending.id,)
    assert told


def test_dates_in_the_wrong_order_are_told(office: Office) -> None:
    member = make_member(applied_on=date(2011, 3, 1), approved_on=date(2011, 3, 8))
    write(member, applied_on=date(2011, 4, 1))
    assert "申请日期" in the_one()[0]


def test_a_computed_total_that_is_not_that_of_its_rows_is_told(office: Office) -> None:
    drive = make_drive()
    make_donation(drive, amount=100_00)
    write(drive, received=900_00)
    assert ("hardship.drives", (drive.id,)) in {(one.register, one.ids) for one in wrong()}
    assert DonationDrive.get_by_id(drive.id).received == 900_00


def test_a_told_total_below_its_rows_is_told_and_one_above_is_not(office: Office) -> None:
    activity = make_activity(stated_count=2, stated_source="签到表", status="结束")
    make_participant(activity)
    assert wrong() == []
    make_participant(activity)
    make_participant(activity)
    assert "少于逐条登记的 3" in the_one()[0]


def test_a_contract_that_lists_others_than_it_counts_is_told(office: Office) -> None:
    contract = make_area(("天成厂", 20), ("万和厂", 30))
    write(contract, covered_enterprises=30, covered_workers=600)
    assert {one.ids for one in wrong()} == {(contract.id,)}


def test_a_unit_that_a_contract_lists_twice_is_told(office: Office) -> None:
    make_enterprise(name="天成厂", employee_count=100)
    contract = make_area(("天成厂", 20), ("万和厂", 30))
    row = ContractCoverage.get(ContractCoverage.employer == "万和厂")
    write(row, enterprise=ContractCoverage.get(ContractCoverage.employer == "天成厂").enterprise)
    assert any("列了两次" in one.sentence and one.ids == (contract.id,) for one in wrong())


def test_dues_of_months_off_the_roll_are_told(office: Office) -> None:
    """Paid for May to December, then a leaving of 10 May is told: May stands, seven months are too many."""
    member = make_member(approved_on=date(2011, 3, 8))
    for month in range(5, 13):
        paid = {"due": 10_00, "paid": 10_00, "paid_on": date(2011, month, 5)}
        keeping.save(DUES, DuesPayment(member=member, month=f"2011-{month:02d}", **paid))
    assert wrong() == []
    make_event(member, "退会", date(2011, 5, 10))
    sentence, register, ids = the_one()
    assert "在2011年6月、2011年7月、2011年8月等 7 个月不在册" in sentence
    assert (register, ids) == ("members", (member.id,))


def test_a_unit_that_two_unions_cover_is_doubted(office: Office) -> None:
    unit = make_enterprise(name="天成厂", union_status="已建会")
    for name in ("东楼联合工会", "西楼联合工会"):
        make_covered(make_union(name=name, union_type="联合工会", covered_unit_count=2), enterprise=unit)
    assert "在“东楼联合工会" in notes()


def test_namesakes_of_one_birthday_are_doubted(office: Office) -> None:
    make_member(name="王芳", birth_date=date(1980, 5, 6))
    make_member(name="王芳", birth_date=date(1980, 5, 6))
    assert "同名且同日出生" in notes()
    assert wrong() == []


def test_a_union_that_lists_more_units_than_it_says_is_told(office: Office) -> None:
    union = make_union(union_type="联合工会", covered_unit_count=2)
    for name in ("便民超市", "理发店", "早餐店"):
        make_covered(union, unit_name=name)
    assert "2" in the_one()[0]


def test_two_chairs_at_once_are_told(office: Office) -> None:
    union = make_union()
    for _ in range(2):
        make_seat(union, post="主席")
    assert CommitteeMember.alive().count() == 2
    assert the_one()[1:] == ("unions", (union.id,))


def test_a_union_dissolved_on_no_day_is_told(office: Office) -> None:
    union = make_union()
    write(union, status="撤销", status_date=None)
    assert any("撤销" in one.sentence and one.ids == (union.id,) for one in wrong())


def test_an_enterprise_that_denies_its_union_is_told(office: Office) -> None:
    enterprise = make_enterprise(union_status="未建会", no_union_reason="观望")
    make_independent(enterprise)
    assert the_one()[1:] == ("unions.enterprises", (enterprise.id,))


def test_two_open_files_of_one_household_are_told(office: Office) -> None:
    """Domain 3.5: one household, one file; the kin of one file cannot hold another."""
    file, other = make_file(), make_file()
    kin = make_kin(file, relation="配偶")
    write(other, id_number=kin.id_number, birth_date=kin.birth_date, sex=kin.sex)
    assert ("hardship", (file.id, other.id)) in {(one.register, one.ids) for one in wrong()}


def test_an_amount_other_than_approved_is_told(office: Office) -> None:
    from app.subjects.hardship.aid.records import ApprovedLine

    payment = make_payment(make_batch(), make_file())
    values = {name: payment.__data__[name] for name in ("name", "id_number", "aid_kind", "fund_source")}
    ApprovedLine.create(batch=payment.batch, payment=payment, amount=payment.amount + 1, **values)
    assert ("hardship.payments", (payment.id,)) in {(one.register, one.ids) for one in wrong()}


NAME = "天成大厦联合工会"


def test_a_return_far_from_the_register_is_told_with_both_sides(office: Office) -> None:
    """Domain 9.1: the return and the register count the same members; 40 of 100 is much."""
    make_union(name=NAME, union_type="联合工会", covered_unit_count=5, member_count=100)
    record = make_entered_return(
        union_name=NAME, union_type="联合工会", covered_units=5, workers=80, members=60
    )
    sentence, register, ids = wrong()[0].sentence, wrong()[0].register, wrong()[0].ids
    assert "60" in sentence
    assert "100" in sentence
    assert (register, ids) == ("publications.returns", (record.id,))


@pytest.mark.parametrize("members", [95, 100])
def test_what_a_few_months_change_is_not_told(office: Office, members: int) -> None:
    make_union(name=NAME, union_type="联合工会", covered_unit_count=5, member_count=100)
    make_entered_return(union_name=NAME, union_type="联合工会", covered_units=5, workers=120, members=members)
    assert wrong() == []


def test_totals_are_compared_where_no_name_is_in_both(office: Office) -> None:
    """55,303 members in the returns beside 71,373 in the register passed, as the two shared no name."""
    make_union(name="万和大厦联合工会", union_type="联合工会", covered_unit_count=5, member_count=71373)
    make_entered_return(union_name=NAME, union_type="联合工会", covered_units=5, workers=60000, members=55303)
    assert "55,303" in the_one()[0]
    assert "71,373" in the_one()[0]
    assert "不在基层工会台账中" in notes()


def test_totals_wait_until_every_return_is_in(office: Office) -> None:
    make_union(name=NAME, union_type="联合工会", covered_unit_count=5, member_count=100)
    make_union(name="万和大厦联合工会", union_type="联合工会", covered_unit_count=5, member_count=100)
    make_entered_return(union_name=NAME, union_type="联合工会", covered_units=5, workers=120, members=100)
    make_missing_return(union_name="万和大厦联合工会")
    assert wrong() == []


def test_a_finding_about_rows_is_seen_at_the_records_they_belong_to(office: Office) -> None:
    member = make_member()
    event = MembershipEvent.get(MembershipEvent.member == member)
    assert Finding("", "members.events", (event.id,)).seen_at() == ("members", (member.id,))


def test_a_finding_without_records_is_seen_nowhere(office: Office) -> None:
    assert Finding("文件").seen_at() == ("", ())
    assert Member.alive().count() == 0
    assert GrassrootsUnion.alive().count() == 0


def test_an_election_of_a_union_that_was_dissolved_is_told(office: Office) -> None:
    union = make_union()
    election = make_election(union, held_on=date(2012, 6, 1))
    write(union, status="撤销", status_date=date(2012, 1, 1), status_reason="并入")
    sentence, register, ids = the_one()
    assert "工会已于2012年1月1日撤销，请核对两个日期" in sentence
    assert (register, ids) == ("unions.elections", (election.id,))


def test_sums_of_the_last_years_with_records_are_added_up_however_long_ago(office: Office) -> None:
    """An office whose last year was 2011: one unit under two kinds of signer parts into two."""
    for signer in ("独立工会", "小区工会"):
        make_contract(employer="甲厂", signer_type=signer)
    told = [finding.sentence for finding in wrong()]
    assert any(sentence.startswith("2011年集体合同签约单位 1 ≠") for sentence in told)

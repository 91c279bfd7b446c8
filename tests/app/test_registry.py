"""Every register keeps a record and gives it back as it is read on screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.fields import AttachmentField, ReferenceField
from app.keeping import deriving, judging, keeping
from app.office import Office
from app.records.base import Record
from app.records.profile import EarlierProfile, profile
from app.records.retention import RetentionRule
from app.register import Register
from app.registry import registers
from app.subjects.contracts.collective.records import RenewalLead
from app.subjects.hardship.donations.records import DonationDrive, DonationUse
from app.subjects.hardship.files.records import EarlierFile
from app.subjects.hardship.reviews.records import HardshipEvidence, HardshipReview, HardshipRound
from app.subjects.members.membership.records import DuesPayment
from app.subjects.members.records import EarlierMember, MemberJob, MemberRelative
from app.subjects.unions.enterprises.records import EarlierEnterprise
from app.subjects.unions.grassroots.records import EarlierUnion
from tests.factories import care, described, disputes, employment, insurance, paperwork, publications, unions
from tests.factories.activities import (
    make_activity,
    make_award,
    make_line,
    make_participant,
    make_prize_limit,
    make_project,
    make_series,
    make_service,
    make_team,
)
from tests.factories.contracts import make_area, make_contract, make_count, new_row
from tests.factories.donations import make_donation, make_drive, make_use
from tests.factories.people import (
    make_bank_layout,
    make_batch,
    make_enterprise,
    make_event,
    make_file,
    make_fund,
    make_kin,
    make_limit,
    make_member,
    make_payment,
    make_poverty_line,
    make_standard,
)
from tests.factories.unions import make_union
from tests.helpers.every_register import every_register

MAKERS: dict[str, Callable[[], Record]] = {
    **unions.MAKERS,
    "members": lambda: make_member(
        monthly_wage=3200_50, work_start="1999-07", is_migrant_worker=True, remark="第一行\n第二行"
    ),
    "members.events": lambda: make_event(make_member(), "转出", date(2011, 9, 1), other_union="康宁社区工会"),
    "members.dues": lambda: DuesPayment(member=make_member(), month="2011-04", due=16_00, paid=16_00),
    "members.relatives": lambda: MemberRelative(member=make_member(), name="李强", relation="配偶"),
    "members.jobs": lambda: MemberJob(member=make_member(), first_month="1999", employer="有司商店"),
    "unions.earlier": lambda: EarlierUnion(owner=make_union(), day=date(2010, 12, 31), member_count=50),
    "unions.enterprises.earlier": lambda: EarlierEnterprise(
        owner=make_enterprise(), day=date(2010, 12, 31), employee_count=100, union_status="未建会"
    ),
    "members.earlier": lambda: EarlierMember(owner=make_member(), day=date(2010, 3, 1), education="高中"),
    "settings.earlier": lambda: EarlierProfile(owner=profile(), day=date(2010, 3, 1), leader="王芳"),
    "hardship.earlier": lambda: EarlierFile(
        owner=make_file(), day=date(2010, 12, 31), category="相对困难", main_cause="患重特大疾病"
    ),
    "unions.enterprises": lambda: make_enterprise(uscc="91310000607378000T", phone="021-64380000"),
    "hardship": lambda: make_file(
        other_causes=("下岗失业", "子女上学"),
        bank_card="6222021234567890128",
        bank_name="工商银行",
        bank_holder="王芳",
    ),
    "hardship.family": lambda: make_kin(
        make_file(), relation="女", monthly_income=800_00, school_from="2009"
    ),
    "hardship.payments": lambda: make_payment(make_batch(), make_file(), amount=506_38),
    "hardship.rounds": lambda: HardshipRound(
        file=make_file(applied_on=date(2013, 1, 4), approved_on=None, opened_on=date(2013, 1, 18)),
        outcome="退档",
        applied_on=date(2011, 1, 4),
        opened_on=date(2011, 1, 18),
        closed_on=date(2011, 12, 1),
        close_reason="脱困",
    ),
    "hardship.reviews": lambda: HardshipReview(file=make_file(), reviewed_by="王芳", new_income=612_38),
    "hardship.evidence": lambda: HardshipEvidence(
        file=make_file(), kind="诊断", file_name="诊断书.pdf", content=b"%PDF"
    ),
    "hardship.batches": lambda: make_batch(make_file()),
    "contracts": lambda: make_contract(receipt_no="沪-0012", published="公告栏，2011年4月", remark="一\n二"),
    "contracts.covered": lambda: new_row(make_area(), "佳禾园餐饮管理有限公司", women=4, remark="2011年加入"),
    "contracts.headcounts": lambda: make_count(migrants=20, unsigned=5),
    "disputes": lambda: disputes.make_case("结案", people_count=12, representatives="王芳、李强"),
    "disputes.parties": lambda: disputes.make_party(disputes.make_case()),
    "disputes.steps": lambda: disputes.make_step(disputes.make_case("调解中")),
    "disputes.extensions": lambda: disputes.make_extension(disputes.make_case("调解中")),
    "disputes.agreements": lambda: disputes.make_agreement(disputes.make_case("调解中")),
    "disputes.followups": lambda: disputes.make_followup(disputes.make_case("结案")),
    "disputes.mediators": disputes.make_mediator,
    "disputes.bodies": disputes.make_body,
    "disputes.supervision": lambda: disputes.make_letter(
        status="已整改",
        answered_on=date(2011, 3, 20),
        answer="已补发",
        rectified_on=date(2011, 3, 25),
        rectified="全部补发",
        recovered=36_000_00,
    ),
    **care.MAKERS,
    **publications.MAKERS,
    **paperwork.MAKERS,
    **employment.MAKERS,
    **insurance.MAKERS,
    **described.MAKERS,
    "hardship.drives": make_drive,
    "hardship.donations": lambda: make_donation(make_drive(), employer="泰祥物业"),
    "hardship.donation_uses": lambda: _used(make_drive()),
    "activities": lambda: make_activity(series=make_series(), edition=4, budget_total=800_00),
    "activities.series": make_series,
    "activities.projects": lambda: make_project(make_activity(), mode="团体"),
    "activities.teams": lambda: make_team(make_activity(), enterprise=make_enterprise(), headcount=11),
    "activities.participants": lambda: make_participant(make_activity(), member=make_member()),
    "activities.awards": lambda: make_award(make_activity(), amount=50_00),
    "activities.budget": lambda: make_line(make_activity(), actual=480_50, voucher_no="12"),
    "activities.volunteering": lambda: make_service(
        member=make_member(), place="泰祥小区", served=12, remark="一\n二"
    ),
    "settings.prizes": make_prize_limit,
    "settings.retention": lambda: RetentionRule(kind="困难档案(退档后)", years=15, source="本会规定"),
    "settings": profile,
    "settings.poverty": make_poverty_line,
    "settings.limits": make_limit,
    "settings.standards": lambda: make_standard("深度困难", "生活救助", lines=10),
    "settings.funds": make_fund,
    "settings.bank_layouts": make_bank_layout,
    "settings.contracts": lambda: RenewalLead(kind="集体合同", days=100),
}


def _used(drive: DonationDrive) -> DonationUse:
    make_donation(drive)
    return make_use(drive)


def test_every_register_is_tried(described_office: Office) -> None:
    assert {register.key for register in registers()} == MAKERS.keys()


@every_register
def test_a_record_read_from_the_screen_is_the_record_that_was_kept(
    office: Office, register: Register
) -> None:
    record = keeping.save(register, MAKERS[register.key]())
    kept = register.record.get_by_id(record.id)
    shown = [one for one in register.fields if not isinstance(one, AttachmentField)]
    texts = {one.name: one.format(getattr(kept, one.name)) for one in shown}
    values, problems = keeping.read(shown, texts)
    assert problems == []
    assert values == {one.name: getattr(kept, one.name) for one in shown if one.derive is None}
    keeping.assign(kept, values)
    keeping.save(register, kept)
    again = register.record.get_by_id(record.id)
    assert {one.name: one.format(getattr(again, one.name)) for one in shown} == texts


@every_register
def test_every_column_of_a_list_can_be_written_and_hidden(office: Office, register: Register) -> None:
    record = keeping.save(register, MAKERS[register.key]())
    for column in register.columns:
        value = getattr(record, column.name)
        assert isinstance(column.format(value), str)
        assert isinstance(column.mask(value), str)
    if register.headline is not None:
        assert isinstance(register.headline(record), str)


@every_register
def test_a_new_record_can_be_shown_before_anything_is_typed(office: Office, register: Register) -> None:
    record = keeping.new(register)
    deriving.compute_derived(record)
    # The office is there already; one more question is counted by 新建 and 保存 alone.
    complete = register.key in ("settings", "insurance.consultations")
    assert judging.problems(register, record) or complete
    for shown in register.form_fields:
        if not (isinstance(shown, ReferenceField) and shown.required):
            assert isinstance(shown.format(getattr(record, shown.name)), str)
    if register.headline is not None:
        assert isinstance(register.headline(record), str)

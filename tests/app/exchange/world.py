"""An office with something in each register, and with values that spreadsheets like to spoil."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.fields import AttachmentField, ReferenceField
from app.keeping import keeping
from app.records.profile import profile
from app.records.retention import RetentionRule
from app.register import Register
from app.registry import find_register, registers
from app.subjects.contracts.collective.records import RenewalLead
from app.subjects.contracts.collective.register import RENEWAL_LEADS
from app.subjects.hardship.reviews.records import HardshipEvidence, HardshipReview, HardshipRound
from app.subjects.hardship.reviews.register import EVIDENCE, REVIEWS, ROUNDS
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import MemberJob, MemberRelative
from app.subjects.members.register import DUES, JOBS, MEMBERSHIP_EVENTS, RELATIVES
from app.subjects.office.profile.register import PROFILE
from app.subjects.office.retention.register import RETENTION
from app.subjects.unions.enterprises.records import Enterprise
from tests.factories import (
    activities,
    care,
    contracts,
    described,
    disputes,
    donations,
    employment,
    insurance,
    paperwork,
    people,
    publications,
    unions,
)

SPOILT = (
    "=1+1",
    "+86 13800138000",
    "-无",
    "@本人",
    "00012",
    "3.10104E+17",
    "2011-3",
    "TRUE",
    "1/2",
    "'引",
    "''",
)
NOTES = "第一行，有逗号\n\t第二行\t有制表符\n“引号”\"和'撇号'"


def fill() -> None:
    """Keep records in every register, in an order in which they may refer to each other."""
    keeping.assign(profile_record := profile(), {"street": "泰祥街道", "pledge": NOTES})
    keeping.save(PROFILE, profile_record)
    people.make_fund(voucher_no="0007")
    people.make_fund(voucher_no="0007")  # the same again: two deposits, not one
    people.make_poverty_line(source="@示例")
    people.make_limit()
    people.make_bank_layout()
    people.make_standard("意外致困", "医疗救助", year=2012, share=150, most=10_000_00)
    people.make_enterprise(name="上海泰祥电器有限公司", short_name="泰祥电器", remark=NOTES)
    for spoilt in SPOILT:
        people.make_member(remark=spoilt, card_no=f"{spoilt}的证".lstrip("'"))
    _member_with_all()
    _member_who_left()
    _file_with_all()
    unions.fill()
    _told_before()
    _contracts()


def _told_before() -> None:
    """Keep what the first of each kind was told to be at the end of 2009."""
    for key, values in (
        ("unions.earlier", {"member_count": 50, "is_legal_person": False, "has_women_committee": "未建"}),
        ("unions.enterprises.earlier", {"employee_count": 1_100, "union_status": "未建会"}),
        ("members.earlier", {"education": "高中", "is_migrant_worker": True}),
        ("hardship.earlier", {"category": "深度困难"}),
        ("settings.earlier", {"leader": "王芳"}),
    ):
        register = find_register(key)
        owner = register.record.described()["owner"]
        assert isinstance(owner, ReferenceField)
        first = owner.rel_model.alive().first()
        keeping.save(register, register.record(owner=first, day=date(2009, 12, 31), **values))


def _contracts() -> None:
    old = contracts.make_contract(employer="上海泰祥电器有限公司", published="=公告栏")
    contracts.make_contract(
        employer="上海泰祥电器有限公司",
        start_on=date(2014, 4, 1),
        end_on=date(2016, 3, 31),
        renewed_from=old,
        remark=NOTES,
    )
    contracts.make_area(("佳禾园餐饮管理有限公司", 20), ("=1+1", 7))
    contracts.make_count(employer="上海泰祥电器有限公司", migrants=20, unsigned=2, remark=NOTES)
    contracts.make_count(employer="上海泰祥电器有限公司", counted_on=date(2010, 11, 30))
    keeping.save(RENEWAL_LEADS, RenewalLead(kind="集体合同", days=100))
    case = disputes.make_success(
        body=disputes.make_body(remark=NOTES), second_mediator=disputes.make_mediator()
    )
    disputes.make_extension(case, agreed_on=date(2011, 4, 14), remark="@电话同意")
    disputes.make_case(facts=NOTES, mediator=case.mediator)
    disputes.make_letter(
        kind="建议书", unit_name="区人社局", about_unit="=1+1", matter=NOTES, status="已整改",
        stated_due=date(2011, 4, 8), rectified_on=date(2011, 4, 1), rectified="@已补发", recovered=36_000_50,
    )  # fmt: skip
    keeping.save(RETENTION, RetentionRule(kind="困难档案(退档后)", years=15, source="=示例"))
    for make in care.MAKERS.values():
        make()
    activities.make_service(title="=便民服务", hours=2_25, served=12, remark=NOTES)
    publications.fill()
    paperwork.fill()
    employment.fill()
    insurance.fill()
    _activity_with_all()
    _drive_with_all()
    described.make_described(rows=True)


def _activity_with_all() -> None:
    series = activities.make_series(name="春季长跑赛", first_year=2008, remark=NOTES)
    activities.make_edition(series, 3, 120, 20)
    activity = activities.make_edition(series, 4, 2, 2, aims=NOTES, budget_total=500_00)
    activities.make_project(activity, name="4×100米", mode="团体", group_name="青年组")
    activities.make_project(activity)
    activities.make_team(activity, enterprise=Enterprise.alive().first(), leader="王芳", headcount=2)
    for _ in range(2):
        activities.make_participant(
            activity, member=people.make_member(), project="4×100米", team="广达汽修队", signed_at="8:30",
            signed_in=True,
        )  # fmt: skip
    activities.make_award(activity, project="4×100米", prize="=毛巾", amount=50_00)
    activities.make_award(activity, project="中国象棋", rank="优胜奖", remark="00012")
    activities.make_line(activity, purpose="-无", actual=490_50, voucher_no="0012")
    activities.make_prize_limit(source="@示例")


def _drive_with_all() -> None:
    drive = donations.make_drive(remark=NOTES)
    donations.make_donation(drive, employer="+1公司", mobile="13800138000")
    donations.make_donation(drive, donor=None, anonymous=True, receipt_no=None)
    donations.make_donation(drive, amount=None, goods="毛毯", goods_count=3, mode="实物")
    donations.make_use(drive, remark="-无")
    donations.make_use(drive, payment=donations.make_donated_payment())


def _member_with_all() -> None:
    member = people.make_member(
        name="𠮷田·买买提",
        birth_date=date(1975, 2, 28),
        work_start="1995",
        monthly_wage=4_321_09,
        is_migrant_worker=True,
        remark=NOTES,
    )
    people.make_event(member, "保留会籍", date(2012, 5, 1), remark="失业，在街道登记")
    people.make_event(member, "恢复会籍", date(2013, 5, 1))
    keeping.save(
        DUES, DuesPayment(member=member, month="2011-04", due=21_61, paid=20_00, paid_on=date(2011, 4, 5))
    )
    keeping.save(RELATIVES, MemberRelative(member=member, name="王芳", relation="妻"))
    keeping.save(JOBS, MemberJob(member=member, first_month="1995", last_month="2001-07", employer="=厂"))


def _member_who_left() -> None:
    member = people.make_member(status="已转出", status_date=date(2011, 6, 1), status_reason="调动")
    going = MembershipEvent.get(MembershipEvent.member == member, MembershipEvent.kind == "转出")
    going.other_union, going.voucher_no = "衡建公司工会", "0012"
    keeping.save(MEMBERSHIP_EVENTS, going)


def _file_with_all() -> None:
    file = people.make_file(
        other_causes=("下岗失业", "子女上学"), bank_card="6222020200012345678", bank_name="工商银行",
        bank_holder="王芳", exp_school=3_000_50, work_start="1995-07",
    )  # fmt: skip
    people.make_kin(file, relation="配偶", monthly_income=1_200_00)
    people.make_kin(file, relation="女", id_number=None, no_id_reason="新生儿")
    keeping.save(
        REVIEWS, HardshipReview(file=file, reviewed_on=date(2011, 12, 1), reviewed_by="李强", new_income=1)
    )
    declined = HardshipRound(file=file, outcome="不予建档", applied_on=date(2009, 3, 2))
    keeping.save(ROUNDS, declined)
    keeping.save(EVIDENCE, HardshipEvidence(file=file, kind="诊断", file_name="诊断.pdf"))
    batch = people.make_batch(file)
    people.make_payment(batch, file, override_reason="家中失火", remark=NOTES)


def contents() -> dict[str, list[Any]]:
    """Return what all registers hold, field by field, but for the bytes of files."""
    return {register.key: _rows(register) for register in registers()}


def _rows(register: Register) -> list[Any]:
    fields = [
        field for field in register.record.described().values() if not isinstance(field, AttachmentField)
    ]
    rows = [
        [
            str(getattr(record, field.name))
            if isinstance(field, ReferenceField)
            else record.__data__[field.name]
            for field in fields
        ]
        for record in register.record.alive()
    ]
    return sorted(rows, key=repr)

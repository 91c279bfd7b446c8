"""Keeping a record: all or nothing, nothing lost, no number twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import peewee
import pytest

from app.errors import Refused
from app.fields.problems import Blocked, blocks
from app.keeping import deriving, judging, keeping
from app.office import Office
from app.records.base import change, database
from app.subjects.activities.register import SERIES
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_file,
    make_kin,
    make_member,
    make_payment,
    make_poverty_line,
    new_kin,
    new_member,
    new_payment,
    resident_id,
)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let the file grow no further, as on a full disk."""
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        database.execute_sql("PRAGMA max_page_count = 1073741823")


def _rows() -> list[tuple[object, ...]]:
    return [*Member.select().tuples(), *MembershipEvent.select().tuples()]


def test_what_was_typed_is_read_field_by_field() -> None:
    texts = {"name": "张 三", "sex": "男", "birth_date": "1980.5.6", "mobile": "123", "age": "30"}
    values, problems = keeping.read(MEMBERS.form_fields, texts)
    assert values == {"name": "张三", "sex": "男", "birth_date": date(1980, 5, 6)}
    assert [problem.field.name for problem in problems] == ["mobile"]


def test_nothing_typed_means_the_default_of_what_always_is_something() -> None:
    """Every membership has a state: that of a new one is 待审批. A remark may be missing."""
    member = new_member(status="在册", remark="旧")
    keeping.assign(member, {"status": None, "remark": None})
    assert (member.status, member.remark) == ("待审批", None)


def test_what_a_form_proposes_and_a_person_takes_out_is_not_known() -> None:
    """A form proposes 汉族; of whom she clears it nothing is known, and 汉族 would be invented."""
    member = new_member(ethnicity="回族")
    keeping.assign(member, {"ethnicity": None})
    assert member.ethnicity is None


def test_a_record_that_a_rule_forbids_is_not_kept(office: Office) -> None:
    member = new_member(mobile=None, employer=None)
    with pytest.raises(Blocked) as error:
        keeping.save(MEMBERS, member)
    assert {problem.field.name for problem in error.value.problems} == {"mobile", "employer"}
    assert str(error.value) == "工作单位：请填写工作单位；手机号码：请填写手机号码"
    assert Member.select().count() == 0


def test_a_record_changed_by_somebody_else_meanwhile_is_not_overwritten(office: Office) -> None:
    mine = make_member(remark="原文")
    theirs = Member.get_by_id(mine.id)
    theirs.remark = "他人的改动"
    keeping.save(MEMBERS, theirs)
    mine.remark = "我的改动"
    with pytest.raises(Refused, match="已被修改，没有保存"):
        keeping.save(MEMBERS, mine)
    assert mine.remark == "我的改动"
    assert Member.get_by_id(mine.id).remark == "他人的改动"


def test_a_record_can_be_kept_again_and_again(office: Office) -> None:
    member = make_member()
    for remark in ("一", "二", "三"):
        member.remark = remark
        keeping.save(MEMBERS, member)
    assert Member.get_by_id(member.id).remark == "三"


def test_a_full_disk_leaves_the_old_state_whole(office: Office) -> None:
    member = make_member()
    before = _rows()
    member.remark = "很长的备注" * 20_000
    with full_disk(), pytest.raises(Refused, match="磁盘已满"):
        keeping.save(MEMBERS, member)
    assert _rows() == before
    assert database.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_what_a_full_disk_refused_can_be_kept_once_there_is_room(office: Office) -> None:
    known, fresh = make_member(), new_member(remark="很长的备注" * 20_000)
    known.remark = fresh.remark
    for member in (known, fresh):
        with full_disk(), pytest.raises(Refused):
            keeping.save(MEMBERS, member)
    assert fresh.id is None
    assert fresh.member_no is None
    for member in (known, fresh):
        keeping.save(MEMBERS, member)
        assert Member.get_by_id(member.id).remark == member.remark


def test_numbers_run_by_office_kind_and_year(office: Office) -> None:
    day = {"applied_on": date(2011, 3, 1)}
    told = [make_member(**day).member_no, make_member(**day).member_no, make_file().file_no]
    told.append(make_member(applied_on=date(2012, 1, 1), approved_on=date(2012, 1, 1)).member_no)
    assert told == ["TY-HY-2011-0001", "TY-HY-2011-0002", "TY-HZ-2011-0001", "TY-HY-2012-0001"]


def test_a_number_is_never_used_again(office: Office) -> None:
    first = make_member()
    keeping.to_bin(MEMBERS, [first.id])
    assert make_member().member_no == "TY-HY-2011-0002"


def test_a_number_that_came_with_an_old_roster_is_passed_over(office: Office) -> None:
    make_member(member_no="TY-HY-2011-0001")
    make_member(member_no="TY-HY-2011-0002")
    assert make_member().member_no == "TY-HY-2011-0003"


def test_a_record_goes_to_the_recycle_bin_and_comes_back_as_it_was(office: Office) -> None:
    member = make_member(remark="在会")
    keeping.to_bin(MEMBERS, [member.id])
    assert list(Member.alive()) == []
    keeping.restore(MEMBERS, [member.id])
    back = Member.get_by_id(member.id)
    assert (back.deleted_at, back.remark, back.member_no) == (None, "在会", member.member_no)


def test_a_form_that_was_open_meanwhile_does_not_take_a_record_out_of_the_bin(office: Office) -> None:
    member = make_member()
    keeping.to_bin(MEMBERS, [member.id])
    with pytest.raises(Refused, match="已被修改"):
        keeping.save(MEMBERS, member)
    assert list(Member.alive()) == []


def test_a_record_whose_place_was_taken_does_not_come_back(office: Office) -> None:
    member = make_member()
    keeping.to_bin(MEMBERS, [member.id])
    make_member(id_number=member.id_number)
    with pytest.raises(Refused, match="不能恢复"):
        keeping.restore(MEMBERS, [member.id])
    assert Member.get_by_id(member.id).deleted_at is not None


def test_the_rows_of_a_record_go_to_the_bin_and_come_back_with_it(office: Office) -> None:
    file = make_file()
    child, gone = make_kin(file), make_kin(file)
    keeping.to_bin(FAMILY, [gone.id])
    payment = make_payment(make_batch(), file)
    keeping.to_bin(HARDSHIP, [file.id])
    assert list(HardshipFamily.alive()) == []
    assert list(AidPayment.alive()) == [payment]
    keeping.restore(HARDSHIP, [file.id])
    assert list(HardshipFamily.alive()) == [child]


def test_a_row_does_not_come_back_before_its_owner(office: Office) -> None:
    file = make_file()
    child = make_kin(file)
    keeping.to_bin(HARDSHIP, [file.id])
    with pytest.raises(Refused, match="在回收站中，请先恢复它"):
        keeping.restore(FAMILY, [child.id])
    assert list(HardshipFamily.alive()) == []


def test_a_new_row_does_not_come_to_an_owner_in_the_bin(office: Office) -> None:
    file = make_file(name="王芳")
    keeping.to_bin(HARDSHIP, [file.id])
    with pytest.raises(Refused, match=r"“王芳.*”在回收站中.*请先恢复它，或另选一个"):
        make_kin(file)
    assert not HardshipFamily.select().exists()


def test_a_row_does_not_move_to_an_owner_in_the_bin(office: Office) -> None:
    kin, gone = make_kin(make_file()), make_file(name="王芳")
    keeping.to_bin(HARDSHIP, [gone.id])
    kin.file = gone
    with pytest.raises(Refused, match=r"“王芳.*”在回收站中"):
        keeping.save(FAMILY, kin)
    assert HardshipFamily.get().file_id != gone.id


def test_rows_saved_together_come_to_no_owner_in_the_bin(office: Office) -> None:
    file = make_file(name="王芳")
    kin = [new_kin(file), new_kin(file)]
    keeping.to_bin(HARDSHIP, [file.id])
    with pytest.raises(Refused, match=r"“王芳.*”在回收站中"):
        keeping.save_together(FAMILY, kin)
    assert not HardshipFamily.select().exists()


def test_a_new_record_names_none_in_the_bin(office: Office) -> None:
    batch, file = make_batch(), make_file(name="王芳")
    keeping.to_bin(HARDSHIP, [file.id])
    with pytest.raises(Refused, match=r"“困难档案”中的“王芳.*”在回收站中"):
        make_payment(batch, file)
    assert not AidPayment.select().exists()


def test_a_record_may_be_changed_when_what_it_named_went_into_the_bin(office: Office) -> None:
    """A payment stays in the books when the file of its receiver goes; a remark on it may still be made."""
    file = make_file()
    payment = make_payment(make_batch(), file)
    keeping.to_bin(HARDSHIP, [file.id])
    payment.remark = "本人签收"
    keeping.save(PAYMENTS, payment)
    assert AidPayment.get().remark == "本人签收"


def test_the_payments_of_a_binned_batch_stand_in_nobodys_way(office: Office) -> None:
    file = make_file()
    batch = make_batch(file)
    keeping.to_bin(BATCHES, [batch.id])
    make_batch(file)
    with pytest.raises(Refused, match="不能恢复"):
        keeping.restore(BATCHES, [batch.id])
    assert AidBatch.alive().count() == AidPayment.alive().count() == 1


def _income(file: HardshipFile) -> tuple[int | None, ...]:
    kept = HardshipFile.get_by_id(file.id)
    return (kept.family_size, kept.computed_year_income, kept.monthly_pc, kept.net_monthly_pc)


def test_a_family_member_changes_the_households_income(office: Office) -> None:
    file = make_file(own_monthly_income=1860_00, family_other_income=2200_00, exp_illness=12_000_00)
    assert _income(file) == (1, 24_520_00, 2043_33, 1043_33)
    wife = make_kin(file, relation="配偶", monthly_income=1300_00)
    # (1860 + 1300) × 12 + 2200 = 40120; ÷ 12 ÷ 2 = 1671.67; (40120 − 12000) ÷ 12 ÷ 2 = 1171.67
    assert _income(file) == (2, 40_120_00, 1671_67, 1171_67)
    keeping.to_bin(FAMILY, [wife.id])
    assert _income(file) == (1, 24_520_00, 2043_33, 1043_33)
    keeping.restore(FAMILY, [wife.id])
    assert _income(file) == (2, 40_120_00, 1671_67, 1171_67)


def test_a_relative_living_elsewhere_does_not_count(office: Office) -> None:
    file = make_file(own_monthly_income=1860_00)
    make_kin(file, monthly_income=9000_00, lives_together=False)
    assert _income(file) == (1, 22_320_00, 1860_00, 1860_00)


def test_a_stated_income_takes_the_place_of_the_computed_one(office: Office) -> None:
    file = make_file(own_monthly_income=1860_00, stated_year_income=12_000_00, stated_reason="民政核定")
    assert (file.computed_year_income, file.family_year_income, file.monthly_pc) == (
        22_320_00,
        12_000_00,
        1000_00,
    )
    assert "按核定数" in file.working


def test_the_income_is_shown_with_its_working(office: Office) -> None:
    make_poverty_line(505_00)
    file = make_file(own_monthly_income=1860_00, family_other_income=2200_00, exp_school=6000_00)
    assert file.working.splitlines() == [
        "人均：(1,860.00 × 12 + 2,200.00) ÷ 12 ÷ 1 = 2,043.33",
        "净收入：(24,520.00 − 6,000.00) ÷ 12 ÷ 1 = 1,543.33",
        "低保标准 505.00 元/月",
    ]


def test_a_file_keeps_the_poverty_line_of_its_application(office: Office) -> None:
    make_poverty_line(425_00, effective_from=date(2010, 4, 1))
    make_poverty_line(505_00, effective_from=date(2011, 4, 1))
    early, late = (
        make_file(applied_on=date(2011, 1, 4)),
        make_file(applied_on=date(2011, 4, 1), approved_on=None, opened_on=date(2011, 5, 1)),
    )
    assert HardshipFile.get_by_id(early.id).poverty_line == 425_00
    assert HardshipFile.get_by_id(late.id).poverty_line == 505_00
    assert make_file(applied_on=date(2010, 3, 31)).poverty_line is None


def test_an_identity_number_fills_in_sex_and_birth_date(office: Office) -> None:
    number = resident_id(date(1985, 10, 1), "女")
    member = keeping.save(MEMBERS, new_member(id_number=number, sex=None, birth_date=None))
    assert (member.sex, member.birth_date) == ("女", date(1985, 10, 1))


def test_an_employer_of_the_register_is_linked(office: Office) -> None:
    unit = make_enterprise(name="上海有司建筑有限公司", short_name="有司建筑")
    assert make_member(employer="有司建筑").enterprise == unit
    assert make_member(employer="灵活就业").enterprise is None


@pytest.mark.parametrize(
    "model", [Member, HardshipFile, AidPayment, DuesPayment], ids=lambda model: model.__name__
)
def test_the_file_itself_holds_what_must_be_unique(office: Office, model: type[peewee.Model]) -> None:
    member, file = make_member(), make_file()
    make_payment(make_batch(), file)
    DuesPayment.create(member=member, month="2011-04", due=1500, paid=1500)
    table = model._meta.table_name
    columns = [name for name in model._meta.columns if name not in ("id", "member_no", "file_no")]
    copied = ", ".join(f'"{name}"' for name in columns)
    with pytest.raises(peewee.IntegrityError, match="UNIQUE"):
        database.execute_sql(f'INSERT INTO "{table}" ({copied}) SELECT {copied} FROM "{table}"')
    assert model.select().count() == 1


def test_a_second_payment_with_a_reason_is_allowed_by_the_file(office: Office) -> None:
    file = make_file()
    batch = make_batch(file)
    keeping.save(PAYMENTS, new_payment(batch, file, override_reason="住院，追加"))
    assert AidPayment.alive().count() == 2


def test_a_number_that_is_taken_is_told_at_its_field(office: Office) -> None:
    make_member(member_no="TY-HY-2011-0099")
    with pytest.raises(Blocked) as refused:
        make_member(member_no="TY-HY-2011-0099")
    (problem,) = refused.value.problems
    assert problem.field is Member.member_no
    assert problem.sentence == "台账里已有“TY-HY-2011-0099”，请查找已有的记录，或换一个"


def test_a_name_that_is_taken_by_what_lies_in_the_bin_says_so(office: Office) -> None:
    series = keeping.save(SERIES, keeping.new(SERIES, name="春晖杯"))
    keeping.to_bin(SERIES, [series.id])
    (problem,) = blocks(judging.problems(SERIES, keeping.new(SERIES, name="春晖杯")))
    assert problem.sentence == "回收站里已有“春晖杯”，请先恢复它，或换一个"


def test_a_record_does_not_take_its_own_name(office: Office) -> None:
    series = keeping.save(SERIES, keeping.new(SERIES, name="春晖杯"))
    assert not blocks(judging.problems(SERIES, keeping.draft_of(series)))


def test_a_shorter_name_comes_before_a_longer_one_that_begins_alike(office: Office) -> None:
    for name in ("李安娜", "李安", "李阿明"):
        make_member(name=name)
    listed = Member.select().order_by(Member.search_key)
    assert [member.name for member in listed] == ["李阿明", "李安", "李安娜"]


def test_records_stored_together_are_all_there_with_their_next_version(office: Office) -> None:
    relatives = [make_kin(make_file(), name=name) for name in ("王芳", "李强")]
    for relative, name in zip(relatives, ("王方", "李墙"), strict=True):
        relative.name = name
    with change():
        keeping.store_together(relatives)
    kept = HardshipFamily.select().order_by(HardshipFamily.id)
    assert [(one.name, one.version, one.search_key) for one in kept] == [
        (one.name, 2, deriving.search_key(one)) for one in relatives
    ]


def test_none_is_stored_where_somebody_else_changed_one_of_them(office: Office) -> None:
    relatives = [make_kin(make_file(), name=name) for name in ("王芳", "李强")]
    stale = [HardshipFamily.get_by_id(one.id) for one in relatives]
    relatives[1].relation = "子女"
    keeping.save(FAMILY, relatives[1])
    for one in stale:
        one.name = "别人"
    with pytest.raises(Refused, match="已被修改"), change():
        keeping.store_together(stale)
    assert not HardshipFamily.select().where(HardshipFamily.name == "别人").exists()


def test_the_owners_of_records_stored_together_follow_them(office: Office) -> None:
    """What kin earn is income of their household, whether they are kept one by one or at once."""
    file = make_file()
    relatives = [make_kin(file, lives_together=True, monthly_income=0) for _ in range(2)]
    for relative in relatives:
        relative.monthly_income = 900_00
    with change():
        keeping.store_together(relatives)
    at_once = HardshipFile.get_by_id(file.id).computed_year_income
    keeping.save(FAMILY, HardshipFamily.get_by_id(relatives[0].id))
    assert at_once == HardshipFile.get_by_id(file.id).computed_year_income != 0

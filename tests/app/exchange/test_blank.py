"""What a list does not say is not known: no form's proposal, no day of today; what is usual is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.exchange.blank import blank
from app.exchange.importing import Report, open_session, report_of
from app.exchange.missing import missing
from app.office import Office
from app.register import Register
from app.registry import find_register
from app.subjects.hardship.donations.records import Donation
from app.subjects.hardship.donations.register import DONATIONS
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from app.subjects.publications.club.records import Lending
from app.subjects.publications.club.register import LENDINGS
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.factories.donations import make_drive
from tests.factories.publications import make_item
from tests.helpers.every_register import every_register

Take = Callable[..., Report]

MEMBER = {"姓名": "张三", "性别": "男", "证件号码": people.resident_id(), "手机号码": "13800138000",
          "工作单位": "泰祥电器"}  # fmt: skip
FILE = {
    "户主": "陶一", "身份证号": people.resident_id(date(1970, 1, 1)), "困难类别": "相对困难",
    "致困原因": "子女上学", "单位": "灵活就业", "婚姻状况": "已婚", "住房类型": "自购房",
    "本人月收入": "1000", "建档人": "王芳", "家庭成员姓名": "陶子", "家庭成员关系": "儿子",
    "家庭成员身份证号": people.resident_id(date(2000, 1, 1)), "家庭成员人员身份": "学生",
}  # fmt: skip
VISIT = {"姓名": "李四", "事由": "咨询退休", "接待人": "王芳"}


@pytest.fixture
def take(office: Office, tmp_path: Path) -> Take:
    """Import one row as the command line does."""

    def taken(register: Register, row: dict[str, str], **given: str) -> Report:
        path = write_book(tmp_path / "a.xlsx", [list(row), list(row.values())])
        session = open_session(register, path, set_values=given)
        session.import_rows()
        return report_of(session)

    return taken


def test_of_a_member_of_whom_the_day_of_applying_is_not_told_it_is_not_known(take: Take) -> None:
    take(MEMBERS, MEMBER | {"入会年月": "2011-03"})
    member = Member.get()
    assert (member.joined, member.applied_on, member.ethnicity) == ("2011-03", None, None)


def test_of_a_household_only_what_the_list_says_is_known(take: Take) -> None:
    take(HARDSHIP, FILE)
    file, kin = HardshipFile.get(), HardshipFamily.get()
    unsaid = "ethnicity health political_status household_type medical_insurance work_status model_worker"
    assert [getattr(file, name) for name in (*unsaid.split(), "applied_on", "family_other_income")] == [
        None
    ] * 9
    unsaid = "ethnicity health marital household_type medical_insurance model_worker monthly_income"
    assert [getattr(kin, name) for name in unsaid.split()] == [None] * 7


def test_a_blank_cell_is_no_more_known_than_a_missing_column(take: Take) -> None:
    take(HARDSHIP, FILE | {"健康状况": "", "家庭成员婚姻状况": " ", "家庭成员健康状况": "残疾"})
    assert (HardshipFile.get().health, HardshipFamily.get().marital) == (None, None)
    assert HardshipFamily.get().health == "残疾"


def test_the_day_of_an_event_is_asked_for_and_never_today(take: Take) -> None:
    report = take(VISITS, VISIT)
    assert [(problem.heading, problem.sentence) for problem in report.problems] == [
        ("来访日期", "请填写来访日期")
    ]
    assert not report.done
    take(VISITS, VISIT, 来访日期="2011-3-8")
    assert Visit.get().visited_on == date(2011, 3, 8)


@pytest.mark.parametrize(
    ("key", "row"),
    [("office.goals", {"任务": "新建工会"}), ("office.shortcomings", {"存在问题": "建会率不高"})],
)
def test_the_year_of_what_is_kept_by_years_is_asked_for_and_never_this_one(
    take: Take, key: str, row: dict[str, str]
) -> None:
    register = find_register(key)
    report = take(register, row)
    assert ("年度", "请填写年度") in [(one.heading, one.sentence) for one in report.problems]
    take(register, row, 年度="2011")
    assert [one.__data__["year"] for one in register.record.alive()] == [2011]


def test_what_follows_from_a_day_that_is_not_said_is_not_said_either(take: Take) -> None:
    """The claim was granted in 2011: that this is before today is no fault of the list."""
    report = take(CLAIMS, {"给付金额": "500", "给付日期": "2011-4-1"})
    assert ("申请日期", "请填写申请日期") in [(one.heading, one.sentence) for one in report.problems]
    assert not [one for one in report.problems if "早于" in one.sentence]


def test_a_day_that_no_column_has_is_asked_for_once_with_the_others(office: Office, tmp_path: Path) -> None:
    session = open_session(VISITS, write_book(tmp_path / "a.xlsx", [list(VISIT), list(VISIT.values())]))
    assert [field.label for field in missing(session)] == ["来访日期"]


def test_what_is_lent_is_due_when_the_loan_ends_that_the_list_tells(take: Take) -> None:
    item = make_item()
    take(LENDINGS, {"物品": item.name, "借用人": "张三", "借出日期": "2011-3-8"})
    assert Lending.get().due_on == date(2011, 3, 22)  # two weeks, as a new office has it


def test_a_gift_of_a_drive_is_given_on_its_day(take: Take) -> None:
    drive = make_drive()
    take(DONATIONS, {"募捐活动": drive.theme, "捐款人": "王芳", "金额": "100"})
    assert Donation.get().donated_on == drive.held_on


def test_a_usual_value_that_no_cell_says_is_told_with_the_number_of_records(take: Take) -> None:
    report = take(VISITS, VISIT | {"来访日期": "2011-3-8", "事由类别": "其他"})
    (said,) = [aside for aside in report.asides if "按通常情况登记" in aside]
    assert "来访方式“来访”1 条" in said
    assert "事由类别" not in said


def test_what_is_said_in_every_row_is_told_of_nobody(take: Take) -> None:
    report = take(MEMBERS, MEMBER | {"入会日期": "2011-3-8", "入会方式": "本人申请", "工会职务": "会员"})
    assert not [aside for aside in report.asides if "按通常情况登记" in aside]


@every_register
def test_no_register_takes_today_for_a_day_that_figures_count_by(register: Register) -> None:
    """A form proposes today; of a list only the day on which its records are entered is today."""
    begun, fields = blank(register).__data__, register.record.described().values()
    assert {field.label for field in fields if begun.get(field.name) == date.today()} <= {"登记日期"}

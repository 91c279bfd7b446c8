"""Lists of other registers than members, as offices keep them: each comes in whole, or says what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from app.exchange.importing import Report, open_session, report_of
from app.office import Office
from app.register import Register
from app.subjects.hardship.donations.records import Donation
from app.subjects.hardship.donations.register import DONATIONS
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.families.register import FAMILY
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.register import MEMBERSHIP_EVENTS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories import people
from tests.factories.donations import make_drive

BORN = date(1970, 3, 8)


def imported(
    folder: Path,
    register: Register,
    rows: Sequence[Sequence[Any]],
    *merged: tuple[int, int, int, int],
    **given: str,
) -> Report:
    """Import a book; `merged` cells are first row, first column, last row, last column."""
    path = folder / "a.xlsx"
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    sheet.write(number, column, cell)
        for top, left, bottom, right in merged:
            sheet.merge_range(top, left, bottom, right, rows[top][left])
    session = open_session(register, path, set_values=given)
    session.import_rows(without_refused=True)
    return report_of(session)


def test_a_book_of_visitors_with_month_and_day_dittos_and_a_sum(office: Office, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["泰祥社区工会2011年来访接待登记表", *[""] * 7],
        ["序号", "月", "日", "来访人", "单位", "来访事由", "处理结果", "接待人"],
        [1, 3, 9, "李四", "祥安里48号", "咨询退休手续", "当场答复", "王芳"],
        [2, "〃", 11, "王五", "〃", "反映欠薪", "〃", "〃"],
        [3, 4, 2, "赵六", "卫庆电梯", "咨询会员卡", "", "李强"],
        ["合计", 3, "批次"],
    ]
    report = imported(tmp_path, VISITS, rows, (0, 0, 0, 7))
    assert (report.problems, report.totals_rows) == ([], [6])
    assert [
        (str(one.visited_on), one.name, one.unit, one.result, one.received_by, one.status)
        for one in Visit.select().order_by(Visit.id)
    ] == [
        ("2011-03-09", "李四", "祥安里48号", "当场答复", "王芳", "已答复"),
        ("2011-03-11", "王五", "祥安里48号", "当场答复", "王芳", "已答复"),
        ("2011-04-02", "赵六", "卫庆电梯", None, "李强", "待处理"),
    ]


def test_relatives_below_the_merged_head_of_their_household(office: Office, tmp_path: Path) -> None:
    head, wife, child = people.resident_id(BORN, "男"), people.resident_id(BORN, "女"), people.resident_id()
    file = people.make_file(name="陶一", id_number=head, birth_date=BORN, sex="男")
    grouped = f"{wife[:6]} {wife[6:14]} {wife[14:]}"
    rows: list[list[Any]] = [
        ["户主姓名", "户主身份证号", "家庭成员姓名", "与户主关系", "身份证号", "职业状况", "月收入"],
        ["陶一", head, "李　梅", "妻子", grouped, "下岗", "八百元"],
        ["", "", "陶子", "长女", f"身份证：{child}（学生）", "学生", "无"],
    ]
    report = imported(tmp_path, FAMILY, rows, (1, 0, 2, 0), (1, 1, 2, 1))
    assert (report.problems, report.unknown) == ([], [])
    assert [
        (one.file_id, one.name, one.relation, one.id_number, one.occupation, one.monthly_income)
        for one in HardshipFamily.select().order_by(HardshipFamily.id)
    ] == [
        (file.id, "李梅", "配偶", wife, "失业", 800_00),
        (file.id, "陶子", "女", child, "学生", None),
    ]


def test_the_life_of_a_member_latest_event_first(office: Office, tmp_path: Path) -> None:
    member = people.make_member(name="张三", applied_on=date(2005, 3, 1), approved_on=date(2005, 3, 8))
    rows: list[list[Any]] = [
        ["会员姓名", "身份证号", "变动时间", "变动类型", "转往单位"],
        ["张三", member.id_number, "2012/6/30", "转出", "衡建公司工会"],
        ["〃", "〃", "2010年5月1日", "恢复会籍", ""],
        ["〃", "〃", "2009.1.1", "保留会籍", ""],
    ]
    assert imported(tmp_path, MEMBERSHIP_EVENTS, rows).problems == []
    told = MembershipEvent.select().order_by(MembershipEvent.happened_on)
    assert [(one.kind, one.other_union) for one in told] == [
        ("入会", None),
        ("保留会籍", None),
        ("恢复会籍", None),
        ("转出", "衡建公司工会"),
    ]


def test_donors_of_a_drive_some_of_them_units_or_nobody(office: Office, tmp_path: Path) -> None:
    drive = make_drive()
    rows: list[list[Any]] = [
        ["序号", "捐款人", "单位", "捐款金额"],
        [1, "张三", "泰祥电器", 100],
        [2, "匿名", "", "50元"],
        [3, "卫庆电梯工程有限公司", "", "叁佰元整"],
        ["合计", "", "", "450.00"],
    ]
    report = imported(tmp_path, DONATIONS, rows, drive=drive.theme)
    assert (report.problems, report.totals_rows) == ([], [5])
    assert [
        (one.donor, one.donor_kind, one.anonymous, one.amount)
        for one in Donation.select().order_by(Donation.id)
    ] == [
        ("张三", "个人", False, 100_00),
        ("匿名", "个人", True, 50_00),
        ("卫庆电梯工程有限公司", "单位", False, 300_00),
    ]


def test_who_gave_is_the_donor_where_a_unit_stands_beside(office: Office, tmp_path: Path) -> None:
    drive = make_drive()
    rows: list[list[Any]] = [
        ["捐款单位", "捐款人", "捐款金额"],
        ["泰祥电器", "张三", 100],
        ["泰祥电器", "李四", 50],
    ]
    report = imported(tmp_path, DONATIONS, rows, drive=drive.theme)
    assert (report.problems, report.unknown) == ([], ["捐款单位"])
    assert [one.donor for one in Donation.select().order_by(Donation.id)] == ["张三", "李四"]


def test_a_unit_alone_is_the_donor(office: Office, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["捐款单位", "捐款金额"], ["卫庆电梯工程有限公司", 100]]
    report = imported(tmp_path, DONATIONS, rows, drive=make_drive().theme)
    assert (report.problems, Donation.get().donor) == ([], "卫庆电梯工程有限公司")

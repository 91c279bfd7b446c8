from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playhouse.test_utils import count_queries

from app.errors import Refused
from app.exchange.importing import Report, import_book
from app.office import Office
from app.records.base import Counter, database
from app.records.profile import Profile, profile
from app.registry import find_register
from app.subjects.contracts.headcounts.records import LaborContractCount
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.members.membership.records import members_on_roll
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise
from tests.app.exchange.books import write_book
from tests.factories import contracts, people

HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]


def person(name: str = "张三", **changed: str) -> list[str]:
    cells = {
        "name": name,
        "number": people.resident_id(),
        "mobile": "13800138000",
        "employer": "泰祥电器",
        "approved": "2011-3-8",
    }
    return list((cells | changed).values())


@pytest.fixture
def take_in(office: Office, tmp_path: Path) -> Callable[..., Report]:
    def take(*rows: Sequence[Any], into: str = "members", **options: Any) -> Report:  # noqa: ANN401  # as what they are handed to takes them
        return import_book(find_register(into), write_book(tmp_path / "book.xlsx", rows), **options)

    return take


def dump() -> dict[str, list[Any]]:
    """Every row of every table, the history too."""
    return {
        table: database.execute_sql(f'SELECT * FROM "{table}"').fetchall() for table in database.get_tables()
    }


def problems_of(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_a_plain_roster_gets_in(take_in: Callable[..., Report]) -> None:
    number = people.resident_id(date(1975, 2, 28), "女")
    report = take_in(HEADINGS, person("单小娟", number=number))
    assert report.sentence == "新增 1 条，更新 0 条，不变 0 条，已导入"
    member = Member.get()
    assert (member.name, member.id_number, member.sex) == ("单小娟", number, "女")
    assert member.birth_date == date(1975, 2, 28)
    assert (member.approved_on, member.status) == (date(2011, 3, 8), "在册")
    assert member.member_no == "TY-HY-2011-0001"


def test_what_people_write_is_understood(take_in: Callable[..., Report]) -> None:
    headings = [*HEADINGS, "月工资", "是否农民工"]
    row = person(mobile="１３８ ００１３ ８０００", approved="2011年3月8日")
    take_in(headings, [*row, "1,200元", "√"], [*person("李四", approved="40610"), 2345.6, "否"])
    first, second = Member.select().order_by(Member.id)
    assert (first.mobile, first.approved_on, first.monthly_wage) == ("13800138000", date(2011, 3, 8), 1200_00)
    assert (second.approved_on, second.monthly_wage) == (date(2011, 3, 8), 2345_60)
    assert (first.is_migrant_worker, second.is_migrant_worker) == (True, False)


def test_dates_and_numbers_of_excel_are_understood(take_in: Callable[..., Report]) -> None:
    row: list[Any] = person()
    row[2], row[4] = 13800138000, date(2011, 3, 8)
    assert take_in(HEADINGS, row).done
    assert (Member.get().mobile, Member.get().approved_on) == ("13800138000", date(2011, 3, 8))


def test_a_number_in_groups_is_the_same_person(take_in: Callable[..., Report]) -> None:
    member = people.make_member()
    grouped = " ".join((member.id_number[:6], member.id_number[6:14], member.id_number[14:]))
    report = take_in(
        HEADINGS, person(member.name, number=grouped), person("李四", number=f"'{grouped}\u2009")
    )
    assert (report.new, Member.select().count()) == (0, 1)


def test_a_number_in_groups_is_held_against_sex_and_birth(take_in: Callable[..., Report]) -> None:
    grouped = "310104 19700101 0047"  # a woman born on the first of January 1970
    report = take_in([*HEADINGS, "性别", "出生日期"], [*person(number=grouped), "男", "1980-05-05"])
    assert {one.heading for one in report.problems} == {"性别", "出生日期"}


def test_an_amount_with_a_circled_digit_is_refused(take_in: Callable[..., Report]) -> None:
    report = take_in([*HEADINGS, "月工资"], [*person(), "500①"])
    assert problems_of(report) == ["第 2 行“月工资”：应填金额，例如 1200.50"]


def test_titles_above_blank_rows_between_and_sums_below_are_no_records(
    take_in: Callable[..., Report],
) -> None:
    title, sums, signatures = ["泰祥社区工会会员花名册"], ["合计", "2人"], ["制表人：王芳", "", "审核人："]
    blank = ["", "", " "]
    report = take_in(title, [], HEADINGS, person(), [], blank, person("李四"), sums, signatures)
    assert (report.heading, report.new, report.totals_rows) == (3, 2, [8, 9])


def test_an_identity_number_that_excel_destroyed_is_refused(take_in: Callable[..., Report]) -> None:
    row: list[Any] = person()
    row[1] = 310104198005061234
    report = take_in(HEADINGS, row)
    assert problems_of(report) == ["第 2 行“证件号码”：Excel 已丢失末尾数字，请把该列设为文本格式后重新填写"]
    assert Member.select().count() == 0


def test_every_wrong_cell_is_told_with_its_row_and_heading(take_in: Callable[..., Report]) -> None:
    wrong = people.resident_id()
    wrong = wrong[:-1] + ("0" if wrong[-1] != "0" else "1")
    report = take_in(
        ["名单"],
        HEADINGS,
        person(),
        person("李四", number=wrong, mobile="12"),
        person("王五", approved="春天"),
    )
    assert [(one.row, one.heading) for one in report.problems] == [
        (4, "证件号码"), (4, "手机号码"), (5, "批准日期")
    ]  # fmt: skip
    assert report.sentence == "新增 1 条，更新 0 条，不变 0 条，有误 2 行，没有导入"


def test_a_rule_of_the_office_is_told_with_its_row_and_heading(take_in: Callable[..., Report]) -> None:
    child = people.resident_id(date(2000, 1, 1))
    report = take_in(HEADINGS, person(number=child))
    assert problems_of(report) == ["第 2 行“出生日期”：入会时未满 16 周岁，请核对出生日期或申请日期"]


def test_one_wrong_row_keeps_all_others_out_and_the_file_as_it_was(take_in: Callable[..., Report]) -> None:
    people.make_member()
    before = dump()
    report = take_in(HEADINGS, *(person(f"张{n}") for n in "甲乙丙丁"), person("", mobile="12"))
    assert report.done is False
    assert dump() == before


def test_a_rehearsal_keeps_nothing(take_in: Callable[..., Report]) -> None:
    before = dump()
    report = take_in(HEADINGS, person(), dry_run=True)
    assert report.sentence == "新增 1 条，更新 0 条，不变 0 条，尚未导入"
    assert dump() == before
    assert Counter.select().count() == 0


def test_a_missing_required_value_is_told_by_row(take_in: Callable[..., Report]) -> None:
    report = take_in(HEADINGS, person(employer=""))
    assert problems_of(report) == ["第 2 行“工作单位”：请填写工作单位"]


def test_a_value_for_all_rows_fills_the_gaps_only(take_in: Callable[..., Report]) -> None:
    rows = (person("张三", employer=""), person("李四", employer="衡建公司"))
    report = take_in(HEADINGS, *rows, set_values={"工作单位": "泰祥物业", "education": "大专"})
    assert report.done
    members = Member.select(Member.employer, Member.education).order_by(Member.id).tuples()
    assert list(members) == [("泰祥物业", "大专"), ("衡建公司", "大专")]


def test_a_value_for_all_rows_is_checked_like_any_other(take_in: Callable[..., Report]) -> None:
    report = take_in(HEADINGS, person(), set_values={"学历": "不详"})
    assert [one.heading for one in report.problems] == ["文化程度"]


def test_a_value_for_a_field_there_is_not_is_refused(take_in: Callable[..., Report]) -> None:
    with pytest.raises(Refused, match="没有“血型”这个字段，可用：证件号码、姓名"):
        take_in(HEADINGS, person(), set_values={"血型": "A"})


def test_unknown_columns_are_told(take_in: Callable[..., Report]) -> None:
    assert take_in([*HEADINGS, "血型"], [*person(), "A"]).unknown == ["血型"]


def test_a_record_that_is_there_is_skipped_unless_told_otherwise(take_in: Callable[..., Report]) -> None:
    member = people.make_member(name="张三", mobile="13800138000", education=None)
    row = [*person("张三", number=member.id_number, mobile="13900139000"), "大专"]
    report = take_in([*HEADINGS, "学历"], row)
    assert report.sentence == "新增 0 条，更新 0 条，不变 0 条，与已有记录不同而跳过 1 条，已导入"
    assert (Member.get().mobile, Member.get().education) == ("13800138000", None)


def test_filling_writes_into_empty_fields_only(take_in: Callable[..., Report]) -> None:
    member = people.make_member(name="张三", mobile="13800138000", education=None)
    row = [*person("张三", number=member.id_number, mobile="13900139000"), "大专"]
    report = take_in([*HEADINGS, "学历"], row, on_duplicate="fill")
    assert (report.changed, Member.get().mobile, Member.get().education) == (1, "13800138000", "大专")


def test_updating_writes_what_the_row_says_and_an_empty_cell_says_nothing(
    take_in: Callable[..., Report],
) -> None:
    member = people.make_member(name="张三", mobile="13800138000", education="大专")
    row = [*person("张三", number=member.id_number, mobile="13900139000", employer=""), ""]
    report = take_in([*HEADINGS, "学历"], row, on_duplicate="update")
    after = Member.get()
    assert (report.changed, after.mobile, after.education) == (1, "13900139000", "大专")
    assert after.employer == member.employer


def test_the_same_workbook_taken_in_again_changes_nothing(take_in: Callable[..., Report]) -> None:
    rows = [HEADINGS, *(person(f"张{n}") for n in "甲乙丙")]
    take_in(*rows)
    before = dump()
    for mode in ("skip", "fill", "update"):
        report = take_in(*rows, on_duplicate=mode)
        assert (report.new, report.changed, report.unchanged) == (0, 0, 3)
    assert dump() == before


def test_people_of_one_name_stay_two(take_in: Callable[..., Report]) -> None:
    people.make_member(name="张三")
    report = take_in(HEADINGS, person("张三"), person("张三"), on_duplicate="update")
    assert (report.new, Member.select().count()) == (2, 3)


def test_family_members_of_one_name_in_two_households_stay_two(take_in: Callable[..., Report]) -> None:
    first, second = people.make_file(name="甲"), people.make_file(name="乙")
    headings = ["档案", "姓名", "关系", "人员身份", "无身份证号原因"]
    row = ["王芳", "配偶", "在职", "未提供"]
    report = take_in(headings, ["甲", *row], [second.file_no, *row], into="hardship.family")
    assert report.new == 2, problems_of(report)
    assert {one.file_id for one in HardshipFamily.select()} == {first.id, second.id}


def test_a_person_twice_in_a_workbook_is_told_with_the_earlier_row(take_in: Callable[..., Report]) -> None:
    number = people.resident_id()
    report = take_in(
        HEADINGS, person("张三", number=number), person("张三", number=number, mobile="13900139000")
    )
    assert problems_of(report) == ["第 3 行“证件号码”：与第 2 行重复，请核对"]


def test_a_known_person_twice_in_a_workbook_is_told_too(take_in: Callable[..., Report]) -> None:
    known = people.make_member(name="张三", mobile="13800138000")
    rows = [person("张三", number=known.id_number, mobile=f"1390013900{n}") for n in "12"]
    report = take_in(HEADINGS, *rows, on_duplicate="update")
    assert problems_of(report) == ["第 3 行“证件号码”：与第 2 行重复，请核对"]
    assert Member.get().mobile == "13800138000"


def test_a_number_of_one_with_the_name_of_another_is_told(take_in: Callable[..., Report]) -> None:
    known = people.make_member(name="张三")
    report = take_in(["会员编号", *HEADINGS], [known.member_no, *person("李四")], on_duplicate="update")
    assert problems_of(report) == ["第 2 行：这个编号是张三的，表中写的是李四，请核对"]
    assert Member.get().name == "张三"


def test_numbers_of_two_records_in_one_row_are_told(take_in: Callable[..., Report]) -> None:
    first, second = people.make_member(), people.make_member()
    row = [first.member_no, *person(second.name, number=second.id_number)]
    report = take_in(["会员编号", *HEADINGS], row, on_duplicate="update")
    assert problems_of(report) == ["第 2 行：会员编号和证件号码不是同一条记录的，请核对"]


def test_a_changed_name_is_taken_by_the_identity_number(take_in: Callable[..., Report]) -> None:
    member = people.make_member(name="张三")
    take_in(HEADINGS, person("张叁", number=member.id_number), on_duplicate="update")
    assert Member.get().name == "张叁"


def test_rows_that_are_quite_the_same_are_as_many_records(take_in: Callable[..., Report]) -> None:
    rows = [["到账日期", "资金来源", "金额"], *[["2011-1-4", "本级工会经费", 500]] * 2]
    assert take_in(*rows, into="settings.funds").new == 2
    assert take_in(*rows, into="settings.funds").unchanged == 2
    assert [one.amount for one in FundIncome.select()] == [500_00, 500_00]


def test_the_office_itself_is_changed_and_never_doubled(take_in: Callable[..., Report]) -> None:
    take_in(["工会名称", "街道名称"], ["另一个工会", "泰祥街道"], into="settings", on_duplicate="update")
    assert (Profile.select().count(), profile().name) == (1, "另一个工会")


def test_an_owner_that_is_not_there_is_told_by_row(take_in: Callable[..., Report]) -> None:
    report = take_in(["会员", "姓名", "关系"], ["无此人", "王芳", "妻"], into="members.relatives")
    assert problems_of(report) == ["第 2 行“会员”：没有找到“无此人”，请先登记，或从列表中选"]


def test_an_unknown_choice_is_told_with_the_nearest(take_in: Callable[..., Report]) -> None:
    report = take_in([*HEADINGS, "民族"], [*person(), "维吾族"])
    assert report.problems[0].sentence == "没有“维吾族”这一项，是否指“维吾尔族”？请从列表中选"


def test_a_joining_is_counted_for_each_member_who_came_in(take_in: Callable[..., Report]) -> None:
    take_in(HEADINGS, person("张三"), person("李四", approved="2011-7-1"))
    assert members_on_roll(date(2011, 6, 30)).count() == 1
    assert members_on_roll(date(2011, 7, 1)).count() == 2


def test_importing_reads_the_records_there_are_once(take_in: Callable[..., Report]) -> None:
    rows = [HEADINGS, *(person(f"张{n}") for n in "甲乙丙丁戊己庚辛")]
    take_in(*rows)
    with count_queries() as asked:
        take_in(*rows)
    assert asked.count <= 8 + 4


def test_new_records_are_written_without_asking_the_file_about_each(take_in: Callable[..., Report]) -> None:
    take_in(HEADINGS, person("张甲"))  # what is read once in a file's life is read
    counts = []
    for names in ("乙丙丁", "戊己庚辛壬癸子丑寅卯辰巳"):
        rows = [person(f"张{name}", employer=f"{name}厂") for name in names]
        with count_queries() as asked:
            take_in(HEADINGS, *rows)
        counts.append(asked.count)
    assert counts[0] == counts[1]


def test_a_cell_that_tells_another_value_than_is_computed_is_warned_of(
    take_in: Callable[..., Report],
) -> None:
    """未签 of 30 with 25 and 3 signed: the sum is 28, whatever the sheet says (domain 6.4)."""
    headings = ["单位名称", "统计日期", "劳动合同人数", "劳务合同人数", "劳务协议人数", "签订人数合计"]
    rows = [["甲厂", "2011-11-30", 20, 3, 2, 25], ["乙厂", "2011-11-30", 20, 3, 2, 28]]
    report = take_in(headings, *rows, into="contracts.headcounts")
    assert report.new == 2, problems_of(report)
    assert [(one.row, one.heading) for one in report.warnings if "程序算得" in one.sentence] == [
        (3, "签订人数合计")
    ]
    again = take_in(headings, *rows, into="contracts.headcounts")
    assert [one.row for one in again.warnings if "程序算得 25" in one.sentence] == [3]


@pytest.mark.parametrize("mode", ["skip", "fill", "update"])
def test_a_firm_kept_with_narrow_brackets_is_the_firm_of_the_row(
    take_in: Callable[..., Report], mode: str
) -> None:
    """Earlier versions made （） to () on the way in."""
    people.make_enterprise(name="上海（集团）电梯有限公司")
    Enterprise.update(name="上海(集团)电梯有限公司").execute()
    report = take_in(
        ["单位名称"], ["上海 （集团） 电梯有限公司"], into="unions.enterprises", on_duplicate=mode
    )
    assert (report.new, report.unchanged, problems_of(report)) == (0, 1, [])


def test_a_row_of_a_firm_kept_with_narrow_brackets_is_found_by_its_values(
    take_in: Callable[..., Report],
) -> None:
    contracts.make_count(employer="上海（集团）电梯有限公司")
    LaborContractCount.update(employer="上海(集团)电梯有限公司").execute()
    kept = LaborContractCount.get()
    headings = ["统计日期", "单位名称", "劳动合同人数"]
    row = [kept.counted_on.isoformat(), "上海（集团）电梯有限公司", kept.labor_contracts]
    report = take_in(headings, row, into="contracts.headcounts")
    assert (report.new, problems_of(report)) == (0, [])

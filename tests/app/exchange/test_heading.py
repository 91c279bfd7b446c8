from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.errors import Refused
from app.exchange.heading import is_totals_row, normalized
from app.exchange.mapping import Columns
from app.exchange.proposing import propose
from app.exchange.sheet import Sheet
from app.register import Register
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from app.subjects.office.seal_uses.register import SEAL_USES
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.helpers.every_register import every_register


def proposed(rows: Sequence[Sequence[str]], register: Register = MEMBERS) -> Columns:
    return propose(register, Sheet("名单", [list(row) for row in rows]))


def names(columns: Columns) -> dict[int, str]:
    return {column: target.key for column, target in columns.chosen.items()}


def test_headings_are_known_by_label_and_by_alias() -> None:
    assert names(proposed([["姓名", "身份证号", "联系电话"]])) == {0: "name", 1: "id_number", 2: "mobile"}


def test_the_heading_row_is_found_below_titles_and_notes() -> None:
    rows = [
        ["泰祥社区工会会员花名册"],
        ["填表说明：姓名不可空"],
        [],
        ["序号", "姓名", "性别"],
        ["1", "张三", "男"],
    ]
    assert proposed(rows).heading.last == 4


@pytest.mark.parametrize("heading", ["姓 名", "姓名*", "* 姓名 ", "姓名：", "姓\n名", "姓名（必填）"])
def test_blanks_stars_and_colons_in_a_heading_are_no_matter(heading: str) -> None:
    assert normalized(heading) == "姓名"


def test_the_unit_in_a_heading_is_no_matter() -> None:
    assert names(proposed([["姓名", "月工资（元）"]])) == {0: "name", 1: "monthly_wage"}


def test_headings_that_name_no_field_are_told() -> None:
    assert proposed([["序号", "姓名", "性别", "血型"]]).unknown_brief == ["序号", "血型"]


def test_a_derived_value_is_known_and_not_taken_in() -> None:
    heading = proposed([["姓名", "年龄", "所属企业"]])
    assert (names(heading), heading.unknown_brief) == ({0: "name"}, [])
    assert heading.computed_sentence == "这些列由程序计算，不录入：年龄、所属企业"


def test_nothing_computed_is_told_where_there_is_nothing() -> None:
    assert proposed([["姓名", "血型"]]).computed_sentence == ""


def test_a_heading_that_stands_twice_is_told_once() -> None:
    assert proposed([["姓名", "备注", "备注"]]).unknown_brief == ["备注"]


@every_register
def test_every_column_is_taken_in_or_told(register: Register) -> None:
    """None vanishes, whatever of a register heads it: what is kept, what is computed, what is a file."""
    shown = (*register.form_fields, *register.columns)
    labels = list(dict.fromkeys(one.label for one in shown))
    columns = proposed([labels, ["x"] * len(labels)], register)
    assert columns.heading.last == 1
    left_out = {heading.split("（随“")[0] for heading in (*columns.unknown, *columns.computed)}
    for column, label in enumerate(labels):
        assert column in columns.chosen or label in left_out


def test_of_a_thousand_unknown_columns_ten_are_named() -> None:
    brief = proposed([["姓名", *(f"列{number}" for number in range(999))]]).unknown_brief
    assert (len(brief), brief[-1]) == (11, "等 999 列")


def test_a_label_takes_its_column_before_an_alias_does() -> None:
    rows = [["家庭人口", "申报家庭人口", "姓名"]]
    assert names(proposed(rows, HARDSHIP)) == {1: "declared_size", 2: "name"}


def test_an_alias_is_taken_where_the_label_is_missing() -> None:
    assert names(proposed([["家庭人口", "姓名"]], HARDSHIP)) == {0: "declared_size", 1: "name"}


def test_the_second_column_of_the_same_name_is_left_alone() -> None:
    heading = proposed([["姓名", "姓名", "性别"]])
    assert names(heading) == {0: "name", 2: "sex"}


def test_a_list_that_lies_is_refused_with_the_way_to_turn_it() -> None:
    """The names stand below each other, each person in a column."""
    with pytest.raises(Refused, match=r"第 1 列.*转置"):
        proposed([["姓名", "张三", "李四"], ["性别", "男", "女"], ["手机号码", "13800000001", "13800000002"]])


def test_a_sheet_without_headings_is_refused_with_an_example() -> None:
    with pytest.raises(Refused, match=r"没有找到表头.*证件号码、姓名"):
        proposed([["张三", "李四"], ["王五"]])


@pytest.mark.parametrize(
    "first",
    [
        "合计",
        "共2人",
        "以上共 12 户",
        "合计24人",
        "总人数：5人",
        "合 计",
        "小计：",
        "总计（元）",
        "制表人：王芳",
        "审核：",
        "负责人（签字）：",
        "填表日期：2011年",
        "单位（盖章）：",
        "（公章）",
        "2011年12月31日",
        "填表日期：    年  月  日",
    ],
)
def test_sums_and_signatures_are_no_records(first: str) -> None:
    cell = "" if first.endswith("日") else "23800"
    assert is_totals_row(["", first, "", cell], {"name": 1}, MEMBERS)


def test_a_number_of_people_below_the_names_is_nobody() -> None:
    assert is_totals_row(["合计", "3人"], {"name": 1}, MEMBERS)


@pytest.mark.parametrize("name", ["张三", "合计"])
def test_a_row_that_names_somebody_is_a_record(name: str) -> None:
    assert is_totals_row(["小计", name], {"name": 1}, MEMBERS) is False


def test_a_person_is_no_sum() -> None:
    assert is_totals_row(["何计", "男"], {"name": 0}, MEMBERS) is False


@pytest.mark.parametrize("document", ["公章", "公章刻制申请", "签字仪式合影", "盖章页"])
def test_a_document_about_seals_is_no_stamp_below_a_list(document: str) -> None:
    assert is_totals_row([document, "", "2011-3-8"], {"document": 0}, SEAL_USES) is False


MOBILES, LANDLINES = ["13800000001", "13900000002"], ["64381234", "64385678"]


@pytest.mark.parametrize("headings", [["联系电话", "手机号"], ["手机号", "联系电话"], ["电话", "手机"]])
def test_of_two_columns_for_the_mobile_that_is_it_which_holds_mobiles(headings: list[str]) -> None:
    """Neither the order nor the name decides against what stands in the cells."""
    for first, second, mobile in ((LANDLINES, MOBILES, 1), (MOBILES, LANDLINES, 0)):
        rows = [["姓名", *headings], *(["张三", *pair] for pair in zip(first, second, strict=True))]
        assert names(proposed(rows)) == {0: "name", 1 + mobile: "mobile"}


def test_of_two_columns_with_mobiles_the_one_nearer_by_name_is_taken() -> None:
    rows = [["姓名", "联系电话", "手机号"], *(["张三", one, one] for one in MOBILES)]
    assert names(proposed(rows)) == {0: "name", 2: "mobile"}


def test_a_column_that_is_empty_throughout_leaves_its_field_to_one_that_is_not() -> None:
    rows = [["姓名", "单位", "工作单位"], ["张三", "泰祥电器", ""]]
    assert names(proposed(rows)) == {0: "name", 1: "employer"}


def test_what_is_computed_takes_no_place_though_the_column_of_that_name_is_empty() -> None:
    """家庭人口 is counted by the program: it is an alias of 申报家庭人口 only where that is not there."""
    rows = [["家庭人口", "申报家庭人口", "姓名"], ["3", "", "张三"]]
    assert names(proposed(rows, HARDSHIP)) == {1: "declared_size", 2: "name"}


def test_a_day_is_taken_from_the_column_that_holds_days() -> None:
    rows = [["姓名", "批准日期", "入会日期"], ["张三", "已批", "2012-3-8"], ["李四", "已批", "2012-3-9"]]
    assert names(proposed(rows)) == {0: "name", 2: "approved_on"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名（中文）", "name"),
        ("性别(男/女)", "sex"),
        ("证件号码【18位】", "id_number"),
        ("（必填）手机号码", "mobile"),
        ("出生日期（年/月/日）", "birth_date"),
        ("手机号（11位，本人）", "mobile"),
    ],
)
def test_brackets_in_a_heading_are_notes(heading: str, field: str) -> None:
    assert names(proposed([["民族", heading]]))[1] == field


@pytest.mark.parametrize("heading", ["手机号码（家属）", "姓名（配偶）", "姓名（曾用名）"])
def test_brackets_that_make_it_another_ones_are_none(heading: str) -> None:
    assert names(proposed([["民族", heading]])) == {0: "ethnicity"}


def test_brackets_that_tell_two_columns_apart_are_none() -> None:
    columns = proposed([["民族", "手机号码（公司）", "手机号码（宿舍）"]])
    assert (names(columns), len(columns.unknown)) == ({0: "ethnicity"}, 2)


def test_of_two_columns_the_one_whose_brackets_say_what_is_usual_is_meant() -> None:
    columns = proposed([["民族", "姓名（拼音）", "姓名（中文）"], ["汉族", "Zhang San", "张三"]])
    assert names(columns) == {0: "ethnicity", 2: "name"}


def test_a_computed_column_is_known_with_a_note_in_brackets() -> None:
    assert proposed([["姓名", "年龄（周岁）"]]).unknown == []


def let(*pairs: tuple[str, str]) -> Columns:
    rows = [["姓名", "甲", "乙", "乙"], ["张三", "x", "y", "z"]]
    return propose(MEMBERS, Sheet("名单", rows), named=pairs)


def test_a_column_fills_the_field_that_is_named_for_it() -> None:
    assert names(let(("甲", "工作单位"), ("C列", "remark"))) == {0: "name", 1: "employer", 2: "remark"}


def test_a_column_named_for_nothing_is_left_out() -> None:
    assert names(let(("姓名", ""), ("甲", "姓名"))) == {1: "name"}


def test_a_row_of_headings_is_found_by_those_that_are_named() -> None:
    rows = [["某某名册"], ["甲", "乙"], ["张三", "x"]]
    columns = propose(MEMBERS, Sheet("名单", rows), named=[("甲", "姓名")], also=["甲"])
    assert (columns.heading.last, names(columns)) == (2, {0: "name"})


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("姓民", "姓名"), "表中没有“姓民”这一列，是不是“姓名”"),
        (("甲", "工作单未"), "没有“工作单未”这个字段，是不是“工作单位”"),
        (("乙", "备注"), "有 2 列都叫“乙”，请写明是哪一列：C列、D列"),
    ],
)
def test_what_is_named_and_not_there_is_refused_with_the_nearest(pair: tuple[str, str], said: str) -> None:
    with pytest.raises(Refused) as caught:
        let(pair)
    assert said in str(caught.value)


@pytest.mark.parametrize("word", ["总数", "合计", "小计", "人数", "总人数"])
def test_the_whole_below_a_group_is_what_the_group_names(word: str) -> None:
    rows = [
        ["单位名称", "职工人数", "", ""],
        ["", word, "其中：女", "其中：农民工"],
        ["泰祥电器", "156", "56", "20"],
    ]
    sheet = Sheet("a", rows, merged=[((0, 0), (1, 0)), ((0, 1), (0, 3))])
    assert list(names(propose(ENTERPRISES, sheet)).values()) == [
        "name",
        "employee_count",
        "female_count",
        "migrant_count",
    ]

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.errors import Refused
from app.exchange.heading import is_totals_row, normalized
from app.exchange.mapping import Columns
from app.exchange.proposing import propose
from app.exchange.sheet import Sheet
from app.register import Register
from app.registry import registers
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from app.subjects.office.seal_uses.register import SEAL_USES


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


@pytest.mark.parametrize("register", list(registers()), ids=lambda register: register.key)
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


def test_a_sheet_without_headings_is_refused_with_an_example() -> None:
    with pytest.raises(Refused, match=r"没有找到表头.*证件号码、姓名"):
        proposed([["张三", "李四"], ["王五"]])


@pytest.mark.parametrize(
    "first",
    [
        "合计",
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

"""Names of units: which ways of writing name the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.unit_names import plain_name, split_names


@pytest.mark.parametrize(
    "written",
    [
        "上海天成(闵行)科技有限公司",
        "上海天成（闵行）科技有限公司",
        " 上海 天成（闵行）科技有限公司\u3000",
        "上海天成【闵行】科技有限责任公司",
        "上海天成闵行科技公司",
        "上海天成\u200b(闵行)科技有限公司",
    ],
)
def test_brackets_blanks_and_the_legal_form_of_a_name_do_not_tell_units_apart(written: str) -> None:
    assert plain_name(written) == plain_name("上海天成(闵行)科技有限公司")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ１２３厂", "abc123厂"),
        ("天成股份有限公司", "天成股份公司"),
        ("东兰工会委员会", "东兰工会"),
        ("东兰工会联合会", "东兰工会"),
    ],
)
def test_width_case_and_usual_endings_do_not_either(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天成一厂", "天成二厂"),
        ("天成有限公司", "天成股份有限公司"),
        ("天成公司", "天成"),
        ("天成①厂", "天成1厂"),
        ("天成工会", "天成"),
        ("公司", "工会"),
    ],
)
def test_other_names_are_other_units(one: str, other: str) -> None:
    assert plain_name(one) != plain_name(other)


@given(st.text())
def test_the_plain_form_of_a_plain_form_is_itself(name: str) -> None:
    assert plain_name(plain_name(name)) == plain_name(name)


def test_several_names_are_parted_by_the_marks_people_use() -> None:
    assert split_names("天成厂、天成；甲厂/乙厂\n 丙厂;") == ["天成厂", "天成", "甲厂", "乙厂", "丙厂"]
    assert split_names("") == []


@pytest.mark.parametrize(
    "text",
    "失业 失业人员 下岗失业 已退休 退休职工 无 无业 无单位 无工作单位 无（失业） 自由职业 自由职业者 "
    "灵活就业 灵活就业人员 个体(灵活就业) 务农 在家务农 个体户 学生 不详 待业在家 打零工 — ／ "
    "家庭妇女 没工作 待业青年 长病假 自雇人员".split(),
)
def test_what_stands_in_the_place_of_a_name_names_no_unit(text: str) -> None:
    assert plain_name(text) == ""


@pytest.mark.parametrize(
    "name",
    ["无锡商店", "退休职工活动室", "学生书店", "自由人服饰", "无印良品", "失业人员服务中心", "个人护理店"],
)
def test_names_that_begin_so_are_names(name: str) -> None:
    assert plain_name(name) == name

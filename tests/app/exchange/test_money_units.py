"""Amounts whose unit stands above them: 0.5 below 月工资（万元） is five thousand yuan."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.register import Register
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories import people


def taken(register: Register, *rows: Sequence[str]) -> ImportSession:
    session = ImportSession.of(register, Sheet("a", [list(row) for row in rows]))
    session.import_rows()
    assert session.done, session.problems
    return session


def member(**more: str) -> list[list[str]]:
    row = {"姓名": "张三", "性别": "男", "证件号码": people.resident_id(), "手机号码": "13800138000",
           "工作单位": "泰祥电器", "批准日期": "2011-3-8", **more}  # fmt: skip
    return [list(row), list(row.values())]


@pytest.mark.parametrize(
    ("heading", "cell", "fen"),
    [
        ("月工资（万元）", "0.5", 5_000_00),
        ("月工资(单位：千元)", "3.2", 3_200_00),
        ("月工资/元", "3200", 3_200_00),
        ("月工资（元）", "3,200", 3_200_00),
        ("月工资(元/月)", "3200", 3_200_00),
        ("月工资（万元）", "3200元", 3_200_00),
        ("月工资", "3200", 3_200_00),
    ],
)
def test_an_amount_is_in_the_unit_that_its_heading_says(
    office: Office, heading: str, cell: str, fen: int
) -> None:
    taken(MEMBERS, *member(**{heading: cell}))
    assert Member.get().monthly_wage == fen


def test_the_unit_above_the_list_is_that_of_its_amounts(office: Office) -> None:
    title = ["会员花名册", *[""] * 5, "金额单位：万元"]
    taken(MEMBERS, title, *member(月工资="0.5"))
    assert Member.get().monthly_wage == 5_000_00


def test_the_unit_of_a_heading_outweighs_that_above_the_list(office: Office) -> None:
    taken(MEMBERS, ["单位：万元", *[""] * 6], *member(**{"月工资（元）": "3200"}))
    assert Member.get().monthly_wage == 3_200_00


def test_an_employer_above_the_list_is_no_unit_of_money(office: Office) -> None:
    taken(MEMBERS, ["单位：万元电器有限公司", *[""] * 6], *member(月工资="3200"))
    assert Member.get().monthly_wage == 3_200_00

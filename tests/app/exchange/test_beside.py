"""What is told beside an import because it would surprise who counts on it."""

from __future__ import annotations

import pytest

from app.exchange.beside import asides
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.register import Register
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.register import VISITS

GONE = "“退会时间”没有用到：已不在的人，请加上“会籍状态”一列写明，否则都作为在的登记"


def told(register: Register, *headings: str) -> list[str]:
    session = ImportSession.of(register, Sheet("a", [list(headings), ["张三", *headings[1:]]]))
    return asides(session)


def test_a_list_of_those_who_left_is_told_where_nothing_says_so(office: Office) -> None:
    assert GONE in told(MEMBERS, "姓名", "入会时间", "退会时间")


def test_where_the_list_says_their_state_nothing_is_told(office: Office) -> None:
    assert GONE not in told(MEMBERS, "姓名", "退会时间", "会籍状态")


def test_of_records_without_a_life_nothing_is_told(office: Office) -> None:
    assert not [one for one in told(VISITS, "姓名", "离开时间") if "离开时间" in one]


def said_of(day: str) -> list[str]:
    rows = [["日期", "姓名", "事由", "接待人"], [day, "李四", "咨询", "王芳"]]
    return [one for one in asides(ImportSession.of(VISITS, Sheet("a", rows))) if "钟点" in one]


@pytest.mark.parametrize("day", ["2011-3-8 14:00", "2011年3月8日下午2时", "2011-3-8（星期二）上午9:30"])
def test_hours_beside_a_day_are_told_as_left_out(office: Office, day: str) -> None:
    assert said_of(day) == ["“日期”中的钟点没有导入，只取日期"]


@pytest.mark.parametrize("day", ["2011-3-8", "2011-03-08 00:00:00", "2011年3月8日", "2011年3月8日上午"])
def test_a_day_without_an_hour_is_told_of_nothing(office: Office, day: str) -> None:
    assert said_of(day) == []


def unnamed(*rows: list[str]) -> list[str]:
    sheet = Sheet("a", [["日期", "姓名", "", "事由", "接待人", "", ""], *rows])
    session = ImportSession.of(VISITS, sheet)
    session.rehearse()
    return [one for one in asides(session) if "没有标题" in one]


def test_columns_with_cells_below_no_heading_are_told(office: Office) -> None:
    row = ["2011-3-8", "李四", "男", "咨询", "王芳", "", "祥安里48号"]
    assert unnamed(row) == ["这些列没有标题，没有导入：C列、G列"]


def test_empty_columns_and_cells_beside_a_sum_are_not_told(office: Office) -> None:
    row = ["2011-3-8", "李四", "", "咨询", "王芳", "", ""]
    assert not unnamed(row, ["合计", "1人", "", "", "", "", "已核"])

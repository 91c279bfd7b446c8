"""The annual return for the upper union, read back and held against plain SQL."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.errors import Refused
from app.exchange import statistics_return
from app.office import Office
from app.records.base import database
from tests.factories.disputes import make_case
from tests.factories.people import make_member
from tests.factories.publications import make_entered_return, make_missing_return
from tests.factories.unions import make_union


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "年报汇总.xlsx"


@pytest.fixture
def handed_in(office: Office, book: Path) -> Path:
    make_entered_return(
        year=2011, union_type="独立工会", ownership="外资", workers=120, members=100, women_members=31
    )
    make_entered_return(
        year=2011, union_type="独立工会", ownership="私营", workers=50, members=40, women_members=7
    )
    make_entered_return(
        year=2011,
        union_type="联合工会",
        ownership="私营",
        workers=300,
        members=200,
        women_members=90,
        covered_units=12,
    )
    make_entered_return(year=2010, union_type="独立工会", ownership="外资", workers=999, members=999)
    make_missing_return(year=2011, union_type="独立工会", ownership="外资", workers=777)
    make_case("受理", applied_on=date(2010, 10, 8), accepted_on=date(2010, 10, 9))
    make_case("受理", applied_on=date(2011, 10, 8), accepted_on=date(2011, 10, 9))
    make_member()
    statistics_return.write(2011, book)
    return book


def rows(book: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(book)).get_sheet_by_name(sheet).to_python()


def table(book: Path, title: str) -> list[list[Any]]:
    """The rows of one table of the sheet 组织建设, without empty cells."""
    sheet = rows(book, "组织建设")
    start = next(number for number, row in enumerate(sheet) if row[0] == title) + 1
    end = next((number for number in range(start, len(sheet)) if not sheet[number][0]), len(sheet))
    return [[cell for cell in row if cell != ""] for row in sheet[start:end]]


def test_the_cover_tells_office_and_statistics_year(handed_in: Path) -> None:
    cover = dict(row[:2] for row in rows(handed_in, "封面") if row[1])
    assert cover["填报单位（盖章）"] == "泰祥社区工会"
    assert cover["统计期间"] == "2010年10月1日至2011年9月30日"


def test_returns_are_counted_by_type_and_ownership(handed_in: Path) -> None:
    assert table(handed_in, "已录入年报（家）") == [
        ["组织类型", "外资", "私营", "合计"],
        ["独立工会", 1.0, 1.0, 2.0],
        ["联合工会", 0.0, 1.0, 1.0],
        ["合计", 1.0, 2.0, 3.0],
    ]


@pytest.mark.parametrize(
    ("title", "column"),
    [("年报职工（人）", "workers"), ("年报会员（人）", "members"), ("年报女会员（人）", "women_members")],
)
def test_head_counts_are_those_of_the_returns_entered(handed_in: Path, title: str, column: str) -> None:
    counted = database.execute_sql(
        f"SELECT union_type, ownership, SUM({column}) FROM annual_return "
        "WHERE year = 2011 AND status = '已录入国家软件' AND deleted_at IS NULL GROUP BY 1, 2"
    ).fetchall()
    headings, *lines = table(handed_in, title)
    numbers = {
        (line[0], heading): number
        for line in lines
        for heading, number in zip(headings[1:], line[1:], strict=True)
    }
    assert {key[:2]: numbers[key[:2]] for key in counted} == {key[:2]: float(key[2]) for key in counted}
    assert numbers["合计", "合计"] == sum(key[2] for key in counted)


def test_covered_units_are_those_of_joint_unions(handed_in: Path) -> None:
    assert table(handed_in, "年报涵盖单位（家）")[-1] == ["合计", 12.0, 12.0]


def test_disputes_are_those_of_october_to_september(handed_in: Path) -> None:
    lines = {row[0]: row for row in rows(handed_in, "劳动争议")}
    assert lines["受理争议"][1:3] == [1.0, "起"]


def test_what_the_upper_union_asks_for_has_a_sheet(handed_in: Path) -> None:
    names = CalamineWorkbook.from_path(str(handed_in)).sheet_names
    assert {"会员", "企业工会", "集体合同", "劳动争议", "困难帮扶", "互助保障"} <= set(names)


def test_the_checks_say_which_sums_are_right(handed_in: Path) -> None:
    checks = {row[1]: row[2] for row in rows(handed_in, "逻辑检查")[1:]}
    assert checks["已录入年报 = 年报独立工会 + 年报联合工会 + 年报其他工会"] == "逻辑正确"


def test_a_sum_that_is_wrong_is_told_with_both_sides(office: Office, book: Path) -> None:
    union = make_union(founded_on=date(2008, 5, 1))
    type(union).update(organisation=None).where(type(union).id == union.id).execute()
    statistics_return.write(2011, book)
    assert any(str(row[2]).startswith("基层工会 1 ≠ ") for row in rows(book, "逻辑检查"))


def test_a_year_without_returns_and_unions_is_refused(office: Office, book: Path) -> None:
    with pytest.raises(Refused, match="还没有年报"):
        statistics_return.write(2011, book)
    assert not book.exists()

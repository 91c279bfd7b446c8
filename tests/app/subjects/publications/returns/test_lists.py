"""Annual statistics returns on paper (domain 9.1)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.office import Office
from app.printing.layout import PrintRequest
from app.rules.periods import year
from app.subjects.publications.returns.lists import RETURNS_SUMMARY
from tests.factories.publications import make_entered_return, make_missing_return, make_return, make_task
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows


def test_who_has_not_reported_is_urged_before_the_closing_day(office: Office, tmp_path: Path) -> None:
    make_task(returns_due=date(2011, 10, 25))
    make_missing_return(union_name="有司建筑公司工会", reminders=2, reminded_on=date(2011, 10, 20))
    make_entered_return(union_name="广达汽修工会")
    text = print_out(tmp_path, "publications.returns_urged").text
    assert "有司建筑公司工会" in text
    assert "2 2011年10月20日" in text
    assert "报送截止：2011年10月25日" in text
    assert "广达汽修工会" not in text


def test_what_was_entered_is_listed_year_by_year(office: Office, tmp_path: Path) -> None:
    make_entered_return(union_name="有司建筑公司工会", code="310104")
    make_return(union_name="广达汽修工会")
    make_entered_return(union_name="广达汽修工会", year=2010)
    paper = print_out(tmp_path, "publications.returns_entered")
    assert len(paper.pages) == 2
    assert "2010统计年度" in paper.pages[0]
    assert "310104 有司建筑公司工会" in paper.pages[1]
    assert "广达汽修工会" not in paper.pages[1]


def test_the_summary_agrees_with_plain_sql_by_type_and_by_ownership(office: Office) -> None:
    make_entered_return(union_name="甲工会", workers=40, members=30, women_workers=8)
    make_return(union_name="乙工会", workers=60, members=50, union_type="联合工会", covered_units=7)
    make_return(union_name="丙工会", workers=25, members=25, ownership="外资")
    make_missing_return(union_name="丁工会", workers=999)
    by_type, by_ownership = RETURNS_SUMMARY.parts(PrintRequest(date(2011, 12, 31)))
    for part, column in ((by_type, "union_type"), (by_ownership, "ownership")):
        *groups, total = part.records
        counted = rows(
            office.path,
            f"SELECT {column}, COUNT(*), SUM(workers), SUM(members), COALESCE(SUM(covered_units), 0) "
            "FROM annual_return WHERE status IN ('已收', '已录入国家软件') GROUP BY 1",
        )
        told = {(row.about[0], *(row.figures[at] for at in (0, 1, 4, 9))) for row in groups}
        assert told == set(counted)
        assert total.figures[:2] == (3, 125)


def test_the_summary_prints_its_total_row_without_a_number(office: Office, tmp_path: Path) -> None:
    make_entered_return(union_name="甲工会", workers=40, members=30)
    text = print_out(tmp_path, "publications.returns_summary").pages[0]
    assert "2011统计年度　按组织类型" in text
    assert "\n合计 1 40 " in text


@pytest.mark.parametrize("key", ["returns_summary", "returns_entered", "returns_urged"])
def test_a_year_asked_for_is_printed_alone(key: str, office: Office, tmp_path: Path) -> None:
    for number in (2010, 2011):
        make_entered_return(year=number)
        make_missing_return(year=number)
    text = print_out(tmp_path, f"publications.{key}", period=year(2011)).text
    assert "2011统计年度" in text
    assert "2010统计年度" not in text

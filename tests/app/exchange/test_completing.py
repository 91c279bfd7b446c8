"""A day of birth known to the month takes its day from the number; no day is invented (domain 0.5, 1.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.exchange.importing import Report, import_book
from app.office import Office
from app.registry import find_register
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.members.records import Member
from tests.app.exchange.books import write_book
from tests.factories import people

HEADINGS = ["姓名", "出生日期", "身份证号", "手机", "工作单位", "入会日期"]
BORN = date(1970, 1, 28)


@pytest.fixture
def take_in(office: Office, tmp_path: Path) -> Callable[..., Report]:
    def take(*rows: list[str], into: str = "members") -> Report:
        return import_book(find_register(into), write_book(tmp_path / "book.xlsx", rows))

    return take


def row(born: str, number: str) -> list[str]:
    return ["王芳", born, number, "13800000001", "一厂", "2012-3-8"]


@pytest.mark.parametrize("born", ["1970.01", "1970-1", "1970年1月", "197001", "1970", "1970年"])
def test_the_number_tells_the_day_of_a_month_or_year_that_agrees(
    take_in: Callable[..., Report], born: str
) -> None:
    report = take_in(HEADINGS, row(born, people.resident_id(BORN)))
    assert report.problems == []
    assert Member.get().birth_date == BORN


@pytest.mark.parametrize("born", ["70.1.28", "70-01-28", "70.1", "'70.1.28", "70年1月28日", "70年1月"])
def test_the_number_tells_the_century_of_a_short_year_that_agrees(
    take_in: Callable[..., Report], born: str
) -> None:
    report = take_in(HEADINGS, row(born, people.resident_id(BORN)))
    assert report.problems == []
    assert Member.get().birth_date == BORN


@pytest.mark.parametrize("born", ["71.1.28", "70.2.28", "70.1.27", "1.28"])
def test_a_short_year_that_does_not_agree_is_asked_for(take_in: Callable[..., Report], born: str) -> None:
    report = take_in(HEADINGS, row(born, people.resident_id(BORN)))
    assert "出生日期" in {problem.heading for problem in report.problems}


def test_a_month_that_the_number_contradicts_is_told_with_both(take_in: Callable[..., Report]) -> None:
    report = take_in(HEADINGS, row("1970.02", people.resident_id(BORN)))
    assert str(report.problems[0]) == (
        "第 2 行“出生日期”：填的是1970年2月，证件号码表明是1970年1月28日，请核对"
    )


def test_no_day_is_invented_where_nothing_tells_it(take_in: Callable[..., Report]) -> None:
    report = take_in(HEADINGS, row("1970.01", "E12345678"))
    assert "出生日期" in {problem.heading for problem in report.problems}
    assert Member.select().count() == 0


def test_a_relative_s_month_of_birth_takes_its_day_from_the_number(take_in: Callable[..., Report]) -> None:
    file, number = people.make_file(), people.resident_id(BORN)
    headings = ["档案", "姓名", "关系", "出生日期", "身份证号", "人员身份"]
    report = take_in(
        headings, [file.file_no, "陶子", "儿子", "1970.1", number, "其他"], into="hardship.family"
    )
    assert report.problems == []
    assert HardshipFamily.get().birth_date == BORN


JOINED = ["姓名", "身份证号", "手机", "工作单位", "入会时间"]


@pytest.mark.parametrize(
    ("told", "kept"), [("2001", "2001"), ("2001年3月", "2001-03"), ("2001.3", "2001-03")]
)
def test_a_month_or_year_of_joining_is_kept_as_it_is_known(
    take_in: Callable[..., Report], told: str, kept: str
) -> None:
    report = take_in(JOINED, ["王芳", people.resident_id(), "13800000001", "一厂", told])
    member = Member.get()
    assert (member.joined, member.approved_on, member.status) == (kept, None, "待审批")
    assert report.waiting == ["1 人为“待审批”：没有批准日期，只知入会年月"]


def test_how_many_wait_for_approval_and_why_is_said(take_in: Callable[..., Report]) -> None:
    rows = [
        ["王芳", people.resident_id(), "13800000001", "一厂", told] for told in ("2001", "", "2001-3-8", "")
    ]
    report = take_in(JOINED, *rows)
    assert sorted(report.waiting) == [
        "1 人为“待审批”：没有批准日期，只知入会年月",
        "2 人为“待审批”：没有批准日期",
    ]

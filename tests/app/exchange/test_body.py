"""Rows that are no records: notes between groups, told from people of whom little is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.exchange.importing import import_book, open_session
from app.office import Office
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people

HEADINGS = ["姓名", "性别", "证件号码", "手机号码", "工作单位", "批准日期"]


def person() -> list[str]:
    return ["张三", "男", people.resident_id(), "13800138000", "泰祥电器", "2012-3-8"]


@pytest.mark.parametrize(
    "note",
    [
        ["以上为第一小组，以下为第二小组"],
        ["其中：女", "", "", "5人"],
        ["第二小组"],
        ["三组：电工"],
        ["", "另有三人待批准"],
        ["第一车间（12人）"],
        ["一、在职职工"],
        ["接上页"],
    ],
)
def test_words_between_groups_are_told_as_a_note(note: list[str], office: Office, tmp_path: Path) -> None:
    book = write_book(tmp_path / "a.xlsx", [HEADINGS, person(), note, person()])
    report = import_book(MEMBERS, book)
    assert (report.new, report.problems) == (2, [])
    assert report.notes == [(3, next(cell for cell in note if cell))]


def test_words_over_merged_cells_are_a_note_whatever_they_say(office: Office, tmp_path: Path) -> None:
    made = Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, HEADINGS)
    sheet.write_row(1, 0, person())
    sheet.merge_range("A3:F3", "电梯班")
    sheet.write_row(3, 0, person())
    made.close()
    report = import_book(MEMBERS, tmp_path / "a.xlsx")
    assert (report.new, report.notes) == (2, [(3, "电梯班")])


@pytest.mark.parametrize("row", [["李四"], ["以上官"], ["注明"], ["李四", "男"]])
def test_somebody_of_whom_only_the_name_is_known_is_no_note(
    row: list[str], office: Office, tmp_path: Path
) -> None:
    session = open_session(MEMBERS, write_book(tmp_path / "a.xlsx", [HEADINGS, person(), row]))
    session.rehearse()
    assert (session.counts.refused, session.notes) == (1, [])


def test_words_in_a_column_that_is_not_read_are_told_too(office: Office, tmp_path: Path) -> None:
    """Numbers of rows that nobody filled in are nothing to tell."""
    rows = [["序号", *HEADINGS], ["1", *person()], ["女职工如下"], ["2", *person()], ["3"], ["4"]]
    report = import_book(MEMBERS, write_book(tmp_path / "a.xlsx", rows))
    assert (report.new, report.notes) == (2, [(3, "女职工如下")])


def test_people_above_the_heading_are_told(office: Office, tmp_path: Path) -> None:
    """Whoever sorts a list with its heading has some of the people above it."""
    title = ["泰祥社区工会会员名册", "", "", "", "", "2012年3月"]
    book = write_book(tmp_path / "a.xlsx", [title, person(), HEADINGS, person()])
    report = import_book(MEMBERS, book)
    assert report.new == 1
    assert "表头上面的行没有导入，是记录的请移到表头下面：第 2 行" in report.asides


def test_a_column_that_is_known_by_what_stands_in_it_is_told(office: Office, tmp_path: Path) -> None:
    """Of phones under 紧急电话 nobody can say whose they are."""
    headings = [heading.replace("手机号码", "紧急电话") for heading in HEADINGS]
    report = import_book(MEMBERS, write_book(tmp_path / "a.xlsx", [headings, person(), person()]))
    assert "这些列按相近的名称或内容认出，请核对：“紧急电话”为“手机号码”" in report.asides

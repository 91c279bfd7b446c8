"""What is said of wrong rows: all of a row at once, and a missing column once for all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.importing import Report, RowProblem, import_book, lines_of
from app.office import Office
from app.register import Register
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people

Take = Callable[..., Report]
HEADINGS = ["姓名", "性别", "证件号码", "手机号码", "工作单位", "批准日期"]


def person(**changed: str) -> list[str]:
    told = {
        "name": "张三", "sex": "男", "number": people.resident_id(), "mobile": "13800138000",
        "employer": "泰祥电器", "approved": "2012-3-8",
    }  # fmt: skip
    return list((told | changed).values())


@pytest.fixture
def take(office: Office, tmp_path: Path) -> Take:
    def taken(*rows: list[str], register: Register = MEMBERS) -> Report:
        return import_book(register, write_book(tmp_path / "a.xlsx", rows))

    return taken


def said(report: Report) -> list[tuple[int, str]]:
    return [(problem.row, problem.heading) for problem in report.problems]


def test_a_cell_that_cannot_be_read_does_not_hide_what_is_missing(take: Take) -> None:
    report = take(HEADINGS, person(mobile="12", employer="", name=""))
    assert sorted(said(report)) == [(2, "姓名"), (2, "工作单位"), (2, "手机号码")]


def test_nor_what_contradicts_another_cell(take: Take) -> None:
    """The number says 男: its sex is wrong whether or not the telephone number can be read."""
    assert sorted(said(take(HEADINGS, person(mobile="12", sex="女")))) == [(2, "性别"), (2, "手机号码")]


def test_what_follows_from_a_wrong_cell_is_not_asked_for(take: Take) -> None:
    """Sex and birth come from the number; the row needs no more than its number mended."""
    headings = [heading for heading in HEADINGS if heading != "性别"]
    row = person(number="310104197001010011")
    del row[1]
    assert said(take(headings, row)) == [(2, "证件号码")]


def test_the_family_of_a_wrong_row_is_looked_at_too(take: Take) -> None:
    headings = ["户主姓名", "身份证号", "手机", "家庭成员姓名", "家庭成员关系", "家庭成员身份证号"]
    report = take(
        headings, ["张三", people.resident_id(), "12", "张小", "", people.resident_id()], register=HARDSHIP
    )
    assert {"手机号码", "家庭成员·人员身份"} <= {heading for _, heading in said(report)}


def test_of_somebody_known_what_the_row_would_change_is_looked_at(office: Office, tmp_path: Path) -> None:
    """She has all that is required; and what is filled already would stay as it is."""
    known = people.make_member()
    rows = [["证件号码", "手机号码", "批准日期"], [known.id_number, "12", "1950-1-1"]]
    report = import_book(MEMBERS, write_book(tmp_path / "a.xlsx", rows), on_duplicate="fill")
    assert said(report) == [(2, "手机号码")]


def test_a_missing_column_is_one_sentence_in_the_row_of_headings(take: Take) -> None:
    rows = [[one for place, one in enumerate(person()) if place != 4] for _ in range(40)]
    report = take([heading for heading in HEADINGS if heading != "工作单位"], *rows)
    assert (report.counts.refused, [str(problem) for problem in report.problems]) == (
        40,
        [
            "第 1 行“工作单位”：表中没有这一列，40 行都缺，请补上这一列，"
            "或用 --set 工作单位=… 写明各行共有的值"
        ],
    )


def test_of_names_no_common_value_is_offered(take: Take) -> None:
    rows = [person()[1:] for _ in range(2)]
    (problem,) = take(HEADINGS[1:], *rows).problems
    assert str(problem) == "第 1 行“姓名”：表中没有这一列，2 行都缺，请补上这一列"


def test_an_empty_cell_of_a_column_that_is_there_is_told_in_its_row(take: Take) -> None:
    assert said(take(HEADINGS, person(employer=""), person(employer=""))) == [
        (2, "工作单位"),
        (3, "工作单位"),
    ]


def test_what_is_doubtful_in_many_rows_is_told_once_with_their_number() -> None:
    """A list of ten thousand from the country has the same doubt in every sixth row."""
    alike = [RowProblem(row, "是否农民工", "户籍为“农业”，请核对") for row in range(3, 63, 2)]
    lines = lines_of([*alike, RowProblem(4, "姓名", "同名，请核对")])
    assert [line[:10] for line in lines] == ["第 3、5、7、9、", "第 4 行“姓名”："]
    assert lines[0].endswith("等 30 行“是否农民工”：户籍为“农业”，请核对")


def test_what_is_doubtful_in_some_rows_is_told_row_by_row() -> None:
    assert lines_of([RowProblem(row, "姓名", "同名") for row in (3, 4)]) == [
        "第 3 行“姓名”：同名",
        "第 4 行“姓名”：同名",
    ]

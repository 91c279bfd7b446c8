"""〃 and 同上 say what stands in the row above; they are never kept as words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.beside import asides
from app.exchange.delimited import pasted
from app.exchange.importing import open_session, report_of
from app.exchange.session import ImportSession
from app.exchange.side_by_side import lists_of
from app.office import Office
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.app.exchange.books import write_book

HEAD = ["日期", "姓名", "单位", "事由", "接待人"]
FIRST = ["2011-3-9", "李四", "泰祥电器", "咨询退休", "王芳"]


def taken(path: Path, *rows: list[str]) -> ImportSession:
    session = open_session(VISITS, write_book(path / "a.xlsx", [HEAD, *rows]))
    session.import_rows(without_refused=True)
    return session


@pytest.mark.parametrize("mark", ["〃", "″", '"', "”", "同上", " 同上 ", "同前"])
def test_a_ditto_is_what_stands_above(office: Office, tmp_path: Path, mark: str) -> None:
    taken(tmp_path, FIRST, [mark, "王五", mark, "反映欠薪", mark], [mark, "赵六", mark, "咨询", "李强"])
    said = [(str(one.visited_on), one.unit, one.received_by) for one in Visit.select().order_by(Visit.id)]
    assert said == [
        ("2011-03-09", "泰祥电器", "王芳"),
        ("2011-03-09", "泰祥电器", "王芳"),
        ("2011-03-09", "泰祥电器", "李强"),
    ]


def test_it_is_told_in_which_rows(office: Office, tmp_path: Path) -> None:
    session = taken(tmp_path, FIRST, ["〃", "王五", "", "反映欠薪", "〃"])
    assert "“〃”“同上”读作上一行的内容：第 3 行" in asides(session)


def test_a_ditto_below_nothing_is_refused(office: Office, tmp_path: Path) -> None:
    session = taken(tmp_path, [*FIRST[:2], "", *FIRST[3:]], ["〃", "王五", "〃", "反映欠薪", "王芳"])
    said = [(one.heading, one.sentence) for one in report_of(session).problems]
    assert said == [("单位或住址", "写的是“〃”，上一行却是空的，请填写内容")]


def test_a_ditto_below_a_failed_formula_has_failed(office: Office, tmp_path: Path) -> None:
    session = taken(tmp_path, [*FIRST[:2], "#N/A", *FIRST[3:]], ["〃", "王五", "〃", "反映欠薪", "王芳"])
    assert [one.row for one in report_of(session).problems] == [2, 3]


def test_a_pasted_block_has_them_too() -> None:
    block = pasted("\n".join(map("\t".join, (HEAD, FIRST, ["〃", "王五", "〃", "反映", "〃"]))))
    (sheet,) = lists_of(block)
    assert sheet.rows[2] == ["2011-3-9", "王五", "泰祥电器", "反映", "王芳"]


def test_what_only_holds_such_a_word_is_no_ditto(office: Office, tmp_path: Path) -> None:
    taken(tmp_path, FIRST, ["2011-3-10", "王五", "同上海电梯", "同上次的事", "王芳"])
    assert [one.unit for one in Visit.select().order_by(Visit.id)] == ["泰祥电器", "同上海电梯"]


def test_a_ditto_below_the_heading_says_nothing(office: Office, tmp_path: Path) -> None:
    session = taken(tmp_path, [*FIRST[:4], "同上"], ["2011-3-10", "王五", "", "反映欠薪", "〃"])
    said = [(one.row, one.heading, one.sentence) for one in report_of(session).problems]
    wrong = "写的是“同上”之类，上面却没有内容，请填写"
    assert said == [(2, "接待人", wrong), (3, "接待人", wrong)]

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.importing import import_book, open_session
from app.exchange.reading import read_rows
from app.exchange.rejects import require_other, write_rejects
from app.exchange.session import ImportSession
from app.office import Office
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people

HEADINGS = ["序号", "姓名", "证件号码", "手机号码", "工作单位"]


@pytest.fixture
def refused(office: Office, tmp_path: Path) -> ImportSession:
    """A workbook with a title, a right row and two wrong ones, and what the import said of it."""
    right = ["1", "张三", people.resident_id(), "13800138000", "泰祥"]
    wrong = ["2", "李四", "310104198005060000", "13", "=泰祥"]
    book = write_book(
        tmp_path / "名单.xlsx", [["会员名单"], HEADINGS, right, wrong, ["3", "王五", "", "", "泰祥"]]
    )
    session = open_session(MEMBERS, book)
    session.import_rows()
    return session


def test_the_wrong_rows_are_kept_as_they_were_with_their_reasons(
    refused: ImportSession, tmp_path: Path
) -> None:
    write_rejects(refused, tmp_path / "有误.xlsx")
    heading, first, second = read_rows(tmp_path / "有误.xlsx")
    assert heading == [*HEADINGS, "有误的原因"]
    assert first[:5] == ["2", "李四", "310104198005060000", "13", "=泰祥"]
    assert "证件号码：" in first[5]
    assert "；手机号码：" in first[5]
    assert second[:2] == ["3", "王五"]


def test_the_rows_come_in_once_they_are_mended(refused: ImportSession, tmp_path: Path) -> None:
    write_rejects(refused, tmp_path / "有误.xlsx")
    heading, *rows = read_rows(tmp_path / "有误.xlsx")
    for row in rows:
        row[2], row[3] = people.resident_id(), "13900139000"
    report = import_book(MEMBERS, write_book(tmp_path / "改好.xlsx", [heading, *rows]))
    assert (report.new, report.problems) == (2, [])


def test_the_roster_itself_is_never_overwritten(refused: ImportSession, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="不能覆盖它"):
        require_other(tmp_path / "名单.xlsx", tmp_path / "名单.xlsx")

"""Commands that take changes back and merge what was entered twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import close_office, open_office
from tests.factories import people
from tests.helpers.commands import Told


def test_the_last_step_is_undone_and_done_again(done: Told, refused: Told, file: Path) -> None:
    assert "已撤销：新建帮扶记录“仇永福" in done("undo", file)
    assert "已重做：新建帮扶记录“仇永福" in done("redo", file)
    assert "没有可以重做的操作" in refused("redo", file)


def test_two_entries_are_found_and_merged(done: Told, refused: Told, file: Path) -> None:
    twin = {"name": "单小娟", "birth_date": date(1980, 5, 6), "employer": "甲厂"}
    open_office(file)
    kept, other = (people.make_member(**twin).member_no for _ in range(2))
    close_office()
    assert f"单小娟（{kept}）\t单小娟（{other}）\t姓名、出生日期相同" in done("duplicates", file, "members")
    assert "不止一条" in refused("merge", file, "members", "单小娟", other)
    assert f"并入“单小娟（{kept}）”" in done("merge", file, "members", kept, other)
    assert "没有“无名氏”" in refused("merge", file, "members", kept, "无名氏")
    assert "不能合并" in refused("duplicates", file, "hardship.payments")

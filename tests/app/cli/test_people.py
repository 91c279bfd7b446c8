"""The command for what the law on personal information asks of an office."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from app.office import close_office, open_office
from tests.factories import people
from tests.helpers.commands import Told, text_of


def test_what_was_given_out_is_listed_for_its_year(done: Told, file: Path, tmp_path: Path) -> None:
    assert done("personal", file, "given", "--year", 2010) == "2010年没有打印或导出。"
    done("export", file, "members", tmp_path / "out.xlsx", "--purpose", "报街道")
    heading, row = done("personal", file, "given").splitlines()
    assert heading == "时间\t内容\t行数\t页数\t含完整号码"
    assert "会员" in row
    (told,) = json.loads(done("personal", file, "given", "--json"))
    assert told["内容"] in row
    done("personal", file, "given", "--out", tmp_path / "log.pdf")
    assert "打印和导出登记表" in text_of(tmp_path / "log.pdf")


def test_what_is_to_be_deleted_is_listed_by_the_end_of_a_year(done: Told, file: Path) -> None:
    """《困难职工档案管理办法》: ten years from the closing of the file."""
    open_office(file)
    people.make_file(name="王芳", status="退档(脱困)", closed_on=date(2011, 6, 1), close_reason="脱困")
    close_office()
    assert done("personal", file, "due", "--year", 2020) == "2020年没有到期应删除的记录。"
    _, row = done("personal", file, "due", "--year", 2021).splitlines()
    assert row.split("\t")[2:5] == ["2011年6月1日", "10年", "2021年6月1日"]


def test_a_person_gets_a_copy_and_it_is_noted(done: Told, refused: Told, file: Path, tmp_path: Path) -> None:
    done("personal", file, "copy", "--register", "members", "--who", "单小娟", "--out", tmp_path / "a.pdf")
    assert "单小娟的个人信息" in text_of(tmp_path / "a.pdf")
    assert "单小娟的个人信息" in done("personal", file, "given")
    nobody = ("--register", "members", "--who", "无名氏", "--out", tmp_path / "b.pdf")
    assert "没有“无名氏”" in refused("personal", file, "copy", *nobody)
    assert "要写明 --register" in refused("personal", file, "copy")
    wrong = refused(
        "personal", file, "copy", "--who", "x", "--register", "unions", "--out", tmp_path / "b.pdf"
    )
    assert "不是有证件号码的人" in wrong

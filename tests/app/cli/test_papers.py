"""Commands for paper and figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import run
from app.exchange.reading import read_rows
from app.office import close_office, open_office
from app.records.prints import PrintLogEntry
from app.subjects.members.records import Member
from tests.factories.publications import make_entered_return
from tests.helpers.commands import Told, in_office, key_of, text_of


def test_prints_are_told_with_their_titles(done: Told) -> None:
    told = dict(line.split("\t") for line in done("prints").splitlines())
    assert {"困难职工花名册", "困难职工公示", "工会会员花名册"} <= set(told.values())


def test_every_print_is_made_or_says_why_not(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["prints"])
    for key in (line.split("\t")[0] for line in capsys.readouterr().out.splitlines()):
        out = tmp_path / f"{key}.pdf"
        code = run(["print", str(file), key, str(out), "--year", "2011"])
        said = capsys.readouterr()
        if code == 0:
            assert text_of(out), key
        else:
            assert "没有可打印的" in said.err, key


def test_every_print_is_made_blank(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["prints"])
    for key in (line.split("\t")[0] for line in capsys.readouterr().out.splitlines()):
        assert run(["print", str(file), key, str(tmp_path / "blank.pdf"), "--blank"]) == 0, key


def test_the_roster_of_hardship_files_names_them(done: Told, file: Path, tmp_path: Path) -> None:
    done("print", file, key_of("困难职工花名册"), tmp_path / "a.pdf")
    assert "仇永福" in text_of(tmp_path / "a.pdf")


def test_full_identity_numbers_leave_a_trace(done: Told, file: Path, tmp_path: Path) -> None:
    number = in_office(file, lambda: Member.get().id_number)
    key = key_of("工会会员花名册")
    done("print", file, key, tmp_path / "hidden.pdf")
    assert str(number) not in text_of(tmp_path / "hidden.pdf")
    assert in_office(file, lambda: PrintLogEntry.select().count()) == 0
    done("print", file, key, tmp_path / "full.pdf", "--full-ids")
    assert str(number) in text_of(tmp_path / "full.pdf").replace("\r\n", "").replace(" ", "")
    assert in_office(file, lambda: PrintLogEntry.get().sensitive) is True


def test_the_annual_return_is_written(done: Told, file: Path, tmp_path: Path) -> None:
    open_office(file)
    make_entered_return(year=2011)
    close_office()
    said = done("figures", file, "--return", tmp_path / "年报汇总.xlsx", "--year", "2011")
    assert said == f"已生成2011统计年度的年报汇总“{tmp_path / '年报汇总.xlsx'}”。"
    assert read_rows(tmp_path / "年报汇总.xlsx")[0][0] == "2011统计年度工会统计年报汇总"

"""The command `register`: a register of the office's own from a workbook, or from a description."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.cli import run
from app.registry import own_registers
from tests.factories.described_books import lent, write_book
from tests.helpers.commands import Told, in_office, text_of


@pytest.fixture
def file(blank_office: Path, tmp_path: Path) -> Path:
    """An empty office, closed."""
    return Path(shutil.copy(blank_office, tmp_path / "台账.union"))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook of books lent."""
    return write_book(tmp_path / "借书.xlsx", lent())


def _run(*words: object) -> int:
    return run([str(word) for word in words])


def test_a_workbook_becomes_a_register_with_its_rows(
    file: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("register", file, "--from", book, "--save", tmp_path / "借书.json") == 0
    said = capsys.readouterr()
    assert "应还日期\t日期\t列表、提前 7 天提醒\t有把握" in said.out
    assert said.out.endswith("“图书借阅”已建立，键是 own.reg_1，导入 24 行。\n")
    assert "第 27、28 行是合计或签名，没有登记" in said.err
    assert _run("export", file, "own.reg_1", tmp_path / "out.csv") == 0
    assert "呼兰河传" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert _run("registers", "--office", file) == 0
    assert "own.reg_1\t图书借阅" in capsys.readouterr().out
    assert _run("figures", file, "--year", 2011, "--records", "图书借阅") == 0


def test_a_saved_description_makes_the_same_register_elsewhere(
    file: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "借书.json"
    assert _run("register", file, "--from", book, "--save", saved, "--dry-run") == 0
    assert "只列出，没有建立" in capsys.readouterr().out
    assert _run("register", file, "--description", saved, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["title"], told["key"], told["made"]) == ("图书借阅", "own.reg_1", True)
    assert _run("import", file, "own.reg_1", book) == 0
    assert "新增 24 条" in capsys.readouterr().out


def test_what_is_not_sure_is_told_to_programs_too(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("姓名", "借出日期"), *(("王芳", "2011-3-8") for _ in range(5)), ("李明", "三月底")]
    book = write_book(tmp_path / "借书.xlsx", rows)
    assert _run("register", file, "--from", book, "--no-rows", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    lent_on = told["fields"][1]
    assert (lent_on["kind"], lent_on["sure"], lent_on["misfits"]) == ("text", False, ["三月底"])
    assert told["rows"] == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("{}", "不是台账说明书"), ("\udce9", "不是台账说明书"), (None, "无法读取")],
)
def test_a_bad_description_makes_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, sentence: str
) -> None:
    path = tmp_path / "坏.json"
    if text is not None:
        path.write_bytes(text.encode(errors="surrogateescape"))
    assert _run("register", file, "--description", path) == 1
    assert sentence in capsys.readouterr().err


def test_twenty_columns_are_a_printed_list_after_two_commands(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heading = ("姓名", "登记日期", *(f"第{n}项情况说明" for n in range(1, 19)))
    rows = [
        heading,
        *(("王芳", f"2011-3-{day}", *(f"内容{day}{n}" for n in range(18))) for day in range(1, 9)),
    ]
    book = write_book(tmp_path / "二十列登记表.xlsx", rows)
    assert _run("register", file, "--from", book) == 0
    assert "导入 8 行" in capsys.readouterr().out
    assert _run("print", file, "own.reg_1.list", tmp_path / "list.pdf") == 0


def test_one_that_comes_with_the_program_is_taken_by_its_title(file: Path) -> None:
    assert _run("register", file, "--description", "工会驿站") == 0
    assert in_office(file, lambda: [one.register.title for one in own_registers()]) == ["工会驿站"]


_ALIKE = {
    "own.reg_1": ("图书借阅", 24, "红楼梦"),
    "own.reg_2": ("志愿服务", 24, "第1次环保"),
    "own.reg_3": ("工会驿站服务", 18, "东门驿站"),
}
"""Title, rows and words of the first row of each register."""


@pytest.fixture(scope="module")
def described(described_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with the three registers, closed; nobody changes it."""
    return Path(shutil.copy(described_file, tmp_path_factory.mktemp("described") / "台账.union"))


def test_they_are_listed_with_their_papers(described: Path, done: Told) -> None:
    registers = done("registers", "--office", described).splitlines()
    papers = done("prints", "--office", described).splitlines()
    for key, (title, _, _) in _ALIKE.items():
        assert f"{key}\t{title}" in registers
        assert f"{key}.list\t{title}一览表" in papers


@pytest.mark.parametrize("key", _ALIKE)
def test_each_is_handed_out_and_comes_in(described: Path, tmp_path: Path, done: Told, key: str) -> None:
    title, rows, _ = _ALIKE[key]
    done("template", key, tmp_path / "blank.xlsx", "--office", described)
    assert f"已导出{title} {rows} " in done("export", described, key, tmp_path / "out.xlsx")
    assert "新增 0 条" in done("import", described, key, tmp_path / "out.xlsx", "--dry-run")


@pytest.mark.parametrize("key", _ALIKE)
def test_each_is_printed(described: Path, tmp_path: Path, done: Told, key: str) -> None:
    title, _, first = _ALIKE[key]
    done("print", described, f"{key}.list", tmp_path / "list.pdf", "--year", 2011)
    done("print", described, f"{key}.form", tmp_path / "form.pdf", "--record", 1)
    assert title in text_of(tmp_path / "list.pdf")
    assert first in text_of(tmp_path / "form.pdf")

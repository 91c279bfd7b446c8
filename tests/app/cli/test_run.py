"""Any command: help, what is refused or written wrongly, what nobody foresaw, the program as a whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import COMMANDS, run, sheets
from app.records.base import database
from tests.app.exchange.books import write_book
from tests.helpers.commands import HEADINGS, Told, key_of

HEAVY = "PySide6 reportlab docx python_calamine xlsxwriter jinja2 pypinyin chinese_calendar stdnum".split()


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)
    assert "用法：" in said
    assert not {"usage", "options", "positional", "show"} & set(said.replace(":", " ").split())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("export {tmp}/none.union members {tmp}/o.xlsx", "找不到"),
        ("export {tmp} members {tmp}/o.xlsx", "是文件夹"),
        ("export {tmp}/foreign.union members {tmp}/o.xlsx", "不是本程序的台账文件"),
        ("export {tmp}/empty.union members {tmp}/o.xlsx", "不是本程序的台账文件"),
        ("import {tmp}/foreign.union members {tmp}/b.xlsx", "不是本程序的台账文件"),
        ("export {file} nothing {tmp}/o.xlsx", "没有“nothing”这个台账，可选：members、"),
        ("template nothing {tmp}/o.xlsx", "没有“nothing”这个台账"),
        ("template member {tmp}/o.xlsx", "没有“member”这个台账，是不是“members”，可选"),
        ("summary {file} {tmp}/o.pdf --year 2011 --report yaer", "没有“yaer”这种总结，是不是“year”"),
        ("figures {file} --records 受理争仪", "是不是“受理争议”"),
        ("print {file} nothing {tmp}/o.pdf", "没有“nothing”这个打印项目，可选：members"),
        ("import {file} members {tmp}/none.xlsx", "找不到文件"),
        ("import {file} members {tmp}", "是文件夹"),
        ("import {file} members {file}", "不认识"),
        ("import {file} members {tmp}/foreign.xlsx", "打不开"),
        ("import {file} members {tmp}/b.xlsx --set 血型=A", "没有“血型”这个字段"),
        ("import {file} members {tmp}/wrong.xlsx --rejects {tmp}/wrong.xlsx", "不能覆盖它"),
        ("import {file} members {tmp}/wrong.xlsx --rejects {tmp}/none/o.xlsx", "不存在，请先建立它"),
        ("export {file} members {tmp}/o.pdf", "扩展名应为 .xlsx 或 .csv"),
        ("export {file} members {tmp}/none/o.xlsx", "不存在，请先建立它"),
        ("export {file} members {tmp}/folder.xlsx", "是文件夹"),
        ("export {tmp}/book.xlsx members {tmp}/book.xlsx", "不能覆盖它"),
        ("template members {tmp}/book.xlsx", "不能覆盖它"),
        ("print {file} {print} {file}", "扩展名应为 .pdf"),
        ("print {file} {print} {tmp}/o.xlsx", "扩展名应为 .pdf"),
        ("print {tmp}/link.pdf {print} {tmp}/link.pdf", "不能覆盖它"),
        ("print {file} {print} {tmp}/none/o.pdf", "不存在，请先建立它"),
        ("print {file} {print} {tmp}/folder.pdf", "是文件夹"),
        ("print {file} {print} {tmp}/o.pdf --year 1999", "没有可打印的"),
        ("print {file} {print} {tmp}/o.pdf --record 9999", "没有可打印的"),
        ("figures {file} --return {tmp}/o.xlsx --year 1999", "还没有年报"),
        ("backup {file} {tmp}/none", "找不到文件夹"),
        ("backup {file} {file}", "找不到文件夹"),
        ("restore {tmp}/none.union {file}", "找不到备份"),
        ("restore {tmp}/foreign.union {file}", "不是本程序的台账文件"),
        ("restore {tmp} {file}", "不是文件"),
        ("restore {file} {file}", "同一个文件"),
        ("restore {file} {tmp}/none/a.union", "不存在，请先建立它"),
        ("restore {file} {tmp}/foreign.xlsx", "不是本程序的台账文件"),
        ("new {file} --name 别的", "已经存在，没有新建"),
        ("new {tmp}/none/a.union --name 别的", "不存在，请先建立它"),
        ("sample {file}", "已经存在"),
        ("export {tmp}/{long} members {tmp}/o.xlsx", ""),
    ],
)
def test_what_cannot_be_done_is_refused_with_one_sentence(
    refused: Told, file: Path, tmp_path: Path, words: str, why: str
) -> None:
    (tmp_path / "foreign.union").write_bytes(b"hello" * 100)
    (tmp_path / "foreign.xlsx").write_bytes(b"hello" * 100)
    (tmp_path / "empty.union").touch()
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "folder.pdf").mkdir()
    write_book(tmp_path / "b.xlsx", [HEADINGS])
    write_book(tmp_path / "wrong.xlsx", [HEADINGS, ["", "12", "12", "", ""]])
    shutil.copy(file, tmp_path / "book.xlsx")
    shutil.copy(file, tmp_path / "link.pdf")
    before = {one: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    places = {"file": file, "tmp": tmp_path, "print": key_of("慰问金发放表"), "long": "长" * 200}
    said = refused(*(word.format(**places) for word in words.split()))
    assert why in said
    assert said.endswith("。")
    assert {one: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before


def test_a_damaged_office_is_refused(refused: Told, file: Path, tmp_path: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192:60000] = bytes(60000 - 8192)
    file.write_bytes(content)
    assert "已损坏" in refused("export", file, "members", tmp_path / "o.xlsx")
    assert not (tmp_path / "o.xlsx").exists()


def test_an_office_cut_short_is_refused(refused: Told, file: Path, tmp_path: Path) -> None:
    file.write_bytes(file.read_bytes()[:10_000])
    assert "不完整" in refused("backup", file, tmp_path)


@pytest.fixture
def other_copy(file: Path) -> Iterator[None]:
    """Another process that has the office open."""
    code = (
        "import sys; from pathlib import Path; from app.office import open_office; "
        "open_office(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        yield
        process.communicate()


@pytest.mark.usefixtures("other_copy")
def test_nothing_is_imported_into_an_office_open_elsewhere(refused: Told, file: Path, tmp_path: Path) -> None:
    book = write_book(tmp_path / "b.xlsx", [HEADINGS])
    assert "正在另一处打开" in refused("import", file, "members", book)


@pytest.mark.usefixtures("other_copy")
def test_an_office_open_elsewhere_is_exported_and_backed_up(
    done: Told, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(file), "members", str(tmp_path / "o.csv")]) == 0
    assert "没有记入打印记录" in capsys.readouterr().err
    done("backup", file, tmp_path)


def test_a_folder_without_permission_is_refused(refused: Told, ordinary_folder: Path) -> None:
    file = ordinary_folder / "台账.union"
    book = write_book(ordinary_folder / "b.xlsx", [HEADINGS])
    ordinary_folder.chmod(0o500)
    assert "不能写入" in refused("export", file, "members", ordinary_folder / "o.xlsx")
    assert "不能写入" in refused(
        "print", file, key_of("困难职工花名册"), ordinary_folder / "o.pdf", "--blank"
    )
    assert "没有复制" in refused("backup", file, ordinary_folder)
    assert "不能在" in refused("import", file, "members", book)
    assert "不能在" in refused("new", ordinary_folder / "a.union", "--name", "别的")
    assert sorted(one.name for one in ordinary_folder.iterdir()) == ["b.xlsx", "台账.union"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "还缺 命令"),
        ("fly", "没有“fly”这一项，可选 new"),
        ("export", "还缺 FILE, REGISTER, OUT"),
        ("registers now", "不认识 now"),
        ("new a.union", "还缺 --name"),
        ("new a.union --name", "--name 后面要写一个值"),
        ("new a.union --name=", "应写明工会名称"),
        ("new a.union --name 会 --code 泰祥", "“泰祥”应为一到六个字母"),
        ("import a members b.xlsx --on-duplicate merge", "没有“merge”这一项，可选 skip, fill, update"),
        ("import a members b.xlsx --set 性别", "应写成 字段=值"),
        ("print a key o.pdf --year 0", "“0”应为四位的年份"),
        ("print a key o.pdf --year 二〇一一", "应为四位的年份"),
        ("print a key o.pdf --year 99999", "应为四位的年份"),
        ("print a key o.pdf --record -1", "“-1”应为记录的编号"),
        ("print a key o.pdf --record 0", "应为记录的编号"),
        ("print a key o.pdf --from 2011-2-30 --to 2011-3-1", "2011年2月只有28天"),
        ("print a key o.pdf --from 2011", "请填到日"),
        ("print a key o.pdf --from 2011-1-1", "--from 和 --to 要一起写"),
        ("print a key o.pdf --to 2011-1-1", "--from 和 --to 要一起写"),
        ("print a key o.pdf --from 2011-2-1 --to 2011-1-1", "--to 早于 --from"),
        ("print a key o.pdf --year 2011 --from 2011-1-1 --to 2011-2-1", "只能写一种"),
        ("print a key o.pdf --public=yes", "后面不要写值“yes”"),
        ("figures a --return o.xlsx", "--return 要和 --year 一起写"),
        ("bakcup a.union folder", "没有“bakcup”这一项，是不是“backup”，可选 new"),
        ("import a members b.xlsx --on-duplicate updat", "没有“updat”这一项，是不是“update”"),
        ("figures a --yaer 2011", "不认识 --yaer，是不是“--year”"),
        ("--hlep", "不认识 --hlep，是不是“--help”"),
        ("--verson", "不认识 --verson"),
        ("figures a --jsn=1", "不认识 --jsn=1，是不是“--json”"),
    ],
)
def test_what_is_written_wrongly_is_told_in_one_sentence(misused: Told, words: str, why: str) -> None:
    said = misused(*words.split())
    assert said.startswith("命令写得不对：")
    assert why in said
    assert "argument" not in said


@pytest.fixture
def broken(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office of which a faulty program asks what no file can answer."""

    def ask(*_: object, **_named: object) -> None:
        database.execute_sql("SELECT no_such_column FROM member_job WHERE job_title = '单小娟'")

    monkeypatch.setattr(sheets, "hand_out", ask)
    return file


def test_a_bug_is_told_in_one_sentence_and_logged_without_personal_data(
    refused: Told, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    said = refused("export", broken, "members.jobs", tmp_path / "o.xlsx")
    (log,) = tmp_path.glob("home/**/log.txt")
    assert said == f"程序出错，没有完成；错误报告在“{log}”，请发给维护人员，其中没有个人信息。"
    told = log.read_text(encoding="utf-8")
    assert "OperationalError\n" in told
    assert "sheets.py" in told
    assert "单小娟" not in told
    assert "member_job" not in told


def test_a_bug_is_told_even_where_no_log_can_be_written(
    refused: Told, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").touch()  # a file where the folder should be
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    said = refused("export", broken, "members.jobs", tmp_path / "o.xlsx")
    assert said == "程序出错，没有完成；请告诉维护人员。"


def program(
    *words: object, code: str = "from ui.main import main; sys.exit(main())"
) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment |= {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    environment.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-c", f"import sys; {code}", *map(str, words)],
        env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def test_the_program_works_without_a_display_and_on_any_console(file: Path, tmp_path: Path) -> None:
    told = program("export", file, "members", tmp_path / "单.csv")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == f"已导出会员 1 人到“{tmp_path / '单.csv'}”。\n"


def test_the_program_tells_refusal_and_misuse_by_its_exit_code(tmp_path: Path) -> None:
    assert program("backup", tmp_path / "none.union", tmp_path).returncode == 1
    assert program("backup").returncode == 2


def test_the_commands_need_no_heavy_library_before_their_time() -> None:
    told = program(code=f"import app.cli, ui.main; print([one for one in {HEAVY} if one in sys.modules])")
    assert told.stdout == "[]\n"


def test_a_command_never_loads_qt(file: Path, tmp_path: Path) -> None:
    code = (
        "from ui.main import main; main(sys.argv[1:]); print([one for one in sys.modules if 'PySide' in one])"
    )
    told = program("print", file, key_of("困难职工花名册"), tmp_path / "o.pdf", code=code)
    assert told.stdout.endswith("\n[]\n"), told.stderr


def test_a_reader_that_stops_listening_is_no_failure() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "ui.main", "registers"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0

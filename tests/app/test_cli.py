from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from xlsxwriter import Workbook

from app.cli import COMMANDS, run
from app.exchange.reading import read_rows
from app.office import close_office, create, open_office
from app.records.base import change, database
from app.records.prints import PrintLogEntry
from app.registry import registers
from app.safekeeping.automatic import keep_copy
from app.subjects.hardship.aid import acts
from app.subjects.members.records import Member
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.factories.publications import make_entered_return
from tests.helpers.plain_sql import rows

HEAVY = "PySide6 reportlab docx python_calamine xlsxwriter jinja2 pypinyin chinese_calendar stdnum".split()
HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]


@pytest.fixture(scope="module")
def kept_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a member, a hardship file and a batch, made once."""
    path = tmp_path_factory.mktemp("kept") / "kept.union"
    create(path, "泰祥社区工会", code="TY")
    people.make_member(name="单小娟")
    people.make_batch(people.make_file(name="仇永福"))
    close_office()
    return path


@pytest.fixture
def file(kept_office: Path, tmp_path: Path) -> Path:
    """A copy of that office, closed."""
    return Path(shutil.copy(kept_office, tmp_path / "台账.union"))


Told = Callable[..., str]


@pytest.fixture
def done(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command that is to succeed, and return what it said."""

    def told(*words: object) -> str:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        return said.out.rstrip("\n")

    return told


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command that is to be refused, and return why."""

    def told(*words: object) -> str:
        code = run([str(word) for word in words])
        said = capsys.readouterr().err
        assert code == 1
        assert "Traceback" not in said
        return said.rstrip("\n")

    return told


@pytest.fixture
def misused(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command that is written wrongly, and return what was wrong."""

    def told(*words: object) -> str:
        code = run([str(word) for word in words])
        said = capsys.readouterr().err.rstrip("\n")
        assert code == 2
        assert said.count("\n") == 0
        return said

    return told


def in_office(path: Path, look: Callable[[], object]) -> object:
    open_office(path, read_only=True)
    try:
        return look()
    finally:
        close_office()


def text_of(pdf: Path) -> str:
    document = PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


# What each command does


def test_a_new_office_is_made_and_bears_its_name(done: Told, tmp_path: Path) -> None:
    path = tmp_path / "新.union"
    assert done("new", path, "--name", "泰祥社区工会", "--code", "ty") == f"已新建台账“{path}”。"
    assert in_office(path, lambda: open_office(path, read_only=True).name) == "泰祥社区工会"


def test_the_sample_office_is_made_once_and_each_holds_the_same_records(
    done: Told, refused: Told, tmp_path: Path, sample_file: Path
) -> None:
    path = tmp_path / "sample.union"
    assert done("sample", path, "--year", "2011") == f"已生成示例台账“{path}”，其中的人都是虚构的。"
    assert "已经存在" in refused("sample", path)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_migration'"
    names = [name for (name,) in rows(sample_file, tables)]
    assert {"member", "history"} <= set(names)
    for name in names:
        assert rows(path, f'SELECT * FROM "{name}"') == rows(sample_file, f'SELECT * FROM "{name}"')


def test_a_sample_of_a_year_that_is_not_over_is_refused(refused: Told, tmp_path: Path) -> None:
    path = tmp_path / "sample.union"
    assert "还没有过完" in refused("sample", path, "--year", str(date.today().year + 1))
    assert not path.exists()


def test_registers_are_told_with_their_fields_and_headings(done: Told) -> None:
    lines = done("registers").splitlines()
    assert [line.split("\t")[0] for line in lines if not line.startswith(" ")] == [
        one.key for one in registers()
    ]
    assert "members\t会员" in lines
    assert "    id_number\t证件号码 *" in lines
    assert "    remark\t备注" in lines


def test_a_template_is_written(done: Told, tmp_path: Path) -> None:
    assert done("template", "members", tmp_path / "t.xlsx").startswith("已生成空白表")
    assert "姓名" in read_rows(tmp_path / "t.xlsx")[0]


def test_a_roster_is_taken_in(done: Told, file: Path, tmp_path: Path) -> None:
    row = ["张三", people.resident_id(), "13800138000", "", "2011-3-8", "A"]
    book = write_book(tmp_path / "b.xlsx", [[*HEADINGS, "血型"], row, ["合计", "1人"]])
    assert done("import", file, "members", book, "--set", "工作单位=泰祥").splitlines() == [
        "没有用到的列：血型。",
        "合计、签名等行没有导入：第 3 行。",
        "会员：新增 1 条，更新 0 条，不变 0 条，已导入。",
    ]
    assert in_office(file, lambda: Member.get(Member.name == "张三").employer) == "泰祥"


def test_a_column_fills_the_field_that_is_written_for_it(
    done: Told, refused: Told, file: Path, tmp_path: Path
) -> None:
    row = [people.resident_id(), "13800138000", "泰祥", "2011-3-8", "张三", "李四"]
    book = write_book(tmp_path / "b.xlsx", [[*HEADINGS[1:], "甲", "乙"], row])
    told = refused("import", file, "members", book, "--map", "甲=姓铭")
    assert told.startswith("没有“姓铭”这个字段，是不是“姓名”")
    assert "没有“甲乙”这一列" in refused("import", file, "members", book, "--map", "甲乙=姓名")
    told = done("import", file, "members", book, "--map", "甲=姓名", "--map", "乙=备注")
    assert "新增 1 条" in told
    assert in_office(file, lambda: Member.get(Member.name == "张三").remark) == "李四"


def test_several_sheets_are_named_and_come_in(done: Told, file: Path, tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "b.xlsx"))
    for name in ("一组", "二组", "三组"):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, [f"{name}某", people.resident_id(), "13800138000", "泰祥", "2011-3-8"])
    book.close()
    lines = done(
        "import", file, "members", tmp_path / "b.xlsx", "--sheet", "一组", "--sheet", "三组"
    ).splitlines()
    assert lines == [
        "一起读入 2 张工作表：“一组”1 行、“三组”1 行。",
        "没有读入的工作表：“二组”（1 行）。",
        "会员：新增 2 条，更新 0 条，不变 0 条，已导入。",
    ]


def test_a_rehearsed_import_keeps_nothing(done: Told, file: Path, tmp_path: Path) -> None:
    row = ["张三", people.resident_id(), "13800138000", "泰祥", "2011-3-8"]
    book = write_book(tmp_path / "b.xlsx", [HEADINGS, row])
    assert "新增 1 条" in done("import", file, "members", book, "--dry-run")
    assert in_office(file, lambda: Member.select().count()) == 1


def test_wrong_rows_are_told_and_kept_for_mending(refused: Told, file: Path, tmp_path: Path) -> None:
    row = ["张三", "310104198005060000", "12", "泰祥", "2011-3-8"]
    book = write_book(tmp_path / "b.xlsx", [HEADINGS, row])
    *problems, note, end = refused(
        "import", file, "members", book, "--rejects", tmp_path / "有误.xlsx"
    ).splitlines()
    assert [one.split("：")[0] for one in problems] == ["第 2 行“证件号码”", "第 2 行“手机号码”"]
    assert note == f"有误的行已另存为“{tmp_path / '有误.xlsx'}”，改好后可以再导入。"
    assert end.endswith("有误 1 行，没有导入。请按上面的提示改好后再导入。")
    assert read_rows(tmp_path / "有误.xlsx")[1][0] == "张三"


def test_the_right_rows_come_in_where_the_wrong_ones_are_kept_aside(
    done: Told, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = ["张三", people.resident_id(), "13800138000", "泰祥", "2011-3-8"]
    wrong = ["李四", people.resident_id(), "12", "泰祥", "2011-3-8"]
    book, aside = write_book(tmp_path / "b.xlsx", [HEADINGS, right, wrong]), tmp_path / "有误.xlsx"
    assert run(["import", str(file), "members", str(book), "--rejects", str(aside)]) == 0
    assert "有误 1 行，其余已导入" in capsys.readouterr().out
    assert [row[0] for row in read_rows(aside)] == [HEADINGS[0], "李四"]
    mended = read_rows(aside)
    mended[1][2] = "13900139000"
    done("import", file, "members", write_book(tmp_path / "c.xlsx", mended))
    assert in_office(file, lambda: Member.select().count()) == 3


def test_what_is_computed_and_what_is_doubtful_is_told_and_counted(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    headings = ["姓名", "性别", "出生日期", "年龄", *HEADINGS[2:]]
    rows = [
        [name, "男", "1970-1-1", "42", f"1380000000{n}", "泰祥", "2011-3-8"]
        for n, name in enumerate(["张三", "张三"])
    ]
    book = write_book(tmp_path / "b.xlsx", [headings, *rows])
    assert run(["import", str(file), "members", str(book), "--incomplete"]) == 0
    computed, doubt, total = capsys.readouterr().err.splitlines()
    assert computed == "提醒：这些列由程序计算，不录入：年龄"
    assert doubt.startswith("提醒：第 3 行“姓名”：已有同名且同日出生的会员（")
    assert total == "共 2 处提醒，请核对。"


def test_a_roster_of_names_numbers_and_phones_comes_in_incomplete(
    done: Told, file: Path, tmp_path: Path
) -> None:
    book = write_book(tmp_path / "b.xlsx", [HEADINGS[:3], ["张三", people.resident_id(), "13800138000"]])
    assert "资料不全 1 条" in done("import", file, "members", book, "--incomplete")


def test_dues_of_one_who_is_only_named_are_taken_when_that_is_confirmed(
    done: Told, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = write_book(
        tmp_path / "a.xlsx", [HEADINGS, ["王芳", people.resident_id(), "13800138000", "一厂", "2011-3-8"]]
    )
    done("import", file, "members", roster)
    dues = [["姓名", "所属年月", "应缴", "实缴", "缴费日期"], ["王芳", "2011-4", "20", "20", "2011-4-5"]]
    book = write_book(tmp_path / "b.xlsx", dues)
    assert run(["import", str(file), "members.dues", str(book)]) == 1
    assert "可能是：王芳（" in capsys.readouterr().err
    assert "新增 1 条" in done("import", file, "members.dues", book, "--by-name")


def test_employers_of_a_roster_are_entered_when_asked(done: Told, file: Path, tmp_path: Path) -> None:
    row = ["张三", people.resident_id(), "13800138000", "新厂", "2011-3-8"]
    book = write_book(tmp_path / "b.xlsx", [HEADINGS, row])
    assert "新登记企业：新厂，资料待补。" in done("import", file, "members", book, "--create-references")


def test_the_sheet_to_import_is_named(done: Told, refused: Told, file: Path, tmp_path: Path) -> None:
    book = write_book(tmp_path / "b.xlsx", [HEADINGS])
    assert "可选：Sheet1" in refused("import", file, "members", book, "--sheet", "二季度")


def test_hardship_files_are_exported_for_the_national_system(
    done: Told, refused: Told, file: Path, tmp_path: Path
) -> None:
    done("export", file, "hardship", tmp_path / "o.xlsx", "--national")
    assert "档案编号(职工编号)" in read_rows(tmp_path / "o.xlsx")[0]
    assert "只用于困难职工档案" in refused("export", file, "members", tmp_path / "p.xlsx", "--national")


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_list_is_exported(done: Told, file: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out.{suffix}"
    assert done("export", file, "members", out) == f"已导出会员 1 人到“{out}”。"
    assert "单小娟" in read_rows(out)[1]


def test_an_export_is_noted_with_its_purpose(done: Told, file: Path, tmp_path: Path) -> None:
    done("export", file, "members", tmp_path / "o.xlsx", "--purpose", "报街道总工会")
    done("export", file, "hardship", tmp_path / "p.xlsx", "--national")
    noted = "SELECT key, title, rows, sensitive FROM print_log_entry ORDER BY id"
    assert rows(file, noted) == [
        ("export.members", "导出 会员，用途：报街道总工会", 1, 1),
        ("export.hardship.national", "导出 困难档案（全国系统）", 1, 1),
    ]


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


def key_of(title: str) -> str:
    from app.registry import prints

    return next(one.key for one in prints() if one.title == title)


def test_full_identity_numbers_leave_a_trace(done: Told, file: Path, tmp_path: Path) -> None:
    number = in_office(file, lambda: Member.get().id_number)
    key = key_of("工会会员花名册")
    done("print", file, key, tmp_path / "hidden.pdf")
    assert str(number) not in text_of(tmp_path / "hidden.pdf")
    assert in_office(file, lambda: PrintLogEntry.select().count()) == 0
    done("print", file, key, tmp_path / "full.pdf", "--full-ids")
    assert str(number) in text_of(tmp_path / "full.pdf").replace("\r\n", "").replace(" ", "")
    assert in_office(file, lambda: PrintLogEntry.get().sensitive) is True


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


def test_a_backup_is_made_and_told(done: Told, file: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "U盘").mkdir()
    assert "已核验，SHA-256 " in done("backup", file, folder)
    (copy,) = folder.glob("*.union")
    assert in_office(copy, lambda: Member.get().name) == "单小娟"


def test_a_backup_is_restored_and_the_present_file_kept(done: Told, file: Path, tmp_path: Path) -> None:
    done("backup", file, tmp_path)
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    said = done("restore", made, file)
    assert "校验和相符" in said
    assert "恢复前" in said


def test_a_backup_without_its_sum_is_restored_with_a_warning(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["backup", str(file), str(tmp_path)]) == 0
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    made.with_name(f"{made.name}.sha256").unlink()
    assert run(["restore", str(made), str(file)]) == 0
    told = capsys.readouterr()
    assert "没有 .sha256 校验文件" in told.err
    assert "检查完整" in told.out


def test_nothing_is_entered_into_a_backup(done: Told, refused: Told, file: Path, tmp_path: Path) -> None:
    done("backup", file, tmp_path)
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    before = made.read_bytes()
    book = write_book(tmp_path / "b.xlsx", [HEADINGS])
    assert "是备份，不能在其中登记" in refused("import", made, "members", book)
    assert made.read_bytes() == before


def test_a_backup_that_is_looked_at_says_what_it_is(
    done: Told, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done("backup", file, tmp_path)
    (made,) = tmp_path.glob(f"{file.stem}-*.union")
    before = made.read_bytes()
    assert run(["figures", str(made), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)
    assert told.err == f"“{made.name}”是备份，只读查看；要用它工作，请先用 restore 恢复成台账。\n"
    assert made.read_bytes() == before


def test_the_annual_return_is_written(done: Told, file: Path, tmp_path: Path) -> None:
    open_office(file)
    make_entered_return(year=2011)
    close_office()
    said = done("figures", file, "--return", tmp_path / "年报汇总.xlsx", "--year", "2011")
    assert said == f"已生成2011统计年度的年报汇总“{tmp_path / '年报汇总.xlsx'}”。"
    assert read_rows(tmp_path / "年报汇总.xlsx")[0][0] == "2011统计年度工会统计年报汇总"


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)
    assert "用法：" in said
    assert not {"usage", "options", "positional", "show"} & set(said.replace(":", " ").split())


# What is refused, and leaves everything as it was


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
    assert "无法打开文件" in refused("backup", file, ordinary_folder)
    assert "不能在" in refused("import", file, "members", book)
    assert "不能在" in refused("new", ordinary_folder / "a.union", "--name", "别的")
    assert sorted(one.name for one in ordinary_folder.iterdir()) == ["b.xlsx", "台账.union"]


# What is written wrongly


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


# What nobody foresaw


@pytest.fixture
def broken(file: Path) -> Path:
    """An office that looks whole and lacks a table."""
    open_office(file)
    database.execute_sql("DROP TABLE member_job")
    close_office()
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


# As a program of its own


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


def test_a_batch_is_written_for_its_bank(file: Path, done: Told, refused: Told, tmp_path: Path) -> None:
    """The batch of the office is a draft: nothing goes to a bank before it is approved."""
    out = tmp_path / "代发.xlsx"
    assert "还没有审批" in refused("export", file, "hardship.batches", out, "--record", 1)
    assert not out.exists()
    assert "没有登记“建设银行”的代发格式" in refused(
        "export", file, "hardship.batches", out, "--record", 1, "--bank", "建设银行"
    )
    assert "没有第 9 号" in refused("export", file, "hardship.batches", out, "--record", 9)
    assert "没有单条的明细表" in refused("export", file, "members", out, "--record", 1)


def test_a_batch_is_written_in_the_layout_of_its_bank_and_the_persons_are_counted(
    file: Path, done: Told, tmp_path: Path
) -> None:
    """A bank's program reads what it asked for: the amount first, no heading, no total, bars."""
    open_office(file)
    people.make_fund()
    people.make_bank_layout(
        bank="农业银行", columns="金额、账号、户名、附言", note="帮困", separator="竖线", has_heading=False,
        has_total=False,
    )  # fmt: skip
    batch = people.make_batch(pay_mode="银行卡")
    card = {"bank_card": "6222020200012345670", "bank_name": "农业银行", "bank_holder": "李红"}
    people.make_payment(batch, people.make_file(), pay_mode="银行卡", amount=1_234_50, **card)
    acts.approve(batch, "陆敏", date(2011, 1, 20))
    close_office()
    text, book = tmp_path / "代发.txt", tmp_path / "代发.xlsx"
    command = ("export", file, "hardship.batches")
    assert " 1 行" in done(*command, text, "--record", batch.id, "--bank", "农业银行")
    assert text.read_bytes().decode("gb18030") == "1234.50|6222020200012345670|李红|帮困\r\n"
    assert " 1 行" in done(*command, book, "--record", batch.id)


def test_a_check_tells_both_parts_and_fails_where_something_is_wrong(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of the file is damaged; a member who left is still on the roll of the events."""
    open_office(file)
    keep_copy()
    with change():
        left = {"status": "退会", "status_date": date(2011, 5, 3), "status_reason": "离职"}
        Member.update(left).execute()
    close_office()
    assert run(["check", str(file)]) == 1
    said = capsys.readouterr().err
    assert "文件检查" not in said
    assert "台账检查" in said
    assert "［members 1］" in said


def test_a_check_of_a_sound_office_says_so(file: Path, done: Told) -> None:
    open_office(file)
    keep_copy()
    close_office()
    assert "没有发现问题" in done("check", file)

"""Commands that take workbooks in and write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.cli import run
from app.exchange.reading import read_rows
from app.office import close_office, open_office
from app.subjects.hardship.aid import acts
from app.subjects.members.records import Member
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.helpers.commands import HEADINGS, Told, in_office
from tests.helpers.plain_sql import rows


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

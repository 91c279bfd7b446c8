from __future__ import annotations

import random
import zipfile
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.errors import Refused
from app.exchange.reading import cell_text, read_rows, read_sheet
from app.office import Office, open_office
from tests.app.exchange.books import write_book, write_encrypted, write_ods

ROWS = [["姓名", "电话"], ["张三", "13800138000"]]
TEXT = "姓名,电话\r\n张三,13800138000\r\n"


def said(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        read_rows(path)
    sentence = str(caught.value)
    assert sentence.endswith("。")
    assert "\n" not in sentence
    return sentence


def test_a_list_that_begins_further_down_and_to_the_right_keeps_its_places(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 1, ["姓名", "证件号码"])
        sheet.write_row(3, 1, ["张三", 310104199001011234])
    read = read_sheet(path)
    assert read.rows == [[""] * 3, [""] * 3, ["", "姓名", "证件号码"], ["", "张三", "3.10104E+17"]]
    assert list(read.errors) == [(3, 2)]


def test_an_xlsx_is_read_row_by_row(tmp_path: Path) -> None:
    assert read_rows(write_book(tmp_path / "a.xlsx", ROWS)) == ROWS


def test_an_ods_is_read_row_by_row(tmp_path: Path) -> None:
    assert read_rows(write_ods(tmp_path / "a.ods", ROWS)) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(TEXT.encode(encoding))
    assert read_rows(tmp_path / "a.csv") == ROWS


def test_a_rare_character_survives_gb18030(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("姓名,电话\n𠮷田,1\n".encode("gb18030"))
    assert read_rows(tmp_path / "a.csv")[1] == ["𠮷田", "1"]


def test_tabs_separate_even_where_notes_hold_commas(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("姓名\t备注\n张三\t一,二,三,四\n李四\t五,六,七,八\n", encoding="utf-8")
    assert read_rows(tmp_path / "a.txt")[1] == ["张三", "一,二,三,四"]


def test_commas_separate_even_where_notes_hold_tabs(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('姓名,备注\n张三,"一\t二\t三"\n李四,"四\t五\t六"\n', encoding="utf-8")
    assert read_rows(tmp_path / "a.csv")[1] == ["张三", "一\t二\t三"]


def test_only_the_first_sheet_that_is_seen_is_read(tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "a.xlsx"))
    hidden, shown = book.add_worksheet("隐藏"), book.add_worksheet("名单")
    hidden.write(0, 0, "别的")
    shown.write(0, 0, "姓名")
    shown.activate()
    hidden.hide()
    book.close()
    assert read_rows(tmp_path / "a.xlsx") == [["姓名"]]


def test_rows_above_a_list_are_counted_as_excel_counts_them(tmp_path: Path) -> None:
    assert read_rows(write_book(tmp_path / "a.xlsx", [[], [], ["姓名"]])) == [[""], [""], ["姓名"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (1234.5, "1234.5"),
        (999_999_999_999.99, "999999999999.99"),
        (310104199001011234.0, "3.10104E+17"),
        (True, "是"),
        (date(2011, 3, 8), "2011-03-08"),
        (None, ""),
        ("00012", "00012"),
    ],
)
def test_a_cell_becomes_what_a_person_would_have_typed(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "找不到文件" in said(tmp_path / "a.xlsx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "是文件夹" in said(tmp_path)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert "不认识" in said(tmp_path / "a.pdf")


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.xlsb"])
@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 4000, b"a,b\n1,2\n"],
    ids=["empty", "zeros", "text"],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert "打不开" in said(tmp_path / name)


def test_a_damaged_workbook_is_read_or_refused_but_never_breaks(tmp_path: Path) -> None:
    whole = write_book(tmp_path / "a.xlsx", [["姓名"] * 5] * 20).read_bytes()
    chance = random.Random(11)
    refused = 0
    for turn in range(150):
        spoilt = bytearray(whole[: chance.randrange(len(whole))] if turn % 2 else whole)
        for _ in range(20 * (1 - turn % 2)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        (tmp_path / "b.xlsx").write_bytes(spoilt)
        try:
            read_rows(tmp_path / "b.xlsx")
        except Refused:
            refused += 1
    assert refused > 75  # each that was cut short, at the least


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    assert "有密码" in said(write_encrypted(tmp_path / "a.xlsx"))


def test_a_workbook_with_a_password_is_told_whatever_it_is_called(tmp_path: Path) -> None:
    assert said(write_encrypted(tmp_path / "a.xls")).startswith("“a.xls”有密码")


@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.csv"])
def test_a_workbook_that_goes_by_another_name_is_read(tmp_path: Path, name: str) -> None:
    book = write_book(tmp_path / "a.xlsx", [["姓名"], ["单小娟"]])
    assert read_rows(book.rename(tmp_path / name)) == [["姓名"], ["单小娟"]]


@pytest.mark.parametrize("name", ["a.xlsm", "a.xlsx"])
def test_a_workbook_with_macros_is_refused(tmp_path: Path, name: str) -> None:
    book = write_book(tmp_path / name, [["姓名"], ["单小娟"]])
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/vbaProject.bin", bytes(100))
    assert "带有宏" in said(book)


def test_a_binary_workbook_is_refused(tmp_path: Path) -> None:
    """Its failed formulas would be empty cells: the reader does not tell them."""
    with zipfile.ZipFile(tmp_path / "a.xlsb", "w") as archive:
        archive.writestr("xl/workbook.bin", bytes(10))
    assert "另存为 xlsx" in said(tmp_path / "a.xlsb")


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert "是空的" in said(write_book(tmp_path / "a.xlsx", []))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_web_page_called_a_workbook_is_refused(tmp_path: Path, encoding: str) -> None:
    page = "<html><table><tr><td>姓名</td></tr></table>"
    (tmp_path / "a.xls").write_text(page, encoding=encoding)
    assert "其实是网页" in said(tmp_path / "a.xls")


def test_a_workbook_of_a_thousand_columns_is_refused(tmp_path: Path) -> None:
    assert "有 1000 列" in said(write_book(tmp_path / "a.xlsx", [list(range(1000))]))


def test_a_stray_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet().write(1_048_575, 16_383, " ")
    book.close()
    assert "1048576 行、16384 列，太大了" in said(tmp_path / "a.xlsx")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x81\x20\xff\xff" * 10], ids=["utf-16", "unknown"])
def test_a_text_in_no_known_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert "文字读不出来" in said(tmp_path / "a.csv")


def test_the_open_office_is_not_read_as_a_workbook(office: Office, tmp_path: Path) -> None:
    """Reading its bytes in this process would drop SQLite's lock on it."""
    named_like_a_book = tmp_path / "台账.xlsx"
    named_like_a_book.hardlink_to(office.path)
    open_office(office.path)
    assert "不认识" in said(named_like_a_book)

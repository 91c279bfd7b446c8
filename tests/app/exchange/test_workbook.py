from __future__ import annotations

import csv
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from app.errors import Refused
from app.exchange.examples import example_rows
from app.exchange.importing import import_book
from app.exchange.reading import read_rows
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.exchange.targets import fillable
from app.exchange.workbook import export, template
from app.fields import ReferenceField
from app.listing import Criteria, SortKey
from app.office import Office
from app.register import Register
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories import people
from tests.helpers.every_register import every_register


def part(book: Path, name: str) -> str:
    with zipfile.ZipFile(book) as archive:
        return archive.read(name).decode()


def cells(book: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()


def exported(register: Register, folder: Path, criteria: Criteria | None = None) -> Path:
    export(register, criteria or Criteria(), folder / "book.xlsx")
    return folder / "book.xlsx"


def test_texts_stay_texts_dates_are_dates_and_money_is_a_number(office: Office, tmp_path: Path) -> None:
    member = people.make_member(monthly_wage=4_321_09, approved_on=date(2011, 3, 8))
    heading, row = cells(exported(MEMBERS, tmp_path))
    by_heading = dict(zip(heading, row, strict=True))
    assert by_heading["证件号码"] == member.id_number
    assert by_heading["手机号码"] == "13800138000"
    assert by_heading["批准日期"] == date(2011, 3, 8)
    assert by_heading["月工资"] == 4321.09


def test_a_day_before_excels_calendar_is_written_out(office: Office, tmp_path: Path) -> None:
    people.make_member(status_date=date(1899, 12, 31))
    heading, row = cells(exported(MEMBERS, tmp_path))
    assert dict(zip(heading, row, strict=True))["状态变动日期"] == "1899年12月31日"


def test_the_heading_stays_in_sight(office: Office, tmp_path: Path) -> None:
    sheet = part(exported(MEMBERS, tmp_path), "xl/worksheets/sheet1.xml")
    assert re.search(r'<pane ySplit="1"[^>]*state="frozen"', sheet)


def test_derived_values_are_written(office: Office, tmp_path: Path) -> None:
    file = people.make_file(name="户主")
    people.make_kin(file)
    heading, row = cells(exported(HARDSHIP, tmp_path))
    assert dict(zip(heading, row, strict=True))["家庭人口"] == 2


def test_a_child_row_names_its_owner(office: Office, tmp_path: Path) -> None:
    file = people.make_file(name="户主")
    people.make_kin(file)
    heading, row, _ = cells(exported(FAMILY, tmp_path))
    assert dict(zip(heading, row, strict=True))["档案"] == f"户主（{file.file_no}）"


def test_the_list_is_written_as_it_was_asked_for(office: Office, tmp_path: Path) -> None:
    for name in ("王一", "赵二", "王三"):
        people.make_member(name=name)
    book = exported(MEMBERS, tmp_path, Criteria(search="王", order=(SortKey("name", True),)))
    heading, *rows = cells(book)
    assert [row[heading.index("姓名")] for row in rows] == ["王一", "王三"]


def test_the_number_of_records_is_told(office: Office, tmp_path: Path) -> None:
    people.make_member()
    people.make_member()
    assert export(MEMBERS, Criteria(), tmp_path / "book.csv") == 2


def test_a_csv_keeps_the_digits_of_documents_from_becoming_amounts(office: Office, tmp_path: Path) -> None:
    """Excel, WPS and LibreOffice read ="…" as a text; the bare digits become 3.10105E+17 and are lost."""
    member = people.make_member(monthly_wage=3200_50)
    export(MEMBERS, Criteria(), tmp_path / "book.csv")
    heading, row, *_ = csv.reader((tmp_path / "book.csv").read_text("utf-8-sig").splitlines())
    cells = dict(zip(heading, row, strict=True))
    assert cells["证件号码"] == (
        f'="{member.id_number}"' if member.id_number.isdecimal() else member.id_number
    )
    assert cells["手机号码"] == f'="{member.mobile}"'
    assert cells["月工资"] == "3,200.50"
    assert cells["性别"] == member.sex


def test_a_csv_opens_in_chinese_everywhere(office: Office, tmp_path: Path) -> None:
    export(MEMBERS, Criteria(), tmp_path / "book.csv")
    assert (tmp_path / "book.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["book.pdf", "book", "book.union"])
def test_another_suffix_is_refused(office: Office, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match=r"扩展名应为 \.xlsx 或 \.csv"):
        export(MEMBERS, Criteria(), tmp_path / name)
    assert not (tmp_path / name).exists()


@every_register
def test_a_template_is_taken_in_as_no_rows(office: Office, tmp_path: Path, register: Register) -> None:
    template(register, tmp_path / "book.xlsx")
    report = import_book(register, tmp_path / "book.xlsx")
    assert (report.new, report.unchanged, report.unknown, report.problems) == (0, 0, [], [])


@every_register
def test_a_template_asks_for_what_is_typed_and_not_for_what_follows(
    tmp_path: Path, register: Register
) -> None:
    template(register, tmp_path / "book.xlsx")
    heading = read_rows(tmp_path / "book.xlsx")[0]
    described = register.record.described().values()
    assert {one.label for one in described if one.required} <= set(heading)
    follows = {one.label for one in described if one.derive is not None and one.name not in register.listed}
    assert not follows & set(heading)


def test_a_template_offers_choices_however_many(tmp_path: Path) -> None:
    template(MEMBERS, tmp_path / "book.xlsx")
    heading = read_rows(tmp_path / "book.xlsx")[0]
    sheet = part(tmp_path / "book.xlsx", "xl/worksheets/sheet1.xml")
    for label in ("性别", "民族", "是否农民工"):
        column = chr(ord("A") + heading.index(label))
        assert f'sqref="{column}2:{column}2001"' in sheet
    assert len(CalamineWorkbook.from_path(tmp_path / "book.xlsx").get_sheet_by_name("选项").to_python()) >= 56


def test_a_template_filled_in_is_taken_in(office: Office, tmp_path: Path) -> None:
    template(MEMBERS, tmp_path / "book.xlsx")
    heading = read_rows(tmp_path / "book.xlsx")[0]
    cells = {
        "姓名": "张三", "证件号码": people.resident_id(), "手机号码": "13800138000", "工作单位": "泰祥",
        "性别": "男", "批准日期": "2011-3-8",
    }  # fmt: skip
    with Workbook(str(tmp_path / "filled.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, [cells.get(label, "") for label in heading])
    assert import_book(MEMBERS, tmp_path / "filled.xlsx").new == 1


def test_what_a_field_asks_for_stands_beside_its_heading(tmp_path: Path) -> None:
    template(MEMBERS, tmp_path / "book.xlsx")
    assert "填身份证号，性别和出生日期会自动填好" in part(tmp_path / "book.xlsx", "xl/comments1.xml")


def test_exporting_leaves_nothing_beside_the_workbook(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    exported(MEMBERS, folder)
    assert [one.name for one in folder.iterdir()] == ["book.xlsx"]


def test_the_columns_of_the_list_are_written_when_asked_for(office: Office, tmp_path: Path) -> None:
    people.make_member(name="张三", birth_date=date(1980, 5, 6))
    export(MEMBERS, Criteria(), tmp_path / "book.xlsx", shown=(Member.name, Member.age))
    heading, row = read_rows(tmp_path / "book.xlsx")
    assert heading == ["姓名", "年龄"]
    assert row[1].endswith("岁")


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_what_the_register_adds_up_stands_below_and_is_passed_over_on_reading(
    office: Office, tmp_path: Path, suffix: str
) -> None:
    file = people.make_file()
    people.make_kin(file, monthly_income=1200_50)
    people.make_kin(file, monthly_income=300_00)
    export(FAMILY, Criteria(), tmp_path / f"book.{suffix}")
    rows = read_rows(tmp_path / f"book.{suffix}")
    total = rows[-1][rows[0].index("月收入")].replace(",", "")
    assert (rows[-1][0], float(total)) == ("合计", 1500.50)
    report = import_book(FAMILY, tmp_path / f"book.{suffix}")
    assert (report.totals_rows, report.unchanged) == ([4], 2)


@every_register
def test_example_rows_are_passed_over_until_somebody_writes_over_them(
    office: Office, tmp_path: Path, register: Register
) -> None:
    template(register, tmp_path / "book.xlsx")
    rows = read_rows(tmp_path / "book.xlsx")
    session = ImportSession.of(register, Sheet("a", rows))
    session.rehearse()
    assert (session.examples, session.rows) == ([2, 3], [])
    column = next(iter(session.columns.chosen))
    session.sheet.rows[1][column] = "写过了"
    session.rehearse()
    assert [row.number for row in session.rows] == [2]


@every_register
def test_an_example_is_what_the_field_reads(register: Register) -> None:
    for shown in example_rows(register):
        for field in fillable(register):
            if not isinstance(field, ReferenceField):
                field.parse(shown[field.name])


def test_identity_numbers_of_a_template_are_typed_as_text(tmp_path: Path) -> None:
    template(MEMBERS, tmp_path / "book.xlsx")
    styles = part(tmp_path / "book.xlsx", "xl/styles.xml")
    sheet = part(tmp_path / "book.xlsx", "xl/worksheets/sheet1.xml")
    assert '<numFmt numFmtId="164" formatCode="@"/>' in styles
    first = re.search(r'<col min="1" max="1" [^>]*style="(\d+)"', sheet)
    assert first is not None, "the first column is that of the identity number"
    assert '<xf numFmtId="164"' in re.findall("<xf [^>]*", styles.partition("<cellXfs")[2])[int(first[1])]

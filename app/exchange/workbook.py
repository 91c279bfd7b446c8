"""Writing a register's list into a workbook or a csv file, and an empty workbook to fill in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    Described,
    FlagField,
    MoneyField,
    ReferenceField,
)
from app.listing import Asked, fetch_references, matching
from app.register import Register

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMULA_STARTS = ("=", "+", "-", "@")


def exported_fields(register: Register) -> list[Described]:
    """Return what a workbook holds: the fields of the form, references to owners first, no files."""
    described = register.record.described().values()
    owners = [kept for kept in described if isinstance(kept, ReferenceField) and kept.required]
    shown = [kept for kept in register.fields if not isinstance(kept, AttachmentField)]
    return list({kept.name: kept for kept in (*owners, *shown)}.values())


def export(register: Register, asked: Asked, target: Path) -> int:
    """Write the records asked for, in their order; return how many.

    The suffix decides: .xlsx or .csv. Raises Refused when the file cannot be written.
    """
    records = list(matching(register, asked))
    fetch_references(records, register.record)
    kept = exported_fields(register)
    try:
        if target.suffix.lower() == ".csv":
            _write_csv(kept, records, target)
        elif target.suffix.lower() == ".xlsx":
            _write_book(register, kept, records, target)
        else:
            raise Refused("只能导出为 .xlsx 或 .csv 文件，请改文件名的扩展名。")
    except OSError as error:
        raise Refused(f"不能写入“{target}”，请检查文件是否正被打开、磁盘是否已满。") from error
    return len(records)


def template(register: Register, target: Path) -> None:
    """Write an empty workbook with the register's headings, choices and notes."""
    fillable = [kept for kept in exported_fields(register) if kept.derive is None]
    try:
        _write_book(register, fillable, [], target)
    except OSError as error:
        raise Refused(f"不能写入“{target}”，请检查文件是否正被打开、磁盘是否已满。") from error


def _write_csv(kept: Sequence[Described], records: Iterable[Any], target: Path) -> None:
    unfinished = target.with_name(target.name + ".part")
    # With a byte order mark Excel and WPS read the Chinese as it is.
    with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.label for one in kept])
        writer.writerows(
            [_guarded(one.format(getattr(record, one.name))) for one in kept] for record in records
        )
    unfinished.replace(target)


def _guarded(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula; the apostrophe is dropped on reading."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _write_book(register: Register, kept: Sequence[Described], records: Sequence[Any], target: Path) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(
        str(target), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    sheet = book.add_worksheet(register.title[:31])
    _headings(book, sheet, kept)
    formats = {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "money": book.add_format({"num_format": "#,##0.00"}),
        "count": book.add_format({"num_format": "0"}),
    }
    for row, record in enumerate(records, start=1):
        for column, one in enumerate(kept):
            _cell(sheet, row, column, one, getattr(record, one.name), formats)
    if not records:
        _choices(sheet, kept)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _headings(book: Workbook, sheet: Worksheet, kept: Sequence[Described]) -> None:
    text = book.add_format({"num_format": "@"})
    bold = book.add_format({"bold": True, "bg_color": "#EAF0FB", "bottom": 1})
    for column, one in enumerate(kept):
        sheet.set_column(column, column, max(one.chars, 2 * len(one.label)) + 2, text)
        sheet.write_string(0, column, one.label, bold)
        if one.hint:
            sheet.write_comment(0, column, one.hint)
    sheet.freeze_panes(1, 0)


def _cell(
    sheet: Worksheet, row: int, column: int, kept: Described, value: Any, formats: dict[str, Any]
) -> None:
    if value is None:
        return
    if isinstance(kept, DateField):
        sheet.write_datetime(row, column, value, formats["date"])
    elif isinstance(kept, MoneyField):
        sheet.write_number(row, column, value / 100, formats["money"])
    elif isinstance(kept, CountField):
        sheet.write_number(row, column, value, formats["count"])
    else:
        sheet.write_string(row, column, kept.format(value))


def _choices(sheet: Worksheet, kept: Sequence[Described]) -> None:
    """Offer the choices as drop-downs, as far as a drop-down may be long."""
    for column, one in enumerate(kept):
        offered = list(_offered(one))
        if offered and len(",".join(offered)) <= 255:
            sheet.data_validation(
                1, column, 2000, column, {"validate": "list", "source": offered, "error_type": "warning"}
            )


def _offered(kept: Described) -> Iterator[str]:
    if isinstance(kept, ChoiceField):
        yield from kept.offered
    elif isinstance(kept, FlagField):
        yield from ("是", "否")

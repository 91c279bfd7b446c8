"""Reading the cells of a workbook or csv file as the texts a person would have typed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused
from app.exchange.collector import collection_paused
from app.exchange.delimited import read_text
from app.exchange.extent import require_readable
from app.exchange.marks import Marks, marks_of
from app.exchange.sheet import Rows, Sheet, repeat_merged
from app.nearest import perhaps
from app.target import is_open_office

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_BOOKS = {".xlsx", ".xls", ".ods", ".xlsm", ".xlsb", ".et"}
_TEXTS = {".csv", ".txt", ".tsv"}
_EXACT = 10**15  # a spreadsheet keeps 15 digits of a number
_MOST_COLUMNS = 300
_PAGES = (
    b"<!doctype",
    b"<html",
    b"<table",
    b"<meta",
    b"<?xml",
    b"<div",
    b"<style",
    b"<body",
    b"mime-version",
)
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def sheet_names(path: Path) -> list[str]:
    """Return the names of the sheets that are seen, in order; a csv file has none."""
    with _readable(path):
        if path.suffix.lower() in _TEXTS:
            return []
        with _opened(path) as book:
            return _visible(book)


@collection_paused()
def read_sheet(path: Path, name: str = "") -> Sheet:
    """Read a sheet, the first that holds anything unless named; raises Refused when it cannot be read."""
    with _readable(path):
        sheet = _read_text(path) if path.suffix.lower() in _TEXTS else _read_book(path, name)
    if not any(cell.strip() for row in sheet.rows for cell in row):
        raise Refused(f"“{path.name}”是空的，没有可导入的行。请检查是否选错了文件。")
    filled = max(len(row) - row.count("") for row in sheet.rows)
    if filled > _MOST_COLUMNS:
        raise Refused(f"“{path.name}”有 {filled} 列，一张登记表不会这么宽，请删去无关的列后再导入。")
    return sheet


def read_rows(path: Path) -> Rows:
    """Return all rows of a file's first sheet as texts; raises Refused when it cannot be read."""
    return read_sheet(path).rows


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        if path.is_dir():
            raise Refused(f"“{path}”是文件夹，请写明其中的表格文件。")
        if not path.is_file():
            raise Refused(f"找不到文件“{path}”，请检查文件名。")
        if path.suffix.lower() not in _BOOKS | _TEXTS or is_open_office(path):
            raise Refused(f"不认识“{path.name}”这种文件，请用 .xlsx、.xls、.ods 或 .csv。")
        yield
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查是否有权限访问它，磁盘或U盘是否还在。") from error


def _read_text(path: Path) -> Sheet:
    rows = read_text(path)
    return Sheet(path.name, rows, errors=marks_of(path, "", rows).errors)


@contextmanager
def _opened(path: Path) -> Iterator[CalamineWorkbook]:
    from python_calamine import CalamineError, PasswordError

    _require_workbook(path)
    require_readable(path)
    try:
        yield _book(path)
    except PasswordError as error:
        raise Refused(f"“{path.name}”有密码，请先在 Excel 或 WPS 中去掉密码。") from error
    except Refused:
        raise
    except BaseException as error:
        # The reader is written in Rust: what it did not foresee arrives as no Exception at all.
        damaged = CalamineError | ValueError | zipfile.BadZipFile | zlib.error | EOFError | RuntimeError
        if not isinstance(error, damaged) and type(error).__name__ != "PanicException":
            raise
        raise Refused(
            f"“{path.name}”打不开，可能已损坏或不是真正的表格文件，请在 Excel 或 WPS 中另存为 xlsx。"
        ) from error


def _book(path: Path) -> CalamineWorkbook:
    """Open a workbook by its name's suffix, else by what it really is: many an .xls is an .xlsx."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise
    except CalamineError:
        content = path.read_bytes()
        if content.startswith(_COMPOUND) and _ENCRYPTED in content:
            raise PasswordError from None
        return CalamineWorkbook.from_filelike(BytesIO(content))


def _require_workbook(path: Path) -> None:
    """Many programs save a web page and call it .xls; and macros are never what a list needs."""
    if zipfile.is_zipfile(path) and _has_macros(path):
        raise Refused(f"“{path.name}”带有宏，没有读取。请在 Excel 或 WPS 中另存为不带宏的 xlsx 再导入。")
    with path.open("rb") as file:
        head = file.read(512).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if head.startswith(_PAGES):
        raise Refused(f"“{path.name}”其实是网页，不是真正的表格，请用 Excel 或 WPS 打开后另存为 xlsx。")


def _has_macros(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith("vbaProject.bin") for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False  # whoever reads it whole says so


def _visible(book: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _read_book(path: Path, name: str) -> Sheet:
    with _opened(path) as book:
        names = _visible(book)
        if name and name not in names:
            raise Refused(
                f"“{path.name}”中没有名为“{name}”的工作表{perhaps(name, names)}，可选：{'、'.join(names)}。"
            )
        sheet = Sheet(path.name, [])
        for title in [name] if name else names:
            worksheet = book.get_sheet_by_name(title)
            rows = _trimmed(_texts(worksheet.to_python(skip_empty_area=False)))
            merged = worksheet.merged_cell_ranges or []
            if rows:
                marks = _marks(path, title, rows)
                repeat_merged(rows, merged)
                sheet = Sheet(path.name, rows, title, merged, marks.hidden, marks.errors)
                break
        return sheet


def _texts(rows: Sequence[Sequence[object]]) -> Rows:
    # Most cells are text already: asking that here saves a third of the time a large workbook takes.
    return [[cell if type(cell) is str else cell_text(cell) for cell in row] for row in rows]


def _marks(path: Path, name: str, rows: Rows) -> Marks:
    try:
        return marks_of(path, name, rows)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        return Marks()  # damaged where it does not matter to the reader


def _trimmed(rows: Rows) -> Rows:
    """Leave out the empty columns on the right and the empty rows below."""
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((column + 1 for row in rows for column in (_last(row),)), default=0)
    return [row[:width] for row in rows] if rows and len(rows[0]) > width else rows


def _last(row: list[str]) -> int:
    return next((column for column in range(len(row) - 1, -1, -1) if row[column]), -1)


def cell_text(cell: object) -> str:
    """Write a cell's value as text: whole numbers without a point, lost digits still visibly lost."""
    if type(cell) is str:
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        # As the sheet shows it; beyond 15 digits that is Excel's 3.10104E+17.
        return f"{cell:.15g}" if abs(cell) < _EXACT else f"{cell:.5E}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)

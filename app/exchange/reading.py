"""Reading the cells of a workbook or csv file as the texts a person would have typed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum, auto
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused
from app.exchange.collector import collection_paused
from app.exchange.delimited import is_tabbed, read_text
from app.exchange.extent import require_readable
from app.exchange.marks import Marks, marks_of, with_known_errors
from app.exchange.number_formats import EXACT
from app.exchange.old_books import COMPOUND, Protected, is_old_book, old_sheets, open_old, read_old
from app.exchange.open_document import is_open_document, is_protected, read_table, tables
from app.exchange.sheet import (
    Place,
    Rows,
    Sheet,
    sharing_texts,
    trimmed,
    with_merged_repeated,
    with_written_errors,
)
from app.exchange.side_by_side import lists_of
from app.nearest import perhaps
from app.rules.text import LOST_DIGITS
from app.target import is_open_office

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_BOOKS = {".xlsx", ".xls", ".ods", ".xlsm", ".xlsb", ".et"}
_TEXTS = {".csv", ".txt", ".tsv"}
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
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class _Kind(Enum):
    """What reads a file."""

    TEXT = auto()
    NEW = auto()
    OLD = auto()
    OPEN = auto()


def sheet_names(path: Path) -> list[str]:
    """Return the names of the sheets that are seen, in order; a csv file has none."""
    with _readable(path), _understood(path):
        return [name for name, seen in _opened(path).seen.items() if name and seen]


@collection_paused()
def read_sheet(path: Path, name: str = "") -> Sheet:
    """Read a sheet, the first that holds anything unless named; raises Refused when it cannot be read."""
    with _readable(path), _understood(path):
        book = _opened(path)
        if name:
            require_sheet(path.name, name, list(filter(None, book.seen)))
        names = [name] if name else [name for name, seen in book.seen.items() if seen]
        sheets = (book.read(name) for name in names)
        sheet = next((sheet for sheet in sheets if sheet.rows), Sheet(path.name, []))
    require_list(sheet)
    return sheet


@collection_paused()
def read_sheets(path: Path) -> list[Sheet]:
    """Read all sheets, hidden and empty ones, too, each list of several side by side as one.

    Raises Refused when they cannot be read.
    """
    with _readable(path), _understood(path):
        book = _opened(path)
        return [one for sheet in map(book.read, book.seen) for one in lists_of(sheet)]


def require_sheet(book: str, name: str, names: Sequence[str]) -> None:
    """Refuse the name of a sheet that a workbook does not have, offering the nearest."""
    if not names:
        raise Refused(f"“{book}”没有工作表，请不要写工作表的名称。")
    if name not in names:
        meant, offered = perhaps(name, names), "、".join(names)
        raise Refused(f"“{book}”中没有名为“{name}”的工作表{meant}，可选：{offered}。")


def require_list(sheet: Sheet) -> None:
    """Refuse a sheet in which nothing stands, and one that is no list."""
    if not any(cell.strip() for row in sheet.rows for cell in row):
        raise Refused(f"“{sheet.title}”是空的，没有可导入的行。请检查是否选错了文件。")
    filled = max(len(row) - row.count("") for row in sheet.rows)
    if filled > _MOST_COLUMNS:
        raise Refused(f"“{sheet.title}”有 {filled} 列，一张登记表不会这么宽，请删去无关的列后再导入。")


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


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    """Refuse with the reason what no reader understands."""
    from python_calamine import PasswordError

    try:
        yield
    except (PasswordError, Protected) as error:
        raise Refused(f"“{path.name}”有密码，请先在 Excel 或 WPS 中去掉密码。") from error
    except (Refused, OSError):
        raise
    except BaseException as error:
        # The one reader is written in Rust: what it did not foresee arrives as no Exception at all. The
        # other believes each byte of an old workbook, and fails where that leads it.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise Refused(
            f"“{path.name}”打不开，可能已损坏或不是真正的表格文件，请在 Excel 或 WPS 中另存为 xlsx。"
        ) from error


def _kind(path: Path) -> _Kind:
    """Tell what a file really is, whatever it is called: many an .xls is an .xlsx, a web page, a text."""
    with path.open("rb") as file:
        head = file.read(512)
    if path.suffix.lower() in _TEXTS and not head.startswith((b"PK\x03\x04", COMPOUND)):
        return _Kind.TEXT
    if zipfile.is_zipfile(path):
        _require_no_macros(path)
        require_readable(path)
        with zipfile.ZipFile(path) as archive:
            if "xl/workbook.bin" in archive.namelist():
                raise Refused(
                    f"“{path.name}”是二进制工作簿，格式和公式无法核对，请在 Excel 或 WPS 中另存为 xlsx。"
                )
            if not is_open_document(archive):
                return _Kind.NEW
            if is_protected(archive):
                raise Protected
            return _Kind.OPEN
    if head.startswith(COMPOUND) and _ENCRYPTED in path.read_bytes():
        raise Protected
    if is_old_book(head):
        return _Kind.OLD
    plain = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if plain.startswith(_PAGES):
        raise Refused(f"“{path.name}”其实是网页，不是真正的表格，请用 Excel 或 WPS 打开后另存为 xlsx。")
    return _Kind.TEXT if is_tabbed(path) else _Kind.NEW


@dataclass(frozen=True)
class _Opened:
    """A file that was opened: the names of its sheets, whether each is seen, and how one is read.

    What has no sheets, such as a csv file, is one without a name.
    """

    seen: dict[str, bool]
    reader: Callable[[str], Sheet]

    def read(self, name: str) -> Sheet:
        """Read a sheet."""
        sheet = with_written_errors(with_merged_repeated(self.reader(name)))
        return sheet if self.seen[name] else replace(sheet, is_hidden=True)


def _opened(path: Path) -> _Opened:
    match _kind(path):
        case _Kind.TEXT:
            return _Opened({"": True}, lambda _: Sheet(path.name, read_text(path)))
        case _Kind.OLD:
            old = open_old(path)
            return _Opened(old_sheets(old), partial(read_old, old, path.name))
        case _Kind.OPEN:
            return _Opened(tables(path), partial(read_table, path))
        case _:
            new = _book(path)
            return _Opened(_sheets(new), partial(_read_new, path, new))


def _book(path: Path) -> CalamineWorkbook:
    """Open a workbook by its name's suffix, else by what it really is."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise
    except CalamineError:
        return CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))


def _require_no_macros(path: Path) -> None:
    """Macros are never what a list needs."""
    if _has_macros(path):
        raise Refused(f"“{path.name}”带有宏，没有读取。请在 Excel 或 WPS 中另存为不带宏的 xlsx 再导入。")


def _has_macros(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith("vbaProject.bin") for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False  # whoever reads it whole says so


def _sheets(book: CalamineWorkbook) -> dict[str, bool]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return {
        sheet.name: sheet.visible == SheetVisibleEnum.Visible
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    }


def _read_new(path: Path, book: CalamineWorkbook, name: str) -> Sheet:
    worksheet = _worksheet(path, book, name)
    inexact: dict[Place, str] = {}
    rows = list(sharing_texts(_texts(worksheet, inexact)))
    marks = _marks(path, name)
    marks.errors.update(inexact)
    marks.write_into(rows)
    merged = worksheet.merged_cell_ranges or []
    return Sheet(
        path.name,
        trimmed(rows),
        name,
        merged,
        marks.hidden,
        marks.errors,
        marks.days,
        marks.from_1904,
        frozenset(marks.hidden_rows),
    )


def _worksheet(path: Path, book: CalamineWorkbook, name: str) -> CalamineSheet:
    """Return a sheet; a code of a failed formula that the reader does not know is read as one it does."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        if "cell error" not in str(error):
            raise
        return CalamineWorkbook.from_filelike(with_known_errors(path, name)).get_sheet_by_name(name)


def _texts(worksheet: CalamineSheet, inexact: dict[Place, str]) -> Iterator[list[str]]:
    """Yield the rows as texts, and note what is wrong with numbers that lost their last digits.

    Row by row: the reader's own values of a large sheet need not be in memory with them.
    """
    margin = [""] * (worksheet.start[1] if worksheet.start else 0)  # the rows are whole, the columns are not
    for number, cells in enumerate(worksheet.iter_rows()):
        # Most cells are text already: asking that here saves a third of the time a large workbook takes.
        texts = [cell if type(cell) is str else cell_text(cell) for cell in cells]
        if "E+" in "".join(texts):
            for column, cell in enumerate(cells, start=len(margin)):
                if isinstance(cell, float) and abs(cell) >= EXACT:
                    inexact[number, column] = LOST_DIGITS
        yield margin + texts


def _marks(path: Path, name: str) -> Marks:
    if not zipfile.is_zipfile(path):
        return Marks()
    try:
        return marks_of(path, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
        return Marks()  # damaged where it does not matter to the reader


def cell_text(cell: object) -> str:
    """Write a cell's value as text: whole numbers without a point, lost digits still visibly lost."""
    if type(cell) is str:
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        # Beyond 15 digits it is Excel's 3.10104E+17.
        return f"{cell:.15g}" if abs(cell) < EXACT else f"{cell:.5E}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)

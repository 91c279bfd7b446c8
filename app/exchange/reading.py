"""Reading the cells of a workbook or csv file as the texts a person would have typed."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.exchange.extent import require_readable
from app.target import is_open_office

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Rows = list[list[str]]

_BOOKS = {".xlsx", ".xls", ".ods", ".xlsm", ".xlsb", ".et"}
_TEXTS = {".csv", ".txt", ".tsv"}
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_EXACT = 10**15  # a spreadsheet keeps 15 digits of a number


def read_rows(path: Path) -> Rows:
    """Return all rows of a file's first visible sheet as texts; raises Refused when it cannot be read."""
    try:
        if path.is_dir():
            raise Refused(f"“{path}”是文件夹，请写明其中的表格文件。")
        if not path.is_file():
            raise Refused(f"找不到文件“{path}”，请检查文件名。")
        rows = _rows(path)
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查是否有权限访问它，磁盘或U盘是否还在。") from error
    if not any(cell.strip() for row in rows for cell in row):
        raise Refused(f"“{path.name}”是空的，没有可导入的行。请检查是否选错了文件。")
    return rows


def _rows(path: Path) -> Rows:
    kind = path.suffix.lower()
    if kind not in _BOOKS | _TEXTS or is_open_office(path):
        raise Refused(f"不认识“{path.name}”这种文件，请用 .xlsx、.xls、.ods 或 .csv。")
    return _read_book(path) if kind in _BOOKS else _read_csv(path)


def _read_book(path: Path) -> Rows:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    require_readable(path)
    try:
        rows = _first_visible(CalamineWorkbook.from_path(path))
    except PasswordError as error:
        raise Refused(f"“{path.name}”有密码，请先在 Excel 或 WPS 中去掉密码。") from error
    except BaseException as error:
        # The reader is written in Rust: what it did not foresee arrives as no Exception at all.
        if not isinstance(error, CalamineError | ValueError) and type(error).__name__ != "PanicException":
            raise
        raise Refused(
            f"“{path.name}”打不开，可能已损坏或不是真正的表格文件，请在 Excel 或 WPS 中另存为 xlsx。"
        ) from error
    return [[cell_text(cell) for cell in row] for row in rows]


def _first_visible(book: CalamineWorkbook) -> list[list[Any]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for sheet in book.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            return book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
    return []


def _read_csv(path: Path) -> Rows:
    text = _decoded(path)
    try:
        tabbed, separated = (list(csv.reader(StringIO(text), delimiter=one)) for one in "\t,")
    except csv.Error as error:
        raise Refused(f"“{path.name}”不是真正的 csv 文件，请在 Excel 或 WPS 中另存为 xlsx。") from error
    rows = max(separated, tabbed, key=_regularity)
    # Exported text that begins like a formula, or with an apostrophe, has an apostrophe before it.
    return [[cell.strip().removeprefix("'") for cell in row] for row in rows]


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    marked = [encoding for mark, encoding in _ENCODINGS.items() if content.startswith(mark)]
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(f"“{path.name}”的文字编码不认识，请在 Excel 或 WPS 中另存为 xlsx。")


def _regularity(rows: Rows) -> tuple[int, int]:
    """Return how many rows have as many cells as most, and how many that is: a note may hold the other."""
    ((width, count),) = Counter(len(row) for row in rows if len(row) > 1).most_common(1) or ((0, 0),)
    return count, width


def cell_text(cell: Any) -> str:
    """Write a cell's value as text: whole numbers without a point, lost digits still visibly lost."""
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

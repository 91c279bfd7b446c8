"""Reading the cells of a workbook or csv file as the texts a person would have typed."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path
from typing import Any

from app.errors import Refused
from app.fields import Described
from app.rules.text import tidy

_BOOKS = {".xlsx", ".xls", ".ods", ".xlsm", ".xlsb", ".et"}
_HEADING_WITHIN = 20  # rows in which a heading row is looked for, below titles and notes


def read_rows(path: Path) -> list[list[str]]:
    """Return all rows of a file's first sheet as texts; raises Refused when it cannot be read."""
    if not path.is_file():
        raise Refused(f"找不到文件“{path}”，请检查文件名。")
    kind = path.suffix.lower()
    if kind in _BOOKS:
        return _read_book(path)
    if kind in {".csv", ".txt"}:
        return _read_csv(path)
    raise Refused(f"不认识“{path.name}”这种文件，请用 .xlsx、.xls、.ods 或 .csv。")


def _read_book(path: Path) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_path(path)
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise Refused(f"“{path.name}”有密码，请先在 Excel 或 WPS 中去掉密码。") from error
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise Refused(
            f"“{path.name}”打不开，可能已损坏或不是表格文件，请在 Excel 或 WPS 中另存一份。"
        ) from error
    return [[cell_text(cell) for cell in row] for row in rows]


def _read_csv(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refused(f"“{path.name}”的文字编码不认识，请在 Excel 或 WPS 中另存为 xlsx。")
    delimiter = "\t" if text.count("\t") > text.count(",") else ","
    return [[cell.strip() for cell in row] for row in csv.reader(StringIO(text), delimiter=delimiter)]


def cell_text(cell: Any) -> str:
    """Write a cell's value as text: whole numbers without a point, lost digits still visibly lost."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        if cell.is_integer():
            # Beyond 15 digits Excel has rounded: say so in the notation Excel itself shows.
            return f"{int(cell)}" if abs(cell) < 1e15 else f"{cell:.5E}"
        return repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def find_heading(
    rows: Sequence[Sequence[str]], fields: Sequence[Described]
) -> tuple[int, dict[int, Described]]:
    """Return the row that names the most fields, and which column holds which field.

    Raises Refused when no row names any field.
    """
    best: tuple[int, dict[int, Described]] = (-1, {})
    for number, row in enumerate(rows[:_HEADING_WITHIN]):
        named = _named(row, fields)
        if len(named) > len(best[1]):
            best = (number, named)
    if not best[1]:
        wanted = "、".join(kept.label for kept in fields[:6])
        raise Refused(f"没有找到表头。第一行应写明各列的名称，例如：{wanted}。")
    return best


def _named(row: Sequence[str], fields: Sequence[Described]) -> dict[int, Described]:
    by_heading = {same(alias): kept for kept in reversed(fields) for alias in kept.aliases}
    by_heading |= {same(kept.label): kept for kept in fields}
    found: dict[int, Described] = {}
    for column, heading in enumerate(row):
        kept = by_heading.get(same(heading))
        if kept is not None and all(kept is not other for other in found.values()):
            found[column] = kept
    return found


def same(heading: str) -> str:
    """Reduce a heading to what two spellings of it share: no blanks, stars, units in brackets."""
    text = tidy(heading).replace(" ", "").replace("\n", "").strip("*：:")
    return text.removesuffix("(元)").removesuffix("(必填)")

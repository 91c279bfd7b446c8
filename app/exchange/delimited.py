"""Text with separated cells: csv files in the encodings of offices, and blocks pasted from a sheet."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from io import StringIO
from pathlib import Path

from app.errors import Refused
from app.exchange.sheet import Rows, Sheet, sharing_texts, with_written_errors

_MARKED = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_LOOKED_AT = 4096
_PASTED = "粘贴的内容"
_ONLY_HASHES = re.compile("#{2,}")
_TOO_NARROW = "列太窄，内容没有显示出来，请把这一列拉宽后重新复制"
_INSIDE = "\v"  # a line break inside a cell while lines are told apart
_QUOTED = re.compile(r'(?:(?<=[\t\n])|\A)"((?:[^"\t]|"")*)"(?=[\t\n])')
_SEPARATORS = ",\t;|"
_NAMED_SEPARATOR = re.compile(r'"?sep=(.)"?\n', re.IGNORECASE)  # as Excel begins a file for itself
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_KEPT_TEXT = re.compile(r'="((?:[^"]|"")*)"')
"""How other systems keep a spreadsheet from reading a number: ="0012"."""


def read_text(path: Path) -> Rows:
    """Return the rows of a csv or tab separated file; raises Refused when it is none."""
    text = StringIO(decoded(path), newline=None).read()  # line ends of Windows and of old Macs
    if named := _NAMED_SEPARATOR.match(text):
        rows = _rows(text[named.end() :], named[1])
    else:
        separators = [mark for mark in _SEPARATORS if mark in text] or [","]
        rows = max((_rows(text, mark) for mark in separators), key=_regularity)
    for row in rows:
        row[:] = map(_cell, row)
    return rows


def is_tabbed(path: Path) -> bool:
    """Tell whether a file is text with tabs between cells: many systems call that a workbook."""
    try:
        head = decoded(path)[:_LOOKED_AT]
    except Refused:
        return False
    return "\t" in head and not _BINARY.search(head)


def pasted(text: str, html: str = "") -> Sheet:
    """Read a block from the clipboard: the tables of a page where there is one, else cells between tabs.

    A spreadsheet puts both there; the page knows which cells are merged and which rows hidden. A cell that
    begins with a quotation mark is as it stands: marks are put only around line breaks and other marks,
    which are doubled then. Raises Refused where nothing is there.
    """
    from app.exchange.web_table import read_tables

    sheet = Sheet(_PASTED, [[cell.strip() for cell in row] for row in _block(text)])
    page = read_tables(html, _PASTED) if html else None
    if page is not None and not _has_more(sheet, page):
        sheet = page
    if not any(map(any, sheet.rows)):
        raise Refused("没有可粘贴的内容，请先在 Excel 或 WPS 中选中表格（连同表头）并复制。")
    narrow = {
        (number, column): _TOO_NARROW
        for number, row in enumerate(sheet.rows)
        for column, cell in enumerate(row)
        if _ONLY_HASHES.fullmatch(cell)
    }
    return with_written_errors(replace(sheet, errors=narrow))


def _has_more(block: Sheet, page: Sheet) -> bool:
    """Tell whether a block holds rows that its page leaves out, as LibreOffice does with hidden ones."""
    is_whole = {len(row) for row in block.rows} == {page.width} and page.width > 1
    return is_whole and sum(map(any, block.rows)) > sum(map(any, page.rows))


def _block(text: str) -> Rows:
    """Return the rows of a block; quotation marks are read in the way that leaves no row short."""
    lines = StringIO(text, newline=None).read()
    if not lines.endswith("\n"):
        lines += "\n"
    marked = _QUOTED.sub(_unbroken, lines)
    rows = [
        [cell.replace(_INSIDE, "\n") for cell in line.split("\t")]
        for line in marked.removesuffix("\n").split("\n")
    ]
    plain = [line.split("\t") for line in lines.removesuffix("\n").split("\n")]
    return plain if len({len(row) for row in plain}) == 1 < len({len(row) for row in rows}) else rows


def _unbroken(cell: re.Match[str]) -> str:
    """Return a cell that needs its quotation marks without them, as for a line break; any other as it is."""
    needs = "\n" in cell[1] or '""' in cell[1]
    return cell[1].replace('""', '"').replace("\n", _INSIDE) if needs else cell[0]


def _cell(text: str) -> str:
    text = text.strip()
    if kept := _KEPT_TEXT.fullmatch(text):
        return kept[1].replace('""', '"').strip()
    # Exported text that begins like a formula, or with an apostrophe, has an apostrophe before it.
    return text.removeprefix("'")


def _rows(text: str, separator: str) -> Rows:
    try:
        return list(sharing_texts(csv.reader(StringIO(text), delimiter=separator, strict=True)))
    except csv.Error:
        return _tokens(text, separator)  # a quotation mark that is part of its cell


@lru_cache
def _token(separator: str) -> re.Pattern[str]:
    apart = re.escape(separator)
    return re.compile(rf'(?:"((?:[^"]|"")*)"(?=[{apart}\n]|\Z)|([^{apart}\n]*))([{apart}\n]|\Z)')


def _tokens(text: str, separator: str) -> Rows:
    """Read cells one by one: what begins with a quotation mark and does not end with one is as it stands."""
    rows: Rows = [[]]
    for token in _token(separator).finditer(text):
        quoted, plain, end = token.groups()
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        if end == "\n":
            rows.append([])
        elif not end:
            break
    return rows if rows[-1] != [""] else rows[:-1]


def decoded(path: Path) -> str:
    content = path.read_bytes()
    for encoding in _encodings(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(f"“{path.name}”的文字读不出来，请在 Excel 或 WPS 中另存为 xlsx。")


def _encodings(content: bytes) -> tuple[str, ...]:
    """Return what the text may be written in; half of the bytes of separators are zero in UTF-16."""
    for mark, encoding in _MARKED.items():
        if content.startswith(mark):
            return (encoding,)
    head = content[:_LOOKED_AT]
    if b"\0" in head:
        little = head[1::2].count(0) >= head[0::2].count(0)
        return ("utf-16-le",) if little else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _regularity(rows: Rows) -> tuple[int, int]:
    """Return how many rows have as many cells as most, and how many that is: a note may hold the other."""
    ((width, count),) = Counter(len(row) for row in rows if len(row) > 1).most_common(1) or ((0, 0),)
    return count, width

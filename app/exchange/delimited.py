"""Text with separated cells: csv files in the encodings of offices, and blocks pasted from a sheet."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import lru_cache
from io import StringIO
from pathlib import Path

from app.errors import Refused
from app.exchange.sheet import Rows, Sheet, sharing_texts

_MARKED = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_LOOKED_AT = 4096
_SEPARATORS = ",\t;|"
_NAMED_SEPARATOR = re.compile(r'"?sep=(.)"?\n', re.IGNORECASE)  # as Excel begins a file for itself
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_KEPT_TEXT = re.compile(r'="((?:[^"]|"")*)"')
"""How other systems keep a spreadsheet from reading a number: ="0012"."""


def read_text(path: Path) -> Rows:
    """Return the rows of a csv or tab separated file; raises Refused when it is none."""
    text = StringIO(_decoded(path), newline=None).read()  # line ends of Windows and of old Macs
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
        head = _decoded(path)[:_LOOKED_AT]
    except Refused:
        return False
    return "\t" in head and not _BINARY.search(head)


def pasted(text: str) -> Sheet:
    """Read a block as Excel and WPS put it on the clipboard: tabs between cells, breaks inside in quotes."""
    rows = _tokens(text.replace("\r\n", "\n"), "\t")
    if not any(cell.strip() for row in rows for cell in row):
        raise Refused("没有可粘贴的内容，请先在 Excel 或 WPS 中选中表格（连同表头）并复制。")
    return Sheet("粘贴的内容", [[cell.strip() for cell in row] for row in rows])


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


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    for encoding in _encodings(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(f"“{path.name}”的文字编码不认识，请在 Excel 或 WPS 中另存为 xlsx。")


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

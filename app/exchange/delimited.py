"""Text with separated cells: csv files in the encodings of offices, and blocks pasted from a sheet."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

from app.errors import Refused
from app.exchange.sheet import Rows, Sheet

_MARKED = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_LOOKED_AT = 4096


def read_text(path: Path) -> Rows:
    """Return the rows of a csv or tab separated file; raises Refused when it is none."""
    text = _decoded(path)
    try:
        tabbed, separated = (list(csv.reader(StringIO(text), delimiter=mark)) for mark in "\t,")
    except csv.Error as error:
        raise Refused(f"“{path.name}”不是真正的 csv 文件，请在 Excel 或 WPS 中另存为 xlsx。") from error
    rows = max(separated, tabbed, key=_regularity)
    # Exported text that begins like a formula, or with an apostrophe, has an apostrophe before it.
    return [[cell.strip().removeprefix("'") for cell in row] for row in rows]


def pasted(text: str) -> Sheet:
    """Read a block as Excel and WPS put it on the clipboard: tabs between cells, breaks inside in quotes."""
    rows = list(csv.reader(StringIO(text.replace("\r\n", "\n")), delimiter="\t"))
    if not any(cell.strip() for row in rows for cell in row):
        raise Refused("没有可粘贴的内容，请先在 Excel 或 WPS 中选中表格（连同表头）并复制。")
    return Sheet("粘贴的内容", [[cell.strip() for cell in row] for row in rows])


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

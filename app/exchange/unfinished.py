"""A sheet on its way in as a draft keeps it: how it was matched, and what was corrected in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from app.exchange import memory
from app.exchange.proposing import propose
from app.exchange.rows import Row
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet

_MOST_KEPT = 2_000  # corrected rows, and pasted ones: to keep more would let who types wait
_BOOK, _SHEETS, _PASTED, _TITLE = "book", "sheets", "pasted", "title"
_HEADING, _COLUMNS, _CELLS, _DIGEST, _YEAR = "heading", "columns", "cells", "digest", "year"


def drafted(session: ImportSession, book: Path | None, sheets: Sequence[str]) -> dict[str, str]:
    """Return what a person did to a sheet; nothing where she did nothing, or more than can be kept.

    A pasted sheet lies in no `book` and is kept with it.
    """
    corrected = {row.number: row.cells for row in session.rows if row.corrected}
    columns, rows = session.columns, session.sheet.rows
    year = session.options.year
    is_own = bool(corrected) or "指定" in columns.how.values() or year is not None
    if not is_own or len(corrected) > _MOST_KEPT or (book is None and len(rows) > _MOST_KEPT):
        return {}
    texts = {
        _TITLE: session.sheet.title,
        _HEADING: json.dumps([columns.heading.first, columns.heading.last]),
        _COLUMNS: json.dumps(memory.matched(columns), ensure_ascii=False),
        _CELLS: json.dumps(corrected, ensure_ascii=False),
        _DIGEST: _digest(session.sheet),
        _YEAR: str(year or ""),
    }
    if book is None:
        return texts | {_PASTED: json.dumps(rows, ensure_ascii=False)}
    return texts | {_BOOK: str(book), _SHEETS: json.dumps(list(sheets), ensure_ascii=False)}


def book_of(texts: Mapping[str, str]) -> tuple[Path, list[str]] | None:
    """Return the workbook of a draft and the sheets taken of it; None where it was pasted."""
    return (Path(texts[_BOOK]), json.loads(texts[_SHEETS])) if _BOOK in texts else None


def pasted_of(texts: Mapping[str, str]) -> Sheet:
    """Return the sheet of a draft that was pasted."""
    return Sheet(texts[_TITLE], json.loads(texts[_PASTED]))


def title_of(texts: Mapping[str, str]) -> str:
    """Return what the sheet of a draft is called."""
    return texts.get(_TITLE, "")


def take_up(session: ImportSession, texts: Mapping[str, str]) -> str:
    """Match and correct a sheet as the draft says; return what could not be done, in a sentence.

    The rows are rehearsed by the caller.
    """
    first, last = json.loads(texts[_HEADING])
    session.use_heading(first, two_rows=last > first)
    heading = session.columns.heading
    session.columns = propose(
        session.register, session.sheet, heading, remembered=json.loads(texts[_COLUMNS])
    )
    session.columns.how = dict.fromkeys(session.columns.chosen, "指定")
    year = texts.get(_YEAR)
    session.options.year = int(year) if year else None
    if _digest(session.sheet) != texts[_DIGEST]:
        return "表格后来改动过，只恢复了栏目的对应，改正过的格请重新核对。"
    cells = json.loads(texts[_CELLS])
    session.rows = [Row(int(number), row, corrected=True) for number, row in cells.items()]
    return ""


def _digest(sheet: Sheet) -> str:
    return sha256(repr(sheet.rows).encode(errors="replace")).hexdigest()

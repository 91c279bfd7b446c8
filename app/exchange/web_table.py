"""Tables of web pages: how spreadsheets, word processors and browsers put cells on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from app.exchange.sheet import Range, Rows, Sheet, trimmed, with_merged_repeated

_SILENT = {"style", "script", "head", "title", "template"}
_OF_TABLES = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"}
_LINES = {"br", "p", "div", "li"}
_VOID = {"br", "col", "img", "input", "hr", "meta", "link", "wbr", "area", "base", "embed", "source", "track"}
_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
_BREAK = re.compile(r"[ \t\r\n\f]+")
_BREAK_IN_CHINESE = re.compile(f"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_SHORTENED = re.compile(r"[0-9.]+E[+-]?[0-9]+|#+", re.IGNORECASE)
_MOST_SPANNED = 1000  # what a page says of more is no table of an office


@dataclass
class _Cell:
    """A cell while it is read: its text and the tables in it, how far it reaches, the number behind both."""

    content: list[str | _Table] = field(default_factory=list)
    down: int = 1
    right: int = 1
    number: str = ""

    @property
    def text(self) -> str:
        """Return the text as it is written, that of tables in the cell in lines of their own."""
        return "".join(part if isinstance(part, str) else f"\n{part.text}\n" for part in self.content)

    @property
    def inner(self) -> list[_Table]:
        """Return the tables in the cell."""
        return [part for part in self.content if isinstance(part, _Table)]

    @property
    def shown(self) -> str:
        """Return the text, in lines; the number itself where the column is too narrow to show it."""
        lines = [" ".join(line.split()) for line in self.text.replace("\xa0", " ").split("\n")]
        text = "\n".join(lines).strip("\n")
        return self.number if self.number and _SHORTENED.fullmatch(text) else text


@dataclass
class _Table:
    """A table while it is read."""

    rows: list[list[_Cell]] = field(default_factory=list)
    is_hidden: bool = False  # the part that is read
    hidden_rows: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    columns: int = 0
    cell: _Cell | None = None

    @property
    def cells(self) -> Iterator[_Cell]:
        """Yield the cells, row by row."""
        return (cell for row in self.rows for cell in row)

    @property
    def text(self) -> str:
        """Return the text of a table that stands in a cell of another: its rows in lines."""
        return "\n".join(" ".join(filter(None, (cell.shown for cell in row))) for row in self.rows)

    @property
    def filled(self) -> int:
        """Return how many cells hold text, those of the tables within them counted instead of them."""
        return sum(
            sum(table.filled for table in cell.inner) if cell.inner else bool(cell.shown)
            for cell in self.cells
        )

    @property
    def lists(self) -> list[_Table]:
        """Return the tables that are meant: those in its cells where it but places them, else itself.

        A page holds its list in a table with a menu beside it; a list may hold a small table in a cell.
        """
        inner = [table for cell in self.cells for table in cell.inner]
        within = sum(table.filled for table in inner)
        if within <= self.filled - within:
            return [self]
        return [table for one in inner for table in one.lists]


class _Reader(HTMLParser):
    """Reads all tables of a page, those inside the cells of others with these."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._unseen: list[str] = []  # the tags opened since the one that hides what is in it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        is_unseen = bool(_UNSEEN.search(told.get("style", ""))) or "hidden" in told
        if self._unseen or tag in _SILENT or (is_unseen and tag not in _OF_TABLES):
            if tag not in _VOID:
                self._unseen.append(tag)
            return
        match tag:
            case "table":
                within = self._open[-1].cell if self._open else None
                self._open.append(_Table())
                (self.tables if within is None else within.content).append(self._open[-1])
            case "tr" if self._open:
                self._end_cell()
                table = self._open[-1]
                table.rows.append([])
                if is_unseen or table.is_hidden:
                    table.hidden_rows.add(len(table.rows) - 1)
            case "thead" | "tbody" | "tfoot" if self._open:
                self._open[-1].is_hidden = is_unseen
            case "td" | "th" if self._open:
                self._begin_cell(told)
            case "col" if self._open:
                self._note_columns(told, is_unseen=is_unseen)
            case _ if tag in _LINES:
                self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag in self._unseen:
                while self._unseen.pop() != tag:
                    pass
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _LINES:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen and self._open and self._open[-1].cell is not None:
            # In the source of a page a new line is a blank, and between Chinese characters nothing.
            text = _BREAK.sub(" ", _BREAK_IN_CHINESE.sub("", data))
            self._open[-1].cell.content.append(text)

    def _begin_cell(self, told: Mapping[str, str]) -> None:
        self._end_cell()
        table = self._open[-1]
        if not table.rows:
            table.rows.append([])
        number = told.get("x:num") or told.get("sdval") or ""
        table.cell = _Cell([], _span(told.get("rowspan")), _span(told.get("colspan")), number)
        table.rows[-1].append(table.cell)

    def _end_cell(self) -> None:
        if self._open:
            self._open[-1].cell = None

    def _break(self, tag: str) -> None:
        """Begin a line; the end of a paragraph and the beginning of the next are one."""
        cell = self._open[-1].cell if self._open else None
        if cell is not None and (tag == "br" or not cell.text.rstrip(" ").endswith("\n")):
            cell.content.append("\n")

    def _note_columns(self, told: Mapping[str, str], *, is_unseen: bool) -> None:
        table, many = self._open[-1], _span(told.get("span"))
        if is_unseen:
            table.hidden.update(range(table.columns, table.columns + many))
        table.columns += many


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MOST_SPANNED) if text and text.isdecimal() else 1


def read_tables(html: str, title: str) -> Sheet | None:
    """Return the tables of a page, one below the other, as a sheet; None where there is none.

    Hidden rows and columns are there and told; merged cells stand in each of their rows.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    rows: Rows = []
    merged: list[Range] = []
    hidden_rows: set[int] = set()
    tables = [table for one in reader.tables for table in one.lists]
    for table in tables:
        start = len(rows)
        rows += _laid_out(table, start, merged)
        hidden_rows.update(start + row for row in table.hidden_rows)
    if not any(any(row) for row in rows):
        return None
    hidden = frozenset(tables[0].hidden) if len(tables) == 1 else frozenset()
    sheet = Sheet(title, trimmed(rows), "", merged, hidden, hidden_rows=frozenset(hidden_rows))
    return with_merged_repeated(sheet)


def _laid_out(table: _Table, start: int, merged: list[Range]) -> Iterator[list[str]]:
    """Yield the rows of a table, each cell in its column, and note the merged ones."""
    reaching: dict[int, int] = {}  # by column, through how many more rows a cell from above reaches
    for number, cells in enumerate(table.rows, start=start):
        row: list[str] = []
        covered = {column for column, rows in reaching.items() if rows}
        reaching = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
        for cell in cells:
            while len(row) in covered:
                row.append("")
            column = len(row)
            row += [cell.shown, *[""] * (cell.right - 1)]
            if cell.down > 1 or cell.right > 1:
                merged.append(((number, column), (number + cell.down - 1, column + cell.right - 1)))
            if cell.down > 1:
                reaching |= dict.fromkeys(range(column, column + cell.right), cell.down - 1)
        yield row

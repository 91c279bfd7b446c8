"""The tables of a report: lines of cells, under one that names the columns, under one with the units."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = re.compile(r"\s*[0-9０-９][0-9０-９,，.．%％ ]*\s*")
_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")
_GENERAL = re.compile(
    r"(?:本期|累计|实际|目标|计划)?(?:数[量值据字]?|内容|情况|实绩|完成(?:数|情况|值)?|指标|合计|小计)"
)
_LAST_YEAR = re.compile(r"(?:[去上]年度?|上一年)(?:同期|同月)?(?:数|完成(?:数|情况|值)?)?|同期数?")
_CHANGE = re.compile(
    r"(?:同比|环比|[比较][去上]年(?:同期)?)?(?:增长|增减|增幅|升降|增降|±|变化|同比)"
    r"(?:率|幅度?|数|额|情况|%)*(?:[(（][^)）]*[)）])?"
)
_OF_MONEY = re.compile("(?:金额|资金|经费|善款|保费|会费|[问助]金|折价|收入|支出|结余|余额)$")
_OF_COUNTS = re.compile("数量?$|人次$|[(（].+[)）]$")
_OF_SHARES = re.compile("(?:率|比例|占比|比重)$")
_WIDE_BLANK = re.compile(r"(?<=\S)(?: {2,}|[ ]*\u3000[ \u3000]*)(?=\S)")
_FEWEST_WIDE = 2
_UNITS = re.compile(r"^\s*[(（]?(?:计量|金额|货币)?单位\s*[:：]\s*(?P<units>[^)）\s]{1,20})[)）]?\s*$")
_COUNTS_NOTHING = re.compile(r"序号|编号|电话|手机|日期|时间|[页号]码|备注")


@dataclass(frozen=True)
class _Row:
    """A line of a report: where it and its cells begin, the heads of its columns, the units told above it."""

    begins: int
    cells: tuple[int, ...]
    head: tuple[str, ...] = ()
    units: str = ""


class Tables:
    """Knows, for each place of a report, what its column is called; nothing where it stands in no table.

    A row has tabs between its cells, or wide blanks between three or more.
    """

    def __init__(self, report: str) -> None:
        self._rows: list[_Row] = []
        begins = 0
        head: tuple[str, ...] = ()
        units, is_of_rows_before = "", False
        for line in report.split("\n"):
            cells = _cells(line)
            is_row = len(cells) > 1
            if not is_row:
                head = ()
                said = _UNITS.search(line)
                units = said["units"] if said else "" if is_of_rows_before or _is_prose(line) else units
                is_of_rows_before = False
            texts = tuple(line[first:last].strip() for first, last in pairwise([*cells, len(line)]))
            self._rows.append(_Row(begins, cells, head, units if is_row else ""))
            if is_row and not head and not any(map(_is_number, texts)):
                head = texts
            is_of_rows_before |= is_row
            begins += len(line) + 1

    def heading_at(self, place: int) -> str:
        """Return how the column is called in which a place stands; empty where it has no name."""
        row = self._row_at(place)
        column = bisect_right(row.cells, place - row.begins) - 1
        return row.head[column] if column < len(row.head) else ""

    def units_at(self, place: int) -> str:
        """Return the units that stand above the table in which a place stands: 万元 of （单位：万元）."""
        return self._row_at(place).units

    def _row_at(self, place: int) -> _Row:
        return self._rows[bisect_right(self._rows, place, key=lambda row: row.begins) - 1]


def _cells(line: str) -> tuple[int, ...]:
    """Return where the cells of a line begin; one where it is no row of a table."""
    if "\t" in line:
        return (0, *(match.end() for match in re.finditer("\t", line)))
    wide = [match.end() for match in _WIDE_BLANK.finditer(line)]
    return (0, *wide) if len(wide) >= _FEWEST_WIDE else (0,)


def _is_prose(line: str) -> bool:
    """Tell whether a line is no caption, which stands between a table and its units."""
    return line.rstrip().endswith(("。", "；", "："))


def says_what(heading: str) -> bool:
    """Tell whether a heading names what is counted: 会员数, not 数量 or 完成情况."""
    return bool(heading) and not (
        _COUNTS_NOTHING.search(heading)
        or _GENERAL.fullmatch(heading)
        or of_last_year(heading)
        or tells_change(heading)
    )


def of_last_year(heading: str) -> bool:
    """Tell whether a column has what the year before had: 去年同期."""
    return bool(_LAST_YEAR.fullmatch(heading))


def tells_change(heading: str) -> bool:
    """Tell whether a column has by how much its row has risen or fallen: 增长%, 同比增减."""
    return bool(_CHANGE.fullmatch(heading))


def unit_of(name: str) -> str:
    """Return the unit in which a name says its number to be: 元 of 慰问金额, % of 建会率; else nothing."""
    if _OF_MONEY.search(name):
        return "元"
    return "%" if _OF_SHARES.search(name) else ""


def unit_below(units: str, name: str) -> str:
    """Return the unit of a number that has none of its own, by what stands above its table and its name.

    Where several stand there (单位：人、万元), an amount takes that of money.
    """
    told = re.split("[、,，/和]", units)
    of_name = unit_of(name)
    if of_name:
        return next((unit for unit in told if unit.endswith(of_name)), of_name)
    return told[0] if len(told) == 1 and not _OF_COUNTS.search(name) else ""


def counts_nothing(heading: str) -> bool:
    """Tell whether the figures of a column count nothing: 序号, 联系电话."""
    return bool(_COUNTS_NOTHING.search(heading))


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)

"""The tables of a report: lines of cells with tabs between them, under a line that names the columns."""

from __future__ import annotations

import re
from bisect import bisect_right

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
_OF_SHARES = re.compile("(?:率|比例|占比|比重)$")
_COUNTS_NOTHING = re.compile(r"序号|编号|电话|手机|日期|时间|[页号]码|备注")


class Tables:
    """Knows, for each place of a report, what its column is called; nothing where it stands in no table."""

    def __init__(self, report: str) -> None:
        self._begins: list[int] = []
        self._rows: list[list[str]] = []
        self._heads: list[list[str]] = []
        begins = 0
        head: list[str] = []
        for line in report.split("\n"):
            cells = line.split("\t")
            is_row = len(cells) > 1
            if not is_row:
                head = []
            self._begins.append(begins)
            self._rows.append(cells)
            self._heads.append(head)
            if is_row and not head and not any(_is_number(cell) for cell in cells):
                head = cells
            begins += len(line) + 1

    def heading_at(self, place: int) -> str:
        """Return how the column is called in which a place stands; empty where it has no name."""
        line = bisect_right(self._begins, place) - 1
        head, at = self._heads[line], self._begins[line]
        for column, cell in enumerate(self._rows[line]):
            at += len(cell) + 1
            if place < at:
                return head[column].strip() if column < len(head) else ""
        return ""


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


def counts_nothing(heading: str) -> bool:
    """Tell whether the figures of a column count nothing: 序号, 联系电话."""
    return bool(_COUNTS_NOTHING.search(heading))


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)

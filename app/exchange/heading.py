"""Making out a sheet: which rows name the columns, and which rows are sums and signatures."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import zip_longest

from app.errors import Refused
from app.exchange.sheet import Sheet
from app.fields import PersonNameField, TextField
from app.register import Register
from app.rules.text import tidy

_WITHIN = 20  # rows in which the headings are looked for, below titles and notes
_LYING = 3  # names below each other
_SUMS = (
    "(本[日周旬月季年页期]|全年)?(合计|小计|总计|共计|累计|发生额.*)"
    "|承前页|过次页|转下页|[月季年]结|上[月季页][结余]."
)
_TOTALS = re.compile(_SUMS)
_TOTALS_OR_SIGNATURES = re.compile(
    rf"({_SUMS})([:：(（].*)?"
    r"|(以上)?(本页)?(合计|小计|总计|共计|累计|总?共有?)[:：]?[0-9.,]+[人名户家份条件起项笔元].*"
    r"|总?[人户]数[:：]?[0-9]+.?"
    r"|(制表|填表|填报|审核|审批|复核|经办|负责|统计|单位负责)(人|日期|时间)?(签名|签字|\(签字\))?[:：].*"
    r"|(备注|说明|填表说明|注)[:：].*"
    r"|(单位|工会|社区|负责人|领导)?(\((盖章|公章|签章|签字|签名)\)([:：].*)?|(盖章|公章|签章|签字|签名)[:：].*)"
)
OTHERS = re.compile("配偶|家属|亲属|父|母|子女|介绍人|联系人|监护|代理|推荐|法人|负责人|经办")
"""What in a heading tells that somebody else is meant than whom the row is about."""
LEFT = re.compile("退|离|转出|迁出|注销|撤|停|死亡|去世")
"""What in a heading tells that a list is of those who are no longer there."""
_BRACKETS = re.compile(r"[(\[【〔<{]([^()\[\]【】〔〕<>{}]*)[)\]】〕>}]")
_WHOLE = {"总数", "合计", "总计", "小计", "共计", "人数", "总人数", "数量"}
"""What heads the first column of a group that holds what the group is called, beside its parts."""
_PARTS = re.compile(
    "男|女|男性|女性|男职工|女职工|(去|上|本|今|当|前)(年|月|季度?|期).*|累计|曾用.*|原.*|新.*|旧.*|其中.*"
)
_USUAL = re.compile("中文|汉字|本人|全称|必填.*|公历|阳历|元")
COUNTED = re.compile(r"\s*[0-9][0-9,.]*\s*[人名户家份元]?\s*")
"""A cell that says how many or how much, in a row of totals or beside a note."""
_DAY = re.compile(r"((填表|制表|填报)?(日期|时间)[:：]?)?[0-9_]*年[0-9_]*月[0-9_]*日")


@dataclass(frozen=True)
class Heading:
    """The row or the two rows that name the columns, counted as Excel counts.

    `names` has the name of each column; where two rows were joined, `groups` has the upper one.
    """

    first: int
    last: int
    names: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def whole(self) -> tuple[str, ...]:
        """Return each column's name with that of its group, as a person would say it."""
        pairs = zip(self.groups, self.names, strict=True)
        return tuple(f"{group}/{name}" if group and name else name or group for group, name in pairs)

    @cached_property
    def spellings(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return what each heading may say: with its group, alone, and both without notes in brackets.

        Those say nothing where the notes tell columns apart: 人数(男), 人数(女); of 姓名(中文) and
        姓名(拼音) the first is meant.
        """
        bare = [_without_notes(name) for name in self.names]
        told = []
        for group, name, plain in zip(self.groups, self.names, bare, strict=True):
            is_alone = plain == normalized(name) or _is_meant(name, plain, bare, self.names)
            above = _BRACKETS.sub("", normalized(group))
            notes = (normalized(above + plain), plain) if plain and is_alone else ("", "")
            alone = normalized(group) if group and normalized(name) in _WHOLE else normalized(name)
            told.append((normalized(group + name), alone, *notes))
        return tuple(told)

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """Return the names by which a workbook of the same kind is known again."""
        return tuple(map(normalized, self.whole))


def find_heading(sheet: Sheet, known: Collection[str], wanted: Sequence[str]) -> Heading:
    """Find the row, or the two rows, that hold the most known names.

    Raises Refused, naming what was `wanted`, when no row holds any.
    """
    width = sheet.width  # of all rows
    candidates = [
        _heading_of_one_row(sheet, number, width) for number in range(1, min(len(sheet.rows), _WITHIN) + 1)
    ]
    best = max(candidates, key=lambda heading: _count_known(heading, known), default=None)
    if best is None or not _count_known(best, known):
        remedy = f"请有一行写明各列的名称，例如：{'、'.join(wanted[:6])}"
        raise Refused(f"没有找到表头。{remedy}；没有合适的台账时，可在“自设台账”中按这份表格新建。")
    _refuse_lying(sheet, best, known)
    below = heading_at(sheet, best.first, two_rows=True)
    above = heading_at(sheet, best.first - 1, two_rows=True) if best.first > 1 else below
    joined = max(below, above, key=lambda heading: _count_known(heading, known))
    more = _count_known(joined, known) - _count_known(best, known)
    is_one = more == 0 and (_merged_over(sheet, joined) or _names_below_groups(sheet, joined, known))
    return joined if more > 0 or is_one else best


def _refuse_lying(sheet: Sheet, best: Heading, known: Collection[str]) -> None:
    """Refuse a list that lies: its names stand below each other, each record in a column."""
    if _count_known(best, known) > 1:
        return
    for column, cells in enumerate(zip_longest(*sheet.rows[:_WITHIN], fillvalue=""), start=1):
        if len({normalized(cell) for cell in cells} & set(known)) >= _LYING:
            raise Refused(
                f"各项的名称写在第 {column} 列，一条记录占一列。请在 Excel 或 WPS 中全部复制，"
                "在新表中用“选择性粘贴”的“转置”粘贴，再导入。"
            )


def _merged_over(sheet: Sheet, heading: Heading) -> bool:
    """Tell whether cells of a two-row heading are merged from the one row into the other."""
    rows = range(heading.first - 1, heading.last)
    return heading.last > heading.first and any(
        top == rows[0] and bottom == rows[-1] for (top, _), (bottom, _) in sheet.merged
    )


def _names_below_groups(sheet: Sheet, heading: Heading, known: Collection[str]) -> bool:
    """Tell whether the lower row of a heading names columns below the groups of the upper one alone.

    A record would begin where the list does.
    """
    upper, lower = sheet.rows[heading.first - 1], sheet.rows[heading.last - 1]
    first = next((column for column, cell in enumerate(upper) if cell.strip()), 0)
    begins_later = first >= len(lower) or not lower[first].strip()
    return begins_later and heading.last > heading.first and any(normalized(cell) in known for cell in lower)


def heading_at(sheet: Sheet, number: int, *, two_rows: bool = False) -> Heading:
    """Read a row, counted as Excel counts, as the heading; with the row below it where asked."""
    width = sheet.width
    if not two_rows or number >= len(sheet.rows):
        return _heading_of_one_row(sheet, number, width)
    upper, lower = _padded(sheet.rows[number - 1], width), _padded(sheet.rows[number], width)
    _spread(sheet, number - 1, upper, lower)
    pairs = [("", low) if up == low else (up, low) for up, low in zip(upper, lower, strict=True)]
    names = tuple(low or up for up, low in pairs)
    groups = tuple(up if low else "" for up, low in pairs)
    return Heading(number, number + 1, names, groups)


def _heading_of_one_row(sheet: Sheet, number: int, width: int) -> Heading:
    names = tuple(_padded(sheet.rows[number - 1], width))
    return Heading(number, number, names, ("",) * len(names))


def _spread(sheet: Sheet, row: int, upper: list[str], lower: Sequence[str]) -> None:
    """Let the name of a group stand over all its columns; blanks show them where no cells are merged."""
    merged = [(left, right) for (top, left), (_, right) in sheet.merged if top == row and right > left]
    for left, right in merged:
        upper[left : right + 1] = [upper[left]] * (min(right + 1, len(upper)) - left)
    if not sheet.merged:
        for column in range(1, len(upper)):
            if not upper[column] and lower[column] and lower[column - 1] and upper[column - 1]:
                upper[column] = upper[column - 1]


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [" ".join(cell.split()) for cell in row] + [""] * (width - len(row))


def _count_known(heading: Heading, known: Collection[str]) -> int:
    """Count the different known names, each by itself or with that of its group."""
    every = ((spelled[1], spelled[0], *spelled[2:]) for spelled in heading.spellings)
    return len({next((one for one in spelled if one in known), "") for spelled in every} & set(known))


@cache
def normalized(heading: str) -> str:
    """Reduce a heading to what two spellings of it share: no blanks, stars, dots, units in brackets."""
    text = "".join(tidy(heading).split()).strip("*:").replace("·", "").replace("其中:", "其中")
    return text.removesuffix("(元)").removesuffix("/元").removesuffix("(必填)").strip("*")


@cache
def _without_notes(heading: str) -> str:
    """Leave out what brackets add to a heading: 姓名(中文); empty where that makes it another one's."""
    name = normalized(heading)
    notes = _BRACKETS.findall(name)
    if any(OTHERS.search(note) or _PARTS.fullmatch(note) for note in notes):
        return ""
    return normalized(_BRACKETS.sub("", name)) if notes else name


def _is_usual(heading: str) -> bool:
    """Tell whether the notes of a heading only say what is meant anyway."""
    return all(_USUAL.fullmatch(note) for note in _BRACKETS.findall(normalized(heading)))


def _is_meant(name: str, plain: str, bare: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a heading is the only one that says this without its notes, or the usual one of those."""
    same = [other for other, one in zip(names, bare, strict=True) if one == plain]
    return len(same) == 1 or [other for other in same if _is_usual(other)] == [name]


def is_totals_row(row: Sequence[str], columns: Mapping[str, int], register: Register) -> bool:
    """Tell whether a row below a list holds totals or signatures: it begins with their word, names nobody.

    `columns` are those that fill fields, by the field's name. Numbers before the word are no words: of
    sheets that were joined the columns of one may stand in the order of another.
    """
    columns_of_titles = (columns[name] for name in _titles(register) if name in columns)
    titles = (row[column] for column in columns_of_titles if column < len(row))
    if any(_TOTALS.fullmatch("".join(tidy(title).split())) for title in titles):
        return True
    first = _first_word(row)
    if _is_day_alone(first, row):
        return True
    if not _is_total(first):
        return False
    texts = texts_of(row, columns)
    names = [texts.get(field.name) for field in register.record.naming if isinstance(field, PersonNameField)]
    return all(name in (None, first) or any(char.isdigit() for char in name) for name in names)


def begins_with_total(row: Sequence[str]) -> bool:
    """Tell whether a row begins with the word of totals or of signatures."""
    return _is_total(_first_word(row))


@lru_cache(maxsize=4_096)  # where a list begins with the unit or the kind, few words stand there
def _is_total(word: str) -> bool:
    return bool(_TOTALS_OR_SIGNATURES.fullmatch("".join(tidy(word).split())))


def _is_day_alone(first: str, row: Sequence[str]) -> bool:
    alone = all(cell in ("", first) or cell.isspace() for cell in row)
    return alone and bool(_DAY.fullmatch("".join(tidy(first).split())))


def _first_word(row: Sequence[str]) -> str:
    """Return the first cell of a row that says more than a number."""
    return next((cell for cell in row if cell and not cell.isspace() and not COUNTED.fullmatch(cell)), "")


@cache
def _titles(register: Register) -> tuple[str, ...]:
    """Return the names of the fields that title what is no person: 本月合计 is no line of a cash book."""
    return tuple(field.name for field in register.record.naming if isinstance(field, TextField))


def texts_of(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """Return the texts of a row's filled cells by the field's name."""
    return {name: row[column] for name, column in columns.items() if column < len(row) and row[column]}

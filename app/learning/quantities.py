"""The numbers of a report: how many of what, of which days, compared with what, part of which.

A grammar of Chinese work reports: a numeral with its measure word, a percentage, an amount; what is counted
stands behind it, else before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile

from app.learning.plain import MASK, Plain, masked, plain
from app.learning.spans import Span, dates_masked, sentences_of, spans_in
from app.rules.numerals import read_numeral
from app.rules.periods import Period
from app.rules.periods import year as year_of

UNITS = (
    "人次 人(次) 个百分点 个月 人 名 位 家 户 个 份 次 起 件 期 场 支 "
    "篇 块 项 对 元 % 条 届 种 类 批 本 册 处 张 笔 幅 台 套 盒 箱 袋 天 "
    "小时 课时 岁 分 门 间 所 座 辆 只 枚 面 组 队 例 宗 桩 亩 平方米 公里 学时 "
    "人天"
).split()
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_SMALL = "〇零一二两三四五六七八九十百千万亿"
_CAPITAL = "(?:[壹贰叁肆伍陆柒捌玖][拾佰仟万萬亿億零]+)+[壹贰叁肆伍陆柒捌玖]?"  # on its own, 陆 is a name
_FIGURES = r"[0-9]+(?:\.[0-9]+)?"
_ABOUT_BEFORE = "近|约|大约|将近|接近|超过?|逾|达到?近|不少于|至少|最多|不到|上"
_MIXED = rf"{_FIGURES}(?:[万亿千百](?:[0-9]+[千百]?)?)?"
_SHAPE = re.compile(
    rf"(?P<before>{_ABOUT_BEFORE})?"
    rf"(?:(?P<percent>百分之[{_SMALL}]+(?:点[〇零一二三四五六七八九]+)?)"
    rf"|(?P<low>{_FIGURES})[-—–－~～至到](?P<high>{_FIGURES})(?P<ranged>{_UNIT})"
    rf"|(?P<figures>{_MIXED})(?P<more>余|多|来)?(?P<scale>[万亿])?(?P<more2>余|多)?(?P<unit>{_UNIT})?"
    rf"|(?P<words>[{_SMALL}]+|{_CAPITAL})(?P<wmore>余|多|来|几)?(?P<wscale>[万亿])?(?P<wunit>{_UNIT}))"
    rf"(?P<after>以上|以下|左右|上下)?"
)
_IN_A_COLUMN = re.compile(rf"[\t 　（(](?P<scale>万|亿)?(?P<unit>{_UNIT})[）)]?[0-9.,\t 　]*$")
"""The unit of a table's row, which stands before its numbers: 慰问金额 万元 8 8.6."""
_ROW = 60  # characters of a table's row before its last number
_EACH_OF = re.compile(r"(?P<things>[^，。；：,;:\x00]+?)分别(?:为|是|有|达到?|占)?(?:近|约)?$")
_AND = re.compile(r"[、和及与以，,\s]*")
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 10**2}
_LONGEST_HEADING = 30
_LEAD = 8  # 1、上半年，…: what stands so near to its beginning speaks of the whole paragraph
_GROWN = re.compile(r"(?:增长|增加|上升|提高|下降|减少|降低|增|减)(?:了|至|到)?(?:近|约)?$")
_LEVEL = re.compile(r"(?:增长|增加|上升|提高|下降|减少|降低)(?:至|到)(?:近|约)?$")
_LAST = re.compile(
    r"(?:比|较|同比|与)(?:去年|上年|上一年|前年|[0-9]{4}年)?(?:同期|末|底|度)?(?:相比)?[，,]?[^，。；,]{0,8}$"
)
_SHARES = ("%", "个百分点")
_ACT = re.compile(
    "提供|推出|达成|参加|参与|获得|发放|送去|签订|签约|覆盖|涵盖|捐款|捐出|募集|追回|挽回|领取|组成|编发|征订|缴纳|实行|建立"
)
_COMMA = re.compile(r"[，,。；;：:！？\n、（）()\x00]")


class Role(StrEnum):
    """What a number says of its thing."""

    LEVEL = "数"
    CHANGE = "增减"
    DIFFERENCE = "增减数"


@dataclass(frozen=True)
class Quantity:
    """A number as the report has it, with where it stands (`start` to `end`, its unit not included).

    `written` is the unit as it stands behind the number, 人（次）; `unit` is what it counts in, 人次.

    `value` and `high` are in the unit that is written, 万 and 百 worked out; they differ for 3—4 篇.
    `thing` are the words nearest to it: behind it up to the next comma, before it back to the last one.
    `wholes` are the places of the
    numbers that it is a part of. A change is one of the number that stands `back` places before it, 1 the
    last. `period` is the one named, None for the year.
    """

    start: int
    end: int
    text: str
    written: str
    value: Decimal
    high: Decimal
    unit: str
    rough: str = ""
    role: Role = Role.LEVEL
    before: str = ""
    thing: str = ""
    sentence: str = ""
    heading: str = ""
    line: int = 1
    span: Span | None = None
    wholes: tuple[int, ...] = ()
    each: bool = False
    back: int = 1

    @property
    def period(self) -> Period | None:
        """Return the days it speaks of, where they are named."""
        return self.span.period if self.span is not None else None

    @property
    def is_range(self) -> bool:
        """Tell whether it has two ends."""
        return self.value != self.high


class _Above:
    """What stands above each place of a text: how many lines, where its own begins, the heading over it."""

    def __init__(self, text: str) -> None:
        self._begins: list[int] = []
        self._headings: list[str] = []
        begins, heading = 0, ""
        for line in text.split("\n"):
            words = line.strip()
            self._begins.append(begins)
            self._headings.append(heading)
            if words and len(words) <= _LONGEST_HEADING and not words.endswith(("。", "；", "，", "：")):
                heading = words
            begins += len(line) + 1

    def at(self, place: int) -> tuple[int, int, str]:
        """Return the number of a line from 1, where it begins, and the heading above it."""
        line = bisect_right(self._begins, place)
        return line, self._begins[line - 1], self._headings[line - 1]


def quantities_in(report: str, year: int) -> list[Quantity]:
    """Find every number of a report for `year`, in order."""
    text = plain(report)
    spans = spans_in(text.text, year)
    blotted = masked(dates_masked(text.text, year, MASK))
    above = _Above(text.text)
    found: list[Quantity] = []
    for first, last in sentences_of(text.text):
        numbers = list(_in_sentence(text, blotted, first, last, spans, above))
        found += _parts(list(_each_of_its_own(numbers)), found)
    return found


def _in_sentence(
    text: Plain, blotted: str, first: int, last: int, spans: list[Span], above: _Above
) -> Iterator[Quantity]:
    matches = [m for m in _SHAPE.finditer(blotted, first, last) if _counts(blotted, m)]
    sentence = text.text[first:last].strip()
    line, paragraph, heading = above.at(first)
    edge, before = first, ""
    for place, match in enumerate(matches):
        head = match.start("before") if match["before"] else _start(match)
        next_start = matches[place + 1].start() if place + 1 < len(matches) else last
        between = text.text[edge : match.start()]
        before = between or before  # 来访21批35人次: one thing counted twice
        behind = text.text[match.end() : next_start]
        thing = _counted(
            _COMMA.split(behind, maxsplit=1)[0],
            runs_on=place + 1 < len(matches) and not _COMMA.search(behind),
        )
        span = _span(spans, head, first, paragraph)
        value, high, unit, rough = _in_its_column(match, text.text[first : match.start()], *_read(match))
        if value is None or high is None:
            edge = match.end()
            continue
        start, end = text.span(head, _end(match))
        role, begins = _role(between, match, unit)
        if role is not Role.LEVEL:
            start, _ = text.span(begins, begins + 1)
            before = text.text[edge:begins]
        each = bool(re.search(r"每[月季年周天个人户家次]\w{0,6}$|人均|平均|户均", before[-10:]))
        yield Quantity(
            start, end, text.report[start:end], _written(match), value, high, unit, rough,
            role, before[-40:], thing[:24], sentence, heading, line, span, (), each,
        )  # fmt: skip
        edge = match.end()


def _counted(behind: str, *, runs_on: bool) -> str:
    """Return the words behind a number that it counts: up to the verb whose object the next number counts."""
    act = _ACT.search(behind, 2) if runs_on else None
    return behind[: act.start()] if act else behind


def _in_its_column(
    match: re.Match[str], before: str, value: Decimal | None, high: Decimal | None, unit: str, rough: str
) -> tuple[Decimal | None, Decimal | None, str, str]:
    """Return what was read of a number, in the unit of its row where it has none of its own."""
    column = None if unit else _IN_A_COLUMN.search(before)
    if column is None or value is None or high is None:
        return value, high, unit, rough
    scale = _SCALES[column["scale"]] if column["scale"] else 1
    return value * scale, high * scale, column["unit"], rough


def _each_of_its_own(numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give each number behind 分别 its own thing, or its own change: 甲、乙分别为3、5; 分别增加3家、5名."""
    place = 0
    while place < len(numbers):
        first = numbers[place]
        row = [first, *takewhile(lambda one: _AND.fullmatch(one.before), numbers[place + 1 :])]
        things = re.split(r"[、和及与]", told["things"]) if (told := _EACH_OF.search(first.before)) else []
        if first.role is not Role.LEVEL and "分别" in first.before:
            for left, number in zip(range(len(row), 0, -1), row, strict=True):
                role = Role.CHANGE if number.unit in _SHARES else Role.DIFFERENCE
                yield replace(number, role=role, back=left)
        elif len(things) == len(row) > 1:
            for thing, number in zip(things, row, strict=True):
                yield replace(number, before=f"{first.before}，{thing}")
        else:
            yield from row
        place += len(row)


def _counts(text: str, match: re.Match[str]) -> bool:
    """Tell whether a numeral counts something: no class (50人以上的), no name of a thing."""
    unit = match["unit"] or match["ranged"] or match["wunit"]
    if match["after"] in ("以上", "以下") and unit in ("人", "名", "岁", "元", "万元"):
        rest = text[match.end() : match.end() + 4]
        if re.match(r"的|企业|单位|有?[0-9]", rest):
            return False
    before = text[match.start() - 1 : match.start()]
    if match["figures"] and unit is None:
        if before.isascii() and before.isalpha():
            return False
        behind = text[match.end() : match.end() + 1]
        if behind.isascii() and (behind.isalpha() or behind in ("-", "/")):
            return False
        beside = re.search(r"[\u4e00-\u9fff：:为]$", before) or re.match(r"[\u4e00-\u9fff]", behind)
        row = text[max(0, match.start() - _ROW) : match.start()]
        return bool(beside or _IN_A_COLUMN.search(row))
    if unit == "分" and match["figures"]:
        return bool(re.search(r"[得计评]$|得分$", text[max(0, match.start() - 2) : match.start()]))
    return True


def _start(match: re.Match[str]) -> int:
    return next(match.start(name) for name in ("percent", "low", "figures", "words") if match[name])


def _end(match: re.Match[str]) -> int:
    """Return where the number ends: before its unit, but behind the sign of a percentage."""
    for name in ("unit", "ranged", "wunit"):
        if match[name]:
            return match.end(name) if match[name] == "%" else match.start(name)
    return match.end("percent") if match["percent"] else match.end()


def _written(match: re.Match[str]) -> str:
    return match["unit"] or match["ranged"] or match["wunit"] or ""


def _read(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None, str, str]:
    rough = (match["before"] or "") if match["before"] not in (None, "上") else ""
    rough = rough or match["more"] or match["more2"] or match["wmore"] or (match["after"] or "")
    if match["percent"]:
        value = _of_percent(match["percent"])
        return value, value, "%", rough
    if match["low"]:
        return Decimal(match["low"]), Decimal(match["high"]), match["ranged"], rough
    if match["figures"]:
        low = _of_figures(match["figures"])
        unit = match["unit"] or ""
        if low is not None and match["scale"]:
            low *= _SCALES[match["scale"]]
        return low, low, unit.replace("人(次)", "人次"), rough
    low, high = _of_words(match["words"])
    if match["wscale"] and low is not None and high is not None:
        low, high = low * _SCALES[match["wscale"]], high * _SCALES[match["wscale"]]
    return low, high, match["wunit"], rough or ("余" if low != high else "")


def _of_figures(text: str) -> Decimal | None:
    number = re.fullmatch(r"([0-9.]+)(?:([万亿千百])(?:([0-9]+)([千百]?))?)?", text)
    if number is None:
        return None
    whole = Decimal(number[1]) * _SCALES.get(number[2] or "", 1)
    if number[3]:
        step = _SCALES[number[4]] if number[4] else _SCALES[number[2]] // 10 if len(number[3]) == 1 else 1
        whole += Decimal(number[3]) * step
    return whole


def _of_percent(text: str) -> Decimal | None:
    whole, _, part = text.removeprefix("百分之").partition("点")
    number = read_numeral(whole)
    if number is None:
        return None
    digits = "".join(str(read_numeral(sign)) if sign not in "〇零" else "0" for sign in part)
    return Decimal(f"{number}.{digits}") if digits else Decimal(number)


def _of_words(text: str) -> tuple[Decimal | None, Decimal | None]:
    """Read a numeral in characters; two digits side by side are the two ends of a guess (七八名)."""
    number = read_numeral(text)
    if number is not None:
        return Decimal(number), Decimal(number)
    pair = re.search(r"([一二三四五六七八九])([一二三四五六七八九])", text)
    if pair is None:
        return None, None
    ends = [read_numeral(text[: pair.start()] + digit + text[pair.end() :]) for digit in pair.groups()]
    if None in ends:
        return None, None
    low, high = (Decimal(end) for end in ends if end is not None)
    return low, high


def _role(before: str, match: re.Match[str], unit: str) -> tuple[Role, int]:
    """Tell a change from a level, and where it begins: its words (增长10%) stand with its number."""
    grown = None if _LEVEL.search(before) else _GROWN.search(before)
    if grown is None:
        return Role.LEVEL, match.start()
    compared = _LAST.search(before[: grown.start()]) or unit in _SHARES or "同比" in before
    if not compared:
        return Role.LEVEL, match.start()
    return (Role.CHANGE if unit in _SHARES else Role.DIFFERENCE), match.start() - len(before) + grown.start()


def _span(spans: list[Span], at: int, sentence: int, paragraph: int) -> Span | None:
    """Return the period in force: the last named in the sentence, else one that the paragraph begins with."""
    here = [span for span in spans if sentence <= span.start and span.end <= at]
    if here:
        return here[-1]
    begins = [span for span in spans if paragraph <= span.start < paragraph + _LEAD and span.end <= at]
    return begins[-1] if begins and begins[-1].carries else None


def _parts(found: list[Quantity], before: Sequence[Quantity]) -> list[Quantity]:
    """Mark which numbers of a sentence are parts of earlier ones: behind 其中, or adding up to one.

    Where 其中 begins a sentence, the sentence before holds the wholes.
    """
    offset = len(before)
    wholes: tuple[int, ...] = ()
    for place, quantity in enumerate(found):
        lead = quantity.before
        if "其中" in lead:
            wholes = _wholes(found[:place], offset) or _of_last_sentence(before)
        elif ("：" in lead or ":" in lead) and place and _adds_up(found, place - 1):
            wholes = (offset + place - 1,)
        elif len(wholes) == 1 and _ends(found, wholes[0] - offset, place):
            wholes = ()
        if wholes and quantity.role is Role.LEVEL:
            found[place] = replace(quantity, wholes=wholes)
    return found


def _wholes(found: Sequence[Quantity], offset: int) -> tuple[int, ...]:
    """Return the places of the numbers that 其中 takes parts of: the last, or all that a list begins with."""
    levels = [place for place, one in enumerate(found) if one.role is Role.LEVEL and one.unit not in _SHARES]
    return tuple(offset + place for place in levels[-1:])


def _of_last_sentence(before: Sequence[Quantity]) -> tuple[int, ...]:
    if not before:
        return ()
    last = before[-1].sentence
    return tuple(place for place, one in enumerate(before) if one.sentence == last and one.role is Role.LEVEL)


def _adds_up(found: Sequence[Quantity], whole: int) -> bool:
    """Tell whether the numbers behind one add up to it."""
    total = Decimal(0)
    for quantity in found[whole + 1 :]:
        total += quantity.value
        if total >= found[whole].value:
            return total == found[whole].value
    return False


def _ends(found: Sequence[Quantity], whole: int, place: int) -> bool:
    """Tell whether a list of parts is over: a semicolon behind it, or all of the whole is told."""
    if re.search(r"[；;]", found[place].before):
        return True
    told = sum((one.value for one in found[max(whole, -1) + 1 : place]), Decimal(0))
    return 0 <= whole < len(found) and told >= found[whole].value


def the_year(quantity: Quantity, year: int) -> Period:
    """Return the days a number speaks of: those named, else the report's year."""
    return quantity.period or year_of(year)

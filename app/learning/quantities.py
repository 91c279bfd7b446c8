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

from app.learning.amounts import SCALES, SHAPE, UNIT, Amount, end_of, read, start_of, written_unit
from app.learning.masks import MASK, masked
from app.learning.plain import plain
from app.learning.spans import Span, dates_masked, sentences_of, spans_in
from app.learning.tables import Tables, counts_nothing, of_last_year, says_what, tells_change, unit_below
from app.rules.dates import years_later
from app.rules.periods import Period
from app.rules.periods import year as year_of

_IN_A_COLUMN = re.compile(rf"[\t 　（(](?P<scale>万|亿)?(?P<unit>{UNIT})[）)]?[0-9.,\t 　]*$")
"""The unit of a table's row, which stands before its numbers: 慰问金额 万元 8 8.6."""
_UNIT_OF_A_COLUMN = re.compile(rf"[(（](?:单位[:：])?(?P<scale>万|亿)?(?P<unit>{UNIT})[)）]$")
_SCALED_UNIT = re.compile(rf"(?P<scale>万|亿)?(?P<unit>{UNIT})")
_NAME_BEFORE = re.compile("([\u4e00-\u9fff]+?)[为是有达到共计约近]*[：:\\s]*[0-9.,\\s]*$")
"""What a bare number is called: 调解成功率 92 90."""
_ROW = 60  # characters of a table's row before its last number
_EACH_OF = re.compile(
    r"(?P<things>[^，。；：,;:\x00]+?)分别(?:为|是|有|达到?|占|(?P<act>[\u4e00-\u9fff]{1,4}?)了?)?(?:近|约)?$"
)
_AND = re.compile(r"[、和及与以，,\s]*")
_TITLE_ONLY = re.compile(r"[，、和及]?[“《][^”》]+[”》]\s*")
_LONGEST_HEADING = 30
_LEAD = 8  # 1、上半年，…: what stands so near to its beginning speaks of the whole paragraph
_RISEN = "增长|增加|上升|上涨|提高|提升|扩大|下降|减少|降低|回落|压缩|[增减升降]"
_GROWN = re.compile(rf"(?:{_RISEN}|(?:增|降|涨)幅(?:为|达)?|[多少])(?:了|至|到)?(?:近|约)?$")
_LEVEL = re.compile(rf"(?P<grown>{_RISEN})(?:至|到|为)(?P<about>近|约)?$")
_LAST = re.compile(
    r"(?:比|较|同比|与)(?:去年|上年|上一年|前年|[0-9]{4}年)?(?:同期|末|底|度)?(?:相比)?[，,]?[^，。；,]{0,8}$"
)
_AS_LONG_AS_A_TELEPHONE = 7
_NUMBERED = re.compile(
    r"(?:电话|热线|传真|手机|邮编|邮政编码|账号|帐号|卡号|编号|证号|号码|代码|QQ|微信号?|拨打|致电)[^，。；\n]{0,6}$"
)
_SHARES = ("%", "个百分点")
PERSONS = frozenset("人 名 位 人次 户".split())
_ACT = re.compile(
    "提供|推出|达成|参加|参与|获得|新建|组建|成立|举办|开展|发放|送去|签订|签约|覆盖|涵盖|捐款|捐出|募集|追回|挽回|领取|组成|编发|征订|缴纳|实行|建立"
)
_COMMA = re.compile(r"[，,。；;：:！？\n、（）()\x00]")
_LISTED = re.compile("[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]{1,8})+[等的][\u4e00-\u9fff]+")
_SHARES_VERB = re.compile("[\u4e00-\u9fff]{2,12}[和及与、](?:[\u4e00-\u9fff]{2,10}的)?")
"""Words between two numbers that one verb goes with: 对26名困难职工和8名劳模进行了慰问."""
_ASIDE = re.compile(r"[（(][\u4e00-\u9fff]{1,6}[)）]")
"""What stands in short brackets within words that belong together: 村（社区）工会, 慰问品（大米）价值."""


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
    `act` is what persons do or is done to them, where that has a number of its own: 追回工资 of
    为12名农民工追回工资3万元. `so_far` is its paragraph up to it, `rest` its sentence behind it. It
    `is_scaled` where 万 stands in its heading, not beside it. `wholes` are the places of the
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
    act: str = ""
    so_far: str = ""
    is_scaled: bool = False
    rest: str = ""

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
    reader = _Reader(report, year)
    found: list[Quantity] = []
    for first, last in sentences_of(reader.text.text):
        found += _parts(list(_each_of_its_own(list(reader.in_sentence(first, last)))), found)
    return found


class _Reader:
    """Reads the numbers of a report, sentence by sentence."""

    def __init__(self, report: str, year: int) -> None:
        self.text = plain(report)
        self._year = year
        self._blotted = masked(dates_masked(self.text.text, year, MASK))
        self._spans = spans_in(self.text.text, year)
        self._above = _Above(self.text.text)
        self._tables = Tables(report)

    def in_sentence(self, first: int, last: int) -> Iterator[Quantity]:
        """Yield the numbers of a sentence, which stands from `first` to `last` in the plain text."""
        text = self.text
        found = [
            (match, column, read_as)
            for match in SHAPE.finditer(self._blotted, first, last)
            if _counts(self._blotted, match, column := self._column(match))
            and (read_as := read(match)) is not None
        ]
        sentence = text.text[first:last].strip()
        line, paragraph, heading = self._above.at(first)
        edge, before = first, ""
        levels: list[Quantity] = []
        for place, (match, column, read_as) in enumerate(found):
            head = match.start("before") if match["before"] else start_of(match)
            between = text.text[edge : match.start()]
            before = _said_before(between, before)
            thing, act = self._behind(match, found[place + 1][0] if place + 1 < len(found) else None, last)
            in_column = spans_in(column, self._year)
            span = in_column[0] if in_column else _span(self._spans, head, first, paragraph)
            if of_last_year(column):
                span = _year_before(levels[-1].span if levels else span, self._year)
            is_change = tells_change(column)
            units = self._tables.units_at(self.text.at[start_of(match)])
            amount = _in_its_column(read_as, text.text[first : match.start()], column, units)
            if is_change and "%" in column:
                amount = replace(read_as, unit="%")
            start, end = text.span(head, end_of(match))
            role, begins = _role(text.text[first : match.start()], between, amount.unit)
            said = before
            if role is not Role.LEVEL:
                start, _ = text.span(first + begins, first + begins + 1)
                said = before = text.text[edge : first + begins]
            elif says_what(column) and not in_column:
                said = f"{before}，{column}"
            if is_change:
                role = Role.CHANGE if amount.unit in _SHARES else Role.DIFFERENCE
            each = bool(re.search(r"每[月季年周天个人户家次]\w{0,6}$|人均|平均|户均", before[-10:]))
            quantity = Quantity(
                start, end, text.report[start:end], written_unit(match),
                amount.low, amount.high, amount.unit, amount.rough,
                role, _ASIDE.sub("", said)[-40:], thing[:36], sentence, heading, line, span, (), each,
                max(len(levels), 1) if is_change else 1,
                act if amount.unit in PERSONS else "",
                text.text[paragraph : match.start()],
                amount.low != read_as.low,
                text.text[match.end() : last].rstrip(),
            )  # fmt: skip
            yield quantity
            levels += [quantity] if role is Role.LEVEL else []
            edge = match.end()

    def _behind(self, match: re.Match[str], following: re.Match[str] | None, last: int) -> tuple[str, str]:
        """Return what is counted behind a number, and what its clause says beyond that, up to `last`.

        Where the number that is `following` has the same verb, that is of both.
        """
        text = self.text.text
        behind = _ASIDE.sub("", text[match.end() : following.start() if following else last])
        runs_on = following is not None and not _COMMA.search(behind)
        if following is not None and _SHARES_VERB.fullmatch(behind):
            verb = _COMMA.split(text[following.end() : last], maxsplit=1)[0]
            behind, runs_on = behind.replace("、", "和") + verb, False
        thing = _counted(behind, runs_on=runs_on)
        return thing, _COMMA.split(text[match.end() : last], maxsplit=1)[0].removeprefix(thing)

    def _column(self, match: re.Match[str]) -> str:
        """Return how the column of a table is called in which a number stands; empty outside of tables."""
        return self._tables.heading_at(self.text.at[start_of(match)])


def _counted(behind: str, *, runs_on: bool) -> str:
    """Return the words behind a number that it counts: up to the verb whose object the next number counts.

    What is listed belongs together: 120名职工、农民工等入场.
    """
    listed = _LISTED.match(behind)
    behind = listed[0] if listed else _COMMA.split(behind, maxsplit=1)[0]
    act = _ACT.search(behind, 2) if runs_on else None
    return behind[: act.start()] if act else behind


def _said_before(between: str, before: str) -> str:
    """Return the words before a number: those of the number before it where it counts the same thing again.

    来访21批35人次; a row of a table; 会员由44人增加到50人; 评出“服务标兵”3名、“岗位能手”5名.
    """
    if not between.strip() or (before and _TITLE_ONLY.fullmatch(between)):
        return before
    if level := _LEVEL.search(between):
        return (
            f"{before}，{between[: level.start()]}"
            if between[: level.start()].strip("个家人名户件份次 ")
            else before
        )
    return between


def _in_its_column(amount: Amount, before: str, heading: str, units: str) -> Amount:
    """Return a number in the unit of its row, or of a sign of money, where it has none of its own.

    `units` are those told above its table.
    """
    if amount.unit:
        return amount
    if before.endswith(("¥", "￥")):
        return replace(amount, unit="元")
    column = _IN_A_COLUMN.search(before) or _UNIT_OF_A_COLUMN.search(heading)
    if column is None:
        name = _NAME_BEFORE.search(before)
        called = heading if says_what(heading) else name[1] if name else ""
        column = _SCALED_UNIT.fullmatch(unit_below(units, called))
    if column is None:
        return amount
    scale = SCALES[column["scale"]] if column["scale"] else 1
    return replace(amount, low=amount.low * scale, high=amount.high * scale, unit=column["unit"])


def _each_of_its_own(numbers: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give each number behind 分别 its own thing, or its own change: 甲、乙分别为3、5; 分别增加3家、5名."""
    place = 0
    while place < len(numbers):
        first = numbers[place]
        row = [first, *takewhile(lambda one: _AND.fullmatch(one.before), numbers[place + 1 :])]
        things = re.split(r"[、和及与]", told["things"]) if (told := _EACH_OF.search(first.before)) else []
        if first.role is not Role.LEVEL and ("分别" in first.before or _are_shares(row)):
            for left, number in zip(range(len(row), 0, -1), row, strict=True):
                role = Role.CHANGE if number.unit in _SHARES else Role.DIFFERENCE
                yield replace(number, role=role, back=left)
        elif len(things) == len(row) > 1:
            act = (told["act"] or "") if told is not None else ""
            for thing, number in zip(things, row, strict=True):
                yield replace(number, before=f"{first.before}，{act}{thing}")
        else:
            for number, last in zip(row, [None, *row], strict=False):
                yield number if last is None else _of_the_same(number, last)
        place += len(row)


def _are_shares(row: Sequence[Quantity]) -> bool:
    """Tell whether changes stand in a row that belong to as many numbers before: 同比增长39.6%和47.8%."""
    return len(row) > 1 and all(one.unit in _SHARES for one in row)


def _of_the_same(number: Quantity, last: Quantity) -> Quantity:
    """Give a number that counts in another unit what the one before it counts its words: 34件、51人次."""
    return number if number.unit == last.unit else replace(number, before=f"{last.before}，")


def _counts(text: str, match: re.Match[str], column: str) -> bool:
    """Tell whether a numeral counts something: no class (50人以上的), no name of a thing.

    `column` is the heading of its column, empty outside of tables.
    """
    unit = written_unit(match)
    if match["after"] in ("以上", "以下") and unit in ("人", "名", "元", "万元"):
        rest = text[match.end() : match.end() + 4]
        if re.match(r"的|企业|单位|有?[0-9]", rest):
            return False
    before = text[max(0, match.start() - _ROW) : match.start()]
    if unit == "分":
        return match["figures"] is None or bool(re.search(r"[得计评]$|得分$", before))
    if unit == "岁":
        return bool(re.search(r"平均|年龄[为是达约]*$", before[-8:]))
    if match["figures"] and not unit:
        if column:
            return not counts_nothing(column)
        return _counts_bare(before, match, text[match.end() : match.end() + 4])
    return True


def _counts_bare(before: str, match: re.Match[str], behind: str) -> bool:
    """Tell whether a figure without a measure word counts: 职工人数7298, 2000多求职人员; no telephone."""
    if re.search(r"[A-Za-z\-/.:+*]$", before) or re.match(r"[A-Za-z\-/.:+*]", behind):
        return False
    if (
        _IN_A_COLUMN.search(before)
        or before.endswith(("¥", "￥"))
        or match["figures"][-1] in SCALES
        or match["scale"]
    ):
        return True
    if len(match["figures"]) >= _AS_LONG_AS_A_TELEPHONE or _NUMBERED.search(before):
        return False
    if match["more"] or match["more2"]:
        return True
    if re.match("[\u4e00-\u9fff]", behind) and not re.match("其中|有|分别|左右|[和及与增减升降]", behind):
        return before.endswith(("共", "共有"))  # 共43企业代表
    return bool(re.search(r"[\u4e00-\u9fff：:]$|[0-9]、$", before))


def _role(sentence: str, before: str, unit: str) -> tuple[Role, int]:
    """Tell a change from a level, and where it begins: its words (增长10%) stand with its number.

    `sentence` is all that stands before the number, `before` what stands behind the number before it.
    """
    grown = None if _LEVEL.search(before) else _GROWN.search(before)
    if grown is None:
        return Role.LEVEL, len(sentence)
    compared = (
        _LAST.search(before[: grown.start()])
        or unit in _SHARES
        or "同比" in before
        or re.search(r"(?:比|较)(?:去年|上年|上一年|前年|[0-9]{4}年)[^，。；]*$", sentence)
    )
    if not compared:
        return Role.LEVEL, len(sentence)
    return (Role.CHANGE if unit in _SHARES else Role.DIFFERENCE), len(sentence) - len(before) + grown.start()


def _span(spans: list[Span], at: int, sentence: int, paragraph: int) -> Span | None:
    """Return the period in force: the last named in the sentence, else one that the paragraph begins with."""
    here = [span for span in spans if sentence <= span.start and span.end <= at]
    if here:
        return here[-1]
    begins = [span for span in spans if paragraph <= span.start < paragraph + _LEAD and span.end <= at]
    return begins[-1] if begins and begins[-1].carries else None


def _year_before(span: Span | None, year: int) -> Span:
    """Return the same days of the year before, of a span of a report's year."""
    period = span.period if span is not None and span.period is not None else year_of(year)
    before = Period(years_later(period.first, -1), years_later(period.last, -1), f"{period.first.year - 1}年")
    return Span(0, 0, "", before)


def _parts(found: list[Quantity], before: Sequence[Quantity]) -> list[Quantity]:
    """Mark which numbers of a sentence are parts of earlier ones: behind 其中, or adding up to one.

    Where 其中 begins a sentence, the sentence before holds the wholes.
    """
    offset = len(before)
    wholes: tuple[int, ...] = ()
    for place, quantity in enumerate(found):
        lead = quantity.before
        if "其中" in lead and not (place and lead == f"{found[place - 1].before}，"):  # 其中住院6人次、9万元
            wholes = _wholes(found[:place], offset, quantity.unit) or _of_last_sentence(before)
        elif ("：" in lead or ":" in lead) and place and _adds_up(found, place - 1):
            wholes = (offset + place - 1,)
        elif len(wholes) == 1 and _ends(found, wholes[0] - offset, place):
            wholes = ()
        if wholes and quantity.role is Role.LEVEL:
            found[place] = replace(quantity, wholes=wholes)
    return found


def _wholes(found: Sequence[Quantity], offset: int, unit: str) -> tuple[int, ...]:
    """Return the place of the number that 其中 takes parts of: the last of the same unit, else the last."""
    levels = [place for place, one in enumerate(found) if one.role is Role.LEVEL and one.unit not in _SHARES]
    same = [place for place in levels if found[place].unit == unit]
    return tuple(offset + place for place in (same or levels)[-1:])


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
    """Tell whether a list of parts is over: a semicolon behind it, all of the whole told, or more than it."""
    if re.search(r"[；;]", found[place].before):
        return True
    if not 0 <= whole < len(found):
        return False
    told = sum((one.value for one in found[whole + 1 : place] if one.wholes), Decimal(0))
    is_more = found[place].unit == found[whole].unit and found[place].value > found[whole].value
    return is_more or told >= found[whole].value


def the_year(quantity: Quantity, year: int) -> Period:
    """Return the days a number speaks of: those named, else the report's year."""
    return quantity.period or year_of(year)

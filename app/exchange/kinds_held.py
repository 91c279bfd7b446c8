"""Which kind of field holds all that a column says: the narrowest, and what would not fit a narrower one.

A kind is proposed only where it holds every value; a heading can make it likelier, never sure by itself.
Numbers that name something (证号, 编号, 0012) are words: nothing is counted or computed with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.described import kinds
from app.described.description import DescribedField
from app.described.kinds import Referred, fields_of
from app.errors import Invalid
from app.exchange.heading import OTHERS
from app.fields import Described
from app.fields.base import NONE
from app.records.base import Record, unit_names
from app.records.called import bearers_of
from app.rules.dates import is_yearless
from app.rules.text import STROKES, tidy, tidy_prose
from app.rules.unit_names import plain_name

_NEARLY = 0.6  # of the values: so many fit a kind that the others are told
_MOST_TERMS, _LONGEST_TERM = 12, 12
_REPEATED = 3  # times that each term of a choice occurs on average, to be sure of it
_LINE = 80  # characters of a value beyond which it is no line of a list
_KNOWN = 0.8  # of the different names: so many are known where a column names units
_NAMED = 5  # values that are named

_DATE = re.compile(r"[12][0-9]{3}\s*[-/.。年]\s*[0-9]{1,2}\s*[-/.。月]\s*[0-9]{1,2}\s*[日号]?")
_MIDNIGHT = re.compile(r"[T ]0?0:00(:00(\.0+)?)?$")  # as databases write it behind a day, unasked
_DIGITS_DATE = re.compile(r"(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]")
_MONTH = re.compile(r"[12][0-9]{3}\s*([-/.年]\s*[0-9]{1,2}\s*月?|年)?")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(,[0-9]{3})+")
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]{1,2})?")
_WITH_UNIT = re.compile(r"(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?\s*(个?小时|[一-龥]{1,2})")
_AMOUNT = re.compile(r"[¥￥]?\s*(0|[1-9][0-9,]*)(\.[0-9]{1,2})?\s*[万亿]?\s*[元圆]?整?")
_PERSON = re.compile(r"[㐀-鿿𠀀-𲎯]{2,4}|[㐀-鿿]{1,12}[·•・．][㐀-鿿·•・．]{1,12}")
_IDENTITY = re.compile(r"[0-9]{17}[0-9Xx]|[0-9]{15}")
_NO_TERM = re.compile("[\n、，,;；]|[0-9][%％]")  # several in a cell are no term of a list, nor is a rate
_HAS_DIGIT = re.compile("[0-9]")
_ASKS = re.compile("是否|有无")  # a question with few answers, whatever else the heading names
_PHONE = re.compile(r"[+0-9()（）\-—－ ]{5,}")

_SAYS_DATE = re.compile("日期|时间|年月日|生日|出生|期限|日$")
_SAYS_MONTH = re.compile("年月|月份|年份|年度|日期|时间|出生")
_SAYS_MONEY = re.compile(
    "金额|[款费价薪]|工资|付$|[奖押租佣]金|补贴|补助|津贴|经费|收入|支出|支付|报销|结余|(?<!名)额$|[原净]值|慰问金|元[)）]?$"
)
_SAYS_NAME = re.compile(
    "姓名|名字|^[Nn]ame$|人$|人员$|者$|员$|师$|本人|户主|书记|主席|职工$|领队$|[组队班站校院厂店部]长$|代表$|司机|医生|教练|领导$|[经承]办$|签[名字收]$"
)
_SAYS_UNIT = re.compile("单位|企业|公司|工会|组织|部门")
_SAYS_NUMBER = re.compile("(?<!称)号|编码|代码|账户|卡$|邮编|序|届|(?<!星)期$|版|房|楼|室")
_SAYS_TITLE = re.compile("(?<!类)名$|名称|标题|题目|内容|备注|地址|住址|事项|说明|记录$|^项目$")
_SAYS_PHONE = re.compile("手机|电话|分机|联系方式|热线|传真")
_SAYS_CHOICE = re.compile(
    "性别|类别|类型|种类|类$|状态|是否|等级|级别|方式|情况$|结果|民族|学历|面貌|岗位|片区|性质"
)
_COUNTED = re.compile("[一-龥]*?([册本人次份件张套台只场个])数")
_UNIT_IN_HEADING = re.compile(r"[（(]\s*(?:单位[:：])?\s*([一-龥]{1,3}|[A-Za-z]{1,3})\s*[)）]$")
_IN_YUAN = ("元", "圆", "人民币")


@dataclass(frozen=True)
class Held:
    """What kind a column is proposed to be: whether that is sure, why, and what a narrower kind would lose.

    `misfits` are the values that would not fit, some of them, `left_open` cells that say nothing (无, —).
    """

    kind: str
    sure: bool = True
    why: str = ""
    choices: tuple[str, ...] = ()
    to: str = ""
    unit: str = ""
    misfits: tuple[str, ...] = ()
    lacks_fitting: int = 0
    left_open: int = 0


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, how often it says what, the year of days that do not say theirs."""

    heading: str
    counts: Mapping[str, int]
    year: int | None = None

    @classmethod
    def of(cls, heading: str, cells: Sequence[str], year: int | None = None) -> Column:
        """Count what cells say; empty ones say nothing."""
        return cls(heading, Counter(text for cell in cells if (text := cell.strip())), year)

    def whole(self, text: str) -> str:
        """Return a day with its year where it is written without, other texts as they are."""
        return f"{self.year}年{text}" if self.year is not None and is_yearless(text) else text

    @property
    def values(self) -> list[str]:
        """Return what says something, each once."""
        return [text for text in self.counts if not _says_nothing(text)]

    @property
    def filled(self) -> int:
        """Count the cells that say something."""
        return sum(times for text, times in self.counts.items() if not _says_nothing(text))

    @property
    def left_open(self) -> int:
        """Count the cells in which somebody wrote that there is nothing."""
        return sum(times for text, times in self.counts.items() if _says_nothing(text))


@dataclass
class _Tried:
    """Kinds that would hold most of a column, each with what it does not hold."""

    nearest: str = ""
    misfits: list[str] = field(default_factory=list)

    def note(self, kind: str, misfits: list[str], column: Column) -> None:
        few = sum(column.counts[text] for text in misfits) <= (1 - _NEARLY) * column.filled
        if few and (not self.nearest or len(misfits) < len(self.misfits)):
            self.nearest, self.misfits = kind, misfits


_Test = Callable[[Column, str], bool]


def _like(shape: re.Pattern[str]) -> _Test:
    return lambda _, text: bool(shape.fullmatch(tidy(text)))


def _is_date(column: Column, text: str) -> bool:
    plain = _MIDNIGHT.sub("", tidy(column.whole(text)))
    by_heading = _SAYS_DATE.search(column.heading) and _DIGITS_DATE.fullmatch(plain)
    return bool(_DATE.fullmatch(plain) or by_heading)


def _is_name(column: Column, text: str) -> bool:
    return bool(_PERSON.fullmatch(text.strip()))


def held(column: Column, referred: Referred) -> Held:
    """Return the kind that a column is proposed to be."""
    if not column.values:
        return Held(kinds.TEXT, sure=False, why="这一列是空的", left_open=column.left_open)
    found = _narrowest(column) or _units(column, referred) or _choice(column)
    if isinstance(found, Held):
        return found
    if any("\n" in text.strip() or len(text) > _LINE for text in column.values):
        return Held(kinds.NOTES, why="文字较长", left_open=column.left_open)
    return _plain(column)


def _narrowest(column: Column) -> Held | None:
    """Return the first of the kinds with a shape of their own that holds every value; None without one."""
    tried = _Tried()
    for kind, is_meant, shape in _CANDIDATES:
        if not is_meant(column):
            continue
        fits = [shape(column, text) and _reads(kind, column.whole(text)) for text in column.values]
        misfits = [text for text, fit in zip(column.values, fits, strict=True) if not fit]
        if not misfits:
            return Held(kind, why="按内容和表头", unit=_unit(column, kind), left_open=column.left_open)
        tried.note(kind, misfits, column)
    if not tried.nearest:
        return None
    title = kinds.KINDS[tried.nearest].title
    many = sum(column.counts[text] for text in tried.misfits)
    return Held(
        _words(column),
        sure=False,
        why=f"多数像{title}，但有 {many} 格不是，所以按文字",
        misfits=tuple(tried.misfits[:_NAMED]),
        lacks_fitting=many,
        left_open=column.left_open,
    )


def _words(column: Column) -> str:
    long = any("\n" in text.strip() or len(text) > _LINE for text in column.values)
    return kinds.NOTES if long else kinds.TEXT


def _plain(column: Column) -> Held:
    """Return one line of words; in doubt where they look like something else that is not proposed."""
    numbers = all(_DECIMAL.fullmatch(tidy(text)) for text in column.values)
    if numbers and not _names_something(column):
        return Held(kinds.TEXT, sure=False, why="都是号码，按文字", left_open=column.left_open)
    return Held(kinds.TEXT, left_open=column.left_open)


def _reads(kind: str, text: str) -> bool:
    """Tell whether the field of a kind takes a value, and says it again."""
    try:
        return _trial(kind).parse(text) is not None
    except Invalid:
        return False


_trials: dict[str, Described] = {}


def _trial(kind: str) -> Described:
    if kind not in _trials:
        (_trials[kind],) = fields_of(DescribedField("c1", "值", kind, required=True), {}).values()
    return _trials[kind]


def _names_something(column: Column) -> bool:
    """Tell whether numbers name something, by the heading: a telephone, a room, an edition."""
    return bool(_SAYS_NUMBER.search(column.heading) or _SAYS_PHONE.search(column.heading))


def _says(pattern: re.Pattern[str]) -> Callable[[Column], bool]:
    return lambda column: bool(pattern.search(column.heading))


def _is_counted(column: Column) -> bool:
    return not _names_something(column)


def _is_counted_in_one_unit(column: Column) -> bool:
    """Tell whether no more than one unit stands behind the numbers: 2个 and 2副 are not both 2."""
    return not _names_something(column) and len(_units_in(column)) == 1


def _is_of_money(column: Column) -> bool:
    said = _UNIT_IN_HEADING.search(column.heading)
    if said and said[1] not in _IN_YUAN:
        return False  # 0.5 below 金额（万元） is no amount of fifty fen
    written = any("元" in text or "¥" in text or "￥" in text for text in column.values)
    return not _names_something(column) and (written or bool(_SAYS_MONEY.search(column.heading)))


def _may_be_name(column: Column) -> bool:
    return bool(_SAYS_NAME.search(column.heading)) and not _SAYS_UNIT.search(column.heading)


def _always(_: Column) -> bool:
    return True


_CANDIDATES: tuple[tuple[str, Callable[[Column], bool], _Test], ...] = (
    (kinds.IDENTITY, _always, _like(_IDENTITY)),
    (kinds.MOBILE, _always, _like(re.compile(r"1[3-9][0-9]{9}"))),
    (kinds.PHONE, _says(_SAYS_PHONE), _like(_PHONE)),
    (kinds.DATE, _always, _is_date),
    (kinds.MONTH, _says(_SAYS_MONTH), _like(_MONTH)),
    (kinds.MONEY, _is_of_money, _like(_AMOUNT)),
    (kinds.COUNT, _is_counted, _like(_WHOLE)),
    (kinds.QUANTITY, _is_counted, _like(_DECIMAL)),
    (kinds.COUNT, _is_counted_in_one_unit, _like(_WITH_UNIT)),
    (kinds.QUANTITY, _is_counted_in_one_unit, _like(_WITH_UNIT)),
    (kinds.PERSON, _may_be_name, _is_name),
)
"""The kinds with a shape of their own, the narrowest first: whether a column may be one, and its shape."""


def _unit(column: Column, kind: str) -> str:
    """Return what is counted, as the heading says it in brackets, or the cells behind their numbers."""
    if kind == kinds.MONEY:
        return "元"
    if kind not in (kinds.COUNT, kinds.QUANTITY):
        return ""
    if said := _UNIT_IN_HEADING.search(column.heading):
        return said[1]
    if said := _COUNTED.fullmatch(column.heading):
        return said[1]
    units = _units_in(column)
    return units.pop() if len(units) == 1 else ""


def _units_in(column: Column) -> set[str]:
    """Return the units that stand behind numbers in the cells."""
    return {found[1] for text in column.values if (found := _WITH_UNIT.fullmatch(tidy(text)))}


def without_unit(heading: str) -> str:
    """Return a heading without the unit that stands behind it in brackets: 时长 of 时长（小时）."""
    return _UNIT_IN_HEADING.sub("", heading)


def _units(column: Column, referred: Referred) -> Held | None:
    """Return the reference to the kind of unit of which most values name one that is registered."""
    plains = {plain_name(text) for text in column.values} - {""}
    best: tuple[int, str] = (0, "")
    for key, model in referred.items():
        if plains and unit_names(model):
            known = bearers_of(model, plains)
            best = max(best, (sum(bool(known.get(plain)) for plain in plains), key))
    many, key = best
    if many < max(1, _KNOWN * len(plains)):
        return None
    unknown = [text for text in column.values if not _knows(referred[key], text)]
    return Held(
        kinds.REFERENCE,
        sure=not unknown,
        why=f"{many} 个名称已登记" + (f"，{len(unknown)} 个还没有，照原样留着" if unknown else ""),
        to=key,
        misfits=tuple(unknown[:_NAMED]),
        left_open=column.left_open,
    )


def _knows(model: type[Record], text: str) -> bool:
    plain = plain_name(text)
    return bool(plain and bearers_of(model, {plain})[plain])


def _choice(column: Column) -> Held | None:
    """Return the choice among the values that occur, where they are few and come again."""
    terms = list(dict.fromkeys(tidy_prose(text) for text in column.values))
    if any(len(term) > _LONGEST_TERM or _NO_TERM.search(term) or not term for term in terms):
        return None
    titled = bool(_SAYS_TITLE.search(column.heading))
    often = column.filled >= _REPEATED * len(terms) and not titled
    meant = bool(_SAYS_CHOICE.search(column.heading)) and column.filled > len(terms)
    if (
        len(terms) > _MOST_TERMS
        or (len(terms) == 1 and not meant)
        or _is_named(column, terms)
        or not (often or meant)
    ):
        return None
    by_use = sorted(
        terms,
        key=lambda term: -sum(times for text, times in column.counts.items() if tidy_prose(text) == term),
    )
    return Held(kinds.CHOICE, why=f"只有 {len(terms)} 种", choices=tuple(by_use), left_open=column.left_open)


def _is_named(column: Column, terms: Sequence[str]) -> bool:
    """Tell whether a column names people or numbers, which are no terms however few they are."""
    numbered = _names_something(column) and any(map(_HAS_DIGIT.search, terms))
    named = _SAYS_NAME.search(column.heading) or numbered or OTHERS.search(column.heading)
    return bool(named) and not _ASKS.search(column.heading)


def _says_nothing(text: str) -> bool:
    plain = tidy(text)
    return not plain or plain in NONE or bool(STROKES.fullmatch(plain))

"""The shape of a number in a report and what it says: 近150家, 3万2千元, 百分之九十八点五, 3—4篇, 七八名."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from app.rules.numerals import read_numeral

_COUNTING = (
    "人次 人(次) 人/次 个百分点 个月 人 名 位 家 户 个 份 次 起 件 期 场 支 "
    "篇 块 项 对 元 % 条 届 种 类 批 本 册 处 张 笔 幅 台 套 盒 箱 袋 天 "
    "小时 课时 岁 分 门 间 所 座 辆 只 枚 面 组 队 例 宗 桩 亩 平方米 平方公里 公顷 公里 学时 "
    "人天 场次 批次 家次 户次 车次 件次 课次 班次 台次 册次 人份"
).split()
_MEASURES = (
    "倍 瓶 桶 包 顶 件套 棵 株 盆 束 朵 碗 杯 罐 桌 餐 副 双 把 架 部 吨 公斤 千克 斤 米 平米 "
    "栋 幢 层 页 字 秒 分钟 轮 趟 堂 版 席 票 步 首 曲 粒 片 卷"
).split()
"""Measure words that count behind figures only: 一步, 一把手 and 三节 mean something else."""


def _ways(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


UNIT = _ways([*_COUNTING, *_MEASURES])
_COUNTED = _ways(_COUNTING)
_WRITTEN_ALIKE = {"人(次)": "人次", "人/次": "人次"}
_SMALL = "〇零一二两三四五六七八九十百千万亿"
_CAPITAL = "(?:[壹贰叁肆伍陆柒捌玖][拾佰仟万萬亿億零]+)+[壹贰叁肆伍陆柒捌玖]?"  # on its own, 陆 is a name
_FIGURES = r"[0-9]+(?:\.[0-9]+)?"
_ABOUT_BEFORE = "近|约|大约|将近|接近|超过?|逾|突破|达到?近|不少于|至少|最多|不到|上(?=[百千万])"
_MIXED = rf"{_FIGURES}(?:[万亿千百](?:[0-9]+[千百]?)?)?"
_ROUNDED_HALF = "过近逾超"
_DASH = "(?:[-—–－~～至到]|——)"
SHAPE = re.compile(
    rf"(?P<before>{_ABOUT_BEFORE})?"
    rf"(?:(?P<percent>(?<=[率比])[{_ROUNDED_HALF}]半(?!数)|百分之[{_SMALL}]+(?:点[〇零一二三四五六七八九]+)?|[一二三四五六七八九]成[一二三四五六七八九半]?(?![不立员为果功长本交效就批年熟绩人]))"
    rf"|(?P<low>{_FIGURES})(?:%|{_COUNTED})?{_DASH}(?P<high>{_FIGURES})(?P<lscale>[万亿])?(?P<ranged>{UNIT})"
    rf"|(?P<wlow>[一两二三四五六七八九十]+)[至到](?P<whigh>[{_SMALL}]+)(?P<wranged>{_COUNTED})"
    rf"|(?P<figures>{_MIXED})(?P<more>余|多|来)?(?P<scale>[万亿])?(?P<more2>余|多)?(?P<unit>{UNIT})?"
    rf"|(?P<words>[{_SMALL}]+|{_CAPITAL})(?P<wmore>余|多|来|几)?(?P<wscale>[万亿])?(?P<wunit>{_COUNTED}))"
    rf"(?P<after>以上|以下|左右|上下)?"
)
SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 10**2}
_DIGIT = "一二三四五六七八九"


@dataclass(frozen=True)
class Amount:
    """What a numeral says: from `low` to `high`, the same where it is one number; 万 and 百 worked out."""

    low: Decimal
    high: Decimal
    unit: str
    rough: str


def start_of(match: re.Match[str]) -> int:
    """Return where the numeral itself begins, behind 近 and 约."""
    return next(match.start(name) for name in ("percent", "low", "wlow", "figures", "words") if match[name])


def end_of(match: re.Match[str]) -> int:
    """Return where the number ends: before its unit, but behind the sign of a percentage."""
    for name in ("unit", "ranged", "wranged", "wunit"):
        if match[name]:
            return match.end(name) if match[name] == "%" else match.start(name)
    return match.end("percent") if match["percent"] else match.end()


def written_unit(match: re.Match[str]) -> str:
    """Return the unit as it stands behind the number; empty where none does."""
    return match["unit"] or match["ranged"] or match["wranged"] or match["wunit"] or ""


def read(match: re.Match[str]) -> Amount | None:
    """Return what a numeral says; None where it says no number."""
    before = match["before"] if match["before"] not in (None, "上") else ""
    half = match["percent"][0] if match["percent"] and match["percent"][0] in _ROUNDED_HALF else ""
    rough = before or half or match["more"] or match["more2"] or match["wmore"] or match["after"] or ""
    unit = written_unit(match)
    if match["percent"]:
        ends, unit, scale = _of_percent(match["percent"]), "%", None
    elif match["low"]:
        ends, scale = (Decimal(match["low"]), Decimal(match["high"])), match["lscale"]
    elif match["wlow"]:
        low, high = read_numeral(match["wlow"]), read_numeral(match["whigh"])
        ends = None if low is None or high is None else (Decimal(low), Decimal(high))
        scale = None
    elif match["figures"]:
        ends, scale = _of_figures(match["figures"]), match["scale"]
    else:
        ends, scale = (
            _of_words(match["words"], is_rough=bool(match["before"] or match["wmore"])),
            match["wscale"],
        )
        rough = rough or ("余" if ends is not None and ends[0] != ends[1] else "")
    if ends is None:
        return None
    times = SCALES[scale] if scale else 1
    return Amount(ends[0] * times, ends[1] * times, _WRITTEN_ALIKE.get(unit, unit), rough)


def _of_figures(text: str) -> tuple[Decimal, Decimal] | None:
    number = re.fullmatch(r"([0-9.]+)(?:([万亿千百])(?:([0-9]+)([千百]?))?)?", text)
    if number is None:
        return None
    whole = Decimal(number[1]) * SCALES.get(number[2] or "", 1)
    if number[3]:
        step = SCALES[number[4]] if number[4] else SCALES[number[2]] // 10 if len(number[3]) == 1 else 1
        whole += Decimal(number[3]) * step
    return whole, whole


def _of_percent(text: str) -> tuple[Decimal, Decimal] | None:
    if text[0] in _ROUNDED_HALF:  # 过半, 近半
        return Decimal(50), Decimal(50)
    if text[1] == "成":  # 九成, 七成五
        tenths, _, rest = text.replace("半", "五").partition("成")
        share = Decimal(f"{read_numeral(tenths)}{read_numeral(rest) if rest else 0}")
        return share, share
    whole, _, part = text.removeprefix("百分之").partition("点")
    number = 100 if whole == "百" else read_numeral(whole)
    if number is None:
        return None
    digits = "".join(str(read_numeral(sign)) if sign not in "〇零" else "0" for sign in part)
    share = Decimal(f"{number}.{digits}") if digits else Decimal(number)
    return share, share


def _of_words(text: str, *, is_rough: bool) -> tuple[Decimal, Decimal] | None:
    """Read a numeral in characters; two digits side by side are the two ends of a guess (七八名, 两三家).

    A hundred alone counts where it is rounded (近百名); 千名职工 is a name.
    """
    if text[0] in "百千万" and is_rough:
        text = f"一{text}"
    number = read_numeral(text)
    if number is not None:
        return Decimal(number), Decimal(number)
    pair = re.search(rf"([{_DIGIT}两])([{_DIGIT}])", text)
    if pair is None:
        return None
    low, high = (read_numeral(text[: pair.start()] + digit + text[pair.end() :]) for digit in pair.groups())
    return None if low is None or high is None else (Decimal(low), Decimal(high))

"""What the words beside a number say: what it is called, that people took part, that it is said again."""

from __future__ import annotations

import re

from app.learning.quantity import PERSONS, Quantity
from app.learning.words import ends_otherwise

_TOPIC = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]+[）)、.．])?([^，,。；;：:0-9]{2,16})[：:]")
_PEOPLE = (
    "(?:共|累计|先后|有|计|约|近|了|的|全[校厂院]|一线|广大|教?职工|会员|群众|人员|人数|人次|总?数|达到?|"
    "企业|单位|用工|家)*"
)
_TAKE_PART = re.compile(f"{_PEOPLE}(?:惠及|受益|吸引|参加|参与){_PEOPLE}")
"""Words that say of persons nothing but that they took part in what the sentence is about."""
_REACHED = re.compile("覆盖|服务|涉及")
_LINK = re.compile(
    r"(?:一共|[为是有已达到共计约近了”》\s　\t:：|]|总数|\b[个家人名起元件次份篇项户]\b|万元|人次)+$"
)
"""What stands between a name and its number: 会员达3108名, 会费实收（万元）5.12."""
_CALLED, _CALLED_BY, _LONG_NAME = 0.12, 0.02, 8  # and more for each character of a name beside the number
_VERBS = "参加入会获荣被进行提出受接报转退求得完实达签享捐送救帮建办了的"
"""Two of these are a verb: what stands behind a number is then more than its noun."""
_NO_VERB = f"(?![{_VERBS}]{{2}}|[被获为向将在至到了的])[\u4e00-\u9fff]"
_HEAD = re.compile("[\u4e00-\u9fff]{2}")
_NOUN = re.compile(rf"[“《]?((?:{_NO_VERB}){{2,10}})[”》]?[和及与]?")
OF_THINGS = frozenset("家 个 支 处 间 所 辆 条 本 张 块 座 台".split())
"""Measure words of what is called by a noun of its own, always."""
_JOINED = re.compile("(?<=[\u4e00-\u9fff]{2})[和及与](?=[\u4e00-\u9fff]{2})")
_GENERAL_HEADS = frozenset(
    "人员 案件 家庭 资金 金额 总数 人数 数量 人次 次数 情况 工作 活动 单位 职工 员工 费用 其中 合计".split()
)
"""What reports say at the end of many names."""
_NOTHING_ELSE = re.compile("(?:实际|现|已|共|全年|今年|年内|累计|又|再)*(?:完成|达到?|增加|新增)了?")
_ADDS_UP = re.compile(
    "(?:[其中共有已净]|发放|使用|投入|共计|合计|总计|累计|金额|资金|人数|增加|新增|分别|[为达近约])*"
)
_BEHIND_A_PART = "金款费班类件"  # 生活救助金, 工会干部培训班
_NO_WORD = re.compile("[^\u4e00-\u9fff]")
COMMA = re.compile(r"[，,、；;：:。\n（(）)]")


def took_part(quantity: Quantity) -> bool:
    """Tell whether a number says only how many took part: 发放帮扶资金5万元，惠及职工183人次."""
    said = f"{COMMA.split(quantity.before)[-1]}{quantity.thing}"
    if quantity.unit == "人次":  # who is covered by a contract is counted once
        said = _REACHED.sub("惠及", said)
    if quantity.unit in PERSONS:
        said = said.replace("涉及", "惠及")
    return bool(said) and _TAKE_PART.fullmatch(said) is not None


def called(label: str, quantity: Quantity) -> float:
    """Return what speaks for a figure whose name stands before a number: 给付申请58人次.

    Other words may stand within it: 工资专项（集体合同）覆盖企业.
    """
    said = _LINK.sub("", COMMA.split(quantity.before)[-1])
    ways = (said, ends_otherwise(said))
    whole, _, part = label.partition("·")
    if part:
        ends = (part[-2:], whole[-2:])
        is_called = any(part in way and way.rstrip(_BEHIND_A_PART).endswith(ends) for way in ways)
        is_called = is_called and any(_is_within(whole, way) for way in ways)
    else:
        is_called = any(way.endswith(whole[-2:]) and _is_within(whole, way) for way in ways)
    return _CALLED + _CALLED_BY * min(len(label), _LONG_NAME) if is_called else 0.0


def _is_within(name: str, said: str) -> bool:
    """Tell whether a text has the characters of a name in their order, others between them or not."""
    signs = iter(said)
    return all(sign in signs for sign in name)


def head_of(quantity: Quantity) -> str:
    """Return the noun that a number behind it counts, by its last two characters: 驿站 of 爱心驿站38家.

    Where what is counted stands behind the number, that of no more than a noun: 5个互助小组. Empty where it
    is known by other words, or is said by no more than 人员 or 总数, and of persons behind their number:
    they are called by too many names. A rate is what it is the rate of: 使用 of 使用率.
    """
    said = _LINK.sub("", COMMA.split(quantity.before)[-1])
    if quantity.thing:
        noun = (
            _NOUN.fullmatch(_JOINED.split(COMMA.split(quantity.thing)[0])[0])
            if quantity.unit in OF_THINGS
            else None
        )
        said = noun[1] if noun else ""
    if ends_otherwise(said) != said:
        return ""
    head = said.removesuffix("率")[-2:]
    return head if _HEAD.fullmatch(head) and head not in _GENERAL_HEADS else ""


def leans_on_others(quantity: Quantity) -> bool:
    """Tell whether the words of a number say nothing but that it goes on or adds up: 共计5210元."""
    said = COMMA.split(quantity.before)[-1]
    return took_part(quantity) or (not quantity.thing and _ADDS_UP.fullmatch(said) is not None)


def is_more_of(quantity: Quantity, last: Quantity) -> bool:
    """Tell whether a number counts what the one before it does, without words of its own: 实际完成58家."""
    said = COMMA.split(quantity.before)[-1]
    return (
        not quantity.thing
        and _NOTHING_ELSE.fullmatch(said) is not None
        and quantity.sentence == last.sentence
        and quantity.unit == last.unit
    )


def is_said_again(quantity: Quantity, last: Quantity) -> bool:
    """Tell whether a number counts what the one before it does, as in the columns of a row: 26件 31件."""
    words = [(one.before, _NO_WORD.sub("", one.thing)) for one in (quantity, last)]
    return words[0] == words[1] and quantity.sentence == last.sentence and quantity.unit == last.unit


def topic_of(sentence: str) -> str:
    """Return what a line or an item of a list is about, by the words before its colon: 职工互助保障：…"""
    return lead[1] if (lead := _TOPIC.match(sentence)) else ""

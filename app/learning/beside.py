"""What the words beside a number say: what it is called, that people took part, that it is said again."""

from __future__ import annotations

import re

from app.learning.quantities import Quantity

_TOPIC = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]+[）)、.．])?([^，,。；;：:0-9]{2,16})[：:]")
_PEOPLE = "(?:共|累计|先后|有|计|约|近|了|的|全[校厂院]|一线|广大|教?职工|会员|群众|人员|人数|人次)*"
_TAKE_PART = re.compile(f"{_PEOPLE}(?:惠及|受益|吸引|参加|参与){_PEOPLE}")
"""Words that say of persons nothing but that they took part in what the sentence is about."""
_LINK = re.compile(r"(?:[为是有达共计约近了\s　\t:：|]|总数|\b[个家人名起元件次份篇项户]\b|万元|人次)+$")
"""What stands between a name and its number: 会员达3108名, 会费实收（万元）5.12."""
_CALLED, _CALLED_BY, _LONG_NAME = 0.12, 0.02, 8  # and more for each character of a name beside the number
_NO_WORD = re.compile("[^\u4e00-\u9fff]")
COMMA = re.compile(r"[，,、；;：:。\n（(）)]")


def took_part(quantity: Quantity) -> bool:
    """Tell whether a number says only how many took part: 发放帮扶资金5万元，惠及职工183人次."""
    said = f"{COMMA.split(quantity.before)[-1]}{quantity.thing}"
    return bool(said) and _TAKE_PART.fullmatch(said) is not None


def called(label: str, quantity: Quantity) -> float:
    """Return what speaks for a figure whose name stands before a number: 给付申请58人次.

    Other words may stand within it: 工资专项（集体合同）覆盖企业.
    """
    said = _LINK.sub("", COMMA.split(quantity.before)[-1])
    whole, _, part = label.partition("·")
    signs = iter(said)
    is_called = said.endswith((part or whole)[-2:]) and part in said and all(sign in signs for sign in whole)
    return _CALLED + _CALLED_BY * min(len(label), _LONG_NAME) if is_called else 0.0


def is_said_again(quantity: Quantity, last: Quantity) -> bool:
    """Tell whether a number counts what the one before it does, as in the columns of a row: 26件 31件."""
    words = [(one.before, _NO_WORD.sub("", one.thing)) for one in (quantity, last)]
    return words[0] == words[1] and quantity.sentence == last.sentence and quantity.unit == last.unit


def topic_of(sentence: str) -> str:
    """Return what a line or an item of a list is about, by the words before its colon: 职工互助保障：…"""
    return lead[1] if (lead := _TOPIC.match(sentence)) else ""

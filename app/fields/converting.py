"""What a field says, said by a field of another kind."""

from __future__ import annotations

import re
from typing import Any

from app.errors import Invalid
from app.fields.base import Described
from app.fields.dates import DateField, PartialDateField
from app.fields.numbers import CountField, MoneyField, QuantityField
from app.fields.text import NotesField
from app.rules.dates import tells_hour

_IN_WORDS = re.compile(r"[^\W\d_]+")
_COUNTED = re.compile(r"[0-9]{5}(\.[0-9]+)?")  # a spreadsheet's number of a day looks like any other number


def converted(value: Any, source: Described, target: Described) -> object:  # noqa: ANN401  # of any kind
    """Return the value of a field as another one has it; raises Invalid where that one cannot say it."""
    text = source.format(value)
    read = target.parse(text)
    if text and (read is None or _loses(text, target, target.format(read))):
        raise Invalid(f"“{text}”不合新的类型")
    return read


def _loses(text: str, target: Described, again: str) -> bool:
    """Tell whether a field would say less than a text did.

    0012 names something that 12 does not, 一组 is no 1 to count with, and lines that are one are no lines;
    10030 is no day of 1927, and a day is not all of 2011-3-8 14:00.
    """
    words = set(_IN_WORDS.findall(text)) - {target.unit, "元"}
    if words and isinstance(target, CountField | MoneyField | QuantityField):
        return True
    if isinstance(target, DateField | PartialDateField) and (_COUNTED.fullmatch(text) or tells_hour(text)):
        return True
    lines = "\n" in text and not isinstance(target, NotesField)
    return lines or (bool(re.match("0[0-9]", text)) and not again.startswith("0"))

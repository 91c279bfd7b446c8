"""The unit of a number that has none of its own: of its row, its column, what stands above its table."""

from __future__ import annotations

import re
from dataclasses import replace

from app.learning.amounts import SCALES, UNIT, Amount
from app.learning.tables import says_what, unit_below

IN_A_COLUMN = re.compile(rf"[\t 　（(](?P<scale>万|亿)?(?P<unit>{UNIT})[）)]?[0-9.,\t 　]*$")
"""The unit of a table's row, which stands before its numbers: 慰问金额 万元 8 8.6."""
_UNIT_OF_A_COLUMN = re.compile(rf"[(（](?:单位[:：])?(?P<scale>万|亿)?(?P<unit>{UNIT})[)）]$")
_SCALED_UNIT = re.compile(rf"(?P<scale>万|亿)?(?P<unit>{UNIT})")
_NAME_BEFORE = re.compile("([\u4e00-\u9fff]+?)[为是有达到共计约近]*[：:\\s]*[0-9.,\\s]*$")
"""What a bare number is called: 调解成功率 92 90."""


def in_its_column(amount: Amount, before: str, heading: str, units: str) -> Amount:
    """Return a number in the unit of its row, or of a sign of money, where it has none of its own.

    `units` are those told above its table.
    """
    if amount.unit:
        return amount
    if before.endswith(("¥", "￥")):
        return replace(amount, unit="元")
    column = IN_A_COLUMN.search(before) or _UNIT_OF_A_COLUMN.search(heading)
    if column is None:
        name = _NAME_BEFORE.search(before)
        called = heading if says_what(heading) else name[1] if name else ""
        column = _SCALED_UNIT.fullmatch(unit_below(units, called))
    if column is None:
        return amount
    scale = SCALES[column["scale"]] if column["scale"] else 1
    return replace(amount, low=amount.low * scale, high=amount.high * scale, unit=column["unit"])

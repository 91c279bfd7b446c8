"""In which unit a sheet gives its amounts: 金额（万元） above a column, 单位：万元 above the whole list."""

from __future__ import annotations

import re
from decimal import Decimal

from app.exchange.mapping import Columns
from app.exchange.sheet import Sheet
from app.fields import MoneyField
from app.rules.text import tidy

_YUAN = {"元": 1, "百元": 100, "千元": 1_000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}
_UNIT = f"({'|'.join(sorted(_YUAN, key=len, reverse=True))})"
_OF_COLUMN = re.compile(rf"[(\[/,]?(?:单位:?)?{_UNIT}(?:/[年月季人户]+)?[)\]]?$")
_OF_SHEET = re.compile(rf"单位[:(]?(?:人民币)?{_UNIT}(?![一-龥])")
_ALONE = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")


def money_units(sheet: Sheet, columns: Columns) -> dict[int, int]:
    """Return how many yuan one is in each column of amounts that are not given in yuan, by the column."""
    above = "".join(tidy(cell) for row in sheet.rows[: columns.heading.first - 1] for cell in row)
    of_all = told[1] if (told := _OF_SHEET.search("".join(above.split()))) else ""
    units: dict[int, int] = {}
    for column, target in columns.chosen.items():
        if isinstance(target.field, MoneyField):
            name = "".join(tidy(columns.heading.whole[column]).split())
            own = _OF_COLUMN.search(name)
            yuan = _YUAN[own[1] if own else of_all or "元"]
            if yuan != 1:
                units[column] = yuan
    return units


def in_yuan(text: str, yuan: int) -> str:
    """Return an amount of so many yuan each in yuan, unless it has a unit of its own."""
    amount = tidy(text).replace(",", "")
    return f"{Decimal(amount) * yuan:f}" if _ALONE.fullmatch(amount) else text

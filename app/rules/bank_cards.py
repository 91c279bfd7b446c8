"""Bank card and passbook numbers."""

import re

from app.errors import Invalid
from app.rules.text import read_grouped


def read_card(text: str) -> str:
    """Read a bank card number (银行卡号) as its 13 to 19 digits."""
    number = read_grouped(text)
    if not re.fullmatch(r"[0-9]+", number):
        raise Invalid("只能填数字，例如 6222 0212 3456 7890 188")
    if not 13 <= len(number) <= 19:
        raise Invalid(f"应为 13 至 19 位，现有 {len(number)} 位，请与卡面核对")
    return number


def card_remark(number: str) -> str | None:
    """Return a remark where the check digit (Luhn) fails, as it does for passbooks; None where it agrees."""
    # Imported here: stdnum brings ssl and pydoc along, 50 ms the first window need not wait for.
    from stdnum import luhn

    return None if luhn.is_valid(number) else "校验位不符，如不是存折或单位账户请与卡面核对"


def mask_card(number: str) -> str:
    """Show the last four digits only.

    >>> mask_card("6222021234567890188")
    '**** **** **** 0188'
    """
    return f"**** **** **** {number[-4:]}"


def group_card(number: str) -> str:
    """Write a number in fours, as it stands on the card.

    >>> group_card("6222021234567890188")
    '6222 0212 3456 7890 188'
    """
    return " ".join(re.findall(r".{1,4}", number))

"""Postal codes of China: six digits."""

import re

from app.errors import Invalid
from app.rules.text import read_code

_SHAPE = re.compile("[0-9]{6}")


def read_postcode(text: str) -> str:
    """Read a postal code (domain 13.7).

    >>> read_postcode("２０００３１")
    '200031'
    """
    code = read_code(text)
    if not _SHAPE.fullmatch(code):
        raise Invalid("邮政编码应为 6 位数字，例如 200031")
    return code

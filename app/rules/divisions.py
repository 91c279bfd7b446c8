"""The divisions (行政区划) with which identity numbers begin, from the table of python-stdnum, old ones too.

Its text is read as it is: once imported, that library brings ssl and pydoc along and takes the table apart
line by line, which takes more than 0.1 s. The first identity number and every import would feel that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PROVINCE_OR_COUNTY = re.compile(r"^(?:([0-9]{2}) province|  ([0-9]{4}) county)=", re.MULTILINE)


def is_province(code: str) -> bool:
    """Tell whether two digits are those of a province, or were.

    >>> is_province("31"), is_province("89")
    (True, False)
    """
    return code in _codes(2)


def is_county(code: str) -> bool:
    """Tell whether six digits are those of a county or a district of a city, or were.

    >>> is_county("310104"), is_county("310199")
    (True, False)
    """
    return code in _codes(6)


@cache
def _codes(length: int) -> frozenset[str]:
    """Return the codes of so many digits."""
    return frozenset(code for code in _every_code() if len(code) == length)


def _every_code() -> Iterator[str]:
    """Yield the code of each province, and behind it those of its counties."""
    province = ""
    for own, county in _PROVINCE_OR_COUNTY.findall(_table().read_text("utf-8")):
        province = own or province
        yield province + county


def _table() -> Path:
    spec = find_spec("stdnum")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("stdnum")
    return Path(spec.origin).with_name("cn") / "loc.dat"

"""The recovery code of an encrypted file: its key of 32 bytes in digits that people can copy from paper.

Sixteen groups of six digits, each of them two bytes times eleven, as the recovery keys of BitLocker are: any
single wrong digit, and any two neighbours that were swapped, leave a group that eleven does not divide.
"""

import re

from app.errors import Invalid
from app.rules.text import DASHES, tidy

GROUPS = 16
DIGITS = 6
_CHECK = 11
_LARGEST = 0xFFFF


def write_recovery_code(key: bytes) -> tuple[str, ...]:
    """Return the groups of a key's code.

    >>> write_recovery_code(bytes(30) + b"\\xff\\xff")[-2:]
    ('000000', '720885')
    """
    pairs = [int.from_bytes(key[at : at + 2], "big") for at in range(0, len(key), 2)]
    return tuple(f"{pair * _CHECK:0{DIGITS}d}" for pair in pairs)


def read_recovery_code(text: str) -> bytes | None:
    """Return the key that a code stands for; None where the text is no code at all.

    Digits of whatever width, with whatever between them, are read. Raises Invalid naming the group that
    was copied wrongly.
    """
    digits = re.sub(rf"[\s{DASHES}、,，.·]", "", tidy(text))
    if not re.fullmatch(rf"[0-9]{{{GROUPS * DIGITS - 2},{GROUPS * DIGITS + 2}}}", digits):
        return None
    groups = [digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS)]
    for number, group in enumerate(groups, start=1):
        pair, rest = divmod(int(group), _CHECK)
        if rest or pair > _LARGEST or number > GROUPS or len(group) != DIGITS:
            raise Invalid(f"恢复码第 {min(number, GROUPS)} 组（{group}）抄错了，请与恢复页核对")
    if len(groups) < GROUPS:
        raise Invalid(f"恢复码应有 {GROUPS} 组，少了几位，请与恢复页核对")
    return b"".join((int(group) // _CHECK).to_bytes(2, "big") for group in groups)

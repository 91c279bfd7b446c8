"""Unified social credit codes of units by GB 32100-2015, and the codes of bodies before them."""

from app.errors import Invalid
from app.rules.text import read_grouped

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def read_credit_code(text: str) -> str:
    """Read a unified social credit code (统一社会信用代码), judging its shape only."""
    code = read_grouped(text)
    if len(code) != 18:
        raise Invalid(f"应为 18 位，现有 {len(code)} 位，请与证照核对")
    if wrong := [character for character in code if character not in _ALPHABET]:
        raise Invalid(f"不会出现“{wrong[0]}”：只用数字和除 I、O、S、V、Z 外的大写字母，请与证照核对")
    return code


def credit_code_remark(code: str) -> str | None:
    """Return a remark where the check character fails; None where it agrees.

    No more than a remark, since real papers of the first years carry wrong codes.
    """
    is_shaped = len(code) == len(_WEIGHTS) + 1 and set(code) <= set(_ALPHABET)
    return None if is_shaped and code[-1] == check_character(code[:17]) else "校验码不符，请与证照核对"


def check_character(first17: str) -> str:
    """Return the 18th character that belongs to the first 17 (GB 32100-2015)."""
    values = map(_ALPHABET.index, first17)
    total = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    return _ALPHABET[-total % 31]


_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def is_body_code(code: str) -> bool:
    """Tell whether the ninth character of an old 组织机构代码 is the one that belongs to it (GB 11714)."""
    plain = read_grouped(code)
    if len(plain) != 9 or not plain[:8].isalnum() or not plain.isascii():
        return False
    total = sum(weight * int(character, 36) for weight, character in zip(_BODY_WEIGHTS, plain, strict=False))
    return plain[8] == "0123456789X0"[11 - total % 11]

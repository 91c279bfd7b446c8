"""What a field says, said by a field of another kind."""

from __future__ import annotations

import re
from typing import Any

from app.errors import Invalid
from app.fields.base import Described


def converted(value: Any, source: Described, target: Described) -> object:  # noqa: ANN401  # of any kind
    """Return the value of a field as another one has it; raises Invalid where that one cannot say it."""
    text = source.format(value)
    read = target.parse(text)
    if text and (read is None or _drops_zeros(text, target.format(read))):
        raise Invalid(f"“{text}”不合新的类型")
    return read


def _drops_zeros(text: str, again: str) -> bool:
    """Tell whether a number that names something (0012) would be taken for one to count with (12)."""
    return bool(re.match("0[0-9]", text)) and not again.startswith("0")

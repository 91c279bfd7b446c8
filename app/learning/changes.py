"""Whether a number of a report is a level or a change: 会员增加到50人, 比去年增长10%."""

from __future__ import annotations

import re

from app.learning.quantity import SHARES, Role

_RISEN = "增长|增加|上升|上涨|提高|提升|扩大|下降|减少|降低|回落|压缩|[增减升降]"
_GROWN = re.compile(rf"(?:{_RISEN}|(?:增|降|涨)幅(?:为|达)?|[多少])(?:了|至|到)?(?:近|约)?$")
REACHED = re.compile(rf"(?P<grown>{_RISEN})(?:至|到|为)(?P<about>近|约)?$")
_LAST = re.compile(
    r"(?:比|较|同比|与)(?:去年|上年|上一年|前年|[0-9]{4}年)?(?:同期|末|底|度)?(?:相比)?[，,]?[^，。；,]{0,8}$"
)


def role_of(sentence: str, before: str, unit: str) -> tuple[Role, int]:
    """Tell a change from a level, and where it begins: its words (增长10%) stand with its number.

    `sentence` is all that stands before the number, `before` what stands behind the number before it.
    """
    grown = None if REACHED.search(before) else _GROWN.search(before)
    if grown is None:
        return Role.LEVEL, len(sentence)
    compared = (
        _LAST.search(before[: grown.start()])
        or unit in SHARES
        or "同比" in before
        or re.search(r"(?:比|较)(?:去年|上年|上一年|前年|[0-9]{4}年)[^，。；]*$", sentence)
    )
    if not compared:
        return Role.LEVEL, len(sentence)
    return (Role.CHANGE if unit in SHARES else Role.DIFFERENCE), len(sentence) - len(before) + grown.start()

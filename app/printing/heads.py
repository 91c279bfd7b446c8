"""Words that stand above and below many lists: the office's name, the period, a date to fill in."""

from __future__ import annotations

from collections.abc import Callable

from app.printing.layout import Part, PrintRequest
from app.records.profile import office_name, profile
from app.rules.dates import write_date
from app.rules.periods import Period

BLANK_DATE = "　　　　年　　月　　日"
LINE = "＿＿＿＿＿＿＿＿＿＿＿＿"
"""Room for a name, filled in by hand."""

BLANK_SPAN = "＿＿年＿＿月＿＿日至＿＿年＿＿月＿＿日"
"""Room for the days of a notice, filled in by hand."""

PAID_OUT = ("单位负责人：", "审核人：", "经办人：", "证明人：", "制表日期：")
"""Who signs for money that was handed to people."""
TRANSFERRED = ("单位负责人：", "审核人：", "经办人：", "银行经办：", "制表日期：")
"""Who signs for money that a bank pays into accounts."""
BY_BANK = "银行代发"
"""What stands where cash is signed for, when a bank pays."""
HANDLED = ("单位负责人：", "经办人：", "证明人：", "制表日期：")
"""Who signs for money and things of an event or a drive."""


def office_head() -> str:
    """Return the left head of a list: the unit, with room for its seal."""
    return f"单位（盖章）：{office_name()}"


def supervision_phone() -> str:
    """Return the line that says whom to call about a notice, with room where the office has no number."""
    return f"监督电话：{profile().notice_phone or profile().phone or LINE[:8]}"


def told_head(label: str, value: str | None) -> str:
    """Return what is known under its label, 地点：区体育公园; nothing where it is not."""
    return f"{label}：{value}" if value else ""


def period_head(period: Period | None) -> str:
    """Return the period a list covers, as it is called."""
    return f"期间：{period.label}" if period else ""


def as_of_head(request: PrintRequest) -> str:
    """Return the day a list of what stands is made for."""
    return f"截至{write_date(request.as_of)}"


def blank(
    middle: str = "",
    right: str = f"日期：{BLANK_DATE}",
    *,
    left: str = "",
    title: str = "",
    notes: tuple[str, ...] = (),
) -> Callable[[], Part]:
    """Return the words around an empty list; on the left stands the office unless said otherwise."""
    return lambda: Part((), title=title, heads=(left or office_head(), middle, right), notes=notes)

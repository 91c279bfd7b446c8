"""The sheet on which the members of a workers' congress sign (职代会签到表, domain 6.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.printing.heads import BLANK_DATE
from app.printing.layout import ListPrint, Part, PrintColumn, Sheets
from app.rules.dates import write_date

_TITLE = "职工代表大会签到表"
_ROWS = 20  # what a page holds
_MOST_ROWS = 2_000  # a hundred pages; more than that is a slip of the pen
_BLANK = "＿＿＿＿"
_COLUMNS = tuple(
    PrintColumn(None, width_mm, heading, text=lambda _seat: "")
    for heading, width_mm in (("姓名", 30), ("部门、岗位", 48), ("代表类别", 28), ("签名", 42), ("备注", 24))
)
_NOTE = "实到人数不少于应到人数的三分之二，方可开会；审议事项由应到人数的{}同意，方为通过。"
MAJORITY, HALF_OR_MORE = "过半数", "半数以上（含半数）"
"""What a congress decides by (企业民主管理规定), and what a draft of a collective contract needs at least."""


def congress_sheet(
    unit: str, day: date | None, expected: int | None, topics: str = "", *, passes: str = MAJORITY
) -> Part:
    """Return a sheet with a row for each of those expected; `passes` says how many of them must agree."""
    notes = [_NOTE.format(passes)]
    if expected is not None and expected > _MOST_ROWS:
        notes.append(f"应到 {expected} 人，本表只印 {_MOST_ROWS} 行，请核对应到人数。")
    return Part(
        range(min(expected or _ROWS, _MOST_ROWS)),
        title=f"{unit}{_TITLE}",
        heads=_heads(write_date(day) if day else BLANK_DATE, str(expected or _BLANK)),
        intro=f"议题：{topics}" if topics else "",
        notes=tuple(notes),
    )


def _heads(day: str, expected: str) -> tuple[str, str, str]:
    return f"会议日期：{day}", "", f"应到 {expected} 人　实到 {_BLANK} 人"


def sign_in(
    key: str, title: str, sheets: Sheets, *, passes: Callable[[], str] = lambda: MAJORITY
) -> ListPrint:
    """Return the print of such sheets; `passes` says of the blank one how many must agree."""

    def blank() -> Part:
        heads = _heads(BLANK_DATE, _BLANK)
        topics = f"议题：{_BLANK * 6}"
        return Part((), f"{_BLANK * 3}{_TITLE}", heads, topics, (_NOTE.format(passes()),))

    return ListPrint(
        key,
        title,
        _COLUMNS,
        sheets,
        signing=True,
        closing=("主持人：", "记录人：", "统计人："),
        blank=blank,
        blank_rows=_ROWS,
        single="签到表",
    )

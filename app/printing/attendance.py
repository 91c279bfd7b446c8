"""The sheet on which the members of a workers' congress sign (职代会签到表, domain 6.4)."""

from __future__ import annotations

from datetime import date

from app.printing.heads import BLANK_DATE
from app.printing.layout import ListPrint, Part, PrintColumn, Sheets
from app.rules.dates import write_date

_TITLE = "职工代表大会签到表"
_ROWS = 20  # what a page holds
_BLANK = "＿＿＿＿"
_COLUMNS = tuple(
    PrintColumn(None, width_mm, heading, text=lambda _seat: "")
    for heading, width_mm in (("姓名", 30), ("部门、岗位", 48), ("代表类别", 28), ("签名", 42), ("备注", 24))
)
_NOTES = ("实到人数不少于应到人数的三分之二，方可开会；审议事项由应到人数的过半数同意，方为通过。",)


def congress_sheet(unit: str, day: date | None, expected: int | None, topics: str = "") -> Part:
    """Return a sheet with a row for each of those expected."""
    return Part(
        range(expected or _ROWS),
        title=f"{unit}{_TITLE}",
        heads=_heads(write_date(day) if day else BLANK_DATE, str(expected or _BLANK)),
        intro=f"议题：{topics}" if topics else "",
        notes=_NOTES,
    )


def _heads(day: str, expected: str) -> tuple[str, str, str]:
    return f"会议日期：{day}", "", f"应到 {expected} 人　实到 {_BLANK} 人"


def _blank() -> Part:
    return Part((), title=f"{_BLANK * 3}{_TITLE}", heads=_heads(BLANK_DATE, _BLANK), notes=_NOTES)


def sign_in(key: str, title: str, sheets: Sheets) -> ListPrint:
    """Return the print of such sheets."""
    return ListPrint(
        key,
        title,
        _COLUMNS,
        sheets,
        signing=True,
        closing=("主持人：", "记录人：", "统计人："),
        blank=_blank,
        blank_rows=_ROWS,
        single="签到表",
    )

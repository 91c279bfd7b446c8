"""The recovery sheet (恢复页) of the open office: its recovery code on paper, for the safe.

The code is the key of the file itself. Whoever has the sheet and the file needs no password, and can give the
file another one; with another password the file has another key, and its sheet is printed anew.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cipher.key import Key
from app.errors import Refused
from app.opened import current
from app.printing.form import Cell, FormSheet
from app.records.base import database
from app.records.profile import office_name
from app.rules.dates import write_date
from app.rules.recovery_code import write_recovery_code
from app.target import written_whole

if TYPE_CHECKING:
    from app.printing.pdf import PrintResult

TITLE = "台账恢复页"
_IN_A_ROW = 4
_CODE_HEIGHT = 13.0  # millimetres, with room to tick off what was copied
_USE = (
    "忘记密码时，打开台账，在密码一栏中依次照抄下面 16 组数字，组与组之间可以空格，也可以不空。"
    "抄错了，程序会指出是第几组。打开以后，请在“密码…”中改一个新密码。"
)
_CARE = "谁有这一页和台账文件，谁就能打开台账。请装入信封封好，放进保险柜，不要拍照，不要存在电脑里。"
_NOTES = (
    "改密码以后，本页打不开新的台账文件，请重新打印一页；改密码以前的备份仍用本页打开，与那些备份一同保管、一同销毁。",
)


def write(target: Path, *, printed_at: datetime) -> PrintResult:
    """Write the recovery sheet of the open office to a PDF file; raises Refused where it has no password."""
    from app.printing import pdf

    office = current()
    if office is None or database.key is None:
        raise Refused("这个台账没有密码，不需要恢复页。请先设密码。")
    made = sheet(database.key, office.path.name, printed_at)
    with written_whole(target, ".pdf") as unfinished:
        return pdf.write([made], unfinished, printed_at=printed_at, author=office_name())


def sheet(key: Key, file_name: str, printed_at: datetime) -> FormSheet:
    """Return what the sheet says."""
    groups = list(enumerate(write_recovery_code(key.secret), start=1))
    rows = [
        (_label("台账文件"), Cell(file_name, 20, align="left")),
        (_label("用法"), Cell(_USE, 20, align="left")),
        *(_row(groups[at : at + _IN_A_ROW]) for at in range(0, len(groups), _IN_A_ROW)),
        (_label("保管"), Cell(_CARE, 20, align="left")),
    ]
    return FormSheet(
        TITLE,
        tuple(rows),
        head_left=office_name(),
        head_right=f"打印日期：{write_date(printed_at)}",
        closing=("封存人：", "保管人：", "封存日期："),
        notes=_NOTES,
    )


def _label(text: str) -> Cell:
    return Cell(text, 4, label=True)


def _row(groups: list[tuple[int, str]]) -> tuple[Cell, ...]:
    return tuple(
        cell
        for number, group in groups
        for cell in (
            Cell(f"第{number}组", 3, label=True, height_mm=_CODE_HEIGHT),
            Cell(f"{group[:3]} {group[3:]}", 3),
        )
    )

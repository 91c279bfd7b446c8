"""The files that an import writes beside the office: an empty workbook, and the rows it refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.exchange.rejects import require_other, write_rejects
from app.exchange.session import ImportSession
from app.exchange.workbook import template
from app.register import Register
from ui.dialogs.save_as import ask_target

Said = tuple[str, Path | None]
"""What there is to say of a file that was to be written, and where it lies if it was."""
_EXCEL = "Excel 表格 (*.xlsx)"


def save_template(register: Register, parent: QWidget) -> Said:
    """Ask where an empty workbook goes and write it; return what there is to say."""
    target = ask_target(parent, "空白表格", f"{register.title}（空白）", "import", (_EXCEL,))
    if target is None:
        return "", None
    try:
        template(register, target)
    except Refused as refused:
        return str(refused), None
    return f"空白表格已存为 {target}", target


def save_rejects(session: ImportSession, book: Path | None, parent: QWidget) -> Said:
    """Ask where the refused rows go and write them; return what there is to say."""
    stem = book.stem if book is not None else session.register.title
    target = ask_target(parent, "另存被拒绝的行", f"{stem}（有误的行）", "import", (_EXCEL,))
    if target is None:
        return "", None
    try:
        if book is not None:
            require_other(target, book)
        rows = write_rejects(session, target)
    except Refused as refused:
        return str(refused), None
    return f"{rows:,} 行已存为 {target}，改好后可以再次导入", target

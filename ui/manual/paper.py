"""The manual as PDF, from the text that the window shows."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pikepdf
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from app.errors import Refused
from ui.look.colours import LIGHT
from ui.manual.document import ManualDocument

_SIMPLIFIED = dict(
    zip(
        "⺟⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰",
        "母民见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙",
        strict=True,
    )
)
"""Radicals that NFKC leaves as they are, and their characters (EquivalentUnifiedIdeograph of Unicode)."""
_RADICAL = re.compile("<(2[EF][0-9A-F]{2})>")
_POINTS = 10.5
_MARGIN = 18  # mm
_DPI = 150
_SCREEN_DPI = 96  # Qt draws a picture so many dots to an inch, whatever it is drawn on
_SHARE = 0.72  # of the width of the page, for a picture: a page holds it and the words about it


def save_pdf(target: Path) -> None:
    """Write the manual as PDF, A4, its pages numbered. Raises Refused where the file cannot be written."""
    try:
        target.open("ab").close()
    except OSError as error:
        raise Refused(f"不能写到“{target}”，请换一个文件夹，或关闭正在看这个文件的程序。") from error
    writer = QPdfWriter(str(target))
    writer.setTitle("社区工会台账 使用手册")
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    room = writer.pageLayout().paintRectPixels(_DPI).size()
    document = ManualDocument(LIGHT, round(room.width() * _SHARE * _SCREEN_DPI / _DPI))
    document.documentLayout().setPaintDevice(writer)
    font = QFont(QApplication.font())
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(room))
    document.print_(writer)
    del writer  # which ends the file
    _name_characters(target)


def _name_characters(target: Path) -> None:
    """Have the PDF say 工 where Qt says ⼯, the radical of that shape: else nobody finds the word."""
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        for part in pdf.objects:
            if isinstance(part, pikepdf.Dictionary) and "/ToUnicode" in part:
                told = part.ToUnicode.read_bytes().decode("ascii")
                part.ToUnicode.write(_RADICAL.sub(_character, told).encode("ascii"))
        pdf.save(target)


def _character(radical: re.Match[str]) -> str:
    told = chr(int(radical[1], 16))
    plain = _SIMPLIFIED.get(told) or unicodedata.normalize("NFKC", told)
    return f"<{ord(plain):04X}>"

"""The labels on the spines of archive boxes (档案盒脊背)."""

from __future__ import annotations

from app.printing.filling import Filling
from app.printing.labels import LabelSheet, Stock, Words
from app.printing.layout import FormPrint, PaperKind
from app.printing.roles import Role
from app.printing.selection import Selection
from app.printing.styles import Style
from app.records.profile import office_name
from app.subjects.office.archive.records import ArchiveItem

_FOUR = Stock(210, 297, 45, 260, columns=4)  # boxes of 50 mm
_WIDTH = 45.0
_LABEL = Style(Role.HEI, 10)
_VALUE = Style(Role.SONG, 11)
_TITLE = Style(Role.SONG_BOLD, 22)
_TITLE_HEIGHT = 130.0


def _spine(item: ArchiveItem, _full_ids: bool) -> LabelSheet:
    value = Filling(item, full_ids=False).value
    return LabelSheet(
        "档案盒脊背",
        _FOUR,
        (
            (
                Words(office_name(), 0, 0, _WIDTH, 22, _VALUE, "center", framed=True),
                *_box("类别", value(ArchiveItem.kind), 22),
                *_box("年度", (item.dated or "")[:4], 40),
                Words(item.title or "", 0, 58, _WIDTH, _TITLE_HEIGHT, _TITLE, vertical=True, framed=True),
                *_box("保管期限", value(ArchiveItem.retention), 188),
                *_box("档案号", value(ArchiveItem.archive_no), 206),
                *_box("页数", value(ArchiveItem.pages), 224),
                *_box("存放位置", value(ArchiveItem.place), 242),
            ),
        ),
    )


def _box(label: str, text: str, top: float) -> tuple[Words, Words]:
    """Return a label in a low box, and below it the value in a higher one."""
    return (
        Words(label, 0, top, _WIDTH, 7, _LABEL, "center", framed=True),
        Words(text, 0, top + 7, _WIDTH, 11, _VALUE, "center", framed=True),
    )


SPINES = FormPrint(
    "office.spines",
    "档案盒脊背",
    ArchiveItem,
    Selection(ArchiveItem, (ArchiveItem.archived_on, ArchiveItem.id), ArchiveItem.archived_on),
    _spine,
    hides_ids=False,
    dated=ArchiveItem.archived_on,
    kind=PaperKind.LABEL,
)

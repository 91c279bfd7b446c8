"""The slip on which a bulletin is approved before it goes out (信息发布审批表, domain 9.3)."""

from __future__ import annotations

from app.printing.filling import Filling, labelled
from app.printing.form import GRID, Cell, FormSheet
from app.printing.heads import BLANK_DATE, office_head
from app.printing.layout import FormPrint
from app.printing.selection import Selection
from app.subjects.publications.bulletins.lists import channel_names
from app.subjects.publications.bulletins.records import Bulletin

_SIGNED = "签名：　　　　　　　"


_BULLETINS = Selection(Bulletin, (Bulletin.drafted_on, Bulletin.id), Bulletin.drafted_on)


def _sheet(bulletin: Bulletin, full_ids: bool) -> FormSheet:
    filling = Filling(bulletin, full_ids)
    boxed, value = filling.boxed, filling.value
    return FormSheet(
        "信息发布审批表",
        (
            boxed(Bulletin.title, 22, align="left"),
            (*boxed(Bulletin.kind, 5), *boxed(Bulletin.author, 5), *boxed(Bulletin.drafted_on, 8)),
            (*boxed(Bulletin.event_on, 9), *labelled("照片", bulletin.photo_name or "", 11)),
            labelled("报送渠道", channel_names(bulletin), 22, align="left"),
            (
                Cell("内容", 2, label=True),
                Cell(value(Bulletin.body), GRID - 2, align="left", height_mm=118),
            ),
            (
                Cell("审核意见", 2, label=True),
                Cell(
                    f"审核人：{bulletin.reviewer}" if bulletin.reviewer else "",
                    GRID - 2,
                    align="left",
                    height_mm=30,
                    foot=f"{_SIGNED}{value(Bulletin.approved_on) or BLANK_DATE}",
                ),
            ),
            (
                Cell("签发意见", 2, label=True),
                Cell("", GRID - 2, align="left", height_mm=30, foot=f"{_SIGNED}{BLANK_DATE}"),
            ),
            (*boxed(Bulletin.sent_on, 9), *boxed(Bulletin.status, 11)),
        ),
        head_left=office_head(),
        head_right=f"编号：{bulletin.bulletin_no or '＿＿＿＿＿＿＿＿'}",
    )


APPROVAL_SLIP = FormPrint(
    "publications.approval",
    "信息发布审批表",
    Bulletin,
    _BULLETINS,
    _sheet,
    hides_ids=False,
    dated=Bulletin.drafted_on,
    single="审批表",
)

"""A letter of supervision as it is sent (提示函、意见书、建议书, domain 18)."""

from __future__ import annotations

from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import BLANK, LetterSheet, body, heading, or_blank, to, written
from app.records.profile import office_name
from app.rules.dates import write_date
from app.subjects.disputes.supervision.lists import LETTERS
from app.subjects.disputes.supervision.records import LetterKind, SupervisionLetter

_OPENING = {
    LetterKind.HINT: "为预防和减少劳动争议，就你单位劳动用工中的下列情况，特作如下提示：",
    LetterKind.DEMAND: "经本会调查，你单位在执行劳动法律法规方面存在下列问题：",
    LetterKind.PROPOSAL: "经本会监督，{unit}存在下列问题，本会意见未被采纳，现建议贵单位依法处理：",
}
_ASKED = {
    LetterKind.HINT: "请于{day}前将采取的措施书面告知本会。",
    LetterKind.DEMAND: "请于{day}前整改，并将整改情况书面答复本会。",
    LetterKind.PROPOSAL: "请于{day}前将处理情况书面告知本会。",
}


def _sheet(letter: SupervisionLetter, _full_ids: bool) -> LetterSheet:
    kind = LetterKind(letter.kind) if letter.kind else LetterKind.DEMAND
    unit = or_blank(letter.about_unit, 10)
    return LetterSheet(
        f"工会劳动法律监督{letter.kind or BLANK * 5}",
        (
            to(letter.unit_name or ""),
            body(_OPENING[kind].format(unit=unit) if letter.kind else "现就下列情况函告你单位："),
            body(letter.matter, 5),
            heading("法律依据"),
            body(letter.basis, 2),
            heading("意见和建议"),
            body(letter.demands, 4),
            body(_ASKED[kind].format(day=written(letter.due_on))),
        ),
        number=f"编号：{or_blank(letter.letter_no)}",
        signatures=((f"签发人：{letter.signer or ''}", "受文单位签收："),),
        seal=(
            or_blank(office_name(), 14),
            write_date(letter.issued_on) if letter.issued_on else BLANK_DATE,
        ),
        notes=("本文书一式两份，受文单位和本会各存一份。",),
    )


SUPERVISION_LETTER = FormPrint(
    "disputes.supervision_letter",
    "工会劳动法律监督文书",
    SupervisionLetter,
    LETTERS,
    _sheet,
    hides_ids=False,
    single="文书",
    kind=PaperKind.LETTER,
)

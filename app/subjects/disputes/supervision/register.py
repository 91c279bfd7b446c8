"""Letters of labour supervision: sent, answered, put right (domain 18)."""

from __future__ import annotations

from app.register import Register, Section, State, Step
from app.subjects.disputes.supervision import checks
from app.subjects.disputes.supervision.due import letters_due
from app.subjects.disputes.supervision.letters import SUPERVISION_LETTER
from app.subjects.disputes.supervision.lists import LETTER_BOOK
from app.subjects.disputes.supervision.records import LetterStatus, SupervisionLetter

_OPEN = (LetterStatus.WAITING, LetterStatus.ANSWERED)


def _after_import(letter: SupervisionLetter, names: frozenset[str]) -> None:
    """Settle the state: a ledger tells what came of a letter by the days, seldom by a word."""
    if "status" in names:
        return
    if letter.rectified_on is not None:
        letter.status = LetterStatus.DONE.value
    elif letter.answered_on is not None:
        letter.status = LetterStatus.ANSWERED.value


SUPERVISION = Register(
    "disputes.supervision",
    "一函两书",
    SupervisionLetter,
    columns=(
        SupervisionLetter.issued_on,
        SupervisionLetter.kind,
        SupervisionLetter.unit_name,
        SupervisionLetter.due_on,
        SupervisionLetter.status,
    ),
    identity=((SupervisionLetter.unit_name, SupervisionLetter.issued_on, SupervisionLetter.kind),),
    sections=(
        Section(
            "文书",
            SupervisionLetter.issued_on,
            SupervisionLetter.kind,
            SupervisionLetter.unit_name,
            SupervisionLetter.about_unit,
            SupervisionLetter.matter_kind,
            SupervisionLetter.workers,
            SupervisionLetter.matter,
            SupervisionLetter.basis,
            SupervisionLetter.demands,
            SupervisionLetter.signer,
            SupervisionLetter.stated_due,
            SupervisionLetter.due_on,
        ),
        Section(
            "答复和整改",
            SupervisionLetter.status,
            SupervisionLetter.answered_on,
            SupervisionLetter.answer,
            SupervisionLetter.rectified_on,
            SupervisionLetter.rectified,
            SupervisionLetter.recovered,
            SupervisionLetter.letter_no,
            SupervisionLetter.enterprise,
            SupervisionLetter.remark,
        ),
    ),
    filters=(
        SupervisionLetter.issued_on,
        SupervisionLetter.kind,
        SupervisionLetter.matter_kind,
        SupervisionLetter.status,
    ),
    search=(
        SupervisionLetter.unit_name,
        SupervisionLetter.letter_no,
        SupervisionLetter.about_unit,
        SupervisionLetter.matter,
    ),
    checks=checks.LETTER,
    steps=(
        Step(
            "登记答复",
            (LetterStatus.WAITING,),
            LetterStatus.ANSWERED,
            asks=(SupervisionLetter.answered_on, SupervisionLetter.answer),
        ),
        Step(
            "登记整改",
            _OPEN,
            LetterStatus.DONE,
            asks=(SupervisionLetter.rectified_on, SupervisionLetter.rectified, SupervisionLetter.recovered),
        ),
        Step("未采纳", _OPEN, LetterStatus.REFUSED, asks=(SupervisionLetter.rectified,), usual=False),
    ),
    prints=(LETTER_BOOK, SUPERVISION_LETTER),
    order=(SupervisionLetter.issued_on.desc(), SupervisionLetter.id.desc()),
    status=SupervisionLetter.status,
    states=(
        State(
            LetterStatus.WAITING,
            "warn",
            without=(SupervisionLetter.answered_on, SupervisionLetter.rectified_on),
        ),
        State(
            LetterStatus.ANSWERED,
            "info",
            needs=(SupervisionLetter.answered_on,),
            without=(SupervisionLetter.rectified_on,),
        ),
        State(LetterStatus.DONE, "good", needs=(SupervisionLetter.rectified_on,)),
        State(
            LetterStatus.REFUSED,
            "bad",
            needs=(SupervisionLetter.rectified,),
            without=(SupervisionLetter.rectified_on,),
        ),
    ),
    unit="份",
    sums=(SupervisionLetter.workers, SupervisionLetter.recovered),
    due=letters_due,
    after_import=_after_import,
)

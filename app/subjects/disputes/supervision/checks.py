"""The rules of letters of supervision: the right kind to the right unit, and no letter twice (domain 18)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Problem, Warn
from app.keeping.rules import duplicates
from app.subjects.disputes.supervision.records import LetterKind, SupervisionLetter


def to_whom_it_goes(letter: SupervisionLetter) -> Iterator[Problem]:
    """A hint or a demand goes to the employer itself, a proposal to the authority over it."""
    if letter.about_unit and letter.about_unit == letter.unit_name:
        yield Warn(SupervisionLetter.about_unit, "与受文单位相同；建议书发给部门，发给用人单位的用意见书")
    elif letter.about_unit and letter.kind and letter.kind != LetterKind.PROPOSAL:
        yield Warn(SupervisionLetter.about_unit, f"{letter.kind}直接发给用人单位，涉及单位不用填")


def sent_once(letter: SupervisionLetter) -> Iterator[Problem]:
    """The same kind of letter to the same unit on a day may have been entered twice."""
    if not (letter.unit_name and letter.issued_on and letter.kind):
        return
    same = (SupervisionLetter.unit_name, SupervisionLetter.issued_on, SupervisionLetter.kind)
    for twin in duplicates(letter, *same)[:1]:
        yield Warn(
            SupervisionLetter.unit_name, f"当天已登记过一份{letter.kind}（{twin.letter_no}），请核对是否重复"
        )


LETTER = (to_whom_it_goes, sent_once)

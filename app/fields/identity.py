"""Numbers that say who somebody is: identity documents, credit codes, bank cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import Described
from app.fields.problems import Block, Problem, Warn
from app.fields.text import TextField
from app.fields.typed import Null
from app.rules import bank_cards, credit_code, regulations, resident_id
from app.rules.foreigner_card import OLD_NUMBER, is_new_number
from app.rules.text import read_code

if TYPE_CHECKING:
    from app.fields.declared import Labelled
    from app.fields.typed import Options

RESIDENT, HONG_KONG_MACAO, TAIWANESE = "居民身份证", "港澳居民居住证", "台湾居民居住证"
FOREIGNER, PASSPORT = "外国人永久居留身份证", "护照"
_RESIDENT_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_OLD_SHAPE = re.compile(r"[0-9]{15}")
_LOST = re.compile(r".*[0-9]E\+?[0-9]+")  # as a spreadsheet shows a long number
_OTHER_SHAPE = re.compile(r"[A-Z]{1,2}[0-9]{6,9}|[A-Z]{3}[0-9]{12}")  # passports, permanent residents' cards


class ResidentIdField(Described[str, Null], peewee.TextField):
    """An identity number, as a rule a resident's of 18 characters (GB 11643-1999, domain 13.1).

    Permits of 港澳台 residents and the foreigners' card of 2023 have the same build. Who has none of these
    is known by a passport or an older card, whose letters tell it from a mistyped number: it is doubted,
    never refused, and implies nothing.

    `sex` and `born` name the fields of the same record that the number implies, `differs` the one that
    says why a genuine document implies something else: with a reason that is no error, only marked.
    """

    means = "18 位证件号码，填好后核对校验码，在列表和公示中隐去"
    rests_on = regulations.ONE_NUMBER
    guarded = True
    paper_align = "center"
    chars = 20
    clean = _RESIDENT_SHAPE

    def __init__(
        self,
        label: str,
        *,
        sex: Described[str] | None = None,
        born: Described[date] | None = None,
        differs: Described[str] | None = None,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        super().__init__(label, **options)
        self.sex = sex
        self.born = born
        self.differs = differs
        if isinstance(differs, DiffersReasonField):
            differs.number = self

    def read(self, text: str) -> str:
        number = resident_id.plain_number(text)
        return number if _OTHER_SHAPE.fullmatch(number) else resident_id.read_resident_id(number)

    def hide(self, value: str) -> str:
        if resident_shape(value):
            return resident_id.mask_resident_id(value)
        return value[:2] + "*" * max(len(value) - 4, 1) + value[-2:]

    def remark(self, value: str) -> str | None:
        return resident_id.area_remark(value) if resident_shape(value) else "不是居民身份证号，请与证件核对"

    def implied(self, value: str) -> Mapping[str, object]:
        sex, born = _told_by(value)
        told = ((self.sex, sex), (self.born, born))
        return {field.name: one for field, one in told if field is not None and one is not None}

    def contradictions(self, record: peewee.Model) -> Iterator[tuple[Described, str]]:
        """Yield what the number says otherwise than the record does, each with its sentence."""
        values = record.__data__
        number = values.get(self.name)
        for name, implied in self.implied(number).items() if number else ():
            value = values.get(name)
            if value and value != implied:
                field = type(record)._meta.fields[name]
                quote = "“{}”" if field is self.sex else "{}"
                said, told = quote.format(field.format(value)), quote.format(field.format(implied))
                yield field, f"填的是{said}，身份证号表明是{told}"

    def check(self, record: peewee.Model) -> Iterator[Problem]:
        reason = record.__data__.get(self.differs.name) if self.differs is not None else None
        for field, sentence in self.contradictions(record):
            if reason:
                yield Warn(field, f"{sentence}，已说明：{reason}")
                continue
            remedy = f"；证件确实如此的，请填写{self.differs.label}" if self.differs is not None else ""
            yield Block(field, f"{sentence}，请核对{field.label}和{self.label}{remedy}")


class IdentityNumberField(ResidentIdField[Null]):
    """A number of one of several identity documents; `kind` names the field that says which."""

    def __init__(
        self,
        label: str,
        *,
        kind: Described[str],
        sex: Described[str] | None = None,
        born: Described[date] | None = None,
        differs: Described[str] | None = None,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        super().__init__(label, sex=sex, born=born, differs=differs, **options)
        self.kind = kind

    def read(self, text: str) -> str:
        # The groups go before the kind is decided: a number with blanks in it would be no resident's.
        number = resident_id.plain_number(text)
        if resident_shape(number) or _OLD_SHAPE.fullmatch(number) or _LOST.fullmatch(number):
            return resident_id.read_resident_id(number)
        return number if _OTHER_SHAPE.fullmatch(number) else read_code(text)

    def remark(self, value: str) -> str | None:
        return super().remark(value) if resident_shape(value) else None  # the kind says what it is

    def check(self, record: peewee.Model) -> Iterator[Problem]:
        number, kind = record.__data__.get(self.name), record.__data__.get(self.kind.name)
        if not number:
            return
        try:
            read_document(kind, number)
        except Invalid as error:
            yield Block(self, str(error))
            return
        if kind == RESIDENT and is_new_number(number) and resident_shape(number):
            yield Warn(self.kind, f"号码以 9 开头，是{FOREIGNER}的，请改选证件类型")
        yield from super().check(record)


@lru_cache(maxsize=2_000)  # each rule about a number asks
def resident_shape(number: str) -> bool:
    """Tell whether the number follows the build of GB 11643, as residence permits do too."""
    return bool(_RESIDENT_SHAPE.fullmatch(number))


@lru_cache(maxsize=2_000)  # what is not told is taken from the number, what is told is held against it
def _told_by(number: str) -> tuple[str | None, date | None]:
    """Return the sex and the day of birth that a number tells, None for what it does not."""
    if not resident_shape(number):
        return None, None
    try:
        return resident_id.sex_of(number), resident_id.birth_date_of(number)
    except ValueError:  # another program may have written a day that no calendar has
        return resident_id.sex_of(number), None


def likely_document(number: str) -> str:
    """Return the kind of document that a number is most likely of, where nobody says it."""
    if not resident_shape(number):
        return FOREIGNER if OLD_NUMBER.fullmatch(number) else PASSPORT if number[:1].isalpha() else RESIDENT
    if is_new_number(number):
        return FOREIGNER
    if resident_id.is_resident_permit(number):
        return TAIWANESE if number.startswith("83") else HONG_KONG_MACAO
    return RESIDENT


def read_document(kind: str | None, number: str) -> str:
    """Check a number against its kind of document; raises Invalid."""
    if kind in {RESIDENT, HONG_KONG_MACAO, TAIWANESE}:
        return resident_id.read_resident_id(number)
    if kind == PASSPORT:
        return resident_id.read_passport(number)
    if kind == FOREIGNER:
        return resident_id.read_foreigner_card(number)
    return number


class DiffersReasonField(TextField[Literal[True]]):
    """Why a genuine document says otherwise than the record about the holder's sex or birth.

    Old cards bear mistakes of the registry, and a number stays when its holder's sex is corrected. It is
    asked for where the `number` contradicts the record.
    """

    number: ResidentIdField

    def __init__(self) -> None:
        super().__init__(
            "证件不符理由",
            null=True,
            aliases=("证件不符说明",),
            help_text="证件真实，但号码与性别或出生日期不符时写明",
        )

    @property
    def decided_by(self) -> tuple[Labelled, ...]:
        number = self.number
        return tuple(field for field in (number, number.sex, number.born) if field is not None)

    def is_asked_of(self, record: peewee.Model) -> bool:
        return bool(record.__data__.get(self.name)) or any(self.number.contradictions(record))


class CreditCodeField(Described[str, Null], peewee.TextField):
    """A unified social credit code, 18 characters (GB 32100-2015, domain 13.2)."""

    means = "18 位代码，照营业执照或法人证书抄写"
    rests_on = regulations.CREDIT_CODE
    paper_align = "center"
    chars = 20

    def read(self, text: str) -> str:
        return credit_code.read_credit_code(text)

    def remark(self, value: str) -> str | None:
        return credit_code.credit_code_remark(value)


class BankCardField(Described[str, Null], peewee.TextField):
    """A bank card or passbook number (domain 13.4)."""

    means = "银行卡或存折的账号，在列表中只显示后四位"
    guarded = True
    paper_align = "center"
    chars = 22

    def read(self, text: str) -> str:
        return bank_cards.read_card(text)

    def write(self, value: str) -> str:
        return bank_cards.group_card(value)

    def hide(self, value: str) -> str:
        return bank_cards.mask_card(value)

    def remark(self, value: str) -> str | None:
        return bank_cards.card_remark(value)

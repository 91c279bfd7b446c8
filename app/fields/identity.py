"""Numbers that say who somebody is: identity documents, credit codes, bank cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import Described
from app.fields.problems import Block, Problem
from app.fields.typed import Null
from app.rules import bank_cards, credit_code, resident_id
from app.rules.dates import write_date
from app.rules.text import read_code

if TYPE_CHECKING:
    from app.fields.typed import Options

_RESIDENT_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_OLD_SHAPE = re.compile(r"[0-9]{15}")
_LOST = re.compile(r".*[0-9]E\+?[0-9]+")  # as a spreadsheet shows a long number
_OTHER_SHAPE = re.compile(r"[A-Z]{1,2}[0-9]{6,9}|[A-Z]{3}[0-9]{12}")  # passports, permanent residents' cards


class ResidentIdField(Described[str, Null], peewee.TextField):
    """A resident identity number, 18 characters (GB 11643-1999, domain 13.1).

    `sex` and `born` name the fields of the same record that the number implies.
    """

    guarded = True
    paper_align = "center"
    chars = 20

    def __init__(
        self,
        label: str,
        *,
        sex: Described[str] | None = None,
        born: Described[date] | None = None,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        super().__init__(label, **options)
        self.sex = sex
        self.born = born

    def read(self, text: str) -> str:
        return resident_id.read_resident_id(text)

    def hide(self, value: str) -> str:
        return resident_id.mask_resident_id(value)

    def remark(self, value: str) -> str | None:
        return resident_id.area_remark(value)

    def implied(self, value: str) -> Mapping[str, object]:
        values: dict[str, object] = {}
        if self.sex is not None:
            values[self.sex.name] = resident_id.sex_of(value)
        if self.born is not None:
            values[self.born.name] = resident_id.birth_date_of(value)
        return values

    def check(self, record: peewee.Model) -> Iterator[Problem]:
        number = getattr(record, self.name)
        if not number:
            return
        if self.sex is not None and (sex := getattr(record, self.sex.name)):
            implied = resident_id.sex_of(number)
            if sex != implied:
                yield Block(
                    self.sex,
                    f"填的是“{sex}”，身份证号表明是“{implied}”，请核对{self.sex.label}和{self.label}",
                )
        if self.born is not None and (born := getattr(record, self.born.name)):
            day = resident_id.birth_date_of(number)
            if born != day:
                yield Block(
                    self.born,
                    f"填的是{write_date(born)}，身份证号表明是{write_date(day)}，请核对{self.born.label}和{self.label}",
                )


class IdentityNumberField(ResidentIdField[Null]):
    """A number of one of several identity documents; `kind` names the field that says which."""

    def __init__(
        self,
        label: str,
        *,
        kind: Described[str],
        sex: Described[str] | None = None,
        born: Described[date] | None = None,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        super().__init__(label, sex=sex, born=born, **options)
        self.kind = kind

    def read(self, text: str) -> str:
        # The groups go before the kind is decided: a number with blanks in it would be no resident's.
        number = resident_id.plain_number(text)
        if resident_shape(number) or _OLD_SHAPE.fullmatch(number) or _LOST.fullmatch(number):
            return resident_id.read_resident_id(number)
        return number if _OTHER_SHAPE.fullmatch(number) else read_code(text)

    def hide(self, value: str) -> str:
        return (
            super().hide(value)
            if resident_shape(value)
            else value[:2] + "*" * max(len(value) - 4, 1) + value[-2:]
        )

    def remark(self, value: str) -> str | None:
        return super().remark(value) if resident_shape(value) else None

    def implied(self, value: str) -> Mapping[str, object]:
        return super().implied(value) if resident_shape(value) else {}

    def check(self, record: peewee.Model) -> Iterator[Problem]:
        number, kind = getattr(record, self.name), getattr(record, self.kind.name)
        if not number:
            return
        try:
            read_document(kind, number)
        except Invalid as error:
            yield Block(self, str(error))
            return
        if resident_shape(number):
            yield from super().check(record)


def resident_shape(number: str) -> bool:
    """Tell whether the number follows the build of GB 11643, as residence permits do too."""
    return bool(_RESIDENT_SHAPE.fullmatch(number))


def read_document(kind: str | None, number: str) -> str:
    """Check a number against its kind of document; raises Invalid."""
    if kind in {"居民身份证", "港澳居民居住证", "台湾居民居住证"}:
        return resident_id.read_resident_id(number)
    if kind == "护照":
        return resident_id.read_passport(number)
    if kind == "外国人永久居留身份证":
        return resident_id.read_foreigner_card(number)
    return number


class CreditCodeField(Described[str, Null], peewee.TextField):
    """A unified social credit code, 18 characters (GB 32100-2015, domain 13.2)."""

    paper_align = "center"
    chars = 20

    def read(self, text: str) -> str:
        return credit_code.read_credit_code(text)

    def remark(self, value: str) -> str | None:
        return credit_code.credit_code_remark(value)


class BankCardField(Described[str, Null], peewee.TextField):
    """A bank card or passbook number (domain 13.4)."""

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

    def tail(self, value: str | None) -> str:
        """Tell a card by its last digits, on a list that is signed; nothing where there is none."""
        return f"尾号 {value[-4:]}" if value else ""

"""The kinds of field that a register can be described with: each is a kind that all registers have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.described.description import DescribedField
from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    Described,
    MobileField,
    MoneyField,
    NotesField,
    PartialDateField,
    PersonNameField,
    PhoneField,
    QuantityField,
    ReferenceField,
    ResidentIdField,
    TextField,
)
from app.records.base import Record, unit_names
from app.records.naming import NamedLink

Referred = Mapping[str, type[Record]]
"""The kinds of record that a described register may refer to, by the key of their register."""

_LONGEST_LINE = 200
LINK = "_unit"
NAME = "_name"


@dataclass(frozen=True)
class Kind:
    """A kind of field: its key in a description, and what a clerk calls it."""

    key: str
    title: str
    make: Callable[[DescribedField, Referred], dict[str, Described]]


def _plain(kind: Callable[..., Described]) -> Callable[[DescribedField, Referred], dict[str, Described]]:
    def make(field: DescribedField, _: Referred) -> dict[str, Described]:
        return {field.column: kind(field.label, **_options(field))}

    return make


def _options(field: DescribedField) -> dict[str, Any]:
    return {
        "null": field.retired or not field.required,
        "aliases": field.names,
        "unit": field.unit,
    }


def _text(field: DescribedField, _: Referred) -> dict[str, Described]:
    return {field.column: TextField(field.label, longest=_LONGEST_LINE, suggest=True, **_options(field))}


def _choice(field: DescribedField, _: Referred) -> dict[str, Described]:
    return {field.column: ChoiceField(field.label, field.choices, **_options(field))}


def _reference(field: DescribedField, referred: Referred) -> dict[str, Described]:
    """Units are named in words with a link beside it, as everywhere; people are linked themselves."""
    model = referred[field.to]
    if not unit_names(model):
        return {field.column: ReferenceField(field.label, model, backref="+", **_options(field))}
    name: TextField = TextField(field.label, longest=_LONGEST_LINE, suggest=True, **_options(field))
    link: NamedLink = NamedLink(f"关联的{field.label}", model, by=name, backref="+")
    return {field.column: name, f"{field.column}{LINK}": link}


def _file(field: DescribedField, _: Referred) -> dict[str, Described]:
    name: TextField = TextField(f"{field.label}的文件名", null=True, longest=_LONGEST_LINE)
    return {f"{field.column}{NAME}": name, field.column: AttachmentField(field.label, called=name, null=True)}


PERSON, IDENTITY, MOBILE, PHONE, DATE, MONTH = "person", "identity", "mobile", "phone", "date", "month"
MONEY, COUNT, QUANTITY, CHOICE = "money", "count", "quantity", "choice"
TEXT, NOTES, REFERENCE, FILE = "text", "notes", "reference", "file"

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(PERSON, "姓名", _plain(PersonNameField)),
        Kind(IDENTITY, "身份证号", _plain(ResidentIdField)),
        Kind(MOBILE, "手机号码", _plain(MobileField)),
        Kind(PHONE, "电话号码", _plain(PhoneField)),
        Kind(DATE, "日期", _plain(DateField)),
        Kind(MONTH, "年月", _plain(PartialDateField)),
        Kind(MONEY, "金额", _plain(MoneyField)),
        Kind(COUNT, "个数", _plain(CountField)),
        Kind(QUANTITY, "数量（可带小数）", _plain(QuantityField)),
        Kind(CHOICE, "选项", _choice),
        Kind(TEXT, "文字（一行）", _text),
        Kind(NOTES, "文字（多行）", _plain(NotesField)),
        Kind(REFERENCE, "关联已登记的人或单位", _reference),
        Kind(FILE, "附件", _file),
    )
}
ADDED_UP = (MONEY, COUNT, QUANTITY)
WORDS = (TEXT, NOTES, PERSON, IDENTITY, MOBILE, PHONE)
"""Kinds that people search by what they say."""


def fields_of(field: DescribedField, referred: Referred) -> dict[str, Described]:
    """Make the fields that a described field stands for, by name, in the order of their columns.

    Each says how it is written: what a term means in the program's own registers (性别 follows from a
    number) need not hold of a field that bears the same name here.
    """
    made = KINDS[field.kind].make(field, referred)
    for one in made.values():
        one.about = one.means or one.written
    return made

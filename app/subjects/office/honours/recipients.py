"""Who is honoured, or put forward for it: the fields that honours and nominations share."""

from __future__ import annotations

from typing import Literal

from app.fields import ChoiceField, ReferenceField, TextField, When, taken
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise

OURSELVES, UNIT, PERSON = "本会", "单位", "个人"
_LEVELS = ("国家级", "省级", "市级", "区级", "街道级", "其他")
_LEVELS_ALSO = {
    "全国": "国家级",
    "省部级": "省级",
    "省": "省级",
    "地市级": "市级",
    "市": "市级",
    "区县级": "区级",
    "县级": "区级",
    "区": "区级",
    "乡镇级": "街道级",
    "街道": "街道级",
}


def level_of(body: str) -> ChoiceField:
    """Return the field for how high the body stands that grants an honour."""
    return ChoiceField(
        "级别",
        _LEVELS,
        synonyms=_LEVELS_ALSO,
        aliases=("荣誉级别",),
        about=f"{body}是哪一级，统计按级别分",
    )


def kind_of(label: str, usual: str, about: str) -> ChoiceField:
    """Return the field for whether a recipient is the office itself, another unit or a person."""
    return ChoiceField(
        label, (OURSELVES, UNIT, PERSON), default=usual, short="类别", synonyms={"集体": UNIT}, about=about
    )


def named(
    label: str, kind: ChoiceField, *, hint: str, about: str, aliases: tuple[str, ...]
) -> TextField[Literal[True]]:
    """Return the field for the name of a recipient; the office itself need not be named."""
    return TextField(
        label,
        null=True,
        suggest=True,
        required_if=(When(kind, UNIT, PERSON),),
        aliases=("姓名", "单位名称", *aliases),
        help_text=hint,
        about=about,
    )


def member_of(who: str) -> ReferenceField[Member, Literal[True]]:
    """Return the field for the member that a recipient is."""
    return ReferenceField(
        "会员",
        Member,
        null=True,
        fills=taken("employer", recipient="name"),
        about=f"{who}是本会会员时，从名册中选",
    )


def employer_of(who: str) -> TextField[Literal[True]]:
    """Return the field for where a person works."""
    return TextField(
        "所在单位",
        null=True,
        suggest=True,
        units=Enterprise,
        about=f"{who}在哪家单位",
    )

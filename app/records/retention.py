"""How long what is told of people is kept, by kind: settings, each with its source (domain 12.3)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from app.fields import ChoiceField, CountField, TextField
from app.records.base import Record
from app.rules import regulations

_EXAMPLE = "示例"


class Retained(StrEnum):
    """What is kept, and the day from which its years are counted."""

    MEMBERS = "会员登记(离会后)"
    HARDSHIP = "困难档案(退档后)"
    DISPUTES = "劳动争议(结案后)"
    CLAIMS = "互助保障给付(给付后)"
    INTENTIONS = "就业意向(登记后)"
    GIFTS = "会员慰问(慰问后)"
    SERVICES = "志愿服务(服务后)"
    VISITS = "来访接待(办结后)"


class Kept(NamedTuple):
    """For how many years something is kept, None for good, and what says so."""

    years: int | None
    source: str


USUAL = {
    Retained.MEMBERS: Kept(5, _EXAMPLE),
    Retained.HARDSHIP: Kept(10, regulations.KEEP_TEN_YEARS.source),
    Retained.DISPUTES: Kept(10, _EXAMPLE),
    Retained.CLAIMS: Kept(10, _EXAMPLE),
    Retained.INTENTIONS: Kept(2, _EXAMPLE),
    Retained.GIFTS: Kept(5, _EXAMPLE),
    Retained.SERVICES: Kept(5, _EXAMPLE),
    Retained.VISITS: Kept(3, _EXAMPLE),
}
"""What holds while the office has told nothing else."""


class RetentionRule(Record):
    """For how long the office keeps one kind of records."""

    kind = ChoiceField("哪一类记录", Retained, about="保存期限管的是哪一类记录，从括号里的事起算")
    years = CountField(
        "保存年数",
        null=True,
        least=1,
        unit="年",
        help_text="不填为长期保存",
        about="保存这么多年以后，每年的到期清单会列出",
        rule=regulations.SHORTEST,
    )
    source = TextField("依据", null=True)

    naming = (kind,)


def kept_for(kind: Retained) -> Kept:
    """Return for how long the office keeps a kind of records, and what says so."""
    rule = RetentionRule.alive().where(RetentionRule.kind == kind).first()
    return USUAL[kind] if rule is None else Kept(rule.years, rule.source or "")

"""The fields of a register that a workbook holds, and those that a column of it may fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from app.exchange.heading import normalized
from app.exchange.owning import telling_fields
from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    Described,
    FlagField,
    MobileField,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    TextField,
)
from app.fields.worked_out import worked_out
from app.records.base import Record
from app.register import Child, Register, Side

_SAME: tuple[tuple[type[Described] | tuple[type[Described], ...], tuple[str, ...]], ...] = (
    ((DateField, PartialDateField), ("日期", "时间")),
    (ChoiceField, ("类别", "类型", "种类")),
    (ChoiceField, ("方式", "形式", "途径")),
    (ChoiceField, ("状况", "情况")),
    (CountField, ("数", "人数", "总数")),
    (TextField, ("号", "号码", "编号")),
    ((TextField, PersonNameField), ("人", "人员", "者")),
)
"""Words at the end of a heading that say the same of fields of a kind."""
_ENDS = re.compile("(开始|起始|结束|截止|终止|起|止)$")
_DAYS = ("日期", "时间")
_SPANS = ("起止日期", "起止时间", "起止年月", "起止", "起讫日期", "起讫时间", "起讫")
"""How a column is headed that holds the first and the last day of something."""
_OF_DAYS = re.compile("(日期|时间|期限|期间|有效期|开始|起始|期?起)$")
_YES_OR_NO = re.compile("^(是否|有无|已|有)")
_MOBILES = ("手机", "手机号", "手机号码", "移动电话", "联系手机")
_TERM = re.compile("(期限|期间|有效期|年限)$")
_TERMS = ("期限", "年限")
_ANY_NUMBER = "编号"  # the heading of a row's own number, or of no number of ours


@dataclass(frozen=True, eq=False)
class Target:
    """A field that a column may fill: one of the register's own, or of the rows that belong to it.

    With an `owner` it is a field of the record that the rows belong to: it fills nothing, but tells whose
    the row is. A `side` is one of several columns that fill one field, and say by themselves what it is.
    """

    field: Described
    register: Register
    child: Child | None = None
    owner: ReferenceField | None = None
    side: Side | None = None

    @property
    def is_own(self) -> bool:
        """Tell whether it is a field of the row's own record, and the only column that fills it."""
        return self.child is None and self.owner is None and self.side is None

    @property
    def label(self) -> str:
        """Return what the clerk picks, e.g. 姓名, 家庭成员·姓名 or 会员·证件号码."""
        if self.side is not None:
            return f"{self.side.label}{self.field.label}"
        return f"{self._group}·{self.field.label}" if self._group else self.field.label

    @property
    def _group(self) -> str:
        if self.owner is not None:
            return self.owner.label
        return self.child.register.title if self.child is not None else ""

    @property
    def key(self) -> str:
        """Return what is remembered: the field's name, with its register or owner where it is not own."""
        if self.owner is not None:
            return f"{self.owner.name}.{self.field.name}"
        if self.side is not None:
            return f"{self.field.name}={self.side.value}"
        return f"{self.child.register.key}:{self.field.name}" if self.child else self.field.name

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the headings that mean this field, its label first."""
        if self.side is not None:
            return tuple(map(normalized, (self.side.label, *self.side.aliases)))
        own, every = (self.field.label, *self.field.aliases), self.field.headings
        names = [normalized(self._group + name) for name in (every if self._group else own)]
        if self.owner is not None and not _about_people(self.register):
            names += [normalized(name) for name in own if name != _ANY_NUMBER]
        elif self.owner is not None:
            called = _called(self.owner.rel_model)
            names += [normalized(who + name) for who in called for name in every]
            names += called if isinstance(self.field, PersonNameField) else []
        return tuple(dict.fromkeys(names + list(map(normalized, self._names_of_linked()))))

    @cached_property
    def further_names(self) -> list[str]:
        """Return the headings that mean this field where they mean no other one: 制定时间 for 制定日期.

        Below those of the first day of something that lasts its last may stand, too: where the first day
        has a column of its own, 合同期限 tells how long it lasts.
        """
        if self.owner is not None and not _about_people(self.register):
            return list(map(normalized, self.field.also_called))
        if not self.is_own:
            return []
        field, title = self.field, self.register.title
        names = [*field.also_called, *_same_words(field), *(title + name for name in field.headings)]
        if isinstance(field, MobileField) and _only_mobile(self.register):
            names += _MOBILES
        since = field.since if isinstance(field, DateField) else None
        names += [*filter(_TERM.search, since.aliases), *_TERMS] if since is not None else []
        if any(first is field for first in _spans(self.register.record)):
            names += [of + span for of in _what_lasts(self) for span in _SPANS]
        return list(map(normalized, names))

    def _names_of_linked(self) -> Iterator[str]:
        """Yield what heads the names of those a row belongs to, who are no people: 工会名称 for 工会."""
        field = self.field
        if not self.is_own or not isinstance(field, ReferenceField) or not field.required:
            return
        described = self.register.record.described().values()
        own = {name for one in described for name in (one.label, *one.aliases)}
        if not telling_fields(field.rel_model):
            yield from (one.label for one in field.rel_model.naming if one.label not in own)


def _same_words(field: Described) -> Iterator[str]:
    """Yield the names of a field with another word that says the same of its kind."""
    if isinstance(field, FlagField):
        for name in field.headings:
            bare = _YES_OR_NO.sub("", name)
            yield from (bare, f"是否{bare}", f"已{bare}", f"是否已{bare}")
    if isinstance(field, DateField):
        ends = filter(_ENDS.search, field.headings)
        yield from (name + day for name, day in product(ends, _DAYS))
    for words in (words for kind, words in _SAME if isinstance(field, kind)):
        for name, word in product(field.headings, words):
            if name.endswith(word):
                yield from (name.removesuffix(word) + other for other in words if other != word)


@worked_out
def _spans(model: type[Record]) -> list[DateField]:
    """Return the first days of what has its last day beside it."""
    days = [field for field in model.described().values() if isinstance(field, DateField)]
    return [first for first in days if any(last.since is first for last in days)]


def _what_lasts(target: Target) -> list[str]:
    """Return what may stand before 起止 in a heading: 合同, 住院; nothing where only one span is meant."""
    stems = (_OF_DAYS.sub("", name) for name in (*target.field.headings, target.register.title))
    is_only_one = len(_spans(target.register.record)) == 1
    return [stem for stem in dict.fromkeys(("", *stems)) if stem or is_only_one]


@worked_out
def _called(model: type[Record]) -> list[str]:
    """Return what people of a kind are called in the headings of their names: 户主 of 户主姓名."""
    names = [field for field in model.naming if isinstance(field, PersonNameField)]
    called = [alias.removesuffix("姓名") for field in names for alias in field.aliases]
    return list(dict.fromkeys(name for name in called if name and "名" not in name))


@worked_out
def _only_mobile(register: Register) -> bool:
    return sum(isinstance(field, MobileField) for field in fillable(register)) == 1


def targets(register: Register) -> tuple[Target, ...]:
    """Return every field that a column may fill, the register's own first."""
    own = [Target(field, register) for field in fillable(register)]
    if register.sides is not None:
        own += [Target(register.sides.amount, register, side=side) for side in register.sides.sides]
    for child in register.children:
        if child.owner.required:
            fields = [field for field in fillable(child.register) if field is not child.owner]
            own += [Target(field, register, child) for field in fields]
    owners = [field for field in fillable(register) if isinstance(field, ReferenceField) and field.required]
    own += [
        Target(field, register, owner=owner) for owner in owners for field in telling_fields(owner.rel_model)
    ]
    return tuple(own)


def _about_people(register: Register) -> bool:
    """Tell whether a row has a person of its own, whose name and numbers are not those of its owner."""
    described = register.record.described().values()
    return any(isinstance(field, PersonNameField) and field.required for field in described)


def fillable(register: Register) -> list[Described]:
    """Return what a workbook may fill: owners, the form's fields, the status; what lists rows, too."""
    listed = register.listed
    return [field for field in exported_fields(register) if field.derive is None or field.name in listed]


def exported_fields(register: Register) -> list[Described]:
    """Return what a workbook holds: references to owners, the form's fields, the status; no files."""
    described = register.record.described().values()
    owners = [field for field in described if isinstance(field, ReferenceField) and field.required]
    status = [register.status] if register.status is not None else []
    shown = [field for field in register.fields if not isinstance(field, AttachmentField)]
    return list({field.name: field for field in (*owners, *shown, *status)}.values())

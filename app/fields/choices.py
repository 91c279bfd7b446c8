"""Values picked from a list: one, several, or yes and no."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import NONE, Assumed, Described, fits_half
from app.fields.typed import Null
from app.rules import flags
from app.rules.numerals import read_numeral
from app.rules.text import tidy

if TYPE_CHECKING:
    from app.fields.typed import Options


_ORDINAL = re.compile("第([一二三四五六七八九十]{1,3})")
_NUMBER = re.compile("[0-9]+")


def _pick(
    text: str,
    offered: tuple[str, ...],
    synonyms: Mapping[str, str] = MappingProxyType({}),
    likely: Mapping[str, str] = MappingProxyType({}),
) -> str:
    compact = "".join(text.split())
    in_figures = _ORDINAL.sub(lambda ordinal: f"第{read_numeral(ordinal[1])}", compact)
    for written in (text, compact, in_figures):
        if written in offered:
            return written
        if written in synonyms:
            return synonyms[written]
    same_number = [item for item in offered if _NUMBER.findall(item) == _NUMBER.findall(in_figures)]
    near = [likely[text]] if text in likely else get_close_matches(text, same_number, n=1, cutoff=0.4)
    near = near or [item for item in offered if text in item][:1]
    if near:
        raise Invalid(f"没有“{text}”这一项，是否指“{near[0]}”？请从列表中选", offer=near[0])
    raise Invalid(f"没有“{text}”这一项，可选：{'、'.join(offered[:8])}{'等' if len(offered) > 8 else ''}")


class ChoiceField(Described[str, Null], peewee.TextField):
    """One of a list of terms, stored as the term itself: the file stays readable by any tool.

    `fills` returns the values of other fields that choosing a term implies where nothing was typed.
    `synonyms` are other words and codes for the terms; where the terms are an enumeration that has such
    (`synonyms`), these are known, too. `likely` are words that say less than a term, with the likeliest.
    `notes` returns what is said beside terms while one is chosen, such as what is left of a fund.
    """

    written = "从列表中选一项，也可以打字或拼音查找"
    paper_align = "center"
    chars = 10

    def __init__(
        self,
        label: str,
        offered: type[StrEnum] | Iterable[str],
        *,
        synonyms: Mapping[str, str] | None = None,
        likely: Mapping[str, str] | None = None,
        fills: Callable[[str], Mapping[str, object]] | None = None,
        notes: Callable[[], Mapping[str, str]] | None = None,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        self.offered = tuple(str(item) for item in offered)
        self.notes = notes
        self.synonyms = {**getattr(offered, "synonyms", dict)(), **(synonyms or {})}
        self.likely = likely or {}
        self.fills = fills
        self.wide = not all(map(fits_half, self.offered))
        super().__init__(label, choices=[(item, item) for item in self.offered], **options)

    def read(self, text: str) -> str:
        return _pick(text, self.offered, self.synonyms, self.likely)

    def says_nothing(self, text: str) -> bool:
        if text in self.offered or text in self.synonyms:
            return False
        # "None" is not what stands in a list where nothing is chosen: no insurance is no usual insurance.
        return super().says_nothing(text) and not (text in NONE and self.default is not None)

    def assumed(self, text: str) -> Assumed | None:
        term = self.likely.get(tidy(text))
        return Assumed(term, f"表中写的是“{text}”，按“{term}”登记，请核对") if term else None

    @property
    def implies(self) -> bool:
        return self.fills is not None

    def implied(self, value: str) -> Mapping[str, object]:
        return self.fills(value) if self.fills is not None else {}


class ChoicesField(Described[tuple[str, ...], Null], peewee.TextField):
    """Several of a list of terms, stored joined by 、 in the order of the list."""

    written = "从列表中勾选，可以选几项"
    elastic = True
    chars = 16

    def __init__(
        self,
        label: str,
        offered: type[StrEnum] | Iterable[str],
        *,
        most_chosen: int | None = None,
        **options: Unpack[Options[tuple[str, ...], Null]],
    ) -> None:
        self.offered = tuple(str(item) for item in offered)
        self.most_chosen = most_chosen
        self.wide = not fits_half("、".join(self.offered))
        super().__init__(label, choices=[(item, item) for item in self.offered], **options)

    def db_value(self, value: Iterable[str] | str | None) -> str | None:
        if value is None or isinstance(value, str):
            return value or None
        chosen = set(value)
        return "、".join(item for item in self.offered if item in chosen) or None

    def python_value(self, value: str | None) -> tuple[str, ...] | None:
        return tuple(value.split("、")) if value else None

    def read(self, text: str) -> tuple[str, ...]:
        chosen = {_pick(part, self.offered) for part in re.split(r"[、,，;；/\s]+", text) if part}
        if self.most_chosen is not None and len(chosen) > self.most_chosen:
            raise Invalid(f"最多选 {self.most_chosen} 项，现有 {len(chosen)} 项")
        return tuple(item for item in self.offered if item in chosen)

    def write(self, value: tuple[str, ...]) -> str:
        return "、".join(value)


class FlagField(Described[bool, Null], peewee.BooleanField):
    """Yes or no."""

    written = "选“是”或“否”"
    paper_align = "center"
    chars = 8

    def says_nothing(self, text: str) -> bool:
        return text not in flags.NO and super().says_nothing(text)

    def read(self, text: str) -> bool:
        return flags.read_flag(text, self.label)

    def write(self, value: bool) -> str:
        return "是" if value else "否"

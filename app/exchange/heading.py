"""Making out a sheet: which row names the fields, and which rows are sums and signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import Refused
from app.fields import Described, PersonNameField
from app.register import Register
from app.rules.text import tidy

_WITHIN = 20  # rows in which the headings are looked for, below titles and notes
_MOST_TOLD = 10
_FOOT = re.compile(
    r"(合计|小计|总计|共计|本页合计|累计)([:：(（].*)?"
    r"|(制表|填表|填报|审核|审批|复核|经办|负责|统计|单位负责)(人|日期|时间)?(签名|签字|\(签字\))?[:：].*"
)


@dataclass(frozen=True, eq=False)
class Heading:
    """The row that names the fields: its number as Excel counts, and the field of each column."""

    number: int
    fields: Mapping[int, Described]
    unknown: tuple[str, ...]

    @property
    def told_unknown(self) -> list[str]:
        """Return the headings that name no field, not more than a person reads."""
        more = len(self.unknown) - _MOST_TOLD
        return [*self.unknown[:_MOST_TOLD], *([f"等 {len(self.unknown)} 列"] if more > 0 else [])]

    def texts(self, row: Sequence[str]) -> dict[str, str]:
        """Return what a row says, by field name; an empty cell says nothing."""
        return {
            kept.name: row[column]
            for column, kept in self.fields.items()
            if column < len(row) and row[column].strip()
        }


def find_heading(rows: Sequence[Sequence[str]], register: Register, fields: Sequence[Described]) -> Heading:
    """Find the row that names the most fields; raises Refused when no row names any."""
    named = [_named(row, fields) for row in rows[:_WITHIN]]
    best = max(range(len(named)), key=lambda number: len(named[number]))
    if not named[best]:
        wanted = "、".join(kept.label for kept in fields[:6])
        raise Refused(f"没有找到表头。请有一行写明各列的名称，例如：{wanted}。")
    shown = {same(kept.label) for kept in register.form_fields}
    unknown = tuple(
        words.strip()
        for column, words in enumerate(rows[best])
        if words.strip() and column not in named[best] and same(words) not in shown
    )
    return Heading(best + 1, named[best], unknown)


def _named(row: Sequence[str], fields: Sequence[Described]) -> dict[int, Described]:
    """Give each column its field: by the label first, so that no alias takes a labelled column's place."""
    found: dict[int, Described] = {}
    labels = {same(kept.label): kept for kept in fields}
    aliases = {same(alias): kept for kept in reversed(fields) for alias in kept.aliases}
    for names in (labels, aliases):
        taken = {kept.name for kept in found.values()}
        for column, heading in enumerate(row):
            kept = names.get(same(heading))
            if kept is not None and column not in found and kept.name not in taken:
                found[column] = kept
                taken.add(kept.name)
    return dict(sorted(found.items()))


def same(heading: str) -> str:
    """Reduce a heading to what two spellings of it share: no blanks, stars, units in brackets."""
    text = "".join(tidy(heading).split()).strip("*:")
    return text.removesuffix("(元)").removesuffix("(必填)").strip("*")


def is_foot(row: Sequence[str], texts: Mapping[str, str], register: Register) -> bool:
    """Tell a row of sums or signatures below a list: it begins with their word and names nobody."""
    first = next((cell for cell in row if cell.strip()), "")
    if not _FOOT.fullmatch("".join(tidy(first).split())):
        return False
    names = [texts.get(kept.name) for kept in register.record.naming if isinstance(kept, PersonNameField)]
    return all(name in (None, first) for name in names)

"""Links between records: none leads into the recycle bin, each to the unit that its row names."""

from __future__ import annotations

from collections.abc import Iterator

from app.checking.finding import Finding, named
from app.fields import ReferenceField
from app.records import relinking
from app.records.base import unit_names
from app.register import register_of
from app.registry import records, registers


def findings() -> Iterator[Finding]:
    """Yield the links that dangle, and those that are not to whom their row names."""
    for register in registers():
        for field in register.record.described().values():
            if isinstance(field, ReferenceField):
                yield from _dangling(field)
    for model in records():
        if unit_names(model):
            for row in relinking.misled(model):
                yield from _misled(row)


def _dangling(link: ReferenceField) -> Iterator[Finding]:
    register, target = register_of(link.model), register_of(link.rel_model)
    if register is None or target is None:
        return
    other = link.rel_model.alias()
    gone = other.select(other.id).where(other.deleted_at.is_null(False))
    rows = link.model.alive().where(link.in_(gone)).select(link.model.id).tuples()
    if ids := tuple(row for (row,) in rows):
        bin_of = f"指向的{target.title}在回收站中，请恢复它，或改填别的"
        yield Finding(f"{named(register, ids)}的“{link.label}”{bin_of}。", register.key, ids)


def _misled(row: relinking.Misled) -> Iterator[Finding]:
    register = register_of(row.link.model)
    if register is None:
        return
    unit = f"应关联“{row.link.rel_model.get_by_id(row.unit)}”" if row.unit is not None else "关联的是别的单位"
    text = f"的“{row.link.by.label}”写的是“{row.text}”，{unit}，请打开核对并保存"
    yield Finding(f"{named(register, row.ids)}{text}。", register.key, row.ids)

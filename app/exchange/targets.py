"""The fields of a register that a workbook holds, and those that a column of it may fill."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.exchange.heading import normalized
from app.fields import AttachmentField, Described, ReferenceField
from app.register import Child, Register


@dataclass(frozen=True, eq=False)
class Target:
    """A field that a column may fill: one of the register's own, or of the rows that belong to it."""

    field: Described
    register: Register
    child: Child | None = None

    @property
    def label(self) -> str:
        """Return what the clerk picks, e.g. 姓名 or 家庭成员·姓名."""
        return f"{self.child.register.title}·{self.field.label}" if self.child else self.field.label

    @property
    def key(self) -> str:
        """Return what is remembered: the field's name, that of a child row with its register."""
        return f"{self.child.register.key}:{self.field.name}" if self.child else self.field.name

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the headings that mean this field, its label first."""
        own = (self.field.label, *self.field.aliases)
        if self.child is None:
            return tuple(map(normalized, own))
        return tuple(normalized(self.child.register.title + name) for name in own)


def targets(register: Register) -> tuple[Target, ...]:
    """Return every field that a column may fill, the register's own first."""
    own = [Target(field, register) for field in fillable(register)]
    for child in register.children:
        if child.owner.required:
            fields = [field for field in fillable(child.register) if field is not child.owner]
            own += [Target(field, register, child) for field in fields]
    return tuple(own)


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

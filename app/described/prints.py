"""The papers of a described register: its list, one for the wall, and the form of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.described import kinds
from app.described.description import Description
from app.fields import (
    CountField,
    DateField,
    Described,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    TextField,
)
from app.printing.filling import Filling, Row, story
from app.printing.form import GRID, Cell, FormSheet
from app.printing.heads import office_head
from app.printing.layout import FormPrint, ListPrint, Print, PrintColumn
from app.printing.selection import Selection
from app.records.base import Record
from app.records.profile import profile
from app.rules.bank_cards import mask_card
from app.rules.phones import mask_mobile
from app.rules.resident_id import mask_resident_id

_WIDE = 6  # a list of more columns is set across the sheet
_LABEL, _HALF = 3, GRID // 2
_STORY_MM = 24
_UNTOLD = re.compile(
    "身份证|证件号|手机|联系电话|联系方式|^电话|银行卡|卡号|[账帐]号|住址|家庭地址|病|诊断|残疾|怀孕|孕期|收入|工资|子女|配偶|家庭成员"
)
"""What in a label tells that the value is not for strangers."""
_NUMBERS = (
    (re.compile(r"(?<![0-9])([1-9][0-9]{16}[0-9Xx]|[1-9][0-9]{14})(?![0-9])"), mask_resident_id),
    (re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])"), mask_mobile),
    (re.compile(r"(?<![0-9])[1-9][0-9]{15,18}(?![0-9])"), mask_card),
)
"""Numbers of people as they stand in words, with what hides them."""


def _form_title(title: str) -> str:
    """Return what the form of one record is called: 志愿服务登记表, and 借阅登记表, not 借阅登记登记表."""
    return f"{title.removesuffix('登记')}登记表"


def of(key: str, description: Description, model: type[Record]) -> tuple[Print, ...]:
    """Return the papers of a register."""
    described = model.described()
    listed = [field for field in description.shown if field.listed and field.kind != kinds.FILE]
    columns = tuple(described[field.column] for field in listed)
    dated = next(description.of_kind(kinds.DATE), None)
    day = described[dated.column] if dated is not None else None
    order = (model.id,) if day is None else (day, model.id)
    rows = Selection(model, order, day)
    title, unit = description.title, description.unit
    wall = ListPrint(
        f"{key}.list",
        f"{title}公示",
        tuple(map(_on_wall, filter(_is_for_strangers, columns))) or columns[:1],
        rows.sheet(unit),
        closing=(),
        is_public=True,
    )
    money = [column for column in columns if isinstance(column, MoneyField)]
    return (
        ListPrint(
            f"{key}.list",
            f"{title}一览表",
            columns,
            rows.sheet(unit),
            amount=money[0] if len(money) == 1 else None,
            landscape=len(columns) > _WIDE,
            public=wall,
            blank_rows=12,
        ),
        FormPrint(
            f"{key}.form", _form_title(title), model, rows, lambda one, full: _form(description, one, full)
        ),
    )


def _is_for_strangers(column: Described) -> bool:
    return not (column.guarded or column.private or _UNTOLD.search(column.label))


def _on_wall(column: Described) -> PrintColumn | Described:
    """Hide a name as the office has it on all its notices, and numbers of people always."""
    if isinstance(column, PersonNameField):
        return PrintColumn(column, text=lambda record: _name(column, record), told_by=(column,))
    if isinstance(column, ReferenceField):
        return PrintColumn(column, text=lambda record: _name_of_linked(column, record))
    if isinstance(column, TextField | NotesField):
        return PrintColumn(column, text=lambda record: _without_numbers(column, record), told_by=(column,))
    return column


def _name(column: Described, record: Record) -> str:
    write = column.mask if profile().mask_names else column.format
    return write(getattr(record, column.name))


def _name_of_linked(column: Described, record: Record) -> str:
    person = getattr(record, column.name)
    return "" if person is None else _name(person.naming[0], person)


def _without_numbers(column: Described, record: Record) -> str:
    text = column.format(getattr(record, column.name))
    for shape, hide in _NUMBERS:
        for number in set(shape.findall(text)):
            text = text.replace(number, hide(number))
    return text


def _form(description: Description, record: Record, full_ids: bool) -> FormSheet:
    fields = [record.described()[field.column] for field in description.shown if field.kind != kinds.FILE]
    rows = tuple(_rows(Filling(record, full_ids), fields))
    return FormSheet(
        _form_title(description.title),
        rows,
        head_left=office_head(),
        closing=("登记人：", "审核人：", "日期："),
    )


def _rows(filling: Filling[Record], fields: list[Described]) -> Iterator[Row]:
    """Yield two short values side by side, a long one over the whole width."""
    waiting: Described | None = None
    for field in fields:
        if isinstance(field, NotesField):
            if waiting is not None:
                yield _wide(filling, waiting)
                waiting = None
            yield story(field.label, filling.value(field), _STORY_MM)
        elif field.wide:
            yield _wide(filling, field)
        elif waiting is None:
            waiting = field
        else:
            yield (*_boxed(filling, waiting, _HALF), *_boxed(filling, field, _HALF))
            waiting = None
    if waiting is not None:
        yield _wide(filling, waiting)


def _wide(filling: Filling[Record], field: Described) -> tuple[Cell, ...]:
    return _boxed(filling, field, GRID)


def _boxed(filling: Filling[Record], field: Described, span: int) -> tuple[Cell, ...]:
    short = isinstance(field, DateField | CountField | MoneyField)
    return filling.boxed(field, span - _LABEL, wide=_LABEL, align="center" if short else "left")

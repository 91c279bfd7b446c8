"""The hardest data of an office: the longest names, firms and remarks, or nothing where nothing is asked for.

Written past the rules into a file that nobody keeps, to see what paper makes of it.
"""

from __future__ import annotations

from collections.abc import Callable

from app.fields import (
    Described,
    MoneyField,
    NotesField,
    PartyNameField,
    PersonNameField,
    TextField,
    UnitNameField,
)
from app.records.base import database
from app.registry import records

PERSON = "阿卜杜热合曼·买买提依明·艾合买提·吐尔逊江·阿布都卡德"
"""A name of 30 characters."""
FIRM = "上海市泰祥街道泰祥社区恰尔斯精密电子机械设备制造（集团）股份有限公司东区国际商务楼宇分公司"
"""A firm of 45 characters."""
ADDRESS = (
    "上海市泰祥街道泰祥社区恰尔斯大道北段一百二十三弄四十五号"
    "创新产业园区国际商务中心甲座副楼六层七零八室转东侧第三门内侧走廊"
)
"""An address of 60 characters without a mark at which it could break."""
TITLE = "泰祥社区困难职工帮扶工作调度员"
REMARK = ("2011年10月28日上门走访，本人长期病休，医疗费自付共计31,260.00元；家庭负担较重，拟继续帮扶。" * 25)[
    :1000
]
"""Whole sentences, 1,000 characters of them."""

AMOUNT = 1_234_567_89
"""What a collective contract or a drive may be about, in fen; here each due and each wage."""


def write_longest() -> None:
    """Write the longest values into all records of the open office."""
    _write(_longest)


def write_nothing() -> None:
    """Leave only what a record cannot do without, in all records of the open office."""
    _write(lambda field: None if _may_lack(field) else _AS_IT_IS)


_AS_IT_IS = object()


def _may_lack(field: Described) -> bool:
    given = field.required or field.derive is not None or field.default is not None
    return bool(field.null) and not given


def _longest(field: Described) -> object:
    if isinstance(field, PersonNameField):
        return PERSON
    if isinstance(field, UnitNameField | PartyNameField):
        return FIRM
    if isinstance(field, NotesField):
        return REMARK
    if isinstance(field, MoneyField):
        return AMOUNT
    if type(field) is TextField:
        return ADDRESS if field.name == "address" else TITLE
    return _AS_IT_IS


def _write(value_for: Callable[[Described], object]) -> None:
    """Write values past rules and history; what must be unique keeps its value."""
    triggers = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        database.execute_sql(f'DROP TRIGGER "{name}"')
    for record in records():
        table = record._meta.table_name
        unique = {name for index in database.get_indexes(table) if index.unique for name in index.columns}
        fields = [field for field in record.described().values() if field.column_name not in unique]
        values = {field.column_name: value_for(field) for field in fields}
        values = {name: value for name, value in values.items() if value is not _AS_IT_IS}
        if values:
            names = ", ".join(f'"{name}" = ?' for name in values)
            database.execute_sql(f'UPDATE "{table}" SET {names}', tuple(values.values()))

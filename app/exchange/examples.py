"""The two rows that show in a template how it is filled in; an import passes them over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.exchange.heading import texts_of
from app.exchange.targets import fillable
from app.fields import (
    BankCardField,
    CaseNumberField,
    ChoiceField,
    ChoicesField,
    CountField,
    CreditCodeField,
    DateField,
    Described,
    FlagField,
    MobileField,
    MoneyField,
    NotesField,
    PartialDateField,
    PercentField,
    PersonNameField,
    PhoneField,
    QuantityField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TimeField,
)
from app.register import Register

MARK = "示例行，导入时自动跳过"
_SHOWN: tuple[tuple[type[Described], tuple[str, str]], ...] = (
    (SerialField, ("", "")),
    (ReferenceField, ("填名称或编号", "填名称或编号")),
    (ResidentIdField, ("11010519491231002X", "310104198005061233")),
    (CreditCodeField, ("91350100M000100Y43", "")),
    (BankCardField, ("6222020200012345678", "")),
    (DateField, ("2011-3-8", "2011年12月1日")),
    (PartialDateField, ("2011-3", "1998")),
    (TimeField, ("8:30", "14:00")),
    (MoneyField, ("1200.50", "3000")),
    (CountField, ("12", "3")),
    (QuantityField, ("2.5", "12")),
    (PercentField, ("15%", "8.5%")),
    (FlagField, ("是", "否")),
    (MobileField, ("13800138000", "13900139000")),
    (PhoneField, ("021-64000000", "13900139000")),
    (PersonNameField, ("张三", "李四")),
    (CaseNumberField, ("（2011）泰劳调字第12号", "")),
    (NotesField, ("可写几行", "")),
)


def example_rows(register: Register) -> list[dict[str, str]]:
    """Return what two example rows say, by field name."""
    fields = fillable(register)
    return [{field.name: _example(field, position) for field in fields} for position in range(2)]


def _example(field: Described, position: int) -> str:
    if isinstance(field, ChoiceField | ChoicesField):
        return field.offered[min(position, len(field.offered) - 1)]
    for kind, shown in _SHOWN:
        if isinstance(field, kind):
            return shown[position]
    return "" if field.null and not field.required else f"某{field.label}"


def is_example(cells: Sequence[str], columns: Mapping[str, int], register: Register) -> bool:
    """Tell an example row by its mark, unless somebody has written over what it shows."""
    if MARK not in map(str.strip, cells):
        return False
    texts = texts_of(cells, columns)
    same: Callable[[dict[str, str]], bool] = lambda shown: all(  # noqa: E731
        shown.get(name) == text.strip() for name, text in texts.items()
    )
    return any(same(shown) for shown in example_rows(register))

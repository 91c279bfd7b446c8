"""What a field is to the type checker: the type of its value, and whether a record may lack it.

`MoneyField("金额")` reads as `int` from a record and `MoneyField("金额", null=True)` as `int | None`; what
does not fit is refused where it is assigned. A record that nobody has filled in yet, and a row of an
old roster that was taken in incomplete, may lack a required value all the same: what looks at such
records (checks, derived values, prints) tests for it.

Peewee's stubs know this of Peewee's own fields only, by overloads of each; here `null` is a second
parameter of the type, so that a kind of field says nothing but its value. At run time Peewee's
fields are not generic: the parameters are dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypedDict, overload

import peewee

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from typing_extensions import TypeVar

    from app.fields.declared import Labelled, OverTime, When
    from app.rules.regulations import Regulation

    Value = TypeVar("Value", default=Any)
    Linked = TypeVar("Linked", bound=peewee.Model, default=Any)
    # A bound of literals makes the checker keep the literal that is given; none given stands for both.
    Null = TypeVar("Null", bound=Literal[True, False], default=Literal[True, False], covariant=True)  # noqa: PLC0105

    class TypedField(peewee.Field[Any], Generic[Value, Null]):
        """A field of values of one type; `Null` is `Literal[True]` where a record may lack the value."""

        @overload  # type: ignore[override]  # Peewee's stubs read a value from any object
        def __get__(
            self: TypedField[Value, Literal[True]], instance: peewee.Model, owner: object
        ) -> Value | None: ...
        @overload
        def __get__(self, instance: peewee.Model, owner: object) -> Value: ...
        @overload  # the field itself, of a record's class and of whatever else names a field
        def __get__(self, instance: object, owner: object) -> Self: ...
        def __get__(self, instance: object, owner: object) -> object: ...

        @overload
        def __set__(
            self: TypedField[Value, Literal[True]], instance: peewee.Model, value: Value | None
        ) -> None: ...
        @overload
        def __set__(self, instance: peewee.Model, value: Value) -> None: ...
        @overload
        def __set__(self, instance: object, value: Self) -> None: ...
        def __set__(self, instance: object, value: object) -> None: ...

    class Options(TypedDict, Generic[Value, Null], total=False):
        """The options of every kind of field beside its label."""

        null: Null
        default: Value | Callable[[], Value]
        derive: Callable[[Any], Value | None]
        aliases: tuple[str, ...]
        unit: str
        short: str
        wide: bool
        help_text: str
        index: bool
        unique: bool
        backref: str
        past: bool
        after: Sequence[Labelled]
        least: int
        most: int
        at_most: Sequence[Labelled]
        required_if: Sequence[When]
        wanted_if: Sequence[When]
        only_if: Sequence[When]
        only_then: bool
        over_time: OverTime
        about: str
        rule: Regulation
        stays: bool

    class KindOptions(Options[Value, Null], total=False):
        """The options that some kinds of field hand on to Peewee."""

        choices: Iterable[tuple[str, str]]
        model: type[peewee.Model] | Literal["self"]

else:
    Value = Linked = Null = None

    class TypedField(peewee.Field):
        """A field whose type parameters exist for the type checker only."""

        def __class_getitem__(cls, parameters: object) -> type:
            return cls

"""The idea of a field: it reads what people write, writes what people read, hides and checks."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Self, Unpack, overload

from app.errors import Invalid
from app.fields.declared import Bounds
from app.fields.terms import ALSO_CALLED, TERMS
from app.fields.typed import Null, TypedField, Value
from app.fields.worked_out import worked_out
from app.rules.text import STROKES, tidy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from peewee import ColumnBase, Model, Select

    from app.fields.declared import Labelled
    from app.fields.typed import KindOptions
    from app.rules.regulations import Regulation

Align = Literal["left", "center", "right"]
_HALF_A_FORM = 25  # so many Latin characters, or half as many Chinese ones, fit half the width of a form


CELL = 32_767
"""Characters that a cell of a workbook takes: what is kept can be handed on."""

_LINE = 5_000  # characters; no field of one line holds as many

UNREADABLE = "（读不出）"
"""What marks a value of another kind than its field's, and stands where something would follow from it."""

NONE = frozenset({"无", "暂无"})
"""What people write where there is nothing to write."""


class Assumed(NamedTuple):
    """What a cell very likely means, though a person who types it is asked: taken with a warning.

    `rest` is what of the text the field cannot hold; it goes to the notes of the record.
    """

    value: object
    sentence: str
    rest: str = ""


def require_readable(text: str, most: int = _LINE) -> None:
    """Raise Invalid when a text is longer than anything that a field means, before it is read."""
    if len(text) > most:
        raise Invalid(f"最多 {most:,} 个字，现有 {len(text):,} 个字，请缩短")


def fits_half(text: str) -> bool:
    """Tell whether a text can be read in half the width of a form."""
    return sum(1 if char.isascii() else 2 for char in text) <= _HALF_A_FORM


class Described(TypedField[Value, Null]):
    """A field that a person knows by its label.

    `short` heads its column in a list where the label is long. `null=True` means a complete record
    may lack the value. A required value is asked for by every form and check, yet its column may be
    empty in the file, so that an old roster that lacks it can still be taken in and completed later. With
    a `default` beside it the value is what a form proposes: of whom a list does not say it, it is not known.

    Plain rules stand here, too. `required_if` names the conditions, each a `When`, under one of which a
    value is required, `wanted_if` those under which its lack is doubtful, `only_if` those under which there
    is anything to say: a form leaves the field out until one holds; `only_then` means under those two
    alone. `past`, `after`, `least`, `most` and `at_most` bound it (see `Bounds`). `over_time` says that
    figures ask for the value of a day, and from which day on it holds (see `OverTime`).

    `about` says in one sentence what the value means; where a kind of field or a term means the same
    everywhere, it is said there. `help_text` is a hint of a few words, shown in the empty field. `rule` is
    what a law or regulation says of it. With `stays` the value last entered is proposed again.
    """

    align: ClassVar[Align] = "left"
    paper_align: ClassVar[Align] = "left"  # in the column of a printed list
    chars: ClassVar[int] = 12  # how wide a value usually is, in Latin characters
    guarded: ClassVar[bool] = False  # shown hidden on screen until asked for
    private: ClassVar[bool] = False  # shown hidden in printed lists unless they are asked for in full
    sums: ClassVar[bool] = False  # adding up its values means something
    elastic: ClassVar[bool] = False  # may be shortened, or stretched, in the column of a list
    kept_as: ClassVar[type | tuple[type, ...]] = object  # what the file holds for a value, once it is read
    means: ClassVar[str] = ""  # what every value of the kind means
    written: ClassVar[str] = ""  # how a value is written, where nobody said what it means
    rests_on: ClassVar[Regulation | None] = None  # what a standard says of every value of the kind
    clean: ClassVar[re.Pattern[str] | None] = None  # texts of this shape need no tidying before they are read
    wide: bool = False  # takes the whole width of a form
    successor: Described | None = None  # has taken over the values, as of a field whose kind was changed

    def __init__(self, label: str, **options: Unpack[KindOptions[Value, Null]]) -> None:
        self.label = label
        self.heading = options.pop("short", "") or label
        self.aliases = options.pop("aliases", ())
        self.derive = options.pop("derive", None)
        self.unit = options.pop("unit", "")
        self.wide = options.pop("wide", False) or self.wide
        self.required_if = options.pop("required_if", ())
        self.wanted_if = options.pop("wanted_if", ())
        asked = (*self.required_if, *self.wanted_if) if options.pop("only_then", False) else ()
        self.only_if = (*options.pop("only_if", ()), *asked)
        self.over_time = options.pop("over_time", None)
        self.about = options.pop("about", "")
        self.stays = options.pop("stays", False)
        self.rule = options.pop("rule", None) or self.rests_on
        self.bounds = Bounds(
            options.pop("past", False),
            options.pop("after", ()),
            options.pop("least", None),
            options.pop("most", None),
            options.pop("at_most", ()),
        )
        lacks = options.get("default") is None
        may_lack = options.pop("null", False)
        self.required = not may_lack and lacks and self.derive is None
        super().__init__(verbose_name=label, null=lacks or may_lack, **options)

    @property
    def also_called(self) -> tuple[str, ...]:
        """Return what lists call it as well, where they mean no other field by that."""
        return ALSO_CALLED.get(self.label, ())

    @property
    def headings(self) -> tuple[str, ...]:
        """Return all that may head it in a list, its label first, what could mean another field last."""
        return (self.label, *self.aliases, *self.also_called)

    @property
    def implies(self) -> bool:
        """Tell whether values of this kind imply those of other fields."""
        return type(self).implied is not Described.implied

    @property
    def remarks(self) -> bool:
        """Tell whether values of this kind can be doubtful by themselves."""
        return type(self).remark is not Described.remark

    @property
    def hint(self) -> str:
        """Say in a few words how to fill the field in; empty when the label says it all."""
        return self.help_text or self.bounds.words(self)

    @property
    def guidance(self) -> str:
        """Say all there is to know for filling the field in: the hint, and when a value is asked for."""
        when_required = [f"{when.words}时必填" for when in self.required_if]
        sentences = (self.help_text or "", self.bounds.words(self), self.bounds.days, *when_required)
        return "；".join(text for text in sentences if text)

    @property
    def sentence(self) -> str:
        """Say what the value means; empty where nobody said it, as of a field that an office added."""
        return self.about or self.help_text or TERMS.get(self.label) or self.means

    @property
    def explanation(self) -> str:
        """Say on a line each what the value means, how to fill it in, and which rule stands behind it."""
        sentence = self.sentence or self.written
        more = [] if self.guidance == sentence else [self.guidance]
        return "\n".join(filter(None, [sentence, *more, str(self.rule or "")]))

    @property
    def usual(self) -> str:
        """What is written where nothing was typed and something must be kept; empty where nothing may be."""
        default = None if self.null else self.default
        return self.format(default() if callable(default) else default)

    def is_required_of(self, record: Model) -> bool:
        """Tell whether this record must have a value here."""
        return self.required or any(when.holds(record) for when in self.required_if)

    @property
    def decided_by(self) -> tuple[Labelled, ...]:
        """Return the fields that decide whether a form asks for a value here; none where each form does."""
        return tuple(when.field for when in self.only_if)

    def is_asked_of(self, record: Model) -> bool:
        """Tell whether the form of this record asks for a value; one that is there is always shown."""
        has_value = record.__data__.get(self.name) not in (None, "", ())
        return not self.only_if or has_value or any(when.holds(record) for when in self.only_if)

    def parse(self, text: str) -> Value | None:
        """Read what a person or a spreadsheet wrote; None for nothing.

        Raises Invalid with one sentence that names the remedy.
        """
        if self.clean is not None and self.clean.fullmatch(text):
            return self.read(text)
        require_readable(text, CELL)
        text = tidy(text)
        require_readable(text)
        if self.says_nothing(text):
            return None
        value = self.read(text)
        return None if value in ("", ()) else value  # nothing was left of it, as of a soft hyphen

    def says_nothing(self, text: str) -> bool:
        """Tell whether a tidied text stands for no value: a stroke, or 无."""
        return not text or text in NONE or bool(STROKES.fullmatch(text))

    def assumed(self, text: str) -> Assumed | None:
        """Return what a text that cannot be read very likely means; None where it takes a person to say."""
        return None

    def format(self, value: Value | None) -> str:
        """Write the value for people; what is written parses back to the same value."""
        if value is None:
            return ""
        return f"{value}{UNREADABLE}" if self.is_odd(value) else self.write(value)

    def is_odd(self, value: object) -> bool:
        """Tell whether the file holds what is no value of this kind: another program, or a disk, wrote it."""
        return value is not None and not isinstance(value, self.kept_as)

    def mask(self, value: Value | None) -> str:
        """Write the value for strangers: a notice on the wall, a screen seen from behind."""
        if value is None:
            return ""
        return "＊＊＊" if self.is_odd(value) else self.hide(value)

    def read(self, text: str) -> Value:
        """Turn tidied, non-empty text into a value, or raise Invalid."""
        return text  # type: ignore[return-value]  # a kind whose values are not words reads them itself

    def write(self, value: Value) -> str:
        """Turn a value into text."""
        return str(value)

    def hide(self, value: Value) -> str:
        """Turn a value into text that strangers may see."""
        return self.write(value)

    def remark(self, value: Value) -> str | None:
        """Say what is doubtful about a value that is not wrong."""
        return None

    def implied(self, value: Value) -> Mapping[str, object]:
        """Return the values of other fields, by name, that this value implies."""
        return {}


def odd_fields(record: Model) -> list[Described]:
    """Return the fields of which the file holds no value of their kind, such as a word for a day."""
    value_of = record.__data__.get
    return [
        field
        for name, field, kept_as in _particular(type(record))
        if (value := value_of(name)) is not None and not isinstance(value, kept_as) and field.is_odd(value)
    ]


def any_odd(records: Sequence[Model]) -> bool:
    """Tell whether the file holds of any of some records of a kind what is no value of its field."""
    for name, field, kept_as in _particular(type(records[0])) if records else ():
        column = [record.__data__.get(name) for record in records]
        kinds = set(map(type, column)) - {NoneType}
        if not all(issubclass(kind, kept_as) for kind in kinds) and any(map(field.is_odd, set(column))):
            return True
    return False


@worked_out
def _particular(model: type[Model]) -> list[tuple[str, Described, type | tuple[type, ...]]]:
    """Return the fields of which not every value that the file may hold is one, with their names.

    Beside each stands what none of its values is odd that is one; nothing where more than that is asked.
    """
    fields = [field for field in model._meta.sorted_fields if isinstance(field, Described)]
    kinds = [field.kept_as if type(field).is_odd is Described.is_odd else () for field in fields]
    return [
        (field.name, field, kept_as)
        for field, kept_as in zip(fields, kinds, strict=True)
        if kept_as is not object
    ]


class Derived:
    """A value shown but never stored: computed from a record whenever somebody looks.

    `sort` builds the SQL expression that puts a list in the value's order, `found` the condition under
    which the value holds a word.
    """

    chars = 8
    guarded = False
    private = False
    sums = False
    wide = False
    unit = ""
    required = False
    hint = ""
    guidance = ""

    def __init__(  # noqa: PLR0913  # what there is to say of a value, each by its keyword
        self,
        label: str,
        value: Callable[[Any], str],
        *,
        about: str = "",
        rule: Regulation | None = None,
        sort: Callable[[], ColumnBase | Select] | None = None,
        found: Callable[[str], ColumnBase] | None = None,
        wide: bool = False,
        align: Align = "left",
    ) -> None:
        self.label = label
        self.heading = label
        self.align = align
        self.paper_align = align
        self.elastic = align == "left"
        self.value = value
        self.sort = sort
        self.found = found
        self.wide = wide
        self.sentence = about or TERMS.get(label, "")
        self.rule = rule
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @property
    def explanation(self) -> str:
        """Say what the value means, and on a line of its own which rule stands behind it."""
        return "\n".join(filter(None, [self.sentence, str(self.rule or "")]))

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...
    @overload
    def __get__(self, record: Model, owner: type) -> str: ...
    def __get__(self, record: Model | None, owner: type) -> Self | str:
        if record is None:
            return self
        try:
            return self.value(record)
        except (AttributeError, TypeError, ValueError):
            if not odd_fields(record):
                raise
            return UNREADABLE

    @property
    def decided_by(self) -> tuple[Labelled, ...]:
        """Return the fields that decide whether a form shows it; none where each form does."""
        return ()

    def is_asked_of(self, record: Model) -> bool:
        """Tell whether the form of this record shows it."""
        return True

    def format(self, value: str) -> str:
        """Return the text as computed."""
        return value

    mask = format


Shown = Described | Derived

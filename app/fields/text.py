"""Words: plain text, notes, names of people, numbers the office hands out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import CELL, NONE, Assumed, Described, fits_half, require_readable
from app.fields.typed import Null
from app.rules import names, phones, regulations
from app.rules.postcodes import read_postcode
from app.rules.text import plain_lines, tidy_prose
from app.rules.unit_names import read_unit_name, split_names

if TYPE_CHECKING:
    from app.fields.typed import Options


_BREAKS = re.compile(r"\s*\n\s*")


class TextField(Described[str, Null], peewee.TextField):
    """One line of text; `suggest` offers what was written before.

    `offers` returns for a record what alone may be meant there, such as the teams of its event, and
    is offered instead. `units` is the kind of record that the text names, where the row keeps no link
    to it: their names are offered first.
    """

    written = "一行文字"
    elastic = True

    def __init__(
        self,
        label: str,
        *,
        longest: int = 100,
        suggest: bool = False,
        offers: Callable[[Any], Iterable[str]] | None = None,
        units: type[peewee.Model] | None = None,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        super().__init__(label, **options)
        self.wide = self.wide or not fits_half(self.hint)
        self.longest = longest
        self.suggest = suggest or offers is not None
        self.offers = offers
        self.units = units
        self.names_unit = units is not None  # a link may say so, too

    def parse(self, text: str) -> str | None:
        require_readable(text, CELL)
        text = tidy_prose(text)
        require_readable(text)
        plain = self.spelled(text)
        return None if self.says_nothing(plain) else self.read(plain)

    def says_nothing(self, text: str) -> bool:
        # Where words are asked for, "none" is an answer.
        return super().says_nothing(text) and not (self.required and text in NONE)

    def spelled(self, text: str) -> str:
        """Return the text in one line: a line break that was pasted is a blank."""
        if "\n" in text:
            text = _BREAKS.sub(" ", text)
        return read_unit_name(text) if self.names_unit else text

    def read(self, text: str) -> str:
        if len(text) > self.longest:
            raise Invalid(f"最多 {self.longest} 个字，现有 {len(text)} 个字，请缩短")
        return text


class UnitNameField(TextField[Null]):
    """A name under which people write of the unit that a record is: its own, or short and former ones.

    `several` holds more than one, with 、 between them. Where the name in `former_of` changes, the one
    before joins them: papers of earlier years go on bearing it.
    """

    def __init__(
        self,
        label: str,
        *,
        several: bool = False,
        former_of: UnitNameField | None = None,
        longest: int = 100,
        **options: Unpack[Options[str, Null]],
    ) -> None:
        super().__init__(label, longest=longest, **options)
        self.several = several
        self.former_of = former_of
        self.names_unit = True

    def spelled(self, text: str) -> str:
        return read_unit_name(text if self.several else _BREAKS.sub(" ", text))

    def names(self, value: str | None) -> list[str]:
        """Return the names that a value holds."""
        if not value:
            return []
        return split_names(value) if self.several else [value]


class PrivateTextField(TextField[Null]):
    """One line that strangers must not read, such as a diagnosis (domain 12.2)."""

    guarded = True

    def hide(self, value: str) -> str:
        return "＊＊＊"


class NotesField(Described[str, Null], peewee.TextField):
    """Several lines of text, stored as they were typed."""

    written = "文字，可以分行"
    elastic = True
    wide = True
    chars = 24

    def says_nothing(self, text: str) -> bool:
        return super().says_nothing(text) and not (self.required and text in NONE)

    def parse(self, text: str) -> str | None:
        plain = plain_lines(text).strip()
        require_readable(plain, CELL)
        return None if self.says_nothing(plain) else plain


class PersonNameField(Described[str, Null], peewee.TextField):
    """A person's name, never folded (domain 13.6); where `alone`, of one person and never a list of them."""

    means = "人的全名，写法与身份证一致"
    rests_on = regulations.NAMES
    elastic = True
    chars = 10

    def __init__(self, label: str, *, alone: bool = False, **options: Unpack[Options[str, Null]]) -> None:
        super().__init__(label, **options)
        self.alone = alone

    def parse(self, text: str) -> str | None:
        require_readable(text, CELL)
        if self.alone and names.are_several(text):
            raise Invalid("写了几个人，一条只记一人，请分成几行填写")
        return None if self.says_nothing(text.strip()) else names.read_name(text) or None

    def hide(self, value: str) -> str:
        return names.mask_name(value)


class SerialField(Described[str, Literal[False]], peewee.TextField):
    """A number the office hands out once and never again, e.g. TY-HZ-2011-0007."""

    paper_align = "center"
    chars = 15

    def __init__(
        self,
        label: str,
        code: str,
        *,
        dated_by: Described[date],
        **options: Unpack[Options[str, Literal[False]]],
    ) -> None:
        super().__init__(label, **options)
        self.required = False
        self.help_text = "自动编排，不重复使用"
        self.code = code
        self.dated_by = dated_by


def _first_number(text: str, read: Callable[[str], str]) -> Assumed | None:
    split = phones.split_numbers(text, read)
    if split is None:
        return None
    number, rest = split
    return Assumed(number, f"“{text}”不止一个号码，取 {number}，其余写入备注", rest)


class MobileField(Described[str, Null], peewee.TextField):
    """A mobile phone number of mainland China (domain 13.3), 138****5678 in a list (domain 12.2)."""

    means = "11 位手机号码，在列表中隐去中间四位"
    private = True
    paper_align = "center"
    chars = 12
    clean = phones.MOBILE

    def read(self, text: str) -> str:
        return phones.read_mobile(text)

    def assumed(self, text: str) -> Assumed | None:
        return _first_number(text, phones.read_mobile)

    def hide(self, value: str) -> str:
        return phones.mask_mobile(value)


class PostcodeField(Described[str, Literal[True]], peewee.TextField):
    """A postal code, six digits (domain 13.7)."""

    means = "投递信件用的六位邮政编码"
    paper_align = "center"
    chars = 8

    def __init__(self) -> None:
        super().__init__("邮政编码", null=True, aliases=("邮编",), short="邮编")

    def read(self, text: str) -> str:
        return read_postcode(text)


class PhoneField(Described[str, Null], peewee.TextField):
    """A telephone number, fixed or mobile."""

    means = "固定电话带区号，或 11 位手机号码"
    paper_align = "center"
    chars = 14

    def read(self, text: str) -> str:
        return phones.read_phone(text)

    def assumed(self, text: str) -> Assumed | None:
        return _first_number(text, phones.read_mobile) or _first_number(text, phones.read_phone)

    def hide(self, value: str) -> str:
        return phones.mask_mobile(value)


class PersonalPhoneField(PhoneField[Null]):
    """A person's telephone number, fixed or mobile, hidden in a list as a mobile one is (domain 12.2)."""

    private = True

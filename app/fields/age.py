"""How old somebody is today, told from a day of birth."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import Model, fn

from app.fields.base import Derived
from app.rules.dates import age_on

if TYPE_CHECKING:
    from app.fields.dates import DateField
    from app.fields.declared import Labelled


class Age(Derived):
    """Completed years today (周岁) by the field `born`; empty without it. A list puts the youngest first."""

    def __init__(self, label: str, *, born: DateField[Any], about: str = "") -> None:
        super().__init__(
            label,
            lambda person: _in_words(getattr(person, born.name)),
            sort=lambda: 0 - fn.JULIANDAY(born),
            about=about,
        )
        self.born = born

    @property
    def decided_by(self) -> tuple[Labelled, ...]:
        return self.born.decided_by

    def is_asked_of(self, record: Model) -> bool:
        return self.born.is_asked_of(record)


def _in_words(birth: date | None) -> str:
    return f"{age_on(birth, date.today())}岁" if birth else ""

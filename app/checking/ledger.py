"""The ledger (台账): whether what its records say of each other agrees.

What holds for every kind of record follows from how its fields and its register are described; what is said
of one register stands in its subject, as `Register.consistency`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from peewee import PeeweeException

from app.checking import doubles, events, links, rules, totals, values
from app.checking.finding import UNREADABLE, Finding
from app.cipher.key import Key
from app.described.opened import unusable
from app.errors import Refused
from app.figures.once import one_reading
from app.office import close_office, open_office
from app.registry import registers

_PARTS = (values.findings, events.findings, links.findings, doubles.findings, totals.findings)


def check_ledger() -> list[Finding]:
    """Return what does not agree in the open office; nothing is written. May take seconds.

    Rules that ask the file for each record take minutes: they are left to `rules.ask`. Of a damaged file it
    tells what can be read.
    """
    found: list[Finding] = []
    with one_reading():
        for part in (*_PARTS, _said_by_subjects, _unusable):
            try:
                found += part()
            except (PeeweeException, TypeError, ValueError):
                # The damaged file's values are of no kind: TEXT where a number is computed with.
                found.append(UNREADABLE)
    return told_once(found)


def told_once(found: list[Finding]) -> list[Finding]:
    """Leave out what a rule says of records of which something is told already."""
    told = {(one.register, record) for one in found if not (one.note or one.by_rule) for record in one.ids}
    return [
        one
        for one in dict.fromkeys(found)
        if not one.by_rule or any((one.register, record) not in told for record in one.ids)
    ]


def check_ledger_of(
    path: Path, key: Key | None = None, *, follow: Callable[[rules.Progress], None] = lambda _: None
) -> list[Finding]:
    """Open an office only to be read, and return what does not agree in it, by all rules.

    `follow` is told how far it has come. One that cannot be opened, as it is damaged or of an earlier
    version, is told as not checked.
    """
    try:
        open_office(path, key, read_only=True)
    except Refused as refused:
        return [Finding(f"没有检查台账：{refused}", note=True)]
    except (PeeweeException, UnicodeDecodeError):
        return [UNREADABLE]
    try:
        return told_once([*check_ledger(), *_asked(follow)])
    finally:
        close_office()


def _asked(follow: Callable[[rules.Progress], None]) -> Iterator[Finding]:
    for progress in rules.ask():
        follow(progress)
        yield from progress.found


def _unusable() -> Iterator[Finding]:
    for title, sentence in unusable().items():
        yield Finding(f"自设台账“{title}”不能使用：{sentence}")


def _said_by_subjects() -> Iterator[Finding]:
    for register in registers():
        for compare in register.consistency:
            for found in compare():
                yield Finding(found.sentence, register.key, found.ids, note=found.doubt)

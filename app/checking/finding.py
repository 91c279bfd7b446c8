"""What a check found, in a sentence, with the records it is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be; `register` is the key of the register of the records `ids`.

    A `note` is to be known, but nothing is wrong with the office because of it: such as little free disk.
    """

    sentence: str
    register: str = ""
    ids: tuple[int, ...] = ()
    note: bool = False

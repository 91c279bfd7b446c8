"""Descriptions that come with the program, to be taken or changed: 工会驿站, 劳动竞赛, 结对帮扶."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.described import opened, reading
from app.described.description import Description
from app.resources import resource


def ready() -> Mapping[str, Path]:
    """Return the files of the descriptions that come with the program, by the title of the register."""
    return {path.stem: path for path in sorted(resource("registers").glob("*.json"))}


def ready_description(title: str) -> Description:
    """Return one of them; raises KeyError where none is called so."""
    return opened.read(reading.text_of(ready()[title]))

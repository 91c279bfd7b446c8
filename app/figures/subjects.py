"""All figures there are, grouped by subject in the order of the tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

from app.errors import Refused
from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum
from app.nearest import perhaps

_MODULES = (
    "office",
    "members",
    "unions",
    "surveys",
    "open_affairs",
    "hardship",
    "donations",
    "disputes",
    "activities",
    "contracts",
    "employment",
    "insurance",
    "publications",
    "bulletins",
    "returns",
    "interns",
    "club",
    "daily",
)


@dataclass(frozen=True)
class Subject:
    """The figures of one subject: a module of app/figures with its TITLE."""

    key: str
    title: str
    figures: tuple[Figure, ...]
    crosses: tuple[Cross, ...]
    sums: tuple[Sum, ...]


@cache
def subjects() -> tuple[Subject, ...]:
    """Return every subject; loaded when first asked for, never on the way to the first window."""
    return tuple(_subject(key, import_module(f"app.figures.{key}")) for key in _MODULES)


def _subject(key: str, module: ModuleType) -> Subject:
    own = list(vars(module).values())
    return Subject(
        key,
        module.TITLE,
        tuple(one for one in own if isinstance(one, Figure) and one.subject == key),
        tuple(one for one in own if isinstance(one, Cross)),
        tuple(getattr(module, "SUMS", ())),
    )


def every(*, parts: bool = False) -> Iterator[Figure]:
    """Yield each figure in order; with its parts after it where they are asked for."""
    for subject in subjects():
        for figure in subject.figures:
            yield figure
            if parts:
                yield from figure.parts


def find(name: str) -> Figure:
    """Return the figure with this key or label, or a part of one; raises Refused where there is none."""
    found = named(name)
    if found is None:
        raise Refused(f"没有“{name}”这个统计项{perhaps(name, _by_name())}，可用 figures 查看全部统计项。")
    return found


def named(name: str) -> Figure | None:
    """Return the figure with this key or label (受理争议, disputes.accepted, 排摸企业·私营企业)."""
    whole, part = (*re.split("[·:]", name, maxsplit=1), "")[:2]
    figure = _by_name().get(whole)
    return figure.part(part) if figure is not None and part else figure


@cache
def _by_name() -> dict[str, Figure]:
    found = {figure.key: figure for figure in every()}
    return found | {figure.label: figure for figure in every()}

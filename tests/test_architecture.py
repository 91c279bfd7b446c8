"""Imports point one way, wherever they stand: what is above knows what is below, never the other way.

Every import counts: at the top of a file, inside a function, under TYPE_CHECKING. `docs/architecture.md`
draws the same house; after a change of the rules the drawing is written anew by

    python -m tests.test_architecture
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest
from pytest_archon.collect import collect_imports, walk

from app.registry import registers

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "architecture.md"

LAYERS: dict[str, tuple[str, ...]] = {
    # ground
    "errors": (),
    "resources": (),
    "rules": ("errors",),
    "nearest": (),
    "version": (),
    "private": (),
    "cipher": ("errors", "rules", "private"),
    "opened": (),
    "lock": ("errors", "private"),
    "place": ("errors",),
    "target": ("errors", "private", "opened"),
    # engine: one vocabulary, no subject
    "fields": ("errors", "rules"),
    "records": ("errors", "rules", "cipher", "fields"),
    "printing": ("errors", "resources", "rules", "opened", "target", "fields", "records"),
    "register": ("rules", "fields", "records", "printing"),
    "figures": ("rules", "fields", "records", "register"),
    "keeping": ("errors", "rules", "fields", "records", "register"),
    "listing": ("rules", "fields", "records", "register"),
    "grouping": ("rules", "fields", "records", "register", "listing"),
    "saved_lists": ("fields", "records", "register", "listing"),
    "papers": ("rules", "fields", "records", "printing", "register", "listing"),
    "batch_entry": ("fields", "records", "printing", "register"),
    "subject": ("register", "figures", "batch_entry"),
}
"""What each package of the ground and the engine may import, from the bottom to the top."""

ENGINE = tuple(LAYERS)

ABOVE: dict[str, tuple[str, ...]] = {
    "registry": (*ENGINE, "subjects"),
    "described": (*ENGINE, "registry"),
    "office": (*ENGINE, "registry", "described", "migrations"),
    "safekeeping": (*ENGINE, "registry", "office"),
    "agenda": (*ENGINE, "registry", "safekeeping"),
    "statistics": (*ENGINE, "registry"),
    "chronicle": (*ENGINE, "registry", "statistics"),
    "personal": (*ENGINE, "registry", "chronicle"),
    "finding": (*ENGINE, "registry"),
    "exchange": (*ENGINE, "registry", "described", "statistics"),
    "summary": (*ENGINE, "registry", "agenda", "statistics"),
    "learning": (*ENGINE, "registry", "described", "exchange", "summary"),
    "sample": (*ENGINE, "registry", "described", "office", "summary", "subjects"),
    "bugs": ("private", "version"),
    "asking": ("errors", "rules", "cipher", "safekeeping"),
    "arguments": ("errors", "rules", "nearest", "records", "version"),
    "checking": (*ENGINE, "registry", "described", "office", "safekeeping"),
    "cli": (
        *ENGINE,
        *(
            "registry",
            "described",
            "office",
            "safekeeping",
            "statistics",
            "exchange",
            "summary",
            "sample",
            "checking",
        ),
        *("learning", "personal"),
        *("bugs", "arguments", "asking"),
    ),
}
"""What the registry and the features above it may import. Of the subjects only registry and sample know."""

LEANS = {
    "members": {"unions"},
    "hardship": {"unions"},
    "disputes": {"unions"},
    "activities": {"members", "unions"},
    "contracts": {"unions"},
    "employment": {"unions"},
    "insurance": {"unions"},
    "publications": {"members", "unions"},
    "office": {"members", "unions", "hardship", "disputes", "contracts"},
}
"""Whose records a subject may use beside its own, where the domain ties them, and whose figures as the base
of a rate: a number is said once, where it is counted."""


BELOW: dict[str, tuple[str, ...]] = {
    **LAYERS,
    "subjects": ENGINE,
    "migrations": (),
    **ABOVE,
    "ui": (*ENGINE, *ABOVE),
}
"""What each part of the program may import."""

GROUPS = {
    "ui": ("ui",),
    "features": tuple(name for name in ABOVE if name != "registry"),
    "registry": ("registry",),
    "subjects": ("subjects",),
    "engine": ENGINE[ENGINE.index("fields") :],
    "ground": (*ENGINE[: ENGINE.index("fields")], "migrations"),
}
"""The parts as the page draws them, from the top of the house to its ground."""

ROOMS = (
    ("look", "jobs", "keys", "failures", "preferences", "passing", "doorbell", "display"),
    ("widgets", "application"),
    ("editors", "manual"),
    ("lists", "forms"),
    ("dialogs",),
    ("importing", "described", "learning", "panel", "batch", "today"),
    ("registers",),
    ("figures", "office"),
    ("summary",),
    ("window",),
    ("main_window",),
    ("headless",),
    ("main",),
)
"""The rooms of the window from its ground to its door: each uses those of the lines before, no neighbour."""

IMPORTS = {**collect_imports("app", walk), **collect_imports("ui", walk)}
OURS = {name: imported & IMPORTS.keys() for name, imported in IMPORTS.items()}


def _package(module: str) -> str:
    """Return the name of the package below `app`, or of the single module there."""
    return module.split(".")[1] if "." in module else ""


def _breaches(package: str, allowed: tuple[str, ...]) -> list[str]:
    return [
        f"{name} imports {other}"
        for name, others in OURS.items()
        if name.startswith("app.") and _package(name) == package
        for other in others
        if _package(other) not in (package, *allowed)
    ]


def test_the_core_knows_no_qt() -> None:
    foreign = ("PySide6", "shiboken6", "ui")
    assert [
        f"{name} imports {other}"
        for name, others in IMPORTS.items()
        if name.startswith("app")
        for other in others
        if other.split(".")[0] in foreign
    ] == []


def test_every_package_of_the_core_has_its_rule() -> None:
    ruled = {*LAYERS, *ABOVE, "subjects", "migrations", ""}
    assert {_package(name) for name in IMPORTS if name.startswith("app")} == ruled


@pytest.mark.parametrize("package", [*LAYERS, *ABOVE])
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    assert _breaches(package, (LAYERS | ABOVE)[package]) == []


@pytest.mark.parametrize("package", LAYERS)
def test_the_rules_themselves_point_downwards(package: str) -> None:
    order = list(LAYERS)
    assert all(order.index(other) < order.index(package) for other in LAYERS[package])


def test_no_module_imports_itself_in_a_circle() -> None:
    TopologicalSorter(OURS).prepare()


def _subject(module: str) -> str:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["app", "subjects"] and len(parts) > 2 else ""


def test_a_subject_imports_the_engine_and_the_records_or_figures_it_leans_on() -> None:
    breaches = []
    for name, others in OURS.items():
        if not (own := _subject(name)):
            continue
        for other in others:
            leaned_on = _subject(other)
            if leaned_on and leaned_on != own:
                if leaned_on not in LEANS.get(own, ()) or not other.endswith((".records", ".figures")):
                    breaches.append(f"{name} imports {other}")
            elif not leaned_on and _package(other) not in ENGINE:
                breaches.append(f"{name} imports {other}")
    assert breaches == []


def test_subjects_lean_on_each_other_one_way_and_no_further_than_they_must() -> None:
    TopologicalSorter(LEANS).prepare()
    used = {
        (own, other)
        for name, others in OURS.items()
        for own, other in ((_subject(name), _subject(one)) for one in others)
        if own and other and own != other
    }
    assert used == {(own, other) for own, others in LEANS.items() for other in others}


def test_a_room_of_the_window_uses_those_below_it_alone() -> None:
    story = {room: place for place, rooms in enumerate(ROOMS) for room in rooms}
    uses = {
        (_package(name), _package(other))
        for name, others in OURS.items()
        for other in others
        if name.startswith("ui.") and other.startswith("ui.")
    }
    assert {room for use in uses for room in use} == story.keys()
    assert [(own, other) for own, other in uses if own != other and story[own] <= story[other]] == []


def test_no_window_names_a_subject() -> None:
    assert [
        f"{name} imports {other}"
        for name, others in OURS.items()
        if name.startswith("ui")
        for other in others
        if _subject(other)
    ] == []


def _texts(package: str) -> Iterator[tuple[Path, str]]:
    """Yield the text literals in the files of a package."""
    folder = ROOT / (package if package == "ui" else f"app/{package}")
    for path in [*folder.rglob("*.py"), *folder.parent.glob(f"{folder.name}.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value


@pytest.mark.parametrize("package", ["ui", *sorted({*LAYERS, *ABOVE} - {"registry", "sample"})])
def test_no_file_outside_a_subject_names_one_of_its_registers(package: str) -> None:
    keys = {register.key for register in registers()}
    assert [f"{path.name} names {text}" for path, text in _texts(package) if text in keys] == []


def test_the_windows_speak_no_sql() -> None:
    foreign = ("peewee", "playhouse", "sqlcipher3")
    assert [
        f"{name} imports {other}"
        for name, others in IMPORTS.items()
        if name.startswith("ui")
        for other in others
        if other.split(".")[0] in foreign
    ] == []


def test_nothing_imports_the_windows() -> None:
    assert [name for name, others in OURS.items() if name.startswith("app") and _top(others)] == []


def _top(modules: set[str]) -> bool:
    return any(name.split(".")[0] == "ui" for name in modules)


def drawing() -> str:
    """Draw the rules as a Mermaid chart, without the arrows that follow from others."""
    lines = ["flowchart TD"]
    for group, names in GROUPS.items():
        lines.append(f"    subgraph {group}_[{group}]")
        lines += [f"        {node}" for node in (_SUBJECTS if group == "subjects" else names)]
        lines.append("    end")
    for name in reversed(BELOW):
        lines += [f"    {_drawn(name)} --> {_drawn(other)}" for other in _next_below(name)]
    for own, others in LEANS.items():
        lines += [f"    of_{own} -.-> of_{other}" for other in sorted(others)]
    return "\n".join(lines)


_SUBJECTS = [f"of_{name}[{name}]" for name in sorted({*LEANS, *chain.from_iterable(LEANS.values())})]


def _drawn(name: str) -> str:
    return "subjects_" if name == "subjects" else name


def _next_below(name: str) -> list[str]:
    """Return what a part may import and does not reach through another that it may import."""
    further = {other for one in BELOW[name] for other in _all_below(one)}
    return [other for other in BELOW[name] if other not in further]


def _all_below(name: str) -> set[str]:
    return {*BELOW[name], *(other for one in BELOW[name] for other in _all_below(one))}


_DRAWN = re.compile(r"(?<=^```mermaid\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def test_the_page_draws_the_house_as_the_rules_have_it() -> None:
    assert _DRAWN.findall(PAGE.read_text(encoding="utf-8")) == [f"{drawing()}\n"]


def test_the_drawing_holds_every_part_once() -> None:
    drawn = [name for names in GROUPS.values() for name in names]
    assert sorted(drawn) == sorted(BELOW)


if __name__ == "__main__":
    PAGE.write_text(_DRAWN.sub(f"{drawing()}\n", PAGE.read_text(encoding="utf-8")), encoding="utf-8")

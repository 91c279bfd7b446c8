"""Imports point one way: the window knows the core, and within the core each layer only those below."""

from __future__ import annotations

from graphlib import TopologicalSorter
from importlib.util import find_spec

import pytest
from pytest_archon import archrule
from pytest_archon.collect import collect_imports, walk_toplevel

BELOW = {
    "app.errors": (),
    "app.rules": ("app.errors",),
    "app.fields": ("app.errors", "app.problems", "app.rules"),
    "app.records": ("app.errors", "app.problems", "app.rules", "app.fields"),
}
"""What each of the lower layers may import of ours."""


def test_the_core_knows_no_qt() -> None:
    archrule("core").match("app*").should_not_import("PySide6*", "shiboken6*", "ui", "ui.*").check("app")


@pytest.mark.parametrize("layer", [layer for layer in BELOW if find_spec(layer)])
def test_a_layer_imports_only_what_lies_below_it(layer: str) -> None:
    allowed = [pattern for name in (layer, *BELOW[layer]) for pattern in (name, f"{name}.*")]
    rule = archrule(layer).match(layer, f"{layer}.*").should_not_import("app.*").may_import(*allowed)
    rule.check("app", only_direct_imports=True, skip_type_checking=True)


def test_no_module_imports_itself_in_a_circle() -> None:
    TopologicalSorter(collect_imports("app", walk_toplevel)).prepare()


def test_the_windows_speak_no_sql() -> None:
    rule = archrule("windows").match("ui", "ui.*").should_not_import("peewee", "playhouse*", "sqlcipher3*")
    rule.check("ui", only_direct_imports=True)

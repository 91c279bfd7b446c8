"""What the first form and the last tabs would wait for, read beside the window once an office is open."""

from __future__ import annotations

from importlib import import_module

from app.rules.resident_id import area_remark

_HEAVY = ("ui.summary.tab", "ui.figures.tab", "jinja2")
_ANY_NUMBER = "310104198003080024"


def warm() -> None:
    """Read the table of divisions, and the modules of figures and summary."""
    area_remark(_ANY_NUMBER)
    for name in _HEAVY:
        import_module(name)

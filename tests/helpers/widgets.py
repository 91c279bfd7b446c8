"""Widgets by name, as a person finds them: pressed, ticked, read."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

W = TypeVar("W", bound=QWidget)


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the widget below `parent` that has this name."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def click(parent: QWidget, name: str) -> None:
    """Press the button of this name with the mouse."""
    QTest.mouseClick(child(parent, QPushButton, name), Qt.MouseButton.LeftButton)


def words(parent: QWidget, name: str) -> str:
    """Return what the label of this name says."""
    return child(parent, QLabel, name).text()


def tick(parent: QWidget, name: str) -> None:
    """Tick the box of this name."""
    child(parent, QCheckBox, name).setChecked(True)

"""What lets a person write down a record on the way, while another is being written."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.records.base import Record
from app.register import Register


class Make(Protocol):
    """Lets a person write down a new record with these values; None when they thought better of it."""

    def __call__(self, parent: QWidget, register: Register, **values: object) -> Record | None: ...

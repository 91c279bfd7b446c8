"""Workbooks of members, and the import wizard as a person walks through it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.factories import people
from tests.helpers.widgets import child, click
from ui.importing.row_model import RowModel
from ui.importing.wizard import CHECK, RESULT, ImportWizard

Open = Callable[..., ImportWizard]
HEADINGS = ["姓名", "身份证号", "手机号码", "工作单位", "批准日期", "文化程度"]


def person(name: str = "张三", **changed: str) -> list[str]:
    """Return the row of a member under HEADINGS."""
    told = {
        "name": name, "number": people.resident_id(), "mobile": "13800138000", "employer": "泰祥电器",
        "approved": "2011-3-8", "education": "大专",
    }  # fmt: skip
    return list((told | changed).values())


def rehearse(wizard: ImportWizard, qtbot: QtBot) -> RowModel:
    """Go on to the look over, and wait until it is done."""
    click(wizard, "accept")
    assert wizard.step == CHECK
    qtbot.waitUntil(lambda: not wizard.check.is_running)
    return rows_of(wizard)


def rows_of(wizard: ImportWizard) -> RowModel:
    """Return the rows of the look over."""
    model = child(wizard, QTableView, "rows").model()
    assert isinstance(model, RowModel)
    return model


def take_in(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Take the rows in, and wait for the result."""
    click(wizard, "accept")
    qtbot.waitUntil(lambda: wizard.step == RESULT)


def shown(model: RowModel, heading: str) -> list[str]:
    """Return what stands under a heading, row by row."""
    headings = [model.headerData(one, Qt.Orientation.Horizontal) for one in range(model.columnCount())]
    column = headings.index(heading)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def cell(wizard: ImportWizard, row: int, column: int) -> Any:  # noqa: ANN401  # of whatever type the case has
    """Go to a cell of the look over, counted without the outcome."""
    table = child(wizard, QTableView, "rows")
    index = table.model().index(row, column + 1)
    table.setCurrentIndex(index)
    return index

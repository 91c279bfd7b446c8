"""An import wizard for members, come to its file, to its columns, or to its look over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.helpers.import_wizard import Open, rehearse
from tests.helpers.widgets import click
from ui.dialogs.question import Question
from ui.importing.wizard import COLUMNS, ImportWizard
from ui.jobs import Jobs


@pytest.fixture(autouse=True)
def give_up_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lose corrections when a test's wizard is closed: nobody is there to answer."""
    monkeypatch.setattr(Question, "ask", lambda *_: True)


@pytest.fixture
def jobs(office: Office) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def wizard(jobs: Jobs, qtbot: QtBot) -> ImportWizard:
    wizard = ImportWizard(MEMBERS, jobs)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


@pytest.fixture
def opened(wizard: ImportWizard, qtbot: QtBot, tmp_path: Path) -> Open:
    """Read a workbook of these rows."""

    def read(*rows: Sequence[Any]) -> ImportWizard:
        wizard.file.open_book(write_book(tmp_path / "名单.xlsx", rows))
        qtbot.waitUntil(lambda: wizard.file.session is not None)
        return wizard

    return read


@pytest.fixture
def matched(opened: Open) -> Open:
    """Read a workbook and come to its columns."""

    def match(*rows: Sequence[Any]) -> ImportWizard:
        wizard = opened(*rows)
        click(wizard, "accept")
        assert wizard.step == COLUMNS
        return wizard

    return match


@pytest.fixture
def checked(matched: Open, qtbot: QtBot) -> Open:
    """Read a workbook and look its rows over."""

    def check(*rows: Sequence[Any]) -> ImportWizard:
        wizard = matched(*rows)
        rehearse(wizard, qtbot)
        return wizard

    return check

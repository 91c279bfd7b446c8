"""The tab of the summary with the text of a year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from app.summary import texts
from app.summary.reports import YEAR
from tests.factories.disputes import make_case
from tests.helpers.summary_tab import TEXT, settle
from ui.summary.tab import SummaryTab


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> Iterator[SummaryTab]:
    """The tab with the text of 2011, three disputes in it."""
    for _ in range(3):
        make_case("受理")
    texts.keep(2011, YEAR, TEXT)
    shown = SummaryTab()
    qtbot.addWidget(shown)
    shown.resize(1214, 768)
    shown.show()
    settle(shown, qtbot)
    yield shown
    shown._jobs.shut_down()

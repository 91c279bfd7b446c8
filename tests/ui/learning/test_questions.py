"""The doubtful numbers of an old report, asked one after the other in a real dialog."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.learning.aliases import aliases
from app.learning.learned import learn
from app.office import Office
from tests.factories.disputes import make_case
from tests.helpers.widgets import child
from ui.learning.questions import Questions

W = TypeVar("W", bound=QWidget)
REPORT = "工作总结\n受理劳动争议11起，调解成功3起，办结率90%。种树20棵。"


@pytest.fixture
def dialog(office: Office, qtbot: QtBot) -> Questions:
    """A report of which the first number is sure and two are in doubt."""
    for _ in range(11):
        make_case("受理")
    shown = Questions(learn(REPORT, 2011), None)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _found(dialog: Questions, kind: type[W], name: str) -> W:
    return child(dialog, kind, name)


def _search(dialog: Questions) -> QLineEdit:
    return _found(dialog, QLineEdit, "search")


def _offered(dialog: Questions) -> list[str]:
    return [dialog.offers.item(row).text().split("\n")[0] for row in range(dialog.offers.count())]


def _asked(dialog: Questions) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if "<b>" in label.text())


def test_sure_numbers_are_not_asked(dialog: Questions) -> None:
    assert dialog.chosen == {0: "受理争议"}
    assert "<b>3</b>起" in _asked(dialog)


def test_enter_takes_the_first_proposal_and_goes_on(dialog: Questions) -> None:
    assert _offered(dialog)[0] == "调解成功"
    QTest.keyClick(dialog.offers, Qt.Key.Key_Return)
    assert dialog.chosen[1] == "调解成功"
    assert "<b>90%</b>" in _asked(dialog)


def test_a_number_can_stay_as_it_was_typed(dialog: Questions) -> None:
    QTest.keyClick(dialog.offers, Qt.Key.Key_End)
    QTest.keyClick(dialog.offers, Qt.Key.Key_Return)
    assert "调解成功3起" in dialog.text


def test_one_can_go_back_to_the_number_before(dialog: Questions) -> None:
    QTest.keyClick(dialog.offers, Qt.Key.Key_Return)
    _found(dialog, QPushButton, "back").click()
    assert "<b>3</b>起" in _asked(dialog)


def test_another_figure_is_found_by_its_pinyin(dialog: Questions) -> None:
    QTest.keyClicks(_search(dialog), "jazy")
    assert "结案争议" in _offered(dialog)


def test_what_is_corrected_is_remembered_when_the_text_is_taken(dialog: Questions) -> None:
    _search(dialog).setText("结案争议")
    dialog.offers.setCurrentRow(_offered(dialog).index("结案争议"))
    QTest.keyClick(dialog.offers, Qt.Key.Key_Return)
    assert aliases() == []
    dialog.accept()
    assert [label for _, label in aliases()] == ["结案争议"]


def test_a_report_is_gone_through_with_enter_alone(dialog: Questions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        for _ in range(len(dialog.doubtful) + 1):
            focused = dialog.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Return)


def test_the_mark_is_on_the_number_behind_a_rare_character(office: Office, qtbot: QtBot) -> None:
    assert office.name
    shown = Questions(learn("𣗋树社区👍\n受理劳动争议11起。", 2011), None)
    qtbot.addWidget(shown)
    shown.show()
    (mark,) = shown.report.extraSelections()
    assert mark.cursor.selectedText() == "11"  # type: ignore[attr-defined]  # the stubs lack it

"""The desk: figures above, due things below."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.agenda import reminders
from app.office import Office
from app.records import drafts
from app.records.drafts import Place
from app.records.profile import profile
from app.register import INCOMPLETE
from tests.factories.people import make_file, make_member
from tests.helpers.reach import unreachable
from ui.dialogs.question import Question
from ui.today.card import LineButton
from ui.today.tab import TodayTab


def opened(qtbot: QtBot) -> TodayTab:
    tab = TodayTab()
    qtbot.addWidget(tab)
    tab.resize(1214, 768)
    tab.show()
    tab.reload()
    return tab


def words(tab: TodayTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel)]


def published(days: int) -> None:
    """A file whose notice ends in so many days."""
    end = date.today() + timedelta(days=days)
    make_file(
        name="陆建国",
        status="公示中",
        applied_on=end - timedelta(days=40),
        notice_from=end - timedelta(days=7),
        notice_to=end,
        approved_on=None,
        opened_on=None,
    )


def test_the_cards_count_what_the_office_has(office: Office, qtbot: QtBot) -> None:
    make_member(), make_member(), make_file()
    told = words(opened(qtbot))
    assert told[told.index("会员（人）") + 1] == "2"
    assert told[told.index("在档困难职工（户）") + 1] == "1"


def test_a_due_thing_says_when(office: Office, qtbot: QtBot) -> None:
    published(-2)
    assert "逾期 2 天" in words(opened(qtbot))


def test_a_click_on_a_due_thing_asks_for_its_record(office: Office, qtbot: QtBot) -> None:
    published(1)
    tab = opened(qtbot)
    line = next(one for one in tab.findChildren(LineButton) if "陆建国" in one.text())
    with qtbot.waitSignal(tab.entry_chosen) as told:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    (entry,) = told.args
    assert (entry.register_key, entry.ids) == ("hardship", (1,))


def test_nothing_due_is_said_calmly(office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "campaigns", lambda: iter(()))  # no campaign, whatever the day
    monkeypatch.setattr("app.agenda.desk.first_steps", tuple)  # nor a step to begin with
    assert "眼下没有到期的事" in words(opened(qtbot))


def test_what_was_done_this_month_stands_beside_what_is_due(office: Office, qtbot: QtBot) -> None:
    make_member(applied_on=date.today(), approved_on=date.today())
    tab = opened(qtbot)
    lines = [button.text() for button in tab.findChildren(QPushButton)]
    assert "发展会员 1 名" in lines


def test_the_month_is_copied_for_the_report(office: Office, qtbot: QtBot) -> None:
    make_member(applied_on=date.today(), approved_on=date.today())
    tab = opened(qtbot)
    copy = tab.findChild(QPushButton, "copy_month")
    assert copy is not None
    copy.click()
    today = date.today()
    assert QGuiApplication.clipboard().text() == f"{today.month}月{today.day}日：发展会员 1 名。"


def test_the_arrows_turn_to_another_month(office: Office, qtbot: QtBot) -> None:
    first = date.today().replace(day=1)
    before = first - timedelta(days=1)
    make_member(applied_on=before, approved_on=before)
    tab = opened(qtbot)
    earlier = tab.findChild(QPushButton, "earlier_month")
    assert earlier is not None
    earlier.click()
    assert "发展会员 1 名" in [one.text() for one in tab.findChildren(QPushButton) if not one.isHidden()]


def test_several_of_a_kind_are_one_line_that_asks_for_their_list(office: Office, qtbot: QtBot) -> None:
    published(1)
    published(3)
    tab = opened(qtbot)
    (line,) = (one for one in tab.findChildren(LineButton) if "陆建国" in one.accessibleName())
    assert line.accessibleName() == "公示到期：陆建国、陆建国 等 2 户"
    with qtbot.waitSignal(tab.entry_chosen) as told:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    (entry,) = told.args
    assert (entry.register_key, entry.title, entry.ids) == ("hardship", "公示到期（7 天内）", (1, 2))


def test_overdue_and_coming_things_stand_under_their_own_headings(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "campaigns", lambda: iter(()))  # no campaign, whatever the day
    published(-2)
    published(1)
    shown = {"已逾期　1 项", "7 天内　2 项", "逾期 2 天", "今天", "明天"}
    told = [word for word in words(opened(qtbot)) if word in shown]
    assert told == ["7 天内　2 项", "今天", "明天", "已逾期　1 项", "逾期 2 天"]  # today: the first backup


def test_a_sentence_too_long_for_the_desk_keeps_its_beginning_and_its_end(qtbot: QtBot) -> None:
    said = f"合同到期：{'很长的单位名称' * 20} 等 113 份"
    window = QWidget()
    qtbot.addWidget(window)
    button = LineButton(said, None, window)
    button.resize(400, 36)
    button.grab()
    assert button.text().startswith("合同到期：很长")
    assert button.text().endswith("等 113 份")
    assert button.fontMetrics().horizontalAdvance(button.text()) <= 400
    assert button.toolTip() == button.accessibleName() == said


def test_many_kinds_of_forgotten_records_do_not_widen_the_window(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = [reminders.Forgotten(key, INCOMPLETE, 1234) for key in ("members", "hardship", "disputes") * 5]
    narrow = opened(qtbot)
    monkeypatch.setattr(reminders, "forgotten", lambda: kinds)
    tab = opened(qtbot)
    links = [one for one in tab.findChildren(QPushButton) if INCOMPLETE in one.text()]
    assert len(links) == len(kinds)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in links))
    assert tab.minimumSizeHint().width() == narrow.minimumSizeHint().width()
    qtbot.waitUntil(lambda: unreachable(tab) == [])


def test_what_is_due_keeps_most_of_a_low_window(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = [reminders.Forgotten("members", INCOMPLETE, 1234)] * 15
    monkeypatch.setattr(reminders, "forgotten", lambda: kinds)
    tab = opened(qtbot)
    tab.resize(600, 420)
    (lines,) = (one for one in tab.findChildren(QScrollArea) if one.accessibleName() == "到期与提醒")
    qtbot.waitUntil(lambda: unreachable(tab) == [])
    assert lines.height() >= 48


def test_forgotten_records_are_told_with_their_register(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    tab = opened(qtbot)
    links = [one.text() for one in tab.findChildren(QPushButton)]
    assert "困难档案从未帮扶 1" in links


def test_the_line_about_the_backup_makes_one(office: Office, qtbot: QtBot) -> None:
    make_member()
    tab = opened(qtbot)
    line = next(one for one in tab.findChildren(LineButton) if "还没有备份过" in one.text())
    with qtbot.waitSignal(tab.backup_clicked, timeout=1000):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)


def test_what_was_left_is_listed_opened_and_discarded(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Question, "ask", lambda *_: True)
    drafts.keep(Place("members", None), {"name": "王"})
    tab = opened(qtbot)
    assert "上次没有存完：" in words(tab)
    (link,) = [button for button in tab.findChildren(QPushButton) if button.text() == "新会员"]
    with qtbot.waitSignal(tab.draft_chosen) as chosen:
        link.click()
    assert chosen.args[0].key == "members"
    discard = tab.findChild(QPushButton, "discard_drafts")
    assert isinstance(discard, QPushButton)
    discard.click()
    assert drafts.found(Place("members", None)) is None
    assert not tab._unfinished.isVisible()


def test_nothing_is_listed_where_all_was_saved(office: Office, qtbot: QtBot) -> None:
    assert not opened(qtbot)._unfinished.isVisible()


def lines_of(tab: TodayTab) -> list[str]:
    return [line.accessibleName() for line in tab.findChildren(LineButton)]


def test_a_new_office_is_shown_three_first_steps(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "asked", lambda _day: [])
    tab = TodayTab()
    qtbot.addWidget(tab)
    tab.reload()
    assert [line[:4] for line in lines_of(tab)] == ["填写本会", "登记会员", "备份到U"]


def test_the_first_steps_lead_to_where_they_are_taken(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "asked", lambda _day: [])
    tab = TodayTab()
    qtbot.addWidget(tab)
    tab.reload()
    settings, register, backup = tab.findChildren(LineButton)
    with qtbot.waitSignal(tab.settings_clicked):
        settings.click()
    with qtbot.waitSignal(tab.record_chosen) as went:
        register.click()
    with qtbot.waitSignal(tab.backup_clicked):
        backup.click()
    assert went.args == ["members", 0]


def test_an_office_that_has_begun_is_shown_no_first_steps(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "asked", lambda _day: [])
    make_member()
    own = profile()
    own.leader = "王芳"
    own.save()
    tab = TodayTab()
    qtbot.addWidget(tab)
    tab.reload()
    assert lines_of(tab) == []

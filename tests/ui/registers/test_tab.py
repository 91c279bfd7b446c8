"""The tab of a register: list, form and commands, held together."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.records.base import database
from app.register import Register
from app.subject import Subject
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.records import AidBatch
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_file, new_file
from tests.helpers.every_register import every_subject
from tests.helpers.widgets import child, click
from ui.batch.dialog import BatchDialog, Outcome
from ui.dialogs.preview import Preview
from ui.dialogs.question import Question
from ui.dialogs.unsaved import Answer, Unsaved
from ui.lists.filter_chips import ConditionChip
from ui.registers.tab import RegisterTab
from ui.widgets.tab_strip import TabStrip

NO_KEY = Qt.KeyboardModifier.NoModifier


def opened(qtbot: QtBot, *registers: Register, key: str = "") -> RegisterTab:
    tab = RegisterTab(registers or HARDSHIP, key=key)
    qtbot.addWidget(tab)
    tab.resize(1214, 768)
    tab.show()
    return tab


def line(tab: RegisterTab, name: str) -> QLineEdit:
    return child(tab, QLineEdit, name)


def names(tab: RegisterTab) -> list[str]:
    model = tab.pane.table.model()
    column = [shown.name for shown in tab.pane.table.columns].index("name")
    return [model.index(row, column).data() for row in range(model.rowCount())]


def seen(tab: RegisterTab) -> tuple[list[list[str]], list[str], str, int | None]:
    """Return what stands in the list, on the chips and in the foot, and which record is in front."""
    model = tab.pane.table.model()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    chips = [chip.text() for chip in tab.findChildren(ConditionChip) if chip.isVisible()]
    foot = tab.findChild(QLabel, "summary")
    assert isinstance(foot, QLabel)
    return rows, chips, foot.text(), tab.pane.table.current_id()


def click_heading(tab: RegisterTab, section: int) -> None:
    tab.pane.table.horizontalHeader().sectionClicked.emit(section)


def answering(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> list[str]:
    """Answer the question about unsaved changes, and note that it was asked."""
    asked: list[str] = []

    def ask(_parent: object, who: str) -> Answer:
        asked.append(who)
        return answer

    monkeypatch.setattr(Unsaved, "ask", ask)
    return asked


@every_subject
def test_every_tab_is_built_and_has_the_names_that_tests_rely_on(
    office: Office, qtbot: QtBot, subject: Subject
) -> None:
    made = opened(qtbot, *subject.registers, key=subject.key)
    assert made.objectName() == subject.key
    for name in ("new", "save", "revert", "delete", "print", "import", "export"):
        assert made.findChild(QPushButton, name) is not None, name
    assert made.findChild(QLineEdit, "search") is not None


def test_enter_in_the_search_goes_on_at_the_first_that_was_found(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    found = make_file(name="仇志明")
    tab = opened(qtbot)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.focus_search()
    search = line(tab, "search")
    QTest.keyClicks(search, "qzm")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert tab.focusWidget() is tab.pane.table
    assert tab.pane.table.selected_ids() == [found.id]
    assert tab.pane.panel.form.text("name") == "仇志明"


def test_the_search_narrows_the_list(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国"), make_file(name="仇志明")
    tab = opened(qtbot)
    line(tab, "search").setText("qiu")
    qtbot.waitUntil(lambda: names(tab) == ["仇志明"])


def test_what_is_found_alone_is_shown_in_the_place_of_the_record_from_before(
    office: Office, qtbot: QtBot
) -> None:
    before, found = make_file(name="陆建国"), make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", before.id)
    tab.pane.search("仇志明")
    assert tab.pane.table.selected_ids() == [found.id]
    assert line(tab, "name").text() == "仇志明"


@pytest.mark.parametrize("word", ["qiu", "没有的人"])
def test_nothing_stands_beside_a_list_in_which_the_record_from_before_is_not(
    office: Office, qtbot: QtBot, word: str
) -> None:
    before = make_file(name="陆建国")
    make_file(name="仇志明"), make_file(name="仇小红")
    tab = opened(qtbot)
    tab.go_to("hardship", before.id)
    tab.pane.search(word)
    assert not line(tab, "name").isVisible()


def test_a_record_that_is_among_those_found_stays(office: Office, qtbot: QtBot) -> None:
    before = make_file(name="陆建国")
    make_file(name="陆小红"), make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", before.id)
    tab.pane.search("陆")
    assert line(tab, "name").text() == "陆建国"
    assert line(tab, "name").isVisible()


def test_what_is_being_typed_stays_whatever_is_searched(office: Office, qtbot: QtBot) -> None:
    before = make_file(name="陆建国")
    make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", before.id)
    line(tab, "name").setText("陆建华")
    tab.pane.search("仇志明")
    assert line(tab, "name").text() == "陆建华"


def test_selecting_a_row_shows_the_record_in_the_form(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    tab = opened(qtbot)
    tab.pane.table.setCurrentIndex(tab.pane.table.model().index(0, 0))
    assert line(tab, "name").text() == "陆建国"


def test_a_changed_record_is_kept_and_stays_selected(office: Office, qtbot: QtBot) -> None:
    kept, _other = make_file(name="陆建国"), make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", kept.id)
    line(tab, "address").setText("泰祥路 1 号")
    click(tab, "save")
    assert HardshipFile.get_by_id(kept.id).address == "泰祥路 1 号"
    assert tab.pane.table.current_id() == kept.id


@pytest.mark.parametrize(
    ("field", "text"),
    [
        pytest.param("address", "泰祥路 1 号", id="where nothing moves"),
        pytest.param("name", "仇志明", id="a name by which the list is in order"),
        pytest.param("own_monthly_income", "1860", id="an amount that the foot adds up"),
    ],
)
def test_after_a_save_the_list_is_as_if_it_were_read_again(
    office: Office, qtbot: QtBot, field: str, text: str
) -> None:
    """A save reads of a long list what is seen; it must never show anything else than all of it would."""
    make_file(name="包文华"), make_file(name="仲伟民", own_monthly_income=200_00)
    kept = make_file(name="陆建国", own_monthly_income=100_00)
    tab = opened(qtbot)
    click_heading(tab, 1)
    tab.go_to("hardship", kept.id)
    line(tab, field).setText(text)
    assert tab.pane.save()
    saved = seen(tab)
    tab.pane.reload()
    assert saved == seen(tab)


def test_a_saved_record_leaves_a_list_that_it_no_longer_fits(office: Office, qtbot: QtBot) -> None:
    """Its neighbours stand as before: it alone is asked whether it still meets what was searched."""
    kept, other = make_file(name="陆建国", address="泰祥路"), make_file(name="仇志明", address="泰祥路")
    tab = opened(qtbot)
    tab.pane.search("陆建国")
    tab.go_to("hardship", kept.id)
    line(tab, "name").setText("仇建国")
    assert tab.pane.save()
    assert tab.pane.table.ids() == []
    tab.pane.search("")
    assert set(tab.pane.table.ids()) == {kept.id, other.id}


def test_while_a_condition_is_chosen_a_save_reads_the_whole_list(office: Office, qtbot: QtBot) -> None:
    """What meets a condition may hang on other records: its neighbours alone tell nothing of the rest."""
    kept = make_file(name="陆建国")
    tab = opened(qtbot)
    tab.pane.filter_by("从未帮扶", (True,))
    other = make_file(name="仇志明")
    tab.go_to("hardship", kept.id)
    line(tab, "address").setText("泰祥路 1 号")
    assert tab.pane.save()
    assert set(tab.pane.table.ids()) == {kept.id, other.id}


def test_a_save_reads_no_more_of_a_list_than_is_seen(office: Office, qtbot: QtBot) -> None:
    """Of a hundred thousand records the ids alone take longer than the save."""
    kept = [make_file() for _ in range(3)][1]
    tab = opened(qtbot)
    tab.go_to("hardship", kept.id)
    line(tab, "address").setText("泰祥路 1 号")
    asked: list[str] = []
    database.connection().set_trace_callback(asked.append)
    assert tab.pane.save()
    database.connection().set_trace_callback(None)
    whole = re.compile(r'SELECT "t1"."id" FROM "hardship_file" AS "t1" WHERE \("t1"."deleted_at" IS NULL\)')
    assert [statement for statement in asked if whole.match(statement)] == []


def test_a_wrong_amount_is_told_under_its_field_and_stays_as_typed(office: Office, qtbot: QtBot) -> None:
    kept = make_file(own_monthly_income=1860_00)
    tab = opened(qtbot)
    tab.go_to("hardship", kept.id)
    line(tab, "own_monthly_income").setText("几千")
    click(tab, "save")
    message = tab.findChild(QLabel, "own_monthly_income_message")
    assert isinstance(message, QLabel)
    assert "例如 1200.50" in message.text()
    assert line(tab, "own_monthly_income").text() == "几千"
    assert HardshipFile.get_by_id(kept.id).own_monthly_income == 1860_00


def test_a_new_record_appears_in_the_list_though_a_filter_would_hide_it(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国", category="深度困难")
    tab = opened(qtbot)
    tab.pane.filter_by("category", ("深度困难",))
    fresh = new_file(name="仇志明", category="相对困难")
    described = fresh.described()
    tab.pane.new_record(**{name: value for name, value in fresh.__data__.items() if name in described})
    assert tab.pane.save()
    assert sorted(names(tab)) == sorted(["陆建国", "仇志明"])
    chosen = tab.pane.table.current_id()
    assert chosen is not None
    assert HardshipFile.get_by_id(chosen).name == "仇志明"


def test_cancelling_keeps_the_changed_record_in_front(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_file(name="陆建国"), make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", first.id)
    line(tab, "address").setText("泰祥路 1 号")
    asked = answering(monkeypatch, Answer.CANCEL)
    row = tab.pane.table.ids().index(second.id)
    tab.pane.table.setCurrentIndex(tab.pane.table.model().index(row, 0))
    assert asked == ["困难档案"]
    assert tab.pane.table.current_id() == first.id
    assert line(tab, "address").text() == "泰祥路 1 号"


def test_saving_on_the_way_keeps_the_change_and_goes_on(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_file(name="陆建国"), make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", first.id)
    line(tab, "address").setText("泰祥路 1 号")
    answering(monkeypatch, Answer.SAVE)
    tab.go_to("hardship", second.id)
    assert HardshipFile.get_by_id(first.id).address == "泰祥路 1 号"
    assert (tab.pane.table.current_id(), line(tab, "name").text()) == (second.id, "仇志明")


def test_discarding_leaves_the_record_as_it_was(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_file(), make_file(name="仇志明")
    tab = opened(qtbot)
    tab.go_to("hardship", first.id)
    line(tab, "address").setText("泰祥路 1 号")
    answering(monkeypatch, Answer.DISCARD)
    tab.go_to("hardship", second.id)
    assert HardshipFile.get_by_id(first.id).address is None
    assert line(tab, "name").text() == "仇志明"


def test_a_deleted_record_is_found_in_the_bin_and_comes_back(office: Office, qtbot: QtBot) -> None:
    kept = make_file(name="陆建国")
    tab = opened(qtbot)
    tab.go_to("hardship", kept.id)
    click(tab, "delete")
    gone = names(tab)
    click(tab, "bin")
    binned = names(tab)
    tab.pane.table.selectRow(0)
    click(tab, "restore")
    click(tab, "bin")
    assert (gone, binned, names(tab)) == ([], ["陆建国"], ["陆建国"])


def click_row(tab: RegisterTab, row: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    table = tab.pane.table
    spot = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, spot)


def questions(monkeypatch: pytest.MonkeyPatch, *, answer: bool) -> list[str]:
    """Answer what is asked before something is binned, and note the words."""
    asked: list[str] = []

    def ask(_parent: object, words: str, more: str, act: str, away: str = "取消") -> bool:
        asked.append(f"{words}{more}")
        return answer

    monkeypatch.setattr(Question, "ask", ask)
    return asked


@pytest.fixture
def five(office: Office, qtbot: QtBot) -> RegisterTab:
    """Five hardship files."""
    for name in ("陆建国", "仇志明", "单雄", "朴美", "区梅"):
        make_file(name=name)
    return opened(qtbot, HARDSHIP)


def test_rows_are_selected_one_by_one_and_as_a_block(five: RegisterTab) -> None:
    click_row(five, 0)
    click_row(five, 2, Qt.KeyboardModifier.ControlModifier)
    click_row(five, 4, Qt.KeyboardModifier.ControlModifier)
    ids = five.pane.table.ids()
    assert five.pane.table.selected_ids() == [ids[0], ids[2], ids[4]]
    click_row(five, 1)
    click_row(five, 3, Qt.KeyboardModifier.ShiftModifier)
    assert five.pane.table.selected_ids() == ids[1:4]


def test_four_selected_rows_go_to_the_bin_after_a_question_and_come_back(
    five: RegisterTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = questions(monkeypatch, answer=True)
    before = names(five)
    click_row(five, 0)
    click_row(five, 3, Qt.KeyboardModifier.ShiftModifier)
    click(five, "delete")
    assert len(asked) == 1
    assert all(name in asked[0] for name in ("4 户", *before[:4]))
    assert names(five) == before[4:]
    click(five, "bin")
    five.pane.table.selectAll()
    click(five, "restore")
    assert "恢复 4 户" in asked[1]
    click(five, "bin")
    assert names(five) == before


def test_whoever_would_rather_not_keeps_all_of_them(
    five: RegisterTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions(monkeypatch, answer=False)
    before = names(five)
    click_row(five, 0)
    click_row(five, 3, Qt.KeyboardModifier.ShiftModifier)
    click(five, "delete")
    assert names(five) == before
    assert len(five.pane.table.selected_ids()) == 4


def test_one_record_goes_to_the_bin_without_a_question(
    five: RegisterTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = questions(monkeypatch, answer=False)
    click_row(five, 0)
    click(five, "delete")
    assert (asked, len(names(five))) == ([], 4)


def test_the_foot_sums_the_list_up(office: Office, qtbot: QtBot) -> None:
    make_file(own_monthly_income=500_00), make_file(own_monthly_income=300_00)
    tab = opened(qtbot)
    summary = tab.findChild(QLabel, "summary")
    assert isinstance(summary, QLabel)
    assert "<b>2</b>\N{NO-BREAK SPACE}户" in summary.text()
    assert "<b>400.00</b>" in summary.text()


def test_an_empty_list_says_what_to_do(office: Office, qtbot: QtBot) -> None:
    tab = opened(qtbot)
    assert "新建" in tab.pane.table._empty_text


def test_the_switch_changes_the_register_and_its_acts(office: Office, qtbot: QtBot) -> None:
    tab = opened(qtbot, HARDSHIP, BATCHES)
    switch = tab.findChild(TabStrip, "switch")
    assert isinstance(switch, TabStrip)
    assert switch.titles() == ["困难档案", "发放批次"]
    second = next(one for one in switch.findChildren(QToolButton) if one.text() == "发放批次")
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert tab.pane.register is BATCHES
    tab.show_register("hardship")
    assert switch.current() == 0


def test_the_switch_stays_with_a_record_that_the_person_does_not_leave(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = opened(qtbot, HARDSHIP, BATCHES)
    tab.new_record()
    line(tab, "name").setText("单小娟")
    answering(monkeypatch, Answer.CANCEL)
    switch = tab.findChild(TabStrip, "switch")
    assert isinstance(switch, TabStrip)
    switch.go_to(1)
    assert tab.pane.register is HARDSHIP
    assert switch.current() == 0


def test_a_change_is_announced_with_the_registers_key(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    tab = opened(qtbot)
    tab.go_to("hardship", kept.id)
    line(tab, "address").setText("泰祥路 1 号")
    with qtbot.waitSignal(tab.changed) as told:
        tab.pane.save()
    assert told.args == ["hardship"]


def test_an_approved_batch_is_shown_as_it_will_be_printed(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = keeping.save(BATCHES, AidBatch(name="2011年春节送温暖慰问", year=2011))
    keeping.save(PAYMENTS, aid.payment_of(batch, paid_to(make_file(name="陆建国"))))
    monkeypatch.setattr(BatchDialog, "begin", lambda *_: Outcome(batch.id, approved=True, print_list=True))
    tab = opened(qtbot, HARDSHIP, BATCHES)
    click(tab, "pay_aid")
    qtbot.waitUntil(lambda: tab.findChild(Preview) is not None)
    preview = tab.findChild(Preview)
    assert isinstance(preview, Preview)
    assert preview.pages == 1
    preview.reject()


def test_the_selected_people_are_proposed_for_aid(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[list[int]] = []
    monkeypatch.setattr(BatchDialog, "begin", lambda _entry, _parent, ids: proposed.append(list(ids)))
    first, second, _third = (make_file() for _ in range(3))
    tab = opened(qtbot)
    tab.pane.table.select_id(first.id)
    for one in (first, second):
        row = tab.pane.table.ids().index(one.id)
        tab.pane.table.selectionModel().select(
            tab.pane.table.model().index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    click(tab, "pay_aid")
    assert [sorted(ids) for ids in proposed] == [[first.id, second.id]]


def test_all_open_files_of_the_filter_are_proposed_when_nobody_is_selected(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[list[int]] = []
    monkeypatch.setattr(BatchDialog, "begin", lambda _entry, _parent, ids: proposed.append(list(ids)))
    poor = make_file(category="深度困难")
    make_file(category="相对困难")
    make_file(category="深度困难", status="申请", approved_on=None, opened_on=None)
    tab = opened(qtbot)
    tab.pane.filter_by("category", ("深度困难",))
    click(tab, "pay_aid")
    assert proposed == [[poor.id]]


def paid_to(file: HardshipFile) -> aid.Recipient:
    person = aid.candidates([file.id])[0]
    person.amount = 500_00
    return person


def test_the_main_controls_fit_a_small_screen(office: Office, qtbot: QtBot) -> None:
    make_file(applied_on=date(2011, 1, 4))
    tab = opened(qtbot, HARDSHIP, BATCHES)
    assert tab.minimumSizeHint().width() <= 1366 - 152
    assert tab.minimumSizeHint().height() <= 768


def test_the_list_is_the_first_table_that_bears_its_name(office: Office, qtbot: QtBot) -> None:
    tab = opened(qtbot)
    assert tab.findChild(QTableView, "records") is tab.pane.table


def test_the_commands_are_as_wide_in_a_tab_of_one_register_as_of_two(office: Office, qtbot: QtBot) -> None:
    alone, switched = opened(qtbot), opened(qtbot, HARDSHIP, BATCHES)
    for name in ("new", "print", "import", "export"):
        one, other = (tab.findChild(QPushButton, name) for tab in (alone, switched))
        assert one is not None
        assert other is not None
        assert one.width() == other.width()

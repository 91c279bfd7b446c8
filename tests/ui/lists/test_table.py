"""The table: ids first, rows by the window, the selection kept by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from playhouse.test_utils import count_queries
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app import listing
from app.keeping import keeping, undoing
from app.listing import Criteria
from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.activities.register import ACTIVITIES, SERIES
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualGroup
from app.subjects.insurance.register import GROUPS
from app.subjects.members.register import MEMBERS
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.activities import make_activity, make_series
from tests.factories.insurance import make_claim
from tests.factories.people import make_batch, make_enterprise, make_file, make_member, resident_id
from tests.helpers.painted import Painted, on_screen, painted_anew
from ui.jobs import Jobs
from ui.lists.chip_delegate import ChipDelegate
from ui.lists.table import RecordTable, row_height
from ui.lists.table_model import TONE_ROLE, TableModel, cell
from ui.panel.record_panel import RecordPanel


def shown_table(qtbot: QtBot) -> RecordTable:
    table = RecordTable(HARDSHIP)
    qtbot.addWidget(table)
    table.resize(900, 34 * 21)
    table.reload()
    return table


def texts(table: RecordTable, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_heading(table: RecordTable, column: int) -> None:
    headings = table.horizontalHeader()
    spot = QPoint(headings.sectionPosition(column) + 8, headings.height() // 2)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_the_model_keeps_qts_rules(office: Office, qtmodeltester: ModelTester) -> None:
    ids = [make_file().id for _ in range(3)]
    model = TableModel(HARDSHIP)
    model.set_ids(ids)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_cell_shows_what_the_field_writes(office: Office, qtbot: QtBot) -> None:
    make_file(name="阿依古丽·买买提", own_monthly_income=1234_50)
    table = shown_table(qtbot)
    assert texts(table, 1) == ["阿依古丽·买买提"]
    assert texts(table, 4) == ["1,234.50"]


def test_a_person_whose_document_differs_is_marked_and_the_tip_says_why(office: Office, qtbot: QtBot) -> None:
    make_file(name="王芳", sex="女", id_number=resident_id(sex="男"), id_differs_reason="登记有误")
    table = shown_table(qtbot)
    assert texts(table, 1) == ["王芳 ※"]
    tip = table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "王芳（证件不符：登记有误）"


def test_the_row_that_is_shown_on_coming_to_the_list_is_selected(office: Office, qtbot: QtBot) -> None:
    make_file(), make_file()
    table = shown_table(qtbot)
    QApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    assert table.current_id() == table.ids()[0]


def test_amounts_stand_at_the_right(office: Office, qtbot: QtBot) -> None:
    make_file()
    table = shown_table(qtbot)
    side = table.model().index(0, 4).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_only_the_state_has_a_tone(office: Office, qtbot: QtBot) -> None:
    make_file()
    table = shown_table(qtbot)
    model = table.model()
    assert [model.index(0, column).data(TONE_ROLE) for column in (1, 5)] == [None, "good"]


def test_twenty_painted_rows_cost_one_query_and_one_for_the_references(
    office: Office, qtbot: QtBot, qapp: QApplication
) -> None:
    for _ in range(30):
        make_file()
    table = shown_table(qtbot)
    table.show()
    table.reload()
    table.model().set_ids(table.ids())  # type: ignore[attr-defined]
    with count_queries() as counter:
        table.grab()
    assert 1 <= counter.count <= 2


def test_rows_are_read_as_they_are_seen(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        make_file()
    table = shown_table(qtbot)
    table.resize(900, row_height() * 4)  # a heading and three rows
    table.show()
    asked: list[int] = []
    read = listing.rows

    def noted(register: Register, ids: Sequence[int]) -> dict[int, Record]:
        asked.extend(ids)
        return read(register, ids)

    monkeypatch.setattr(listing, "rows", noted)
    table.model().set_ids(table.ids())  # type: ignore[attr-defined]
    table.grab()
    assert asked == table.ids()[:3]


@pytest.mark.parametrize("register", [MEMBERS, HARDSHIP])
def test_a_list_is_painted_as_qt_paints_what_it_tells_of_its_cells(
    register: Register, office: Office, qtbot: QtBot
) -> None:
    for _ in range(3):
        make_member(), make_file()
    table = RecordTable(register)
    qtbot.addWidget(table)
    table.resize(600, row_height() * 6)
    table.reload()
    table.select_id(table.ids()[1])
    painted = table.grab().toImage()
    table.setItemDelegate(ChipDelegate(table))
    assert painted == table.grab().toImage()


def test_the_selection_stays_when_the_list_is_read_again(office: Office, qtbot: QtBot) -> None:
    kept = make_file(name="陆建国")
    make_file(name="仇志明")
    table = shown_table(qtbot)
    table.select_id(kept.id)
    make_file(name="周小梅")
    table.reload()
    assert table.current_id() == kept.id
    assert table.selected_ids() == [kept.id]


def test_selecting_a_record_by_id_is_not_announced(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    table = shown_table(qtbot)
    with qtbot.assertNotEmitted(table.selected):
        table.select_id(kept.id)


def test_going_to_a_row_is_announced_with_its_id(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    table = shown_table(qtbot)
    with qtbot.waitSignal(table.selected) as told:
        table.setCurrentIndex(table.model().index(0, 0))
    assert told.args == [kept.id]


def test_enter_opens_the_record(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    table = shown_table(qtbot)
    table.select_id(kept.id)
    with qtbot.waitSignal(table.activated) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [kept.id]


def test_a_heading_sorts_and_a_second_click_turns_the_order(office: Office, qtbot: QtBot) -> None:
    for fen in (500_00, 300_00, 900_00):
        make_file(own_monthly_income=fen)
    table = shown_table(qtbot)
    click_heading(table, 4)
    up = texts(table, 4)
    click_heading(table, 4)
    assert (up, texts(table, 4)) == (["300.00", "500.00", "900.00"], ["900.00", "500.00", "300.00"])


def test_the_order_outlives_another_question(office: Office, qtbot: QtBot) -> None:
    for name, fen in (("陆建国", 900_00), ("仇志明", 300_00), ("陆小梅", 100_00)):
        make_file(name=name, own_monthly_income=fen)
    table = shown_table(qtbot)
    click_heading(table, 4)
    table.set_criteria(Criteria(search="陆"))
    assert texts(table, 1) == ["陆小梅", "陆建国"]


def test_several_selected_records_are_told_in_the_order_of_the_list(office: Office, qtbot: QtBot) -> None:
    for day in (1, 2, 3):
        make_file(applied_on=date(2011, 1, day))
    table = shown_table(qtbot)
    table.selectAll()
    assert table.selected_ids() == table.ids()
    assert table.selected_count() == 3


def test_a_record_deleted_meanwhile_is_said_to_be(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    table = shown_table(qtbot)
    keeping.to_bin(HARDSHIP, [kept.id])
    type(kept).delete().where(type(kept).id == kept.id).execute()
    table.model().set_ids([kept.id])  # type: ignore[attr-defined]
    assert texts(table, 0) == ["（已删除）"]


def test_identity_numbers_are_hidden_in_lists(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    shown = replace(HARDSHIP, columns=(type(kept).id_number,))
    table = RecordTable(shown)
    qtbot.addWidget(table)
    table.reload()
    assert texts(table, 0) == [type(kept).id_number.mask(kept.id_number)]


@pytest.mark.parametrize("wanted", [999, None])
def test_going_to_a_record_that_is_not_listed_selects_nothing(
    office: Office, qtbot: QtBot, wanted: int | None
) -> None:
    make_file()
    table = shown_table(qtbot)
    assert not table.select_id(wanted)
    assert table.current_id() is None


def widths(table: RecordTable) -> dict[str, int]:
    model = table.model()
    return {
        model.headerData(section, Qt.Orientation.Horizontal): table.columnWidth(section)
        for section in range(model.columnCount())
    }


def narrowed(qtbot: QtBot, width: int) -> RecordTable:
    make_enterprise(name="泰祥社区综合服务管理有限责任公司")
    table = RecordTable(ENTERPRISES)
    qtbot.addWidget(table)
    table.show()
    table.resize(1400, 300)
    table.reload()
    table.resize(width, 300)
    return table


def test_what_is_left_over_goes_to_words(office: Office, qtbot: QtBot) -> None:
    table = narrowed(qtbot, 1400)
    assert sum(widths(table).values()) == table.viewport().width()
    assert max(widths(table), key=widths(table).__getitem__) == "单位名称"


def test_where_room_is_short_words_give_way_and_figures_do_not(office: Office, qtbot: QtBot) -> None:
    table = narrowed(qtbot, 1400)
    wide = widths(table)
    table.resize(560, 300)
    tight = widths(table)
    assert tight["单位名称"] < wide["单位名称"]
    assert tight["职工人数"] == wide["职工人数"]


def test_where_room_is_short_the_name_gives_way_last(office: Office, qtbot: QtBot) -> None:
    for _ in range(2):
        make_member(name="阿依古丽·买买提", employer="佳禾园餐饮管理有限责任公司徐汇分公司")
    table = RecordTable(MEMBERS)
    qtbot.addWidget(table)
    table.show()
    table.resize(1400, 300)
    table.reload()
    wide = widths(table)
    assert wide["姓名"] > 100
    table.resize(sum(wide.values()) - wide["工作单位"] + 100, 300)
    tight = widths(table)
    assert tight["工作单位"] < wide["姓名"] == tight["姓名"]
    table.resize(table.width() - 40, 300)
    assert widths(table)["姓名"] < wide["姓名"]


def test_other_columns_make_room_before_a_name_cannot_be_told_from_the_next(
    office: Office, qtbot: QtBot
) -> None:
    make_activity(name="2011年泰祥社区企业迎春联谊会", stated_count=88, stated_source="签到表")
    table = RecordTable(ACTIVITIES)
    table.widths.may_hide = True
    qtbot.addWidget(table)
    table.show()
    table.reload()
    table.resize(330, 300)
    table.widths.take_the_room()
    eight = table.fontMetrics().horizontalAdvance("2011年泰祥社")
    assert widths(table)["活动名称"] > eight
    assert sum(widths(table).values()) <= table.viewport().width()


def claimed() -> int | None:
    """Keep an enrolment with a claim that was paid, on days that take most room."""
    days = {"applied_on": date(2011, 11, 20), "granted_on": date(2011, 11, 30)}
    return make_claim(status="已给付", granted=1_574_80, **days).enrolment_id


def played() -> int | None:
    """Keep a series with an event in it."""
    return make_activity(series=make_series(), name="第四届职工春季长跑赛").series_id


@pytest.mark.parametrize(("owners", "make"), [(ENROLMENTS, claimed), (SERIES, played)])
def test_the_rows_of_a_record_fit_into_its_panel(
    owners: Register, make: Callable[[], int | None], office: Office, qtbot: QtBot
) -> None:
    panel = RecordPanel(owners)
    qtbot.addWidget(panel)
    panel.resize(498, 600)
    panel.show_record(make())
    panel.strip.go_to(1)
    panel.show()
    (table,) = panel.findChildren(RecordTable)
    assert sum(widths(table).values()) <= table.viewport().width()


def test_a_reference_is_called_by_its_name_in_a_list(office: Office) -> None:
    batch = make_batch(make_file(), name="2011年国庆")
    payment = AidPayment.get()
    assert cell(AidPayment.batch, payment) == "2011年国庆"
    assert batch.batch_no in AidPayment.batch.format(payment.batch)


def test_rows_of_one_owner_have_no_column_that_says_whose_they_are(office: Office) -> None:
    everybody = TableModel(GROUPS)
    of_a_product = TableModel(GROUPS, without=(MutualGroup.product,))
    assert everybody.columnCount() == of_a_product.columnCount() + 1
    headings = [
        of_a_product.headerData(n, Qt.Orientation.Horizontal) for n in range(of_a_product.columnCount())
    ]
    assert "产品" not in headings


def copied(table: RecordTable) -> list[list[str]]:
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return [line.split("\t") for line in QApplication.clipboard().text().split("\n")]


def test_all_selected_rows_are_copied_as_they_are_seen(office: Office, qtbot: QtBot) -> None:
    for name in ("陆建国", "仇志明", "单雄"):
        make_file(name=name)
    table = shown_table(qtbot)
    table.selectAll()
    model = table.model()
    seen = [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    headings, *rows = copied(table)
    assert rows == seen
    assert {row[1] for row in rows} == {"陆建国", "仇志明", "单雄"}
    assert headings == [column.heading for column in HARDSHIP.columns]


def test_an_identity_number_is_copied_hidden_as_the_list_hides_it(office: Office, qtbot: QtBot) -> None:
    kept = make_member()
    table = RecordTable(replace(MEMBERS, columns=(type(kept).name, type(kept).id_number)))
    qtbot.addWidget(table)
    table.reload()
    table.selectAll()
    assert copied(table)[1:] == [[kept.name, type(kept).id_number.mask(kept.id_number)]]
    assert kept.id_number not in QApplication.clipboard().text()


def test_only_the_selected_rows_are_copied_in_the_order_of_the_list(office: Office, qtbot: QtBot) -> None:
    for name in ("陆建国", "仇志明", "单雄"):
        make_file(name=name)
    table = shown_table(qtbot)
    table.selectRow(2)
    assert [line[1] for line in copied(table)[1:]] == [texts(table, 1)[2]]


def test_rows_are_copied_as_a_table_too_numbers_as_numbers(office: Office, qtbot: QtBot) -> None:
    make_file(name="<陆&国>", own_monthly_income=1234_50)
    table = shown_table(qtbot)
    table.selectAll()
    copied(table)
    page = QApplication.clipboard().mimeData().html()
    assert "<th>姓名</th>" in page
    assert ">&lt;陆&amp;国&gt;</td>" in page
    assert "<td>1,234.50</td>" in page
    assert "mso-number-format:'\\@'" in page.split("1,234.50")[0]


def test_columns_are_copied_in_the_order_in_which_they_are_seen(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    table = shown_table(qtbot)
    table.horizontalHeader().moveSection(1, 0)
    table.selectAll()
    assert [line[0] for line in copied(table)] == ["姓名", "陆建国"]


def test_a_heading_does_not_copy_the_mark_of_the_order(office: Office, qtbot: QtBot) -> None:
    make_file()
    table = shown_table(qtbot)
    table.sort_by(HardshipFile.name)
    table.selectAll()
    assert "姓名" in copied(table)[0]


def test_a_list_is_in_order_by_three_columns_at_most(office: Office, qtbot: QtBot) -> None:
    table = shown_table(qtbot)
    for shown in HARDSHIP.columns[:3]:
        table.sort_by(shown, further=True)
    assert [key.name for key in table.criteria.order] == [shown.name for shown in HARDSHIP.columns[:3]]
    table.sort_by(HARDSHIP.columns[3], descending=True, further=True)
    assert len(table.criteria.order) == 3
    assert table.criteria.order[-1] == (HARDSHIP.columns[3].name, True)


def test_shift_and_a_click_on_a_heading_sorts_what_is_equal(office: Office, qtbot: QtBot) -> None:
    for name, fen in (("陆建国", 900_00), ("仇志明", 300_00), ("陆建国", 100_00)):
        make_file(name=name, own_monthly_income=fen)
    table = shown_table(qtbot)
    click_heading(table, 1)
    headings = table.horizontalHeader()
    spot = QPoint(headings.sectionPosition(4) + 8, headings.height() // 2)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, spot)
    assert texts(table, 4) == ["100.00", "900.00", "300.00"]
    assert table.model().headerData(4, Qt.Orientation.Horizontal).endswith(" ▲2")


def test_other_columns_are_shown_in_another_order(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国", address="泰祥路 1 号")
    table = shown_table(qtbot)
    table.set_columns((HardshipFile.address, HardshipFile.name))
    assert (texts(table, 0), texts(table, 1)) == (["泰祥路 1 号"], ["陆建国"])


def test_a_column_drawn_wider_stays_so_when_the_window_changes(office: Office, qtbot: QtBot) -> None:
    table = narrowed(qtbot, 900)
    table.setColumnWidth(0, 333)
    table.resize(700, 300)
    assert table.columnWidth(0) == 333
    table.horizontalHeader().sectionHandleDoubleClicked.emit(0)
    assert table.columnWidth(0) != 333


def test_a_selection_of_all_outlives_another_look_as_one_run(office: Office, qtbot: QtBot) -> None:
    for _ in range(4):
        make_file()
    table = shown_table(qtbot)
    table.selectAll()
    table.reload()
    assert table.selected_count() == 4
    assert len(table.selectionModel().selection().toList()) == 1


def typed_into(table: RecordTable, name: str, text: str) -> QLineEdit:
    """Open the cell of a column in the first row by F2, and type."""
    names = [shown.name for shown in table.columns]
    table.setCurrentIndex(table.model().index(0, names.index(name)))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit, name)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    return editor


def writing_table(qtbot: QtBot) -> RecordTable:
    table = shown_table(qtbot)
    table.may_write = lambda: True
    table.set_columns((HardshipFile.name, HardshipFile.address, HardshipFile.own_monthly_income))
    table.show()
    return table


def test_scrolling_by_a_row_paints_that_row_alone(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(8):
        make_file()
    table = shown_table(qtbot)
    table.resize(900, 5 * row_height())
    table.show()
    qtbot.waitExposed(table)
    QApplication.processEvents()
    painted: list[QRect] = []
    paint = RecordTable.paintEvent

    def noted(self: RecordTable, event: QPaintEvent) -> None:
        painted.append(event.rect())
        paint(self, event)

    monkeypatch.setattr(RecordTable, "paintEvent", noted)
    table.verticalScrollBar().setValue(table.verticalScrollBar().value() + 1)
    qtbot.waitUntil(lambda: bool(painted))
    assert [rect.height() for rect in painted] == [row_height()]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def three(office: Office, window: QWidget, qtbot: QtBot) -> RecordTable:
    """A table in a window, with room below its three rows."""
    for name in ("王芳", "李强", "陆建国"):
        make_file(name=name)
    window.resize(1400, 1000)
    table = RecordTable(HARDSHIP, window)
    table.resize(900, 21 * row_height())
    table.reload()
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return table


def test_after_a_save_only_the_row_is_painted_that_looks_otherwise(three: RecordTable) -> None:
    kept = three.ids()[1]
    HardshipFile.update(employer="上海泰祥纺织有限公司").where(HardshipFile.id == kept).execute()
    painted = Painted(three.viewport())
    assert three.renew(kept)
    QApplication.processEvents()
    rows = [three.visualRect(three.model().index(row, 0)).adjusted(0, 2, 0, -2) for row in range(3)]
    assert [painted.region.intersects(row) for row in rows] == [False, True, False]


def test_after_a_save_every_row_on_the_screen_is_as_it_is_in_the_file(three: RecordTable) -> None:
    """Another row may look otherwise, too, whatever the save has written."""
    HardshipFile.update(employer="上海泰祥纺织有限公司").execute()
    assert three.renew(three.ids()[1])
    assert on_screen(three.viewport()) == painted_anew(three.viewport())


def test_what_a_long_way_through_the_list_forgot_is_painted_after_a_save(
    three: RecordTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.resize(900, 3 * row_height())  # a heading and two rows
    on_screen(three)
    on_screen(three)  # Qt moves columns in the next turn
    three.renew(three.ids()[0])
    monkeypatch.setattr("ui.lists.table_model._MOST_CACHED", 0)
    three.model().index(2, 1).data()
    three.viewport().update(0, 0, 80, row_height())
    QApplication.processEvents()
    HardshipFile.update(employer="上海泰祥纺织有限公司").execute()
    assert three.renew(three.ids()[1])
    assert on_screen(three.viewport()) == painted_anew(three.viewport())


def test_rows_that_are_not_saved_yet_stay_however_many_they_are(
    three: RecordTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.lists.table_model._MOST_CACHED", 2)
    three.show_rows([HardshipFile(name=name) for name in ("王芳", "李强", "陆建国")])
    QApplication.processEvents()
    assert texts(three, 1) == ["王芳", "李强", "陆建国"]


def test_a_list_that_gets_less_room_is_not_painted_again(three: RecordTable) -> None:
    painted = Painted(three.viewport())
    three.resize(three.width(), three.height() - row_height())
    assert on_screen(three.viewport()) == painted_anew(three.viewport())
    assert painted.count == 1  # what was painted anew for this test


@pytest.mark.parametrize("size", [QSize(900, 200), QSize(900, 900), QSize(500, 714), QSize(1300, 714)])
@pytest.mark.parametrize("words", ["", "没有符合条件的记录"])
def test_a_list_of_another_size_is_on_the_screen_as_if_painted_anew(
    three: RecordTable, size: QSize, words: str
) -> None:
    if words:
        three.set_empty_text(words)
        three.show_ids(Criteria(), [])
        QApplication.processEvents()
    three.resize(size)
    QApplication.processEvents()  # Qt moves columns in the next turn
    assert on_screen(three.viewport()) == painted_anew(three.viewport())


def test_f2_changes_a_cell_and_enter_saves_it(office: Office, qtbot: QtBot) -> None:
    kept = make_file(address="泰祥路 1 号")
    table = writing_table(qtbot)
    editor = typed_into(table, "address", "泰祥路 2 号")
    with qtbot.waitSignal(table.written) as told:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == [kept.id]
    assert HardshipFile.get_by_id(kept.id).address == "泰祥路 2 号"
    assert undoing.undo().startswith("已撤销：修改")
    assert HardshipFile.get_by_id(kept.id).address == "泰祥路 1 号"


def test_a_wrong_value_is_told_beside_the_cell_and_stays_as_typed(office: Office, qtbot: QtBot) -> None:
    kept = make_file(own_monthly_income=1860_00)
    table = writing_table(qtbot)
    editor = typed_into(table, "own_monthly_income", "几千")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    message = table.findChild(QLabel, "cell_message")
    assert isinstance(message, QLabel)
    assert message.isVisible()
    assert "例如 1200.50" in message.text()
    assert editor.text() == "几千"
    assert HardshipFile.get_by_id(kept.id).own_monthly_income == 1860_00


def test_escape_leaves_a_refused_cell_as_it_was(office: Office, qtbot: QtBot) -> None:
    make_file(own_monthly_income=1860_00)
    table = writing_table(qtbot)
    editor = typed_into(table, "own_monthly_income", "几千")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    message = table.findChild(QLabel, "cell_message")
    assert isinstance(message, QLabel)
    assert message.isHidden()
    assert texts(table, 2) == ["1,860.00"]


def test_a_cell_that_was_not_changed_is_not_saved(office: Office, qtbot: QtBot) -> None:
    make_file(address="泰祥路 1 号")
    table = writing_table(qtbot)
    editor = typed_into(table, "address", "泰祥路 1 号")
    with qtbot.assertNotEmitted(table.written, wait=1):
        QTest.keyClick(editor, Qt.Key.Key_Return)


def test_what_is_computed_or_hidden_is_not_changed_in_the_list(office: Office, qtbot: QtBot) -> None:
    make_file()
    table = shown_table(qtbot)
    table.may_write = lambda: True
    table.set_columns((HardshipFile.id_number, HardshipFile.status))
    for column, label in ((0, HardshipFile.id_number.label), (1, HardshipFile.status.label)):
        table.setCurrentIndex(table.model().index(0, column))
        with qtbot.waitSignal(table.not_plain) as told:
            QTest.keyClick(table, Qt.Key.Key_F2)
        assert told.args == [label]


def test_a_long_list_is_put_in_order_beside_the_window(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", 2)
    for name in ("王芳", "李强", "陆建国"):
        make_file(name=name)
    table = shown_table(qtbot)
    table.jobs = Jobs()
    table.reload()
    unsorted = table.ids()
    table.sort_by(HardshipFile.name)
    at_once = table.ids()
    table.jobs.finish()
    assert at_once == unsorted  # nobody waited for it
    assert [HardshipFile.get_by_id(one).name for one in table.ids()] == ["李强", "陆建国", "王芳"]
    table.sort_by(HardshipFile.name, descending=True)
    table.sort_by(HardshipFile.name)  # another wish before the first is answered
    table.jobs.finish()
    assert [HardshipFile.get_by_id(one).name for one in table.ids()] == ["李强", "陆建国", "王芳"]
    table.jobs.shut_down()

"""The table: ids first, rows by the window, the selection kept by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from playhouse.test_utils import count_queries
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.listing import Criteria
from app.office import Office
from app.register import Register
from app.subjects.activities.register import SERIES
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualGroup
from app.subjects.insurance.register import GROUPS
from app.subjects.members.register import MEMBERS
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.activities import make_activity, make_series
from tests.factories.insurance import make_claim
from tests.factories.people import make_batch, make_enterprise, make_file, make_member, resident_id
from ui.record_panel import RecordPanel
from ui.table import RecordTable
from ui.table_model import TONE_ROLE, TableModel, cell


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
    assert copied(table) == seen
    assert {line[1] for line in copied(table)} == {"陆建国", "仇志明", "单雄"}


def test_an_identity_number_is_copied_hidden_as_the_list_hides_it(office: Office, qtbot: QtBot) -> None:
    kept = make_member()
    table = RecordTable(replace(MEMBERS, columns=(type(kept).name, type(kept).id_number)))
    qtbot.addWidget(table)
    table.reload()
    table.selectAll()
    assert copied(table) == [[kept.name, type(kept).id_number.mask(kept.id_number)]]
    assert kept.id_number not in QApplication.clipboard().text()


def test_only_the_selected_rows_are_copied_in_the_order_of_the_list(office: Office, qtbot: QtBot) -> None:
    for name in ("陆建国", "仇志明", "单雄"):
        make_file(name=name)
    table = shown_table(qtbot)
    table.selectRow(2)
    assert [line[1] for line in copied(table)] == [texts(table, 1)[2]]

"""Paying aid to many people takes one dialog."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.office import Office
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.entry import PAY_AID
from app.subjects.hardship.aid.records import AidBatch, AidPayment, ApprovedLine
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.funds.register import FUND_INCOMES
from tests.factories.people import make_file, resident_id
from tests.helpers.widgets import child, click
from ui.batch.adder import BatchAdder
from ui.batch.dialog import BatchDialog
from ui.batch.rows import BatchRows
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.unsaved import Answer, Unsaved
from ui.editors.choices import ChoiceEditor
from ui.forms.explanation import Explanation

NAME, ID_NUMBER, _EMPLOYER, _CATEGORY, AMOUNT, TOLD, REASON = range(len(PAY_AID.columns))


def opened(qtbot: QtBot, file_ids: list[int]) -> BatchDialog:
    dialog = BatchDialog(PAY_AID, file_ids)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.resize(1256, 706)
    dialog.show()
    write(dialog, "approved_by", "李主席")
    return dialog


def files(number: int) -> list[int]:
    return [make_file().id for _ in range(number)]


def fund(fen: int) -> None:
    income = FundIncome(received_on=date(2011, 1, 1), fund_source="本级工会经费", amount=fen)
    keeping.save(FUND_INCOMES, income)


def write(dialog: BatchDialog, name: str, text: str) -> None:
    line(dialog, name).setText(text)


def line(dialog: BatchDialog, name: str) -> QLineEdit:
    return child(dialog, QLineEdit, name)


def text_of(dialog: BatchDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def give_all(dialog: BatchDialog, amount: str) -> None:
    write(dialog, "same_amount", amount)
    click(dialog, "apply_amount")


def cell(dialog: BatchDialog, row: int, column: int) -> str:
    return str(dialog.rows.index(row, column).data())


def type_into(dialog: BatchDialog, row: int, column: int, text: str) -> None:
    dialog.rows.setData(dialog.rows.index(row, column), text)
    dialog.check()


def untick(dialog: BatchDialog, row: int) -> None:
    box = Qt.CheckState.Unchecked.value
    dialog.rows.setData(dialog.rows.index(row, NAME), box, Qt.ItemDataRole.CheckStateRole)
    dialog.check()


def test_the_lines_keep_qts_rules(office: Office, qtmodeltester: ModelTester) -> None:
    lines = BatchRows(PAY_AID)
    lines.add(aid.candidates(files(3)))
    qtmodeltester.check(lines)  # type: ignore[no-untyped-call]


def test_forty_seven_workers_are_paid_by_one_amount_and_one_button(office: Office, qtbot: QtBot) -> None:
    fund(30_000_00)
    dialog = opened(qtbot, files(47))
    give_all(dialog, "500")
    click(dialog, "approve")
    batch = AidBatch.get()
    assert batch.status == "已审批"
    assert AidPayment.select().where(AidPayment.amount == 500_00, AidPayment.status == "已审批").count() == 47
    assert ApprovedLine.select().count() == 47
    assert (batch.balance_before, batch.balance_after) == (30_000_00, 6_500_00)


def test_the_foot_adds_up_in_figures_and_in_words(office: Office, qtbot: QtBot) -> None:
    fund(3_000_00)
    dialog = opened(qtbot, files(2))
    give_all(dialog, "500")
    dialog.check()
    told = text_of(dialog, "sums")
    for part in ("<b>2</b> 人", "¥1,000.00", "壹仟元整", "3,000.00", "2,000.00"):
        assert part in told


def test_each_may_get_an_amount_of_their_own(office: Office, qtbot: QtBot) -> None:
    fund(30_000_00)
    dialog = opened(qtbot, files(2))
    give_all(dialog, "500")
    type_into(dialog, 1, AMOUNT, "８００")
    click(dialog, "approve")
    assert sorted(payment.amount for payment in AidPayment.select()) == [500_00, 800_00]


def test_a_wrong_amount_is_told_in_its_row_and_nothing_is_kept(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot, files(2))
    give_all(dialog, "500")
    type_into(dialog, 1, AMOUNT, "几千")
    click(dialog, "keep_draft")
    assert "例如 1200.50" in cell(dialog, 1, TOLD)
    assert cell(dialog, 1, AMOUNT) == "几千"
    assert AidBatch.select().count() == 0


def test_nobody_is_scolded_for_amounts_before_trying(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot, files(1))
    before = cell(dialog, 0, TOLD)
    click(dialog, "keep_draft")
    assert before == ""
    assert "金额" in cell(dialog, 0, TOLD)


def test_whoever_is_unticked_is_not_paid(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot, files(3))
    give_all(dialog, "500")
    untick(dialog, 1)
    click(dialog, "keep_draft")
    assert AidPayment.select().count() == 2


def test_a_draft_is_kept_without_an_approval(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot, files(1))
    give_all(dialog, "500")
    click(dialog, "keep_draft")
    assert [batch.status for batch in AidBatch.select()] == ["拟定"]
    assert ApprovedLine.select().count() == 0


def test_who_was_paid_for_the_occasion_already_is_told_and_stops_the_batch(
    office: Office, qtbot: QtBot
) -> None:
    fund(30_000_00)
    who = files(1)
    first = opened(qtbot, who)
    give_all(first, "500")
    click(first, "approve")
    second = opened(qtbot, who)
    give_all(second, "500")
    click(second, "approve")
    assert "已发过" in cell(second, 0, TOLD)
    assert AidBatch.select().count() == 1


def test_a_reason_lets_a_second_payment_through(office: Office, qtbot: QtBot) -> None:
    fund(30_000_00)
    who = files(1)
    first = opened(qtbot, who)
    give_all(first, "500")
    click(first, "approve")
    second = opened(qtbot, who)
    give_all(second, "500")
    type_into(second, 0, REASON, "家中失火")
    click(second, "approve")
    assert AidPayment.select().count() == 2


def test_an_approval_that_is_refused_keeps_nothing_and_can_be_mended(office: Office, qtbot: QtBot) -> None:
    fund(400_00)
    dialog = opened(qtbot, files(1))
    give_all(dialog, "500")
    click(dialog, "approve")
    refused = AidBatch.select().count(), text_of(dialog, "problem")
    give_all(dialog, "300")
    click(dialog, "approve")
    assert refused[0] == 0
    assert "余额" in refused[1] or "400.00" in refused[1]
    assert [payment.amount for payment in AidPayment.select()] == [300_00]


def test_an_approval_names_who_approves(office: Office, qtbot: QtBot) -> None:
    fund(30_000_00)
    dialog = opened(qtbot, files(1))
    give_all(dialog, "500")
    write(dialog, "approved_by", "")
    click(dialog, "approve")
    assert text_of(dialog, "approved_by_message") == "请填写审批人"
    assert AidBatch.select().count() == 0


def test_a_person_without_a_file_is_paid_and_marked(office: Office, qtbot: QtBot) -> None:
    fund(30_000_00)
    dialog = opened(qtbot, [])
    click(dialog, "add_outsider")
    number = resident_id()
    for column, text in ((NAME, "王外人"), (ID_NUMBER, number)):
        type_into(dialog, 0, column, text)
    give_all(dialog, "500")
    click(dialog, "approve")
    paid = AidPayment.get()
    assert (paid.name, paid.id_number, paid.outside, paid.file_id) == ("王外人", number, True, None)


def test_a_number_that_cannot_be_read_stays_in_its_own_cell(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot, [])
    click(dialog, "add_outsider")
    type_into(dialog, 0, ID_NUMBER, "31010419")
    type_into(dialog, 0, AMOUNT, "500")
    assert (cell(dialog, 0, ID_NUMBER), cell(dialog, 0, AMOUNT)) == ("31010419", "500.00")
    click(dialog, "keep_draft")
    assert text_of(dialog, "problem") == "请先改正标红的内容"
    assert AidBatch.select().count() == 0


def test_a_person_is_added_by_searching_the_files(office: Office, qtbot: QtBot) -> None:
    kept = make_file(name="仇志明")
    dialog = opened(qtbot, files(1))
    adder = dialog.findChild(BatchAdder)
    assert isinstance(adder, BatchAdder)
    adder._box.setText("qiu")
    adder._offer()
    offered = adder._names.stringList()
    adder._completer.activated.emit(offered[0])
    assert [line.row.source_id for line in dialog.rows.lines][-1] == kept.id


def test_a_person_is_listed_once(office: Office, qtbot: QtBot) -> None:
    who = files(1)
    dialog = opened(qtbot, who)
    dialog.adder.picked.emit(who[0])
    assert len(dialog.rows.lines) == 1


def test_the_batch_is_named_after_year_occasion_and_kind_until_somebody_names_it(
    office: Office, qtbot: QtBot
) -> None:
    dialog = opened(qtbot, [])
    editor = dialog.findChild(QComboBox, "occasion")
    assert isinstance(editor, ChoiceEditor)
    editor.set_text("春节")
    year = line(dialog, "year")
    year.clear()
    QTest.keyClicks(year, "2011")
    proposed = line(dialog, "name").text()
    name = line(dialog, "name")
    name.clear()
    QTest.keyClicks(name, "X")
    year.clear()
    QTest.keyClicks(year, "2012")
    assert (proposed, name.text()) == ("2011年春节送温暖慰问", "X")


def test_what_was_typed_is_not_lost_by_escape(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.CANCEL)
    dialog = opened(qtbot, files(1))
    give_all(dialog, "500")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    still_there = dialog.isVisible()
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.DISCARD)
    assert still_there
    assert cell(dialog, 0, AMOUNT) == "500.00"


def test_identity_numbers_are_hidden(office: Office, qtbot: QtBot) -> None:
    kept = make_file()
    dialog = opened(qtbot, [kept.id])
    assert cell(dialog, 0, ID_NUMBER) == type(kept).id_number.mask(kept.id_number)


def _registers_income(parent: object, register: object, **values: object) -> FundIncome:
    """Stand for the person who fills in the form of an income and saves it, with what it proposes."""
    assert register is FUND_INCOMES
    return keeping.save(FUND_INCOMES, FundIncome(**values))


def test_money_that_lacks_is_registered_where_it_is_refused(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewRecordDialog, "ask", _registers_income)
    fund(300_00)
    dialog = opened(qtbot, files(2))
    give_all(dialog, "500")
    click(dialog, "approve")
    remedy = dialog.findChild(QPushButton, "remedy")
    assert isinstance(remedy, QPushButton)
    assert (remedy.isVisible(), remedy.text()) == (True, "登记资金到账…")
    remedy.click()
    income = FundIncome.select().order_by(FundIncome.id.desc()).get()
    assert (income.fund_source, income.amount) == ("本级工会经费", 700_00)  # 2 × 500 less 300
    assert AidBatch.get().status == "已审批"  # it went on where it had stopped
    assert dialog.answer is not None


def test_money_registered_while_a_batch_grows_takes_the_warning_away(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewRecordDialog, "ask", _registers_income)
    dialog = opened(qtbot, files(1))
    give_all(dialog, "500")
    dialog.check()
    remedy = dialog.findChild(QPushButton, "remedy")
    assert isinstance(remedy, QPushButton)
    remedy.click()
    assert remedy.isHidden()
    assert dialog.answer is None


def test_a_source_of_money_shows_its_balance_in_the_choice(office: Office, qtbot: QtBot) -> None:
    fund(1234_50)
    dialog = opened(qtbot, files(1))
    source = dialog.findChild(ChoiceEditor, "fund_source")
    assert isinstance(source, ChoiceEditor)
    source.showPopup()
    completer = source.completer()
    assert completer is not None
    listed = completer.popup().model()
    rows = [listed.index(row, 0) for row in range(listed.rowCount())]
    shown = {row.data(Qt.ItemDataRole.EditRole): row.data() for row in rows}
    assert shown["本级工会经费"] == "本级工会经费　余额 1,234.50 元"
    assert shown["社会捐助"] == "社会捐助　余额 0.00 元"


def test_who_approved_last_is_proposed_again(office: Office, qtbot: QtBot) -> None:
    fund(10_000_00)
    first = opened(qtbot, files(1))
    give_all(first, "500")
    click(first, "approve")
    again = BatchDialog(PAY_AID, files(1))
    qtbot.addWidget(again)
    assert line(again, "approved_by").text() == "李主席"


def test_f1_explains_the_head_of_a_batch(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot, files(1))
    line(dialog, "approved_by").setFocus()
    QTest.keyClick(line(dialog, "approved_by"), Qt.Key.Key_F1)
    shown = dialog.findChild(Explanation)
    assert isinstance(shown, Explanation)
    assert shown.isVisible()
    assert "审批同意这一批的负责人" in shown.text()

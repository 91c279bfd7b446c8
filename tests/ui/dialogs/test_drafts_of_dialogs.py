"""What was put together in a dialog or written in a report, and cut off, is offered when it is opened again.

A dialog that is closed without an answer, as a killed program leaves it, is made by keeping its draft and
opening another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping.keeping import OnPaper
from app.office import Office
from app.records.drafts import Draft
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.hardship.reviews.register import EVIDENCE
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.summary.reports import REPORTS, YEAR
from tests.app.exchange.books import write_book
from tests.factories.disputes import make_case
from tests.factories.insurance import make_enrolment, make_product
from tests.factories.people import make_file, make_member
from tests.helpers.content import content
from tests.helpers.import_wizard import HEADINGS, person
from tests.helpers.widgets import child
from tests.ui.batch.test_dialog import AMOUNT, DONOR, GIVE
from ui.batch.dialog import BatchDialog
from ui.dialogs.bulk_action import BulkActionDialog
from ui.dialogs.change_many import ChangeManyDialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.question import Question
from ui.dialogs.step import StepDialog
from ui.dialogs.unsaved import Answer, Unsaved
from ui.dialogs.void import VoidDialog
from ui.editors.attachments import AttachmentEditor
from ui.figures.year_close import CloseYearDialog, ReopenYearDialog
from ui.forms.record_form import RecordForm
from ui.importing.wizard import CHECK, COLUMNS, ImportWizard
from ui.jobs import Jobs
from ui.summary.tab import SummaryTab


@pytest.fixture(autouse=True)
def give_up_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up what is typed when a test's dialog is closed: nobody is there to answer."""
    monkeypatch.setattr(Question, "ask", lambda *_: True)
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.DISCARD)


@pytest.fixture
def jobs(office: Office) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


def _offered(widget: QWidget) -> bool:
    return any(offer.isVisibleTo(widget) for offer in widget.findChildren(QFrame, "draft_offer"))


def _answer(widget: QWidget, name: str) -> None:
    button = widget.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def _shown(dialog: QWidget, qtbot: QtBot) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()


def _step(case: DisputeCase, qtbot: QtBot) -> StepDialog:
    step = next(step for step in DISPUTES.steps if step.title == "受理")
    dialog = StepDialog(DISPUTES, case, step, None)  # type: ignore[arg-type]
    _shown(dialog, qtbot)
    return dialog


def test_the_answers_to_a_step_are_offered_again(office: Office, qtbot: QtBot) -> None:
    case = make_case("登记")
    name = DISPUTES.steps[0].asks[0].name
    first = _step(case, qtbot)
    first.form.write_back({name: "2011-03-09"})
    first._drafts.keep()
    again = _step(case, qtbot)
    assert _offered(again)
    _answer(again, "restore_draft")
    assert again.form.text(name) == "2011-03-09"


@pytest.mark.parametrize("way", ["accept", "reject"])
def test_a_step_that_was_taken_or_given_up_is_not_offered(way: str, office: Office, qtbot: QtBot) -> None:
    case = make_case("登记")
    dialog = _step(case, qtbot)
    dialog.form.write_back({"accepted_on": f"{date.today()}"})
    dialog._drafts.keep()
    getattr(dialog, way)()
    assert Draft.select().count() == 0


def _many(qtbot: QtBot, jobs: Jobs, name: str = "") -> ChangeManyDialog:
    members = [member.id for member in Member.select()]
    dialog = ChangeManyDialog(None, jobs, MEMBERS, members)  # type: ignore[arg-type]
    dialog.choose(name)
    _shown(dialog, qtbot)
    return dialog


def test_what_many_records_are_to_say_is_offered_again_whichever_field_it_is(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    make_member()
    first = _many(qtbot, jobs, "remark")
    first.form.write_back({"remark": "随厂迁走"})
    first._drafts.keep()
    again = _many(qtbot, jobs)
    assert again.field.name != "remark"
    assert _offered(again)
    _answer(again, "restore_draft")
    assert (again.field.name, again.form.text("remark")) == ("remark", "随厂迁走")
    again.accept()
    jobs.finish()
    assert Member.get().remark == "随厂迁走"
    assert Draft.select().count() == 0


def _bulk(qtbot: QtBot, jobs: Jobs) -> BulkActionDialog:
    (action,) = ENROLMENTS.bulk_actions
    dialog = BulkActionDialog(None, jobs, ENROLMENTS, action, [1])  # type: ignore[arg-type]
    _shown(dialog, qtbot)
    return dialog


def test_the_answers_to_an_act_on_many_are_offered_again(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    make_enrolment(make_product(year=2011))
    first = _bulk(qtbot, jobs)
    first.form.write_back({"product": "2012年在职住院保障"})
    first._drafts.keep()
    again = _bulk(qtbot, jobs)
    assert _offered(again)
    _answer(again, "restore_draft")
    assert again.form.text("product") == "2012年在职住院保障"
    again.reject()
    assert Draft.select().count() == 0


def _reason(dialog: VoidDialog) -> QLineEdit:
    return child(dialog, QLineEdit, "reason")


def test_a_reason_is_offered_again_until_it_is_given(office: Office, qtbot: QtBot) -> None:
    member = make_member()
    why = OnPaper("已印在名册上。")
    first = VoidDialog(MEMBERS, [member.id], why, None)
    _shown(first, qtbot)
    _reason(first).setText("与原厂名册重复")
    first._drafts.keep()
    other = VoidDialog(MEMBERS, [make_member().id], why, None)
    _shown(other, qtbot)
    assert not _offered(other)
    again = VoidDialog(MEMBERS, [member.id], why, None)
    _shown(again, qtbot)
    _answer(again, "restore_draft")
    assert _reason(again).text() == "与原厂名册重复"
    again.accept()
    assert Member.get_by_id(member.id).deleted_at is not None
    assert Draft.select().count() == 0


@pytest.mark.parametrize("kind", [CloseYearDialog, ReopenYearDialog])
def test_what_an_act_on_a_year_asks_is_offered_again_for_that_year(
    office: Office, kind: type[CloseYearDialog | ReopenYearDialog], qtbot: QtBot
) -> None:
    first = kind(2011)
    _shown(first, qtbot)
    first.line.setText("周敏")
    first._drafts.keep()
    other = kind(2010)
    _shown(other, qtbot)
    assert not _offered(other)
    again = kind(2011)
    _shown(again, qtbot)
    _answer(again, "restore_draft")
    assert again.line.text() == "周敏"
    again.accept()
    assert Draft.select().count() == 0


def _batch(qtbot: QtBot) -> BatchDialog:
    dialog = BatchDialog(GIVE, [])
    _shown(dialog, qtbot)
    return dialog


def test_a_batch_comes_back_with_its_head_and_rows(office: Office, qtbot: QtBot) -> None:
    member, gone = make_member(name="王芳"), make_member(name="钱多")
    first = _batch(qtbot)
    first.rows.add(GIVE.source.rows([member.id, gone.id]))
    first._add_outsider()
    first.rows.setData(first.rows.index(0, AMOUNT), "50")
    first.rows.setData(first.rows.index(1, AMOUNT), "五十块吧")
    first.rows.setData(first.rows.index(2, DONOR), "李强")
    first.rows.lines[2].chosen = False
    first.head.write_back({"theme": "为灾区募捐"})
    first._drafts.keep()
    again = _batch(qtbot)
    assert again.rows.rowCount() == 0
    _answer(again, "restore_draft")
    assert [(line.row.donor, line.row.amount, line.chosen) for line in again.rows.lines] == [  # type: ignore[attr-defined]
        ("王芳", 50_00, True),
        ("钱多", None, True),
        ("李强", None, False),
    ]
    assert again.rows.lines[1].misread["amount"][0] == "五十块吧"
    assert again.head.texts()["theme"] == "为灾区募捐"


def test_a_batch_that_was_given_up_is_not_offered(office: Office, qtbot: QtBot) -> None:
    dialog = _batch(qtbot)
    dialog._add_outsider()
    dialog._drafts.keep()
    assert Draft.select().count() == 1
    dialog.reject()
    assert Draft.select().count() == 0


def test_opening_a_batch_alone_leaves_no_draft(office: Office, qtbot: QtBot) -> None:
    _batch(qtbot)._drafts.keep()
    assert Draft.select().count() == 0


def _tab(jobs: Jobs, qtbot: QtBot) -> SummaryTab:
    tab = SummaryTab(jobs=jobs)
    qtbot.addWidget(tab)
    tab.open_report(2011, YEAR)
    tab.show()
    return tab


def test_the_text_of_a_report_is_offered_again_in_this_report_alone(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    first = _tab(jobs, qtbot)
    first.editor.replace_text("今年工作很多")
    first._drafts.keep()
    again = _tab(jobs, qtbot)
    again.open_report(2011, REPORTS[1])
    assert not _offered(again)
    again.open_report(2011, YEAR)
    assert _offered(again)
    _answer(again, "restore_draft")
    assert again.editor.toPlainText() == "今年工作很多"
    assert again.is_dirty()
    again.save()
    assert Draft.select().count() == 0


def _wizard(jobs: Jobs, qtbot: QtBot) -> ImportWizard:
    wizard = ImportWizard(MEMBERS, jobs)
    _shown(wizard, qtbot)
    return wizard


def _corrected(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Go on to the look over the rows, and correct the number of the first."""
    wizard.accept()
    wizard.accept()
    qtbot.waitUntil(lambda: wizard.step == CHECK and not wizard.check.is_running)
    assert wizard.file.session is not None
    assert wizard.file.session.counts.refused == 1
    wizard.file.session.correct(2, 0, "张小三")
    wizard._drafts.keep()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook of two members, one of whom has no name."""
    return write_book(tmp_path / "名单.xlsx", [HEADINGS, person(""), person("李四")])


def _read(wizard: ImportWizard, book: Path, qtbot: QtBot) -> None:
    wizard.file.open_book(book)
    qtbot.waitUntil(lambda: wizard.file.session is not None)


def test_the_corrections_of_an_import_come_back(office: Office, jobs: Jobs, qtbot: QtBot, book: Path) -> None:
    first = _wizard(jobs, qtbot)
    _read(first, book, qtbot)
    _corrected(first, qtbot)
    before = content()
    again = _wizard(jobs, qtbot)
    assert _offered(again)
    _answer(again, "restore_draft")
    qtbot.waitUntil(lambda: again.step == COLUMNS)
    again.accept()
    qtbot.waitUntil(lambda: again.step == CHECK and not again.check.is_running)
    assert again.file.session is not None
    assert (again.file.session.counts.new, again.file.session.corrected) == (2, 1)
    assert content() == before
    again.accept()
    qtbot.waitUntil(lambda: again.changed)
    assert {member.name for member in Member.select()} == {"张小三", "李四"}
    assert Draft.select().count() == 0


def test_of_a_workbook_that_was_changed_since_the_columns_alone_come_back(
    office: Office, jobs: Jobs, qtbot: QtBot, book: Path
) -> None:
    first = _wizard(jobs, qtbot)
    _read(first, book, qtbot)
    _corrected(first, qtbot)
    write_book(book, [HEADINGS, person("赵六"), person("李四")])
    again = _wizard(jobs, qtbot)
    _answer(again, "restore_draft")
    qtbot.waitUntil(lambda: again.step == COLUMNS)
    assert again.file.session is not None
    assert again.file.session.corrected == 0
    assert "表格后来改动过" in again._problem.text()


def test_a_workbook_that_is_not_there_is_asked_for_and_the_draft_stays(
    office: Office, jobs: Jobs, qtbot: QtBot, book: Path
) -> None:
    first = _wizard(jobs, qtbot)
    _read(first, book, qtbot)
    _corrected(first, qtbot)
    book.rename(book.with_name("改名.xlsx"))
    again = _wizard(jobs, qtbot)
    _answer(again, "restore_draft")
    assert "请把表格放回原处" in again._problem.text()
    again.reject()
    assert Draft.select().count() == 1


def test_what_was_pasted_comes_back_without_a_file(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (HEADINGS, person(""), person())))
    first = _wizard(jobs, qtbot)
    first.file.paste()
    _corrected(first, qtbot)
    again = _wizard(jobs, qtbot)
    _answer(again, "restore_draft")
    assert again.step == COLUMNS
    assert again.file.session is not None
    assert again.file.session.corrected == 1


def test_a_book_that_was_only_looked_at_leaves_no_draft(
    office: Office, jobs: Jobs, qtbot: QtBot, book: Path
) -> None:
    wizard = _wizard(jobs, qtbot)
    _read(wizard, book, qtbot)
    wizard._drafts.keep()
    assert Draft.select().count() == 0


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for the forms to stand in."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _form(window: QWidget, evidence: HardshipEvidence) -> RecordForm:
    form = RecordForm(EVIDENCE, window, make=NewRecordDialog.ask, owner="file")
    form.show()
    form.load(evidence)
    return form


def test_a_file_that_waited_to_be_saved_comes_back(office: Office, window: QWidget, tmp_path: Path) -> None:
    document = tmp_path / "诊断书.pdf"
    document.write_bytes(b"%PDF-1.7 \x00\xff")
    file = make_file()
    first = _form(window, HardshipEvidence(file=file, kind="诊断"))
    editor = first.findChild(AttachmentEditor)
    assert isinstance(editor, AttachmentEditor)
    editor.take(document)
    first.keep_draft()
    document.unlink()
    again = _form(window, HardshipEvidence(file=file, kind="诊断"))
    _answer(again, "restore_draft")
    held = again.findChild(AttachmentEditor)
    assert isinstance(held, AttachmentEditor)
    assert (held.value, held.name) == (b"%PDF-1.7 \x00\xff", "诊断书.pdf")
    name = again.findChild(QLineEdit, "file_name")
    assert isinstance(name, QLineEdit)
    assert name.text() == "诊断书.pdf"

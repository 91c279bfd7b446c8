"""From a click on a print to its preview, to the printer and to a file."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import docx
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from app.errors import Refused
from app.office import Office
from app.printing import pdf
from app.printing import prints as prints_module
from app.printing.handing_over import Wanted
from app.printing.ink import Pen
from app.printing.layout import PrintRequest
from app.records.prints import PrintLogEntry
from app.registry import prints
from app.subjects.disputes.cases.lists import DISPUTE_BOOK
from app.subjects.disputes.cases.notices import REFUSAL
from app.subjects.hardship.aid.lists import AID_LIST, PAYOUT
from app.subjects.hardship.files.forms import HARDSHIP_FORM
from app.subjects.hardship.files.lists import HARDSHIP_ROSTER
from app.subjects.office.cash.lists import CASH_BOOK
from tests.factories.disputes import make_case, make_success
from tests.factories.people import make_batch, make_file
from tests.helpers.widgets import child
from ui import passing
from ui.dialogs.preview import Preview
from ui.dialogs.print_options import PrintOptions
from ui.dialogs.to_printer import ToPrinter
from ui.jobs import Jobs
from ui.registers.printing import Made, Printing, make


@pytest.fixture
def made(office: Office) -> Made:
    """The roster of two pages."""
    for _ in range(30):
        make_file()
    return make(HARDSHIP_ROSTER, PrintRequest(date.today()))


@pytest.fixture
def preview(made: Made, qtbot: QtBot) -> Iterator[Preview]:
    shown = Preview(made.path, made.title, made.missing)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    yield shown
    shown.reject()


def options(qtbot: QtBot, layout: object, selected: tuple[int, ...] = (2,)) -> PrintOptions:
    dialog = PrintOptions(layout, (1, 2, 3), selected, None)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    return dialog


def button(dialog: PrintOptions, name: str) -> QRadioButton:
    return child(dialog, QRadioButton, name)


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_print_is_made_of_the_records_that_were_listed(office: Office) -> None:
    kept = make_file(name="陆建国")
    make_file(name="仇志明")
    made = make(HARDSHIP_ROSTER, PrintRequest(date.today(), ids=(kept.id,)))
    told = text(made.path)
    made.path.unlink()
    assert ("陆建国" in told, "仇志明" in told) == (True, False)


def test_the_preview_tells_its_pages(preview: Preview) -> None:
    labels = [label.text() for label in preview.findChildren(QLabel)]
    assert preview.pages == 2
    assert "第 1 页，共 2 页" in labels


def test_a_name_that_no_font_can_write_is_told(made: Made, qtbot: QtBot) -> None:
    shown = Preview(made.path, made.title, (("张\U0002ffff", "\U0002ffff"),))
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    warning = shown.findChild(QLabel, "missing")
    assert isinstance(warning, QLabel)
    assert "“张\U0002ffff”" in warning.text()


def test_the_preview_removes_its_temporary_file(made: Made, preview: Preview) -> None:
    preview.reject()
    assert not made.path.exists()


def test_a_saved_pdf_is_the_one_that_is_shown_as_archives_take_it(
    made: Made, preview: Preview, tmp_path: Path
) -> None:
    preview.save_to(tmp_path / "花名册.pdf")
    assert text(tmp_path / "花名册.pdf") == text(made.path)
    with pikepdf.open(tmp_path / "花名册.pdf") as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"


def test_saving_where_nothing_can_be_written_is_refused(preview: Preview, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"文件夹“.*”不存在"):
        preview.save_to(tmp_path / "no such folder" / "花名册.pdf")


def test_a_disk_that_fills_up_keeps_the_pdf_that_was_there(preview: Preview, tmp_path: Path) -> None:
    (target := tmp_path / "花名册.pdf").write_bytes(b"old")
    before = sorted(tmp_path.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(Refused, match="磁盘是否已满"):
            preview.save_to(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == before


def test_a_pdf_is_never_saved_over_the_office(preview: Preview, office: Office, tmp_path: Path) -> None:
    os.link(office.path, target := tmp_path / "link.pdf")
    with pytest.raises(Refused, match="是台账文件，不能覆盖它"):
        preview.save_to(target)


@pytest.mark.parametrize(
    ("name", "key", "modifier"),
    [
        ("print_now", Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
        ("print_now", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        ("save_pdf", Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_preview_is_printed_and_saved_by_keys(
    preview: Preview, qtbot: QtBot, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    button = preview.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.clicked.disconnect()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(preview, key, modifier)


def test_the_printer_gets_every_page(preview: Preview, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(300)
    preview.print_to(printer, 1, 2)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    dark = [min(page.render(scale=0.5).to_pil().convert("L").tobytes()) for page in document]
    document.close()
    assert len(dark) == 2
    assert all(shade < 128 for shade in dark)


@pytest.fixture
def mixed(qtbot: QtBot, tmp_path: Path) -> Preview:
    """A report upright on its first page, wide on the second, upright again; a frame at each page's edge."""
    canvas = Canvas(str(tmp_path / "mixed.pdf"))
    for size in (A4, landscape(A4), A4):
        canvas.setPageSize(size)
        canvas.rect(30, 30, size[0] - 60, size[1] - 60)
        canvas.showPage()
    canvas.save()
    shown = Preview(tmp_path / "mixed.pdf", "总结")
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    return shown


def printed(preview: Preview, target: Path, first: int, last: int) -> list[tuple[int, int, list[float]]]:
    """Print pages into a PDF; return each page's size in points, and how far its frame is from the edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(300)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    preview.print_to(printer, first, last)
    document = pypdfium2.PdfDocument(target)
    found = []
    for page in document:
        image = page.render(scale=2).to_pil().convert("L").point(lambda shade: 255 if shade < 200 else 0)
        left, top, right, bottom = image.getbbox() or (0, 0, 0, 0)
        edges = [left / 2, top / 2, (image.width - right) / 2, (image.height - bottom) / 2]
        found.append((round(page.get_width()), round(page.get_height()), edges))
    document.close()
    return found


@pytest.mark.parametrize("pages", [(1, 3), (2, 3), (2, 2)])
def test_each_page_is_printed_as_it_is_turned(mixed: Preview, tmp_path: Path, pages: tuple[int, int]) -> None:
    upright, wide = (595, 842), (842, 595)
    sizes = [upright, wide, upright][pages[0] - 1 : pages[1]]
    paper = printed(mixed, tmp_path / "printed.pdf", *pages)
    assert [size for *size, _ in paper] == [list(one) for one in sizes]
    assert all(edge == pytest.approx(30, abs=3) for *_, edges in paper for edge in edges)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_saved_pdf_is_for_its_owner_alone(preview: Preview, tmp_path: Path) -> None:
    before = os.umask(0o022)
    preview.save_to(tmp_path / "花名册.pdf")
    os.umask(before)
    assert (tmp_path / "花名册.pdf").stat().st_mode & 0o077 == 0


def test_the_list_is_printed_unless_told_otherwise(office: Office, qtbot: QtBot) -> None:
    dialog = options(qtbot, HARDSHIP_ROSTER)
    dialog.accept()
    assert dialog.answer is not None
    assert dialog.answer.request.ids == (1, 2, 3)


def test_only_the_selected_may_be_printed(office: Office, qtbot: QtBot) -> None:
    dialog = options(qtbot, HARDSHIP_ROSTER)
    button(dialog, "chosen").click()
    dialog.accept()
    assert dialog.answer is not None
    assert dialog.answer.request.ids == (2,)


def test_nothing_selected_cannot_be_chosen(office: Office, qtbot: QtBot) -> None:
    dialog = options(qtbot, HARDSHIP_ROSTER, selected=())
    assert not button(dialog, "chosen").isEnabled()


def test_a_dated_list_may_cover_a_period(office: Office, qtbot: QtBot) -> None:
    dialog = options(qtbot, PAYOUT)
    button(dialog, "period").click()
    for name, day in (("first_day", "2011.1.1"), ("last_day", "2011年6月30日")):
        box = dialog.findChild(QLineEdit, name)
        assert isinstance(box, QLineEdit)
        box.setText(day)
    dialog.accept()
    assert dialog.answer is not None
    assert dialog.answer.request.period is not None
    assert tuple(dialog.answer.request.period) == (date(2011, 1, 1), date(2011, 6, 30))


def test_a_date_that_cannot_be_read_is_told_in_the_dialog(office: Office, qtbot: QtBot) -> None:
    dialog = options(qtbot, PAYOUT)
    button(dialog, "period").click()
    box = dialog.findChild(QLineEdit, "first_day")
    problem = dialog.findChild(QLabel, "problem")
    assert isinstance(box, QLineEdit)
    assert isinstance(problem, QLabel)
    box.setText("那天")
    dialog.accept()
    assert dialog.answer is None
    assert problem.text()


def test_full_identity_numbers_are_asked_for_and_never_the_default(office: Office, qtbot: QtBot) -> None:
    answers = []
    for full in (False, True):
        dialog = options(qtbot, HARDSHIP_ROSTER)
        box = dialog.findChild(QCheckBox, "full_ids")
        assert isinstance(box, QCheckBox)
        box.setChecked(box.isChecked() or full)
        dialog.accept()
        assert dialog.answer is not None
        answers.append(dialog.answer.request.full_ids)
    assert answers == [False, True]


def test_the_time_of_printing_is_asked_for_and_stands_on_no_form(office: Office, qtbot: QtBot) -> None:
    make_file()
    told = []
    for ticked in (False, True):
        dialog = options(qtbot, HARDSHIP_ROSTER)
        box = dialog.findChild(QCheckBox, "stamped")
        assert isinstance(box, QCheckBox)
        box.setChecked(ticked)
        dialog.accept()
        assert dialog.answer is not None
        made = make(HARDSHIP_ROSTER, PrintRequest(date.today()), stamped=dialog.answer.stamped)
        told.append("打印时间" in text(made.path))
        made.path.unlink()
    form = options(qtbot, HARDSHIP_FORM)
    box = form.findChild(QCheckBox, "stamped")
    assert told == [False, True]
    assert isinstance(box, QCheckBox)
    assert box.isHidden()


def test_what_a_list_leaves_out_is_told_before_it_is_printed(office: Office, qtbot: QtBot) -> None:
    accepted, refused = make_success(), make_case("不予受理")
    make_case()
    said = []
    for paper in (DISPUTE_BOOK, REFUSAL):
        dialog = PrintOptions(paper, (accepted.id, refused.id), (accepted.id,), None)
        qtbot.addWidget(dialog)
        said += [button(dialog, name).text() for name in ("listed", "chosen")]
    assert said == [
        "列表中的 2 条，只印已受理的 1 条",
        "选中的 1 条",
        "列表中的 2 条，印 1 份",
        "选中的 1 条，印 0 份",
    ]


def test_a_print_of_other_records_is_asked_for_by_its_period(office: Office, qtbot: QtBot) -> None:
    dialog = PrintOptions(AID_LIST, (), (), None)
    qtbot.addWidget(dialog)
    period = dialog.findChild(QRadioButton, "period")
    assert period is not None
    assert period.isChecked()
    assert dialog.findChild(QRadioButton, "listed") is None


def period(dialog: PrintOptions) -> tuple[str, str]:
    boxes = [dialog.findChild(QLineEdit, name) for name in ("first_day", "last_day")]
    first, last = (box.text() for box in boxes if isinstance(box, QLineEdit))
    return first, last


def test_the_newest_year_that_has_records_is_offered_first(office: Office, qtbot: QtBot) -> None:
    for day in (date(2009, 2, 1), date(2011, 1, 18)):
        make_batch(planned_on=day, year=day.year)
    dialog = PrintOptions(PAYOUT, (), (), None)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox, "year")
    assert isinstance(box, QComboBox)
    assert [box.itemData(row) for row in range(box.count())] == [2011, 2009]
    assert period(dialog) == ("2011年1月1日", "2011年12月31日")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert period(dialog) == ("2009年1月1日", "2009年12月31日")
    dialog.accept()
    assert dialog.answer is not None
    assert dialog.answer.request.period is not None
    assert dialog.answer.request.period.first == date(2009, 1, 1)


def test_of_the_current_year_the_days_up_to_today_are_offered(office: Office, qtbot: QtBot) -> None:
    today = date.today()
    dialog = PrintOptions(PAYOUT, (), (), None)
    qtbot.addWidget(dialog)
    assert period(dialog) == (f"{today.year}年1月1日", f"{today.year}年{today.month}月{today.day}日")


def test_every_print_may_be_asked_for_blank(office: Office, qtbot: QtBot) -> None:
    answers = {}
    for asked in prints():
        dialog = PrintOptions(asked, (1, 2, 3), (2,), None)
        button(dialog, "blank").click()
        dialog.accept()
        answers[asked.key] = dialog.answer
    assert len(answers) > 90
    assert [key for key, answer in answers.items() if answer is None or not answer.blank] == []


def test_a_blank_form_has_no_number_of_rows_to_choose(office: Office, qtbot: QtBot) -> None:
    form, book = options(qtbot, HARDSHIP_FORM), options(qtbot, HARDSHIP_ROSTER)
    assert form.findChild(QSpinBox, "blank_rows") is None
    assert book.findChild(QSpinBox, "blank_rows") is not None


def test_a_blank_list_has_as_many_rows_as_were_asked_for(office: Office, qtbot: QtBot) -> None:
    make_file(name="陆建国")
    dialog = options(qtbot, HARDSHIP_ROSTER)
    box = dialog.findChild(QSpinBox, "blank_rows")
    assert isinstance(box, QSpinBox)
    box.setValue(7)
    dialog.accept()
    chosen = dialog.answer
    assert chosen is not None
    made = make(HARDSHIP_ROSTER, chosen.request, blank=chosen.blank, rows=chosen.rows)
    told = text(made.path)
    made.path.unlink()
    assert "陆建国" not in told
    assert "\r\n7\r\n" in told
    assert "\r\n8\r\n" not in told


def test_what_is_shown_is_saved_as_word(
    made: Made, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Preview(made.path, made.title, made.missing, word=made.word)
    qtbot.addWidget(shown)
    target = tmp_path / "花名册.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    button = shown.findChild(QPushButton, "save_word")
    assert button is not None
    button.click()
    qtbot.waitUntil(target.exists)
    assert len(docx.Document(str(target)).tables[0].rows) == 31  # a heading, and thirty files


def test_a_book_of_a_whole_period_is_not_offered_for_what_is_listed(office: Office, qtbot: QtBot) -> None:
    dialog = options(qtbot, CASH_BOOK)
    assert dialog.findChild(QRadioButton, "listed") is None
    assert dialog.findChild(QRadioButton, "chosen") is None
    assert button(dialog, "period").isChecked()


def test_a_report_of_its_own_has_no_second_way_into_word(preview: Preview) -> None:
    assert pressable(preview, "save_word").isHidden()


class Watched(QWidget):
    """A window that prints, and tells what was seen of the print."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.show()
        self.jobs = Jobs(self)
        self.printing = Printing(self.jobs, self)

    def preview(self) -> Preview:
        """Return the preview that is open."""
        (shown,) = (one for one in self.findChildren(Preview) if one.isVisible())
        return shown


@pytest.fixture
def long_print(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Have prints of one page count as long; whatever comes after their pages waits for the event."""
    go_on = Event()
    monkeypatch.setattr(pdf, "_MANY", 1)
    monkeypatch.setattr(prints_module, "_log", lambda *_, **__: go_on.wait(5))
    yield go_on
    go_on.set()


def pressable(preview: Preview, name: str) -> QPushButton:
    return child(preview, QPushButton, name)


def said(preview: Preview) -> list[str]:
    return [label.text() for label in preview.findChildren(QLabel)]


def test_of_a_long_print_the_first_pages_are_seen_at_once_and_all_in_their_place(
    office: Office, qtbot: QtBot, long_print: Event
) -> None:
    for _ in range(30):
        make_file()
    window = Watched(qtbot)
    window.printing.show(HARDSHIP_ROSTER, PrintRequest(date.today()))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Preview)))
    shown = window.preview()
    assert "第 1 页，后面的页还在排" in said(shown)
    assert not pressable(shown, "print_now").isEnabled()
    assert not pressable(shown, "save_pdf").isEnabled()
    long_print.set()
    window.jobs.finish()
    assert window.preview() is shown
    assert shown.pages == 2
    assert "第 1 页，共 2 页" in said(shown)
    assert pressable(shown, "print_now").isEnabled()
    shown.reject()


def test_a_preview_closed_before_all_pages_are_there_leaves_no_file_and_opens_no_more(
    office: Office, qtbot: QtBot, long_print: Event
) -> None:
    for _ in range(30):
        make_file()
    before = {*passing.folder().iterdir()}
    window = Watched(qtbot)
    window.printing.show(HARDSHIP_ROSTER, PrintRequest(date.today()))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Preview)))
    window.preview().reject()
    long_print.set()
    window.jobs.finish()
    assert not any(one.isVisible() for one in window.findChildren(Preview))
    assert {*passing.folder().iterdir()} == before


def test_what_nobody_looks_at_any_more_is_neither_drawn_to_its_end_nor_noted(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()
    drawn: list[object] = []
    really_draw = pdf._draw

    def draw(pen: Pen, page: Any, stamp: str) -> None:  # noqa: ANN401  # a page as it is laid out
        drawn.append(page)
        really_draw(pen, page, stamp)
        if len(drawn) > 4:  # the first two, and once more to be seen
            may_go_on.wait(5)

    monkeypatch.setattr(pdf, "_MANY", 1)
    monkeypatch.setattr(pdf, "_draw", draw)
    for _ in range(100):
        make_file()
    window = Watched(qtbot)
    window.printing.show(HARDSHIP_ROSTER, PrintRequest(date.today()))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Preview)))
    window.preview().reject()
    may_go_on.set()
    window.jobs.finish()
    assert len(drawn) == 5
    assert not PrintLogEntry.select().exists()


def test_what_fails_behind_the_first_pages_closes_the_preview_and_is_told(
    office: Office, qtbot: QtBot, long_print: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        long_print.wait(5)
        raise Refused("磁盘已满")

    monkeypatch.setattr(prints_module, "_log", refuse)
    for _ in range(30):
        make_file()
    window = Watched(qtbot)
    with qtbot.captureExceptions() as told:
        window.printing.show(HARDSHIP_ROSTER, PrintRequest(date.today()))
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Preview)))
        long_print.set()
        window.jobs.finish()
    assert [str(error) for _, error, _ in told] == ["磁盘已满"]
    assert not any(one.isVisible() for one in window.findChildren(Preview))


def test_labels_stay_on_their_paper(office: Office) -> None:
    cards = next(one for one in prints() if one.key == "members.cards")
    made = make(cards, PrintRequest(date.today()), blank=True)
    made.path.unlink()
    assert made.word is None


def test_a_page_becomes_a_picture_for_a_telephone(preview: Preview, tmp_path: Path) -> None:
    preview.save_picture_to(tmp_path / "page.png", 0)
    picture = QImage(str(tmp_path / "page.png"))
    assert sorted((picture.width(), picture.height())) == pytest.approx([1240, 1754], abs=2)
    assert picture.pixelColor(5, 5).lightness() == 255
    assert (tmp_path / "page.png").stat().st_size < 1_000_000


@pytest.fixture
def to_printer(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], ToPrinter]:
    """Return the dialog for a print of five pages that says in how many copies it is made."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def show(copies: int) -> ToPrinter:
        dialog = ToPrinter("困难职工档案表", 5, copies, ["前台", "办公室"], None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        return dialog

    return show


def test_a_form_in_three_copies_is_offered_three_times(to_printer: Callable[[int], ToPrinter]) -> None:
    dialog = to_printer(3)
    dialog.accept()
    assert dialog.answer == ("前台", Wanted(copies=3, first=1, last=5))


def test_how_a_print_was_wanted_is_offered_the_next_time(to_printer: Callable[[int], ToPrinter]) -> None:
    dialog = to_printer(1)
    for name in ("duplex", "bound"):
        box = dialog.findChild(QCheckBox, name)
        assert isinstance(box, QCheckBox)
        box.setChecked(True)
    chosen = dialog.findChild(QComboBox, "printer")
    assert isinstance(chosen, QComboBox)
    chosen.setCurrentIndex(1)
    dialog.accept()
    again = to_printer(1)
    again.accept()
    assert again.answer == ("办公室", Wanted(last=5, duplex=True, bound=True))


def test_pages_the_wrong_way_round_are_told_in_the_dialog(to_printer: Callable[[int], ToPrinter]) -> None:
    dialog = to_printer(1)
    first, last = dialog.findChild(QSpinBox, "first"), dialog.findChild(QSpinBox, "last")
    assert isinstance(first, QSpinBox)
    assert isinstance(last, QSpinBox)
    first.setValue(4)
    last.setValue(2)
    dialog.accept()
    assert dialog.answer is None


def test_the_file_of_one_record_is_named_after_it(office: Office) -> None:
    batch = make_batch(make_file(), name="2011年春节困难职工慰问")
    made = make(PAYOUT, PrintRequest(date.today(), record=batch.id))
    made.path.unlink()
    assert made.title == f"慰问金发放表　{batch}"
    assert "2011年春节困难职工慰问" in made.title


def test_a_preview_leads_to_the_folder_of_what_was_saved(
    preview: Preview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "花名册.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    preview.findChild(QPushButton, "save_pdf").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not preview.folder.isHidden())
    opened: list[str] = []
    preview.folder.open_url = lambda url: opened.append(url.toLocalFile())
    preview.folder.click()
    assert opened == [str(tmp_path)]

"""Everything that the window can show on the sample office, one after the other, as a person comes to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.agenda import reminders
from app.agenda.entries import agenda
from app.keeping import keeping
from app.keeping.bulk import bulk_actions_of
from app.office import current_office
from app.papers import prints_of
from app.register import Register
from app.registry import SUBJECTS, registers
from app.rules import periods
from app.safekeeping.restore import Restored
from app.statistics.closing import Moved
from app.subject import Subject
from app.subjects.disputes.figures import accepted
from app.subjects.hardship.aid.entry import PAY_AID
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.described import service
from ui.batch.dialog import BatchDialog
from ui.described.added_fields import AddedFieldsPage
from ui.described.page import DescribedPage
from ui.described.registers_dialog import RegistersDialog
from ui.dialogs.bulk_action import BulkActionDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.print_options import PrintOptions
from ui.dialogs.purpose import PurposeDialog
from ui.dialogs.put_off import PutOffDialog
from ui.dialogs.step import StepDialog
from ui.dialogs.waiting import Waiting
from ui.editors.choices import ChoiceEditor, ChoicesEditor
from ui.editors.dates import DateEditor
from ui.figures.tab import FiguresTab
from ui.figures.year_close import CloseYearDialog, MovedDialog, ReopenYearDialog
from ui.forms.record_form import RecordForm
from ui.importing.imports_dialog import ImportsDialog
from ui.importing.wizard import ImportWizard
from ui.main_window import MainWindow
from ui.manual.window import ManualWindow
from ui.office.check import CheckDialog
from ui.office.copies import CopiesDialog
from ui.office.new_office import NewOfficeDialog
from ui.office.preferences import PreferencesDialog
from ui.office.restore import RestoreResult
from ui.office.settings import SettingsDialog
from ui.panel.child_page import ChildPage
from ui.registers.pane import RegisterPane
from ui.registers.tab import RegisterTab
from ui.summary.tab import SummaryTab
from ui.widgets.tab_strip import TabStrip
from ui.window.desk import FIGURES, SUMMARY, TODAY

_LAYERS = 12  # of layouts around the innermost change: each hands it on in a turn of its own
_YEAR = 2011  # of the sample
E = TypeVar("E", bound=QWidget)


@dataclass(frozen=True)
class Scene:
    """What a person has before her: `front` is the window that she looks at, or what has dropped down."""

    name: str
    front: QWidget


def settle(widget: QWidget, size: QSize | None = None) -> None:
    """Give a window a size, where one is asked for, and let its layouts come to rest."""
    for wanted in (widget.size(), size or widget.size()):
        widget.resize(wanted)
        for _ in range(_LAYERS):
            QApplication.processEvents()


def all_scenes(window: MainWindow, words: str = "") -> Iterator[Scene]:
    """Go through all tabs, registers, pages, lists that drop down, and dialogs of an open office.

    `words` choose the scenes that have them in their names; the others are not gone to.
    """
    parts: list[tuple[str, Callable[[], Iterator[Scene]]]] = [
        ("tab", partial(tabs, window)),
        *((subject.key, partial(subject_scenes, window, subject)) for subject in SUBJECTS),
        ("dropped down", partial(dropped_down, window)),
        ("dialog", partial(dialogs, window)),
        *((f"dialog {one.key}", partial(dialogs_of, window, one)) for one in registers() if one.sections),
    ]
    for name, part in parts:
        if words.startswith(name) or name.startswith(words):
            yield from (scene for scene in part() if words in scene.name)


def tabs(window: MainWindow) -> Iterator[Scene]:
    """Go through the desk, the figures and the summary."""
    assert window.desk is not None
    window.desk.show_tab(TODAY)
    window.jobs.finish()
    yield Scene("tab today", window)
    figures = window.desk.show_tab(FIGURES)
    assert isinstance(figures, FiguresTab)
    for number, page in enumerate(("list", "crosses")):
        figures.show_page(number)
        window.jobs.finish()
        yield Scene(f"tab figures {page}", window)
    figures.bar.chooser.choose(preset="自定义")
    window.jobs.finish()
    yield Scene("tab figures two days", window)
    figures.bar.chooser.choose(preset="全年")
    figures.show_page(0)
    window.jobs.finish()
    summary = window.desk.show_tab(SUMMARY)
    assert isinstance(summary, SummaryTab)
    window.jobs.finish()
    yield Scene("tab summary", window)
    summary.editor.begin_figure()
    window.jobs.finish()
    yield Scene("tab summary figure begun", window)
    summary.revert()
    window.jobs.finish()


def subject_scenes(window: MainWindow, subject: Subject) -> Iterator[Scene]:
    """Go through the registers of a tab."""
    assert window.desk is not None
    tab = window.desk.show_tab(subject.key)
    assert isinstance(tab, RegisterTab)
    for register in subject.registers:
        yield from register_scenes(window, tab, register)


def register_scenes(window: MainWindow, tab: RegisterTab, register: Register) -> Iterator[Scene]:
    """Go through what a register shows: list, record with all its pages, a record begun, the bin."""
    pane = tab.show_register(register.key)
    yield Scene(f"{register.key} list", window)
    if ids := pane.table.ids():
        pane.go_to(ids[0])
        yield Scene(f"{register.key} record", window)
        for page in _pages(pane):
            yield Scene(f"{register.key} {page}", window)
    pane.new_record()
    yield Scene(f"{register.key} new", window)
    pane.panel.revert()
    bin_button = pane.findChild(QPushButton, "bin")
    assert isinstance(bin_button, QPushButton)
    bin_button.click()
    yield Scene(f"{register.key} bin", window)
    bin_button.click()


def _pages(pane: RegisterPane) -> Iterator[str]:
    """Turn every page of the record in front over, with a row begun where it has rows."""
    for number, page in enumerate(pane.panel.findChildren(ChildPage), start=1):
        pane.panel.strip.go_to(number)
        begin = page.findChild(QPushButton, "new")
        assert isinstance(begin, QPushButton)
        begin.click()
        yield page.objectName()
        page.revert()
    pane.panel.strip.go_to(len(pane.panel.strip.titles()) - 1)
    yield "history"
    pane.panel.strip.go_to(0)


def dropped_down(window: MainWindow) -> Iterator[Scene]:
    """Open the calendar and the lists of terms of the longest form, from its last fields."""
    assert window.desk is not None
    tab = window.desk.show_tab(HARDSHIP.key)
    assert isinstance(tab, RegisterTab)
    pane = tab.show_register(HARDSHIP.key)
    pane.go_to(pane.table.ids()[0])
    for drop_down in (_calendar, _list_of_terms, _offers):
        front = drop_down(pane.panel.form)
        yield Scene(f"dropped down{drop_down.__name__.replace('_', ' ')}", front)
        front.hide()


def _last(form: RecordForm, kind: type[E]) -> E:
    editor = form.findChildren(kind)[-1]
    form.focus_field(editor.objectName())
    settle(form.window())
    return editor


def _calendar(form: RecordForm) -> QWidget:
    editor = _last(form, DateEditor)
    editor.open_calendar()
    return editor.calendar


def _list_of_terms(form: RecordForm) -> QWidget:
    editor = _last(form, ChoicesEditor)
    editor.open_list()
    return editor.list_of_terms


def _offers(form: RecordForm) -> QWidget:
    editor = _last(form, ChoiceEditor)
    editor.showPopup()
    completer = editor.completer()
    assert completer is not None
    return completer.popup()


def dialogs(window: MainWindow) -> Iterator[Scene]:
    """Open each dialog that is not derived from a register."""
    office = current_office()
    assert office is not None
    files = [one.id for one in HardshipFile.select().limit(3)]
    moved = Moved(accepted, periods.year(_YEAR), "3", "4", (1,), (), ())
    restored = Restored(office.path, office.path, 12_345, is_summed=False, lacks="会员少 3 人。")
    makers: dict[str, Callable[[], QWidget]] = {
        "new office": lambda: NewOfficeDialog(window),
        "aid batch": lambda: _as_large(BatchDialog(PAY_AID, files, window), window),
        "import": lambda: ImportWizard(HARDSHIP, window.jobs, window),
        "imports": lambda: ImportsDialog(window.jobs, window),
        "close year": lambda: CloseYearDialog(_YEAR, window),
        "reopen year": lambda: ReopenYearDialog(_YEAR, window),
        "moved figures": lambda: MovedDialog(_YEAR, [moved] * 30, window),
        "check": lambda: CheckDialog(office, window.jobs, window),
        "copies": lambda: CopiesDialog(office.path, window.jobs, window),
        "restored": lambda: RestoreResult(restored, window),
        "purpose": lambda: PurposeDialog("困难职工档案", window),
        "preferences": lambda: PreferencesDialog(_named_tabs(window), window),
        "put off": lambda: PutOffDialog(agenda(reminders.asked(date.today()))[-1], window),
        "waiting": lambda: Waiting("正在放入回收站", list, window),
        "manual": lambda: ManualWindow(window),
        "described registers": lambda: RegistersDialog(window.jobs, window),
        "described page": lambda: DescribedPage(window.jobs, service(), window),
        "added fields": lambda: AddedFieldsPage(HARDSHIP, window),
    }
    for name, make in makers.items():
        yield from _opened(name, make(), window)
    settings = SettingsDialog(window)
    strip = settings.findChild(TabStrip)
    assert isinstance(strip, TabStrip)
    _as_large(settings, window).show()
    for number, title in enumerate(strip.titles()):
        strip.go_to(number)
        yield Scene(f"dialog settings {title}", settings)
    _close(settings)


def dialogs_of(window: MainWindow, register: Register) -> Iterator[Scene]:
    """Open what is asked of a register: a record made on the way, prints, steps, acts on many, a merge."""
    yield from _opened(f"{register.key} made on the way", NewRecordDialog(register, window), window)
    for paper in prints_of(register):
        options = PrintOptions(paper, (1, 2), (1,), window)
        yield from _opened(f"{register.key} print {paper.title}", options, window)
    for step in register.steps:
        dialog = StepDialog(register, keeping.new(register), step, window)
        yield from _opened(f"{register.key} step {step.title}", dialog, window)
    ids = [record.id for record in register.record.alive().limit(2)]
    for action in bulk_actions_of(register):
        asked = BulkActionDialog(window, window.jobs, register, action, ids)
        yield from _opened(f"{register.key} bulk {action.title}", asked, window)
    if register.mergeable and len(ids) > 1:
        one, other = register.record.alive().limit(2)
        yield from _opened(f"{register.key} merge", MergeDialog(register, one, other, window), window)


def _as_large(dialog: QWidget, window: MainWindow) -> QWidget:
    """Give a dialog with a list nearly the size of the window, as the window does."""
    dialog.resize(window.size() * 0.9)
    return dialog


def _named_tabs(window: MainWindow) -> list[tuple[str, str]]:
    assert window.desk is not None
    return list(zip(window.desk.keys, window.desk.titles, strict=True))


def _opened(name: str, dialog: QWidget, window: MainWindow) -> Iterator[Scene]:
    dialog.show()
    window.jobs.finish()
    yield Scene(f"dialog {name}", dialog)
    _close(dialog)


def _close(dialog: QWidget) -> None:
    dialog.hide()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)  # no loop runs that would do it

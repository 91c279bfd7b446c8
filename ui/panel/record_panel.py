"""One record beside its list: who it is, its form and rows and history, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget

from app import listing
from app.errors import Refused
from app.fields import Described, PersonNameField, ResidentIdField
from app.fields.problems import Blocked
from app.keeping import again, keeping, undoing
from app.keeping.with_rows import NewRow, RowBlocked
from app.papers import papers_of
from app.records.base import Record
from app.register import RecordSheet, Register, Step
from ui import keys
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.step import StepDialog
from ui.dialogs.step_back import StepBackDialog
from ui.forms.form import SECTIONS_WITHOUT_INDEX
from ui.forms.record_form import RecordForm
from ui.panel.binning import to_bin
from ui.panel.child_page import ChildPage
from ui.panel.foot import PanelFoot
from ui.panel.head import PanelHead
from ui.panel.history_page import HistoryPage
from ui.panel.person_matches import PersonMatches
from ui.panel.print_menu import Pick
from ui.widgets.tab_strip import TabStrip


class RecordPanel(QFrame):
    """Shows, edits and moves on one record; `selected_ids` tells which are selected in the list beside it.

    Signals:
        saved(int): the id of the record that was saved.
        deleted(int): the record went to the recycle bin, with those selected beside it.
        changed(str): something was saved; the register's key, or that of the rows below it.
        known_chosen(str, int): while writing down somebody new, a person chose somebody known.
        print_chosen(Pick, int): a person wants a paper of the record.
        sheet_chosen(RecordSheet, int): a person wants a table of the record for another body.
        everything_wanted(str, int): all that there is of the person on show is wanted.
        stepped(int): the record before (-1) or after (1) the one on show is wanted.
    """

    saved = Signal(int)
    deleted = Signal(int)
    changed = Signal(str)
    known_chosen = Signal(str, int)
    print_chosen = Signal(object, int)
    sheet_chosen = Signal(object, int)
    everything_wanted = Signal(str, int)
    stepped = Signal(int)

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self.selected_ids: Callable[[], Sequence[int]] = tuple
        self.setProperty("role", "card")
        self._content = QWidget(self)
        # Whoever looks for a widget by its name finds the record's before those of its rows. That is
        # also why the pages are not in a stack: it would move the one in sight behind the others.
        self._foot = PanelFoot(papers_of(register), register.record_sheets, self._content)
        self._head = PanelHead(register, self._content)
        self.strip = TabStrip(self._content)
        self._form: RecordForm | None = None
        self._children = [ChildPage(child, self._content) for child in register.children]
        self._history = HistoryPage(register, self._content)
        self._matches = PersonMatches(self)
        self._build()
        self._wire()
        self.show_record(None)

    @property
    def form(self) -> RecordForm:
        """The form, made when it is first wanted: the list beside it is there before."""
        if self._form is None:
            self._form = RecordForm(self._register, self._content, make=NewRecordDialog.ask)
            self._form.edited.connect(self._follow)
            self._form.new_rows = self._new_rows
            self._form.kept_rows = self._kept_rows
            self._form.rows_restored.connect(self._restore_rows)
            self._column.insertWidget(self._column.indexOf(self.strip) + 1, self._form, 1)
            self._form.lower()  # whoever looks for a field by its name finds it before those of the rows
            self._form.setVisible(self.strip.current() <= 0)
        return self._form

    @property
    def _pages(self) -> list[QWidget]:
        return [self.form, *self._children, self._history]

    def show_record(self, record_id: int | None) -> None:
        """Show a saved record; None, or the id of one that is gone, shows a hint instead."""
        records = listing.rows(self._register, [record_id]) if record_id is not None else {}
        if records:
            self._show(next(iter(records.values())))
        self._faces.setCurrentIndex(1 if records else 0)

    def show_bin(self, on: bool) -> None:
        """Stand beside the recycle bin, where nothing is written, or beside the list."""
        self.setEnabled(not on)
        way = "点“恢复”就回到列表" if on else "或点“新建”"
        self._empty.setText(f"在左边选一条{self._register.title}，{way}。")

    def new_record(self, **values: object) -> None:
        """Begin a new record, with these values already in it."""
        self._show(keeping.new(self._register, **{**again.proposed(self._register), **values}))
        self._faces.setCurrentIndex(1)
        self.strip.go_to(0)
        self.form.focus_first()

    def prepare(self) -> bool:
        """Make the form before it is wanted; False where it is there already."""
        if self._form is not None:
            return False
        self._form = self.form
        return True

    def is_dirty(self) -> bool:
        """Tell whether something was typed and not saved, in the form or in a row below it."""
        return self._shows_record() and (self.form.is_dirty() or self._dirty_child() is not None)

    @Slot()
    def save(self) -> bool:
        """Save what was typed; False when problems forbid it, which are then shown."""
        if not self._shows_record():
            return False
        typed = [child for child in self._children if child.is_typed_in()]
        for child in typed:
            if not child.save():
                self._go_to(child)
                return False
        is_new = self.form.record is not None and self.form.record.id is None
        if typed and not is_new and not self.form.is_dirty():
            return True
        saved = self.form.save()
        if saved is None:
            if self.form.refused_row is not None:
                self._show_refused(self.form.refused_row)
            else:
                self.strip.go_to(0)
                self.form.focus_first_problem()
            return False
        self._announce(saved)
        return True

    @Slot()
    def revert(self) -> None:
        """Take back what was typed and not saved, in the row in front first; a new record goes away."""
        page = self._pages[self.strip.current()]
        rows = [child for child in self._children if child.can_revert() and (child is page or child.in_form)]
        if rows:
            rows[0].revert()
        else:
            self.give_up()

    def give_up(self) -> None:
        """Take back all that was typed and not saved, into the record and all of its rows."""
        record = self.form.record
        if record is None or record.id is None:
            self.form.leave_draft()
            self._faces.setCurrentIndex(0)
        else:
            self._show(record)

    def steps(self) -> Sequence[Step]:
        """Return the steps that the record in front can take, the usual one first."""
        record = self.form.record if self._shows_record() else None
        return self._register.next_steps(record) if record is not None and record.id is not None else ()

    @Slot()
    def focus_form(self) -> None:
        """Put the cursor into the form of the record in front."""
        if self._shows_record() and self.isEnabled():
            self.strip.go_to(0)
            self.form.focus_first()

    def turn_to(self, title: str) -> None:
        """Go to the step or the rows of this title, or to the field of this label."""
        if any(step.title == title for step in self.steps()):
            self.strip.go_to(0)
            self._foot.focus_step()
            return
        rows = [child.register.title for child in self._register.children]
        if title in rows:
            self.strip.go_to(1 + rows.index(title))
            return
        field = next((shown for shown in self._register.fields if shown.label == title), None)
        if field is not None:
            self.strip.go_to(0)
            self.form.focus_field(field.name)

    @Slot()
    def _take_last(self) -> None:
        """Begin the new record as the last one."""
        self.form.take_last()
        self.form.focus_first()

    @Slot()
    def show_everything(self) -> None:
        """Ask for all that there is of the person on show."""
        record = self.form.record
        if self._shows_record() and record is not None and record.id is not None:
            self.everything_wanted.emit(self._register.key, record.id)

    @Slot(QAction)
    def choose_paper(self, picked: QAction) -> None:
        """Print a paper of the record, or hand a table of it out, as picked from a menu."""
        chosen = picked.data()
        (self._ask_sheet if isinstance(chosen, RecordSheet) else self._ask_print)(chosen)

    def _build(self) -> None:
        self._empty = empty = QLabel(self)
        empty.setObjectName("nothing_chosen")
        empty.setProperty("role", "empty")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_bin(False)
        self._column = column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.strip)
        is_long = len(self._register.sections) > SECTIONS_WITHOUT_INDEX
        self.strip.add(self._register.title if is_long else "基本情况")
        for page in (*self._children, self._history):
            page.hide()
            column.addWidget(page, 1)
            self.strip.add(page.title if isinstance(page, ChildPage) else "历史")
        column.addWidget(self._foot)
        self._faces = QStackedLayout(self)
        self._faces.setContentsMargins(1, 1, 1, 1)
        self._faces.addWidget(empty)
        self._faces.addWidget(self._content)

    def _listen(self) -> None:
        """Let the keys of a form work while this record is in front."""
        for name in ("revert", "step", "steps", "print_record", "delete"):
            keys.bind(name, partial(self._foot.press, name), self)
        keys.bind("everything", self.show_everything, self)
        keys.bind("next_page", partial(self._turn, 1), self)
        keys.bind("previous_page", partial(self._turn, -1), self)
        keys.bind("new_row", self._begin_row, self)

    def _turn(self, by: int) -> None:
        """Go to the page before or after the one in front, round and round."""
        self.strip.go_to((self.strip.current() + by) % len(self._pages))

    def _begin_row(self) -> None:
        """Begin a row on the page in front, or on the first that has rows."""
        page = self._pages[self.strip.current()]
        child = page if isinstance(page, ChildPage) else next(iter(self._children), None)
        if child is not None and self._shows_record():
            self._go_to(child)
            child.begin()

    def _go_to(self, child: ChildPage) -> None:
        """Bring the rows of a kind into sight."""
        self.strip.go_to(self._pages.index(child))

    def _new_rows(self) -> list[NewRow]:
        return [row for child in self._children for row in child.new_rows()]

    def _kept_rows(self) -> dict[str, str]:
        return {child.objectName(): kept for child in self._children if (kept := child.kept())}

    @Slot(object)
    def _restore_rows(self, texts: Mapping[str, str]) -> None:
        for child in self._children:
            if (kept := texts.get(child.objectName())) is not None:
                child.take_kept(kept)

    def _show_refused(self, refused: RowBlocked) -> None:
        """Show the row that forbids saving the new record."""
        child = next(
            child for child in self._children if child.objectName() == refused.row.child.register.key
        )
        self._go_to(child)
        child.show_refused(refused)

    @Slot()
    def _follow_rows(self) -> None:
        """A row was typed, or waits for the record: say so in the foot and above the page."""
        record = self._form.record if self._form is not None else None
        if record is None:
            return
        self._foot.enable(dirty=self._can_revert(), saved=record.id is not None)
        for number, child in enumerate(self._children, 1):
            self.strip.set_title(number, child.title)
        if record.id is None:
            self.form.touch_draft()

    def _can_revert(self) -> bool:
        return self.is_dirty() or any(child.can_revert() for child in self._children)

    def _wire(self) -> None:
        self._listen()
        self.strip.chosen.connect(self._turn_to)
        self._head.everything_clicked.connect(self.show_everything)
        self._head.stepped.connect(self.stepped)
        self._head.again_clicked.connect(self._take_last)
        self._foot.save.clicked.connect(self.save)
        self._foot.revert.clicked.connect(self.revert)
        self._foot.delete.clicked.connect(self._bin)
        self._foot.step_chosen.connect(self.take_step)
        self._foot.back_chosen.connect(self._step_back)
        self._foot.print_chosen.connect(self._ask_print)
        self._foot.sheet_chosen.connect(self._ask_sheet)
        self._matches.chosen.connect(self.known_chosen)
        self._history.put_back.connect(self._put_back)
        for child in self._children:
            child.changed.connect(self._row_changed)
            child.edited.connect(self._follow_rows)

    def _shows_record(self) -> bool:
        return self._faces.currentIndex() == 1

    def _dirty_child(self) -> ChildPage | None:
        return next((child for child in self._children if child.is_dirty()), None)

    def _show(self, record: Record) -> None:
        self._matches.forget()
        if self.form.record is not record or self.form.is_dirty():  # the form shows what it has saved itself
            self.form.load(record)
        for child in self._children:
            child.show_owner(record)
            self._place(child, is_new=record.id is None)
        self._refresh(record)

    def _place(self, child: ChildPage, *, is_new: bool) -> None:
        """Put the rows that a new record's form lists, such as the parties of a case, into that form."""
        names = [name for name in child.listed_names if self.form.has(name)] if is_new else []
        if bool(names) == child.in_form:
            return
        child.stand_in_form(bool(names))
        if names:
            self.form.put_under(names[-1], child)
            child.show()
        else:
            self.form.page.give_back(child)
            self._column.insertWidget(self._column.indexOf(self._foot), child, 1)
            child.setVisible(self._pages[self.strip.current()] is child)

    def _refresh(self, record: Record) -> None:
        """Bring everything around the form up to date with the record."""
        self._head.show_record(record)
        saved = record.id is not None
        steps = self._register.next_steps(record) if saved else ()
        self._foot.offer(steps, back=undoing.last_move(self._register, record) is not None)
        self._foot.enable(dirty=self._can_revert(), saved=saved)
        for number, child in enumerate(self._children, 1):
            self.strip.set_title(number, child.title)
        if self.strip.current() == len(self._pages) - 1:
            self._history.show_record(record, may_put_back=not self.is_dirty())

    def _announce(self, record: Record) -> None:
        self._show(record)
        self.saved.emit(record.id)
        self.changed.emit(self._register.key)

    @Slot(int)
    def _turn_to(self, number: int) -> None:
        chosen = self._pages[number]
        if isinstance(chosen, ChildPage) and chosen.in_form:
            self.strip.show_page(0)
            number = 0
            self.form.page.ensureWidgetVisible(chosen)
        for place, page in enumerate(self._pages):
            if not (isinstance(page, ChildPage) and page.in_form):
                page.setVisible(place == number)
        if self._pages[number] is self._history:
            self._history.show_record(self.form.record, may_put_back=not self.is_dirty())

    @Slot(str)
    def _follow(self, name: str) -> None:
        record = self.form.record
        if record is None:
            return
        self._foot.enable(dirty=self._can_revert(), saved=record.id is not None)
        field = self.form.field(name)
        identifies = isinstance(field, PersonNameField | ResidentIdField) and self._is_naming(field)
        if record.id is None and self._register.lookup and identifies:
            self.form.put_under(name, self._matches)
            self._matches.look_for(self.form.text(name))

    def _is_naming(self, field: Described) -> bool:
        return any(field is naming for naming in self._register.record.naming)

    @Slot(str)
    def _row_changed(self, key: str) -> None:
        """A row was saved: what the record computes from its rows is new, what was typed stays."""
        record = self.form.record
        if record is not None and record.id is not None:
            fresh = listing.rows(self._register, [record.id]).get(record.id, record)
            self.form.renew(fresh)
            self._refresh(fresh)
        self.changed.emit(key)

    @Slot()
    def _put_back(self) -> None:
        if self.form.record is not None:
            fresh = listing.rows(self._register, [self.form.record.id])
            self._announce(next(iter(fresh.values())))

    @Slot()
    def _bin(self) -> None:
        record = self.form.record
        if record is None or record.id is None:
            return
        try:
            binned = to_bin(self, self._register, record, self.selected_ids())
        except Refused as error:
            self.form.show_message(str(error))
            return
        if not binned:
            return
        self._faces.setCurrentIndex(0)
        self.deleted.emit(record.id)

    @Slot(object)
    def _ask_print(self, pick: Pick) -> None:
        if self.form.record is not None:
            self.print_chosen.emit(pick, self.form.record.id)

    @Slot(object)
    def _ask_sheet(self, sheet: RecordSheet) -> None:
        if self.form.record is not None:
            self.sheet_chosen.emit(sheet, self.form.record.id)

    @Slot(object)
    def take_step(self, step: Step) -> None:
        """Move the record on, what was typed saved before."""
        if self.is_dirty() and not self.save():
            return
        record = self.form.record
        if record is None:
            return
        after = self._advance(record, step)
        if after is not None:
            self._announce(after)

    @Slot()
    def _step_back(self) -> None:
        record = self.form.record
        done = undoing.last_move(self._register, record) if record is not None else None
        if record is None or done is None or (self.is_dirty() and not self.save()):
            return
        if StepBackDialog.ask(self, self._register, record, done):
            self._announce(next(iter(listing.rows(self._register, [record.id]).values())))

    def _advance(self, record: Record, step: Step) -> Record | None:
        """Take a step, asking first where there is something to ask; None when it was not taken."""
        try:
            return StepDialog.take(self, self._register, record, step)
        except Blocked as error:
            self.strip.go_to(0)
            self.form.show_problems(error.problems)
            self.form.focus_first_problem()
        except Refused as error:
            self.form.show_message(str(error))
        return None

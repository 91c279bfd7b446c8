"""The form of one register: checks while somebody types, computes what follows, and saves the record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import Invalid, Refused
from app.fields import Described
from app.fields.problems import Block, Blocked, Problem, blocks
from app.keeping import again, declared, deriving, judging, keeping, with_rows
from app.keeping.with_rows import NewRow, RowBlocked
from app.records import drafts
from app.records.base import Record
from app.register import Register
from ui.forms.draft_keeper import DraftKeeper
from ui.forms.form import Form
from ui.forms.making import Make

_CHECK_AFTER_MS = 300
_AS_LAST = Qt.Key.Key_F8


class RecordForm(Form):
    """Edits one record of a register.

    What a new record still lacks is not held against it before the first attempt to save; of a
    saved record all problems are shown. The field being typed into is judged when it is left. `owner`
    names the field that says whose row it is; that is not for typing, and neither is a state that
    moves by steps. What is typed and not saved is kept as a draft a moment after the typing stops, and
    offered when the form is opened again after the program was cut off.

    A new record is saved with its `new_rows`, those typed before it is there, and they are kept in its draft
    with `kept_rows`.

    Signals:
        checked(): problems and computed values were brought up to date.
        rows_restored(object): a draft held rows, by the name under which they were kept.
    """

    checked = Signal()
    rows_restored = Signal(object)

    def __init__(self, register: Register, parent: QWidget, *, make: Make, owner: str = "") -> None:
        status = register.status.name if register.status is not None and register.steps else ""
        super().__init__(register.sections, parent, given=(status, owner), make=make)
        self._register = register
        self._touched: set[str] = set()
        self._implied: dict[str, str] = {}
        self._depending = {name: cell.field for name, cell in self._cells.items() if cell.field.decided_by}
        self._deciding = {field.name for asked in self._depending.values() for field in asked.decided_by}
        self._strict = False
        self._owner = owner
        self.refused_row: RowBlocked | None = None
        self.new_rows: Callable[[], Sequence[NewRow]] = tuple
        self.kept_rows: Callable[[], Mapping[str, str]] = dict
        self._drafts = DraftKeeper(self._typed, self)
        self._drafts.restored.connect(self._restore_draft)
        self._timer = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._timer.timeout.connect(self._check_typed)
        self.edited.connect(self._follow)
        self.remedied.connect(self.check)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._left)

    def load(self, record: Record) -> None:
        """Show a record, with its problems once it was saved."""
        self.leave_draft()
        super().load(record)
        if (offer := self._drafts.come_to(self._place())) is not None:
            self.put_first(offer)
        self._touched.clear()
        self._implied.clear()
        self._strict = record.id is not None
        self.check()

    def renew(self, record: Record) -> None:
        """Show the same record as it is now, without losing what was typed into it."""
        super().renew(record)
        self.check()

    def save(self) -> Record | None:
        """Save what was typed and return the record; None when problems forbid it, which are then shown.

        Where it is one of the new rows that is forbidden, `refused_row` says which.
        """
        self.refused_row = None
        if self.record is None:
            return None
        for name in self.changed():
            self._fill_implied(name)
        self._strict = True
        draft, unread = self._draft(self.record)
        forbidden: Sequence[Problem] = ()
        if not blocks(unread):
            try:
                saved = self._write(draft)  # which judges it: not twice where nothing forbids it
            except RowBlocked as error:
                self.show_problems(self._attempt(self.record)[1])
                self.refused_row = error
                return None
            except Blocked as error:
                forbidden = error.problems
            except Refused as error:
                self.show_message(str(error))
                return None
            else:
                self.load(saved)
                return saved
        told = self._attempt(self.record)[1]
        if forbidden:
            told = [*forbidden, *(problem for problem in told if not isinstance(problem, Block))]
        self.show_problems(told)
        self.focus_first_problem()
        return None

    def _write(self, draft: Record) -> Record:
        rows = self.new_rows() if draft.id is None else ()
        if rows:
            return with_rows.save(self._register, draft, rows)
        return keeping.save(self._register, draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell = self.cell_in_focus() if event.key() == _AS_LAST else None
        if cell is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.take_last()
        else:
            self.take_last_value(cell.field.name)

    def take_last_value(self, name: str) -> None:
        """Write into a field what was entered there last time; nothing where that is each record's own."""
        field = self.field(name)
        if self.record is None or self.is_given(name) or not isinstance(field, Described):
            return
        value = again.last_value(field, before=self.record.id) if again.can_take(field) else None
        if value is not None:
            self.set_value(name, value)
            self.edited.emit(name)

    @Slot()
    def take_last(self) -> None:
        """Write what was entered at the last record into all fields that nobody has filled in."""
        if self.record is None:
            return
        is_new = self.record.id is None
        for name, value in again.values(self._register, before=self.record.id).items():
            is_open = self.has(name) and not self.is_given(name) and name not in self._touched
            if is_open and (is_new or not self.text(name)):
                self.set_value(name, value)
                self.edited.emit(name)

    @Slot()
    def touch_draft(self) -> None:
        """Keep a draft a moment from now: a row was typed beside the record."""
        self._drafts.touch()

    def _typed(self) -> dict[str, str]:
        return {**self.unsaved(), **self.kept_rows()}

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is typed and not saved, unless the window was closed meanwhile."""
        self._drafts.keep()

    def leave_draft(self) -> None:
        """Forget what was kept of this record: it was saved or given up; an offer nobody answered stays."""
        self._drafts.leave()

    def _place(self) -> drafts.Place | None:
        if self.record is None:
            return None
        return drafts.Place(self._register.key, self.record.id, self.record.__data__.get(self._owner))

    @Slot(object)
    def _restore_draft(self, texts: Mapping[str, str]) -> None:
        """Write what was kept into the form as if it had been typed."""
        self._touched |= {name for name in texts if self.has(name)}
        self.write_back(texts)
        self.rows_restored.emit(texts)

    @Slot()
    def check(self) -> None:
        """Bring problems and computed values up to date with what is typed."""
        self._timer.stop()
        if self.record is None:
            return
        draft, problems = self._attempt(self.record)
        self.show_given(draft)
        self.show_problems([problem for problem in problems if self._is_due(problem)])
        self.checked.emit()

    def _attempt(self, record: Record) -> tuple[Record, list[Problem]]:
        """Return the record as it would be saved, and all its problems."""
        draft, unread = self._draft(record)
        deriving.compute_derived(draft)
        names = {problem.field.name for problem in unread}
        judged = self._judge(draft)
        return draft, [*unread, *(problem for problem in judged if problem.field.name not in names)]

    def show_given(self, record: Record) -> None:
        """Show what is computed, and ask for what there is to say of the record as it is being typed."""
        super().show_given(record)
        self._ask_what_applies(record)

    def _ask_what_applies(self, draft: Record) -> None:
        """Leave out what only other records have: nobody is to read it, or to pass it by with Enter."""
        self.page.ask_for(
            {
                name: self.is_typing_in(name) or self.is_marked(name) or field.is_asked_of(draft)
                for name, field in self._depending.items()
            }
        )

    def _decide_at_once(self) -> None:
        """Ask for what follows from a choice just made before Enter leads past its place."""
        if self.record is None:
            return
        draft = keeping.draft_of(self.record)
        deciding = {name: self.text(name) for name in self._deciding if self.has(name)}
        values, _ = keeping.read([self.field(name) for name in deciding], deciding)
        keeping.assign(draft, values)
        self._ask_what_applies(draft)

    def needed_of(self, record: Record) -> Collection[str]:
        return declared.needed_by_state(self._register, record)

    def _judge(self, draft: Record) -> list[Problem]:
        """Say what is wrong with a record; with a row by itself while its owner is not saved."""
        if self._owner and draft.__data__.get(self._owner) is None:
            return with_rows.problems(self._register, draft, self._owner)
        return judging.problems(self._register, draft)

    def as_typed(self) -> tuple[Record, list[Problem]]:
        """Return the record as it is typed, and all that is wrong with it, which is shown from now on."""
        assert self.record is not None
        self._strict = True
        draft, problems = self._attempt(self.record)
        self.show_problems(problems)
        return draft, problems

    def _draft(self, record: Record) -> tuple[Record, list[Problem]]:
        """Return the record with what was typed into it, and what of that cannot be read."""
        draft = keeping.draft_of(record)
        values, unread = self.read()
        values |= self._days_of(values)
        keeping.assign(draft, values)
        return draft, unread

    def _days_of(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return the days on show from which changed values hold: the person has seen them."""
        over_time = (field.over_time for name in values if isinstance(field := self.field(name), Described))
        days = {told.since.name for told in over_time if told is not None and self.has(told.since.name)}
        shown = [self.field(name) for name in days - values.keys()]
        return keeping.read(shown, {field.name: self.text(field.name) for field in shown})[0]

    def _date_change(self, name: str) -> None:
        """Let a value that changes over time hold from today on, until the person says another day."""
        field = self.field(name)
        if not isinstance(field, Described) or field.over_time is None:
            return
        since = field.over_time.since.name
        is_saved = self.record is not None and self.record.id is not None
        if is_saved and self.has(since) and since not in self._touched:
            self.set_value(since, date.today())

    def _is_due(self, problem: Problem) -> bool:
        name = problem.field.name
        if self.is_typing_in(name) and not self.is_marked(name):
            return False
        return self._strict or name in self._touched or not isinstance(problem, Block)

    @Slot()
    def _check_typed(self) -> None:
        """Check what was typed, unless the window was closed meanwhile, and the office with it."""
        if self.window().isVisible():
            self.check()

    @Slot(str)
    def _follow(self, name: str) -> None:
        self._touched.add(name)
        self._fill_implied(name)
        if name in self._deciding:
            self._decide_at_once()
        self._date_change(name)
        self._timer.start()
        self._drafts.touch()

    def _fill_implied(self, name: str) -> None:
        """Fill in what a value settles, such as sex and birth date, but never over what was typed."""
        field = self.field(name)
        if not isinstance(field, Described):
            return
        try:
            value = field.parse(self.text(name))
        except Invalid:
            return
        for other, implied in (field.implied(value) if value is not None else {}).items():
            if self.has(other) and self.text(other) in {"", self._implied.get(other)}:
                self.set_value(other, implied)
                self._implied[other] = self.text(other)

    @Slot(QWidget, QWidget)
    def _left(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.isVisible() and self._touched and self.isAncestorOf(old):
            self._timer.start(0)

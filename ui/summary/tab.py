"""The tab in which the summary of a year is written, its figures live beside it (工作总结)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.drafts import of_summary
from app.rules.periods import Period
from app.statistics.overruling import let_records_speak
from app.summary import texts
from app.summary.carried import Inherited, Sentence
from app.summary.document import Document
from app.summary.draft import Draft, draft
from app.summary.quoted import Quoted
from app.summary.reports import YEAR, Report, years_to_tell
from app.summary.untold import Untold, line_of, untold
from ui.dialogs.unsaved import Answer, Unsaved
from ui.failures import tell
from ui.forms.draft_keeper import DraftKeeper
from ui.jobs import Jobs
from ui.summary.bar import SummaryBar
from ui.summary.card import FigureCard
from ui.summary.editor import TextEditor
from ui.summary.foot import Foot
from ui.summary.last_year import LastYear
from ui.summary.output import Output
from ui.summary.overrule import OverruleDialog
from ui.summary.page import Page
from ui.summary.picker import Picker
from ui.summary.remarks import NOT_TOLD, of_report, of_text
from ui.widgets.card import Card

if TYPE_CHECKING:
    from app.learning.learned import Learned

_PAUSE_MS = 350
_TEXT = "text"  # what a draft has


class SummaryTab(QWidget):
    """Keeps the text of one report, and shows what it says with the figures of its period.

    Signals:
        record_chosen(str, int): a person wants to see a record: register key, record id.
        figure_chosen(Quoted): she wants to see all that is behind a figure.
    """

    record_chosen = Signal(str, int)
    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary")
        self._jobs = jobs or Jobs(self)
        self._output = Output(self._jobs, self)
        self._year, self._report = date.today().year, YEAR
        self._saved = ""
        self._inherited = self._saved_inherited = Inherited(self._year)
        self._draft: Draft | None = None
        self._reading = 0
        self._untold: list[Untold] = []
        self._looked_for: object = None  # the figures that the list of what is untold was made for
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._drafts = DraftKeeper(self._unsaved, self)
        self._drafts.restored.connect(self._write_back)
        self._build()
        self._wire()
        self._is_open = False
        self.page.show_nothing("正在读取…")
        self._enable()
        self._jobs.run(partial(years_to_tell, date.today()), self._begin)

    @Slot(object)
    def _begin(self, to_tell: tuple[int, Sequence[int]]) -> None:
        """Offer the years there are, and open the report of the last, unless another is open by now."""
        year, years = to_tell
        self.bar.offer_years(years)
        if not self._is_open:
            self.open_report(year, YEAR)

    @property
    def draft(self) -> Draft | None:
        """What became of the text when it was last read; None before."""
        return self._draft

    def open_report(self, year: int, report: Report) -> None:
        """Show the text of a report; what was not saved of another is gone."""
        self._drafts.leave()
        self._is_open = True
        self._year, self._report = year, report
        self.bar.choose(year, report)
        self._saved_inherited = texts.inherited(year, report)
        self._set_text(texts.text_of(year, report))
        if (offer := self._drafts.come_to(of_summary(report.key, year))) is not None:
            self._column.insertWidget(1, offer)
            offer.show()  # else it waits for the next turn of the event loop
        self.reload_when_seen()

    def is_dirty(self) -> bool:
        """Tell whether something typed was not saved yet."""
        return self.editor.text() != self._saved or self._inherited != self._saved_inherited

    def may_leave(self) -> bool:
        """Ask about unsaved changes; False when the person would rather stay."""
        if not self.is_dirty():
            return True
        answer = Unsaved.ask(self, f"{self._year}年的{self._report.title}")
        if answer is Answer.SAVE:
            self.save()
            return not self.is_dirty()
        if answer is Answer.DISCARD:
            self.revert()
            return True
        return False

    @Slot()
    def save(self) -> None:
        """Save the text; what cannot be saved stays in the editor."""
        body = self.editor.text()
        try:
            texts.keep(self._year, self._report, body, self._inherited.kept)
        except Refused as refused:
            tell("没有保存", str(refused), self)
            return
        self._saved, self._saved_inherited = body, self._inherited
        self._drafts.leave()
        self._enable()

    @Slot()
    def revert(self) -> None:
        """Show the text as it was saved last."""
        self._drafts.leave()
        self._set_text(self._saved)
        self._read()

    @Slot()
    def open_prints(self) -> None:
        """Show the report as it will come out of the printer."""
        document = self._settled()
        if document is not None:
            self._output.print(document, self._title, self.bar.annex)

    def reload_when_seen(self) -> None:
        """Read the figures again: records were changed elsewhere, or the settings."""
        if self.isVisible() and self._is_open:
            self._picker.offer_for(self._period)
            self._looked_for = None
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.reload_when_seen()

    def _build(self) -> None:
        self.bar = SummaryBar(self)
        self.editor = TextEditor(self)
        self.page = Page(self)
        self.troubles, self.remarks = Foot("文字中的问题", self), Foot("总结里的数字", self)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setHandleWidth(12)
        halves.setChildrenCollapsible(False)
        halves.addWidget(Card(self, self.editor, self.troubles))
        halves.addWidget(Card(self, self.page, self.remarks))
        halves.setSizes([1000, 1150])
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(halves)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(inside, 1)
        self._picker = Picker(self.editor, self._jobs, self)
        self.card = FigureCard(self._jobs, self)

    def _wire(self) -> None:
        self.bar.report_chosen.connect(self._switch)
        self.bar.marking_chosen.connect(self._read)
        self.bar.insert_clicked.connect(self.editor.begin_figure)
        self.bar.save_clicked.connect(self.save)
        self.bar.revert_clicked.connect(self.revert)
        self.bar.word_clicked.connect(self._export)
        self.bar.print_clicked.connect(self.open_prints)
        self.bar.begin_anew_clicked.connect(self._begin_anew)
        self.bar.learn_clicked.connect(self._learn)
        self.editor.touched.connect(self._note_typing)
        self._pause.timeout.connect(self._read)
        self.troubles.chosen.connect(self._go_to_trouble)
        self.troubles.acted.connect(self._keep_sentence)
        self.remarks.chosen.connect(self._go_to_figure)
        self.page.figure_opened.connect(self._open_card)
        self.page.verticalScrollBar().valueChanged.connect(self.card.put_away)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._recolour)
        self.card.closed.connect(self._release_figure)
        self.card.record_chosen.connect(self.record_chosen)
        self.card.list_chosen.connect(self.figure_chosen)
        self.card.overrule_chosen.connect(self._overrule)
        self.card.restore_chosen.connect(self._restore)

    @property
    def _period(self) -> Period:
        return self._report.period(self._year)

    @property
    def _title(self) -> str:
        return f"{self._period.label}工作总结"

    def _set_text(self, text: str) -> None:
        self._saved = text
        self._inherited = self._saved_inherited
        self.editor.set_text(text)
        self.editor.show_carried(self._inherited.undecided)
        self._enable()

    def _enable(self) -> None:
        ready = self._draft is not None and self._draft.document is not None
        self.bar.enable(dirty=self.is_dirty(), ready=ready)

    @Slot()
    def _note_typing(self) -> None:
        self._enable()
        self.card.put_away()
        self._pause.start()
        self._drafts.touch()

    def _unsaved(self) -> dict[str, str]:
        text = self.editor.toPlainText()
        return {_TEXT: text} if text != self._saved else {}

    @Slot(object)
    def _write_back(self, texts: Mapping[str, str]) -> None:
        self.editor.replace_text(texts[_TEXT])

    @Slot()
    def _read(self) -> None:
        """Fill the text in beside the window; only the last reading that was begun is shown."""
        self._pause.stop()
        self._reading += 1
        text, number = self.editor.text(), self._reading
        read = partial(draft, text, self._period, mark=self.bar.marks, inherited=self._inherited)
        self._jobs.run(partial(_numbered, number, read), self._show)

    @Slot(object)
    def _show(self, numbered: tuple[int, Draft]) -> None:
        number, draft = numbered
        if number != self._reading:
            return
        self._draft = draft
        self.editor.show_wrong(draft.wrong)
        told = of_text(draft)
        self.troubles.show_remarks(told, opened="troubles")
        self.troubles.setVisible(bool(told))
        if draft.document is None:
            if not self.page.quotes():
                self.page.show_nothing("左边的文字还有需要处理的地方，改好后这里显示总结的样子。")
        else:
            self.card.put_away()
            self.page.show_report(draft.document)
            self.remarks.show_remarks(of_report(draft, self._untold))
            self._list_untold(draft.document)
        self._enable()

    def _list_untold(self, document: Document) -> None:
        """Look beside the window for what no sentence tells, once for the figures that the text quotes."""
        told = (*self._period, {(quote.figure.key, *quote.period) for quote in document.named})
        if told != self._looked_for:
            self._looked_for = told
            self._jobs.run(partial(_not_told, told, document.named, self._period), self._show_untold)

    @Slot(object)
    def _show_untold(self, found: tuple[object, list[Untold]]) -> None:
        told, not_told = found
        if told == self._looked_for and self._draft is not None:
            self._untold = not_told
            self.remarks.show_remarks(of_report(self._draft, not_told))

    @Slot()
    def _switch(self) -> None:
        if self.may_leave():
            self.open_report(self.bar.year, self.bar.report)
        else:
            self.bar.choose(self._year, self._report)

    @Slot()
    def _begin_anew(self) -> None:
        """Put the program's own text into the editor; what was there comes back with 还原."""
        self.editor.replace_text(texts.brought_along(self._report))

    @Slot()
    def _learn(self) -> None:
        """Take an old report for the text: its numbers become figures, asked where they are in doubt."""
        from ui.learning.old_report import OldReport  # rarely asked for, and long to load

        told = OldReport.ask(self)
        if told is not None:
            self._jobs.run(partial(_learned, *told), self._ask_about, self._tell_not_learned)

    @Slot(object)
    def _ask_about(self, learned: Learned) -> None:
        from ui.learning.questions import Questions  # likewise

        text = Questions.ask(self, learned)
        if text is not None:
            self.editor.replace_text(text)

    @Slot(object)
    def _tell_not_learned(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        tell("没有找到数字", str(error), self)

    @Slot()
    def _export(self) -> None:
        document = self._settled()
        if document is not None:
            self._output.write_word(document, self._title, self.bar.annex)

    def _settled(self) -> Document | None:
        """Return the report for paper; None where it cannot be read, or a sentence names last year still.

        What is kept after a question stays kept, as if it had been chosen beside the text.
        """
        if self._draft is None or self._draft.document is None:
            return None
        outdated = self._draft.outdated
        if outdated and not LastYear.ask(self, outdated):
            return None
        self._keep_words(item.sentence.words for item in outdated)
        return replace(self._draft.document, outdated=())

    def _keep_words(self, words: Iterable[str]) -> None:
        kept = self._inherited.keeping(frozenset(words))
        if kept != self._inherited:
            self._inherited = kept
            self.editor.show_carried(kept.undecided)
            self._enable()
            self._read()

    @Slot(str, int)
    def _keep_sentence(self, _name: str, start: int) -> None:
        self._keep_words(sentence.words for sentence in self._told() if sentence.start == start)

    @Slot(str, int)
    def _go_to_trouble(self, name: str, target: int) -> None:
        if name == "troubles":
            self.editor.go_to_line(target)
            return
        for sentence in self._told():
            if sentence.start == target:
                self.editor.select_sentence(sentence.start, sentence.end)

    def _told(self) -> Iterator[Sentence]:
        """Yield the sentences that are told below the text: last year's, and those that name it."""
        if self._draft is not None:
            yield from self._draft.carried
            yield from (item.sentence for item in self._draft.outdated)

    @Slot(str, int)
    def _go_to_figure(self, name: str, number: int) -> None:
        if name == NOT_TOLD:
            self._tell(self._untold[number])
        else:
            self.page.open_figure(number)

    def _tell(self, not_told: Untold) -> None:
        """Put the sentence of what is not told into the text, behind what is said of its topic."""
        text = self.editor.text()
        self.editor.add_sentence(line_of(not_told, text, self._period), not_told.sentence)
        self._read()

    @Slot(object, object)
    def _open_card(self, quote: Quoted, place: QRect) -> None:
        self.card.open_for(quote, place)

    @Slot()
    def _recolour(self) -> None:
        self.editor.recolour()
        self.page.recolour()

    @Slot()
    def _release_figure(self) -> None:
        self.page.choose(None)
        self.page.setFocus()

    @Slot(object)
    def _overrule(self, quote: Quoted) -> None:
        if OverruleDialog.ask(self, quote):
            self._read()

    @Slot(object)
    def _restore(self, quote: Quoted) -> None:
        let_records_speak(quote.figure, quote.period)
        self._read()


def _not_told(told: object, quotes: Sequence[Quoted], period: Period) -> tuple[object, list[Untold]]:
    return told, untold(quotes, period)


def _numbered(number: int, read: Callable[[], Draft]) -> tuple[int, Draft]:
    return number, read()


def _learned(report: str, year: int) -> Learned:
    from app.learning.learned import learn  # likewise

    return learn(report, year)

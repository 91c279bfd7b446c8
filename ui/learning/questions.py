"""The numbers of an old report, asked one after the other: which figure is this? Enter takes the first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.figures.figure import Figure
from app.learning.aliases import remember
from app.learning.lacking import place_for
from app.learning.learned import Learned, source_of
from app.learning.proposal import Proposal
from app.learning.quantity import Quantity
from app.registry import figures
from app.rules.names import search_key
from ui.dialogs.base import Dialog
from ui.look import theme

_AS_TYPED = "保持原文，不取自台账"
_MOST = 30
_SOURCE = Qt.ItemDataRole.UserRole


class _Report(QTextEdit):
    """The report with its numbers marked: recognised, to be asked, and the one that is asked now."""

    def __init__(self, learned: Learned, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report")
        self.setReadOnly(True)
        self.setAccessibleName("旧总结")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(14)
        self.setPlainText(learned.report)
        self._learned = learned

    def mark_numbers(self, chosen: dict[int, str], now: int | None) -> None:
        """Colour every number by what became of it, and show the one that is asked."""
        colours = theme.colours()
        marks = []
        for place, one in enumerate(self._learned.numbers):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._in_units(one.quantity.start))
            cursor.setPosition(self._in_units(one.quantity.end), QTextCursor.MoveMode.KeepAnchor)
            shape = QTextCharFormat()
            if place == now:
                shape.setBackground(QColor(colours.accent))
                shape.setForeground(QColor(colours.on_accent))
            elif chosen.get(place):
                shape.setBackground(QColor(colours.accent_tint))
            else:
                shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            mark.cursor, mark.format = cursor, shape  # type: ignore[attr-defined]  # the stubs lack them
            marks.append(mark)
        self.setExtraSelections(marks)
        if now is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._in_units(self._learned.numbers[now].quantity.start))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _in_units(self, place: int) -> int:
        """Return a place as Qt counts it: a rare character (𣗋) takes two of its units."""
        return place + sum(sign > "\uffff" for sign in self._learned.report[:place])


class Questions(Dialog):
    """Asks what the doubtful numbers are; sure ones are chosen already, and can be looked at again."""

    about = "summary"

    def __init__(self, learned: Learned, parent: QWidget | None) -> None:
        super().__init__("从旧总结开始", parent)
        self._learned = learned
        self.chosen: dict[int, str] = dict(learned.sure)
        self._asked = learned.doubtful
        self._at = 0
        self._corrected: dict[int, Figure] = {}
        rest = len(learned.numbers) - len(learned.sure) - len(self._asked)
        self.add_note(
            f"找到 {len(learned.numbers)} 个数：{len(learned.sure)} 个已认出，{len(self._asked)} 个请看一看"
            + (f"，{rest} 个没有对应的统计项，保持原文。" if rest else "。")
        )
        self.report = _Report(learned, self)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.report)
        halves.addWidget(self._question())
        halves.setSizes([560, 420])
        self.body.addWidget(halves, 1)
        self._back = self.add_button("back", "上一个(&B)")
        self._back.clicked.connect(self._go_back)
        self._done = self.add_foot("用这份文字")
        self.resize(theme.length(1000), theme.length(620))

    @classmethod
    def ask(cls, parent: QWidget, learned: Learned) -> str | None:
        """Ask about every doubtful number; return the text with its figures, None when it is not wanted."""
        dialog = cls(learned, parent.window())
        texts: list[str] = []
        dialog.accepted.connect(lambda: texts.append(dialog.text))
        return texts[0] if dialog.exec() == QDialog.DialogCode.Accepted else None

    @property
    def doubtful(self) -> list[int]:
        """The places of the numbers that are asked, in their order."""
        return self._asked

    @property
    def text(self) -> str:
        """The text of the summary as it has been answered so far."""
        return self._learned.text(self.chosen)

    def accept(self) -> None:
        for place, figure in self._corrected.items():
            remember(self._learned.numbers[place].quantity, figure)
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_asking():
            self._answer()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _question(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._count = QLabel(side)
        self._count.setProperty("role", "secondary")
        self._words = QLabel(side)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self.offers = QListWidget(side)
        self.offers.setObjectName("offers")
        self.offers.setAccessibleName("这个数是哪一项统计")
        self.offers.setWordWrap(True)
        self.offers.setSpacing(3)
        self.offers.itemDoubleClicked.connect(self._answer)
        self._search = QLineEdit(side)
        self._search.setObjectName("search")
        self._search.setPlaceholderText("都不是？输入统计项的名称或拼音首字母")
        self._search.setAccessibleName("找别的统计项")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        hint = QLabel("↑↓ 选择，Enter 确认并看下一个", side)
        hint.setProperty("role", "secondary")
        row = QHBoxLayout()
        row.addWidget(hint)
        row.addStretch(1)
        for widget in (self._count, self._words, self.offers, self._search):
            column.addWidget(widget, 1 if widget is self.offers else 0)
        column.addLayout(row)
        return side

    def _is_asking(self) -> bool:
        return self._at < len(self._asked)

    def _show(self) -> None:
        asking = self._is_asking()
        now = self._asked[self._at] if asking else None
        self.report.mark_numbers(self.chosen, now)
        self._back.setEnabled(self._at > 0)
        self._search.setEnabled(asking)
        self.offers.setEnabled(asking)
        self._done.setDefault(not asking)
        if now is None:
            many = sum(1 for source in self.chosen.values() if source)
            self._count.setText("都看过了")
            self._words.setText(f"{many} 个数随台账变，其余保持原文。按“用这份文字”放进总结，还可以再改。")
            self.offers.clear()
            self._done.setFocus()
            return
        quantity = self._learned.numbers[now].quantity
        self._count.setText(f"第 {self._at + 1} 个，共 {len(self._asked)} 个")
        number = f"<b>{escape(quantity.text)}</b>"
        unit = "" if quantity.text.endswith("%") else escape(quantity.written)
        self._words.setText(f"…{escape(quantity.before[-24:])}{number}{unit}{escape(quantity.thing[:16])}…")
        self._search.clear()
        self._fill()
        self.offers.setFocus()

    @Slot()
    def _fill(self) -> None:
        """List what the number may be: what is proposed, or what is searched for; to leave it comes last."""
        self.offers.clear()
        if not self._is_asking():
            return
        place = self._asked[self._at]
        one = self._learned.numbers[place]
        typed = self._search.text().strip().lower()
        if typed:
            for figure in _found(typed):
                self._add(figure.label, "", figure.label)
        else:
            for which, proposal in enumerate(one.proposals):
                self._add(*_offered(one.quantity, proposal), source_of(one, which))
        could_be = "" if one.proposals else place_for(one.quantity)
        self._add(f"{_AS_TYPED}（{could_be}）" if could_be else _AS_TYPED, "", "")
        sources = [self.offers.item(row).data(_SOURCE) for row in range(self.offers.count())]
        before = self.chosen.get(place)
        self.offers.setCurrentRow(sources.index(before) if before in sources else 0)

    def _add(self, label: str, why: str, source: str) -> None:
        item = QListWidgetItem(f"{label}\n{why}" if why else label)
        item.setData(_SOURCE, source)
        self.offers.addItem(item)

    @Slot()
    def _answer(self) -> None:
        item = self.offers.currentItem()
        if item is None or not self._is_asking():
            return
        place, source = self._asked[self._at], str(item.data(_SOURCE))
        self.chosen[place] = source
        first = self._learned.numbers[place].proposals[0]
        self._corrected.pop(place, None)
        if source and source != source_of(self._learned.numbers[place], 0):
            figure = self._figure_of(place, source)
            if figure is not None and figure is not first.figure:
                self._corrected[place] = figure
        self._at += 1
        self._show()

    @Slot()
    def _go_back(self) -> None:
        self._at = max(0, self._at - 1)
        self._show()

    def _figure_of(self, place: int, source: str) -> Figure | None:
        one = self._learned.numbers[place]
        for which, proposal in enumerate(one.proposals):
            if source_of(one, which) == source:
                return proposal.figure
        return next((figure for figure in figures() if figure.label == source), None)


def _offered(quantity: Quantity, proposal: Proposal) -> tuple[str, str]:
    """Return how a proposal is named, with the days where it is not of the whole year, and what is for it."""
    span = quantity.span
    of_days = span is not None and proposal.source != proposal.figure.label and "年" not in span.words
    named = f"{proposal.label}（{span.words}）" if span is not None and of_days else proposal.label
    said = [] if proposal.number is None else [f"台账 {proposal.figure.scale.write(proposal.number)}"]
    return named, "，".join([*said, *proposal.why])


def _found(typed: str) -> Sequence[Figure]:
    """Return the figures of a name or of its pinyin."""
    named = [
        figure
        for figure in figures()
        if figure.label.isidentifier() and typed in f"{figure.label}|{search_key(figure.label)}".lower()
    ]
    return sorted(named, key=lambda figure: not figure.label.startswith(typed))[:_MOST]

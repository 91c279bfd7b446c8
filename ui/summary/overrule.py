"""Another value in a figure's place, with the reason (人工修改)."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from app.errors import Refused
from app.figures.measures import UNTOLD
from app.records.drafts import of_reason
from app.statistics.overruling import overrule
from app.summary.quoted import Quoted
from ui.dialogs.base import Dialog
from ui.dialogs.line_drafts import LineDrafts
from ui.look import theme


class OverruleDialog(Dialog):
    """Asks for the value, the reason, and who changes it; stays open while one of them is missing."""

    about = "summary"

    def __init__(self, quote: Quoted, parent: QWidget | None) -> None:
        super().__init__(f"改数　{quote.figure.label}", parent)
        self._quote = quote
        self.add_note(f"{quote.period.label}　记录为 {quote.computed or UNTOLD} {quote.figure.unit}".rstrip())
        self.add_note("改后的数只用在总结里，会在“数据出处”中标明“人工修改”和原因；登记的记录不变。")
        override = quote.override
        form = QFormLayout()
        form.setSpacing(8)
        self._words = self._line(form, "words", "改为", str(override.words) if override else quote.computed)
        self._reason = self._line(form, "reason", "原因", str(override.reason) if override else "")
        self._by = self._line(form, "by", "修改人", str(override.changed_by or "") if override else "")
        self.body.addLayout(form)
        lines = {"words": self._words, "reason": self._reason, "by": self._by}
        counted = f"{quote.figure.key} {quote.period.first} {quote.period.last}"
        self._drafts = LineDrafts(of_reason(counted, "改数"), lines, self)
        self.add_foot("改数")
        self.resize(theme.length(460), theme.length(0))
        self._words.selectAll()

    @classmethod
    def ask(cls, parent: QWidget, quote: Quoted) -> bool:
        """Ask, and put the value in the figure's place; False when the person thought better of it."""
        return cls(quote, parent.window()).exec() == QDialog.DialogCode.Accepted

    def accept(self) -> None:
        try:
            overrule(
                self._quote.figure,
                self._quote.period,
                self._words.text(),
                self._reason.text(),
                self._by.text(),
            )
        except Refused as refused:
            self.show_message(str(refused))
            return
        self._drafts.leave()
        super().accept()

    def reject(self) -> None:
        self._drafts.leave()
        super().reject()

    def _line(self, form: QFormLayout, name: str, label: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setObjectName(name)
        line.setAccessibleName(label)
        form.addRow(label, line)
        return line

"""The head of a record's panel: who, in which state, and what is next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.chronicle import is_person
from app.fields import SerialField
from app.records import odd
from app.records.base import Record
from app.register import Register
from ui import keys
from ui.look.theme import mark
from ui.widgets.elided_label import ElidedLabel


class PanelHead(QFrame):
    """Says which record is on show.

    Signals:
        everything_clicked(): all that there is of the person on show is wanted.
        again_clicked(): a new record is to be as the last one.
        stepped(int): the record before (-1) or after (1) this one in the list is wanted.
    """

    everything_clicked = Signal()
    again_clicked = Signal()
    stepped = Signal(int)

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._who = ElidedLabel(self)
        self._who.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._state = QLabel(self)
        self._line = ElidedLabel(self)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        names = {"who": "title", "state": "chip", "headline": "secondary"}
        for label, (name, role) in zip((self._who, self._state, self._line), names.items(), strict=True):
            label.setObjectName(name)
            label.setProperty("role", role)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._who)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        tip = "此人的会籍、帮扶、案件、活动、保障，按时间排成一列，可打印"
        self._everything = self._link("everything", "全部记录", tip)
        self._everything.clicked.connect(self.everything_clicked)
        self._again = self._link("same_again", "同上次", "空着的各格填上次登记的内容")
        self._again.clicked.connect(self.again_clicked)
        row.addWidget(self._everything)
        row.addWidget(self._again)
        self._steps = [self._step(*step) for step in (("previous_record", "‹", -1), ("next_record", "›", 1))]
        for button in self._steps:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._line)

    def show_record(self, record: Record) -> None:
        """Say who the record is, in which state, and what its register says in one line."""
        is_saved = record.id is not None
        self._who.show_text(_name(record) if is_saved else f"新建{self._register.title}")
        state = getattr(record, self._register.status.name) if self._register.status is not None else ""
        self._state.setText(state or "")
        self._state.setVisible(bool(state) and is_saved)
        mark(self._state, tone=self._register.tones.get(state or "", "quiet"))
        for button in self._steps:
            button.setVisible(is_saved)
        self._again.setVisible(not is_saved)
        self._everything.setVisible(is_saved and is_person(self._register.record))
        self._line.show_text(self._headline(record) if is_saved else "带 * 的要填写，填好后保存")
        self._line.setVisible(bool(self._line.text()))

    def _link(self, name: str, label: str, tip: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setProperty("role", "link")
        button.setToolTip(tip)
        keys.tell(button, name)
        button.hide()
        return button

    def _step(self, name: str, sign: str, by: int) -> QPushButton:
        button = QPushButton(sign, self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setAccessibleName("上一条" if by < 0 else "下一条")
        keys.tell(button, name)
        button.clicked.connect(partial(self.stepped.emit, by))
        return button

    def _headline(self, record: Record) -> str:
        if self._register.headline is not None:
            try:
                return self._register.headline(record)
            except (AttributeError, TypeError, ValueError) as error:
                if (sentence := odd.trouble(error)) is None:
                    raise
                return sentence
        fields = (field for field in record.described().values() if isinstance(field, SerialField))
        return "　".join(number for field in fields if (number := getattr(record, field.name)))


def _name(record: Record) -> str:
    texts = (field.format(getattr(record, field.name)) for field in record.naming)
    return next((text for text in texts if text), str(record))

"""The dialog for entering a batch serves whatever is declared: here the gifts of members to a drive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.batch_entry import WHOLE_BATCH, BatchEntry, EntryColumn, EntrySource
from app.fields.problems import Block, Problem
from app.listing import Criteria, ids
from app.office import Office
from app.papers import list_of
from app.records.base import Record
from app.subjects.hardship.donations.records import Donation, DonationDrive
from app.subjects.hardship.donations.register import DRIVES
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.donations import make_donation, make_drive
from tests.factories.people import make_member
from ui.batch.dialog import BatchDialog

DONOR, AMOUNT, TOLD = range(3)


@dataclass
class Gift:
    """What one member gives, in fen."""

    donor: str = ""
    amount: int | None = None
    source_id: int | None = None


def _find(search: str, filters: Mapping[str, tuple[object, ...]]) -> list[int]:
    return ids(MEMBERS, Criteria(search, filters))


def _rows(member_ids: Sequence[int]) -> list[Gift]:
    return [Gift(Member.get_by_id(one).name, source_id=one) for one in member_ids]


def _title(member: Record) -> str:
    return str(member)


def _starts_with() -> Mapping[str, object]:
    return {"held_on": date(2011, 6, 1)}


def _named(typed: Mapping[str, str]) -> str:
    return f"{typed['held_on']}募捐"


def _left(_drive: DonationDrive) -> tuple[str, int]:
    return "善款", 0


def _check(_drive: DonationDrive, gifts: Sequence[Gift]) -> dict[int, list[Problem]]:
    problems: dict[int, list[Problem]] = {WHOLE_BATCH: []}
    for row, gift in enumerate(gifts):
        problems[row] = [] if gift.amount else [Block(Donation.amount, "请填写金额")]
    return problems


def _keep(drive: DonationDrive, gifts: Sequence[Gift]) -> None:
    kept = make_drive(theme=drive.theme)
    for gift in gifts:
        make_donation(kept, donor=gift.donor, amount=gift.amount)


GIVE = BatchEntry(
    "give",
    "登记捐款",
    DRIVES,
    asks=(DonationDrive.theme, DonationDrive.held_on),
    starts_with=_starts_with,
    name=DonationDrive.theme,
    proposed_name=_named,
    source=EntrySource(MEMBERS, _find, _rows, _title, Gift, "添加会员", "添加：姓名", "非会员", "＋ 非会员"),
    columns=(
        EntryColumn(Donation.donor, 150, "new"),
        EntryColumn(Donation.amount, 110, "all"),
        EntryColumn(None, 300),
    ),
    rows_title="捐款名单",
    amount=Donation.amount,
    balance=_left,
    check=_check,
    draft=_keep,
    approve=_keep,
    printed=list_of(DRIVES),
    draft_label="保存",
    approve_label="保存并截止",
    print_label="保存并打印",
)


def opened(qtbot: QtBot) -> BatchDialog:
    dialog = BatchDialog(GIVE, [make_member(name="王芳").id])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_shows_what_is_declared(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    across = Qt.Orientation.Horizontal
    titles = [dialog.rows.headerData(column, across) for column in range(dialog.rows.columnCount())]
    assert (dialog.objectName(), dialog.windowTitle()) == ("give", "登记捐款")
    assert titles == ["捐款人/单位", "金额", "提示"]
    name = dialog.findChild(QLineEdit, "theme")
    assert isinstance(name, QLineEdit)
    assert name.text() == "2011年6月1日募捐"


def test_tab_leads_out_of_the_rows(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    rows = dialog.findChild(QAbstractItemView, "recipients")
    assert isinstance(rows, QAbstractItemView)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Tab)
    assert isinstance(dialog.focusWidget(), QPushButton)


def test_it_keeps_head_and_rows_as_declared(office: Office, qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog._add_outsider()
    dialog.rows.setData(dialog.rows.index(1, DONOR), "李强")
    dialog.rows.set_amount(50_00)
    dialog.check()
    sums = dialog.findChild(QLabel, "sums")
    assert isinstance(sums, QLabel)
    assert "¥100.00" in sums.text()
    assert dialog.rows.index(1, DONOR).data() == "李强（非会员）"
    button = dialog.findChild(QPushButton, "keep_draft")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [(gift.donor, gift.amount) for gift in Donation.alive()] == [("王芳", 50_00), ("李强", 50_00)]

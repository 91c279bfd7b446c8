"""Spreadsheets in and out of a register, from the window's side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from app.errors import Refused
from ui.dialogs.purpose import PurposeDialog
from ui.dialogs.save_as import ask_target
from ui.jobs import Jobs

if TYPE_CHECKING:
    from app.fields import Shown
    from app.listing import Criteria
    from app.register import PrescribedExport, RecordSheet, Register
    from ui.registers.pane import RegisterPane

_EXCEL, _TEXT = "Excel 表格 (*.xlsx)", "逗号分隔文本 (*.csv)"
_PLAIN = "文本 (*.txt)"


def write_book(
    register: Register, criteria: Criteria, columns: tuple[Shown, ...] | None, target: Path, purpose: str
) -> Path:
    """Write the records that meet the criteria into a spreadsheet, and return its path.

    Without `columns` all fields of the register are written; `purpose` goes into the log of exports.
    """
    from app.exchange import handing_out

    handing_out.hand_out(register, criteria, target, shown=columns, purpose=purpose)
    return target


def write_prescribed(
    register: Register, export: PrescribedExport, criteria: Criteria, target: Path, purpose: str
) -> Path:
    """Write the records that meet the criteria as another body prescribes, and return the path."""
    from app.exchange import handing_out

    handing_out.hand_out_prescribed(register, export, criteria, target, purpose=purpose)
    return target


def write_sheet(
    register: Register, sheet: RecordSheet, record_id: int, layout: str, target: Path, purpose: str
) -> Path:
    """Write one record's table for another body in a layout that is kept, and return the path."""
    from app.exchange import handing_out

    record = register.record.get_by_id(record_id)
    handing_out.hand_out_sheet(register, sheet, record, target, layout=layout, purpose=purpose)
    return target


class Exchange(QObject):
    """Asks for the file, does the work beside the window, says where the file lies."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent
        self._pane: RegisterPane | None = None

    def hand_out(self, pane: RegisterPane) -> None:
        """Write the list as it is seen into a spreadsheet of the person's choice."""
        self._write(pane, pane.register.title, pane.register.columns)

    def hand_out_whole(self, pane: RegisterPane) -> None:
        """Write all fields of the records listed."""
        self._write(pane, f"{pane.register.title}（全部栏目）", None)

    def hand_out_prescribed(self, pane: RegisterPane, *, export: PrescribedExport) -> None:
        """Write the records listed as another body prescribes."""
        work = partial(write_prescribed, pane.register, export, pane.criteria)
        self._ask(pane, export.title, (_EXCEL,), work, guarded=export.guarded)

    def hand_out_sheet(self, pane: RegisterPane, sheet: RecordSheet, record_id: int) -> None:
        """Write one record's table for another body, in the layout of the person's choice.

        What that body needs and the record lacks is said before anything is asked.
        """
        layouts = list(sheet.layouts())
        layout = layouts[0] if layouts else ""
        if len(layouts) > 1:
            layout, chosen = QInputDialog.getItem(self._window, sheet.title, "格式", layouts, 0, False)
            if not chosen:
                return
        try:
            table = sheet.table(pane.register.record.get_by_id(record_id), layout)
        except Refused as error:
            pane.panel.form.show_message(str(error))
            return
        work = partial(write_sheet, pane.register, sheet, record_id, layout)
        self._ask(pane, table.title, (_EXCEL, _PLAIN), work, guarded=True)

    def take_in(self, pane: RegisterPane, book: Path | None = None) -> None:
        """Let the person bring a spreadsheet into the register, and show the list of what came in."""
        from ui.importing.wizard import ImportWizard

        wizard = ImportWizard.open_for(pane.register, self._jobs, self._window, book)
        if wizard.changed:
            pane.renew()
            pane.changed.emit(pane.register.key)
        if wizard.ids_to_show:
            pane.keep_to("刚导入的", wizard.ids_to_show)

    def show_imports(self, pane: RegisterPane) -> None:
        """Show what was taken in before, and let it be taken back."""
        from ui.importing.imports_dialog import ImportsDialog

        changed = ImportsDialog.open_for(self._jobs, self._window)
        if changed:
            pane.renew()
        for key in changed:
            pane.changed.emit(key)

    def save_template(self, pane: RegisterPane) -> None:
        """Ask where an empty workbook for imports goes, and write it."""
        from ui.importing.saving import save_template

        sentence, file = save_template(pane.register, self._window)
        pane.note(sentence, file=file)

    def _write(self, pane: RegisterPane, title: str, columns: tuple[Shown, ...] | None) -> None:
        fields = columns if columns is not None else pane.register.fields
        work = partial(write_book, pane.register, pane.criteria, columns)
        self._ask(pane, title, (_EXCEL, _TEXT), work, guarded=any(field.guarded for field in fields))

    def _ask(
        self,
        pane: RegisterPane,
        title: str,
        kinds: tuple[str, ...],
        work: Callable[[Path, str], Path],
        *,
        guarded: bool,
    ) -> None:
        """Ask where to, and what for where numbers of people leave the office (domain 12.2)."""
        purpose = PurposeDialog.ask(self._window, title) if guarded else ""
        if purpose is None:
            return
        target = ask_target(self._window, "导出列表", title, "export", kinds)
        if target is not None:
            self._pane = pane
            self._jobs.run(partial(work, target, purpose), self._announce)

    @Slot(object)
    def _announce(self, target: Path) -> None:
        if self._pane is not None:
            self._pane.note(f"已导出到“{target.name}”", file=target)


Way = tuple[str, Callable[[Exchange, "RegisterPane"], None]]


def ways_of(register: Register) -> tuple[Way, ...]:
    """Return, by title, the rarer ways in which a register's spreadsheets go in and out."""
    return (
        ("导出全部栏目…", Exchange.hand_out_whole),
        *(
            (export.label, partial(Exchange.hand_out_prescribed, export=export))
            for export in register.exports
        ),
        ("空白表格…", Exchange.save_template),
        ("导入记录…", Exchange.show_imports),
    )

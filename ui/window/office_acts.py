"""What is done to the open office as a whole, from the menu; each dialog is read when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.office import current_office
from ui.failures import tell
from ui.window.choosing import Choosing
from ui.window.password_acts import PasswordActs
from ui.window.stage import Stage


class OfficeActs(QObject):
    """Its settings, password, imports, own registers, personal data, check and backup."""

    def __init__(self, stage: Stage, choosing: Choosing) -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = stage.window
        self._password = PasswordActs(
            stage.jobs, self._window, leave=stage.leave_for, reopen=choosing.open_file
        )

    @Slot()
    def open_settings(self) -> None:
        """Show the settings of the office; name and desk are read again afterwards."""
        from ui.office.settings import SettingsDialog

        office, desk = current_office(), self._stage.desk
        if desk is not None and office is not None:
            SettingsDialog.open_for(self._window)
            desk.reload()
            self._stage.follow_profile(office)

    @Slot()
    def open_password(self) -> None:
        """Ask what shall be done about the password of the office."""
        office = current_office()
        if self._stage.desk is not None and office is not None and not office.read_only:
            self._password.begin(office)

    @Slot()
    def open_imports(self) -> None:
        """Show the imports that were done; one of them may be taken back."""
        from ui.importing.imports_dialog import ImportsDialog

        desk = self._stage.desk
        if desk is not None and desk.may_leave() and ImportsDialog.open_for(self._stage.jobs, self._window):
            desk.reload()

    @Slot()
    def open_described(self) -> None:
        """Show the registers of the office's own; the tabs are built anew where one was made or changed."""
        from ui.described.registers_dialog import RegistersDialog

        office, desk = current_office(), self._stage.desk
        if desk is None or office is None or office.read_only or not desk.may_leave():
            return
        done = RegistersDialog.open_for(self._stage.jobs, self._window)
        if not done.changed:
            return
        desk = self._stage.bring_desk(office)
        if done.key:
            desk.go_to(done.key, 0)
        if done.said:
            tell("自设台账", done.said, self._window)

    @Slot()
    def open_personal(self) -> None:
        """Show what was given out of what is told of people, and what is kept no longer."""
        from ui.office.personal import PersonalDialog

        if self._stage.desk is not None:
            PersonalDialog(self._window, self._stage.jobs).show()

    @Slot()
    def check_ledger(self) -> None:
        """Show what is wrong with the file and what does not agree in the ledger, and the records meant."""
        from ui.office.check import CheckDialog

        office, desk = current_office(), self._stage.desk
        if desk is None or office is None or not desk.may_leave():
            return
        chosen = CheckDialog.choose(office, self._stage.jobs, self._window)
        if chosen is not None:
            desk.go_to_records(*chosen)

    @Slot()
    def back_up(self) -> None:
        """Copy the office to another folder."""
        if self._stage.desk is not None:
            self._stage.desk.backing_up.begin()

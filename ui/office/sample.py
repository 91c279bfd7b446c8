"""Making the sample office beside the window, its progress in sight."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.dialogs.base import Dialog
from ui.look import theme

_UNFINISHED = ".unfinished"


class SampleDialog(Dialog):
    """Waits for a process that makes the sample; `made` tells whether it did, `trouble` why it did not."""

    about = "start"

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("生成示例台账", parent)
        self.made = False
        self.trouble = ""
        self._path = path
        self._unfinished = path.with_name(f"{path.stem}{_UNFINISHED}{path.suffix}")
        self._said = ""
        self.add_note("正在生成示例台账：去年和今年的台账，其中的人都是虚构的。约需半分钟，可以随时停止。")
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName("进度")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.body.addWidget(self._bar)
        self.foot.addStretch(1)
        self.add_button("stop", "停止").clicked.connect(self.reject)
        self.setMinimumWidth(theme.length(420))
        self._process = QProcess(self)
        self._process.setReadChannel(QProcess.ProcessChannel.StandardError)
        self._process.readyReadStandardError.connect(self._hear)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._remove_unfinished()
        self._process.start(sys.executable, [*_ourselves(), "sample", str(self._unfinished), "--progress"])

    @classmethod
    def make(cls, parent: QWidget, path: Path) -> SampleDialog:
        """Make the sample at a path where nothing is, and return the dialog, closed."""
        dialog = cls(path, parent.window())
        dialog.exec()
        return dialog

    @Slot()
    def reject(self) -> None:
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished()
        self._remove_unfinished()
        super().reject()

    @Slot()
    def _hear(self) -> None:
        while self._process.canReadLine():  # a line arrives in pieces where the computer is busy
            line = bytes(self._process.readLine().data()).decode(errors="replace").strip()
            done, _, total = line.partition("/")
            if done.isdecimal() and total.isdecimal():
                self._bar.setRange(0, int(total))
                self._bar.setValue(int(done))
            elif line:
                self._said = line

    @Slot()
    def _finish(self) -> None:
        self._hear()
        if self._process.exitStatus() is QProcess.ExitStatus.NormalExit and self._process.exitCode() == 0:
            try:
                self._unfinished.rename(self._path)
                self.made = True
            except OSError:
                self.trouble = f"“{self._path.parent}”不能写入，请换一个文件夹。"
        else:
            self.trouble = self._said or "生成示例的程序意外结束了，请再试一次。"
        if not self.made:
            self._remove_unfinished()
        self.accept()

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.trouble = "不能启动生成示例的程序，请重新启动本程序再试。"
            self.accept()

    def _remove_unfinished(self) -> None:
        for left in self._unfinished.parent.glob(f"*{self._unfinished.name}*"):
            left.unlink(missing_ok=True)


def _ourselves() -> list[str]:
    """Return how this program is called again: a built one is its own interpreter."""
    return [] if getattr(sys, "frozen", False) else ["-m", "ui.main"]

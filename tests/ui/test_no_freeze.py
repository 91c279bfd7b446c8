"""Nothing keeps the window from its events for more than a tenth of a second, on the sample office.

Other work on the same computer makes a turn of the loop up to half as long again, and what was too long is
looked at once more, in another window.
"""

from __future__ import annotations

import gc
import shutil
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.cli import run
from app.keeping import keeping
from app.printing.layout import PrintRequest
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.register import MEMBERS
from tests.helpers.heartbeat import Heartbeat
from ui.dialogs.preview import Preview
from ui.dialogs.waiting import Waiting
from ui.importing.wizard import ImportWizard
from ui.look import theme
from ui.main import leave_out_of_search
from ui.main_window import MainWindow
from ui.registers.tab import RegisterTab
from ui.window.warming import warm

MOST = 0.1  # seconds of the processor, where nothing else works on the computer
_NOISE, _TRIES = 2, 2  # another test beside this one takes half of the cache and of the memory


def test_tabs_forms_and_saving_let_the_window_go_on(
    qapp: QApplication, qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    theme.apply(qapp)
    too_long: dict[str, int] = {}
    watch = Heartbeat()
    for turn in range(_TRIES):
        window = MainWindow(remembers=False)
        qtbot.addWidget(window)
        leave_out_of_search(window)  # as the program does
        window.resize(1366, 768)
        window.show()
        watch.gaps.clear()
        file = Path(shutil.copy(sample_file, tmp_path / f"{turn}.union"))
        watch.watch_until("opening", partial(window.open_file, file), partial(_is_idle, window))
        warm()
        _watch_tabs(window, watch)
        _watch_long_work(window, watch, tmp_path)
        again = watch.longer_than(MOST * _NOISE)
        window.close()
        gc.unfreeze()
        too_long = {doing: again[doing] for doing in again if not turn or doing in too_long}
        if not too_long:
            return
    assert too_long == {}


def _watch_tabs(window: MainWindow, watch: Heartbeat) -> None:
    """Go through all tabs, open, begin and save records in them."""
    desk = window.desk
    assert desk is not None
    for key in desk.keys:
        watch.watch(f"tab {key}", lambda key=key: desk.show_tab(key))  # type: ignore[misc]
        tab = desk.front
        if isinstance(tab, RegisterTab):
            _forms(tab, watch)


def _watch_long_work(window: MainWindow, watch: Heartbeat, folder: Path) -> None:
    """Bin many records and take that back, bring a workbook in, look at a long paper."""
    assert window.desk is not None
    tab = window.desk.show_tab("members")
    assert isinstance(tab, RegisterTab)
    pane = tab.pane
    ids = pane.table.ids()

    is_idle = partial(_is_idle, window)

    def bin_many() -> None:
        Waiting.do(pane, "正在放入回收站", len(ids), partial(keeping.to_bin, MEMBERS, ids[:40]))

    watch.watch_until("bin many", bin_many, is_idle)
    watch.watch("list without them", pane.renew)
    watch.watch_until("undo of many", pane.undo, is_idle)
    wizard = ImportWizard(HARDSHIP, window.jobs, window)
    book = folder / "档案.xlsx"
    if not book.exists():
        assert run(["template", "hardship", str(book)]) == 0
    wizard.show()
    watch.watch_until("book", partial(wizard.file.open_book, book), is_idle)
    wizard.hide()
    (roll,) = (paper for paper in MEMBERS.prints if paper.title == "工会会员花名册")
    watch.watch_until(
        "preview",
        partial(tab.printing.show, roll, PrintRequest(date.today())),
        lambda: _preview() is not None,
    )
    if (preview := _preview()) is not None:
        for view in preview.findChildren(QPdfView):
            watch.watch("paging", partial(view.verticalScrollBar().setValue, 3000))
        watch.watch("preview closed", preview.reject)


def _is_idle(window: MainWindow) -> bool:
    return not window.jobs.is_busy and QApplication.activeModalWidget() is None


def _preview() -> Preview | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, Preview)), None)


def _forms(tab: RegisterTab, watch: Heartbeat) -> None:
    """Open a record of the tab, begin another, save one, select all, search."""
    pane = tab.pane
    name = pane.register.key
    ids = pane.table.ids()
    watch.watch(f"new {name}", pane.new_record)
    watch.watch(f"given up {name}", pane.panel.revert)
    if ids:
        watch.watch(f"record {name}", lambda: pane.go_to(ids[-1]))
        watch.watch(f"all {name}", pane.table.selectAll)
        watch.watch(f"search {name}", lambda: pane.search("wang"))
        watch.watch(f"search all {name}", lambda: pane.search(""))
    if name == "hardship":
        pane.panel.form.set_value("address", "泰祥路 1 号")
        watch.watch(f"save {name}", pane.save)

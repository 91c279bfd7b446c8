"""The window in offices of few and of many members: how long it is busy, and for how long it sees no events.

What counts is how long the window's own thread is busy, from the key to the repainted list, and not what goes
on beside the window. The goals of a save, a search and a selection are the same whatever the office's size.
"""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import listing
from app.keeping import keeping
from app.listing import Criteria
from app.office import close_office, open_office
from app.records.base import change, database
from app.register import Register
from app.registry import subjects
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.benchmarks.offices import SIZES
from tests.helpers.heartbeat import Heartbeat
from tests.helpers.measured import measured
from ui.dialogs.waiting import Waiting
from ui.jobs import Jobs
from ui.main import leave_out_of_search
from ui.main_window import MainWindow
from ui.registers.pane import RegisterPane
from ui.registers.tab import RegisterTab
from ui.window.desk import Desk

MANY = max(SIZES)
MANY_BINNED = 3_000
STILL = 0.1  # seconds of the processor
TURNS, GOAL = 7, 0.030  # seconds of the processor


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs(qapp)
    yield jobs
    jobs.shut_down()


@pytest.fixture
def desk(
    members: int, offices: Callable[[int], Path], tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> Iterator[Desk]:
    """The open desk of an office of so many members."""
    office = open_office(Path(shutil.copy(offices(members), tmp_path / "office.union")))
    desk = Desk(office, jobs, QMenu())
    gc.freeze()  # as the program does, which made no office before
    desk.built.connect(gc.freeze)
    qtbot.addWidget(desk)
    desk.resize(1400, 900)
    desk.show()
    yield desk
    gc.unfreeze()
    jobs.shut_down()
    close_office()


def test_the_window_is_as_quick_among_many_as_among_few(members: int, desk: Desk, jobs: Jobs) -> None:
    _visit(desk, jobs, members)
    tab = desk.show_tab("members")
    assert isinstance(tab, RegisterTab)
    _settle(jobs)
    _select(tab.pane, jobs, members)
    _search(tab, jobs, members)
    _save(tab.pane, jobs, members)


_BARE = """
from time import process_time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
print(process_time(), 0)
"""
_STARTED = """
import gc, sys
gc.disable()  # as the program does until its window is there
from pathlib import Path
from time import process_time
from PySide6.QtCore import QEventLoop
from ui.application import make_application
app = make_application()
from ui.main import leave_out_of_search
from ui.main_window import MainWindow
window = MainWindow(remembers=False)
leave_out_of_search(window)
gc.enable()
window.resize(1366, 768)
window.show()
window.open_file(Path(sys.argv[1]))
tab = window.desk.show_tab("members")
while tab.pane.table.is_reading:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
app.processEvents()
print(process_time(), tab.pane.table.model().rowCount())
"""


def test_the_program_is_there_with_its_list(
    members: int, offices: Callable[[int], Path], tmp_path: Path
) -> None:
    """Start it in a process of its own until the list of members is painted; the floor is a bare window."""
    file = Path(shutil.copy(offices(members), tmp_path / "office.union"))
    with measured("start to the filled list", members, goal="3x", floor_is="a bare window") as line:
        for _ in range(TURNS):
            taken, listed = _told_by(_STARTED, str(file))
            line.taken.append(taken)
            line.check(listed == members)
            line.floor.append(_told_by(_BARE)[0])


def _told_by(program: str, *words: str) -> tuple[float, int]:
    """Run a program; return for how many seconds it had the processor, and what it counted."""
    command = [sys.executable, "-c", program, *words]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds, counted = told.split()
    return float(seconds), int(counted)


def _settle(jobs: Jobs) -> None:
    """Go on until nothing is left to do, beside the window or in it."""
    jobs.finish()
    QApplication.processEvents()


def _visit(desk: Desk, jobs: Jobs, members: int) -> None:
    """Visit each tab with a list for the first time; the floor reads what the lists show."""
    registers = {subject.key: subject.registers[0] for subject in subjects() if subject.registers}

    def read(register: Register) -> None:
        listing.rows(register, listing.ids(register, Criteria())[:50])

    with measured("first visit of a tab", members, goal="100 ms", floor_is="its rows read") as line:
        for key in desk.keys:
            if (register := registers.get(key)) is not None:
                line.measure(
                    partial(_shown, desk, jobs, key), partial(read, register), turns=1, clock=thread_time
                )
                tab = desk.front
                assert isinstance(tab, RegisterTab)
                line.check(tab.pane.table.ids() == listing.ids(register, tab.pane.criteria))


def _shown(desk: Desk, jobs: Jobs, key: str) -> None:
    desk.show_tab(key)
    _settle(jobs)


def _select(pane: RegisterPane, jobs: Jobs, members: int) -> None:
    """Select one member after the other; the floor reads their rows."""
    ids = iter(pane.table.ids()[10:])
    chosen: list[int] = []

    def select() -> None:
        chosen.append(next(ids))
        pane.go_to(chosen[-1])
        _settle(jobs)

    with measured("select a member", members, goal="16 ms", floor_is="its row read") as line:
        line.measure(select, lambda: Member.get_by_id(chosen[-1]), turns=TURNS, clock=thread_time)
        line.check(pane.panel.form.text("name") == Member.get_by_id(chosen[-1]).name)


def _search(tab: RegisterTab, jobs: Jobs, members: int) -> None:
    """Search for a part of a name; the floor asks for it by LIKE."""
    asked = "SELECT id FROM member WHERE deleted_at IS NULL AND search_key LIKE ?"

    def search() -> None:
        tab.pane.search("芳敏")
        _settle(jobs)

    with measured("search, to the repainted list", members, goal="0.8x", floor_is="LIKE") as line:
        for _ in range(TURNS):
            tab.pane.search("")
            _settle(jobs)
            like = partial(database.execute_sql, asked, ("%芳敏%",))
            line.measure(search, lambda: like().fetchall(), turns=1, clock=thread_time)  # noqa: B023  # at once
        named = database.execute_sql("SELECT id FROM member WHERE name LIKE '%芳敏%'").fetchall()
        line.check(sorted(tab.pane.table.ids()) == sorted(found for (found,) in named))
    tab.pane.search("")
    _settle(jobs)


def _save(pane: RegisterPane, jobs: Jobs, members: int) -> None:
    chosen = pane.table.ids()[members // 2]
    pane.go_to(chosen)
    _settle(jobs)

    def save() -> None:
        assert pane.save()
        _settle(jobs)

    goal = f"{1000 * GOAL:.0f} ms"
    with measured("save a member in the window", members, goal=goal, floor_is="SQL") as line:
        for turn in range(TURNS):
            pane.panel.form.set_value("address", f"泰祥路{turn}号")
            line.measure(save, turns=1, clock=thread_time)
            line.check(Member.get_by_id(chosen).address == f"泰祥路{turn}号")
            line.check(pane.table.ids() == listing.ids(MEMBERS, pane.criteria))
            line.measure_floor(partial(_by_sql, chosen), clock=thread_time)
            pane.renew()
            _settle(jobs)


_WATCHED = """
import json, sys
from pathlib import Path
from ui.application import make_application
app = make_application()
from tests.benchmarks.test_window_speed import watched
print(json.dumps(watched(Path(sys.argv[1]), app)))
"""


def test_the_window_goes_on_among_many(offices: Callable[[int], Path], tmp_path: Path) -> None:
    """Watch a program of its own: what made the office in this one is no part of what a person has open."""
    file = shutil.copy(offices(MANY), tmp_path / "office.union")
    command = [sys.executable, "-c", _WATCHED, str(file)]
    gaps, alive = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for doing, gap in gaps.items():
        with measured(f"no look at events: {doing}", MANY, goal=f"{1000 * STILL:.0f} ms") as line:
            line.taken = [gap]
            line.check(alive == MANY)  # all that were binned are back
    assert max(gaps.values()) < STILL


def watched(path: Path, app: QApplication) -> tuple[dict[str, float], int]:
    """Return for how many seconds each act kept the window from its events, and how many members are left."""
    watch = Heartbeat()
    window = MainWindow(remembers=False)
    leave_out_of_search(window)
    window.resize(1366, 768)
    window.show()

    def is_idle() -> bool:
        return not window.jobs.is_busy and app.activeModalWidget() is None

    watch.watch_until("opening", lambda: window.open_file(path), is_idle)
    assert window.desk is not None
    watch.watch_until("members", lambda: window.desk and window.desk.show_tab("members"), is_idle)
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    pane = tab.pane
    for section in range(3):
        click = partial(pane.table.horizontalHeader().sectionClicked.emit, section)
        watch.watch_until(f"order by column {section + 1}", click, is_idle)
    some = pane.table.ids()[:MANY_BINNED]
    watch.watch("all selected", pane.table.selectAll)

    def bin_some() -> None:
        Waiting.do(pane, "正在放入回收站", len(some), partial(keeping.to_bin, MEMBERS, some))

    watch.watch_until(f"{len(some):,} into the bin", bin_some, is_idle)
    watch.watch_until("undo of it", pane.undo, is_idle)
    watch.watch("desk", lambda: window.desk and window.desk.show_tab("today"))
    alive = len(listing.ids(MEMBERS, Criteria()))
    window.close()
    return watch.gaps, alive


def _by_sql(record_id: int) -> None:
    with change():
        database.execute_sql(
            "UPDATE member SET address = '', version = version + 1 WHERE id = ?", (record_id,)
        )

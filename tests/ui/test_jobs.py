"""Jobs run beside the window and answer on its thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.errors import Refused
from app.office import Office
from app.subjects.hardship.files.records import HardshipFile
from tests.factories.people import make_file
from ui.jobs import Jobs


@pytest.fixture
def jobs(office: Office) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


class Receiver(QObject):
    """A widget's stand-in: what a job's answer is delivered to."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.thread_seen: threading.Thread | None = None

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.thread_seen = threading.current_thread()


def test_an_answer_arrives_on_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    receiver = Receiver()
    jobs.run(threading.current_thread, receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.answers))
    assert receiver.answers != [threading.current_thread()]
    assert receiver.thread_seen is threading.current_thread()


def test_a_job_reads_the_file_through_a_connection_of_its_own(jobs: Jobs, qtbot: QtBot) -> None:
    make_file(), make_file()
    receiver = Receiver()
    jobs.run(lambda: HardshipFile.alive().count(), receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.answers))
    assert receiver.answers == [2]


def test_all_answers_can_be_waited_for(jobs: Jobs) -> None:
    receiver = Receiver()
    for number in range(3):
        jobs.run(partial(int, number), receiver.take)
    jobs.finish()
    assert receiver.answers == [0, 1, 2]


def test_a_saving_goes_through_while_a_job_is_at_work(jobs: Jobs, qtbot: QtBot) -> None:
    reading, may_go_on, receiver = threading.Event(), threading.Event(), Receiver()

    def read_then_work() -> int:
        read = len(list(HardshipFile.alive()))
        reading.set()
        may_go_on.wait(5)
        return read

    jobs.run(read_then_work, receiver.take)
    assert reading.wait(5)
    make_file()
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(receiver.answers))
    assert (receiver.answers, HardshipFile.alive().count()) == ([0], 1)


def test_a_refusal_goes_to_whoever_asked_for_it(jobs: Jobs, qtbot: QtBot) -> None:
    done, failed = Receiver(), Receiver()

    def refuse() -> None:
        raise Refused("磁盘已满")

    jobs.run(refuse, done.take, failed.take)
    qtbot.waitUntil(lambda: bool(failed.answers))
    assert [str(error) for error in failed.answers] == ["磁盘已满"]
    assert done.answers == []


def test_a_failure_that_nobody_asked_for_reaches_the_excepthook(jobs: Jobs, qtbot: QtBot) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        jobs.run(stumble, Receiver().take)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_an_answer_to_a_closed_window_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    from shiboken6 import delete

    receiver, witness = Receiver(), Receiver()
    jobs.run(lambda: "too late", receiver.take)
    delete(receiver)
    jobs.run(lambda: "after it", witness.take)
    qtbot.waitUntil(lambda: bool(witness.answers))
    assert receiver.answers == []


def test_jobs_run_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    receiver = Receiver()
    for number in range(5):
        jobs.run(lambda number=number: number, receiver.take)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(receiver.answers) == 5)
    assert receiver.answers == [0, 1, 2, 3, 4]


def test_shutting_down_waits_for_the_running_job_and_forgets_the_rest(jobs: Jobs, qtbot: QtBot) -> None:
    begun, may_go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        may_go_on.wait(5)
        done.append("first")

    jobs.run(first, Receiver().take)
    jobs.run(lambda: done.append("second"), Receiver().take)
    assert begun.wait(5)
    threading.Timer(0.05, may_go_on.set).start()
    jobs.shut_down()
    assert done == ["first"]


def test_an_answer_on_its_way_is_dropped_when_the_office_is_closed(
    jobs: Jobs, qtbot: QtBot, qapp: QApplication
) -> None:
    receiver = Receiver()
    finished = threading.Event()

    def work() -> int:
        finished.set()
        return 7

    jobs.run(work, receiver.take)
    assert finished.wait(5)
    jobs.shut_down()
    qapp.processEvents()
    assert receiver.answers == []
    jobs.run(lambda: 8, receiver.take)
    qtbot.waitUntil(lambda: receiver.answers == [8])


def test_a_job_may_end_after_the_window_that_asked_for_it(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dialog is closed while its job runs: the worker must not speak to what Qt has taken down."""
    window, receiver, go_on, ended = QObject(), Receiver(), threading.Event(), threading.Event()
    jobs = Jobs(window)

    def work(*asked: object) -> None:
        Jobs._work(jobs, *asked)  # type: ignore[arg-type]  # as the worker is given them
        ended.set()

    monkeypatch.setattr(jobs, "_work", work)
    jobs.run(partial(go_on.wait, 10), receiver.take)
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(jobs))
    go_on.set()
    assert ended.wait(10)
    QApplication.processEvents()
    assert receiver.answers == []

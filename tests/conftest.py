"""What every test stands on: Qt without a screen, and a log in which nothing unexpected appears.

The program is imported by the fixtures that need it: a test of a pure rule loads neither office nor Qt.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.office import Office
    from app.register import Register
    from app.subject import Subject
    from tests.helpers.again import Again

_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory: a test waits for no disk there, though everything is synced as ever."""

_ENOUGH = 2 << 30  # bytes

if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# Qt reads this when its application object is made, which pytest-qt does on a test's first need.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


class ReachedOut(BaseException):
    """Something asked for the network; no `except Exception` of a library may hide it."""


_REACHING = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}


def _forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise where an address of the network is used; a socket of this computer has a path for its address."""
    if event in _REACHING:
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        if event == "socket.getaddrinfo" or not isinstance(address, (str, bytes, type(None))):
            raise ReachedOut(f"{event} {address}")


sys.addaudithook(
    _forbid_network
)  # Python's own: it sees every socket, whoever opens it, and cannot be undone


@pytest.fixture(autouse=True)
def no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it asserts on `caplog`, then clears it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    stray = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not stray, f"unexpected in the log: {stray}"


@pytest.fixture(scope="session")
def blank_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office file, made once; a copy of it opens twenty times faster than a new one is made."""
    from app.office import close_office, create

    path = tmp_path_factory.mktemp("blank") / "blank.union"
    create(path, "泰祥社区工会", code="TY")
    close_office()
    return path


@pytest.fixture(scope="session")
def again(blank_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Again]:
    """The office that one test after the other finds open and empty."""
    from tests.helpers.again import Again

    again = Again(blank_office, tmp_path_factory)
    yield again
    again.close()


@pytest.fixture
def office(again: Again) -> Iterator[Office]:
    """An open, empty, real office file."""
    yield again.open()
    again.leave()


@pytest.fixture(scope="session")
def described_file(tmp_path_factory: pytest.TempPathFactory, blank_office: Path) -> Path:
    """An office with three registers of its own and their rows, made from workbooks once for each worker."""
    from app.office import close_office, open_office
    from tests.factories.described import make_described

    path = Path(shutil.copy(blank_office, tmp_path_factory.mktemp("described") / "described.union"))
    open_office(path)
    make_described(rows=True)
    close_office()
    return path


@pytest.fixture
def described_office(tmp_path: Path, described_file: Path) -> Iterator[Office]:
    """An open office with three registers of its own."""
    from app.office import close_office, open_office

    yield open_office(Path(shutil.copy(described_file, tmp_path / "described.union")))
    close_office()


def _open_with(request: pytest.FixtureRequest, *, own: bool) -> None:
    """Open the office that a test asks for, then, where its parameter asks so, one with own registers."""
    if "office" in request.fixturenames:
        request.getfixturevalue("office")
    if own:
        request.getfixturevalue("described_office")


@pytest.fixture
def register(request: pytest.FixtureRequest) -> Register:
    """The register of a key; one that an office describes itself in an office that has it, which is open."""
    from app.registry import find_register
    from tests.factories.described import DESCRIBED

    _open_with(request, own=request.param in DESCRIBED)
    return find_register(request.param)


@pytest.fixture
def subject(request: pytest.FixtureRequest) -> Subject:
    """The tab of a key; that of the registers an office describes itself in an office that has them."""
    from app.registry import OWN, subjects

    _open_with(request, own=request.param == OWN)
    return next(subject for subject in subjects() if subject.key == request.param)


@pytest.fixture
def few_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Close a year with three figures of disputes: with all of them it takes seconds."""
    from app.statistics import closing as year_closing
    from app.subjects.disputes import figures as disputes

    few = (disputes.applied, disputes.accepted, disputes.closing_rate)
    monkeypatch.setattr(year_closing, "figures", lambda: iter(few))


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, built once for all workers and closed; nobody may change it."""
    from PySide6.QtCore import QLockFile

    from app import sample

    own = tmp_path_factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    path = common / "sample" / "sample.union"
    lock = QLockFile(str(common / "sample.lock"))
    lock.lock()  # waits for the worker that builds it
    try:
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            sample.build(path)
    finally:
        lock.unlock()
    return path

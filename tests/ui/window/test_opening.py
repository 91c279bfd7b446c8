"""Opening an office: refused files, doubtful places, other holders, full disks, old versions."""

from __future__ import annotations

import json
import resource
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import lock
from app.cipher.connection import connect
from app.office import close_office, create, current_office, is_outdated, newest_version
from app.opened import current
from app.subjects.hardship.files.records import HardshipFile
from ui.main_window import MainWindow
from ui.office.held import HeldQuestion, HeldWish
from ui.office.place import PlaceQuestion
from ui.window import opening


def test_a_file_that_is_refused_is_told_and_leads_to_the_welcome_page(
    window: MainWindow, file: Path, told: list[str], tmp_path: Path
) -> None:
    window.open_file(file)
    foreign = tmp_path / "notes.txt"
    foreign.write_text("购物单", encoding="utf-8")
    assert not window.open_file(foreign)
    assert told == ["没有打开：“notes.txt”不是本程序的台账文件，请选择扩展名为 .union 的文件。"]
    assert window.desk is None
    assert current() is None


@pytest.fixture
def synchronised(tmp_path: Path) -> Path:
    """A closed office in a folder that a service synchronises."""
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    create(folder / "泰祥.union", "泰祥社区工会")
    close_office()
    return folder / "泰祥.union"


def test_a_doubtful_place_is_told_once(
    window: MainWindow, synchronised: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(PlaceQuestion, "ask", lambda _parent, _path, doubt: said.append(doubt))
    window.open_file(synchronised)
    window.open_file(synchronised)
    assert len(said) == 1
    assert "OneDrive" in said[0]


def test_the_local_copy_that_was_made_is_opened(
    window: MainWindow, synchronised: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlaceQuestion, "ask", lambda *_: tmp_path / "本机.union")
    window.open_file(synchronised)
    office = current_office()
    assert office is not None
    assert (office.path, office.name) == (tmp_path / "本机.union", "泰祥社区工会")


def test_on_a_full_disk_the_office_is_opened_to_be_looked_at(
    window: MainWindow, file: Path, told: list[str]
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))  # no file may grow
    try:
        assert window.open_file(file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    office = current_office()
    assert office is not None
    assert office.read_only
    assert "只读" in window.windowTitle()
    assert told == [f"只读打开：磁盘已满，“{file.name}”现在只能查看，不能登记。请清理磁盘，再重新打开它。"]


@pytest.fixture
def held_elsewhere(file: Path) -> Path:
    """An office that another computer says it has open."""
    told = {"host": "office-2", "process": 1, "since": "2011-03-08 09:30"}
    lock.lock_path(file).write_text(json.dumps(told), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("wish", "read_only"), [(HeldWish.LOOK, True), (HeldWish.TAKE_OVER, False), (HeldWish.LEAVE, None)]
)
def test_an_office_that_is_open_elsewhere_is_looked_at_or_taken_over(
    qtbot: QtBot,
    held_elsewhere: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    wish: HeldWish,
    read_only: bool | None,
) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    monkeypatch.setattr(HeldQuestion, "ask", lambda *_: wish)
    window.open_file(held_elsewhere)
    office = current_office()
    assert (office.read_only if office is not None else None) is read_only
    assert (told != []) is (wish is HeldWish.LEAVE)
    window.close()
    lock.lock_path(held_elsewhere).unlink(missing_ok=True)


def _outdate(path: Path) -> None:
    with closing(connect(path, mode="rw")) as connection:
        connection.execute(f"PRAGMA user_version = {newest_version() - 1}")


def test_a_large_file_of_an_earlier_version_is_brought_up_to_date_beside_the_window(
    window: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _outdate(file)
    monkeypatch.setattr(opening, "_LARGE", 0)
    assert not window.open_file(file)
    assert any("正在升级" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    assert not is_outdated(file.with_name("没有.union"))  # opening it says what is wrong
    assert HardshipFile.get().name == "陆建国"


def test_a_large_file_that_cannot_be_brought_up_to_date_is_told_as_that(
    window: MainWindow, file: Path, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _outdate(file)
    monkeypatch.setattr(opening, "_LARGE", 0)
    monkeypatch.setattr(HeldQuestion, "ask", lambda *_: HeldWish.LEAVE)
    lock.acquire(file)
    try:
        window.open_file(file)
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    finally:
        lock.release(file)
    assert "正在另一处打开" in told[0]
    assert current() is None

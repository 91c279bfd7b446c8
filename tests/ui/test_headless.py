"""The main job without a screen."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.office import current
from app.registers import TABS
from ui import headless, preferences


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """The folder in which the main job was done, once for all tests."""
    folder = tmp_path_factory.mktemp("headless") / "out"
    assert headless.run(folder) == 0
    return folder


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_pay_out_lists_add_up_to_what_the_office_paid(done: Path) -> None:
    told = words(done / "hardship.payout.pdf").replace(",", "")
    assert "人民币" in told
    assert (done / "hardship.aid_list.pdf").exists()


@pytest.mark.parametrize("key", ["today", *(tab.key for tab in TABS), "summary"])
def test_each_tab_has_its_picture(done: Path, key: str) -> None:
    picture = QImage(str(done / f"tab-{key}.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    shades = {picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(shades) > 20


def test_no_office_stays_open(done: Path) -> None:
    assert current() is None


def test_nothing_is_remembered_for_the_next_start(done: Path) -> None:
    assert preferences.recent_files() == []


def test_it_can_be_done_twice_and_says_where_everything_is(
    done: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert headless.run(done) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 8 + len(TABS)  # the office, four prints, desk, figures and summary, and each tab
    assert all(Path(line.split("：", 1)[1]).exists() for line in told)


def test_a_folder_that_cannot_be_made_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert headless.run(tmp_path / "file") == 1
    assert capsys.readouterr().err.count("\n") == 1

"""The main job without a screen."""

from __future__ import annotations

from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.opened import current
from app.registry import SUBJECTS
from ui import headless, preferences

_OLD = b"of the last time"


@dataclass(frozen=True)
class Done:
    """The folder in which the main job was done, and what it told."""

    folder: Path
    told: tuple[str, ...]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Done:
    """Do the main job once for all tests, where it was done before: what lies there is replaced."""
    folder = tmp_path_factory.mktemp("headless")
    for name in ("sample.union", "hardship.payout.pdf", "tab-today.png"):
        (folder / name).write_bytes(_OLD)
    with redirect_stdout(StringIO()) as told:
        assert headless.run(folder) == 0
    return Done(folder, tuple(told.getvalue().splitlines()))


def words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_pay_out_lists_add_up_to_what_the_office_paid(done: Done) -> None:
    told = words(done.folder / "hardship.payout.pdf").replace(",", "")
    assert "人民币" in told
    assert (done.folder / "hardship.aid_list.pdf").exists()


@pytest.mark.parametrize("key", ["today", *(tab.key for tab in SUBJECTS), "figures", "summary"])
def test_each_tab_has_its_picture(done: Done, key: str) -> None:
    picture = QImage(str(done.folder / f"tab-{key}.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    shades = {picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(shades) > 20


def test_no_office_stays_open(done: Done) -> None:
    assert current() is None


def test_nothing_is_remembered_for_the_next_start(done: Done) -> None:
    assert preferences.recent_files() == []


def test_it_says_where_everything_is(done: Done) -> None:
    # The office, four prints, two summaries; desk, figures, summary, and each tab.
    assert len(done.told) == 10 + len(SUBJECTS)
    assert all(Path(line.split("：", 1)[1]).exists() for line in done.told)


def test_what_was_there_from_the_last_time_is_replaced(done: Done) -> None:
    files = [path for path in done.folder.iterdir() if path.is_file()]
    assert [path.name for path in files if path.read_bytes() == _OLD] == []


def test_a_folder_that_cannot_be_made_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert headless.run(tmp_path / "file") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_summary_of_the_sample_year_is_written(done: Done) -> None:
    told = words(done.folder / "summary.pdf")
    assert "9415人签订了劳动合同" in "".join(told.split())
    assert (done.folder / "summary.docx").exists()

"""`make manual`: the pictures of the manual, made from the real window on the sample office.

They go beside the text of the manual, into resources/manual/pictures, and the whole as PDF into build.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import run
from app.sample import build
from tests.pictures.screens import Screen

if TYPE_CHECKING:
    from tests.helpers.scenes import Scene
    from ui.main_window import MainWindow

FOLDER = Path("resources/manual/pictures")
PDF = Path("build/社区工会台账使用手册.pdf")
SCREEN = Screen("manual", 1180, 700)

_CHILD = "import sys; from tests.pictures.manual import take; take(*sys.argv[1:])"


def main() -> int:
    """Make all pictures and the PDF; return the exit code of the process that stands on the screen for it."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        sample = place / "sample.union"
        build(sample, as_of=date.today())
        own = SCREEN.environment(place) | {"XDG_CONFIG_HOME": name}
        command = [sys.executable, "-c", _CHILD, str(sample)]
        return subprocess.run(command, env=os.environ | own, check=False).returncode


def take(sample: str) -> None:
    """Take the pictures of an office, and write the manual with them."""
    from tests.helpers.scenes import settle
    from ui.application import make_application
    from ui.look import theme
    from ui.main_window import MainWindow
    from ui.manual.paper import save_pdf

    app = make_application()
    theme.choose(app, theme.Scheme.LIGHT)
    book = Path(sample).with_name("会员.xlsx")
    run(["export", sample, "members", str(book)])
    FOLDER.mkdir(parents=True, exist_ok=True)
    window = MainWindow(remembers=False)
    window.showMaximized()
    window.open_file(Path(sample))
    window.jobs.finish()
    for scene in scenes(window, book):
        settle(scene.front)
        window.jobs.finish()
        settle(scene.front)
        scene.front.grab().save(str(FOLDER / f"{scene.name}.png"))
    window.close()
    PDF.parent.mkdir(exist_ok=True)
    save_pdf(PDF)


def scenes(window: MainWindow, book: Path) -> Iterator[Scene]:
    """Go to what the manual shows, each under the name of its picture; the book is one of members."""
    from app.subjects.hardship.aid.entry import PAY_AID
    from app.subjects.hardship.files.records import HardshipFile
    from app.subjects.members.register import MEMBERS
    from tests.helpers.scenes import Scene
    from ui.batch.dialog import BatchDialog
    from ui.importing.wizard import ImportWizard
    from ui.office.preferences import PreferencesDialog
    from ui.registers.tab import RegisterTab

    desk = window.desk
    assert desk is not None
    yield Scene("desk", window)
    for key, picture in (("members", "list"), ("hardship", "hardship"), ("members", "members")):
        tab = desk.show_tab(key)
        assert isinstance(tab, RegisterTab)
        tab.pane.go_to(tab.pane.table.ids()[0])
        if picture == "list":
            tab.pane.table.selectAll()
        yield Scene(picture, window)
    desk.show_tab("members")
    tab = desk.front
    assert isinstance(tab, RegisterTab)
    tab.new_record()
    yield Scene("record", window)
    tab.pane.panel.revert()
    for key in ("figures", "summary"):
        desk.show_tab(key)
        yield Scene(key, window)
    wizard = ImportWizard(MEMBERS, window.jobs, window)
    wizard.file.open_book(book)
    window.jobs.finish()
    wizard.accept()
    files = [one.id for one in HardshipFile.select().limit(3)]
    tabs = list(zip(desk.keys, desk.titles, strict=True))
    for name, dialog in (
        ("import", wizard),
        ("aid", BatchDialog(PAY_AID, files, window)),
        ("look", PreferencesDialog(tabs, window)),
    ):
        dialog.show()
        yield Scene(name, dialog)
        dialog.hide()
        dialog.deleteLater()


if __name__ == "__main__":
    sys.exit(main())

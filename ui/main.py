"""Starting the program: a command, the headless main job, or the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    from app import cli, private

    private.keep_to_the_owner()

    if words and words[0] == "--headless":
        from ui.headless import run

        return run(Path(words[1] if len(words) > 1 else "."))
    file = cli.file_to_open(words)
    if words and file is None:
        return cli.run(words)
    return _show(file)


def _show(file: Path | None) -> int:
    """Bring the window forward that shows a file already, or open one; the last file where none is named."""
    from app import cli
    from ui.doorbell import ring

    try:
        if file is not None:
            if not file.exists():
                raise Refused(f"找不到“{file}”，请检查文件名，以及文件是否被移走。")
            if ring(file):  # before anything of Qt is loaded: who only rings is gone at once
                return 0
        from ui.display import require_display

        require_display()
    except Refused as refused:
        return cli.refuse(refused)
    if file is None and (last := _last_file()) is not None and ring(last):
        return 0
    return _open_window(file)


def first_window(file: Path | None) -> MainWindow:
    """Make the window, with this file, the last one, or the welcome page."""
    from ui.main_window import MainWindow

    window = MainWindow()
    opened = file or _last_file()
    window.show()
    if opened is not None:
        window.open_file(opened)
    return window


def _last_file() -> Path | None:
    """Return the file that was open last, where it is to be opened again."""
    from ui import preferences  # loads Qt

    return preferences.last_file() if preferences.opens_last_file() else None


def leave_out_of_search(window: MainWindow) -> None:
    """Have Python look for garbage only in what came last: through all tabs it takes a fifth of a second.

    What was left over within a tab before stays until the tabs are dropped.
    """
    gc.freeze()
    window.built.connect(gc.freeze)
    window.dropped.connect(gc.unfreeze)


def _open_window(file: Path | None) -> int:
    """Show the window until it is closed.

    What is made on the way to it stays: Python need not look through it for garbage, then or later.
    """
    gc.disable()
    from PySide6.QtCore import QTimer

    from ui import failures
    from ui.application import make_application
    from ui.passing import clear_left_behind

    failures.install()
    app = make_application()
    window = first_window(file)
    leave_out_of_search(window)
    gc.enable()
    QTimer.singleShot(0, clear_left_behind)
    code = app.exec()
    del window
    return code


if __name__ == "__main__":
    sys.exit(main())

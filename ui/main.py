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
    try:
        _require_window(file)
    except Refused as refused:
        return cli.refuse(refused)
    if _is_shown(file):
        return 0
    return _open_window(file)


def first_window(file: Path | None) -> MainWindow:
    """Make the window, with this file, the last one, or the welcome page."""
    from ui import preferences
    from ui.main_window import MainWindow

    window = MainWindow()
    opened = file or (preferences.last_file() if preferences.opens_last_file() else None)
    window.show()
    if opened is not None:
        window.open_file(opened)
    return window


def _require_window(file: Path | None) -> None:
    from ui.display import require_display

    if file is not None and not file.exists():
        raise Refused(f"找不到“{file}”，请检查文件名，以及文件是否被移走。")
    require_display()


def _is_shown(file: Path | None) -> bool:
    """Tell whether a window shows the file already, or the last one where none is named; it comes forward."""
    from ui.doorbell import ring

    if file is None:
        from ui import preferences  # loads Qt, for which who names the file need not wait

        file = preferences.last_file() if preferences.opens_last_file() else None
    return file is not None and ring(file)


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
    from ui import failures
    from ui.application import make_application

    failures.install()
    app = make_application()
    window = first_window(file)
    leave_out_of_search(window)
    gc.enable()
    code = app.exec()
    del window
    return code


if __name__ == "__main__":
    sys.exit(main())

"""Starting the program: a command, the headless main job, or the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    from app import cli

    if words and words[0] == "--headless":
        from ui.headless import run

        return run(Path(words[1] if len(words) > 1 else "."))
    if words and (words[0] in cli.COMMANDS or words[0].startswith("-")):
        return cli.run(words)
    return _open_window(Path(words[0]) if words else None)


def first_window(file: Path | None) -> MainWindow:
    """Make the window, with this file, the last one, or the welcome page."""
    from ui import preferences
    from ui.main_window import MainWindow

    window = MainWindow()
    recent = preferences.recent_files()
    opened = file or (recent[0] if recent else None)
    window.show()
    if opened is not None:
        window.open_file(opened)
    return window


def _open_window(file: Path | None) -> int:
    from ui import failures
    from ui.application import make_application

    failures.install()
    app = make_application()
    window = first_window(file)
    code = app.exec()
    del window
    return code


if __name__ == "__main__":
    sys.exit(main())

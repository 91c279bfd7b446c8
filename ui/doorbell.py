"""A second start on an office that a window shows already brings that window to the front.

The window listens at an address that follows from the file itself, so that all links to it lead there;
whoever starts again rings and leaves. It is a socket of this computer and this user, on Windows a named pipe.
Nothing of Qt is loaded to ring: who does so is gone at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Listener

_PATIENCE = 1.0  # seconds in which a window answers that is not stuck
_RAISE, _STOP, _HERE = b"raise", b"stop", b"here"


def ring(path: Path) -> bool:
    """Ask the window that shows an office to come to the front; False where none does."""
    return _say(_RAISE, _address(path))


class Doorbell:
    """Listens for further starts on one office until it is closed; where it cannot, nobody is heard.

    `rung` is called for each of them, in the thread that listens.
    """

    def __init__(self, path: Path, rung: Callable[[], None]) -> None:
        self._rung = rung
        self._address = _address(path)
        self._listener = _listener(self._address)
        if self._listener is not None:
            # A daemon: a program that ends in whatever way does not wait for it.
            Thread(target=self._answer, args=(self._listener,), name="doorbell", daemon=True).start()

    def close(self) -> None:
        """Hear nobody any more."""
        listener, self._listener = self._listener, None
        if listener is not None:
            _say(_STOP, self._address)
            listener.close()

    def _answer(self, listener: Listener) -> None:
        """Answer whoever rings, in a thread of its own: the window may be busy."""
        said = b""
        while said != _STOP:
            try:
                with listener.accept() as caller:
                    said = caller.recv_bytes(len(_RAISE)) if caller.poll(_PATIENCE) else b""
                    caller.send_bytes(_HERE)
            except (OSError, EOFError):
                if self._listener is None:
                    return
                said = b""
            if said == _RAISE:
                self._rung()


def _say(words: bytes, address: str) -> bool:
    from multiprocessing.connection import Client

    try:
        with Client(address) as window:
            _let_come_to_the_front()
            window.send_bytes(words)
            return window.poll(_PATIENCE) and window.recv_bytes(len(_HERE)) == _HERE
    except (OSError, EOFError):
        return False


def _listener(address: str) -> Listener | None:
    """Listen at an address; what a program left there that was killed is in nobody's use."""
    from multiprocessing.connection import Listener

    with suppress(OSError):
        if os.name != "nt":
            Path(address).unlink(missing_ok=True)
        return Listener(address)
    return None


def _address(path: Path) -> str:
    """Return where the window of a file listens: by the file's own number, whatever it is called."""
    try:
        file = path.stat()
        name = f"union-office-{file.st_dev:x}-{file.st_ino:x}"
    except OSError:
        name = "union-office-none"
    if os.name == "nt":
        return rf"\\.\pipe\{name}"
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"{name}.socket")


def _let_come_to_the_front() -> None:
    """Windows lets a program to the front only by leave of the one that the person started last."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)

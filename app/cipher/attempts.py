"""Wrong passwords cost time: from the third on whoever tries must wait, also after a new start.

What is known of them lies in the user's own state folder, not in the office file, by the salt of the file:
its copies and the file under another name have the same.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from app import private
from app.errors import Refused

_PROGRAM = "union-office"
_FREE = 2  # wrong ones that cost nothing: everybody mistypes
_WAITS = (5, 15, 30, 60, 300)  # seconds after the third, fourth ... wrong one; the last for all further ones
_FILES = 50  # of which attempts are remembered


def wait(salt: bytes, now: datetime | None = None) -> timedelta:
    """Return how long nobody may try to open a file yet; zero when one may."""
    wrong, last = _read().get(salt.hex(), (0, datetime.min))
    now = now or datetime.now()
    if wrong <= _FREE:
        return timedelta(0)
    due = timedelta(seconds=_WAITS[min(wrong - _FREE, len(_WAITS)) - 1])
    passed = max(now - last, timedelta(0))  # a clock that was put back shortens nothing
    return max(due - passed, timedelta(0))


def require_pause_over(salt: bytes) -> None:
    """Raise Refused where one must wait before the next try."""
    if (left := wait(salt)) > timedelta(0):
        raise Refused(f"密码已连错几次，请 {in_words(left)}后再试。")


def note_wrong(salt: bytes) -> None:
    """Count a wrong password."""
    known = _read()
    wrong, _ = known.pop(salt.hex(), (0, None))
    known[salt.hex()] = (wrong + 1, datetime.now())
    _write(known)


def forget(salt: bytes) -> None:
    """Count anew: the password was right."""
    known = _read()
    if known.pop(salt.hex(), None) is not None:
        _write(known)


def in_words(left: timedelta) -> str:
    """Say how long it takes: in whole seconds, or minutes where these are many, rounded up."""
    seconds = -(-left // timedelta(seconds=1))
    return f"{seconds} 秒" if seconds <= 90 else f"{-(-seconds // 60)} 分钟"


def _path() -> Path:
    import platformdirs

    return platformdirs.user_state_path(_PROGRAM, appauthor=False) / "attempts.json"


def _read() -> dict[str, tuple[int, datetime]]:
    try:
        content = json.loads(_path().read_text(encoding="utf-8"))
        return {
            str(salt): (int(wrong), datetime.fromisoformat(last)) for salt, (wrong, last) in content.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _write(known: dict[str, tuple[int, datetime]]) -> None:
    """Keep what is known; where the folder cannot be written the next start begins anew."""
    path = _path()
    kept = dict(list(known.items())[-_FILES:])
    unfinished = path.with_name(f"{path.name}.part")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        private.begin(unfinished)
        unfinished.write_text(
            json.dumps({salt: (wrong, last.isoformat()) for salt, (wrong, last) in kept.items()}),
            encoding="utf-8",
        )
        unfinished.replace(path)

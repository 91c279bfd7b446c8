"""Files for their owner alone: what the office writes tells of illnesses, incomes and identity numbers.

On Windows the user's own folders do this; the permissions below are those of POSIX.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

OWNER_ONLY = 0o600
_OTHERS = 0o077


def keep_to_the_owner() -> None:
    """Let whatever this process makes from now on, files and folders, be closed to others.

    When it crashes, the system writes nothing of its memory to the disk: passwords and records stand there.
    """
    os.umask(_OTHERS)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def begin(path: Path) -> None:
    """Begin a file with nothing in it that its owner alone may read, in place of one that was left there.

    Whoever opens it for writing keeps its permissions. Raises OSError.
    """
    path.unlink(missing_ok=True)
    path.touch(OWNER_ONLY, exist_ok=False)

"""Rest for Python's collector of garbage while a workbook is read and taken in.

A workbook of ten thousand rows makes millions of values that all stay; the collector would look
through all of them again and again, and take a fifth of the time to find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Let the collector rest, unless it does already."""
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()

"""Handing a print to the printer: which of its pages, with room to bind them, as text where CUPS takes it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.errors import Refused
from app.printing.page import MM

if TYPE_CHECKING:
    from pikepdf import Page

Which = Literal["all", "odd", "even"]

_BOUND = 25 * MM  # the margin of what is filed
_OPPOSITE = 6 * MM  # what is left at least on the other side
_LONGEST_OF_A4 = 300 * MM
_PATIENCE = 60  # seconds
_REMEDY = "请检查打印机，或先“另存为 PDF”再打印。"
_SETS = re.compile("一式([一二两三四五六七八九十])份")
_DIGITS = {character: number for number, character in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


@dataclass(frozen=True)
class Wanted:
    """How a print is wanted on paper. Pages are counted from 1; `last` 0 is the last there is.

    `bound` leaves room at the edge where it is filed, on the backs of a `duplex` print at the other edge.
    """

    copies: int = 1
    first: int = 1
    last: int = 0
    which: Which = "all"
    duplex: bool = False
    bound: bool = False

    def takes(self, number: int, count: int) -> bool:
        """Tell whether a page is printed, of so many."""
        parity = {"all": (0, 1), "odd": (1,), "even": (0,)}[self.which]
        return self.first <= number <= (self.last or count) and number % 2 in parity


def copies_said(texts: str) -> int:
    """Return how many copies a form says that it is made in (一式三份), 1 where it says nothing."""
    return max((_DIGITS[match[1]] for match in _SETS.finditer(texts)), default=1)


def can_hand_over() -> bool:
    """Tell whether the printing system of this machine takes PDF itself (CUPS)."""
    return shutil.which("lp") is not None


def arrange(source: Path, target: Path, wanted: Wanted) -> int:
    """Write the wanted pages of a print, moved for binding, and return how many they are."""
    import pikepdf

    with pikepdf.open(source) as pdf:
        count = len(pdf.pages)
        if wanted.bound:
            for number, page in enumerate(pdf.pages, start=1):
                _bind(page, back=wanted.duplex and number % 2 == 0)
        for number in range(count, 0, -1):
            if not wanted.takes(number, count):
                del pdf.pages[number - 1]
        left = len(pdf.pages)
        buffer = BytesIO()  # qpdf ends the program where the disk is full that it writes to
        pdf.save(buffer)
    target.write_bytes(buffer.getvalue())
    return left


def _bind(page: Page, *, back: bool) -> None:
    """Move what stands on a page away from the edge it is bound at, smaller where there is no room.

    An upright page is bound on its left, one across the sheet at its top; the back of a sheet opposite.
    """
    _, _, width, height = (float(side) for side in page.mediabox)
    left, bottom, right, top = (float(side) for side in page.artbox)
    across = width > height
    size, near, far = (height, bottom, top) if across else (width, left, right)
    at_far_edge = across != back  # the top of a page across, the right of the back of an upright one
    if (size - far if at_far_edge else near) >= _BOUND:
        return
    scale = min(1.0, (size - _BOUND - _OPPOSITE) / (far - near))
    moved = size - _BOUND - scale * far if at_far_edge else _BOUND - scale * near
    middle = (left + right if across else bottom + top) / 2 * (1 - scale)
    x, y = (middle, moved) if across else (moved, middle)
    page.contents_add(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")


def media_of(path: Path) -> str:
    """Return the name of the paper that the largest page of a file takes, A4 at least."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        longest = max(float(side) for page in pdf.pages for side in page.mediabox)
    return "A3" if longest > _LONGEST_OF_A4 else "A4"


def command(path: Path, printer: str, title: str, wanted: Wanted) -> list[str]:
    """Return what hands a file to a queue of CUPS, whole and in its own size."""
    sides = "two-sided-long-edge" if wanted.duplex else "one-sided"
    options = (f"media={media_of(path)}", "print-scaling=none", f"sides={sides}", "collate=true")
    said = [part for option in options for part in ("-o", option)]
    return ["lp", "-d", printer, "-n", str(wanted.copies), *said, "-t", title, "--", str(path)]


def hand_over(path: Path, printer: str, title: str, wanted: Wanted) -> None:
    """Hand a file to a printer; raises Refused with what the printing system says against it."""
    try:
        subprocess.run(
            command(path, printer, title, wanted), check=True, capture_output=True, timeout=_PATIENCE
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise Refused(f"打印机“{printer}”没有接受（{said}）。{_REMEDY}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused(f"打印机“{printer}”没有回应。{_REMEDY}") from error

"""The few styles of type that all paper is set in."""

from typing import NamedTuple

from app.printing.roles import Role

LEADING = 1.28  # distance of baselines, in font sizes


class Style(NamedTuple):
    """A role and a size in points."""

    role: Role
    size: float

    @property
    def leading(self) -> float:
        """The distance of baselines in points."""
        return self.size * LEADING


TITLE = Style(Role.HEI, 18)
TEXT = Style(Role.SONG, 12)  # running text above a table
PROSE = Style(Role.SONG, 14)  # letters
PROSE_HEADING = Style(Role.HEI, 14)
NOTE = Style(Role.SONG, 10.5)  # the line below the title, the signature line, the notes
LABEL = Style(Role.HEI, 9.5)
VALUE = Style(Role.SONG, 10.5)
TOTAL = Style(Role.SONG_BOLD, 10.5)
FOOT = Style(Role.SONG, 9)
WATERMARK = Style(Role.HEI, 54)

# What hangs on a wall is read from a step away.
WALL_TITLE = Style(Role.HEI, 22)
WALL_TEXT = Style(Role.SONG, 16)
WALL_NOTE = Style(Role.SONG, 14)
WALL_TYPES = tuple(
    (Style(Role.HEI, size - 2), Style(Role.SONG, size)) for size in (24.0, 22.0, 20.0, 18.0, 16.0)
)
"""Headings and values of a table on a wall: the largest that keeps its rows on one line."""

# Lists of many columns are set smaller.
SMALL_LABEL = Style(Role.HEI, 9)
SMALL_VALUE = Style(Role.SONG, 9)

# And where even so a date or a number would be torn, as small as a clerk still reads.
LEAST_LABEL = Style(Role.HEI, 8)
LEAST_VALUE = Style(Role.SONG, 8)

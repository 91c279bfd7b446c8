"""What a piece of text is on paper."""

from enum import Enum


class Role(Enum):
    """What a piece of text is on paper, with the fonts that may draw it, best first."""

    HEI = ("NotoSansSC-Bold", "NotoSerifSC-Bold", "HanaMinA", "HanaMinB")
    SONG = ("NotoSerifSC-Regular", "NotoSansSC-Regular", "HanaMinA", "HanaMinB")
    SONG_BOLD = ("NotoSerifSC-Bold", "NotoSansSC-Bold", "HanaMinA", "HanaMinB")

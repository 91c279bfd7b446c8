"""The typefaces of paper: which font draws which character, and how wide it stands.

A font draws nothing, silently, for a character it lacks. So every character is looked up before it
is drawn: in the font of its role, then in the other style, then in the two fonts for rare
characters; what none of them has is drawn as a visible 〓 and reported.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.printing.roles import Role
from app.resources import resource

MARK = "〓"  # what printers have always set for a character they lack

_CHARACTERS = re.compile(rb"\d+ beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_MOST_IN_BLOCK = 100
_BEYOND_BMP = re.compile(rb"<([0-9A-F]{5,6})>")


class _Embedded(TTFont):  # type: ignore[misc]  # ReportLab is untyped
    """A font whose characters can be searched and copied, in a viewer and in what a printer makes of it.

    ReportLab tells a font's characters in one block of up to 256, where no more than 100 may stand (Adobe
    Technical Note 5411, 1.4.1): Ghostscript then drops them all. It writes a character beyond the basic
    plane as five digits, where the standard (ISO 32000-1, 9.10.3) wants a surrogate pair.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802  # ReportLab is untyped
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                content = stream.content.encode() if isinstance(stream.content, str) else stream.content
                stream.content = _CHARACTERS.sub(_in_blocks, _BEYOND_BMP.sub(_as_surrogates, content))


def _in_blocks(match: re.Match[bytes]) -> bytes:
    lines = match[1].splitlines()
    blocks = (lines[start : start + _MOST_IN_BLOCK] for start in range(0, len(lines), _MOST_IN_BLOCK))
    return b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)


def _as_surrogates(match: re.Match[bytes]) -> bytes:
    return b"<" + chr(int(match[1], 16)).encode("utf-16-be").hex().upper().encode() + b">"


@cache
def _font(name: str) -> TTFont:
    font = _Embedded(name, str(resource(f"fonts/{name}.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def register(role: Role) -> str:
    """Make the main font of `role` known to ReportLab, and return its name."""
    _font(role.value[0])
    return role.value[0]


class _Glyph(NamedTuple):
    font: str
    drawn: str  # the character itself, MARK when no font has it, nothing when it leaves no ink
    width: float  # in thousandths of the font size


class _Glyphs(dict[str, _Glyph]):
    """The glyph of each character in one role, looked up once."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role

    def __missing__(self, character: str) -> _Glyph:
        glyph = self[character] = self._find(character)
        return glyph

    def _find(self, character: str) -> _Glyph:
        if _is_invisible(character):
            return _Glyph(self._role.value[0], "", 0.0)
        code = ord(character)
        for name in self._role.value:
            face = _font(name).face
            # Private use has no meaning outside the font that made it up, whichever has a glyph there.
            if code in face.charToGlyph and unicodedata.category(character) != "Co":
                return _Glyph(name, character, float(face.getCharWidth(code)))
        return self[MARK]


def _is_invisible(character: str) -> bool:
    selects_a_variant = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selects_a_variant or unicodedata.category(character) in {"Cc", "Cf"}


@cache
def _glyphs(role: Role) -> _Glyphs:
    return _Glyphs(role)


class _Widths(dict[str, float]):
    """The width of each character in one role, for the many sums of a list."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._found = _glyphs(role)

    def __missing__(self, character: str) -> float:
        width = self[character] = self._found[character].width
        return width


@cache
def _widths(role: Role) -> _Widths:
    return _Widths(role)


class Codes(dict[str, tuple[str, str]]):
    """The code of each character in one document and role: the name of its font there, and what draws it.

    ReportLab finds these anew for each text; a list of 10,000 rows took twice as long.
    """

    def __init__(self, role: Role, canvas: Canvas) -> None:
        super().__init__()
        self._glyphs = _glyphs(role)
        self._canvas = canvas

    def __missing__(self, character: str) -> tuple[str, str]:
        glyph = self._glyphs[character]
        font, document = _font(glyph.font), self._canvas._doc  # noqa: SLF001  # ReportLab's own way
        ((subset, code),) = font.splitString(glyph.drawn, document) or [(0, b"")]
        name = font.getSubsetInternalName(subset, document)
        self[character] = name, self._canvas._escape(code)  # noqa: SLF001
        return self[character]


def width(text: str, role: Role, size: float) -> float:
    """Return how wide the text stands, in points, at a font size in points."""
    return measure(role, size)(text)


def measure(role: Role, size: float) -> Callable[[str], float]:
    """Return what measures texts of one type, as `width` does."""
    of = _widths(role).__getitem__
    return lambda text: sum(map(of, text)) * size / 1000


def missing(text: str) -> str:
    """Return the characters that no font has, each once; they print as 〓."""
    glyphs = _glyphs(Role.SONG)
    return "".join(
        character
        for character in dict.fromkeys(text)
        if character != MARK and glyphs[character].drawn == MARK
    )

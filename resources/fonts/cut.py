"""Cut the two fonts for rare characters down to what the fonts of everyday text lack.

Run by hand, with the extra `fonts` of pyproject.toml installed:

    python resources/fonts/cut.py [FOLDER]

FOLDER holds HanaMinA.ttf and HanaMinB.ttf as the Debian package fonts-hanazono 20170904-2.1 installs
them (the default is where it does). The same input gives the same bytes.

The Hanazono fonts may be changed under the SIL Open Font License (OFL-Hanazono.txt) as long as the
result does not go by their reserved names: the cut fonts call themselves Rare Han A and Rare Han B,
the files keep the names by which the program knows them.
"""

from __future__ import annotations

import hashlib
import struct
import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

HERE = Path(__file__).parent
INSTALLED = Path("/usr/share/fonts/truetype/hanazono")
SOURCES = {
    "HanaMinA": ("Rare Han A", "7ca87559414474848fc513a8d8eb42d5b0f8194c30c2abdfbfedff5398ec88d7"),
    "HanaMinB": ("Rare Han B", "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c"),
}
EVERYDAY = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular", "NotoSerifSC-Bold")
"""A character stays if any of these lacks it: each is the only one of its style in some place."""


def main(folder: Path) -> None:
    """Write both cut fonts beside this script; exits with a sentence when an input is another one."""
    covered = set.intersection(*(_characters(TTFont(HERE / f"{name}.ttf", lazy=True)) for name in EVERYDAY))
    for name, (family, digest) in SOURCES.items():
        source = folder / f"{name}.ttf"
        if hashlib.sha256(source.read_bytes()).hexdigest() != digest:
            sys.exit(f"{source} is not the file of fonts-hanazono 20170904-2.1")
        font = TTFont(source, recalcTimestamp=False)
        kept = {code for code in _characters(font) - covered if unicodedata.category(chr(code)) != "Co"}
        covered |= kept
        _cut(font, kept)
        _rename(font, family)
        font.save(HERE / f"{name}.ttf")
        _tell_every_width(HERE / f"{name}.ttf")


def _characters(font: TTFont) -> set[int]:
    return set(font.getBestCmap())


def _cut(font: TTFont, codes: set[int]) -> None:
    """Keep the glyphs of `codes` and the one for what is missing, with nothing for vertical text."""
    options = Options(layout_features=[], bidi_closure=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["BASE", "FFTM", "GDEF", "GSUB", "prop", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _rename(font: TTFont, family: str) -> None:
    """Call the font `family`; whence it comes and under which licence stays said within it."""
    origin, version = (font["name"].getDebugName(number) for number in (0, 5))
    font["name"].names = []
    told = {
        0: f"Copyright (c) 2011, GlyphWiki Project. {origin}",
        1: family,
        2: "Regular",
        3: f"{family} {version}",
        4: f"{family} Regular",
        5: f"Version 1.0; cut from {version}",
        6: family.replace(" ", ""),
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    }
    for number, text in told.items():
        font["name"].setName(text, number, 3, 1, 0x409)
        font["name"].setName(text, number, 1, 0, 0)


def _tell_every_width(path: Path) -> None:
    """Write the width of each glyph, where a font may leave out those at the end that are alike.

    ReportLab takes the left out ones in thousandths of the size instead of the font's own units
    (1024), and PDF/A validators refuse a file whose font says another width than the page.
    """
    font = TTFont(path, recalcTimestamp=False, recalcBBoxes=False)
    metrics, order = font["hmtx"].metrics, font.getGlyphOrder()
    font["hmtx"] = DefaultTable("hmtx")
    font["hmtx"].data = b"".join(struct.pack(">Hh", *metrics[name]) for name in order)
    font["hhea"].numberOfHMetrics = len(order)
    font.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else INSTALLED)

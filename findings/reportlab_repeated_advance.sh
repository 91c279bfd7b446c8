#!/usr/bin/env bash
# ReportLab embeds a wrong advance for glyphs that share the last one of a TrueType font.
#
# Versions: reportlab 5.1.0, fonttools 4.68.0, pypdf 6.4.0, Python 3.11.
# A font of equal widths (every Chinese one) may store the advance once and leave it out for all glyphs
# that follow (hhea.numberOfHMetrics < number of glyphs). Guess before the run: the embedded subset keeps
# the font's own units for them, 2048 here. Seen: ReportLab reuses the last advance after it has scaled it
# to 1000 units an em, so that the font program inside the PDF says 1000 of 2048 for them, half the width,
# while the PDF's own /Widths say the right 1000 of 1000. Viewers follow these; checkers of PDF/A compare
# the two and refuse the file. A font of 1000 units an em does not show it. Remedy: write out every
# glyph's advance before embedding (numberOfHMetrics = number of glyphs).
# Output: advances in the embedded font: [2048, 1000, 1000, 1000, 1000] widths in the PDF: [1000]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0 fonttools==4.68.0 pypdf==6.4.0
cat >try.py <<'PYTHON'
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas


def square():
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 1500), (1900, 1500), (1900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


names = [".notdef", "space", "a", "b", "c"]
builder = FontBuilder(2048, isTTF=True)
builder.setupGlyphOrder(names)
builder.setupCharacterMap({32: "space", **{ord(name): name for name in "abc"}})
builder.setupGlyf({name: square() for name in names})
builder.setupHorizontalMetrics({name: (2048, 100) for name in names})
builder.setupHorizontalHeader(ascent=1600, descent=-400)
builder.setupNameTable({"familyName": "Even", "styleName": "Regular", "psName": "Even"})
builder.setupOS2()
builder.setupPost()
builder.save("even.ttf")
assert TTFont("even.ttf")["hhea"].numberOfHMetrics == 1

pdfmetrics.registerFont(ttfonts.TTFont("Even", "even.ttf"))
canvas = Canvas("even.pdf")
canvas.setFont("Even", 20)
canvas.drawString(50, 700, "abc")
canvas.save()

fonts = PdfReader("even.pdf").pages[0]["/Resources"]["/Font"]
font = next(f.get_object() for f in fonts.values() if "Even" in f.get_object()["/BaseFont"])
program = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].get_object().get_data()))
widths = [int(width) for width in font["/Widths"]]
advances = [program["hmtx"][name][0] for name in program.getGlyphOrder()]
print("advances in the embedded font:", advances, "widths in the PDF:", sorted(set(widths)))
assert advances == [2048, 1000, 1000, 1000, 1000] and set(widths) == {1000}, "ReportLab has changed"
PYTHON
env/bin/python try.py

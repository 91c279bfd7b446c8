#!/usr/bin/env bash
# ReportLab's STSong-Light has no middle dot: 阿依古丽·买买提 loses it, and nothing says so.
#
# Versions: reportlab 5.1.0, pdfminer.six 20260107, pypdf 7.1.1, Python 3.11.
# Names from Xinjiang and Tibet are written with U+00B7 between their parts. Guess before the run: a font with
# all of GB 2312 draws it, for it is there as A1A4. Seen: ReportLab writes such fonts with the character map
# UniGB-UCS2-H, in which A1A4 is U+30FB only; U+00B7 has no glyph (in the younger UniGB-UTF16-H it has, the
# same as U+30FB). stringWidth still counts a whole character. Readers that follow the map lose the dot
# (pdfminer; PyMuPDF, too), those that take the codes for UTF-16 still find it (pypdf, pypdfium2), so a test
# with one of these tells nothing. Remedy: embed a TrueType font, or write U+30FB for U+00B7 with these fonts.
# Output: pdfminer ['阿依古丽买买提', '阿依古丽·买买提'] pypdf ['阿依古丽·买买提', '阿依古丽・买买提'] width 10.0,
#         glyphs UniGB-UCS2-H [] [99] UniGB-UTF16-H [99] [99]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check reportlab==5.1.0 pdfminer.six==20260107 pypdf==7.1.1
cat >try.py <<'PYTHON'
from pdfminer.cmapdb import CMapDB
from pdfminer.high_level import extract_text
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

NAME = "阿依古丽\u00b7买买提"

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
canvas = Canvas("names.pdf")
canvas.setFont("STSong-Light", 10)
canvas.drawString(50, 700, NAME)
canvas.drawString(50, 650, NAME.replace("\u00b7", "\u30fb"))
canvas.save()

width = pdfmetrics.stringWidth("\u00b7", "STSong-Light", 10)
print("pdfminer", extract_text("names.pdf").split(), end=" ")
print("pypdf", PdfReader("names.pdf").pages[0].extract_text().split(), "width", width)
for name in ("UniGB-UCS2-H", "UniGB-UTF16-H"):
    print(name, *(list(CMapDB.get_cmap(name).decode(dot.encode("utf-16-be"))) for dot in "\u00b7\u30fb"), end=" ")
PYTHON
seen=$(env/bin/python try.py)
echo "$seen"
[ "$seen" = "pdfminer ['阿依古丽买买提', '阿依古丽·买买提'] pypdf ['阿依古丽·买买提', '阿依古丽・买买提'] width 10.0
UniGB-UCS2-H [] [99] UniGB-UTF16-H [99] [99] " ]

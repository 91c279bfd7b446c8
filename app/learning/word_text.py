"""The text of a Word file as a reader sees it: paragraphs with the numbers that Word counts before them.

A row of a table is a line with tabs between its cells; text boxes and footnotes stand behind their paragraph
and behind the text, what was deleted, moved away or hidden does not stand at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.errors import Refused
from app.rules.numerals import write_numeral

_PLACE = re.compile(r"%([1-9])")
_CHINESE = "hinese"  # chineseCounting, chineseCountingThousand; japaneseCounting is written alike
_MOST = 99  # headings


def read_docx(path: Path) -> str:
    """Return the text with a line for each paragraph and for each row of a table; raises Refused."""
    import docx

    try:
        book = docx.Document(str(path))
        return "\n".join(_Paragraphs(book).lines())
    except Exception as error:  # the library raises what XML and ZIP raise
        raise Refused(f"“{path.name}”不是完好的 Word 文件，请在 Word 或 WPS 中另存一次。") from error


class _Paragraphs:
    """Reads the paragraphs of a file, counting as Word does what is numbered by a list or a style."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401  # its XML is looked into
        from docx.oxml.ns import qn

        self._qn = qn
        self._book = book
        self._body = book.element.body
        compatible = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
        self._gone = {qn(f"w:{one}") for one in ("del", "moveFrom", "pPr", "rPr", "tblPr", "sectPr")} | {
            compatible
        }
        self._signs = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
        self._styles = {one.get(qn("w:styleId")): one for one in book.styles.element.iter(qn("w:style"))}
        self._lists = _lists(book, qn)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def lines(self) -> Iterator[str]:
        """Yield the text of each paragraph, and of each row of a table."""
        yield from self._blocks(self._body)
        for notes in _notes(self._book):
            yield from self._blocks(notes)

    def _blocks(self, element: Any) -> Iterator[str]:  # noqa: ANN401  # likewise
        qn = self._qn
        for child in element:
            if child.tag == qn("w:p"):
                text = "".join(self._said(child))
                yield f"{self._number(child)}{text}" if text.strip() else text
                for box in self._boxes(child):
                    yield from self._blocks(box)
            elif child.tag == qn("w:tbl"):
                for row in child.iter(qn("w:tr")):
                    if next(row.iterancestors(qn("w:tbl"))) is child:
                        yield from self._row(row)
            elif child.tag not in self._gone:
                yield from self._blocks(child)

    def _row(self, row: Any) -> Iterator[str]:  # noqa: ANN401  # likewise
        """Yield a row as a line with tabs; one whose cells hold whole paragraphs, as paragraphs."""
        qn = self._qn
        cells = []
        for cell in row.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr"))) is row:
                lines = [line for line in self._blocks(cell) if line.strip()]
                wide = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                cells.append((lines, int(wide.get(qn("w:val"))) if wide is not None else 1))
        if len(cells) == 1 or any(len(lines) > 1 for lines, _ in cells):
            yield from (line for lines, _ in cells for line in lines)
        else:
            yield "\t".join("".join(lines) + "\t" * (wide - 1) for lines, wide in cells)

    def _said(self, element: Any) -> Iterator[str]:  # noqa: ANN401  # likewise
        """Yield the text within a paragraph, that of its boxes not."""
        qn = self._qn
        for child in element:
            if child.tag in self._signs:
                yield self._signs[child.tag]
            elif child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag == qn("w:r") and child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None:
                continue
            elif child.tag not in self._gone and child.tag != qn("w:txbxContent"):
                yield from self._said(child)

    def _boxes(self, paragraph: Any) -> Iterator[Any]:  # noqa: ANN401  # likewise
        """Yield the text boxes at a paragraph; a box stands there twice, for newer and for older programs."""
        for box in paragraph.iter(self._qn("w:txbxContent")):
            above = {one.tag for one in box.iterancestors()}
            if not above & self._gone:
                yield box

    def _number(self, paragraph: Any) -> str:  # noqa: ANN401  # likewise
        """Return the number before a paragraph; empty where Word counts none."""
        name, level = self._counted(paragraph)
        own, shapes = self._lists.get(name, ("", {}))
        if level not in shapes:
            return ""
        counts = self._counts[own]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _PLACE.sub(lambda place: _written(shapes, counts, int(place[1]) - 1), shapes[level][1])

    def _counted(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401  # likewise
        """Return by which list a paragraph is numbered, and at which level: its own, else its style's."""
        qn, level = self._qn, None
        properties = paragraph.find(qn("w:pPr"))
        while properties is not None:
            numbered = properties.find(qn("w:numPr"))
            if numbered is not None:
                depth, name = numbered.find(qn("w:ilvl")), numbered.find(qn("w:numId"))
                if level is None and depth is not None:
                    level = int(depth.get(qn("w:val")))
                if name is not None:
                    return name.get(qn("w:val")), level or 0
            style = properties.find(qn("w:pStyle"))
            if style is None:  # a style's own properties: what it is based on comes next
                based = properties.getparent().find(qn("w:basedOn"))
                style = based
            named = self._styles.get(style.get(qn("w:val"))) if style is not None else None
            properties = named.find(qn("w:pPr")) if named is not None else None
        return "", 0


def _notes(book: Any) -> Iterator[Any]:  # noqa: ANN401  # its XML is looked into
    """Yield the text of each footnote and endnote."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for part in book.part.rels.values():
        if part.reltype in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
            for note in parse_xml(part.target_part.blob):
                if note.get(qn("w:type")) is None:  # the others are the lines above the notes
                    yield note


def _lists(book: Any, qn: Any) -> dict[str, tuple[str, dict[int, tuple[str, str]]]]:  # noqa: ANN401
    """Return by the name of a list whose counts it shares, and how each level counts and is written."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        numbering = book.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        return {}
    described = {}
    for one in numbering.findall(qn("w:abstractNum")):
        described[one.get(qn("w:abstractNumId"))] = {
            int(level.get(qn("w:ilvl"))): (
                level.find(qn("w:numFmt")).get(qn("w:val")),
                level.find(qn("w:lvlText")).get(qn("w:val")),
            )
            for level in one.findall(qn("w:lvl"))
            if level.find(qn("w:numFmt")) is not None and level.find(qn("w:lvlText")) is not None
        }
    own = {
        one.get(qn("w:numId")): one.find(qn("w:abstractNumId")).get(qn("w:val"))
        for one in numbering.findall(qn("w:num"))
    }
    return {name: (shared, described.get(shared, {})) for name, shared in own.items()}


def _written(shapes: dict[int, tuple[str, str]], counts: dict[int, int], level: int) -> str:
    number = min(counts.get(level, 1), _MOST)
    kind = shapes.get(level, ("decimal", ""))[0]
    return write_numeral(number) if _CHINESE in kind or kind.startswith("japanese") else str(number)

"""The text of a Word file as a reader sees it: paragraphs with the numbers that Word counts before them."""

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
    """Return the paragraphs, those of cells in their order, without what was deleted; raises Refused."""
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
        self._body = book.element.body
        self._styles = {one.get(qn("w:styleId")): one for one in book.styles.element.iter(qn("w:style"))}
        self._lists = _lists(book, qn)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def lines(self) -> Iterator[str]:
        """Yield the text of each paragraph."""
        qn = self._qn
        for paragraph in self._body.iter(qn("w:p")):
            nodes = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
            text = "".join(node.text or "" if node.tag == qn("w:t") else " " for node in nodes)
            yield f"{self._number(paragraph)}{text}" if text.strip() else text

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

"""The tree of headings, paragraphs and tables, of what the pen marked on the pages (ISO 32000-1, 14.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from app.printing.appending import Appendix

_MARK = re.compile(rb"/(Row)?(\w+) <</MCID (\d+)>> BDC")
_CELLS = (b"TH", b"TD")


def add_structure(appendix: Appendix, pages: Iterable[tuple[int, bytes]]) -> int:
    """Put the tree behind a file and return its number; a page comes as its number and what it draws."""
    root, document = appendix.reserve(), appendix.reserve()
    found: list[int] = []
    owners = []
    for page, drawn in pages:
        leaves: list[int] = []
        found += _page_elements(appendix, document, page, drawn, leaves)
        owners.append(_put(appendix, b"[%s]" % _references(leaves)))
    _element(appendix, document, b"Document", root, b"/K[%s]" % _references(found))
    numbers = b" ".join(b"%d %d 0 R" % pair for pair in enumerate(owners))
    parents = _put(appendix, b"<</Nums[%s]>>" % numbers)
    appendix.put(root, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R>>" % (document, parents))
    return root


def _page_elements(
    appendix: Appendix, document: int, page: int, drawn: bytes, leaves: list[int]
) -> Iterator[int]:
    """Put what stands on a page into the tree and yield it; `leaves` takes the elements of its marks."""
    for is_table, run in groupby(_MARK.findall(drawn), key=lambda mark: mark[1] in _CELLS):
        if not is_table:
            for _, kind, mark in run:
                leaves.append(_leaf(appendix, document, page, kind, mark))
                yield leaves[-1]
            continue
        table = appendix.reserve()
        rows: list[tuple[int, list[int]]] = []
        for begins_row, kind, mark in run:
            if begins_row or not rows:
                rows.append((appendix.reserve(), []))
            row, cells = rows[-1]
            cells.append(_leaf(appendix, row, page, kind, mark))
        for row, cells in rows:
            leaves += cells
            _element(appendix, row, b"TR", table, b"/K[%s]" % _references(cells))
        _element(appendix, table, b"Table", document, b"/K[%s]" % _references([row for row, _ in rows]))
        yield table


def _leaf(appendix: Appendix, parent: int, page: int, kind: bytes, mark: bytes) -> int:
    number = appendix.reserve()
    _element(appendix, number, kind, parent, b"/Pg %d 0 R/K %s" % (page, mark))
    return number


def _element(appendix: Appendix, number: int, kind: bytes, parent: int, more: bytes) -> None:
    appendix.put(number, b"<</Type/StructElem/S/%s/P %d 0 R%s>>" % (kind, parent, more))


def _put(appendix: Appendix, said: bytes) -> int:
    number = appendix.reserve()
    appendix.put(number, said)
    return number


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)

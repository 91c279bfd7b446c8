"""The file that a print goes into, written page by page.

ReportLab keeps all pages to the end and then makes the whole file twice in memory: a list of 100,000 rows has
6,000 pages.
"""

from __future__ import annotations

from typing import BinaryIO
from zlib import compress

from reportlab.pdfbase.pdfdoc import (
    PDFCrossReferenceTable,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFTrailer,
)

_VERSION = (1, 7)  # of the format, which archives want
_STREAM_ENDS = b"endstream\nendobj\n"
_OF_STRUCTURE = ("StructParents", "Tabs")  # what ReportLab does not know of a page


class Document(PDFDocument):  # type: ignore[misc]  # ReportLab is untyped
    """A PDF document whose finished pages are in its file and no longer in memory."""

    def __init__(self, file: BinaryIO, language: str) -> None:
        super().__init__(invariant=1, lang=language)
        self._written = _Written(_VERSION, file)

    def addPage(self, page: PDFPage) -> None:  # noqa: N802  # ReportLab's name
        """Write a page, compressed; what it refers to besides its text is written in the end."""
        stream = PDFStream(content=compress(page.stream.encode("latin-1")))
        stream.dictionary["Filter"] = PDFName("FlateDecode")
        page.Contents = self.Reference(stream)
        page.Trans = None  # ReportLab's empty transition, which archives forbid
        page.__NoDefault__ = (*page.__NoDefault__, *_OF_STRUCTURE)
        page.StructParents, page.Tabs = len(self.Pages.pages), PDFName("S")
        self._write(page.Contents.name)
        super().addPage(page)
        name = page.__InternalName__
        self._write(name)
        self.Pages.pages[-1] = PDFObjectReference(name)

    def format(self) -> bytes:
        """Write what is left, and return nothing more to write."""
        number = 1
        while name := self.numberToId.get(number):  # what is written may refer to more
            if name not in self.idToOffset:
                self._write(name)
            number += 1
        table = PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[at] for at in range(1, number)])
        begins = self._written.add(table.format(self))
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        self._written.add(PDFTrailer(begins, Size=number, Root=root, Info=info, ID=self.ID()).format(self))
        return b""

    def _write(self, name: str) -> None:
        said = PDFIndirectObject(name, self.idToObject[name]).format(self)
        if said.endswith(_STREAM_ENDS):  # which begins on a line of its own, archives say
            said = b"%s\n%s" % (said.removesuffix(_STREAM_ENDS), _STREAM_ENDS)
        self.idToOffset[name] = self._written.add(said)
        self.idToObject[name] = None


class _Written(PDFFile):  # type: ignore[misc]  # ReportLab is untyped
    """What ReportLab collects of a file, written at once."""

    def __init__(self, version: tuple[int, int], file: BinaryIO) -> None:
        super().__init__(version)
        file.write(self.format(None))
        self.write = file.write

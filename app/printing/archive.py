"""Files that an archive accepts: PDF/A-2b (ISO 19005-2), with the structure of headings and tables."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, NamedTuple

from app.printing.appending import Appendix, Written, reference
from app.printing.structure import add_structure

_log = logging.getLogger(__name__)

_FLAVOUR = "2b"
# Pages; of more, which are alike, a clerk would wait. One of 100,000 rows conforms: by hand it took 77 s and
# 1.7 GB, and the validator had to be told to bear more than a million elements of structure.
_MOST_VALIDATED = 100


def archive(source: Path | BinaryIO, target: Path | BinaryIO) -> None:
    """Write a print of ours as PDF/A-2b; one that is not very long is read back and validated.

    One that does not conform is written as it is, and the log says why: a clerk must have her paper.
    """
    with TemporaryFile() as made:
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as file:
            pages = _write(Written(file), made)
        if pages <= _MOST_VALIDATED:
            _validate(made)
        made.seek(0)
        with target.open("wb") if isinstance(target, Path) else nullcontext(target) as kept:
            shutil.copyfileobj(made, kept)


def _write(written: Written, file: BinaryIO) -> int:
    """Write a print again, with what makes an archive accept it behind it, and return its number of pages."""
    appendix, pages = Appendix(written, file), written.pages()
    tree = add_structure(appendix, _drawn(written, pages))
    told = _declared(written.object(written.info))
    metadata = appendix.add_stream(b"/Type/Metadata/Subtype/XML", told.metadata, plain=True)
    profile = appendix.add_stream(b"/N 3", told.profile)
    intent = b"/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
    more = b"/Metadata %d 0 R/OutputIntents[<<%s/DestOutputProfile %d 0 R>>]" % (metadata, intent, profile)
    more += b"/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>" % tree
    appendix.put(written.root, b"<<%s%s" % (more, written.object(written.root).removeprefix(b"<<")))
    appendix.put(written.info, told.info)
    appendix.end(written.root, written.info)
    return len(pages)


def _drawn(written: Written, pages: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Yield each page with what draws it."""
    for page in pages:
        yield page, written.stream(reference(written.object(page), b"Contents"))


class _Declared(NamedTuple):
    """What a file tells of itself: as XMP, as older programs read it, and by which colours it is drawn."""

    metadata: bytes
    info: bytes
    profile: bytes


def _declared(info: bytes) -> _Declared:
    """Return what a file with this information about itself is to tell, as said of one with an empty page."""
    import pikepdf
    from pikepdf import pdfa

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Object.parse(info))
        pdfa.prepare(pdf, _FLAVOUR)
        (intent,) = pdf.Root.OutputIntents
        return _Declared(
            pdf.Root.Metadata.read_bytes(),
            pdf.trailer.Info.unparse(resolved=True),
            intent.DestOutputProfile.read_bytes(),
        )


def _validate(made: BinaryIO) -> None:
    from pikepdf import pdfa

    made.seek(0)
    report = pdfa.validate_written(made, _FLAVOUR)
    if not report.passed:
        rules = ", ".join(dict.fromkeys(finding.rule for finding in report.findings))
        _log.error("a print does not conform to PDF/A: %s", rules)  # what they say quotes the print

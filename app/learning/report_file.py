"""The text of a report as it was kept: a Word file, new or old, a text file."""

from __future__ import annotations

import struct
from pathlib import Path
from unicodedata import category

from app.errors import Refused
from app.exchange.delimited import decoded
from app.learning.word_text import read_docx
from app.rules.text import plain_breaks, plain_lines

_LARGEST = 30_000_000
_WORD, _MAGIC = b"\xd0\xcf\x11\xe0", 0xA5EC
_TABLE_IS_1, _ENCRYPTED = 0x0200, 0x0100
_FLAGS, _TEXT_LENGTH, _PIECES, _PIECES_LENGTH = 0x0A, 0x4C, 0x01A2, 0x01A6
_OTHERS = (
    (b"%PDF", " PDF", "请把文字复制下来，用“粘贴”"),
    (b"{\\rtf", " RTF 文件", "请在 Word 或 WPS 中另存为 docx"),
    (b"<htm", "网页", "请在 Word 或 WPS 中打开，另存为 docx"),
    (b"<HTM", "网页", "请在 Word 或 WPS 中打开，另存为 docx"),
    (b"<!DOC", "网页", "请在 Word 或 WPS 中打开，另存为 docx"),
    (b"<?xml", " XML 文件", "请在 Word 或 WPS 中打开，另存为 docx"),
    *(
        (mark, "图片", "请输入或粘贴里面的文字")
        for mark in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
    ),
)
"""How files of other kinds begin, what they are, what to do."""
_NO_TEXT, _IN_A_HUNDRED = "\x00", 100
_IN_BYTES = 0x40000000
_CELL_ENDS = "\x07"  # of the last cell of a row, twice
_FIELD_BEGINS, _FIELD_SHOWS, _FIELD_ENDS = "\x13", "\x14", "\x15"


def read_report(path: Path) -> str:
    """Return the text of a report, a line for each paragraph; raises Refused for what is none."""
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError as error:
        raise Refused(f"打不开“{path.name}”，请检查文件是否被移走或改名。") from error
    if size is None:
        raise Refused(f"找不到“{path.name}”，请检查文件是否被移走或改名。")
    if size > _LARGEST:
        raise Refused(f"“{path.name}”太大，不像一份总结，请换一份。")
    with path.open("rb") as file:
        head = file.read(5)
    if head.startswith(b"PK\x03\x04"):
        return plain_lines(read_docx(path))
    if head.startswith(_WORD):
        return plain_lines(_doc(path))
    for mark, kind, remedy in _OTHERS:
        if head.startswith(mark):
            raise Refused(f"“{path.name}”是{kind}，{remedy}。")
    try:
        text = plain_breaks(decoded(path))
    except Refused:
        text = _NO_TEXT
    if sum(map(_is_no_text, text)) * _IN_A_HUNDRED > len(text):
        raise Refused(f"“{path.name}”不是文字文件，请选 Word 或文本文件（docx、doc、txt），或粘贴文字。")
    return plain_lines(text)


def _is_no_text(sign: str) -> bool:
    """Tell whether a character is of no text: control, private, not assigned."""
    return sign not in "\n\t\f" and category(sign) in ("Cc", "Co", "Cn", "Cs")


def _doc(path: Path) -> str:
    """Return the main text of a file of Word 97 to 2003, by its table of pieces ([MS-DOC] 2.4.1)."""
    from xlrd.compdoc import CompDoc, CompDocError

    try:
        book = CompDoc(path.read_bytes(), logfile=None)
        if book.get_named_stream("EncryptedPackage") is not None:
            raise Refused(f"“{path.name}”加了密码，请在 Word 或 WPS 中去掉密码，另存一次。")
        main = _stream(book, "WordDocument")
        magic, flags = struct.unpack_from("<H", main, 0)[0], struct.unpack_from("<H", main, _FLAGS)[0]
        if magic != _MAGIC or flags & _ENCRYPTED:
            raise Refused(f"“{path.name}”加了密码或太旧，请在 Word 或 WPS 中另存为 docx。")
        table = _stream(book, "1Table" if flags & _TABLE_IS_1 else "0Table")
        first, length = struct.unpack_from("<II", main, _PIECES)
        count = struct.unpack_from("<i", main, _TEXT_LENGTH)[0]
        text = "".join(_pieces(main, table[first : first + length]))[:count]
    except (CompDocError, struct.error, IndexError, AssertionError, UnicodeDecodeError) as error:
        raise Refused(f"“{path.name}”不是完好的 Word 文件，请在 Word 或 WPS 中另存为 docx。") from error
    return _shown(text)


def _stream(book: object, name: str) -> bytes:
    stream: bytes | None = book.get_named_stream(name)  # type: ignore[attr-defined]  # xlrd has no types
    if stream is None:
        raise IndexError(name)
    return bytes(stream)


def _pieces(main: bytes, pieces: bytes) -> list[str]:
    """Read the text piece by piece: what was typed later stands elsewhere in the file."""
    at = 0
    while pieces[at] == 1:  # formats of paragraphs stand before
        at += 3 + struct.unpack_from("<H", pieces, at + 1)[0]
    size = struct.unpack_from("<I", pieces, at + 1)[0]
    table = pieces[at + 5 : at + 5 + size]
    many = (size - 4) // 12
    ends = struct.unpack_from(f"<{many + 1}I", table, 0)
    texts = []
    for place in range(many):
        where = struct.unpack_from("<I", table, 4 * (many + 1) + 8 * place + 2)[0]
        length = ends[place + 1] - ends[place]
        if where & _IN_BYTES:
            start = (where & ~_IN_BYTES) // 2
            texts.append(main[start : start + length].decode("cp1252", "replace"))
        else:
            texts.append(main[where : where + 2 * length].decode("utf-16-le"))
    return texts


def _shown(text: str) -> str:
    """Return what a reader sees: fields by what they show, paragraphs and rows of a table as lines."""
    shown, depth, hidden = [], 0, 0
    for sign in text.replace(_CELL_ENDS * 2, "\r").replace(_CELL_ENDS, "\t"):
        if sign == _FIELD_BEGINS:
            depth, hidden = depth + 1, hidden + 1
        elif sign == _FIELD_SHOWS:
            hidden = max(0, hidden - 1)
        elif sign == _FIELD_ENDS:
            depth, hidden = max(0, depth - 1), min(hidden, max(0, depth - 1))
        elif not hidden:
            shown.append("\n" if sign in "\r\x0b\x0c" else sign)
    return "".join(sign for sign in shown if sign >= " " or sign in "\n\t")

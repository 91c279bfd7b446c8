"""The text of an old report out of the files in which offices keep them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from app.errors import Refused
from app.learning.report_file import read_report
from app.office import Office
from app.rules.periods import year
from app.summary.annex import Place
from app.summary.compose import compose
from app.summary.writing import write
from tests.helpers.word97 import write_doc, write_streams

TEXT = "工作总结\n一、维权\n全年受理争议12起。"


def test_a_word_file_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    book = docx.Document()
    for line in TEXT.split("\n"):
        book.add_paragraph(line)
    book.add_table(1, 2).rows[0].cells[1].text = "23名"
    book.save(str(tmp_path / "总结.docx"))
    assert read_report(tmp_path / "总结.docx").split() == [*TEXT.split(), "23名"]


def test_what_was_deleted_in_word_is_gone(tmp_path: Path) -> None:
    """Text under revision marks: what was inserted stands, what was deleted does not."""
    book = docx.Document()
    paragraph = book.add_paragraph("受理")
    deleted = paragraph._p.makeelement(qn("w:del"), {})
    paragraph.add_run("旧字")
    deleted.append(paragraph.runs[-1]._r)
    paragraph._p.append(deleted)
    deleted[0][0].tag = deleted[0][0].tag.replace("}t", "}delText")
    paragraph.add_run("12起")
    book.save(str(tmp_path / "总结.docx"))
    assert read_report(tmp_path / "总结.docx") == "受理12起"


def test_an_old_word_file_is_read_by_its_pieces(tmp_path: Path) -> None:
    """What was typed later lies in a piece of its own; a field shows its result only."""
    pieces = ["工作总结\r一、", "2011", "年受理", "12", "起\r共\x13 PAGE \x14", "3", "\x15页\x07\x07完"]
    path = write_doc(tmp_path / "总结.doc", pieces)
    assert read_report(path) == "工作总结\n一、2011年受理12起\n共3页\n完"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_what_it_is_written(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_report(path) == TEXT


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("总结.pdf", b"%PDF-1.7\n", "PDF"),
        ("总结.png", b"\x89PNG\r\n\x1a\n\x00\x00", "是图片"),
        ("总结.doc", b"{\\rtf1 }", "另存为 docx"),
        ("总结.doc", b"<html><body>", "另存为 docx"),
        ("总结.txt", bytes(range(1, 32)) * 20, "不是文字文件"),
        ("总结.docx", b"PK\x03\x04 cut off", "不是完好的 Word"),
        ("总结.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "不是完好的 Word"),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused, match=words):
        read_report(path)


def test_an_old_word_file_under_a_password_is_refused(tmp_path: Path) -> None:
    path = write_doc(tmp_path / "总结.doc", ["工作总结"], flags=0x0300)
    with pytest.raises(Refused, match="密码"):
        read_report(path)


def test_a_row_of_a_table_is_a_line(tmp_path: Path) -> None:
    book = docx.Document()
    table = book.add_table(2, 3)
    for row, cells in enumerate((("指标", "单位", "2025年"), ("新建工会", "家", "12"))):
        for cell, text in zip(table.rows[row].cells, cells, strict=True):
            cell.text = text
    book.save(str(tmp_path / "总结.docx"))
    assert read_report(tmp_path / "总结.docx") == "指标\t单位\t2025年\n新建工会\t家\t12"


def test_each_text_stands_once_as_a_reader_sees_it(tmp_path: Path) -> None:
    """A text box lies in the file twice; what was moved away or hidden is still in it."""
    book = docx.Document()
    paragraph = book.add_paragraph("受理")
    box = "<w:txbxContent><w:p><w:r><w:t>签约8份</w:t></w:r></w:p></w:txbxContent>"
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    for added in (
        f"<w:r {names}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
        f"<w:moveFrom {names}><w:r><w:t>旧处</w:t></w:r></w:moveFrom>",
        f"<w:r {names}><w:rPr><w:vanish/></w:rPr><w:t>不给人看</w:t></w:r>",
        f"<w:r {names}><w:t>3</w:t><w:noBreakHyphen/><w:t>4起</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(added))
    book.save(str(tmp_path / "总结.docx"))
    assert read_report(tmp_path / "总结.docx") == "受理3-4起\n签约8份"


def test_a_new_word_file_under_a_password_is_refused(tmp_path: Path) -> None:
    path = write_streams(
        tmp_path / "总结.docx", {"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x" * 5000}
    )
    with pytest.raises(Refused, match="密码"):
        read_report(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="找不到"):
        read_report(tmp_path / "没有.docx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="找不到"):
        read_report(tmp_path)


def test_headings_that_word_counts_have_their_numbers(office: Office, tmp_path: Path) -> None:
    """The program's own Word file numbers its headings by their styles: as text they read 一、（一）."""
    text = "总结\n\n一、维权\n（一）调解\n受理争议很少。\n（二）帮扶\n慰问很多。\n\n二、文体\n办了活动。"
    write(
        compose(text, year(2011)),
        tmp_path / "总结.docx",
        printed_at=datetime(2012, 1, 1),
        place=Place.NOWHERE,
    )
    lines = read_report(tmp_path / "总结.docx").split("\n")
    assert [line for line in lines if line.endswith(("维权", "调解", "帮扶", "文体"))] == [
        "一、维权",
        "（一）调解",
        "（二）帮扶",
        "二、文体",
    ]

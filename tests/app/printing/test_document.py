from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.printing.document import Document
from app.printing.fonts import register
from app.printing.ink import Pen
from app.printing.page import LANDSCAPE, PORTRAIT
from app.printing.roles import Role
from app.printing.styles import VALUE


@pytest.fixture
def file() -> BytesIO:
    return BytesIO()


@pytest.fixture
def canvas(file: BytesIO) -> Canvas:
    canvas = Canvas(file, initialFontName=register(Role.SONG))
    canvas._doc = Document(file, "zh-CN")
    return canvas


def draw(canvas: Canvas, text: str) -> None:
    pen = Pen(canvas)
    pen.begin_page(PORTRAIT)
    pen.write(100, 100, text, VALUE)
    pen.finish_page()


def test_a_finished_page_is_in_its_file(file: BytesIO, canvas: Canvas) -> None:
    sizes = []
    for text in ("陆建国", "王芳"):
        draw(canvas, text)
        sizes.append((file.getvalue().count(b"/Type /Page\n"), file.getvalue().count(b"endstream")))
    assert sizes == [(1, 1), (2, 2)]


def test_what_was_written_page_by_page_is_a_sound_file(file: BytesIO, canvas: Canvas) -> None:
    draw(canvas, "陆建国")
    canvas.setPageSize((LANDSCAPE.width, LANDSCAPE.height))
    canvas.setTitle("花名册")
    draw(canvas, "王芳")
    canvas.save()
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert (len(pdf.pages), str(pdf.Root.Lang), str(pdf.docinfo["/Title"])) == (2, "zh-CN", "花名册")
    document = pypdfium2.PdfDocument(file.getvalue())
    assert [page.get_textpage().get_text_bounded() for page in document] == ["陆建国", "王芳"]
    document.close()

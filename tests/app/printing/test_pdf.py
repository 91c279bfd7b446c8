import re
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from app.printing.form import Cell, FormSheet
from app.printing.layout import Abandoned, Onlooker
from app.printing.pdf import PrintResult, write
from app.printing.sheet import Sheet
from tests.helpers.proofs import read_pages

MakeSheet = Callable[..., Sheet]
PrintTexts = Callable[..., list[str]]

AT = datetime(2011, 1, 18, 9, 5)
FORM = FormSheet("档案表", ((Cell("姓名", 2, label=True), Cell("陆建国", 22)),))


def printed(*sheets: Sheet | FormSheet) -> bytes:
    write(sheets, target := BytesIO(), printed_at=AT)
    return target.getvalue()


def test_the_same_sheets_give_the_same_bytes(make_sheet: MakeSheet) -> None:
    assert printed(make_sheet(), FORM) == printed(make_sheet(), FORM)


def test_every_font_is_embedded(make_sheet: MakeSheet) -> None:
    pdf = printed(make_sheet(["徐\U00020bb7\U0002b740"], watermark="内部资料 注意保密"), FORM)
    fonts = re.findall(rb"/Type /Font\b", pdf)
    assert len(fonts) >= 5
    assert len(re.findall(rb"/FontFile2 \d+ 0 R", pdf)) == len(fonts)


def test_a_file_and_a_stream_get_the_same(make_sheet: MakeSheet, tmp_path: Path) -> None:
    write([make_sheet()], tmp_path / "a.pdf", printed_at=AT)
    assert (tmp_path / "a.pdf").read_bytes() == printed(make_sheet())


def test_the_number_of_pages_is_returned(make_sheet: MakeSheet) -> None:
    result = write([make_sheet(["陆建国"] * 40), FORM], target := BytesIO(), printed_at=AT)
    document = pypdfium2.PdfDocument(target)
    assert result == PrintResult(pages=len(document), missing=())
    assert len(document) > 2
    document.close()


def test_texts_with_characters_no_font_has_are_named(make_sheet: MakeSheet) -> None:
    result = write([make_sheet(["陆建国", "张\ue000"])], BytesIO(), printed_at=AT)
    assert result.missing == (("张\ue000", "\ue000"),)


def test_pages_and_rows_are_numbered_anew_for_each_sheet(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    pages = print_texts(make_sheet(["陆建国"] * 20, signing=True), make_sheet(["欧阳秀兰"]))
    numbers = [re.findall(r"第 \d+ 页　共 \d+ 页", page) for page in pages]
    assert numbers == [["第 1 页　共 2 页"], ["第 2 页　共 2 页"], ["第 1 页　共 1 页"]]
    assert "1 欧阳秀兰" in pages[2]


def test_what_is_seen_first_of_a_long_print_is_what_comes_out(make_sheet: MakeSheet, tmp_path: Path) -> None:
    """Whatever makes a column wide stands on the last page; the pages are counted to the end."""
    shown: list[bytes] = []
    listed = make_sheet(["陆建国"] * 300 + ["阿卜杜热合曼·买买提依明·艾合买提"], watermark="内部资料")
    write([listed], tmp_path / "all.pdf", printed_at=AT, stamped=True, onlooker=Onlooker(shown.append))
    (tmp_path / "first.pdf").write_bytes(*shown)
    first, all_pages = read_pages(tmp_path / "first.pdf"), read_pages(tmp_path / "all.pdf")
    assert 1 <= len(first) < len(all_pages)
    assert first == all_pages[: len(first)]


def test_the_first_form_is_seen_before_the_last_is_filled() -> None:
    shown: list[bytes] = []

    def forms() -> Iterator[FormSheet]:
        for _ in range(40):
            yield FORM
        assert shown, "the first page waits for the last form"

    assert write(forms(), BytesIO(), printed_at=AT, onlooker=Onlooker(shown.append)).pages == 40
    assert len(shown) == 1


def test_of_a_list_known_to_be_long_the_first_pages_are_shown_once_they_are_drawn(
    make_sheet: MakeSheet,
) -> None:
    file, drawn = BytesIO(), []

    def look(_: bytes) -> None:
        drawn.append(file.getvalue().count(b"/Type /Page\n"))

    write([make_sheet(["陆建国"] * 300)], file, printed_at=AT, onlooker=Onlooker(look))
    assert drawn == [2]


def test_pages_that_nobody_wants_any_more_are_not_drawn(make_sheet: MakeSheet) -> None:
    shown: list[bytes] = []
    file = BytesIO()
    with pytest.raises(Abandoned):
        write(
            [make_sheet(["陆建国"] * 300)],
            file,
            printed_at=AT,
            onlooker=Onlooker(shown.append, lambda: not shown),
        )
    assert file.getvalue().count(b"/Type /Page\n") == 2


def test_a_short_print_is_seen_whole(make_sheet: MakeSheet) -> None:
    shown: list[bytes] = []
    write([make_sheet()], BytesIO(), printed_at=AT, onlooker=Onlooker(shown.append))
    assert shown == []


def test_each_text_with_a_character_no_font_has_is_named_on_whichever_sheet(make_sheet: MakeSheet) -> None:
    sheets = [make_sheet(["张\ue000"]), make_sheet(["李\ue000", "张\ue000"])]
    found = write(sheets, BytesIO(), printed_at=AT).missing
    assert found == (("张\ue000", "\ue000"), ("李\ue000", "\ue000"))


def test_the_time_of_printing_is_on_no_page_unless_it_is_asked_for(make_sheet: MakeSheet) -> None:
    for stamped in (False, True):
        write([make_sheet(), FORM], target := BytesIO(), printed_at=AT, stamped=stamped)
        document = pypdfium2.PdfDocument(target)
        pages = [page.get_textpage().get_text_bounded() for page in document]
        document.close()
        assert ["打印时间：2011年1月18日 09:05" in page for page in pages] == [stamped] * len(pages)


@pytest.mark.parametrize(("landscape", "size"), [(True, (842, 595)), (False, (595, 842))])
def test_paper_is_a4_either_way(make_sheet: MakeSheet, *, landscape: bool, size: tuple[int, int]) -> None:
    document = pypdfium2.PdfDocument(printed(make_sheet(landscape=landscape)))
    assert tuple(round(points) for points in document[0].get_size()) == size
    document.close()


def test_a_viewer_shows_the_title_and_who_made_it_when(make_sheet: MakeSheet) -> None:
    write([make_sheet()], target := BytesIO(), printed_at=AT, author="泰祥社区工会")
    document = pypdfium2.PdfDocument(target)
    told = document.get_metadata_dict()
    assert (told["Title"], told["Author"]) == ("慰问金发放表", "泰祥社区工会")
    assert told["CreationDate"] == "D:20110118090500"
    assert b"/DisplayDocTitle true" in target.getvalue()
    document.close()


def test_a_watermark_is_on_each_page_of_its_sheet_only(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    secret = make_sheet(["陆建国"] * 20, signing=True, watermark="内部资料 注意保密")
    assert ["注意保密" in page for page in print_texts(secret, make_sheet())] == [True, True, False]

"""A long list takes little more than drawing its cells, whatever its length, and no more memory.

The bare canvas draws the same texts and rules, without knowing any width or page.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from app import sample
from app.errors import Refused
from app.office import close_office, open_office
from app.printing import fonts
from app.printing.layout import Onlooker, Print, PrintRequest
from app.printing.page import LANDSCAPE, MM
from app.printing.pdf import write
from app.printing.prints import make
from app.printing.roles import Role
from app.printing.sheet import Column, Sheet
from app.registry import prints
from tests.helpers.measured import measured

AT = datetime(2011, 1, 18, 9, 5)
COLUMNS = tuple(
    Column(heading, 24)
    for heading in (
        "姓名",
        "身份证号",
        "工作单位",
        "困难类别",
        "帮扶项目",
        "金额（元）",
        "联系电话",
        "建档日期",
    )
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"


def rows(count: int) -> list[Sequence[str]]:
    return [
        (
            f"{SURNAMES[at % 16]}{'建国秀兰志明'[at % 5 :][:2]}",
            f"31010419{at % 90 + 10:02d}0506{at % 10000:04d}",
            f"泰祥{at % 977}号精密机械有限公司",
            "相对困难",
            "送温暖慰问",
            f"{at % 5000 + 100:,}.00",
            f"13{at % 1_000_000_000:09d}",
            f"2011年{at % 12 + 1}月{at % 28 + 1}日",
        )
        for at in range(count)
    ]


def draw_bare(cells: list[Sequence[str]]) -> None:
    """Draw the cells as quickly as ReportLab does: one font, one rule around each."""
    name = fonts.register(Role.SONG)
    canvas = Canvas(BytesIO(), initialFontName=name)
    for start in range(0, len(cells), 20):
        canvas.setPageSize((LANDSCAPE.width, LANDSCAPE.height))
        text = canvas.beginText()
        text.setFont(name, 10.5)
        rules = []
        for at, row in enumerate(cells[start : start + 20]):
            y = LANDSCAPE.top - at * 8 * MM
            for place, cell in enumerate((str(start + at + 1), *row)):
                x = LANDSCAPE.side + place * 29 * MM
                text.setTextOrigin(x, y)
                text.textOut(cell)
                rules.append((x, y, x, y + 8 * MM))
            rules.append((LANDSCAPE.side, y, LANDSCAPE.side + LANDSCAPE.room, y))
        canvas.lines(rules)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def spent(work: Callable[..., None], *args: object) -> float:
    """Return the processor's seconds that work takes."""
    before = time.process_time()
    work(*args)
    return time.process_time() - before


def printed(cells: list[Sequence[str]], target: Path) -> None:
    write([Sheet("花名册", COLUMNS, cells)], target, printed_at=AT)


def test_ten_thousand_rows_take_little_more_than_drawing_them(tmp_path: Path) -> None:
    cells = rows(10_000)
    draw_bare(cells[:200])
    target = tmp_path / "list.pdf"
    with measured("list as PDF", 10_000, unit="s", goal="1.3x", floor_is="bare canvas") as line:
        line.measure(partial(printed, cells, target), partial(draw_bare, cells), turns=3)
        line.check(_last_is_there(target, cells))
    assert min(line.taken) <= 1.3 * min(line.floor)


def test_a_hundred_thousand_rows_take_ten_times_as_long_and_little_memory(tmp_path: Path) -> None:
    few, many = rows(10_000), rows(100_000)
    once = spent(printed, few, tmp_path / "few.pdf")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ten = spent(printed, many, tmp_path / "many.pdf")
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    with measured("list as PDF", 100_000, unit="s") as line:
        line.taken = [ten]
        line.check(_last_is_there(tmp_path / "many.pdf", many))
    with measured("memory of a list as PDF", 100_000, unit="MB", goal="200 MB") as line:
        line.taken = [more]
        line.check(_last_is_there(tmp_path / "many.pdf", many))
    assert ten <= 13 * once
    assert more <= 30


def test_an_archived_list_is_told_cell_by_cell_in_little_memory(tmp_path: Path) -> None:
    many = rows(40_000)
    write([Sheet("花名册", COLUMNS, rows(5_000))], tmp_path / "few.pdf", printed_at=AT, archived=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    write([Sheet("花名册", COLUMNS, many)], tmp_path / "many.pdf", printed_at=AT, archived=True)
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    with measured("memory of an archived list", len(many), unit="MB", goal="30 MB") as line:
        line.taken = [more]
        line.check(_last_is_there(tmp_path / "many.pdf", many))
    assert more <= 30


def _last_is_there(target: Path, cells: list[Sequence[str]]) -> bool:
    """Tell whether the last row stands on the last page, with its number."""
    with pdfium.PdfDocument(target) as paper:
        text = paper[len(paper) - 1].get_textpage().get_text_bounded()
    return cells[-1][1] in text and str(len(cells)) in text


@pytest.mark.parametrize("rows_", [1, 500])
def test_a_usual_list_is_there_in_a_third_of_a_second(rows_: int, tmp_path: Path) -> None:
    printed(rows(1), tmp_path / "warm.pdf")
    assert spent(printed, rows(rows_), tmp_path / "list.pdf") <= 1 / 3


class _Begun(Exception):
    """The first pages are there: the others need not be drawn."""


def _stop(_: bytes) -> None:
    raise _Begun


def test_the_first_page_of_any_print_is_seen_at_once(tmp_path: Path) -> None:
    """Of 5,322 forms as of one, and of as many rows: what is shown is given before the others are filled."""
    office, target = tmp_path / "sample.union", tmp_path / "print.pdf"
    sample.build(office)
    open_office(office)
    asked = PrintRequest(date.today())
    printed(rows(1), tmp_path / "warm.pdf")
    with measured("first page of the slowest print", len(prints()), goal="333 ms") as line:
        line.taken = [max(_first_page(paper, asked, target) for paper in prints())]
        line.check(max(line.taken) > 0)
    close_office()
    assert max(line.taken) <= 0.5  # what waited for the last form took fifteen


def _first_page(paper: Print, asked: PrintRequest, target: Path) -> float:
    """Return the processor's seconds until something of a print can be shown, or it is known to be empty."""

    def begin() -> None:
        with suppress(_Begun, Refused):
            make(paper, asked, target, onlooker=Onlooker(_stop))

    return min(spent(begin) for _ in range(3))

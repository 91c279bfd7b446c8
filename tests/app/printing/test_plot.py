"""Charts as they stand on the page: what they say, how long the bars are, and that grey tells them apart."""

from __future__ import annotations

import pypdfium2
import pytest
from pypdfium2 import PdfPage

from app.printing.chart import Bar, Chart
from app.printing.plot import Inks, height_of, picture, texts

PARTS = Chart(
    "bars",
    "受理争议（起）",
    (Bar("确认劳动关系", 2, 1, "2", "1"), Bar("工资 <b>&", 10, 8, "10", "8")),
    "2011年",
    "2010年",
)
MONTHS = Chart(
    "columns",
    "帮扶人次（人次）",
    tuple(
        Bar(f"{month}月", month * 10, month * 5, f"{month * 10}", f"{month * 5}") for month in range(1, 13)
    ),
    "2011年",
    "2010年",
)


def page(chart: Chart, inks: Inks | None = None) -> PdfPage:
    document = pypdfium2.PdfDocument(picture(chart, 350, inks or Inks()))
    return document[0]


def greys(chart: Chart, y: float) -> list[int]:
    """The shades along a line across the page, from left to right; y in points from the top."""
    shown = page(chart).render(scale=4).to_pil().convert("L")
    return [shown.getpixel((x, round(y * 4))) for x in range(shown.width)]


@pytest.mark.parametrize("chart", [PARTS, MONTHS])
def test_a_chart_says_its_title_its_key_and_each_label(chart: Chart) -> None:
    said = page(chart).get_textpage().get_text_range()
    for text in (chart.title, "2011年", "2010年", *(bar.label for bar in chart.bars)):
        assert text in said


def test_the_page_is_as_large_as_the_chart() -> None:
    assert page(PARTS).get_size() == pytest.approx((350, height_of(PARTS)), abs=0.1)


def test_the_length_of_a_bar_is_its_number() -> None:
    rows = {
        name: sum(one < 128 for one in greys(PARTS, 20 + 23 * number + 7))
        for number, name in ((0, 2), (1, 10))
    }
    assert rows[10] / rows[2] == pytest.approx(5, rel=0.06)


def test_this_year_is_darker_than_last_also_in_grey() -> None:
    now, before = (min(greys(PARTS, 43 + y)[400:800]) for y in (7, 14))
    assert before - now > 60
    assert before < 225


def test_columns_rise_with_the_months() -> None:
    shown = page(MONTHS).render(scale=2).to_pil().convert("RGB")
    this_year = (0x1F, 0x5F, 0xBF)

    def tall(share: float) -> list[int]:
        """The places of this year's columns that reach this share of the height."""
        y = shown.height - round((14 + 96 * share) * 2)
        return [x for x in range(shown.width) if shown.getpixel((x, y)) == this_year]

    assert len(tall(0.04)) == pytest.approx(12 * len(tall(0.97)), rel=0.1)
    assert min(tall(0.97)) > shown.width * 11 / 12
    assert max(tall(0.97)) == max(tall(0.04))


def test_a_chart_of_noughts_beside_numbers_is_drawn() -> None:
    chart = Chart("bars", "新建工会", (Bar("联合工会", 0, 85, "0", "85"),), "2011年", "2010年")
    assert "85" in page(chart).get_textpage().get_text_range()


def test_the_colours_of_the_window_are_used() -> None:
    dark = page(PARTS, Inks(now="#FF0000")).render(scale=2).to_pil()
    assert (255, 0, 0) in {dark.getpixel((x, 2 * 27)) for x in range(dark.width)}


def test_everything_drawn_is_told_for_the_missing_characters() -> None:
    assert {"受理争议（起）", "2011年", "确认劳动关系", "10"} <= set(texts(PARTS))

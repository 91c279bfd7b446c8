import re
from collections.abc import Callable
from typing import Any

import pytest

from app.printing.form import GRID, Cell, FormSheet
from app.printing.page import MM

PrintTexts = Callable[..., list[str]]
PrintPages = Callable[..., list[Any]]


def form(*rows: tuple[Cell, ...], **given: Any) -> FormSheet:  # noqa: ANN401  # as what they are handed to takes them
    return FormSheet("困难职工档案表", rows, **given)


def label(text: str, span: int = 2) -> Cell:
    return Cell(text, span, label=True)


def test_a_row_that_does_not_fill_the_grid_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="row 2"):
        form((Cell("", GRID),), (label("姓名"), Cell("陆建国", 4)))


def test_a_form_prints_heads_labels_values_and_the_signature_line(print_texts: PrintTexts) -> None:
    (page,) = print_texts(
        form(
            (label("身份证号"), Cell("310104198001011234", 22)),
            head_left="档案编号：TY-HZ-2011-0003",
            head_right="建档日期：2011年3月21日",
            closing=("建档人：", "申请人签名："),
            notes=("一式三份",),
        )
    )
    order = ["困难职工档案表", "档案编号：TY-HZ-2011-0003", "建档日期：2011年3月21日", "身份证号"]
    order += ["310104198001011234", "建档人：", "申请人签名：", "一式三份", "第 1 页　共 1 页"]
    positions = [page.index(text) for text in order]
    assert positions == sorted(positions)


def test_a_label_of_four_characters_does_not_break_in_the_narrowest_box(print_texts: PrintTexts) -> None:
    (page,) = print_texts(form((label("残疾类别"), Cell("无", 22))))
    assert "残疾类别 无" in page


def test_a_row_grows_with_its_text(print_pages: PrintPages) -> None:
    reason = "遭受意外事故，医疗费自付。" * 20
    (page,) = print_pages(form((label("致困原因"), Cell(reason, 22, align="left")), (label("姓名", 24),)))
    lines = {round(page.get_charbox(index)[1]) for index in range(page.count_chars())}
    assert len(lines) > 6
    assert reason in page.get_text_bounded().replace("\r\n", "")


def test_spare_texts_are_printed_as_far_as_they_take_no_further_page(print_texts: PrintTexts) -> None:
    high, low = Cell("□甲\n□乙\n□丙\n□丁", 24, spare=True), Cell("□戊\n□己\n□庚", 24, spare=True)
    (whole,) = print_texts(form((Cell("事由", 24, height_mm=150),), (high,), (low,)))
    (page,) = print_texts(form((Cell("事由", 24, height_mm=222),), (high,), (low,)))
    assert ("□丁" in whole, "□庚" in whole) == (True, True)
    assert ("□丁" in page, "□庚" in page) == (False, True)


def test_a_long_value_in_a_narrow_box_is_set_smaller(print_pages: PrintPages) -> None:
    address = "上海市泰祥街道泰祥社区恰尔斯大道北段" * 4
    (page,) = print_pages(form((label("住址"), Cell(address, 3), label("姓名"), Cell("", 17))))
    tops = [
        page.get_charbox(at)[3] for at in range(page.count_chars()) if page.get_text_range(at, 1) in address
    ]
    assert max(tops) - min(tops) < 45 * MM


def test_an_opinion_has_its_seal_and_date_at_the_bottom_of_its_box(print_pages: PrintPages) -> None:
    (page,) = print_pages(
        form((label("意见"), Cell("同意上报。", 22, align="left", height_mm=40, foot="（盖章）　年　月　日")))
    )
    tops = [
        page.get_charbox(page.search(text).get_next()[0], loose=True)[1] for text in ("同意上报", "（盖章）")
    ]
    assert tops[0] - tops[1] == pytest.approx(40 * MM, abs=8 * MM)


def test_headings_stay_with_the_row_they_head(print_texts: PrintTexts) -> None:
    for count in range(26, 36):
        rows = [(label("姓名"), Cell(f"第{number}行", 22)) for number in range(count)]
        pages = print_texts(
            form(*rows, (label("家庭主要成员", GRID),), (label("关系", GRID),), (Cell("丈夫", GRID),))
        )
        together = [page for page in pages if "家庭主要成员" in page]
        assert "关系" in together[0], f"{count} rows"
        assert "丈夫" in together[0], f"{count} rows"


def test_a_text_longer_than_a_page_goes_on_on_the_next(print_texts: PrintTexts) -> None:
    story = "".join(f"第{number}次住院，自付医疗费。" for number in range(1000, 1300))
    pages = print_texts(form((label("致困原因"), Cell(story, 22, align="left", foot="（盖章）"))))
    assert len(pages) > 1
    assert story in "".join(
        "".join(line for line in page.split("\n") if "次住院" in line or "医疗费" in line) for page in pages
    ).replace("致困原因", "")
    assert ["（盖章）" in page for page in pages] == [False] * (len(pages) - 1) + [True]


STORY = "".join(f"第{number}次住院，自付医疗费。" for number in range(100, 250))


def test_a_long_text_begins_on_the_page_that_has_room_left(print_texts: PrintTexts) -> None:
    """The box does not move whole to the next page, leaving half of this one blank."""
    short = (label("姓名"), Cell("陆建国", 22, height_mm=120))
    story = (label("致困原因"), Cell(STORY, 22, align="left"))
    first, second = print_texts(form(short, story, closing=("建档人：",)))
    assert (first.count("次住院"), second.count("次住院")) > (40, 40)
    assert ["致困原因" in page for page in (first, second)] == [True, True]
    assert STORY in re.sub(r"\s|致困原因|困难职工档案表|第 . 页　共 . 页", "", first + second)


def test_a_text_that_a_page_holds_is_parted_where_the_signatures_have_no_room(
    print_texts: PrintTexts,
) -> None:
    lines = "\n".join(f"第{number}次住院" for number in range(100, 149))
    first, second = print_texts(form((label("致困原因"), Cell(lines, 22)), notes=("说明",) * 6))
    assert (first.count("次住院"), second.count("次住院")) == (46, 3)
    assert "说明" in second


@pytest.mark.parametrize(("left_mm", "parted"), [(30, False), (60, True)])
def test_a_text_is_parted_only_for_a_blank_worth_it(
    print_texts: PrintTexts, left_mm: int, parted: bool
) -> None:
    short = (label("姓名"), Cell("陆建国", 22, height_mm=254 - left_mm))
    first, _ = print_texts(form(short, (label("致困原因"), Cell(STORY, 22, align="left"))))
    assert ("次住院" in first) == parted


def boxes(count: int, height_mm: float = 0.0) -> list[tuple[Cell, ...]]:
    return [(label("项目"), Cell(f"第{number}项", 22, height_mm=height_mm)) for number in range(count)]


@pytest.mark.parametrize("height_mm", [12, 45])
def test_the_last_page_of_a_form_never_holds_one_box_alone(height_mm: float, print_texts: PrintTexts) -> None:
    for count in range(3, 24):
        *earlier, last = print_texts(form(*boxes(count, height_mm), closing=("建档人：",)))
        assert not earlier or last.count("项目") > 1, f"{count} rows"


def test_low_rows_are_not_left_at_the_top_of_a_last_page(print_texts: PrintTexts) -> None:
    """An amount and its words stay with the opinion that grants it."""
    rows = [*boxes(4, 45), (label("审核意见"), Cell("同意", 22, height_mm=45))]
    amounts = [(label(name), Cell("800.00", 22)) for name in ("给付金额", "给付金额大写")]
    *_, last = print_texts(form(*rows, *amounts, closing=("经办人：",)))
    assert "审核意见" in last


def test_a_form_is_set_a_little_tighter_rather_than_take_a_page_for_one_row(print_texts: PrintTexts) -> None:
    fitting = max(count for count in range(20, 40) if len(print_texts(form(*boxes(count)))) == 1)
    assert fitting * 7.8 * MM > (297 - 2 * 16) * MM - 30 * MM  # more than stand there with all their room
    *_, last = print_texts(form(*boxes(fitting + 1)))
    assert last.count("项目") > 1


def test_the_rest_of_a_text_may_stand_alone_on_the_last_page(print_texts: PrintTexts) -> None:
    """It bears its label; its beginning is not drawn away from a page that has room for it."""
    first, second = print_texts(form(*boxes(4, 45), (label("致困原因"), Cell(STORY, 22, align="left"))))
    assert (first.count("项目"), second.count("项目")) == (4, 0)
    assert ["致困原因" in page for page in (first, second)] == [True, True]


def test_a_short_text_stays_in_one_box(print_texts: PrintTexts) -> None:
    short = (label("姓名"), Cell("陆建国", 22, height_mm=200))
    first, second = print_texts(form(short, (label("意见"), Cell("同意。", 22, height_mm=80))))
    assert ("同意" in first, "同意" in second) == (False, True)


def test_a_box_higher_than_a_page_stands_below_its_headings(print_texts: PrintTexts) -> None:
    heads = (label("姓名", 8), label("关系", 16))
    high = (Cell("无", 8, height_mm=300), Cell("子女", 16))
    pages = print_texts(form(heads, (Cell("家人", 8), Cell("子女", 16)), high))
    assert "姓名 关系\n无 子女" in pages[1]


def test_a_text_may_begin_at_the_top_of_a_high_box(print_pages: PrintPages) -> None:
    def height_of(*, top: bool) -> float:
        (page,) = print_pages(form((label("决议"), Cell("同意上报", 22, height_mm=60, top=top))))
        words = page.get_text_bounded()
        _, _, _, upper = page.get_charbox(words.index("同意上报"))
        return float(upper)

    assert height_of(top=True) - height_of(top=False) > 20 * MM


def test_the_headings_of_a_table_stand_above_its_rows_on_each_page(print_texts: PrintTexts) -> None:
    heads = (label("姓名", 8), label("关系", 16))
    rows = [(Cell(f"家人{number}", 8), Cell("子女", 16)) for number in range(60)]
    pages = print_texts(form((label("家庭主要成员", GRID),), heads, *rows, (label("备注"), Cell("无", 22))))
    assert len(pages) > 1
    assert ["姓名 关系" in page for page in pages] == [True] * len(pages)
    assert sum(page.count("家人") for page in pages) == 60


def test_a_table_that_begins_a_page_has_its_headings_once(print_texts: PrintTexts) -> None:
    short = (label("姓名"), Cell("陆建国", 22, height_mm=240))
    heads = (label("关系", 8), label("职业", 16))
    _, second = print_texts(
        form(short, (label("家庭主要成员", GRID),), heads, (Cell("子", 8), Cell("学生", 16)))
    )
    assert "家庭主要成员\n关系 职业\n子 学生" in second
    assert second.count("关系 职业") == 1


def test_the_headings_of_a_table_stand_above_the_rest_of_its_first_row(print_texts: PrintTexts) -> None:
    heads = (label("关系", 4), label("说明", 20))
    row = (Cell("子", 4), Cell(STORY, 20, align="left"))
    pages = print_texts(form((label("姓名"), Cell("陆建国", 22, height_mm=120)), heads, row))
    assert [page.count("关系 说明") for page in pages] == [1, 1]


def test_notes_longer_than_a_page_go_on_below_a_form(print_texts: PrintTexts) -> None:
    notes = "".join(f"第{number}条说明如下。" for number in range(100, 500))
    pages = print_texts(form((label("姓名"), Cell("陆建国", 22)), notes=(notes,)))
    text = "".join(line for page in pages for line in page.split("\n") if not line.startswith("第 "))
    assert [
        number for number in range(100, 500) if f"第{number}条" not in text.replace("困难职工档案表", "")
    ] == []

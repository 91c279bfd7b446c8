from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfTextPage

from app.printing.page import MM
from app.printing.pdf import write
from app.printing.sheet import Column, Sheet
from tests.helpers.proofs import faults, read_pages

MakeSheet = Callable[..., Sheet]
PrintTexts = Callable[..., list[str]]
PrintPages = Callable[..., list[Any]]

NAMES = [f"职工{number:03d}" for number in range(1, 48)]
SIGNATURES = ("负责人：", "审核人：", "制表日期：2011年1月18日")


def baseline(page: PdfTextPage, text: str) -> float:
    """Return where the first character of a text stands, in points from the foot of the page."""
    found = page.search(text).get_next()
    assert found, f"{text} is not on the page"
    return float(page.get_charbox(found[0], loose=True)[1])


def test_columns_behind_the_first_sum_are_added_up_beside_it(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    columns = (
        Column("项目", 60),
        Column("预算（元）", 30, "right", sum=True),
        Column("实际（元）", 30, "right"),
    )
    rows = [(f"项目{at}", "100.00", "80.50") for at in range(40)]
    *earlier, last = print_texts(
        make_sheet(columns=columns, rows=rows, amounts=[100_00] * 40, beside={2: [80_50] * 40}, unit="项")
    )
    sums = [re.findall(r"本页小计（(\d+) 项） ([\d,.]+) ([\d,.]+)", page) for page in (*earlier, last)]
    assert len(sums) > 1
    for ((number, planned, spent),) in sums:
        assert (planned, spent) == (f"{int(number) * 100:,}.00", f"{int(number) * 80.5:,.2f}")
    assert "合计（40 项）\u3000预算：人民币肆仟元整 ¥4,000.00 ¥3,220.00" in last


def test_what_nobody_entered_yet_does_not_add_up_to_nothing(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    columns = (
        Column("项目", 60),
        Column("预算（元）", 30, "right", sum=True),
        Column("实际（元）", 30, "right"),
    )
    rows = [("奖品", "100.00", ""), ("场地", "100.00", "")]
    (page,) = print_texts(
        make_sheet(columns=columns, rows=rows, amounts=[100_00] * 2, beside={2: [None] * 2})
    )
    assert "¥200.00" in page
    assert "0.00\n" not in page.replace("00.00", "")


def test_the_heading_is_repeated_on_each_page(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    pages = print_texts(make_sheet(NAMES, signing=True))
    assert len(pages) > 1
    assert all(heading in page for page in pages for heading in ("序号", "姓名", "金额（元）", "签字"))


def test_every_row_is_printed_once_and_numbered_from_one(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    text = "\n".join(print_texts(make_sheet(NAMES)))
    assert re.findall(r"^(\d+) (职工\d+)", text, re.MULTILINE) == [
        (str(number), name) for number, name in enumerate(NAMES, start=1)
    ]


def test_the_subtotal_of_a_page_adds_up_its_rows(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    fen = [number * number * 1_01 for number in range(1, 48)]
    rows = [(name, f"{value / 100:,.2f}", "") for name, value in zip(NAMES, fen, strict=True)]
    pages = print_texts(make_sheet(NAMES, rows=rows, amounts=fen, signing=True))
    remaining = list(fen)
    for page in pages:
        count, amount = re.findall(r"本页小计（(\d+) 人） ([\d,.]+)", page)[0]
        on_page, remaining = remaining[: int(count)], remaining[int(count) :]
        assert amount == f"{sum(on_page) / 100:,.2f}"
    assert remaining == []


def test_the_total_stands_in_figures_and_words_on_the_last_page_only(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    fen = [10_000_00] * 46 + [1_649_659_70]
    *earlier, last = print_texts(make_sheet(NAMES, amounts=fen, signing=True))
    assert "合计（47 人） ¥2,109,659.70 人民币贰佰壹拾万玖仟陆佰伍拾玖元柒角" in last
    assert earlier
    assert not any("人民币" in page or "合计" in page for page in earlier)


def test_the_words_stand_behind_the_figure_where_there_is_more_room(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    columns = (Column("姓名", 20), Column("金额（元）", 20, "right", sum=True), Column("事由", 150))
    rows = [("陆建国", "800.00", "慰问")]
    (page,) = print_texts(make_sheet(columns=columns, rows=rows, amounts=[800_00]))
    assert "合计（1 人） ¥800.00 人民币捌佰元整" in page


def test_a_label_too_long_to_stand_before_the_figure_stands_behind_it(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    columns = (Column("金额（元）", 30, "right", sum=True), Column("事由", 150))
    (page,) = print_texts(make_sheet(columns=columns, rows=[("800.00", "慰问")], amounts=[800_00]))
    assert "¥800.00 合计（1 人）　人民币捌佰元整" in page


def test_counts_are_added_without_decimals_or_words(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    (page,) = print_texts(make_sheet(amounts=[12, 30], money=False, unit="家"))
    assert "合计（2 家） 42\n" in page
    assert "人民币" not in page


def test_a_list_without_amounts_has_no_totals(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    columns = (Column("姓名", 40), Column("单位", 60))
    (page,) = print_texts(make_sheet(columns=columns, rows=[("陆建国", "物业")], amounts=None))
    assert "小计" not in page
    assert "合计" not in page


def test_an_empty_list_says_so_below_its_headings(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    (page,) = print_texts(make_sheet([], closing=SIGNATURES))
    assert page.index("姓名") < page.index("无记录") < page.index("负责人：")
    assert "合计" not in page


def test_a_blank_form_has_numbered_rows_and_sums_to_fill_in(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    (page,) = print_texts(make_sheet([], blank_rows=8))
    assert re.findall(r"^\d+$", page, re.MULTILINE) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert re.search(r"合计（\s+人）　人民币（大写）", page)
    assert "无记录" not in page
    assert "0.00" not in page


@pytest.mark.parametrize(("signing", "pages_signed"), [(True, "each"), (False, "last")])
def test_the_signature_line_is_on_each_page_to_be_signed_and_else_on_the_last(
    make_sheet: MakeSheet, print_texts: PrintTexts, *, signing: bool, pages_signed: str
) -> None:
    *earlier, last = print_texts(make_sheet(NAMES, signing=signing, closing=SIGNATURES))
    assert "审核人：" in last
    assert earlier
    assert all(("审核人：" in page) == (pages_signed == "each") for page in earlier)


def test_rows_to_be_signed_are_at_least_nine_millimetres_high(
    make_sheet: MakeSheet, print_pages: PrintPages
) -> None:
    (page,) = print_pages(make_sheet(NAMES[:5], signing=True))
    height = baseline(page, "职工001") - baseline(page, "职工002")
    assert height >= 9 * MM


def test_what_surrounds_the_table_is_in_its_order(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    (page,) = print_texts(
        make_sheet(
            heads=("单位（盖章）：泰祥", "批次：春节", "发放日期：1月20日"),
            intro="现予公示。",
            closing=SIGNATURES,
            notes=("公示七天", "监督电话"),
            seal=("泰祥社区工会", "2011年1月10日"),
            landscape=False,
        )
    )
    order = ["慰问金发放表", "单位（盖章）：泰祥", "批次：春节", "发放日期：1月20日", "现予公示。", "序号"]
    order += [
        "陆建国",
        "合计",
        "负责人：",
        "公示七天",
        "监督电话",
        "泰祥社区工会",
        "2011年1月10日",
        "第 1 页",
    ]
    positions = [page.index(text) for text in order]
    assert positions == sorted(positions)


def test_a_seal_has_22_millimetres_of_free_paper_around_the_date(
    make_sheet: MakeSheet, print_pages: PrintPages
) -> None:
    notice = make_sheet(notes=("监督电话",), seal=("泰祥社区工会", "十月一日"), landscape=False)
    (page,) = print_pages(notice)
    above, date, below = (baseline(page, text) for text in ("监督电话", "十月一日", "第 1 页"))
    assert above - date > 22 * MM
    assert date - below > 22 * MM


def test_the_introduction_stands_on_the_first_page_only(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    pages = print_texts(make_sheet(NAMES, intro="下列职工拟予帮扶，现予公示。"))
    assert ["现予公示" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_totals_never_stand_without_a_row_above_them(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    for count in range(8, 24):
        pages = print_texts(make_sheet(NAMES[:count], closing=SIGNATURES, notes=("说明",) * 3))
        assert "职工" in pages[-1], f"{count} rows"


def test_a_text_longer_than_a_page_goes_on_on_the_next_and_counts_once(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    story = "".join(f"第{number}次住院。" for number in range(1000, 1900))
    names = [NAMES[0], NAMES[1]]
    rows = [(NAMES[0], "800.00", ""), (NAMES[1], "800.00", story)]
    pages = print_texts(make_sheet(names, rows=rows))
    lines = [line for page in pages for line in page.split("\n")]
    around = ("慰问金发放表", "序号", "本页小计", "第 ")
    text = "".join(line for line in lines if not line.startswith(around))
    assert len(pages) > 1
    assert all(f"{number}次" in text for number in range(1000, 1900))
    assert "合计（2 人）" in text


def test_nothing_is_printed_outside_the_margins(make_sheet: MakeSheet, print_pages: PrintPages) -> None:
    columns = (Column("姓名", 10), Column("金额（元）", 8, "right", sum=True), Column("备注", 10))
    rows = [("阿布都热合曼·买买提依明·阿卜杜热西提", "999,999,999.99", "https://union.invalid/" + "a" * 90)]
    (page,) = print_pages(
        make_sheet(
            columns=columns,
            rows=rows,
            amounts=[999_999_999_99],
            title="很长的标题" * 12,
            heads=("单位" * 20, "批次" * 20, "日期" * 20),
            closing=("一二三四五六七八九十：",) * 5,
        )
    )
    boxes = [page.get_charbox(index) for index in range(page.count_chars())]
    assert min(left for left, *_ in boxes) > 15 * MM
    assert max(right for _, _, right, _ in boxes) < (297 - 15) * MM


def test_markup_in_a_name_is_printed_as_typed(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    (page,) = print_texts(make_sheet(["<b>&amp;</b>"]))
    assert "<b>&amp;</b>" in page


def test_rare_characters_in_names_can_be_read_and_searched(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    (page,) = print_texts(make_sheet(["徐\U00020bb7\u3f06", "〇·\U0002b740"]))
    assert "徐\U00020bb7\u3f06" in page
    assert "〇·\U0002b740" in page


def test_a_row_that_adds_others_up_bears_no_number(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    (page,) = print_texts(make_sheet(["陆建国", "本月合计", "王芳"], totals=frozenset({1})))
    lines = page.split("\n")
    assert [line.split()[0] for line in lines if "800.00" in line] == ["1", "本月合计", "2"]


LONG = "".join(f"第{number}条说明如下。" for number in range(100, 500))


@pytest.mark.parametrize("place", ["intro", "notes"])
def test_words_longer_than_a_page_around_a_table_go_on_without_loss(
    make_sheet: MakeSheet, print_texts: PrintTexts, place: str
) -> None:
    pages = print_texts(make_sheet(NAMES[:3], **{place: LONG if place == "intro" else (LONG,)}))
    text = "".join(line for page in pages for line in page.split("\n") if not line.startswith("第 "))
    lost = [number for number in range(100, 500) if f"第{number}条" not in text.replace("慰问金发放表", "")]
    assert len(pages) > 1
    assert lost == []
    assert sum("职工003" in page for page in pages) == 1


def test_three_long_names_sign_on_lines_of_their_own(make_sheet: MakeSheet, print_pages: PrintPages) -> None:
    signed = tuple(
        f"{post}：阿卜杜热合曼·买买提依明" for post in ("主持调解的人民调解员", "记录人", "负责人")
    )
    (page,) = print_pages(make_sheet(NAMES[:2], closing=signed, landscape=False))
    assert baseline(page, "主持调解") > baseline(page, "负责人：")
    assert [text for text in signed if text not in page.get_text_bounded()] == []


def test_the_last_page_never_holds_one_row_alone(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    for count in range(14, 47):
        *earlier, last = print_texts(
            make_sheet(NAMES[:count], amounts=None, columns=_NAMES, rows=_rows(count))
        )
        assert not earlier or last.count("职工") >= 2, f"{count} rows"


_NAMES = (Column("姓名", 40), Column("签字", 40))


def _rows(count: int) -> list[tuple[str, str]]:
    return [(name, "") for name in NAMES[:count]]


def test_a_remark_that_would_make_its_row_too_high_stands_below_it(
    make_sheet: MakeSheet, print_pages: PrintPages
) -> None:
    remark = "本人长期病休，医疗费自付。" * 70
    columns = (*_NAMES, *(Column(f"第{number}项", 30) for number in range(5)), Column("备注", 20))
    rows = [("陆建国", "", *["上海恰尔斯精密电子机械制造有限公司"] * 5, remark), ("王芳", *[""] * 7)]
    (page,) = print_pages(make_sheet(amounts=None, columns=columns, rows=rows))
    text = page.get_text_bounded().replace("\r\n", "")
    assert f"备注：{remark}" in text
    assert text.index("见下行") < text.index(remark) < text.index("王芳")


def test_a_row_and_the_remark_below_it_stand_on_one_page(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    remark = "本人长期病休，医疗费自付。" * 70
    columns = (*_NAMES, *(Column(f"第{number}项", 30) for number in range(5)), Column("备注", 20))
    firms = ["上海恰尔斯精密电子机械制造有限公司"] * 5
    for count in range(4, 12):
        rows = [*([name, "", *firms, ""] for name in NAMES[:count]), ["陆建国", "", *firms, remark]]
        pages = print_texts(make_sheet(amounts=None, columns=columns, rows=rows))
        (page,) = [page for page in pages if "见下行" in page]
        assert "备注：本人" in page, f"below {count} rows"


COUNTED = "".join(f"第{number}次探望，病情平稳。" for number in range(100, 300))


@pytest.mark.parametrize("before", range(0, 14, 2))
def test_of_a_remark_of_a_page_the_reader_sees_whose_it_is(
    before: int, make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    """It begins below its row; where it goes on on the next page, that says so and names the row."""
    columns = (*_NAMES, *(Column(f"第{number}项", 30) for number in range(5)), Column("备注", 20))
    firms = ["上海恰尔斯精密电子机械制造有限公司"] * 5
    rows = [*([name, "", *firms, ""] for name in NAMES[:before]), ["陆建国", "", *firms, COUNTED]]
    pages = print_texts(make_sheet(amounts=None, columns=columns, rows=[*rows, ["王芳", *[""] * 7]]))
    begins = next(at for at, page in enumerate(pages) if "见下行" in page)
    assert "备注：第100次" in pages[begins]
    further = [at for at, page in enumerate(pages) if at != begins and "探望" in page]
    assert further
    assert [
        at
        for at, page in enumerate(pages)
        if f"（续）序号 {before + 1}　陆建国　上海恰尔斯精密电子机械制造有限公司　备注" in page
    ] == further
    told = "".join(pages).replace("\n", "")
    assert [number for number in range(100, 300) if f"第{number}次" not in told] == []


def test_what_goes_on_is_called_by_what_is_short_in_its_row(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    """A day alone names no visit, and the text itself none at all."""
    columns = (Column("事由", 40), Column("日期", 30), Column("姓名", 30), Column("接待人", 30))
    rows = [(COUNTED, "2011年3月8日", "陆建国", "王芳")]
    _, second, *_ = print_texts(make_sheet(amounts=None, columns=columns, rows=rows))
    assert "（续）序号 1　2011年3月8日　陆建国　事由\n" in second


def test_words_of_many_letters_are_torn_rather_than_a_number(
    make_sheet: MakeSheet, print_texts: PrintTexts
) -> None:
    word = "Pneumonoultramicroscopicsilicovolcanocon"
    columns = (*(Column(f"第{number}项", 40) for number in range(6)), Column("案号", 20), Column("性别", 8))
    rows = [[*[word] * 6, "（2010）泰劳调字第10号", "女"]]
    (page,) = print_texts(make_sheet(amounts=None, columns=columns, rows=rows))
    assert "（2010）泰劳调字第10号" in page
    assert "性别" in page


def test_the_total_is_never_torn(make_sheet: MakeSheet, print_texts: PrintTexts) -> None:
    word = "Pneumonoultramicroscopicsilicovolcanocon"
    wide = tuple(Column(f"第{number}项", 40) for number in range(7))
    columns = (*wide, Column("金额", 8, "right", sum=True))
    rows = [[*[word] * 7, "1.00"]] * 3
    (page,) = print_texts(make_sheet(amounts=[3_333_33] * 3, columns=columns, rows=rows))
    assert "¥9,999.99" in page


def test_a_list_too_wide_to_stand_upright_lies_across(make_sheet: MakeSheet, print_pages: PrintPages) -> None:
    dates = tuple(Column(f"第{number}次日期", 20) for number in range(10))
    rows = [["2011年12月28日"] * 10]
    (page,) = print_pages(make_sheet(amounts=None, columns=dates, rows=rows, landscape=False))
    assert page.page.get_width() > page.page.get_height()
    assert page.get_text_bounded().count("2011年12月28日") == 10


def test_twelve_months_of_large_sums_lie_on_a_larger_sheet_rather_than_tear(tmp_path: Path) -> None:
    """As an accountant would: fen count, and nobody reads type below eight points."""
    months = [Column(f"{month}月", 15, "right") for month in range(1, 13)]
    columns = (Column("姓名", 25), *months, Column("合计（元）", 22, "right", sum=True), Column("签名", 24))
    row = ("欧阳秀兰", *["1,234,567.89"] * 12, "14,814,814.68", "")
    sheet = Sheet("会费收缴登记表", columns, [row] * 20, amounts=[14_814_814_68] * 20, signing=True)
    write([sheet], tmp_path / "print.pdf", printed_at=datetime(2011, 1, 18, 9, 5))
    pages = read_pages(tmp_path / "print.pdf")
    assert faults(pages) == []
    assert {(round(page.width / MM), round(page.height / MM)) for page in pages} == {(420, 297)}

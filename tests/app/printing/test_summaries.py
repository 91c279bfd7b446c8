"""Rows of figures and the row that adds them up."""

from __future__ import annotations

from app.printing.summaries import Figures, Share, about, figures, with_total


def test_the_last_row_adds_up_counts_and_money() -> None:
    rows = with_total([Figures(("甲", "报"), (2, 1_250_50)), Figures(("乙", "刊"), (3, 49_50))])
    assert rows[-1] == Figures(("合计", ""), (5, 1_300_00))


def test_the_share_of_all_is_of_all_wholes_and_no_mean_of_shares() -> None:
    rows = with_total([Figures(("甲",), (Share(1, 2),)), Figures(("乙",), (Share(30, 30),))])
    (column,) = figures("完成率")
    assert [column.cell(row) for row in rows] == ["50.0%", "100.0%", "96.9%"]


def test_a_share_of_nothing_is_a_dash() -> None:
    (column,) = figures("完成率")
    assert column.cell(Figures(("甲",), (Share(0, 0),))) == "—"


def test_a_column_of_yuan_is_written_as_money_and_another_as_a_count() -> None:
    count, money = figures("人次", "金额（元）")
    row = Figures(("甲",), (1_234, 1_234_56))
    assert (count.cell(row), money.cell(row)) == ("1,234", "1,234.56")
    assert about("月份", 20).cell(row) == "甲"


def test_nothing_is_not_added_up() -> None:
    assert with_total([]) == []

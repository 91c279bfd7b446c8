"""Columns as wide as what they hold."""

from __future__ import annotations

import pytest

from app.exchange.spreadsheet import fitting_width, text_width


@pytest.mark.parametrize(("text", "chars"), [("", 0), ("abc", 3), ("姓名", 4), ("姓名\n手机号码", 8)])
def test_a_chinese_character_is_two_wide_and_the_widest_line_counts(text: str, chars: int) -> None:
    assert text_width(text) == chars


def test_a_column_is_neither_too_narrow_to_read_nor_as_wide_as_a_page() -> None:
    reason = "拖欠工资" * 20
    assert fitting_width([]) >= text_width("姓名")
    assert fitting_width(["手机号码"]) >= text_width("手机号码")
    assert fitting_width([reason]) < text_width(reason)

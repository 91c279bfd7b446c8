"""What a format shows of a number: as Excel and WPS show it, so far as it changes what the cell says."""

from __future__ import annotations

import pytest

from app.exchange.number_formats import BUILT_IN, Shown, number_shown, shows_whole_days, text_shown

DAY, FIRST, NEW_YEAR = 40616, 40603, 40544  # 14 March, 1 March, 1 January 2011


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (2001.1, "0.00", "2001.10"),
        (2001.1, "General", "2001.1"),
        (1234.565, "#,##0.00", "1234.57"),
        (1234.5, "0", "1235"),
        (0.3, "#.00", "0.30"),
        (0.3, "0.0#", "0.3"),
        (-5.5, "0.0", "-5.5"),
        (-5, "0.00_);(0.00)", "(5.00)"),
        (12, "000000", "000012"),
        (12, '"第"0"组"', "第12组"),
        (12, '0"万"', "12万"),
        (1200, 'General"元"', "1200元"),
        (5, 'G/通用格式"人"', "5人"),
        (13800138000, "000-0000-0000", "138-0013-8000"),
        (0.5, "0%", "50%"),
        (0.153, "0.0%", "15.3%"),
        (15, '0"%"', "15%"),
        (0.5, "# ?/?", "1/2"),
        (1.5, "# ?/?", "1 1/2"),
        (0.25, "?/8", "2/8"),
        (1234.5, BUILT_IN[43], "1234.50"),
        (0, BUILT_IN[43], "0"),
        (0, "0;-0;;@", ""),
        (1200, "[$¥-804]#,##0.00", "¥1200.00"),
        (1200, "[$$-409]#,##0.00", "$1200.00"),
        (1200, "[DBNum1][$-804]General", "1200"),
        (120, '[>100]"多";0"个"', "多"),
        (5, '[>100]"多";0"个"', "5个"),
        (1200, "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "1200.00"),
        (13912345686, "0.00E+00", "13912345686"),
        (8.5 / 24, "h:mm", "8:30"),
        (14 / 24, "h:mm AM/PM", "14:00"),
        (0.375, '上午/下午h"时"mm"分"', "9:00"),
        (26 / 24, "[h]:mm", "26:00"),
        (DAY, "yyyy/m/d", "2011-03-14"),
        (DAY + 0.375, "yyyy/m/d", "2011-03-14"),
        (DAY + 0.375, "yyyy/m/d h:mm", "2011-03-14 9:00"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "2011-03-14"),
        (DAY, '[$-804]e"年"m"月"d"日"', "2011-03-14"),
        (FIRST, 'yyyy"年"m"月"', "2011-03"),
        (FIRST, "yyyy.mm", "2011-03"),
        (FIRST, "mmm-yy", "2011-03"),
        (NEW_YEAR, "yyyy", "2011"),
        (DAY, 'yyyy"年"', "2011"),
        (0, "yyyy/m/d", "1900-1-0"),
        (60, "yyyy/m/d", "1900-2-29"),
        (59, "yyyy/m/d", "1900-02-28"),
    ],
)
def test_a_number_is_what_its_format_shows(value: float, code: str, shown: str) -> None:
    assert number_shown(value, code) == Shown(shown)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('yyyy"年"m"月"', "2011-03"),
        ('m"月"d"日"', "3月14日"),
        ("[$-804]aaaa", "星期一"),
    ],
)
def test_the_day_behind_less_than_a_day_is_kept_aside(code: str, shown: str) -> None:
    assert number_shown(DAY, code) == Shown(shown, "2011-03-14")


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        (12345, '0!.0,"万"', "显示为“1.2万”，实际是 12345"),
        (12345, "0,", "显示为“12”，实际是 12345"),
        (5, ";;;", "隐藏"),
        (-1, "yyyy/m/d", "日期格式"),
        (310104199001011234, "0", "丢失末尾数字"),
    ],
)
def test_what_is_shown_otherwise_than_it_is_cannot_be_taken(value: float, code: str, told: str) -> None:
    assert told in number_shown(value, code).error


def test_days_may_be_counted_from_1904() -> None:
    assert number_shown(DAY - 1462, "yyyy/m/d", from_1904=True) == Shown("2011-03-14")


def test_a_format_may_stand_around_a_text() -> None:
    assert [text_shown("0012", code) for code in ('"泰祥-"@', ";;;@", "0.00", BUILT_IN[43])] == [
        "泰祥-0012", "0012", "0012", "0012"
    ]  # fmt: skip


def test_formats_of_whole_days_are_known() -> None:
    told = [
        shows_whole_days(code) for code in ("yyyy/m/d", "yyyy-mm-dd;@", "yyyy.mm", "yyyy/m/d h:mm", "0.00")
    ]
    assert told == [True, True, False, False, False]

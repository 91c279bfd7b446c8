from __future__ import annotations

import pytest

from app.printing.columns import Need, need_of, shares
from app.printing.fonts import width
from app.printing.grid import inner
from app.printing.page import MM
from app.printing.roles import Role
from app.printing.sheet import Column
from app.printing.styles import Style

LABEL, VALUE = Style(Role.HEI, 10), Style(Role.SONG, 10)
ROOM = 500.0


def need(*texts: str, heading: str = "备注", wish: float = 60) -> Need:
    return need_of(Column(heading, wish / MM), texts, LABEL, VALUE, ROOM)


@pytest.mark.parametrize(
    "text", ["2011年12月28日", "（2011）泰劳调字第12号", "310104198001011234", "帮扶项目"]
)
def test_a_date_a_case_number_an_identity_number_and_a_label_have_room_whole(text: str) -> None:
    many = need(*["上海恰尔斯精密电子机械制造有限公司"] * 8)
    (narrow, *_) = shares([need(text, wish=1), many, many, many, many], ROOM, VALUE)
    assert inner(narrow) >= width(text, *VALUE)


def test_a_heading_of_four_characters_has_room_whole_and_a_longer_one_on_two_lines() -> None:
    assert inner(need("1", heading="覆盖企业").least) >= width("覆盖企业", *LABEL)
    assert inner(need("1", heading="月人均收入（元）").least) >= width("月人均收入", *LABEL)  # then （元）
    assert inner(need("1", heading="农民工会员代表人数").least) >= width("农民工会员代表人数", *LABEL) / 2


def test_where_nothing_fits_a_long_word_is_torn_and_no_date() -> None:
    words, day = [need("Pneumonoultramicroscopicsilicovolcanocon") for _ in range(4)], need("2011年12月28日")
    *wide, narrow = shares([*words, day], 400, VALUE)
    assert narrow == pytest.approx(day.least)
    assert sum((*wide, narrow)) == pytest.approx(400)


def test_a_column_to_write_in_keeps_most_of_the_room_it_asked_for() -> None:
    signature, *_ = shares(
        [need("", "", wish=100), need(*["甲" * 60] * 9), need(*["乙" * 60] * 9)], 400, VALUE
    )
    assert signature >= 75


def test_a_column_whose_values_lack_leaves_its_room_to_others() -> None:
    lacking = need_of(Column("地址", 70, by_hand=False), ["", ""], LABEL, VALUE, ROOM)
    firm = need(*["上海恰尔斯精密电子机械制造有限公司"] * 9)
    _, wide = shares([lacking, firm], 250, VALUE)
    assert inner(wide) >= width("上海恰尔斯精密电子机械制造有限公司", *VALUE)


def test_most_rows_decide_and_not_the_longest_one() -> None:
    usual = need(*["帮扶"] * 99, "甲" * 30)
    other = need(*["乙" * 40] * 100)
    widths = shares([usual, other], ROOM, VALUE)
    assert widths[1] > width("乙" * 40, *VALUE)


@pytest.mark.parametrize(("short", "long"), [(0, 1), (1, 1), (2, 1), (8, 2), (17, 3)])
def test_at_least_nine_rows_of_ten_have_room(short: int, long: int) -> None:
    """Of two rows both, not the shorter one only."""
    column = need(*["甲"] * short, *["乙" * 8] * long)
    assert inner(column.usual) >= width("乙" * 8, *VALUE)


def test_the_columns_fill_the_paper_and_are_scaled_where_nothing_fits() -> None:
    wide = need("3" * 20)
    for number in (1, 3, 30):
        widths = shares([wide] * number, ROOM, VALUE)
        assert sum(widths) == pytest.approx(ROOM)

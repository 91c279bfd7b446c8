from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.phones import mask_mobile, read_mobile, read_phone


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "+86 13812345678",
        "+86-138-1234-5678",
        "86-13812345678",
        "008613812345678",
        "１３８１２３４５６７８",
        "\u202d13812345678\u202c",
        "13812345678.0",
    ],
)
def test_a_mobile_is_read_as_it_is_written(text: str) -> None:
    assert read_mobile(text) == "13812345678"
    assert read_phone(text) == "13812345678"


@given(st.from_regex(r"\A1[3-9][0-9]{9}\Z"))
def test_every_mobile_reads_back_as_it_is(number: str) -> None:
    assert read_mobile(number) == read_phone(number) == number


def test_a_mobile_too_short_says_how_many() -> None:
    with pytest.raises(Invalid, match="手机号码应为 11 位，现有 10 位"):
        read_mobile("1381234567")


def test_a_mobile_with_an_unused_start_is_refused() -> None:
    with pytest.raises(Invalid, match="13 至 19"):
        read_mobile("12812345678")


def test_a_mobile_with_letters_is_refused() -> None:
    with pytest.raises(Invalid, match="只能填数字"):
        read_mobile("1381234567O")


@pytest.mark.parametrize("read", [read_mobile, read_phone])
def test_two_numbers_in_one_cell_are_refused(read: Callable[[str], str]) -> None:
    with pytest.raises(Invalid, match="只填一个号码"):
        read("13812345678/13900001111")


def test_a_mobile_excel_shortened_is_refused() -> None:
    with pytest.raises(Invalid, match="Excel"):
        read_mobile("1.38123E+10")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("021-64381234", "021-64381234"),
        ("02164381234", "021-64381234"),
        ("(021) 6438 1234", "021-64381234"),
        ("（０２１）６４３８１２３４", "021-64381234"),
        ("+86-21-64381234", "021-64381234"),
        ("021-6438-1234", "021-64381234"),
        ("021-64381234-802", "021-64381234-802"),
        ("021—64381234转802", "021-64381234-802"),
        ("0512-6438123", "0512-6438123"),
        ("05126438123", "0512-6438123"),
        ("010-64381234", "010-64381234"),
        ("64381234", "64381234"),
        ("6438-1234", "64381234"),
        ("86123456", "86123456"),
        ("400-820-8820", "4008208820"),
    ],
)
def test_a_landline_is_written_one_way(text: str, number: str) -> None:
    assert read_phone(text) == number


@pytest.mark.parametrize("text", ["12345", "021-123", "电话", "021-164381234"])
def test_what_is_no_phone_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match=r"例如 13812345678 或 021-64381234|11 位"):
        read_phone(text)


def test_the_masked_mobile_hides_the_middle() -> None:
    assert mask_mobile("13812345678") == "138****5678"

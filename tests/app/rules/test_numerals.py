import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.money import in_words, read_fen
from app.rules.numerals import read_numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百〇五", 105),
        ("一百零五", 105),
        ("三百五", 350),
        ("一千二", 1200),
        ("两千零五十", 2050),
        ("壹仟贰佰叁拾肆", 1234),
        ("一万二", 12_000),
        ("一万零二", 10_002),
        ("三十五万六", 356_000),
        ("3万2千", 32_000),
        ("12万", 120_000),
        ("三千五百万", 35_000_000),
        ("一亿", 100_000_000),
    ],
)
def test_a_number_is_read_as_it_is_said(text: str, number: int) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize(
    "text", ["", "万", "百", "七八", "七八百", "几百", "十几", "二〇一一", "一二", "12百", "12", "①", "二①"]
)
def test_what_says_less_than_one_number_is_none(text: str) -> None:
    """七八 is seven or eight; 二〇一一 a year; figures alone are read as figures."""
    assert read_numeral(text) is None


@given(st.integers(0, 999_999_999_999_99))
def test_an_amount_in_words_reads_back(fen: int) -> None:
    assert read_fen(in_words(fen)) == fen

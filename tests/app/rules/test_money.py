import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.money import in_words, read_fen, rounded_fen, write_fen

AMOUNTS = st.integers(0, 999_999_999_999_99)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1200", 1200_00),
        ("1,200元", 1200_00),
        ("￥1200.50", 1200_50),
        ("¥1,200.5", 1200_50),
        ("1200元整", 1200_00),
        ("人民币1200元正", 1200_00),
        ("１２００．５０", 1200_50),
        ("１，２００", 1200_00),
        ("1 200 元", 1200_00),
        ("1.2万", 12000_00),
        ("1.2万元", 12000_00),
        ("0.123456万", 1234_56),
        ("1.5亿", 150_000_000_00),
        ("0", 0),
        ("0.00", 0),
        ("007", 7_00),
        ("2109659.7", 2109659_70),
        ("999,999,999,999.99", 999_999_999_999_99),
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str, fen: int) -> None:
    assert read_fen(text) == fen


@given(AMOUNTS)
def test_a_written_amount_reads_back(fen: int) -> None:
    assert read_fen(write_fen(fen)) == fen


@pytest.mark.parametrize("text", ["-5", "￥-5", "-￥5", "-0.01元", "－5", "−5"])
def test_a_negative_amount_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="不能为负数"):
        read_fen(text)


@pytest.mark.parametrize("text", ["1.234", "1200.000", "1.1234567万"])
def test_more_than_whole_fen_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="最多两位小数"):
        read_fen(text)


@pytest.mark.parametrize("text", ["1000000000000", "1000000000000.00", "10000亿", "9" * 5000])
def test_an_amount_too_large_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="金额过大"):
        read_fen(text)


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "几千", "1e5", "1,20", "1,2000", "12.", ".5", "元", "--", "1200-1500", "٣"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match=r"例如 1200\.50"):
        read_fen(text)


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "0.00"), (5, "0.05"), (1200_00, "1,200.00"), (-123_45, "-123.45")]
)
def test_an_amount_is_written_with_two_decimals(fen: int, text: str) -> None:
    assert write_fen(fen) == text


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (1409_50, "壹仟肆佰零玖元伍角"),
        (6007_14, "陆仟零柒元壹角肆分"),
        (1680_32, "壹仟陆佰捌拾元零叁角贰分"),
        (107000_53, "壹拾万柒仟元零伍角叁分"),
        (16409_02, "壹万陆仟肆佰零玖元零贰分"),
        (325_04, "叁佰贰拾伍元零肆分"),
        (2109659_70, "贰佰壹拾万玖仟陆佰伍拾玖元柒角"),
        (109122_00, "壹拾万玖仟壹佰贰拾贰元整"),
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角"),
        (10_00, "壹拾元整"),
        (10_50, "壹拾元零伍角"),
        (1_0000_00, "壹万元整"),
        (1_0001_00, "壹万零壹元整"),
        (1_0099_00, "壹万零玖拾玖元整"),
        (1_0500_00, "壹万零伍佰元整"),
        (1_0999_00, "壹万零玖佰玖拾玖元整"),
        (1_1000_00, "壹万壹仟元整"),
        (1_0000_0000_00, "壹亿元整"),
        (1_0000_0001_00, "壹亿零壹元整"),
        (1_0001_0000_00, "壹亿零壹万元整"),
        (20_0000_5000_00, "贰拾亿零伍仟元整"),
        (1_0000_0000_05, "壹亿元零伍分"),
        (9999_9999_9999_99, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_an_amount_in_words_follows_the_rule(fen: int, words: str) -> None:
    assert in_words(fen) == "人民币" + words


def amount_of(words: str) -> int:
    """The fen that words stand for: every digit is worth the marks behind it."""
    worth = {"分": 1, "角": 10, "元": 100, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8}
    total = section = group = digit = 0
    for character in words.removeprefix("人民币").removesuffix("整"):
        if character in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(character)
        elif character in "拾佰仟":
            group, digit = group + digit * worth[character], 0
        elif character in "万亿":
            section, group, digit = section + (group + digit) * worth[character], 0, 0
        elif character == "元":
            total, section, group, digit = (section + group + digit) * 100, 0, 0, 0
        else:
            total, digit = total + digit * worth[character], 0
    return total


@given(AMOUNTS)
@example(1_0000_0000_00)
@example(1001_0000_1001_01)
def test_words_mean_the_amount_they_were_made_of(fen: int) -> None:
    assert amount_of(in_words(fen)) == fen


@given(AMOUNTS)
def test_words_end_as_the_rule_asks(fen: int) -> None:
    assert in_words(fen).endswith("整") == (fen % 100 == 0)


@given(st.integers(1, 999_999_999_999_99))
def test_zeros_stand_singly_and_never_before_a_unit(fen: int) -> None:
    assert not re.search("零[零拾佰仟万亿元角分整]|零$", in_words(fen))


@given(AMOUNTS)
def test_no_zero_among_the_whole_yuan_goes_unwritten(fen: int) -> None:
    """Within four digits, a gap always shows: 壹仟零伍拾, never 壹仟伍拾."""
    assert not re.search(
        "仟[壹贰叁肆伍陆柒捌玖](?:拾|[万亿元])|佰[壹贰叁肆伍陆柒捌玖][万亿元]", in_words(fen)
    )


@pytest.mark.parametrize("fen", [-1, 1_000_000_000_000_00])
def test_an_amount_without_words_is_refused(fen: int) -> None:
    with pytest.raises(Invalid, match="金额"):
        in_words(fen)


@pytest.mark.parametrize("text", ["1.200,50", "1.234,567", "12,34.567", "1234,567.891"])
def test_separators_out_of_place_are_no_decimals_to_round(text: str) -> None:
    """1.200,50 is how others write one thousand two hundred: it must not become 1.20."""
    assert rounded_fen(text) is None

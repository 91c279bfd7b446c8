import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.bank_cards import card_remark, group_card, mask_card, read_card


@pytest.mark.parametrize(
    "text", ["6222 0212 3456 7890 188", "6222-0212-3456-7890-188", "'6222021234567890188"]
)
def test_a_card_is_read_as_it_is_printed(text: str) -> None:
    assert read_card(text) == "6222021234567890188"


@given(st.from_regex(r"\A[0-9]{13,19}\Z"))
def test_a_card_in_fours_reads_back(number: str) -> None:
    assert read_card(group_card(number)) == number


@pytest.mark.parametrize(("text", "length"), [("622202123456", 12), ("62220212345678901888", 20)])
def test_a_wrong_length_says_how_many(text: str, length: int) -> None:
    with pytest.raises(Invalid, match=f"应为 13 至 19 位，现有 {length} 位"):
        read_card(text)


def test_letters_on_a_card_are_refused() -> None:
    with pytest.raises(Invalid, match="只能填数字"):
        read_card("6222O21234567890188")


@pytest.mark.parametrize("text", ["6.22202E+18", "6222021234567890188.0"])
def test_a_card_excel_destroyed_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="Excel"):
        read_card(text)


def test_a_sound_check_digit_is_not_remarked() -> None:
    assert card_remark("4111111111111111") is None


def test_a_failing_check_digit_is_only_remarked() -> None:
    assert read_card("4111111111111112") == "4111111111111112"
    assert card_remark("4111111111111112") == "校验位不符，如不是存折或单位账户请与卡面核对"


def test_the_masked_card_shows_the_last_four() -> None:
    assert mask_card("6222021234567890188") == "**** **** **** 0188"

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from app.errors import Invalid
from app.rules.credit_code import check_character, credit_code_remark, read_credit_code

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def test_a_code_is_read_in_any_width_and_case() -> None:
    assert read_credit_code(" ９１３５０１００m000100y43 ") == "91350100M000100Y43"


def test_the_standards_example_is_not_remarked() -> None:
    assert credit_code_remark("91350100M000100Y43") is None


def test_a_failing_check_character_is_only_remarked() -> None:
    assert read_credit_code("91350100M000100Y44") == "91350100M000100Y44"
    assert credit_code_remark("91350100M000100Y44") == "校验码不符，请与证照核对"


@given(st.text("0123456789", min_size=8, max_size=8), st.text(ALPHABET, min_size=9, max_size=9))
def test_the_check_character_agrees_with_another_computation(digits: str, rest: str) -> None:
    assert check_character(digits + rest) == uscc.calc_check_digit(digits + rest)


def test_a_code_led_by_a_letter_is_read() -> None:
    assert read_credit_code("N21101010000000000") == "N21101010000000000"


def test_a_wrong_length_says_how_many() -> None:
    with pytest.raises(Invalid, match="应为 18 位，现有 17 位"):
        read_credit_code("91350100M000100Y4")


@pytest.mark.parametrize("letter", "IOSVZ")
def test_letters_outside_the_alphabet_are_named(letter: str) -> None:
    with pytest.raises(Invalid, match=f"“{letter}”"):
        read_credit_code(f"9135010{letter}M000100Y43")


def test_a_code_excel_destroyed_is_refused() -> None:
    with pytest.raises(Invalid, match="Excel"):
        read_credit_code("9.13101E+17")

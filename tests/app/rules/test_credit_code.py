import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from app.errors import Invalid
from app.rules.credit_code import check_character, credit_code_remark, is_body_code, read_credit_code

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


def test_the_old_code_of_a_body_has_the_check_character_of_the_standards_example() -> None:
    assert is_body_code("D2143569-X")
    assert is_body_code("d2143569x")
    assert not any(is_body_code(f"D2143569-{other}") for other in "0123456789")


@pytest.mark.parametrize("text", ["", "D2143569", "D2143569-XX", "中2143569-X"])
def test_what_is_no_code_of_a_body_is_none(text: str) -> None:
    assert not is_body_code(text)

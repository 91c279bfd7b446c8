import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.recovery_code import read_recovery_code, write_recovery_code

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_a_code_reads_back_as_the_key(key: bytes) -> None:
    assert read_recovery_code(" ".join(write_recovery_code(key))) == key


@pytest.mark.parametrize("between", ["", "-", "－", "\n", "、", "\u3000"])
def test_what_stands_between_the_groups_is_no_matter(between: str) -> None:
    key = bytes(range(32))
    assert read_recovery_code(between.join(write_recovery_code(key))) == key


def test_digits_of_full_width_are_digits() -> None:
    code = " ".join(write_recovery_code(bytes(range(32))))
    wide = code.translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    assert read_recovery_code(wide) == bytes(range(32))


@given(KEYS, st.integers(0, 15), st.integers(0, 5), st.integers(1, 9))
def test_every_single_wrong_digit_is_told_with_its_group(
    key: bytes, group: int, digit: int, add: int
) -> None:
    groups = list(write_recovery_code(key))
    wrong = (int(groups[group][digit]) + add) % 10
    groups[group] = f"{groups[group][:digit]}{wrong}{groups[group][digit + 1 :]}"
    with pytest.raises(Invalid, match=f"第 {group + 1} 组"):
        read_recovery_code(" ".join(groups))


@given(KEYS, st.integers(0, 15), st.integers(0, 4))
def test_two_neighbours_that_changed_places_are_told(key: bytes, group: int, digit: int) -> None:
    groups = list(write_recovery_code(key))
    one, other = groups[group][digit], groups[group][digit + 1]
    groups[group] = f"{groups[group][:digit]}{other}{one}{groups[group][digit + 2 :]}"
    if one == other:
        assert read_recovery_code(" ".join(groups)) == key
    else:
        with pytest.raises(Invalid, match=f"第 {group + 1} 组"):
            read_recovery_code(" ".join(groups))


@pytest.mark.parametrize("cut", [1, 2])
def test_a_code_that_ends_too_early_is_told(cut: int) -> None:
    with pytest.raises(Invalid, match="恢复码"):
        read_recovery_code(" ".join(write_recovery_code(bytes(32)))[:-cut])


@pytest.mark.parametrize("text", ["", "王芳1970", "12345678", "6222021234567890188"])
def test_a_password_is_no_code(text: str) -> None:
    assert read_recovery_code(text) is None

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.text import read_code, tidy, tidy_prose


def test_full_width_becomes_half_width() -> None:
    assert tidy("ＡＢＣ１２３") == "ABC123"


def test_invisible_characters_of_copied_text_are_dropped() -> None:
    assert tidy("\ufeff\u202d138\u200b12345678\u202c") == "13812345678"


def test_blanks_around_go_and_a_run_inside_counts_as_one() -> None:
    assert tidy("\u3000徐汇区 \u00a0 康健街道\t") == "徐汇区 康健街道"


def test_excels_leading_apostrophe_is_dropped() -> None:
    assert tidy("'310104") == "310104"


def test_line_breaks_inside_stay() -> None:
    assert tidy("第一行 \n第二行\n") == "第一行 \n第二行"


@given(st.text())
def test_tidy_text_is_not_changed_again(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize("text", ["3.10104E+17", "6.22202e+18", "310104198001011234.0", "3E+17"])
def test_a_code_whose_digits_a_spreadsheet_destroyed_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match=r"Excel 已丢失末尾数字.*文本格式"):
        read_code(text)


def test_a_number_short_enough_for_a_spreadsheet_is_whole() -> None:
    assert read_code("13812345678.0") == "13812345678"


def test_letters_that_look_like_an_exponent_are_kept() -> None:
    assert read_code("9131e234") == "9131E234"


def test_the_marks_of_a_chinese_sentence_stay_as_they_were_typed() -> None:
    assert tidy_prose(" 失业，２０１１年起；见附件！ ") == "失业，2011年起；见附件！"

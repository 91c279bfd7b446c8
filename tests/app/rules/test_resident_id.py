from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from app.errors import Invalid
from app.rules.resident_id import (
    area_remark,
    birth_date_of,
    check_character,
    is_resident_permit,
    mask_resident_id,
    read_foreigner_card,
    read_passport,
    read_resident_id,
    sex_of,
)

TODAY = date(2011, 11, 30)


def numbered(area: str, birth: date, sequence: int) -> str:
    """A sound number, its check character by another's computation."""
    first17 = f"{area}{birth:%Y%m%d}{sequence:03d}"
    return first17 + ric.calc_check_digit(first17 + "0")


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002X",
        "11010519491231002x",
        "11010519491231002ｘ",
        "11010519491231002✕",
        "11010519491231002×",
        "１１０１０５１９４９１２３１００２Ｘ",
        "'110105 19491231 002X",
        "‘11010519491231002X",
        "`11010519491231002X",
        "“11010519491231002X”",
        "11010519491231002X.",
        "身份证号码：110105 19491231 002x（本人）",
        "证件号码:110105-19491231-002X【户主】",
        "11010519491231002X本人",
    ],
)
def test_a_number_is_read_as_it_is_typed(text: str) -> None:
    assert read_resident_id(text, today=TODAY) == "11010519491231002X"


def test_an_old_number_is_lengthened() -> None:
    assert read_resident_id("110105491231002", today=TODAY) == "11010519491231002X"


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_the_check_characters_of_the_standards_examples_are_right(number: str) -> None:
    assert check_character(number[:17]) == number[17]


@given(
    st.integers(110000, 659999),
    st.dates(TODAY - timedelta(days=365 * 100), TODAY),
    st.integers(1, 999),
)
def test_every_sound_number_is_read_whatever_its_division(area: int, birth: date, sequence: int) -> None:
    number = numbered(str(area), birth, sequence)
    assert read_resident_id(number, today=TODAY) == number
    assert birth_date_of(number) == birth
    assert sex_of(number) == ("男" if sequence % 2 else "女")


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, shift: int) -> None:
    number = numbered("310104", date(1980, 1, 1), 123)
    wrong = str((int(number[place]) + shift) % 10)
    with pytest.raises(Invalid):
        read_resident_id(number[:place] + wrong + number[place + 1 :], today=TODAY)


def test_a_wrong_check_character_does_not_betray_the_right_one() -> None:
    with pytest.raises(Invalid) as told:
        read_resident_id("110105194912310021", today=TODAY)
    assert str(told.value) == "校验码不符，请与证件核对"


def test_a_wrong_length_says_how_many() -> None:
    with pytest.raises(Invalid, match=r"应为 18 位.*现有 17 位"):
        read_resident_id("11010519491231002", today=TODAY)


def test_a_letter_among_the_digits_is_refused() -> None:
    with pytest.raises(Invalid, match="前 17 位应为数字"):
        read_resident_id("1101O519491231002X", today=TODAY)


@pytest.mark.parametrize("text", ["3.10104E+17", "310104198001011234.0", "310104198001011000"])
def test_a_number_excel_destroyed_is_told_apart(text: str) -> None:
    with pytest.raises(Invalid, match="Excel"):
        read_resident_id(text, today=TODAY)


def test_an_impossible_birth_date_is_refused() -> None:
    with pytest.raises(Invalid, match="1980年2月30日 不存在"):
        read_resident_id("310104198002301234", today=TODAY)


def test_a_birth_date_still_to_come_is_refused() -> None:
    number = numbered("310104", TODAY + timedelta(days=1), 123)
    with pytest.raises(Invalid, match="2011年12月1日 还没有到"):
        read_resident_id(number, today=TODAY)


def test_a_person_of_121_years_is_refused() -> None:
    number = numbered("310104", date(1890, 11, 30), 123)
    with pytest.raises(Invalid, match="超过 120 年"):
        read_resident_id(number, today=TODAY)


def test_without_a_day_given_the_future_begins_tomorrow() -> None:
    number = numbered("310104", date.today() + timedelta(days=1), 123)
    with pytest.raises(Invalid, match="还没有到"):
        read_resident_id(number)


@pytest.mark.parametrize("birth", [TODAY, date(1891, 11, 30), date(1890, 12, 1)])
def test_the_youngest_and_the_oldest_person_have_a_number(birth: date) -> None:
    """Born today, 120 years old today, 121 tomorrow."""
    number = numbered("310104", birth, 123)
    assert read_resident_id(number, today=TODAY) == number


@pytest.mark.parametrize("area", ["310104", "310103", "412723", "320583", "810000", "820000", "830000"])
def test_divisions_of_today_and_of_the_past_are_not_remarked(area: str) -> None:
    assert area_remark(numbered(area, date(1960, 1, 1), 1)) is None


def test_an_unknown_province_is_remarked() -> None:
    assert (
        area_remark(numbered("890101", date(1960, 1, 1), 1)) == "前两位 89 不是已知的省级代码，请与证件核对"
    )


def test_an_unknown_county_is_remarked() -> None:
    assert "310199" in (area_remark(numbered("310199", date(1960, 1, 1), 1)) or "")


def test_residence_permits_are_recognised_by_their_division() -> None:
    assert is_resident_permit(numbered("830000", date(1980, 1, 1), 1))
    assert not is_resident_permit("11010519491231002X")


def test_the_masked_number_hides_the_birth_date() -> None:
    assert mask_resident_id("310104198001011234") == "310104********1234"


def test_a_passport_is_letters_and_digits() -> None:
    assert read_passport("e 12345678") == "E12345678"


@pytest.mark.parametrize("text", ["E123", "E12345678901234567890", "护照12345"])
def test_what_is_no_passport_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="5 至 20 位"):
        read_passport(text)


AMERICAN = numbered("931840", date(1988, 3, 12), 124)  # 9, 上海 31, the United States 840, a woman


@pytest.mark.parametrize("number", ["USA310088031210", AMERICAN])
def test_both_forms_of_the_foreigners_card_are_read(number: str) -> None:
    assert read_foreigner_card(number.lower()) == number


def test_the_foreigners_card_of_2023_tells_birth_and_sex_as_a_residents_does() -> None:
    assert (birth_date_of(AMERICAN), sex_of(AMERICAN)) == (date(1988, 3, 12), "女")
    assert area_remark(AMERICAN) is None


def test_a_mistyped_foreigners_card_of_2023_is_refused_by_its_check_character() -> None:
    with pytest.raises(Invalid, match="校验码不符"):
        read_foreigner_card(AMERICAN[:-1] + ("0" if AMERICAN[-1] != "0" else "1"))


def test_the_number_of_a_resident_is_no_foreigners_card() -> None:
    with pytest.raises(Invalid, match="以 9 开头"):
        read_foreigner_card("11010519491231002X")


@pytest.mark.parametrize(
    ("area", "told"),
    [("999840", "第 2、3 位 99 不是已知的省级代码"), ("931156", "第 4 至 6 位 156 不是已知的国籍代码")],
)
def test_a_foreigners_card_of_an_unknown_province_or_country_is_doubted(area: str, told: str) -> None:
    assert told in (area_remark(numbered(area, date(1988, 3, 12), 124)) or "")


def test_another_shape_of_foreigners_card_is_refused() -> None:
    with pytest.raises(Invalid, match="现有 14 位"):
        read_foreigner_card("USA31008803121")

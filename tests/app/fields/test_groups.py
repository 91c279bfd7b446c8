"""Numbers written in groups are one number; signs that only look like digits are none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.fields import (
    BankCardField,
    CountField,
    CreditCodeField,
    DateField,
    Described,
    FlagField,
    MobileField,
    MoneyField,
    PartialDateField,
    PercentField,
    PersonNameField,
    PhoneField,
    ResidentIdField,
    TextField,
)
from app.rules.resident_id import check_character
from app.subjects.members.records import Member

DOCUMENT, ID = Member.id_number, ResidentIdField("身份证号")
CARD, CODE = BankCardField("银行卡号"), CreditCodeField("信用代码")
MOBILE, PHONE = MobileField("手机号码"), PhoneField("电话")
MONEY, COUNT, PERCENT = MoneyField("金额"), CountField("人数"), PercentField("比例")
DAY, PARTIAL, FLAG = DateField("日期"), PartialDateField("年月"), FlagField("是否")

WOMAN = "310104197001010047"
# What separates the groups of a number: blanks of every width, what cannot be seen, hyphens.
SEPARATORS = (*" \u00a0\u2002\u2009\u202f\u3000\t\u200b\u200d\u2060\ufeff\u00ad", *"-‐‑‒–—−－")
# Circled, raised, lowered, bracketed, followed by a point, Roman, in one sign, a fraction, another script's.
NO_DIGITS = "①⑩¹²₂⑴⒈Ⅷⅷ㈠㊀½¼㍘㏠٣𝟏"


def _people() -> st.SearchStrategy[str]:
    born = st.dates(date(1930, 1, 1), date(2010, 12, 31))
    first17 = st.builds(lambda day, order: f"310104{day:%Y%m%d}{order:03d}", born, st.integers(0, 999))
    return first17.map(lambda code: code + check_character(code))


@st.composite
def _grouped(draw: st.DrawFn, numbers: st.SearchStrategy[str]) -> tuple[str, str]:
    """Return a number, and the same number as somebody wrote it in groups."""
    number = draw(numbers)
    cuts = sorted(draw(st.sets(st.integers(1, len(number) - 1), max_size=5)))
    groups = [number[start:end] for start, end in zip([0, *cuts], [*cuts, len(number)], strict=True)]
    separators = draw(st.lists(st.sampled_from(SEPARATORS), min_size=len(cuts), max_size=len(cuts)))
    return number, "".join(one + mark for one, mark in zip(groups, [*separators, ""], strict=True))


@pytest.mark.parametrize(
    ("field", "numbers"),
    [
        (DOCUMENT, _people()),
        (ID, _people()),
        (CARD, st.from_regex(r"[1-9][0-9]{12,18}", fullmatch=True)),
        (CODE, st.just("91310000607378000T")),
        (MOBILE, st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)),
        (PHONE, st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)),
    ],
    ids=["证件号码", "身份证号", "银行卡号", "信用代码", "手机号码", "电话"],
)
def test_a_number_in_groups_is_the_number(field: Described, numbers: st.SearchStrategy[str]) -> None:
    @given(_grouped(numbers))
    def law(told: tuple[str, str]) -> None:
        number, written = told
        assert field.parse(written) == number

    law()


def test_a_number_in_groups_settles_sex_and_birth_date() -> None:
    number = DOCUMENT.parse("310104 19700101 0047")
    assert number is not None
    assert DOCUMENT.implied(number) == {"sex": "女", "birth_date": date(1970, 1, 1)}


@pytest.mark.parametrize(
    "written",
    [
        "身份证：310104197001010047",
        "身份证号码:310104 19700101 0047",
        "居民身份证 310104-19700101-0047",
        "310104197001010047（本人）",
        "310104 19700101 0047 (身份证)",
    ],
)
@pytest.mark.parametrize("field", [DOCUMENT, ID], ids=["证件号码", "身份证号"])
def test_words_around_a_number_are_no_part_of_it(field: Described, written: str) -> None:
    assert field.parse(written) == WOMAN


@pytest.mark.parametrize("x", "xX×✕ХΧⅩⅹｘＸ")
def test_the_last_character_may_be_any_sign_that_looks_like_x(x: str) -> None:
    assert DOCUMENT.parse(f"110105 19491231 002{x}") == "11010519491231002X"


@pytest.mark.parametrize("field", [DOCUMENT, ID], ids=["证件号码", "身份证号"])
@pytest.mark.parametrize("number", ["310104 19700101 0048", "310104-19700101-0048"])
def test_a_number_in_groups_is_checked(field: Described, number: str) -> None:
    with pytest.raises(Invalid, match="校验码不符"):
        field.parse(number)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("E 1234 5678", "E12345678"),
        ("e-12345678", "E12345678"),
        ("沪A-77", "沪A-77"),
        ("ABC 1234 5678 9012", "ABC123456789012"),
    ],
)
def test_the_number_of_another_document_is_written_one_way(written: str, value: str) -> None:
    assert DOCUMENT.parse(written) == value


def _with_a_sign() -> list[Any]:
    numbers = (
        (MONEY, "500"),
        (COUNT, "12"),
        (PERCENT, "15"),
        (DAY, "2011-3-"),
        (PARTIAL, "2011-"),
        (MOBILE, "1380013800"),
        (PHONE, "6438123"),
        (CARD, "622202021234567890"),
        (CODE, "9131000060737800"),
        (ID, "31010419700101004"),
        (FLAG, ""),
    )
    return [
        pytest.param(field, before + sign, id=f"{field.label} {sign}")
        for field, before in numbers
        for sign in NO_DIGITS
    ]


@pytest.mark.parametrize(("field", "written"), _with_a_sign())
def test_a_sign_that_looks_like_a_digit_is_none(field: Described, written: str) -> None:
    with pytest.raises(Invalid, match=r"[一-龥]"):
        field.parse(written)


@pytest.mark.parametrize("sign", NO_DIGITS)
def test_an_identity_number_with_such_a_sign_is_none(sign: str) -> None:
    member = Member(id_type="居民身份证", id_number=DOCUMENT.parse(f"31010419700101004{sign}"))
    assert [problem.field.name for problem in Member.id_number.check(member)] == ["id_number"]


@pytest.mark.parametrize("text", ["½英寸管工", "建筑面积50㎡", "第①期", "Ⅷ级", "H₂O"])
def test_words_keep_their_signs(text: str) -> None:
    assert TextField("工种").parse(text) == text


def test_a_name_keeps_its_inner_structure() -> None:
    assert PersonNameField("姓名").parse("Mary-Ann  Smith") == "Mary-Ann Smith"

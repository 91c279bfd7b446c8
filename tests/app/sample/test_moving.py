"""The sample moved to other years: the same office, the same people, at the same age."""

from __future__ import annotations

import pytest

from app.rules.resident_id import birth_date_of, check_character
from app.sample.moving import later


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2011-01-20", "2026-01-20"),
        ("1968-02-29", "1983-02-28"),
        ("2011-03", "2026-03"),
        ("1997-03-09", "2012-03-09"),
        ("1997-03", "2012-03"),
        ("1985", "2000"),
        ("2011年春节困难职工慰问", "2026年春节困难职工慰问"),
        ("TY-HZ-2009-0001", "TY-HZ-2024-0001"),
        ("TY-GF-2011-2010", "TY-GF-2026-2010"),
        ("沪劳仲(2011)字第2012号", "沪劳仲(2026)字第2027号"),
        ("021-60002011", "021-60002011"),
        ("6222000020112012", "6222000020112012"),
        ("第四届职工春季长跑赛", "第四届职工春季长跑赛"),
        ('{"closed_on":[null,"2011-08-19"]}', '{"closed_on":[null,"2026-08-19"]}'),
    ],
)
def test_days_years_and_names_are_later_and_nothing_else(text: str, moved: str) -> None:
    assert later(text, 15) == moved


def test_a_number_of_a_person_follows_the_birth_with_its_check_character() -> None:
    first17 = "31010419590530047"
    number = later(first17 + check_character(first17), 15)
    assert str(birth_date_of(number)) == "1974-05-30"
    assert number[-1] == check_character(number[:17])


def test_a_bank_card_of_eighteen_figures_is_no_person() -> None:
    card = "622200195905300470"
    assert check_character(card[:17]) != card[17]
    assert later(card, 15) == card

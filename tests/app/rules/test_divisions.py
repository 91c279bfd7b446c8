"""The divisions with which identity numbers begin, as the library tells them whose table is read."""

from __future__ import annotations

from itertools import product

from stdnum import numdb

from app.rules.divisions import is_county, is_province


def test_the_provinces_are_those_of_the_library() -> None:
    table = numdb.get("cn/loc")
    for tens, ones in product(range(10), range(10)):
        code = f"{tens}{ones}"
        assert is_province(code) == ("province" in table.info(f"{code}0000")[0][1]), code


def test_the_counties_are_those_of_the_library() -> None:
    table = numdb.get("cn/loc")
    for province in ("11", "31", "65", "71", "83", "89"):
        for rest in range(10_000):
            code = f"{province}{rest:04d}"
            facts = [facts for _, facts in table.info(code)]
            assert is_county(code) == any("county" in one for one in facts), code


def test_part_of_a_code_is_none() -> None:
    assert not is_county("31")
    assert not is_province("310104")

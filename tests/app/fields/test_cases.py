"""The fields of case files."""

from __future__ import annotations

import pytest

from app.subjects.disputes.cases.records import DisputeCase, DisputeParty


def test_a_case_number_is_kept_in_the_usual_writing() -> None:
    assert DisputeCase.case_no.parse(" (2011)泰劳调字第 12 号 ") == "（2011）泰劳调字第12号"
    assert DisputeCase.case_no.remark("（2011）泰劳调字第12号") is None


def test_an_unusual_case_number_is_kept_and_remarked_upon() -> None:
    assert DisputeCase.case_no.parse("2011-12") == "2011-12"
    assert "请核对" in (DisputeCase.case_no.remark("2011-12") or "")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张 三", "张三"),
        ("王\ufa19芳", "王\ufa19芳"),
        ("上海第2五金厂", "上海第2五金厂"),
        (" 有司建筑公司 ", "有司建筑公司"),
        ("", None),
    ],
)
def test_parties_are_called_as_they_call_themselves(typed: str, kept: str | None) -> None:
    assert DisputeParty.name.parse(typed) == kept

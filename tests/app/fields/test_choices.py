"""Terms of a list, as people write them."""

from __future__ import annotations

import pytest

from app.errors import Invalid
from app.fields import ChoiceField, ChoicesField

RANK = ChoiceField("名次", ("第1名", "第2名", "第12名", "优胜奖"))


@pytest.mark.parametrize(
    ("text", "term"), [("第一名", "第1名"), ("第十二名", "第12名"), ("第 2 名", "第2名")]
)
def test_a_number_in_characters_is_the_one_in_figures(text: str, term: str) -> None:
    assert RANK.parse(text) == term


@pytest.mark.parametrize("text", ["、", "，；", " / "])
def test_where_only_what_stands_between_terms_is_left_nothing_is_chosen(text: str) -> None:
    assert ChoicesField("需求", ("住房", "医疗")).parse(text) is None


def test_another_number_is_no_likely_one() -> None:
    with pytest.raises(Invalid) as refused:
        RANK.parse("第三名")
    assert refused.value.offer == ""

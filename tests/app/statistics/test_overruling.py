"""A person's value in a figure's place: what may be written there."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.office import Office
from app.rules import periods
from app.statistics.overruling import overrule
from app.subjects.disputes import figures as disputes

Y2011 = periods.year(2011)


@pytest.mark.parametrize(("typed", "kept"), [("148起", "148"), (" 148 起 ", "148"), ("二十余", "二十余")])
def test_the_unit_that_the_text_has_is_not_kept_twice(office: Office, typed: str, kept: str) -> None:
    assert overrule(disputes.accepted, Y2011, typed, "有些登记在邻近社区").words == kept


def test_a_share_keeps_its_sign(office: Office) -> None:
    assert overrule(disputes.closing_rate, Y2011, "60%", "台账遗失").words == "60%"


@pytest.mark.parametrize(
    ("words", "reason", "told"),
    [
        (" ", "台账遗失", "请填写要改成的数值"),
        ("起", "台账遗失", "请填写要改成的数值"),
        ("-5", "台账遗失", "数值不能为负数"),
        ("5", " ", "请写明修改的原因"),
    ],
)
def test_what_says_nothing_is_refused(office: Office, words: str, reason: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        overrule(disputes.accepted, Y2011, words, reason)

"""Each field of each register is explained in one sentence; a rule that stands behind it names its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from app import registry
from app.fields import Described, MoneyField, Shown
from app.fields.terms import TERMS
from app.register import Register
from app.rules import regulations
from app.rules.regulations import Regulation

_REGISTERS = (*registry.registers(), *registry.SETTINGS)
_LONGEST = 45  # characters: what is read at a glance
_FILLER = re.compile(r"请?(输入|填写|选择)[^，]{0,6}$")  # says no more than the label beside it


def _shown(register: Register) -> Iterator[Shown]:
    yield from {
        field.name: field for field in (*register.form_fields, *register.record.described().values())
    }.values()


def _own_sentences(register: Register) -> Iterator[str]:
    """Yield what is said of a field itself, not of its kind or of a term."""
    for field in _shown(register):
        is_general = field.sentence == TERMS.get(field.label) or field.sentence == getattr(field, "means", "")
        if not is_general:
            yield field.sentence


def _rules() -> Iterator[Regulation]:
    for register in _REGISTERS:
        for field in _shown(register):
            if field.rule is not None:
                yield field.rule


@pytest.mark.parametrize("register", _REGISTERS, ids=lambda register: register.key)
def test_every_field_has_a_short_sentence_of_its_own(register: Register) -> None:
    sentences = {f"{field.name} {field.label}": field.sentence for field in _shown(register)}
    assert [name for name, sentence in sentences.items() if not sentence] == []
    assert [name for name, sentence in sentences.items() if len(sentence) > _LONGEST] == []
    assert [name for name, sentence in sentences.items() if _FILLER.match(sentence)] == []
    twice = [sentence for sentence, times in Counter(_own_sentences(register)).items() if times > 1]
    assert twice == []


def test_every_regulation_names_its_source_and_stands_behind_something() -> None:
    known = {value for value in vars(regulations).values() if isinstance(value, Regulation)}
    assert all(regulation.says and regulation.source for regulation in known)
    assert known == set(_rules())


def test_an_explanation_says_meaning_hint_and_rule() -> None:
    field = registry.find_register("contracts").record.described()["filed_on"]
    assert isinstance(field, Described)
    assert field.explanation.splitlines() == [
        "把合同文本报送劳动部门的日子",
        "签订后10日内报送劳动部门，一式三份；不晚于今天，不早于签订日期",
        "集体合同签订之日起十日内，文本一式三份报送劳动保障行政部门审查（《集体合同规定》第四十二条）",
    ]


def test_a_field_that_an_office_added_says_at_least_how_it_is_written() -> None:
    assert MoneyField("保费", unit="元").explanation == "金额，最多两位小数，例如 1200.50"
    assert MoneyField("保费", about="每人每年多少钱").explanation == "每人每年多少钱"

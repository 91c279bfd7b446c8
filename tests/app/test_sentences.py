"""Each field of each register is explained in one sentence; a rule that stands behind it names its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app import registry
from app.described.description import DescribedField
from app.fields import Described, MoneyField, Shown
from app.fields.terms import TERMS
from app.office import Office
from app.register import Register
from app.rules import regulations
from app.rules.regulations import Regulation
from tests.factories.described import make_service
from tests.helpers.every_register import every_register

_LONGEST = 45  # characters: what is read at a glance
_FILLER = re.compile(r"请?(输入|填写|选择)[^，]{0,6}$")  # says no more than the label beside it


def _shown(register: Register) -> Iterator[Shown]:
    yield from {
        field.name: field for field in (*register.form_fields, *register.record.described().values())
    }.values()


def _own_sentences(register: Register) -> Iterator[str]:
    """Yield what is said of a field itself, not of its kind or of a term."""
    for field in _shown(register):
        general = (TERMS.get(field.label), getattr(field, "means", ""), getattr(field, "written", ""))
        if field.sentence not in general:
            yield field.sentence


def _rules() -> Iterator[Regulation]:
    for register in registry.registers():
        for field in _shown(register):
            if field.rule is not None:
                yield field.rule


@every_register
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


def test_a_field_that_an_office_describes_says_only_what_holds_of_it(office: Office) -> None:
    """性别 follows from the number of a member's card; of her own field of that name nothing follows."""
    sex = DescribedField("c1", "性别", "choice", listed=True, choices=("男", "女"))
    register = make_service(fields=(sex,)).own.register
    assert register.record.described()["c1"].explanation == "从列表中选一项，也可以打字或拼音查找"


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

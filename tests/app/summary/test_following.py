"""A summary follows its records: one added, changed or binned behind each figure that a sentence quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module

import pytest

from app.office import Office
from app.records.base import Record, database
from app.registry import figure_topics, find_figure
from app.rules.periods import year
from app.subjects.members.membership.records import MembershipEvent
from app.summary.compose import compose
from app.summary.template import quoted_in
from app.summary.texts import brought_along
from tests.factories.people import make_member
from tests.helpers.figures import Case, stored, take_away

Y2011 = year(2011)
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")


def _quoted() -> list[str]:
    """Return the labels of the figures in the text, parts by their whole; but of the office itself."""
    wholes = [find_figure(quote.figure.key.partition(":")[0]) for quote in quoted_in(brought_along(), Y2011)]
    return list(dict.fromkeys(one.label for one in wholes if one.topic != "office"))


def _cases() -> dict[str, list[Case]]:
    """Return, by label, the cases by which the figures of every subject are held to follow their records."""
    found: dict[str, list[Case]] = {}
    for topic in figure_topics():
        if topic.key != "office":
            folder = topic.module.rpartition(".")[0]
            for case in import_module(f"tests.{folder}.test_figures").CASES:
                for label in case.figures:
                    found.setdefault(label, []).append(case)
    return found


CASES = _cases()


def _sentences(label: str) -> Iterator[str]:
    """Yield the sentences of the text that quote a figure, each with its conditions whole."""
    for line in brought_along().split("\n"):
        whole = re.sub(r"\{%.*?%\}", "", line)
        yield from (one for one in _SENTENCE.findall(whole) if re.search(rf"{{{{ {label}[ .]", one))


def _told(label: str) -> list[list[str]]:
    """Return what each sentence says of a figure and its parts; nothing where it is left out."""
    key = find_figure(label).key
    documents = [compose(f"总结\n\n{one}", Y2011) for one in _sentences(label)]
    spans = [[span for line in one.lines for span in line.spans if span.quote] for one in documents]
    return [
        [span.text for span in found if span.quote and span.quote.figure.key.partition(":")[0] == key]
        for found in spans
    ]


def _change(record: Record, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    stored(record)


_TOLD_BY_EVENTS = {"会员", "新发展会员"}  # what a member's form says of joining changes no event


@pytest.mark.parametrize("label", _quoted())
def test_its_sentences_follow_a_record(office: Office, label: str) -> None:
    assert list(_sentences(label))
    followed = 0
    for case in CASES[label]:
        with database.atomic() as tried:
            followed += _follows(label, case)
            tried.rollback()
    assert followed, "no record moved the sentence"


def _follows(label: str, case: Case) -> bool:
    """Assert that the sentences follow the record of a case; False where it is not one they tell of."""
    given = case.before()
    before = _told(label)
    record = case.make(given)
    if _told(label) == before:
        return False
    take_away(record)
    assert _told(label) == before, "binned"
    if case.outside.keys() <= type(record).described().keys() and label not in _TOLD_BY_EVENTS:
        again = case.make(given)
        assert _told(label) != before, "added again"
        _change(again, case.outside)
        assert _told(label) == before, "changed"
    return True


def test_a_changed_event_moves_the_members_of_a_summary(office: Office) -> None:
    make_member(applied_on=date(2011, 1, 4), approved_on=date(2011, 1, 5))
    joined = MembershipEvent.get()
    assert [_told("新发展会员")[0][:1], _told("会员")[0]] == [["1"], ["1"]]
    _change(joined, {"happened_on": date(2012, 1, 5)})
    assert [_told("新发展会员")[0], _told("会员")[0]] == [[], []]

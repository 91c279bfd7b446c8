"""The seed's own text learned on the sample office of its year: what each number is (domain 11.2)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.learning.learned import learn
from app.learning.listed import as_json
from app.office import close_office, open_office
from tests.app.learning.seed_answers import NUMBERS, WORDS, Answer

REPORT = Path(__file__).with_name("seed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(sample_file: Path) -> Iterator[list[dict[str, Any]]]:
    """What the command line tells other programs of the seed's text."""
    open_office(sample_file, read_only=True)
    yield json.loads(as_json(learn(REPORT, 2011)))["numbers"]
    close_office()


def _at(found: list[dict[str, Any]], answer: Answer) -> dict[str, Any]:
    """Return what was found at the place of an answer."""
    places = [
        one for one in found if one["text"] == answer.text and REPORT[: one["start"]].endswith(answer.before)
    ]
    assert len(places) == 1, [one["text"] for one in found]
    return places[0]


@pytest.mark.parametrize("answer", [*NUMBERS, *WORDS], ids=lambda one: f"{one.ids} {one.text}")
def test_the_right_figure_is_proposed_first(found: list[dict[str, Any]], answer: Answer) -> None:
    assert _at(found, answer)["proposals"][0]["label"] in answer.figures


def test_no_sure_number_is_wrong(found: list[dict[str, Any]]) -> None:
    right = {_at(found, answer)["start"]: answer.figures for answer in NUMBERS}
    sure = [one for one in found if one["sure"] and one["kind"] == "number"]
    wrong = [one["text"] for one in sure if one["proposals"][0]["label"] not in right[one["start"]]]
    assert len(sure) >= 40
    assert wrong == []


def test_nothing_is_taken_for_a_number_that_counts_nothing(found: list[dict[str, Any]]) -> None:
    """十六大, 三个代表, 第四届, 80分, 区10年, 2010年, 一个崭新的: none of them is a count."""
    known = {_at(found, answer)["start"] for answer in NUMBERS}
    more = [one for one in found if one["kind"] == "number" and one["start"] not in known]
    assert [(one["text"], one["unit"]) for one in more] == [("60", "家")]  # named again: 在60家企业中

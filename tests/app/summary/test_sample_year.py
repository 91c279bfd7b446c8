"""The summary of the sample office for 2011 holds every number of the seed's text (domain 11.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from app.office import close_office, open_office
from app.resources import resource
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.document import Document
from app.summary.texts import text_of
from tests.app.summary.said import Phrase
from tests.app.summary.seed_life import LIFE
from tests.app.summary.seed_rights import RIGHTS
from tests.helpers.plain_sql import rows

SEED = (*RIGHTS, *LIFE)
TELLING = re.findall(r"[0-9]{3,}", " ".join(number for said in SEED for number in said.printed))


@pytest.fixture(scope="module")
def summary(sample_file: Path) -> Iterator[Document]:
    """The summary of the sample office for 2011, told in its own words, some of it of parts of the year."""
    open_office(sample_file, read_only=True)
    yield compose(text_of(2011), year(2011))
    close_office()


@pytest.mark.parametrize("said", SEED, ids=[f"{said.ids} {said.phrase}" for said in SEED])
def test_the_number_of_the_seed_stands_in_its_phrase_and_is_what_plain_sql_counts(
    sample_file: Path, summary: Document, said: Phrase
) -> None:
    assert said.phrase.format(*said.printed) in summary.text
    counted = [rows(sample_file, query)[0][0] for query in said.asked]
    expected = said.exact or tuple(float(one) for one in said.printed)
    if expected:
        assert [round(float(one), 2) for one in counted] == pytest.approx(list(expected), abs=0.05)


def test_nothing_of_the_year_is_missing_and_nothing_contradicts(summary: Document) -> None:
    assert (summary.gaps, summary.left_out, summary.doubts) == ((), (), ())


def test_all_figures_of_the_text_are_told_by_records(summary: Document) -> None:
    assert [quote.figure.label for quote in summary.quotes if not quote.figure.count(quote.period)] == []


@pytest.mark.parametrize("folder", ["figures", "keeping", "statistics", "subjects", "summary"])
def test_no_number_of_the_seed_is_written_in_code(folder: str) -> None:
    home = Path(app.__file__).with_name(folder)
    assert _written({path: path.read_text(encoding="utf-8") for path in home.rglob("*.py")}) == []


def test_no_number_of_the_seed_is_written_in_a_text() -> None:
    texts = {name: resource(f"summary/{name}.txt").read_text(encoding="utf-8") for name in ("year", "part")}
    assert _written(texts) == []


def _written(texts: dict[Path, str] | dict[str, str]) -> list[tuple[object, str]]:
    """Find the numbers of three digits and more that no law or calendar would put there by itself."""
    usual = {"100", "111", "110", "200", "145", "150", "1000", "2000", "2011", "10000"}
    telling = [number for number in dict.fromkeys(TELLING) if number not in usual]
    return [
        (name, number)
        for name, text in texts.items()
        for number in telling
        if re.search(rf"(?<![0-9]){number}(?![0-9])", text.replace("_", ""))
    ]

from __future__ import annotations

import pytest

from tests.mutate import PLACES, ROOT, Place

TEXTS = [path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py")]


@pytest.mark.parametrize("place", PLACES, ids=[place.text for place in PLACES])
def test_each_place_that_is_broken_by_hand_stands_exactly_once(place: Place) -> None:
    assert sum(text.count(place.text) for text in TEXTS) == 1

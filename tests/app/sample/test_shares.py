"""What the sample shares out adds up again, whatever the total."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.sample.crowd import random_shares
from app.sample.signers import divide


@given(st.data(), st.integers(), st.integers(1, 40), st.integers(0, 9), st.integers(0, 20))
def test_random_shares_keep_their_bounds(
    data: st.DataObject, seed: int, parts: int, least: int, room: int
) -> None:
    total = data.draw(st.integers(parts * least, parts * (least + room)))
    shares = random_shares(Random(seed), total, parts, least, least + room)
    assert sum(shares) == total
    assert all(least <= share <= least + room for share in shares)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 100), min_size=1, max_size=40))
def test_a_total_divided_by_weights_is_off_by_less_than_one(total: int, weights: list[int]) -> None:
    shares = divide(total, weights)
    assert sum(shares) == total
    exact = [total * weight / sum(weights) for weight in weights]
    assert all(abs(share - ideal) < 1 for share, ideal in zip(shares, exact, strict=True))

"""More than ever before: an edition against all earlier ones of its series (domain 5.5, F057)."""

from __future__ import annotations

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.activities.editions import earlier_editions, is_most_ever
from app.subjects.activities.register import ACTIVITIES
from tests.factories.activities import make_activity, make_edition, make_series


@pytest.mark.parametrize(
    ("came", "won", "most"),
    [(145, 28, True), (120, 28, False), (119, 28, False), (145, 25, False), (121, 26, True)],
)
def test_both_people_and_awards_exceed_every_earlier_edition(
    office: Office, came: int, won: int, most: bool
) -> None:
    series = make_series()
    make_edition(series, 1, 64, 25)
    make_edition(series, 2, 120, 18)
    make_edition(series, 3, 97, 20)
    assert is_most_ever(make_edition(series, 4, came, won)) is most


def test_the_first_edition_has_nothing_to_be_compared_with(office: Office) -> None:
    assert is_most_ever(make_edition(make_series(), 1, 64, 9)) is None
    assert is_most_ever(make_activity()) is None


def test_an_unknown_number_makes_no_comparison(office: Office) -> None:
    series = make_series()
    make_edition(series, 3, 120, 20, stated_awards=None)
    assert is_most_ever(make_edition(series, 4, 145, 28)) is None


def test_later_cancelled_and_binned_editions_and_other_series_do_not_count(office: Office) -> None:
    series = make_series()
    make_edition(series, 1, 64, 9)
    make_edition(series, 2, 500, 99, status="取消", cancel_reason="下雨")
    gone = make_edition(series, 3, 500, 99)
    fourth = make_edition(series, 4, 145, 28)
    make_edition(series, 5, 500, 99)
    make_edition(make_series(), 1, 500, 99)
    assert is_most_ever(fourth) is False
    keeping.to_bin(ACTIVITIES, [gone.id])
    assert is_most_ever(fourth) is True
    assert [one.edition for one in earlier_editions(fourth)] == [1]

"""What records refer to is fetched for all of them at once, where it is asked for at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.office import Office
from app.records.base import database
from app.records.references import fetch_references, fetch_when_asked
from app.subjects.hardship.families.records import HardshipFamily
from tests.factories.people import make_file, make_kin


@pytest.fixture
def kin(office: Office) -> list[HardshipFamily]:
    """Three members of two families, read as a list is."""
    files = [make_file(name=name) for name in ("陆建国", "王芳")]
    for file in (*files, files[0]):
        make_kin(file)
    return list(HardshipFamily.alive().order_by(HardshipFamily.id))


def asked(work: Callable[[], object]) -> int:
    """Count the statements that some work asks the file."""
    told: list[str] = []
    database.connection().set_trace_callback(told.append)
    work()
    database.connection().set_trace_callback(None)
    return len(told)


def names(kin: list[HardshipFamily]) -> list[str]:
    return [one.file.name for one in kin]


@pytest.mark.parametrize(
    "fetch", [fetch_when_asked, lambda kin: fetch_references(kin, HardshipFamily)], ids=["when asked", "now"]
)
def test_what_several_refer_to_is_asked_once(kin: list[HardshipFamily], fetch: Callable[..., None]) -> None:
    def read() -> None:
        fetch(kin)
        names(kin)

    assert asked(read) == 1
    assert names(kin) == ["陆建国", "王芳", "陆建国"]


def test_what_nobody_asks_for_is_not_fetched(kin: list[HardshipFamily]) -> None:
    assert asked(lambda: fetch_when_asked(kin)) == 0


def test_one_that_refers_to_another_since_gets_that(kin: list[HardshipFamily]) -> None:
    fetch_when_asked(kin)
    kin[0].file = kin[1].__data__["file"]
    assert names(kin) == ["王芳", "王芳", "陆建国"]

"""The invented people are valid: what the factories make can be records."""

from __future__ import annotations

from app.office import Office
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_file,
    make_kin,
    make_limit,
    make_member,
    resident_id,
)


def test_the_factories_make_records_that_can_be_records(office: Office) -> None:
    make_enterprise()
    make_limit()
    file = make_file()
    records = (make_member(), file, make_kin(file), make_batch(file))
    assert all(record.id for record in records)


def test_no_two_invented_people_share_an_identity_number(office: Office) -> None:
    assert len({make_member().id_number for _ in range(120)}) == 120


def test_whoever_saves_on_and_on_never_meets_a_number_again() -> None:
    """A test whose thread saves as fast as the machine can saves thousands on a fast one."""
    assert len({resident_id() for _ in range(8000)}) == 8000

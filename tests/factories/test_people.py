"""The invented people are valid: what the factories make can be records."""

from __future__ import annotations

from app.office import Office
from tests.factories.people import make_batch, make_enterprise, make_file, make_kin, make_limit, make_member


def test_the_factories_make_records_that_can_be_records(office: Office) -> None:
    make_enterprise()
    make_limit()
    file = make_file()
    records = (make_member(), file, make_kin(file), make_batch(file))
    assert all(record.id for record in records)


def test_no_two_invented_people_share_an_identity_number(office: Office) -> None:
    assert len({make_member().id_number for _ in range(120)}) == 120

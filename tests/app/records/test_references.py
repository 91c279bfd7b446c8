"""What records refer to is fetched for all of them at once, where it is asked for at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.office import Office
from app.records.base import database
from app.records.references import fetch_references, fetch_when_asked, names_of
from app.subjects.hardship.aid.records import AidPayment, ApprovedLine
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.records import MutualEnrolment
from tests.factories.insurance import make_enrolment
from tests.factories.people import make_batch, make_file, make_kin


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


def test_records_are_called_the_same_by_their_names_alone(office: Office) -> None:
    named, nameless = make_enrolment(name="陆建国"), make_enrolment()
    MutualEnrolment.update(name=None, enrolment_no=None, id_number=None).where(
        MutualEnrolment.id == nameless.id
    ).execute()
    ids = [named.id, nameless.id]
    whole = {one: str(MutualEnrolment.get_by_id(one)) for one in ids}
    assert names_of(MutualClaim.enrolment, ids) == whole
    assert whole[named.id] == f"陆建国（{named.enrolment_no}）"
    assert names_of(MutualClaim.enrolment, ids, brief=True)[named.id] == "陆建国"


def test_records_that_are_called_in_their_own_way_are_so_called(office: Office) -> None:
    """What is paid to somebody, by its occasion first."""
    make_batch(make_file(name="陆建国"))
    payment = AidPayment.get()
    assert str(payment).startswith("陆建国 2011年春节")
    assert names_of(ApprovedLine.payment, [payment.id]) == {payment.id: str(payment)}

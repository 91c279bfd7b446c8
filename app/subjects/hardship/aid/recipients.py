"""Who was aided: one person in several files, one household under several names (domain 3.10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peewee import ColumnBase, fn

from app.figures.persons import person
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.same_household import household

_FILED = (
    (HardshipFile.id_number, HardshipFile.name, HardshipFile.employer),
    (HardshipFamily.id_number, HardshipFamily.name, HardshipFamily.workplace),
)


def person_aided() -> ColumnBase:
    """Return the SQL for whom a payment went to: as the file has the number now, else as it was paid.

    Whoever gave no number is the only person of that name and unit who gave one, to the files or when paid.
    """
    file = HardshipFile.alias()
    filed = file.select(file.id_number).where(file.id == AidPayment.file)
    return fn.COALESCE(filed, person((AidPayment.id_number, AidPayment.name, AidPayment.employer), _FILED))


def household_aided() -> ColumnBase:
    """Return the SQL for the household that a payment went to, as told by the end of the payment's year."""
    batch = AidBatch.alias()
    planned = batch.select(batch.planned_on).where(batch.id == AidPayment.batch)
    year = fn.SUBSTR(fn.COALESCE(AidPayment.paid_on, planned), 1, 4)
    return household(person_aided(), year.concat("-12-31"))


@dataclass(frozen=True)
class Recipient:
    """The person and the household that a payment went to."""

    person: str
    household: str


def recipients(payments: Iterable[AidPayment]) -> Mapping[int, Recipient]:
    """Return to whom each of these payments went, by the payment's id."""
    ids = [payment.id for payment in payments]
    rows = AidPayment.select(AidPayment.id, person_aided(), household_aided()).where(AidPayment.id.in_(ids))
    return {number: Recipient(person, home) for number, person, home in rows.tuples()}

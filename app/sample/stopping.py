"""Stopping the sample's year on a day: what would come after it has not happened yet.

A row that would begin later is not there; one that has begun loses what came later, and goes back to the
state that it was in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from peewee import chunked

from app.fields import DateField, Described, SerialField
from app.keeping import deriving
from app.keeping.course import settle_record
from app.keeping.owners import owner_links
from app.records.base import Record
from app.register import Register, Step
from app.registry import RECORDS, registers
from app.rules.dates import years_later
from app.subjects.contracts.collective.records import CollectiveContract, ContractStatus
from app.subjects.disputes.cases.records import DisputeAgreement
from app.subjects.disputes.mediation.records import Performance
from app.subjects.hardship.aid.records import AidBatch, ApprovedLine
from app.subjects.members.records import Member
from app.subjects.office.goals.records import Goal
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import CommitteeMember, GrassrootsUnion, UnionStatus

_STANDING = (Enterprise, GrassrootsUnion, Goal)
"""What is there all year long, whatever is told of it."""
_AT_ONCE = 500
_BEGINS = {Member: Member.approved_on}
"""Where a record begins on another day than its first."""


def stop(last: date, end: date) -> None:
    """Let nothing in the open office have happened after `last`; what was planned for after `end` stays."""
    if last >= end:
        return
    _tell_what_was_told_last_year(last)
    _go_back_a_term(last)
    _forget_performances(last)
    touched = _Touched()
    for record in reversed(RECORDS):
        if record not in _STANDING and (begins := _begins(record)) is not None:
            ahead = record.select(record.id).where(begins > last, begins <= end)
            _drop(record, [row_id for (row_id,) in ahead.tuples()], touched)
    for register in registers():
        if register.course is not None:
            _settle(register, last)
        _take_back(register, last, touched)
    touched.settle_owners()
    unapproved = AidBatch.select(AidBatch.id).where(AidBatch.approved_on.is_null())
    ApprovedLine.delete().where(ApprovedLine.batch.in_(unapproved)).execute()
    _forget_renewals(last)


class _Touched:
    """One row that is gone, or was taken back, of each record that it belonged to."""

    def __init__(self) -> None:
        self._by_owner: dict[tuple[type[Record], int], Record] = {}

    def note(self, row: Record) -> None:
        """Note to whom a row belongs."""
        for link in owner_links(type(row)):
            if (owner := row.__data__.get(link.name)) is not None:
                self._by_owner[link.rel_model, owner] = row

    def settle_owners(self) -> None:
        """Bring what follows from the rows up to date."""
        for row in self._by_owner.values():
            deriving.derive_owners(row)


def _days(record: type[Record]) -> list[DateField]:
    """Return the days on which something happened; a birth is no event of the office."""
    fields = record.described().values()
    return [field for field in fields if isinstance(field, DateField) and not field.name.startswith("birth")]


def _begins(record: type[Record]) -> DateField | None:
    """Return the day on which a row of this kind comes to be; None where none tells."""
    if record in _BEGINS:
        return _BEGINS[record]
    numbered = (field.dated_by for field in record.described().values() if isinstance(field, SerialField))
    days = _days(record)
    needed = (day for day in days if not day.null)
    found = next(numbered, None) or next(needed, None) or next(iter(days), None)
    return found if isinstance(found, DateField) else None


def _drop(record: type[Record], ids: Sequence[int], touched: _Touched) -> None:
    """Remove rows with all that belongs to them; what only refers to them forgets them."""
    for some in chunked(ids, _AT_ONCE):
        for row in record.select().where(record.id.in_(some)):
            touched.note(row)
        for field, of_record in record._meta.backrefs.items():
            if field.null:
                of_record.update({field.name: None}).where(field.in_(some)).execute()
            else:
                below = of_record.select(of_record.id).where(field.in_(some)).tuples()
                _drop(of_record, [row_id for (row_id,) in below], touched)
        record.delete().where(record.id.in_(some)).execute()


def _tell_what_was_told_last_year(last: date) -> None:
    """Let units have told what they tell once a year on the same day of last year."""
    for record in (Enterprise, GrassrootsUnion):
        for field in (day for day in _days(record) if day.bounds.past or day.name == "registered_on"):
            later = record.select(field).where(field > last).distinct().tuples()
            for (day,) in list(later):
                record.update({field.name: years_later(day, -1)}).where(field == day).execute()


def _go_back_a_term(last: date) -> None:
    """Let the unions that would elect later still be in the term before."""
    for union in GrassrootsUnion.alive().where(
        GrassrootsUnion.term_start > last, GrassrootsUnion.term_no > 1
    ):
        years = int(str(union.term_years).removesuffix("年"))
        assert union.term_start is not None
        union.term_start = years_later(union.term_start, -years)
        union.term_no -= 1
        deriving.compute_derived(union)
        over = union.term_end is not None and union.term_end < last
        union.status = UnionStatus.EXPIRED if over else UnionStatus.NORMAL
        union.save()
        seats = CommitteeMember.update(appointed_on=union.term_start, term_no=union.term_no)
        seats.where(CommitteeMember.union == union, CommitteeMember.appointed_on > last).execute()


def _settle(register: Register, last: date) -> None:
    """Let records whose state follows from their events be what the events that are left made them."""
    course = register.course
    assert course is not None
    for (row_id,) in register.record.select(register.record.id).where(course.last_day > last).tuples():
        settle_record(register, row_id)


def _take_back(register: Register, last: date, touched: _Touched) -> None:
    """Take from each row what came later, and the steps that it belonged to."""
    begins = None if register.record in _STANDING else _begins(register.record)
    states = [field for state in register.states for field in state.needs]
    asked = [field for step in register.steps for field in step.asks]
    later = [
        day
        for day in _days(register.record)
        if day.null
        and not day.required  # the end of a term that has begun is known
        and day.derive is None
        and day is not begins
        and (day.bounds.past or day in [*states, *asked])
    ]
    for field in later:
        for row in register.record.select().where(field > last):
            ahead = [day for day in later if (value := getattr(row, day.name)) is not None and value > last]
            before = dict.fromkeys((day.name for day in ahead), None) | _state_before(register, row, ahead)
            register.record.update(before).where(register.record.id == row.id).execute()
            touched.note(row)


def _state_before(register: Register, row: Record, ahead: list[DateField]) -> dict[str, object]:
    """Return the values of a row before the steps that lie ahead: its state, and what they asked for."""
    before: dict[str, object] = {}
    if register.status is None:
        return before
    passed = [getattr(row, register.status.name)]
    while (found := _step_ahead(register, passed, ahead)) is not None:
        step, state = found
        passed.append(state)
        before[register.status.name] = state
        kept = _needs(register, state)
        before |= {
            field.name: None
            for field in step.asks
            if field.null and field.derive is None and not any(field is one for one in kept)
        }
    return before


def _step_ahead(register: Register, passed: Sequence[str], ahead: list[DateField]) -> tuple[Step, str] | None:
    """Return the step into the last of the states that lies ahead, and the state from which it was taken.

    None where the state was reached already. A state that was passed on the way back is no way back.
    """
    state = passed[-1]
    into = [
        (step, source)
        for step in register.steps
        if step.target == state
        for source in step.sources
        if source not in passed
    ]
    if not any(field is day for field in _needs(register, state) for day in ahead):
        into = [
            (step, source)
            for step, source in into
            if any(field is day for field in step.asks for day in ahead)
        ]
    return next(iter(into), None)


def _needs(register: Register, state: str) -> tuple[Described, ...]:
    return next((one.needs for one in register.states if one.value == state), ())


def _forget_performances(last: date) -> None:
    """Let agreements that are carried out later still wait for it."""
    agreement = DisputeAgreement
    waiting = agreement.update(performance=Performance.WAITING.value, performed_amount=None)
    waiting.where(agreement.performed_on > last).execute()


def _forget_renewals(last: date) -> None:
    """Let contracts whose renewal lies ahead be what they were."""
    contract = CollectiveContract
    renewals = contract.select(contract.renewed_from).where(contract.renewed_from.is_null(False))
    lone = (contract.status == ContractStatus.RENEWED) & contract.id.not_in(renewals)
    contract.update(status=ContractStatus.EFFECTIVE).where(lone, contract.end_on >= last).execute()
    contract.update(status=ContractStatus.EXPIRED).where(lone, contract.end_on < last).execute()

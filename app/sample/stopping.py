"""Stopping the sample's year on a day: what would come after it has not happened yet.

A row that would begin later is not there; one that has begun loses what came later, and goes back to the
state that it was in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from peewee import chunked

from app.fields import DateField, Described, SerialField
from app.keeping import deriving
from app.records.base import Record
from app.register import Register, Step
from app.registry import RECORDS, registers
from app.rules.dates import years_later
from app.subjects.contracts.collective.records import CollectiveContract, ContractStatus
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
    for record in reversed(RECORDS):
        if record not in _STANDING and (begins := _begins(record)) is not None:
            ahead = record.select(record.id).where(begins > last, begins <= end)
            _drop(record, [row_id for (row_id,) in ahead.tuples()])
    for register in registers():
        _take_back(register, last)
    unapproved = AidBatch.select(AidBatch.id).where(AidBatch.approved_on.is_null())
    ApprovedLine.delete().where(ApprovedLine.batch.in_(unapproved)).execute()
    _forget_renewals(last)


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


def _drop(record: type[Record], ids: Sequence[int]) -> None:
    """Remove rows with all that belongs to them; what only refers to them forgets them."""
    for some in chunked(ids, _AT_ONCE):
        for field, of_record in record._meta.backrefs.items():
            if field.null:
                of_record.update({field.name: None}).where(field.in_(some)).execute()
            else:
                below = of_record.select(of_record.id).where(field.in_(some)).tuples()
                _drop(of_record, [row_id for (row_id,) in below])
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


def _take_back(register: Register, last: date) -> None:
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


def _state_before(register: Register, row: Record, ahead: list[DateField]) -> dict[str, object]:
    """Return the values of a row before the steps that lie ahead: its state, and what they asked for."""
    before: dict[str, object] = {}
    if register.status is None:
        return before
    state = getattr(row, register.status.name)
    while (step := _step_ahead(register, state, ahead)) is not None:
        state = before[register.status.name] = step.sources[0]
        before |= {field.name: None for field in step.asks if field.null and field.derive is None}
    return before


def _step_ahead(register: Register, state: str, ahead: list[DateField]) -> Step | None:
    """Return the step into a state that lies ahead; None where the state was reached already."""
    needs: Iterator[Described] = (
        field for one in register.states if one.value == state for field in one.needs
    )
    is_ahead = any(field is day for field in needs for day in ahead)
    into = [step for step in register.steps if step.target == state and state not in step.sources]
    if not is_ahead:
        into = [step for step in into if any(field is day for field in step.asks for day in ahead)]
    return next(iter(into), None)


def _forget_renewals(last: date) -> None:
    """Let contracts whose renewal lies ahead be what they were."""
    contract = CollectiveContract
    renewals = contract.select(contract.renewed_from).where(contract.renewed_from.is_null(False))
    lone = (contract.status == ContractStatus.RENEWED) & contract.id.not_in(renewals)
    contract.update(status=ContractStatus.EFFECTIVE).where(lone, contract.end_on >= last).execute()
    contract.update(status=ContractStatus.EXPIRED).where(lone, contract.end_on < last).execute()

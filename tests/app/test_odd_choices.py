"""A word in the file that no list knows, as another program may write it, makes nothing fall."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from peewee import SQL

from app.checking import values
from app.exchange.workbook import export
from app.fields import ChoiceField, ChoicesField, Described, text_of
from app.keeping import course, deriving, judging, keeping
from app.listing import Criteria
from app.office import Office
from app.records.base import Record, database
from app.register import Register
from app.registry import registers
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.test_registry import MAKERS
from tests.factories.described import DESCRIBED
from tests.factories.people import make_event, make_member

_ODD = "没有的词"


def _choices(register: Register) -> list[Described]:
    fields = register.record.described().values()
    return [
        field for field in fields if isinstance(field, ChoiceField | ChoicesField) and field.derive is None
    ]


_WITH_CHOICES = [*(register.key for register in registers() if _choices(register)), *DESCRIBED[1:]]


def _use(register: Register, record: Record, folder: Path) -> None:
    """Judge, compute, show and hand out a record, as a form and a list do."""
    judging.problems(register, record)
    deriving.compute_derived(keeping.draft_of(record))
    for shown in (*register.columns, *register.fields):
        text_of(shown, record)
    for owner in register.record._meta.refs:
        if (held := getattr(record, owner.name)) is not None:
            str(held)
    export(register, Criteria(), folder / "list.csv")


@pytest.mark.parametrize("register", _WITH_CHOICES, indirect=True)
def test_a_record_with_an_odd_choice_is_judged_shown_and_told(
    office: Office, register: Register, tmp_path: Path
) -> None:
    kept = keeping.save(register, MAKERS[register.key]())
    model = register.record
    assert _choices(register)
    for field in _choices(register):
        with database.atomic() as transaction:
            model.update({field: SQL("?", [_ODD])}).where(model.id == kept.id).execute()
            _use(register, model.get_by_id(kept.id), tmp_path)
            transaction.rollback()


def test_each_odd_choice_is_told_by_the_check(office: Office) -> None:
    """One term, and one among several."""
    file = keeping.save(HARDSHIP, MAKERS["hardship"]())
    odd: dict[Described, object] = {
        HardshipFile.category: SQL("?", [_ODD]),
        HardshipFile.other_causes: SQL("?", [f"下岗失业、{_ODD}"]),
    }
    HardshipFile.update(odd).where(HardshipFile.id == file.id).execute()
    told = [finding.sentence for finding in values.findings()]
    for field in odd:
        assert any(f"“{field.label}”是“{_ODD}”，不在可选的范围内" in sentence for sentence in told), (
            field.label
        )


def test_an_event_of_an_unknown_kind_leaves_the_state(office: Office) -> None:
    """The member stays what the events before it made of him, and the odd one is told."""
    member = make_member()
    event = make_event(member, "转出", date(2011, 9, 1), other_union="康宁社区工会")
    MembershipEvent.update({MembershipEvent.kind: SQL("?", [_ODD])}).where(
        MembershipEvent.id == event.id
    ).execute()
    course.settle_record(MEMBERS, member.id)
    assert Member.get_by_id(member.id).status == "在册"

"""A new record saved with the rows that were typed before it was there: all of it, or nothing."""

from __future__ import annotations

import pytest

from app import registry
from app.fields.problems import Blocked
from app.keeping import deriving, keeping, undoing, with_rows
from app.keeping.with_rows import NewRow, RowBlocked
from app.office import Office
from app.register import Child
from app.subjects.disputes.cases.records import DisputeCase, DisputeParty
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.disputes.proceedings.register import PARTIES
from tests.factories.disputes import new_case

_CHILDREN = [child for register in registry.registers() for child in register.children]


def _row(child: Child, owner: DisputeCase, **values: object) -> NewRow:
    row = keeping.new(child.register, **{child.owner.name: owner})
    keeping.assign(row, values)
    return NewRow(child, row)


def _parties(case: DisputeCase, *names: str) -> list[NewRow]:
    child = next(child for child in DISPUTES.children if child.register is PARTIES)
    reached = {"kind": "个人", "sex": "女", "phone": "13800138000"}
    sides = zip(("申请人", "被申请人"), names, strict=False)
    return [_row(child, case, role=role, name=name, **reached) for role, name in sides]


def test_parties_are_saved_with_their_case_in_one_step(office: Office) -> None:
    case = new_case()
    with_rows.save(DISPUTES, case, _parties(case, "王芳", "李强"))
    saved = DisputeCase.get_by_id(case.id)
    assert (saved.applicants, saved.respondents) == ("王芳", "李强")
    undoing.undo()
    assert not DisputeCase.alive().exists()
    assert not DisputeParty.alive().exists()


def test_a_row_that_is_forbidden_keeps_all_of_it_as_it_was_typed(office: Office) -> None:
    case = new_case()
    rows = _parties(case, "王芳", "")
    with pytest.raises(RowBlocked) as blocked:
        with_rows.save(DISPUTES, case, rows)
    assert blocked.value.row is rows[1]
    assert [problem.field for problem in blocked.value.problems] == [DisputeParty.name]
    assert case.id is None
    assert not DisputeCase.select().exists()
    assert rows[0].record.id is None  # to be saved again, once the other is mended


def test_a_record_that_is_forbidden_keeps_its_rows_out(office: Office) -> None:
    case = new_case(claims=None)
    with pytest.raises(Blocked, match="申请请求"):
        with_rows.save(DISPUTES, case, _parties(case, "王芳"))
    assert not DisputeParty.select().exists()


@pytest.mark.parametrize("child", _CHILDREN, ids=lambda child: f"{child.register.key} of {child.owner.name}")
def test_a_row_is_judged_by_itself_while_its_owner_is_typed(child: Child, office: Office) -> None:
    """An empty row of a record that is not saved lacks what it must have, but never its owner."""
    row = keeping.new(child.register, **{child.owner.name: child.owner.rel_model()})
    deriving.compute_derived(row)
    lacking = {problem.field.name for problem in with_rows.problems(child.register, row, child.owner.name)}
    required = {
        name
        for name, field in child.register.record.described().items()
        if field.required and row.__data__.get(name) in (None, "")
    }
    assert required - {child.owner.name} <= lacking
    assert child.owner.name not in lacking


def test_a_row_is_written_for_a_draft_and_read_back(office: Office) -> None:
    row = _parties(new_case(), "王芳")[0]
    texts = with_rows.texts_of(row.child, row.record)
    assert texts["name"] == "王芳"
    again = with_rows.row_of(row.child, new_case(), texts)
    typed = ("role", "kind", "name", "sex", "phone")
    assert [getattr(again, name) for name in typed] == [getattr(row.record, name) for name in typed]

"""Rows of a described register belong to a member as those of the program do: the books she has.

They are typed with a new member, follow her when two entries become one, and go and come back with her.
"""

from __future__ import annotations

import pytest

from app.described import changing, opened
from app.described.description import DescribedField, Description
from app.errors import Refused
from app.keeping import keeping, merging, undoing, with_rows
from app.keeping.with_rows import NewRow, RowBlocked
from app.office import Office
from app.records.base import Record
from app.register import Child, Register
from app.registry import find_register
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member, new_member
from tests.helpers.content import content

_FIELDS = (
    DescribedField("c1", "会员", "reference", required=True, listed=True, to="members"),
    DescribedField("c2", "书名", "text", required=True, listed=True),
    DescribedField("c3", "推荐人", "reference", listed=True, to="members"),
    DescribedField("c4", "借书单位", "reference", listed=True, to="unions.enterprises"),
)


@pytest.fixture
def lent(office: Office) -> Register:
    """Books lent, which belong to the member who has them."""
    return changing.make(Description("图书借阅", _FIELDS, "册", "own", owner="c1")).own.register


def _lend(member: Member, title: str, **others: object) -> Record:
    register = find_register("own.reg_1")
    return keeping.save(register, keeping.new(register, c1=member, c2=title, **others))


def _child(register: Register) -> Child:
    return next(child for child in MEMBERS.children if child.register is register)


def _row(register: Register, member: Member, title: str | None) -> NewRow:
    row = keeping.new(register, c1=member, c2=title)
    return NewRow(_child(register), row)


def _has(member: Member) -> list[object]:
    model = find_register("own.reg_1").record
    rows = model.alive().where(model.described()["c1"] == member.id).order_by(model.id)
    return [row.__data__["c2"] for row in rows]


def test_they_are_saved_with_a_new_member_in_one_step(lent: Register) -> None:
    before = content()
    member = new_member()
    kept = with_rows.save(MEMBERS, member, [_row(lent, member, title) for title in ("活着", "围城")])
    assert _has(kept) == ["活着", "围城"]
    undoing.undo()
    assert content() == before


def test_one_that_is_forbidden_keeps_all_of_it_as_it_was_typed(lent: Register) -> None:
    member = new_member()
    rows = [_row(lent, member, "活着"), _row(lent, member, None)]
    with pytest.raises(RowBlocked) as blocked:
        with_rows.save(MEMBERS, member, rows)
    assert blocked.value.row is rows[1]
    assert [problem.field.label for problem in blocked.value.problems] == ["书名"]
    assert not Member.select().exists()


def test_one_is_judged_without_its_owner_and_comes_back_from_a_draft(lent: Register) -> None:
    row = _row(lent, new_member(), "活着")
    assert with_rows.problems(lent, row.record, "c1") == []
    texts = with_rows.texts_of(row.child, row.record)
    assert texts == {"c2": "活着"}
    assert with_rows.row_of(row.child, new_member(), texts).__data__["c2"] == "活着"


@pytest.mark.usefixtures("lent")
def test_they_follow_a_member_into_whom_another_is_merged() -> None:
    kept, other = make_member(name="王芳"), make_member(name="王方")
    _lend(kept, "活着")
    _lend(other, "围城", c3=kept)
    mentioned = _lend(kept, "边城", c3=other)
    assert merging.belongings(MEMBERS, other) == ["会籍变动 1", "图书借阅 2"]
    before = content()
    merging.merge(MEMBERS, kept, other)
    assert _has(kept) == ["活着", "围城", "边城"]
    assert type(mentioned).get_by_id(mentioned.id).__data__["c3"] == kept.id
    undoing.undo()
    assert content() == before


@pytest.mark.usefixtures("lent")
def test_what_is_written_with_both_entries_is_one() -> None:
    kept, other = make_member(), make_member()
    for member in (kept, other):
        _lend(member, "活着")
    merging.merge(MEMBERS, kept, other)
    assert _has(kept) == ["活着"]


@pytest.mark.usefixtures("lent")
def test_those_of_a_retired_register_follow_too() -> None:
    kept, other = make_member(), make_member()
    _lend(other, "活着")
    (register,) = opened.opened_registers()
    changing.retire(register)
    merging.merge(MEMBERS, kept, other)
    changing.use_again(opened.opened_registers()[0])
    assert _has(kept) == ["活着"]


@pytest.mark.usefixtures("lent")
def test_a_merge_goes_on_after_the_field_of_the_owner_has_changed() -> None:
    """A kind that no longer leads to members is another column: the former one keeps whom it named."""
    kept, other = make_member(name="王芳"), make_member(name="王方")
    row = _lend(kept, "活着", c3=other)
    (before,) = opened.opened_registers()
    asked = before.description.with_field(DescribedField("c3", "推荐人", "text", listed=True))
    changing.alter(before, asked)
    merging.merge(MEMBERS, kept, other)
    now = find_register("own.reg_1").record.get_by_id(row.id).__data__
    assert now["c5"] == "王方(TY-HY-2011-0002)", "as it was written when it became words"


@pytest.mark.usefixtures("lent")
def test_a_member_who_has_books_is_not_taken_back_without_them() -> None:
    member = make_member()
    step = undoing.last()
    assert step is not None
    _lend(member, "活着")
    with pytest.raises(Refused, match="图书借阅"):
        undoing.take_back(step)

"""The statements made once for each kind of record do what Peewee's own would."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.errors import Refused
from app.keeping import keeping
from app.office import Office
from app.records import statements
from app.records.base import change, database
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.records import Member
from tests.factories.people import make_file, make_member, new_member


def _in_the_file(table: str, record_id: int) -> list[tuple[object, str]]:
    """Return each value of a row as SQLite has it, and of which type."""
    columns = [name for (name,) in database.execute_sql(f"SELECT name FROM pragma_table_info('{table}')")]
    asked = ", ".join(f'"{name}", typeof("{name}")' for name in columns if name != "id")
    row = database.execute_sql(f'SELECT {asked} FROM "{table}" WHERE id = ?', (record_id,)).fetchone()
    return list(zip(row[::2], row[1::2], strict=True))


def _member() -> Member:
    made = datetime(2011, 3, 8, 9, 30)
    values = {"is_migrant_worker": True, "monthly_wage": 3200_05, "work_start": "1999", "remark": "一\n二"}
    return new_member(created_at=made, updated_at=made, id_number=None, member_no=None, **values)


def test_a_new_record_is_written_as_peewee_writes_it(office: Office) -> None:
    ours, theirs = _member(), _member()
    ours.name = theirs.name
    ours.mobile = theirs.mobile
    statements.insert(ours)
    theirs.save(force_insert=True)
    assert ours.id != theirs.id
    assert _in_the_file("member", ours.id) == _in_the_file("member", theirs.id)


def test_a_file_is_written_as_its_bytes(office: Office) -> None:
    content = bytes(range(256))
    paper = HardshipEvidence(file=make_file(), kind="诊断", file_name="诊断书.pdf", content=content)
    statements.insert(paper)
    assert HardshipEvidence.get_by_id(paper.id).content == content


def test_a_record_is_written_over_in_its_version_only(office: Office) -> None:
    member = make_member(birth_date=date(1980, 5, 6))
    member.birth_date, member.version = date(1980, 5, 7), 2
    assert statements.update(member, 1)
    assert not statements.update(member, 1)
    kept = Member.get_by_id(member.id)
    assert (kept.birth_date, kept.version) == (date(1980, 5, 7), 2)


@pytest.mark.parametrize("value", [None, "13800138000"])
def test_equal_records_are_found_by_a_value_or_its_lack(office: Office, value: str | None) -> None:
    known = [make_member(mobile="13800138000"), make_member(mobile="13900139000")]
    Member.update(mobile=None).where(Member.id == known[1].id).execute()
    expected = known[0] if value else known[1]
    assert statements.ids_where(Member, {"mobile": value}) == [expected.id]


def test_what_no_file_can_hold_is_refused_in_a_sentence(office: Office) -> None:
    """Half of a character, from a broken program's clipboard."""
    member = make_member()
    member.remark = "\ud800"
    with pytest.raises(Refused, match="残缺"), change():
        keeping.store(member)


def test_a_record_that_is_not_there_is_none_or_told(office: Office) -> None:
    assert Member.by_id(7) is None
    with pytest.raises(Member.DoesNotExist):  # type: ignore[attr-defined]  # the stubs lack it
        Member.get_by_id(7)


def test_who_has_an_identity_number_is_looked_up_in_its_index(office: Office) -> None:
    """A form asks so at each pause in typing, which among a hundred thousand must not read them all."""
    asked: list[str] = []
    database.connection().set_trace_callback(asked.append)
    statements.ids_where(Member, {"id_number": "11010119800101001X"})
    database.connection().set_trace_callback(None)
    (plan,) = (row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {asked[0]}") if "member" in row[3])
    assert "USING INDEX member_id_once" in plan

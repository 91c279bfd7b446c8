"""What the world may refuse while the file is written."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import peewee
import pytest

from app.errors import Refused
from app.office import Office
from app.records.base import Counter, Record, change, database, next_number
from app.registry import RECORDS
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from tests.factories.people import make_member


def test_each_kind_of_record_has_fields_of_its_own(office: Office) -> None:
    for kind in RECORDS:
        for name, field in kind._meta.fields.items():
            assert field.model is kind, f"{kind.__name__}.{name}"


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("limit", [None, 1024, 8 * 1024])
def test_a_write_that_the_system_refuses_leaves_the_old_state_whole(
    office: Office, limit: int | None
) -> None:
    make_member(name="王芳")
    size = office.path.stat().st_size
    with files_no_larger_than(limit or size), pytest.raises(Refused, match="未作任何改动"):
        make_member(remark="很长的备注" * 20_000)
    assert [member.name for member in Member.select()] == ["王芳"]
    assert database.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
    make_member()


def test_what_is_done_together_is_done_or_not_done(office: Office) -> None:
    def fail_half_way() -> None:
        with change():
            make_member()
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert Member.select().count() == Counter.select().count() == 0


def test_a_mistake_of_the_program_is_not_blamed_on_the_world(office: Office) -> None:
    with pytest.raises(peewee.OperationalError, match="no such table"), change():
        database.execute_sql("SELECT * FROM no_table")


def test_numbers_run_by_prefix(office: Office) -> None:
    told = [next_number("TY-HY-2011-"), next_number("TY-HY-2011-"), next_number("TY-HZ-2011-")]
    assert told == [1, 2, 1]


@pytest.mark.parametrize("way", ["moved", "deleted", "replaced"])
def test_a_file_that_is_no_longer_there_is_told_as_that(way: str, office: Office, tmp_path: Path) -> None:
    """SQLite itself calls it read-only."""
    if way == "moved":
        office.path.rename(tmp_path / "移走.union")
    elif way == "deleted":
        office.path.unlink()
    else:
        (tmp_path / "另一份.union").write_bytes(b"x")
        (tmp_path / "另一份.union").replace(office.path)
    with pytest.raises(Refused, match="台账文件被移走、改名或删除了，没有保存"):
        make_member()


def test_two_kinds_of_record_do_not_share_a_table() -> None:
    """By its table a row is known for what it is, as in the history: the later would win in silence."""
    type("Trial", (Record,), {})
    with pytest.raises(ValueError, match=r"table trial is that of .*Trial"):
        type("Trial", (Record,), {})


def test_queries_within_queries_are_composed_once() -> None:
    """Peewee composes what stands behind IN once more per query around it, to see if it is empty."""
    composed = 0

    class Asked(peewee.WrappedNode):
        def __sql__(self, ctx: peewee.Context) -> peewee.Context:
            nonlocal composed
            composed += 1
            written: peewee.Context = ctx.sql(self.node)  # type: ignore[no-untyped-call]  # the stubs
            return written

    query = Member.select(Member.id).where(Asked(Member.name) == "王芳")
    for _ in range(3):
        query = Member.select(Member.id).where(Member.id.in_(query))
    query.sql()
    assert composed == 1


def test_a_record_that_is_read_holds_what_was_asked_for_and_nothing_besides(office: Office) -> None:
    kept = make_member(name="王芳", birth_date=date(1980, 5, 6), approved_on=date(2011, 3, 8))
    database.execute_sql("UPDATE member SET approved_on = '三月八日' WHERE id = ?", (kept.id,))
    read = Member.select(Member.name, Member.birth_date, peewee.Value("外").alias("beside")).get()
    beside = read.__dict__["beside"]
    assert (read.name, read.birth_date, beside) == ("王芳", date(1980, 5, 6), "外")
    assert read.version is None  # a default is what a new record begins with
    assert not read.is_dirty()
    assert Member.by_id(kept.id).approved_on == "三月八日"  # what no day is stays to be shown as odd


def test_nothing_is_in_an_empty_list() -> None:
    assert Member.select(Member.id).where(Member.id.in_([])).sql()[0].endswith("WHERE (0 = 1)")


def test_columns_bear_the_name_that_their_statement_has_for_the_table() -> None:
    """What writes them, is read beside another of its kind, or asked in a query of another kind."""
    other, event = Member.alias(), MembershipEvent
    beside = Member.select(other.name).join(other, on=other.employer == Member.employer)
    within = Member.select(event.select(event.kind).where(event.member == Member.id).limit(1))
    inner = Member.select(Member.name).alias("inner")
    update = Member.update(name="王芳").where(Member.id == 1)
    queries = beside, within, inner.select_from(inner.c.name), update, Member.delete()
    assert [query.sql()[0] for query in queries] == [
        'SELECT "t1"."name" FROM "member" AS "t2"'
        ' INNER JOIN "member" AS "t1" ON ("t1"."employer" = "t2"."employer")',
        'SELECT (SELECT "t1"."kind" FROM "membership_event" AS "t1"'
        ' WHERE ("t1"."member_id" = "t2"."id") LIMIT ?) FROM "member" AS "t2"',
        'SELECT "inner"."name" FROM (SELECT "t1"."name" FROM "member" AS "t1") AS "inner"',
        'UPDATE "member" SET "name" = ? WHERE ("member"."id" = ?)',
        'DELETE FROM "member"',
    ]


@pytest.mark.usefixtures("open_sample")
def test_a_record_found_by_its_id_is_read_as_in_any_query() -> None:
    for model in RECORDS:
        for record in model.select().order_by(model.id).limit(3):
            found = model.get_by_id(record.id)
            assert repr(found.__data__) == repr(record.__data__), model
            assert not found.is_dirty(), model

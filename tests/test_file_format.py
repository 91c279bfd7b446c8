"""docs/file-format.md says what an office file holds: its tables are those of the program, its queries run.

The list of tables and columns is derived from the records; after a change of theirs it is written anew by

    python -m tests.test_file_format
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import peewee
import pytest

from app.fields import ChoicesField, Described, FlagField, MoneyField, PartialDateField, PercentField
from app.keeping import keeping
from app.keeping.history import History, ReplacedFile
from app.office import APPLICATION_ID, BACKUP_ID, Office, close_office, newest_version
from app.records.base import Counter, Record
from app.records.digests import RowDigest
from app.records.distinct import DistinctPair
from app.records.drafts import Draft
from app.records.prints import PrintedRecord
from app.records.saved_lists import SavedList
from app.records.steps import Step
from app.register import Register, register_of
from app.registry import RECORDS, SUBJECTS
from app.safekeeping.backup import back_up, sums_path
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_batch, make_file, make_fund, make_member, make_payment

PAGE = Path(__file__).resolve().parents[1] / "docs" / "file-format.md"
TEXT = PAGE.read_text(encoding="utf-8")
QUERIES = dict(re.findall(r"^### (.+?)\n.*?```sql\n(.+?)```", TEXT, flags=re.MULTILINE | re.DOTALL))
_TABLES = re.compile(r"(?<=^## Tables and columns\n).*\Z", re.MULTILINE | re.DOTALL)
_INTRODUCTION = """
Below each tab its tables: the table, its name in the window, its columns with theirs. `→` is the id of a row
of another table, *fen* a hundredth of a yuan, *‰* a tenth of a percent, *day* an ISO date, *day, month or
year* one of such a length, *0/1* no and yes, *several* terms joined by 、, *bytes* a file. What is not
marked is text or a whole number. The columns that every table has stand above.
"""


def tables() -> str:
    """Return the list of tables and columns as the page has it."""
    return f"{_INTRODUCTION}\n" + "\n".join(_sections()) + "\n"


def _sections() -> Iterator[str]:
    left = dict.fromkeys(RECORDS)
    for subject in SUBJECTS:
        yield f"### {subject.title}\n"
        for register in _with_children(subject.registers):
            if register.record in left:
                del left[register.record]
                yield _entry(register.record, register.title)
    yield "### The office itself\n"
    for model in left:
        shown = register_of(model)
        yield _entry(model, shown.title if shown is not None else "")


def _with_children(listed: Iterable[Register]) -> Iterator[Register]:
    for register in listed:
        yield register
        yield from _with_children(child.register for child in register.children)


def _entry(model: type[Record], title: str) -> str:
    fields = [field for field in model._meta.sorted_fields if field.name not in Record._meta.fields]
    about = (model.__doc__ or "").strip().splitlines()[0]
    named = f"**{model._meta.table_name}** {title}".rstrip()
    return (
        textwrap.fill(
            f"{named}: {about} {'; '.join(map(_column, fields))}.",
            width=110,
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
    )


def _column(field: peewee.Field[Any]) -> str:
    kinds = {
        MoneyField: "fen",
        PercentField: "‰",
        PartialDateField: "day, month or year",
        ChoicesField: "several",
        FlagField: "0/1",
        peewee.DateField: "day",
        peewee.BlobField: "bytes",
    }
    label = f" {field.label}" if isinstance(field, Described) else ""
    kind = next((words for kind, words in kinds.items() if isinstance(field, kind)), "")
    if isinstance(field, peewee.ForeignKeyField):
        kind = f"→ {field.rel_model._meta.table_name}"
    return f"`{field.column_name}`{label}" + (f" ({kind})" if kind else "")


def test_the_page_lists_the_tables_and_columns_of_the_program() -> None:
    assert _TABLES.findall(TEXT) == [tables()], "write it anew: python -m tests.test_file_format"


@pytest.fixture
def closed(office: Office) -> Path:
    """An office with 王芳, who was renamed, 赵六 in the bin, and a file of 200.00 and 300.50 yuan of aid."""
    member = make_member(name="王方", monthly_wage=3200_50, work_start="1999-07")
    keeping.assign(member, {"name": "王芳"})
    keeping.save(MEMBERS, member)
    keeping.to_bin(MEMBERS, [make_member(name="赵六").id])
    make_fund()
    file = make_file(name="李梅", main_cause="疾病", other_causes=("下岗失业", "子女上学"))
    HardshipEvidence.create(file=file, kind="诊断", file_name="诊断书.pdf", content=b"%PDF-1.7")
    batch = make_batch(paid_on=date(2011, 1, 28))
    make_payment(batch, file, amount=200_00, paid_on=date(2011, 1, 28))
    make_payment(batch, None, name="周小梅", amount=300_50, paid_on=date(2011, 1, 28))
    close_office()
    return office.path


def _ask(path: Path, title: str) -> list[tuple[Any, ...]]:
    """Run the statements of a section with Python's own SQLite; return the rows of all."""
    with closing(sqlite3.connect(path)) as connection:
        return [row for query in QUERIES[title].split(";") for row in connection.execute(query)]


def test_a_file_says_what_it_is(closed: Path) -> None:
    assert _ask(closed, "What a file is") == [(APPLICATION_ID,), (newest_version(),), ("ok",)]
    assert (APPLICATION_ID.to_bytes(4, "big"), BACKUP_ID.to_bytes(4, "big")) == (b"UNIO", b"UNIB")
    assert all(mark in TEXT for mark in ("0x554E494F", "0x554E4942"))


def test_every_table_is_a_record_or_is_named_above_the_list(closed: Path) -> None:
    kept: tuple[type[peewee.Model], ...] = (
        History,
        Step,
        ReplacedFile,
        DistinctPair,
        Draft,
        SavedList,
        PrintedRecord,
        RowDigest,
        Counter,
    )
    models: tuple[type[peewee.Model], ...] = (*RECORDS, *kept)
    own = {model._meta.table_name for model in models} | {"schema_migration"}
    with closing(sqlite3.connect(closed)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {name for (name,) in names} == own
    above = TEXT.partition("## Tables and columns")[0]
    named = {model._meta.table_name for model in kept} | {"schema_migration", *Record._meta.fields}
    assert all(f"`{name}`" in above for name in named)


def test_the_living_records_are_read(closed: Path) -> None:
    assert _ask(closed, "Who is a member") == [("王芳", "在册", "1999-07")]


def test_what_is_in_the_recycle_bin_is_read(closed: Path) -> None:
    assert _ask(closed, "What is in the recycle bin") == [("赵六",)]


def test_money_is_read_in_yuan_and_a_link_is_followed(closed: Path) -> None:
    """One of the two had no hardship file: she is in the sum, without a number of a file."""
    (with_file, without) = _ask(closed, "Who was given how much")
    assert with_file[0] == "李梅"
    assert with_file[1]
    assert with_file[2:] == ("2011年春节困难职工慰问", 200.0)
    assert without == ("周小梅", None, "2011年春节困难职工慰问", 300.5)


def test_one_of_several_terms_is_found(closed: Path) -> None:
    assert _ask(closed, "Whose file names a cause among others") == [("李梅", "下岗失业、子女上学")]


def test_the_history_of_a_record_is_read(closed: Path) -> None:
    rows = [row[1:] for row in _ask(closed, "What was changed in a record") if row[2] in ("name", None)]
    assert rows == [("INSERT", None, None, None), ("UPDATE", "name", "王方", "王芳")]


def test_a_file_kept_in_the_office_is_read(closed: Path) -> None:
    assert _ask(closed, "What is attached") == [("李梅", "诊断书.pdf", b"%PDF-1.7")]


def test_a_backup_has_its_sum_beside_it_and_says_what_it_is(office: Office, tmp_path: Path) -> None:
    (folder := tmp_path / "stick").mkdir()
    backup = back_up(folder).path
    digest = hashlib.sha256(backup.read_bytes()).hexdigest()
    assert sums_path(backup).read_text(encoding="utf-8") == f"{digest}  {backup.name}\n"
    assert _ask(backup, "What a file is") == [(BACKUP_ID,), (newest_version(),), ("ok",)]


if __name__ == "__main__":
    PAGE.write_text(_TABLES.sub(lambda _: tables(), TEXT), encoding="utf-8")

"""What an older file holds is there, and led to, after it was brought up to date."""

from __future__ import annotations

import runpy
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app import lock
from app.office import APPLICATION_ID, close_office, open_office
from app.records.aid import AidPayment
from app.records.contracts import CollectiveContract
from app.records.settings import profile
from app.registers.settings import PROFILE
from app.services import keeping

STEPS = Path(lock.__file__).with_name("migrations")
_KEPT: dict[str, object] = {
    "version": 1,
    "created_at": "2026-01-01 00:00:00",
    "updated_at": "2026-01-01 00:00:00",
}


def _insert(connection: sqlite3.Connection, table: str, **values: object) -> None:
    """Insert a row; what the table requires and nobody told is empty."""
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    needed = {name: "" for _, name, _, not_null, default, _ in columns if not_null and default is None}
    row = needed | _KEPT | values
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" for _ in row)
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(row.values()))


@pytest.fixture
def second_version(tmp_path: Path) -> Iterator[Path]:
    """A file of the second version with a contract, a union and a payment in it, brought up to date."""
    path = tmp_path / "旧台账.union"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TABLE schema_migration (id INTEGER PRIMARY KEY, name TEXT, applied DATETIME)"
        )
        for step in ("0001_first_schema", "0002_every_register"):
            for statement in runpy.run_path(str(STEPS / f"{step}.py"))["STATEMENTS"]:
                connection.execute(statement)
            connection.execute(
                "INSERT INTO schema_migration (name, applied) VALUES (?, '2026-01-01')", (step,)
            )
        _insert(
            connection,
            "profile",
            id=1,
            name="泰祥社区工会",
            code="TY",
            notice_days=7,
            dues_rate=5,
            mask_names=1,
        )
        _insert(
            connection, "grassroots_union", id=4, name="有司建筑公司工会委员会", union_no="TY-JC-2011-0001"
        )
        _insert(connection, "collective_contract", id=1, contract_no="1", union_name="有司建筑公司工会")
        _insert(connection, "collective_contract", id=2, contract_no="2", union_name="别家工会")
        told = {"year": 2011, "occasion": "春节", "aid_kind": "送温暖慰问"}
        _insert(connection, "aid_batch", id=1, name="春节慰问", planned_on="2011-01-05", **told)
        _insert(
            connection, "aid_payment", id=1, batch_id=1, name="王芳", amount=1234_50, status="拟定", **told
        )
        connection.execute("PRAGMA user_version = 2")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    open_office(path)
    yield path
    close_office()


def test_the_office_of_an_older_file_counts_by_the_usual_numbers(second_version: Path) -> None:
    office = profile()
    told = (
        office.name,
        office.notice_days,
        office.women_for_committee,
        office.noted_change,
        office.books_each,
    )
    assert told == ("泰祥社区工会", 7, 25, 200, 3)
    office.books_each = 2
    keeping.save(PROFILE, office)
    assert profile().books_each == 2


def test_the_contracts_of_an_older_file_lead_to_their_unions(second_version: Path) -> None:
    links = [contract.union_id for contract in CollectiveContract.select().order_by(CollectiveContract.id)]
    assert links == [4, None]


def test_the_payments_of_an_older_file_are_called_as_new_ones_are(second_version: Path) -> None:
    payment = AidPayment.get_by_id(1)
    assert payment.title == "王芳 2011年春节送温暖慰问 1,234.50元 2011年1月5日"
    keeping.settle(payment)
    assert payment.title == AidPayment.get_by_id(1).title

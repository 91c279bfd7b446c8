"""Paying aid to 1,000 people: check, draft, approve, hand out, beside plain SQL that only writes the rows.

It is right where everybody was paid and nothing of the file is odd.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from app.office import close_office, create
from app.records.base import Record, change, database
from app.records.digests import changed_rows
from app.rules.resident_id import check_character
from app.subjects.hardship.aid import acts
from app.subjects.hardship.aid.records import AidBatch
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from tests.factories.people import make_file, make_fund, make_kin
from tests.helpers.measured import measured

PEOPLE, TURNS = 1_000, 3
AMOUNT = 50_00  # fen
DAY = date(2011, 1, 20)


def test_a_thousand_people_are_paid(tmp_path: Path) -> None:
    with measured("aid: check, draft, approve, pay", PEOPLE, unit="s", goal="2 s", floor_is="SQL") as line:
        for turn in range(TURNS):
            for plain in (False, True):
                ids = _office(tmp_path / f"{turn}{plain}.union")
                try:
                    line.measure_floor(_by_sql) if plain else line.measure(partial(_by_service, ids), turns=1)
                    line.check(_paid() == (PEOPLE, PEOPLE * AMOUNT))
                    line.check(list(changed_rows(database.connection())) == [])
                finally:
                    close_office()


def _by_service(ids: list[int]) -> None:
    recipients = acts.candidates(ids)
    for recipient in recipients:
        recipient.amount = AMOUNT
    batch = AidBatch(name="2011年春节慰问", year=2011, occasion="春节", planned_on=DAY)
    acts.problems(batch, recipients)
    acts.draft(batch, recipients)
    acts.mark_paid(acts.approve(batch, "张主席", DAY), DAY)


def _by_sql() -> None:
    """Write the same rows as often as the service does: drafted, approved with their lines, paid."""
    copied = "name, id_number, employer, category, mobile"
    alike = f"'送温暖慰问', '本级工会经费', {AMOUNT}"
    row = "1, '2011-01-20', '2011-01-20'"
    with change():
        database.execute_sql(
            "INSERT INTO aid_batch (version, created_at, updated_at, planned_on, batch_no, name, year, "
            f"occasion, aid_kind, fund_source, pay_mode, status) VALUES ({row}, '2011-01-20', "
            "'TY-FF-2011-0001', '春节慰问', 2011, '春节', '送温暖慰问', '本级工会经费', '现金', '拟定')"
        )
        database.execute_sql(
            "INSERT INTO aid_payment (version, created_at, updated_at, batch_id, file_id, outside, "
            f"{copied}, aid_kind, fund_source, amount, occasion, year, pay_mode, signed, status) "
            f"SELECT {row}, 1, id, 0, {copied}, {alike}, '春节', 2011, '现金', 0, '拟定' "
            "FROM hardship_file"
        )
    with change():
        database.execute_sql("UPDATE aid_payment SET status = '已审批', version = version + 1")
        database.execute_sql(
            f"INSERT INTO approved_line (version, created_at, updated_at, batch_id, payment_id, {copied}, "
            f"aid_kind, fund_source, amount) SELECT {row}, 1, id, {copied}, {alike} FROM aid_payment"
        )
    with change():
        database.execute_sql(
            "UPDATE aid_payment SET status = '已发放', paid_on = '2011-01-20', signed = 1, "
            "version = version + 1"
        )


def _paid() -> tuple[int, int]:
    """Return how many of the approved lines were paid, and their sum."""
    statement = (
        "SELECT count(*), sum(line.amount) FROM approved_line AS line "
        "JOIN aid_payment AS payment ON payment.id = line.payment_id WHERE payment.status = '已发放'"
    )
    many, total = database.execute_sql(statement).fetchone()
    return int(many), int(total)


def _office(path: Path) -> list[int]:
    """Make an office with so many open files, each with a relative at home; return their ids."""
    create(path, "泰祥社区工会", code="TY")
    make_fund(PEOPLE * AMOUNT)
    kin = make_kin(file := make_file(), lives_together=True)
    with change():
        _copy(
            file, lambda number: {"file_no": f"TY-KN-2010-{number:05d}", "id_number": _id_number(number, 1)}
        )
        _copy(kin, lambda number: {"file_id": number + 1, "id_number": _id_number(number, 500)})
    assert HardshipFamily.select().count() == PEOPLE
    return [file_id for (file_id,) in HardshipFile.select(HardshipFile.id).tuples()]


def _copy(record: Record, changes: Callable[[int], dict[str, object]]) -> None:
    table = record._meta.table_name
    own = [name for name in record._meta.columns if name != "id"]
    for number in range(1, PEOPLE):
        changed = changes(number)
        columns = ", ".join(f'"{name}"' for name in own)
        values = ", ".join("?" if name in changed else f'"{name}"' for name in own)
        database.execute_sql(
            f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM "{table}" WHERE id = {record.id}',
            [changed[name] for name in own if name in changed],
        )


def _id_number(number: int, first: int) -> str:
    first17 = (
        f"310104{1950 + number % 40}{number % 12 + 1:02d}{number % 28 + 1:02d}{first + number % 499:03d}"
    )
    return first17 + check_character(first17)

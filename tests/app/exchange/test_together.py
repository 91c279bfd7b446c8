"""Rows that are judged together come out as one after the other, whatever they have to do with each other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.exchange import row_importer
from app.exchange.cells import Options
from app.exchange.importing import open_session, report_of
from app.keeping import together
from app.keeping.together import Judged
from app.office import Office
from app.records.base import Record, change, database
from app.records.batch import Batch
from app.register import Register
from app.registry import find_register
from tests.app.exchange.books import write_book
from tests.factories import people

HEADINGS = (
    "姓名 证件号码 出生日期 手机号码 工作单位 批准日期 会员编号 会员证号码 会籍状态 状态变动日期".split()
)
WRITTEN = (
    "SELECT id, member_no, name, id_number, card_no, status, birth_date, search_key FROM member",
    "SELECT id, member_id, happened_on, kind, place FROM membership_event",
    "SELECT id, action, table_name, row_id, last_row_id FROM history",
    "SELECT prefix, last FROM counter",
)


class Undone(Exception):
    """Takes an import back, so that the same can be imported again."""


def row(name: str, number: str, **told: str) -> list[str]:
    usual = {"手机号码": "13800138000", "工作单位": "泰祥电器", "批准日期": "2011-3-8"}
    cells = {"姓名": name, "证件号码": number} | usual | told
    return [cells.get(heading, "") for heading in HEADINGS]


def outcome(book: Path, options: Options) -> tuple[list[Any], list[str]]:
    """Import a book, take it back, and return what was written and what was said."""
    with suppress(Undone), change():
        session = open_session(find_register("members"), book)
        session.options = options
        session.import_rows(without_refused=True)
        report = report_of(session)
        written = [database.execute_sql(query).fetchall() for query in WRITTEN]
        raise Undone
    said = [str(one) for one in (*report.problems, *report.warnings)]
    states = [f"{one.number} {one.state} {one.lacks} {one.waits}" for one in session.rows]
    return written, [*said, *states, *report.waiting, *session.usual]


def together_and_singly(book: Path, options: Options) -> tuple[Any, Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_importer, "_AHEAD", 2)  # each pair of rows is read, and judged, before the next
        patch.setattr(together, "stand_alone", lambda _: False)
        singly = outcome(book, options)
    return outcome(book, options), singly


BORN = date(1975, 2, 28)
ONE, TWO, THREE, FOUR = (people.resident_id(BORN) for _ in range(4))
LISTS = {
    "one number twice": [row("王芳", ONE), row("李强", TWO), row("王芳", ONE), row("赵敏", THREE)],
    "namesakes of one day": [row("王芳", ONE), row("李强", TWO), row("王芳", THREE), row("王芳", FOUR)],
    "one card twice": [
        row("王芳", ONE, 会员证号码="7"),
        row("李强", TWO, 会员证号码="7"),
        row("赵敏", THREE),
    ],
    "a number that would be the next": [
        row("王芳", ONE),
        row("李强", TWO, 会员编号="TY-HY-2011-0003"),
        row("赵敏", THREE),
        row("周磊", FOUR),
    ],
    "a number that an earlier row was given": [
        row("王芳", ONE),
        row("李强", TWO, 会员编号="TY-HY-2011-0001"),
        row("赵敏", THREE),
    ],
    "who has left": [
        row("王芳", ONE),
        row("李强", TWO, 会籍状态="退会", 状态变动日期="2012-3-4"),
        row("赵敏", THREE, 会籍状态="退会", 状态变动日期="2010-3-4"),
        row("周磊", FOUR),
    ],
    "what is wrong or lacking": [
        row("王芳", ONE, 手机号码=""),
        row("李强", TWO, 批准日期=""),
        row("赵敏", THREE, 批准日期="2990-1-1"),
        row("", FOUR),
        row("王芳", ONE),
    ],
    "what is doubtful": [
        row("王芳", ONE, 会籍状态="待审批"),
        row("李强", TWO, 会籍状态="退会"),
        row("赵敏", THREE, 会籍状态="待审批", 批准日期=""),
    ],
}


@pytest.mark.parametrize("incomplete", [False, True], ids=["whole", "incomplete"])
@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS.keys())
def test_rows_judged_together_come_out_as_one_by_one(
    office: Office, tmp_path: Path, rows: list[list[str]], incomplete: bool
) -> None:
    book = write_book(tmp_path / "book.xlsx", [HEADINGS, *rows])
    at_once, singly = together_and_singly(book, Options(incomplete=incomplete))
    assert at_once == singly


def test_a_roster_is_judged_together(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[int] = []
    judge = together.judge

    def counting(register: Register, records: Sequence[Record], batch: Batch) -> list[Judged | None]:
        told = judge(register, records, batch)
        judged.append(sum(one is not None for one in told))
        return told

    monkeypatch.setattr(together, "judge", counting)
    rows = [row("王芳", ONE), row("李强", TWO), row("王芳", ONE), row("赵敏", THREE)]
    outcome(write_book(tmp_path / "book.xlsx", [HEADINGS, *rows]), Options())
    assert judged == [3]  # the one that repeats another is judged after it

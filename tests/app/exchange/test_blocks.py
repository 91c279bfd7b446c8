"""Rows are read and written many at a time: an office and what is told are as they would be row by row."""

from __future__ import annotations

import hashlib
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from peewee import ColumnMetadata

from app.exchange import row_importer
from app.exchange.cells import OnDuplicate
from app.exchange.importing import Report, open_session, report_of
from app.exchange.undo import undo
from app.office import close_office, open_office
from app.records import batch
from app.records.base import database
from app.registry import find_register
from tests.app.exchange.books import write_book
from tests.factories.people import resident_id

HEADINGS = "姓名 性别 证件号码 出生日期 手机号码 工作单位 申请日期 批准日期 会员证号码 会籍状态 备注".split()
_BY_RUNS = {"history", "step", "import_done", "row_digest"}
"""Tables whose rows, or numbers in them, follow from how many rows were written together, and when."""
_MOMENT = re.compile(r"[0-9-]{10} [0-9:]{8}(\.[0-9]+)?")


def _person(number: int, **changed: str) -> list[str]:
    born = date(1960 + number, 3, 8)
    cells = {
        "name": "王芳" if number % 3 else f"李{'伟强敏静'[number % 4]}",
        "sex": "女",
        "id_number": resident_id(born, "女"),
        "birth_date": born.isoformat(),
        "mobile": f"138001380{number:02d}",
        "employer": "泰祥电器",
        "applied_on": "2011-03-01",
        "approved_on": f"2011-03-{number % 9 + 1:02d}",
        "card_no": f"A{number:04d}",
        "status": "在册",
        "remark": "",
    }
    return list((cells | changed).values())


def _mixed() -> list[list[str]]:
    """Clean rows, and between them what people write otherwise, each kind beside what it touches."""
    first, second = _person(1), _person(2)
    return [
        HEADINGS,
        first,
        second,
        _person(3, employer="〃", status=""),
        _person(4, id_number=resident_id(date(1964, 3, 8), "女")[:-1] + "?"),
        _person(5, id_number=first[2], birth_date=first[3]),  # her number is another's
        _person(6, name=first[0], birth_date=first[3], id_number=""),  # like the first, without a number
        _person(7, card_no=second[8]),
        second,  # once more
        _person(8, approved_on="2011年", status=""),
        _person(9, sex="男"),
        _person(10, approved_on="2011-02-01"),
        _person(11, mobile="13800138011、64381234"),
        _person(12, name="以上为第一小组", **dict.fromkeys(_NOTHING, "")),
        _person(13, status="退会"),
        _person(14, name=""),
        _person(15, name="李敏 "),
        _person(16, id_number="E12345678", birth_date="1976.3.8"),
        _person(17, approved_on="2099-01-01"),
        _person(18, status="待审批"),
        *map(_person, range(19, 24)),
        _person(30, name="合计", **dict.fromkeys(_NOTHING, "")),
    ]


_NOTHING = "sex id_number birth_date mobile employer applied_on approved_on card_no status".split()


def _contents() -> str:
    """Digest what an office holds, the history by the rows it tells of, without the times of writing."""
    held = hashlib.sha256()
    for table in sorted(set(database.get_tables()) - _BY_RUNS):
        columns = [_timeless(column) for column in database.get_columns(table)]
        rows = sorted(
            map(repr, database.execute_sql(f'SELECT {", ".join(columns)} FROM "{table}"').fetchall())
        )
        held.update(repr((table, rows)).encode())
    runs = database.execute_sql("SELECT action, table_name, row_id, last_row_id, changes FROM history")
    told = [
        (table, row, action, _MOMENT.sub("", changes))
        for action, table, first, last, changes in runs
        if table not in _BY_RUNS
        for row in range(first, (last or first) + 1)
    ]
    held.update(repr(sorted(told)).encode())
    held.update(repr(database.execute_sql("SELECT sentence FROM step ORDER BY id").fetchall()).encode())
    held.update(
        repr(database.execute_sql("SELECT count(*) FROM row_digest WHERE digest IS NULL").fetchone()).encode()
    )
    return held.hexdigest()


def _timeless(column: ColumnMetadata) -> str:
    return f'"{column.name}" IS NULL' if column.data_type == "DATETIME" else f'"{column.name}"'


def _taken(rows: list[list[str]], file: Path) -> tuple[list[Report], list[str]]:
    """Import the book into a new office, then some of it changed, and take all back."""
    open_office(file)
    reports, contents = [], []
    moved = [[*row[:5], "泰祥服装", *row[6:]] for row in rows[2:8]]
    how: tuple[tuple[list[list[str]], OnDuplicate], ...] = (rows, "skip"), ([HEADINGS, *moved], "update")
    for taken, on_duplicate in how:
        book = write_book(file.with_name("book.xlsx"), taken)
        session = open_session(find_register("members"), book, on_duplicate=on_duplicate)
        session.import_rows(without_refused=True)
        reports.append(report_of(session))
    contents.append(_contents())
    for report in reversed(reports):
        assert report.import_id is not None
        contents.append(undo(report.import_id).sentence)
    contents.append(_contents())
    close_office()
    return reports, contents


def test_blocks_of_rows_and_single_rows_make_the_same_office(
    blank_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _mixed()
    whole = _taken(rows, Path(shutil.copy(blank_office, tmp_path / "blocks.union")))
    monkeypatch.setattr(row_importer, "_AHEAD", 1)
    monkeypatch.setattr(batch, "_MOST_WAITING", 0)
    assert _taken(rows, Path(shutil.copy(blank_office, tmp_path / "rows.union"))) == whole
    first, second = whole[0]
    assert first.done
    assert second.changed
    assert first.counts.refused > 5
    assert first.warnings

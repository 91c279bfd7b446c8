"""The offices that are measured: of many members, imported, and one of 100,000 records over all registers."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from xlsxwriter import Workbook

from app import sample
from app.cli import run
from app.exchange.targets import fillable
from app.fields import ChoiceField, FlagField
from app.office import close_office, create, open_office
from app.records.base import change
from app.records.earlier import groups_of
from app.registry import RECORDS
from app.rules.resident_id import check_character
from app.subjects.members.register import MEMBERS

SIZES = tuple(map(int, os.environ.get("SIZES", "1000 10000 100000").split()))
"""How many members the offices have; `make bench SIZES="10000 1000000"` measures in others."""
NARROW = "姓名 性别 证件号码 民族 手机号码 工作单位 是否农民工 批准日期 文化程度 政治面貌 现住址".split()
_SHARES = {
    "member": 8,
    "membership_event": 9,
    "dues_payment": 12,
    "enterprise": 6,
    "grassroots_union": 3,
    "collective_contract": 4,
    "contract_coverage": 6,
    "labor_contract_count": 7,
    "survey_item": 3,
    "open_affairs": 2,
    "hardship_file": 3,
    "aid_payment": 5,
    "dispute_case": 2,
    "activity_participant": 6,
    "job_intention": 4,
    "mutual_claim": 7,
    "mutual_enrolment": 7,
    "annual_return": 2,
    "bulletin": 1,
    "visit": 1,
    "cash_entry": 1,
    "seal_use": 1,
}
"""What a large office has most of, in thousands of records."""
_LINKS = {
    "membership_event": ("member_id", "member"),
    "dues_payment": ("member_id", "member"),
    "contract_coverage": ("contract_id", "collective_contract"),
}


def import_members(folder: Path, members: int) -> Path:
    """Make an office and import a roster of so many; return its file."""
    path, book = folder / f"{members}.union", folder / f"{members}.xlsx"
    create(path, "泰祥社区工会", code="TY")
    close_office()
    write_members(book, members, NARROW)
    assert run(["import", str(path), "members", str(book)]) == 0
    return path


def write_members(book: Path, rows: int, labels: list[str] | None) -> None:
    """Write a roster of made-up members, with all columns of the register or those named."""
    chance = random.Random(11)
    fields = [kept for kept in fillable(MEMBERS) if labels is None or kept.label in labels]
    with Workbook(str(book)) as made:
        sheet = made.add_worksheet("会员")
        sheet.write_row(0, 0, [kept.label for kept in fields])
        for number in range(rows):
            told = _member(number, chance)
            for kept in fields:
                if isinstance(kept, ChoiceField | FlagField) and kept.name not in told:
                    offered = getattr(kept, "offered", ("是", "否"))
                    told[kept.name] = offered[number % min(len(offered), 3)]
            sheet.write_row(number + 1, 0, [told.get(kept.name, "") for kept in fields])


def _member(number: int, chance: random.Random) -> dict[str, str]:
    born = date(1955, 1, 1) + timedelta(days=number % 10_000)
    first17 = f"310104{born:%Y%m%d}{number % 999 + 1:03d}"
    approved = date(2005 + number % 6, number % 12 + 1, number % 28 + 1)
    return {
        "name": chance.choice("王李张刘陈杨黄赵周吴")
        + "".join(chance.choices("伟芳娜敏静丽强磊军洋勇艳", k=2)),
        "sex": "男" if int(first17[16]) % 2 else "女",
        "id_number": first17 + check_character(first17),
        "id_type": "居民身份证",
        "birth_date": born.isoformat(),
        "mobile": f"138{number:08d}",
        "employer": f"上海泰祥{number % 200}有限公司",
        "approved_on": approved.isoformat(),
        "applied_on": approved.isoformat(),
        "address": f"泰祥路{number % 700}弄{number % 30}号",
        "job_title": ("装配工", "质检员", "驾驶员", "会计")[number % 4],
        "group_name": f"第{number % 40}小组",
        "card_no": f"A{number:07d}",
        "join_mode": "本人申请",
        "status": "在册",
        "union_post": "会员",
        "monthly_wage": f"{2000 + number % 3000}.50",
        "native_place": "江苏苏州",
        "work_start": f"{born.year + 20}-07",
        "handled_by": "王芳",
        "remark": "",
    }


def grow(folder: Path) -> Path:
    """Build the sample office and copy its records until there are 100,000; return its file."""
    path = folder / "large.union"
    sample.build(path)
    with closing(sqlite3.connect(path)) as connection:
        unique = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'"
        for (name,) in connection.execute(unique).fetchall():
            connection.execute(f'DROP INDEX "{name}"')
        for table, thousands in _SHARES.items():
            _copy(connection, table, 1000 * thousands)
        for table, (link, other) in _LINKS.items():
            connection.execute(f"UPDATE {table} SET {link} = 1 + id * 7 % (SELECT MAX(id) FROM {other})")
        # Events of one day have their places, and nobody pays twice for a month.
        connection.execute("UPDATE membership_event SET place = id")
        connection.execute("UPDATE dues_payment SET month = printf('2011-%02d', 1 + id % 12)")
        _remember(connection)
        connection.commit()
    _seal(path)
    return path


def _seal(path: Path) -> None:
    """Digest what was written past the program: the first save to be measured would have to."""
    open_office(path)
    with change():
        pass
    close_office()


def _remember(connection: sqlite3.Connection) -> None:
    """Keep of each record whose values change over time what was told of it a year before."""
    for model in RECORDS:
        fields = [field for group in groups_of(model).values() for field in group]
        table, columns = model._meta.table_name, ", ".join(f'"{field.column_name}"' for field in fields)
        for since in groups_of(model):
            connection.execute(f"UPDATE {table} SET {since} = '2011-11-30'")
        if fields:
            connection.execute(
                f"INSERT INTO {table}_earlier (version, created_at, updated_at, owner_id, day, {columns})"
                f" SELECT 1, created_at, updated_at, id, '2010-11-30', {columns} FROM {table}"
            )


def _copy(connection: sqlite3.Connection, table: str, wanted: int) -> None:
    """Copy rows as other people and units: nobody has sixty files of hardship."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
    names = ", ".join(f'"{name}"' for name in columns)
    fresh = names.replace('"is_own"', "0")
    for told in ("employer", "id_number", "name"):
        fresh = fresh.replace(f'"{told}"', f"{told} || id")
    while (there := connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]) < wanted:
        connection.execute(
            f"INSERT INTO {table} ({names}) SELECT {fresh} FROM {table} ORDER BY id LIMIT {wanted - there}"
        )

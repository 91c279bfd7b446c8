"""Taking 10,000 members in under all rules, beside pandas reading the same workbook and checking nothing.

`make bench` runs it; each side is a program of its own, timed from its start to its end, best of three.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.exchange.mapping import fillable
from app.fields import ChoiceField, FlagField
from app.office import close_office, create
from app.registers.members import MEMBERS
from app.rules.resident_id import check_character

ROWS = 10_000
TURNS = 3
PANDAS = """
import sqlite3, sys
import pandas
frame = pandas.read_excel(sys.argv[1], dtype=str, engine="openpyxl")
with sqlite3.connect(sys.argv[2]) as file:
    frame.to_sql("member", file, index=False)
"""
NARROW = "姓名 性别 证件号码 民族 手机号码 工作单位 是否农民工 批准日期 文化程度 政治面貌 现住址".split()

pytest.importorskip("pandas")
pytest.importorskip("openpyxl")


@pytest.mark.parametrize("columns", ["all", "roster"])
def test_members_come_in_checked_before_pandas_has_them_unchecked(tmp_path: Path, columns: str) -> None:
    book = tmp_path / "members.xlsx"
    write_members(book, None if columns == "all" else NARROW)
    ours = best(lambda turn: _ours(tmp_path / f"{turn}.union", book))
    theirs = best(lambda turn: [sys.executable, "-c", PANDAS, str(book), str(tmp_path / f"{turn}.sqlite")])
    sys.stderr.write(
        f"\n{columns}: {ROWS} members checked in {ours:.2f} s, pandas unchecked in {theirs:.2f} s\n"
    )
    assert ours < theirs


def _ours(office: Path, book: Path) -> list[str]:
    create(office, "泰祥社区工会", code="TY")
    close_office()
    program = "import sys; from app.cli import run; sys.exit(run(sys.argv[1:]))"
    return [sys.executable, "-c", program, "import", str(office), "members", str(book)]


def best(command: Callable[[int], list[str]]) -> float:
    """Return the shortest of several runs, in seconds."""
    times = []
    for turn in range(TURNS):
        words = command(turn)
        started = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return min(times)


def write_members(book: Path, labels: list[str] | None) -> None:
    """Write a roster of made-up members, with all columns of the register or those named."""
    chance = random.Random(11)
    fields = [kept for kept in fillable(MEMBERS) if labels is None or kept.label in labels]
    with Workbook(str(book)) as made:
        sheet = made.add_worksheet("会员")
        sheet.write_row(0, 0, [kept.label for kept in fields])
        for number in range(ROWS):
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

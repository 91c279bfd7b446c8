"""What the checker refuses and accepts of records and queries: one run of mypy over a few lines each."""

import re
from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).parent.parent
LINES = """
from datetime import date

from app.fields.problems import Problem
from app.records.base import Query, Record
from app.register import Register
from app.rules.periods import Period
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.members.figures import joined, on_roll
from app.subjects.members.membership.records import MembershipEvent, members_on_roll
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS


def refused(member: Member, other: Member, payment: AidPayment, batch: AidBatch, period: Period) -> None:
    member.monthly_wage = "abc"
    member.name = None
    member.status = 5
    member.approved_on = "2011-1-1"
    member.is_migrant_worker = "是"
    payment.batch = member
    payment.batch = None
    other.name + 1
    other.monthly_wage + 1
    other.approved_on.year
    payment.file.name
    members: Query[Member] = AidPayment.alive()
    first: Member = Member.alive().first()
    events: Query[MembershipEvent] = on_roll.query(period)
    batch.colour
    for one in members_on_roll(date(2011, 1, 1)).where(Member.sex == "女"):
        one.amount
    for row in Member.alive().select(Member.id).tuples():
        row.id


def headline(payment: AidPayment) -> str:
    return payment.name


def accepted(member: Member, payment: AidPayment, batch: AidBatch, period: Period) -> None:
    member.monthly_wage = 3000_00
    member.monthly_wage = None
    member.name = "王芳"
    payment.batch, payment.file = batch, None
    wage = (member.monthly_wage or 0) + 1
    if member.approved_on is not None:
        member.approved_on.year
    members: Query[Member] = members_on_roll(date(2011, 1, 1)).where(Member.sex == "女", Member.name != "")
    records: Query[Record] = members
    first: Member | None = Member.alive().first()
    counted: Query[Member] = joined.query(period)
    label: str = Member.name.label
    for member_id, name in members.select(Member.id, Member.name).tuples():
        print(member_id, name)
    register: Register = MEMBERS


MIXED = Register("x", "x", Member, (), (), headline=headline)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What mypy says of the lines, by line."""
    snippet = tmp_path_factory.mktemp("typing") / "snippet.py"
    snippet.write_text(LINES, encoding="utf-8")
    found, failed, _ = api.run(
        [
            "--config-file",
            str(ROOT / "pyproject.toml"),
            "--cache-dir",
            str(ROOT / ".mypy_cache"),
            str(snippet),
        ]
    )
    assert not failed, failed
    by_line: dict[str, list[str]] = {}
    for number, code in re.findall(r"snippet\.py:(\d+): error: .*\[([\w-]+)\]$", found, re.MULTILINE):
        by_line.setdefault(LINES.split("\n")[int(number) - 1].strip(), []).append(code)
    return by_line


def _lines(function: str) -> list[str]:
    """Return the lines of a function that stand for something to be judged."""
    body = LINES.partition(f"def {function}(")[2].partition("\n\n\n")[0].split("\n")[1:]
    return [line.strip() for line in body if line.strip() and not line.strip().startswith(("for ", "if "))]


@pytest.mark.parametrize("line", [*_lines("refused"), LINES.strip().split("\n")[-1]])
def test_the_checker_refuses(told: dict[str, list[str]], line: str) -> None:
    assert told.get(line), f"mypy lets pass: {line}"


@pytest.mark.parametrize("line", _lines("accepted"))
def test_the_checker_accepts(told: dict[str, list[str]], line: str) -> None:
    assert line not in told

"""Descriptions of registers as an office would write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.described import changing
from app.described.description import DescribedField, Description
from app.described.opened import Opened
from app.exchange.describing import Proposal, propose
from app.exchange.taking_up import take_up
from app.keeping import keeping
from app.records.base import Record
from app.registry import find_register
from tests.factories.described_books import write_all

DESCRIBED = ("own.reg_1", "own.reg_2", "own.reg_3")
"""The keys of the registers that are made from the three workbooks, where no other was made before."""

PAPERS = tuple(f"{key}.{paper}" for key in DESCRIBED for paper in ("list", "form"))
"""The keys of their papers."""


@cache
def _proposed() -> tuple[Proposal, ...]:
    """Return what is proposed from the three workbooks; they are read once."""
    with TemporaryDirectory() as folder:
        return tuple(map(propose, write_all(Path(folder))))


def make_described(*, rows: bool = False) -> None:
    """Make the three registers of the workbooks in the open office, with their rows where asked."""
    for proposal in _proposed():
        taken = take_up(proposal, proposal.description, rows=rows)
        assert not taken.problems


def _another(key: str) -> Record:
    """Return a record like the first of a described register, not kept yet."""
    register = find_register(key)
    first = register.record.alive().order_by(register.record.id).first()
    assert first is not None
    fields = {field.name for field in register.fields}
    return keeping.new(register, **{name: one for name, one in first.__data__.items() if name in fields})


MAKERS: dict[str, Callable[[], Record]] = {key: partial(_another, key) for key in DESCRIBED}


def service(**others: object) -> Description:
    """Describe 志愿服务: who, when, how long, of which kind."""
    fields = (
        DescribedField("c1", "姓名", "person", required=True, listed=True),
        DescribedField("c2", "服务日期", "date", required=True, listed=True),
        DescribedField("c3", "服务时长", "quantity", listed=True, unit="小时"),
        DescribedField("c4", "类别", "choice", listed=True, choices=("环保", "助老")),
        DescribedField("c5", "手机号码", "mobile"),
        DescribedField("c6", "补贴", "money", unit="元"),
        DescribedField("c7", "备注", "notes"),
        DescribedField("c8", "签到表", "file"),
    )
    values: dict[str, object] = {"title": "志愿服务", "fields": fields, "unit": "人次", "tab": "own"}
    return Description(**{**values, **others})  # type: ignore[arg-type]  # as a description has it


def make_service(**others: object) -> Opened:
    """Make the register 志愿服务."""
    return changing.make(service(**others))


def serve(opened: Opened, **values: object) -> Record:
    """Enter a turn of 王芳 on 8 March 2011, two hours and a half."""
    usual = {"c1": "王芳", "c2": date(2011, 3, 8), "c3": 250, "c4": "助老"}
    register = opened.own.register
    return keeping.save(register, keeping.new(register, **(usual | values)))

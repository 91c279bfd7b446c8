"""A register that an office describes itself, of many rows, beside one of the program with its fields.

`make bench` runs it; what counts is how long the processor is busy. The goal is 1.2 times the other for each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from app import listing
from app.described import changing
from app.described.description import DescribedField, Description
from app.exchange import workbook
from app.exchange.describing import propose
from app.exchange.importing import import_book
from app.keeping import keeping
from app.listing import Criteria, SortKey
from app.office import close_office, create
from app.register import Register
from app.registry import find_register
from tests.factories.described_books import Cell, write_book

ROWS, TURNS, GOAL = 20_000, 5, 1.2
_HEADINGS = (
    "来访日期",
    "姓名",
    "来访人数",
    "单位或住址",
    "手机号码",
    "来访方式",
    "事由类别",
    "事由",
    "接待人",
)
_FIELDS = (
    ("date", True, ()),
    ("person", True, ()),
    ("count", False, ()),
    ("text", False, ()),
    ("mobile", False, ()),
    ("choice", False, ("来访", "来电", "来信", "网上")),
    (
        "choice",
        False,
        ("困难帮扶", "劳动争议", "互助保障", "就业服务", "入会", "政策咨询", "意见建议", "其他"),
    ),
    ("notes", True, ()),
    ("person", True, ()),
)
_SURNAMES, _NAMES = "王李张刘陈杨赵黄周吴", "芳伟娜敏静丽强磊军洋"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Register, Register]]:
    """The register of visits, and one that is described with its fields; each took the same workbook in."""
    folder = tmp_path_factory.mktemp("described")
    book = write_book(folder / "来访.xlsx", [_HEADINGS, *map(_row, range(ROWS))])
    create(folder / "a.union", "泰祥社区工会", code="TY")
    fields = [
        DescribedField(f"c{at}", label, kind, required, listed=True, choices=terms)
        for at, (label, (kind, required, terms)) in enumerate(zip(_HEADINGS, _FIELDS, strict=True), start=1)
    ]
    own = changing.make(Description("来访登记", tuple(fields), "件", "own")).own.register
    built_in = find_register("office.visits")
    taken = {one.key: _timed(partial(import_book, one, book)) for one in (built_in, own)}
    _tell(f"import of {ROWS:,} rows", taken[own.key], taken[built_in.key])
    proposed = _timed(partial(propose, book))
    sys.stderr.write(f"all rows looked at and a register proposed in {proposed:.1f} s\n")
    yield built_in, own
    close_office()


def _row(at: int) -> tuple[Cell, ...]:
    name = _SURNAMES[at % 10] + _NAMES[at // 10 % 10] + _NAMES[at // 100 % 10]
    day = date(2011, 1, 1) + timedelta(days=at % 365)
    kind, subject = ("来访", "来电", "来信", "网上")[at % 4], ("困难帮扶", "入会", "政策咨询")[at % 3]
    return day, name, 1 + at % 3, f"{at % 300}号楼", f"138{at:08d}", kind, subject, f"第{at}件", "王芳"


def _timed(act: Callable[[], object]) -> float:
    started = process_time()
    act()
    return process_time() - started


def _tell(what: str, own: float, built_in: float) -> None:
    ratio = own / built_in
    sys.stderr.write(f"{what}: described {own:.3f} s, built in {built_in:.3f} s: {ratio:.2f} times\n")
    assert ratio <= GOAL


def _opened(register: Register) -> None:
    found = listing.ids(register, Criteria())
    listing.rows(register, found[:200])


def _sorted_by_name(register: Register) -> None:
    person = next(column for column in register.columns if column.label == "姓名")
    listing.ids(register, Criteria(order=(SortKey(person.name),)))


def _searched(register: Register) -> None:
    listing.ids(register, Criteria(search="王芳静"))


def _filtered(register: Register) -> None:
    kind = next(one for one in register.filters if getattr(one, "label", "") == "来访方式")
    listing.ids(register, Criteria(filters={kind.name: ("来电",)}))  # type: ignore[union-attr]  # a field


def _saved(register: Register) -> None:
    notes = next(field for field in register.fields if field.label == "事由")
    for record_id in range(1, 101):
        record = register.record.get_by_id(record_id)
        keeping.assign(record, {notes.name: f"{record.__data__[notes.name]}改"})
        keeping.save(register, record)


@pytest.mark.parametrize("act", [_opened, _sorted_by_name, _searched, _filtered, _saved])
def test_it_is_as_quick(both: tuple[Register, Register], act: Callable[[Register], None]) -> None:
    times: dict[str, list[float]] = {register.key: [] for register in both}
    for _ in range(TURNS):
        for register in both:
            times[register.key].append(_timed(partial(act, register)))
    built_in, own = (median(times[register.key]) for register in both)
    _tell(act.__name__.strip("_"), own, built_in)


def test_its_workbook_is_written_as_quickly(both: tuple[Register, Register], tmp_path: Path) -> None:
    target = tmp_path / "o.xlsx"
    taken = [_timed(partial(workbook.export, register, Criteria(), target)) for register in both]
    _tell(f"export of {ROWS:,} rows", taken[1], taken[0])

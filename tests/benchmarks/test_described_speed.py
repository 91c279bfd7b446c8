"""A register that an office describes itself, of many rows, beside one of the program with its fields.

The goal is 1.2 times the other for each. A workbook of 20,000 rows is taken in and handed out; the lists have
100,000 rows, those of the workbook copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app import listing
from app.described import changing
from app.described.description import DescribedField, Description
from app.exchange import workbook
from app.exchange.describing import Proposal, propose
from app.exchange.importing import import_book
from app.keeping import keeping
from app.listing import Criteria, SortKey
from app.office import close_office, create
from app.records.base import change, database
from app.register import Register
from app.registry import find_register
from tests.factories.described_books import Cell, write_book
from tests.helpers.measured import Line, measured

ROWS, LISTED, TURNS, GOAL = 20_000, 100_000, 5, 1.2
GOAL_TOLD = f"{GOAL}x"
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
    with measured("described: import", ROWS, unit="s", goal=GOAL_TOLD, floor_is="built in") as line:
        line.measure(partial(import_book, own, book), partial(import_book, built_in, book), turns=1)
        line.check([len(listing.ids(one, Criteria())) for one in (own, built_in)] == [ROWS, ROWS])
    require(line)
    with measured("described: proposed of a book", ROWS, unit="s") as line:
        proposed: list[Proposal] = []
        line.measure(lambda: proposed.append(propose(book)), turns=1)
        line.check([one.heading for one in proposed[0].columns] == list(_HEADINGS))
    yield built_in, own
    close_office()


@pytest.fixture(scope="module")
def grown(both: tuple[Register, Register]) -> tuple[Register, Register]:
    """Both registers with their rows copied, so that a list has as many as an office of many years."""
    for register in both:
        table = register.record._meta.table_name
        fields = [one for one in register.record._meta.sorted_fields if one.name != "id" and not one.unique]
        columns = ", ".join(f'"{field.column_name}"' for field in fields)
        copied = f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{table}" ORDER BY id LIMIT {ROWS}'
        with change():
            while listing.count(register, Criteria()) < LISTED:
                database.execute_sql(copied)
    return both


def _row(at: int) -> tuple[Cell, ...]:
    name = _SURNAMES[at % 10] + _NAMES[at // 10 % 10] + _NAMES[at // 100 % 10]
    day = date(2011, 1, 1) + timedelta(days=at % 365)
    kind, subject = ("来访", "来电", "来信", "网上")[at % 4], ("困难帮扶", "入会", "政策咨询")[at % 3]
    return day, name, 1 + at % 3, f"{at % 300}号楼", f"138{at:08d}", kind, subject, f"第{at}件", "王芳"


def require(line: Line) -> None:
    assert line.times is not None
    assert line.times <= GOAL


def _opened(register: Register) -> list[int]:
    found = listing.ids(register, Criteria())
    listing.rows(register, found[:200])
    return found


def _sorted_by_name(register: Register) -> list[int]:
    person = next(column for column in register.columns if column.label == "姓名")
    return listing.ids(register, Criteria(order=(SortKey(person.name),)))


def _searched(register: Register) -> list[int]:
    return listing.ids(register, Criteria(search="王芳静"))


def _filtered(register: Register) -> list[int]:
    kind = next(one for one in register.filters if getattr(one, "label", "") == "来访方式")
    return listing.ids(register, Criteria(filters={kind.name: ("来电",)}))  # type: ignore[union-attr]  # a field


def _saved(register: Register) -> list[int]:
    notes = next(field for field in register.fields if field.label == "事由")
    for record_id in range(1, 101):
        record = register.record.get_by_id(record_id)
        keeping.assign(record, {notes.name: f"{record.__data__[notes.name]}改"})
        keeping.save(register, record)
    changed = register.record.select(register.record.id).where(notes.endswith("改"))
    return [record_id for (record_id,) in changed.order_by(register.record.id).tuples()]


def test_its_workbook_is_written_as_quickly(both: tuple[Register, Register], tmp_path: Path) -> None:
    built_in, own = both
    targets = {register.key: tmp_path / f"{register.key}.xlsx" for register in both}

    def export(register: Register) -> None:
        workbook.export(register, Criteria(), targets[register.key])

    with measured("described: export", ROWS, unit="s", goal=GOAL_TOLD, floor_is="built in") as line:
        line.measure(partial(export, own), partial(export, built_in), turns=1)
        line.check([_rows_in(target) for target in targets.values()] == [ROWS + 1] * 2)
    require(line)


def _rows_in(book: Path) -> int:
    sheet = CalamineWorkbook.from_path(book).get_sheet_by_index(0)
    return sum(1 for row in sheet.to_python() if sum(cell != "" for cell in row) > 2)  # not what is added up


@pytest.mark.parametrize("act", [_opened, _sorted_by_name, _searched, _filtered, _saved])
def test_it_is_as_quick(grown: tuple[Register, Register], act: Callable[[Register], list[int]]) -> None:
    built_in, own = grown
    found: dict[str, list[int]] = {}

    def do(register: Register) -> None:
        found[register.key] = act(register)

    what = f"described: {act.__name__.strip('_').replace('_', ' ')}"
    with measured(what, LISTED, goal=GOAL_TOLD, floor_is="built in") as line:
        line.measure(partial(do, own), partial(do, built_in), turns=TURNS)
        line.check(bool(found[own.key]))
        line.check(sorted(found[own.key]) == sorted(found[built_in.key]))
    require(line)

"""Whatever way an office writes a list, its records come in as they are, or are refused by name.

Books are made up: registers, records, the order and the names of the columns, how a day, an amount or a
number is written or formatted, what stands around the list, and the format of the file.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from app.exchange.delimited import pasted
from app.exchange.heading import normalized
from app.exchange.importing import open_session, report_of
from app.exchange.session import ImportSession
from app.exchange.targets import targets
from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    Described,
    FlagField,
    MobileField,
    MoneyField,
    PartialDateField,
    ResidentIdField,
)
from app.office import Office
from app.records.base import database
from app.register import Register
from app.subjects.contracts.headcounts.register import HEADCOUNTS
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.register import VISITS
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.app.exchange.books import ods_cell, write_ods_cells
from tests.app.exchange.old_excel import Number, write_xls
from tests.factories import people

_WIDE = {ord("0") + digit: ord("\uff10") + digit for digit in range(10)}
_FIRST_DAY = date(1899, 12, 30)  # the day before the first of Excel, who has a 29 February 1900


@dataclass(frozen=True)
class Formatted:
    """A number with its format, and what it shows."""

    value: float
    format: str
    shown: str


Cell = str | Formatted


_DAYS = st.dates(date(2001, 1, 1), date(2010, 12, 31))
_MONTHS = _DAYS.map(lambda day: f"{day:%Y-%m}")
_COUNTS = st.integers(0, 3_000)
_AMOUNTS = st.integers(0, 900_000_00)
_MOBILES = st.integers(13_000_000_000, 19_999_999_999).map(str)
_WORDS = st.sampled_from(
    ["祥安里48号", "上海徐汇", "A座2楼", "00012", "车工、钳工", "见附件(2)", "3-5号", "第1组"]
)
_FIRMS = st.sampled_from(
    ["上海泰祥电器有限公司", "永泰（上海）物业管理有限公司", "卫庆电梯工程公司", "3M中国"]
)


def _optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def _choices(register: Register, name: str) -> st.SearchStrategy[Any]:
    field = register.record.described()[name]
    assert isinstance(field, ChoiceField)
    return st.sampled_from(list(field.offered))


def _members() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "born": st.dates(date(1955, 1, 1), date(1980, 12, 31)),
            "sex": st.sampled_from(["男", "女"]),
            "mobile": _MOBILES,
            "employer": _FIRMS,
            "approved_on": _DAYS,
            "ethnicity": _choices(MEMBERS, "ethnicity"),
            "political_status": _optional(_choices(MEMBERS, "political_status")),
            "education": _optional(_choices(MEMBERS, "education")),
            "monthly_wage": _optional(_AMOUNTS),
            "work_start": _optional(_MONTHS),
            "job_title": _optional(_WORDS),
            "address": _optional(_WORDS),
            "remark": _optional(_WORDS),
            "is_dispatched": st.booleans(),
        }
    ).map(_as_person)


def _as_person(values: dict[str, Any]) -> dict[str, Any]:
    born, sex = values.pop("born"), values["sex"]
    number = people.resident_id(born, sex)
    return {"id_number": number, "name": people.person_name(), "birth_date": born, **values}


def _enterprises() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "name": st.integers(1, 10**6).map(lambda number: f"上海示例{number}号贸易有限公司"),
            "ownership_kind": _choices(ENTERPRISES, "ownership_kind"),
            "industry": _optional(_choices(ENTERPRISES, "industry")),
            "contact_name": st.builds(people.person_name),
            "contact_mobile": _MOBILES,
            "counted_on": _DAYS,
            "employee_count": st.integers(100, 3_000),
            "female_count": _optional(st.integers(0, 100)),
            "block": _optional(_WORDS),
            "remark": _optional(_WORDS),
        }
    )


def _headcounts() -> st.SearchStrategy[dict[str, Any]]:
    counts = dict.fromkeys(("labor_contracts", "service_contracts", "service_agreements"), _COUNTS)
    return st.fixed_dictionaries(
        {
            "employer": st.integers(1, 10**6).map(lambda number: f"上海示例{number}号贸易有限公司"),
            "counted_on": _DAYS,
            **counts,
            "unsigned": _COUNTS,
            "remark": _optional(_WORDS),
        }
    )


def _visits() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "visited_on": _DAYS,
            "name": st.builds(people.person_name),
            "people": st.integers(1, 50),
            "unit": _optional(_WORDS),
            "mobile": _optional(_MOBILES),
            "mode": _choices(VISITS, "mode"),
            "subject": _choices(VISITS, "subject"),
            "matter": st.integers(1, 10**6).map(lambda number: f"反映第{number}号楼的问题"),
            "received_by": st.builds(people.person_name),
        }
    )


RECORDS: dict[str, tuple[Register, Callable[[], st.SearchStrategy[dict[str, Any]]]]] = {
    "members": (MEMBERS, _members),
    "enterprises": (ENTERPRISES, _enterprises),
    "headcounts": (HEADCOUNTS, _headcounts),
    "visits": (VISITS, _visits),
}


def _serial(day: date, code: str, shown: str) -> Formatted:
    return Formatted((day - _FIRST_DAY).days, code, shown)


def written(field: Described, value: Any) -> list[Cell]:  # noqa: ANN401  # as the field takes it
    """Return the ways in which an office may write a value: texts, and numbers with a format."""
    if value is None:
        return ["", " ", "-", "—", "/", "无"] if not field.required else [""]
    for kind, ways in _WAYS:
        if isinstance(field, kind):
            return ways(value)
    return [value, f"{value} ", f"\u3000{value}"]


def _counts(count: int) -> list[Cell]:
    plain, grouped = f"{count}", f"{count:,}"
    return [plain, f" {plain} ", grouped, Formatted(count, "0", plain), Formatted(count, "#,##0", grouped)]


def _flags(flag: bool) -> list[Cell]:  # the value of a field
    return ["是" if flag else "否"]


def _resident_ids(number: str) -> list[Cell]:
    grouped = f"{number[:6]} {number[6:14]} {number[14:]}"
    return [
        number,
        number.lower(),
        number.translate(_WIDE),
        grouped,
        f"身份证：{number}",
        f"{grouped}（本人）",
    ]


def _mobiles(number: str) -> list[Cell]:
    first, second, third = number[:3], number[3:7], number[7:]
    return [
        number,
        f"{first} {second} {third}",
        f"{first}-{second}-{third}",
        f"+86{number}",
        Formatted(int(number), "0", number),
    ]


def _days(day: date) -> list[Cell]:
    year, month, number = day.year, day.month, day.day
    texts = [
        day.isoformat(),
        f"{year}.{month}.{number}",
        f"{year}/{month}/{number}",
        f"{year}年{month}月{number}日",
        f"{day:%Y%m%d}",
        f"{day:%Y年%m月%d日}",
        f"{year} 年 {month} 月 {number} 日",
    ]
    return [
        *texts,
        _serial(day, "yyyy-mm-dd", texts[0]),
        _serial(day, 'yyyy"年"m"月"d"日"', texts[3]),
        _serial(day, "yyyy/m/d", texts[2]),
        _serial(day, "yyyy.m.d", texts[1]),
        Formatted(int(texts[4]), "0", texts[4]),
    ]


def _months(year: int, month: int) -> list[Cell]:
    texts = [f"{year}-{month:02d}", f"{year}年{month}月", f"{year}.{month:02d}", f"{year}/{month}"]
    return [
        *texts,
        Formatted(float(texts[2]), "0.00", texts[2]),
        _serial(date(year, month, 1), "yyyy.mm", texts[2]),
        _serial(date(year, month, 1), 'yyyy"年"m"月"', texts[1]),
    ]


def _amounts(yuan: Decimal) -> list[Cell]:
    plain, grouped = f"{yuan:.2f}", f"{yuan:,.2f}"
    return [
        plain,
        grouped,
        f"{plain}元",
        f"￥{grouped}",
        Formatted(float(yuan), "0.00", plain),
        Formatted(float(yuan), "#,##0.00", grouped),
        Formatted(float(yuan), '0.00"元"', f"{plain}元"),
    ]


_WAYS: tuple[tuple[type[Described], Callable[[Any], list[Cell]]], ...] = (
    (DateField, _days),
    (PartialDateField, lambda month: _months(*map(int, month.split("-")))),
    (MoneyField, lambda cents: _amounts(Decimal(cents) / 100)),
    (CountField, _counts),
    (FlagField, _flags),
    (ResidentIdField, _resident_ids),
    (MobileField, _mobiles),
)


KNOWN = tuple(kind for kind, _ in _WAYS)
"""The kinds of field whose values an office writes in several ways."""


def headings(register: Register, field: Described) -> list[str]:
    """Return the names under which an office may keep a field; none that another field has, too."""
    others = {name for target in targets(register) if target.field is not field for name in target.names}
    names = [name for name in (field.label, *field.aliases) if normalized(name) not in others]
    return [
        spelled
        for name in names
        for spelled in (name, f" {name} ", f"*{name}", "\n".join((name[:2], name[2:])))
    ]


@dataclass(frozen=True)
class Book:
    """A made-up list: how it is written, and what is in it."""

    key: str
    records: list[dict[str, Any]]
    above: list[list[Cell]]
    table: list[list[Cell]]
    below: list[list[Cell]]

    @property
    def rows(self) -> list[list[Cell]]:
        return [*self.above, *self.table, *self.below]


@st.composite
def books(draw: st.DrawFn) -> Book:
    key = draw(st.sampled_from(sorted(RECORDS)))
    register, kind = RECORDS[key]
    records = draw(
        st.lists(kind(), min_size=1, max_size=3, unique_by=lambda one: one.get("name", one.get("employer")))
    )
    described = register.record.described()
    names = draw(st.permutations(list(records[0])))
    table: list[list[Cell]] = [[draw(st.sampled_from(headings(register, described[name]))) for name in names]]
    table += [
        [draw(st.sampled_from(written(described[name], record[name]))) for name in names]
        for record in records
    ]
    if draw(st.booleans()):
        for number, row in enumerate(table):
            row.insert(0, str(number) if number else "序号")
    above: list[list[Cell]] = draw(st.sampled_from([[], [["泰祥社区工会登记表"]], [["登记表"], [""]]]))
    below: list[list[Cell]] = draw(st.sampled_from([[], [["合计"]], [[""], ["制表人：侯雅琴"]]]))
    return Book(key, records, above, table, below)


def _texts(book: Book) -> list[list[str]]:
    return [[cell if isinstance(cell, str) else cell.shown for cell in row] for row in book.rows]


def _xlsx(path: Path, book: Book) -> None:
    written = Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False})
    sheet = written.add_worksheet()
    for number, row in enumerate(book.rows):
        for column, cell in enumerate(row):
            if isinstance(cell, Formatted):
                sheet.write_number(
                    number, column, cell.value, written.add_format({"num_format": cell.format})
                )
            else:
                sheet.write_string(number, column, cell)
    written.close()


def _xls(path: Path, book: Book) -> None:
    rows = [[Number(cell.value, cell.format) if isinstance(cell, Formatted) else cell for cell in row]
            for row in book.rows]  # fmt: skip
    write_xls(path, rows, computed=True)


def _ods(path: Path, book: Book) -> None:
    def cell(one: Cell) -> str:
        if isinstance(one, Formatted):
            return ods_cell(one.shown, f'office:value-type="float" office:value="{one.value}"')
        return ods_cell(one)

    write_ods_cells(path, [[cell(one) for one in row] for row in book.rows])


def _delimited(encoding: str, separator: str) -> Callable[[Path, Book], None]:
    def write(path: Path, book: Book) -> None:
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows(_texts(book))

    return write


def _page(path: Path, book: Book) -> None:
    """Write what a browser puts on the clipboard."""
    cells = [[escape(cell).replace("\n", "<br>") for cell in row] for row in _texts(book)]
    rows = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in cells)
    path.write_text(f"<table>{rows}</table>", encoding="utf-8")


WRITERS: dict[str, Callable[[Path, Book], None]] = {
    "book.xlsx": _xlsx,
    "book.xls": _xls,
    "book.ods": _ods,
    "utf8.csv": _delimited("utf-8-sig", ","),
    "gbk.csv": _delimited("gb18030", ","),
    "semicolons.csv": _delimited("gb18030", ";"),
    "tabs.txt": _delimited("utf-8", "\t"),
    "tabs_named.xls": _delimited("utf-16", "\t"),
    "clipboard.html": _page,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_register_written_in_any_way_is_taken_as_it_says_or_refused_by_name(
    office: Office, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name

    @settings(
        max_examples=12,
        report_multiple_bugs=False,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(book=books())
    def each_book(book: Book) -> None:
        path.unlink(missing_ok=True)
        WRITERS[name](path, book)
        with database.atomic() as kept:
            _take(book, path)
            kept.rollback()

    each_book()


def _take(book: Book, path: Path) -> None:
    register, _ = RECORDS[book.key]
    if path.suffix == ".html":
        session = ImportSession.of(register, pasted("", path.read_text("utf-8")))
    else:
        session = open_session(register, path)
    session.import_rows(without_refused=True)
    report = report_of(session)
    refused = {problem.row: problem.sentence for problem in report.problems}
    names = list(book.records[0])
    held = [
        [one.__data__[name] for name in names] for one in register.record.alive().order_by(register.record.id)
    ]
    first = len(book.above) + 2
    wanted = [
        [record[name] for name in names]
        for row, record in enumerate(book.records, first)
        if row not in refused
    ]
    assert len(held) == len(wanted)
    differing = [
        (name, value, right)
        for have, want in zip(held, wanted, strict=True)
        for name, value, right in zip(names, have, want, strict=True)
        if value != right
    ]
    assert differing == []
    assert all(refused.values())
    assert set(report.unknown) <= {"序号"}
    assert refused == {}

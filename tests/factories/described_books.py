"""Workbooks that fit no register of the program: books lent, 志愿服务 with hours, 工会驿站 with visits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

Cell = str | int | float | date | None
Rows = Sequence[Sequence[Cell]]

_PEOPLE = ("王芳", "李明", "张伟", "刘洋", "陈静", "欧阳修")
_ID = "11010519491231002X"


def write_book(path: Path, rows: Rows, *, sheet: str = "") -> Path:
    """Write rows as an office would type them: days as days, numbers as numbers, the rest as text."""
    from xlsxwriter import Workbook

    book = Workbook(path)
    page = book.add_worksheet(sheet or None)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                page.write_datetime(at, column, cell, day)
            elif isinstance(cell, int | float):
                page.write_number(at, column, cell)
            elif cell:
                page.write_string(at, column, cell)
    book.close()
    return path


def lent(many: int = 24) -> Rows:
    """Return what books were lent: to whom, until when, and whether they came back."""
    heading = ("序号", "书名", "索书号", "借书人", "身份证号", "联系电话", "借出日期", "应还日期", "归还日期")
    rows: list[Sequence[Cell]] = [("2011年图书借阅登记表",), (*heading, "册数", "押金（元）", "备注")]
    first = date(2011, 3, 1)
    for at in range(many):
        out = first + timedelta(days=at)
        back = out + timedelta(days=20) if at % 2 else None
        titled = ("红楼梦", "平凡的世界", "活着", "围城", "呼兰河传")[at % 5]
        person = _PEOPLE[at % len(_PEOPLE)]
        number = _ID if at % len(_PEOPLE) == 0 else None
        row = (
            at + 1,
            titled,
            f"00{at % 7}1",
            person,
            number,
            f"1380013{at:04d}",
            out,
            out + timedelta(days=30),
        )
        rows.append((*row, back, 1 + at % 3, 10.5 * (at % 3), "封面破损" if at % 9 == 4 else None))
    return [*rows, ("合计", *[None] * 8, 48), ("制表人：王芳",)]


def served(many: int = 24) -> Rows:
    """Return who served for how long, and at what."""
    rows: list[Sequence[Cell]] = [
        ("姓名", "性别", "服务日期", "服务类别", "时长（小时）", "服务内容", "手机号码")
    ]
    for at in range(many):
        person = _PEOPLE[at % len(_PEOPLE)]
        kind = ("环保", "助老", "助学")[at % 3]
        hours = (2, 2.5, 1.5, 3)[at % 4]
        day = date(2011, 1 + at % 12, 5)
        rows.append((person, "男女"[at % 2], day, kind, hours, f"第{at + 1}次{kind}", f"1390013{at:04d}"))
    return rows


def visited(many: int = 18) -> Rows:
    """Return how many came to the stations for workers outdoors, and what for."""
    rows: list[Sequence[Cell]] = [
        ("工会驿站服务台账",),
        ("驿站编号", "驿站名称", "日期", "接待人次", "主要服务", "值守人员"),
    ]
    for at in range(many):
        station = at % 3
        day = f"2011年{1 + at % 12}月{3 + at % 20}日"
        place = ("东门驿站", "园区驿站", "地铁口驿站")[station]
        rows.append(
            (f"0{station + 1}", place, day, 20 + at, ("饮水", "充电", "热饭")[at % 3], _PEOPLE[at % 6])
        )
    return rows


BOOKS: dict[str, Callable[[], Rows]] = {"图书借阅登记表": lent, "志愿服务台账": served, "工会驿站": visited}


def write_all(folder: Path) -> list[Path]:
    """Write the three workbooks."""
    return [write_book(folder / f"{name}.xlsx", rows()) for name, rows in BOOKS.items()]
